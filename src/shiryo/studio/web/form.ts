// The form of what is in hand: fields from the schema, each an edit of the text where it stands.

import { $, h, ICONS, known, say, t, tool } from "./dom";
import { edit, isPutting, put } from "./editor";
import { pictureField } from "./files";
import { chartGrid, tableGrid } from "./grid";
import { dress } from "./marks";
import { at, begins, blockOf, emit, key, kindOf, on, problems, ranges, sectionOf, store, type Path, type Problem } from "./store";
import { mend } from "./editor";

const RARE = new Set(["id", "how", "was", "layout", "together", "break", "start", "again", "full", "freeze", "reading", "shiryo", "source", "draft", "variables", "merge", "highlight", "widths", "align", "url", "format", "scale", "axis", "target", "stack", "data", "date-style", "number", "confidentiality", "logo", "notes", "brief", "tone", "alt", "credit", "total", "per-page", "contents", "index", "glossary", "sources", "columns"]);
const LONG = new Set(["text", "message", "full", "notes", "caption", "alt"]);
let shape = "", body: HTMLElement;

export function start(): void {
  body = $("form");
  for (const event of ["data", "selected", "problems", "article"] as const) on(event, draw);
}

// The schema

function alternatives(node: any): any[] {
  if (!node) return [];
  if (node.$ref) return alternatives(store.schema.$defs[node.$ref.split("/").at(-1)]);
  return [node, ...(node.anyOf ?? node.oneOf ?? []).flatMap(alternatives)];
}
const objectOf = (node: any, value?: any): any => {
  const all = alternatives(node).filter(one => one.properties);
  const kind = kindOf(value);
  return (kind && all.find(one => one.properties[kind])) || all[0];
};
const arrayOf = (node: any): any => alternatives(node).find(one => one.items);
const choices = (node: any): any[] | undefined => alternatives(node).find(one => one.enum)?.enum ?? (alternatives(node).some(one => one.const === "before") ? ["before"] : undefined);
const typed = (node: any, type: string): boolean => alternatives(node).some(one => one.type === type);
const bare = (path: Path): string => (path.at(-2) === "steps" ? "title" : "text");
/** Return a value in its long form: what may be written bare, as a mapping. */
const whole = (value: any, path: Path): any => (value !== null && typeof value === "object" ? value : value === undefined || value === null ? {} : { [bare(path)]: value });
const label = (name: string, node: any, kind = ""): string =>
  known(`field.${kind}.${name}`) ? t(`field.${kind}.${name}`) : known(`field.${name}`) ? t(`field.${name}`) : node?.description ?? name;

// What is drawn

function draw(): void {
  const path = store.selected, section = sectionOf(path);
  const now = JSON.stringify([section ?? path.slice(0, 1), outlineOf(at(section ?? path.slice(0, 1))), store.broken, document.documentElement.lang]);
  const own = problemsHere(section ?? path.slice(0, 1));
  if (now !== shape) {
    shape = now;
    const active = (document.activeElement as HTMLElement | null)?.dataset?.path, had = body.contains(document.activeElement);
    const place = caret(), scroll = body.scrollTop;
    body.replaceChildren(...(section ? sectionForm(section) : wholeForm(path)));
    body.scrollTop = scroll;
    if (had && active !== undefined) focusField(active, place);
  } else values();
  $("form-problems")?.replaceChildren(...own.map(problemRow));
  cites();
  unusedHere(section);
  body.querySelectorAll(".card").forEach(card => card.classList.toggle("on", (card as HTMLElement).dataset.block === key(blockOf(path) ?? [])));
  body.inert = store.broken;
  $("form-broken").hidden = !store.broken;
}

/** Return how a value is put together, without what its texts say. */
function outlineOf(value: any): any {
  if (Array.isArray(value)) return value.map(outlineOf);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, outlineOf(v)]));
  return 0;
}
const caret = (): [number, number] | null => {
  const e = document.activeElement;
  return e instanceof HTMLTextAreaElement || (e instanceof HTMLInputElement && e.type === "text") ? [e.selectionStart ?? 0, e.selectionEnd ?? 0] : null;
};
export function focusField(path: string, place: [number, number] | null = null): boolean {
  const found = body.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  if (!found) return false;
  found.closest("details:not([open])")?.setAttribute("open", "");
  found.focus({ preventScroll: Boolean(place) });
  if (place && (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement)) try { found.setSelectionRange(...place); } catch { /* a number has none */ }
  return true;
}
/** Put the cursor into the field of a path, or of what it stands in. */
export function reveal(path: Path): void {
  for (let n = path.length; n >= 0; n--) {
    if (focusField(key(path.slice(0, n)))) return;
    for (const more of body.querySelectorAll<HTMLDetailsElement & { fill?: () => void }>(`details[data-under="${CSS.escape(key(path.slice(0, n - 1)))}"]:not([open])`)) {
      more.open = true;
      more.fill?.();
      if (focusField(key(path.slice(0, n)))) return;
      more.open = false;
    }
  }
  const block = blockOf(path);
  if (block) body.querySelector<HTMLElement>(`[data-block="${key(block)}"]`)?.scrollIntoView({ block: "nearest" });
}
export function focusForm(): void {
  const block = blockOf(store.selected);
  const place = block ? body.querySelector<HTMLElement>(`[data-block="${key(block)}"]`) : body;
  place?.querySelector<HTMLElement>("textarea, input, select")?.focus();
  place?.scrollIntoView({ block: "nearest" });
}

function values(): void {
  body.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("[data-path]").forEach(field => {
    if (field.matches(".cell")) return;
    const now = shown(field);
    if (field instanceof HTMLInputElement && field.type === "checkbox") { field.checked = Boolean(now); return; }
    if (field.value === now || (field === document.activeElement && (isPutting() || composing))) return;
    const place = field === document.activeElement ? caret() : null;
    field.value = String(now);
    if (place && field instanceof HTMLTextAreaElement) field.setSelectionRange(...place);
    if (field instanceof HTMLTextAreaElement) grow(field);
  });
  body.querySelectorAll<HTMLElement & { refresh?: () => void }>(".grid").forEach(grid => grid.refresh?.());
}
let composing = false;
document.addEventListener("compositionstart", () => { composing = true; });
document.addEventListener("compositionend", () => { composing = false; });

function shown(field: HTMLElement): any {
  const path = JSON.parse(field.dataset.at ?? "[]") as Path;
  let value = at(path);
  if (value === undefined) {
    const above = at(path.slice(0, -1));
    if (above !== null && typeof above !== "object" && above !== undefined && path.at(-1) === bare(path.slice(0, -1))) value = above;
    const text = path.findIndex((p, n) => p === "text" && typeof path[n + 1] === "number");
    if (value === undefined && text >= 0 && path[text + 1] === 0) {
      const all = at(path.slice(0, text + 1));
      if (typeof all === "string") value = all;
      else if (all && !Array.isArray(all)) value = all[path.at(-1)!];
    }
  }
  if (field instanceof HTMLInputElement && field.type === "checkbox") return value === undefined ? field.dataset.usual === "true" : value;
  if (Array.isArray(value)) return value.join(field.dataset.between ?? "、");
  return value ?? "";
}

// Fields

function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function listen(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, path: Path, read: () => unknown): void {
  field.dataset.path = key(path);
  field.dataset.at = JSON.stringify(path);
  const send = (event?: Event): void => { if (!(event as InputEvent | undefined)?.isComposing) put(path, read()); };
  field.addEventListener("input", send);
  field.addEventListener("compositionend", () => setTimeout(() => send()));
  field.addEventListener("keydown", event => {
    const { key: pressed, isComposing, keyCode } = event as KeyboardEvent;
    if (pressed === "Enter" && (isComposing || keyCode === 229)) event.stopPropagation();
  });
  field.addEventListener("focus", () => { store.cursor = path; emit("cursor"); });
}

let serial = 0;
const SHORT = new Set(["value", "unit", "date", "speaker", "kind", "stack", "term", "reading"]);
function labelled(name: string, hint: string, field: HTMLElement, extra?: Node): HTMLElement {
  field.id ||= `f${++serial}`;
  if (hint && hint !== name) field.title = hint;
  const last = String((JSON.parse(field.dataset.at ?? "[]") as Path).at(-1) ?? "");
  return h("div", { class: SHORT.has(last) ? "field short" : "field" }, h("label", { htmlFor: field.id }, name), field, extra);
}

function textField(path: Path, name: string, hint = "", long = false, marks = true): HTMLElement {
  const field = h("textarea", { rows: 1, lang: "ja", spellcheck: false });
  listen(field, path, () => (field.value === "" && (typeof path.at(-1) === "string" && !["title", "text", "term", "value", "label", "date"].includes(String(path.at(-1)))) ? null : field.value));
  field.addEventListener("input", () => grow(field));
  field.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229 && !long) event.preventDefault();
  });
  field.value = String(shown(field));
  requestAnimationFrame(() => grow(field));
  return labelled(name, hint, field, marks ? dress(field) : undefined);
}

function selectField(path: Path, name: string, options: any[], hint = "", empty = true): HTMLElement {
  const field = h("select", {}, empty ? h("option", { value: "" }, t("as-usual")) : null,
    ...options.map(value => h("option", { value: String(value) }, known(`choice.${value}`) ? t(`choice.${value}`) : String(value))));
  listen(field, path, () => (field.value === "" ? null : options.find(one => String(one) === field.value)));
  field.value = String(shown(field));
  return labelled(name, hint, field);
}

function checkField(path: Path, name: string, hint = ""): HTMLElement {
  const usual = ["agenda", "summary", "sources", "glossary"].includes(String(path.at(-1)));
  const field = h("input", { type: "checkbox" });
  field.dataset.usual = String(usual);
  listen(field, path, () => (field.checked === usual ? null : field.checked));
  field.checked = Boolean(shown(field));
  field.id = `f${++serial}`;
  if (hint) field.title = hint;
  return h("div", { class: "check" }, field, h("label", { htmlFor: field.id }, name));
}

function lineField(path: Path): HTMLElement {
  const field = h("input", { type: "text", class: "from", "aria-label": t("field.from"), placeholder: "L1", title: t("from-hint") });
  field.dataset.between = ", ";
  listen(field, path, () => {
    const said = field.value.split(/[,、\s]+/).filter(Boolean).map(one => one.toUpperCase().replace(/-(\d)/, "-L$1"));
    return said.length ? said : null;
  });
  field.value = String(shown(field));
  return field;
}

function wordsField(path: Path, name: string, hint = ""): HTMLElement {
  const field = h("input", { type: "text", lang: "ja" });
  field.dataset.between = "、";
  listen(field, path, () => { const said = field.value.split(/[、,]/).map(one => one.trim()).filter(Boolean); return said.length ? said : null; });
  field.value = String(shown(field));
  return labelled(name, hint, field);
}

function numberField(path: Path, name: string, hint = ""): HTMLElement {
  const field = h("input", { type: "text", inputMode: "numeric" });
  listen(field, path, () => (field.value === "" ? null : /^-?\d+$/.test(field.value) ? Number(field.value) : field.value));
  field.value = String(shown(field));
  return labelled(name, hint, field);
}

/** Return the field of a key, by what the schema says of it. */
function fieldOf(path: Path, name: string, node: any, kind: string): HTMLElement {
  const said = label(name, node, kind), hint = node?.description ?? "", options = choices(node), many = arrayOf(node);
  if (name === "file" && kind === "image") return pictureField(path, textField(path, said, hint, false, false));
  if (options) return selectField(path, said, options, hint, !["kind"].includes(name));
  if (typed(node, "boolean")) return checkField(path, said, hint);
  if (many && objectOf(many.items)) return listField(path, said, many.items, kind);
  if (many) return wordsField(path, said, hint);
  const inner = objectOf(node);
  if (inner && name !== "text") return group(path, said, inner, kind);
  if (typed(node, "integer") && !typed(node, "string")) return numberField(path, said, hint);
  return textField(path, said, hint, LONG.has(name) && (name === "notes" || name === "full"), !["file", "id", "date", "url", "data", "format", "unit", "value"].includes(name));
}

function group(path: Path, name: string, node: any, kind: string): HTMLElement {
  return h("fieldset", { class: "group" }, h("legend", {}, name), ...fieldsOf(path, node, kind));
}

/** Return the fields of a mapping: what is often needed, then the rest folded away. */
function fieldsOf(path: Path, node: any, kind: string, without: string[] = []): Node[] {
  const value = whole(at(path), path), names = Object.keys(node.properties).filter(name => !["from", "how", "was", ...without].includes(name));
  const inList = typeof path.at(-1) === "number";
  const isMain = (name: string): boolean => (node.required ?? []).includes(name) || (name in value && !["id", "layout", "together", "break", "start"].includes(name))
    || (inList ? name === "text" && kind !== "steps" : !RARE.has(name));
  const order = ["term", "speaker", "date", "title", "value", "unit", "label", "text", "message"];
  const sorted = [...order.filter(name => names.includes(name)), ...names.filter(name => !order.includes(name))];
  const main = sorted.filter(isMain), rare = sorted.filter(name => !isMain(name));
  const made: Node[] = main.map(name => fieldOf([...path, name], name, node.properties[name], kind));
  if (node.properties.from && (inList || !["table", "chart", "compare"].includes(String(path.at(-1))) || value.from)) made.push(h("div", { class: "cite" }, lineField([...path, "from"]), h("div", { class: "said", "data-cites": JSON.stringify([...path, "from"]) })));
  if (rare.length) made.push(details(t("more"), () => rare.map(name => fieldOf([...path, name], name, node.properties[name], kind)), key(path)));
  return made;
}

const opened = new Set<string>();
function details(name: string, make: () => Node[], id: string): HTMLElement {
  const made: HTMLDetailsElement & { fill?: () => void } = h("details", { class: "more", open: opened.has(id), "data-under": id.replace(/#$/, "") }, h("summary", {}, name));
  const fill = (): void => {
    if (made.open) opened.add(id); else opened.delete(id);
    if (made.open && made.children.length === 1) made.append(...make());
  };
  made.addEventListener("toggle", fill);
  made.fill = fill;
  fill();
  return made;
}

function listField(path: Path, name: string, node: any, kind: string): HTMLElement {
  const raw = at(path), items = Array.isArray(raw) ? raw : raw === undefined || raw === null ? [] : [raw];
  const inner = objectOf(node), made = h("div", { class: "list", role: "group", "aria-label": name }, path.at(-2) !== undefined && path.at(-1) === kind ? null : h("div", { class: "list-name" }, name));
  items.forEach((_, n) => made.append(itemField([...path, n], inner, kind, n, items.length)));
  made.append(h("button", { type: "button", class: "quiet add", "data-add": key(path), onclick: () => void addItem(path, items.length, inner, kind) }, `＋ ${t("add-item", { name })}`));
  return made;
}

function itemField(path: Path, node: any, kind: string, n: number, count: number): HTMLElement {
  const around = path.slice(0, -1), move = (to: number, index: number): void => {
    void edit([{ op: "move", path, to: around, index }]).then(done => { if (done) { pending = key([...around, to]); say(t("moved", { title: "", place: to + 1, count })); } });
  };
  const fields = fieldsOf(path, node, kind);
  return h("div", { class: "item", "data-item": key(path) },
    h("div", { class: "item-fields" }, ...fields),
    h("div", { class: "item-tools" },
      tool(t("item-up", { place: n + 1 }), ICONS.up, () => move(n - 1, n - 1), { disabled: n === 0 }),
      tool(t("item-down", { place: n + 1 }), ICONS.down, () => move(n + 1, n + 2), { disabled: n === count - 1 }),
      tool(t("item-remove", { place: n + 1 }), ICONS.remove, () => void edit([{ op: "remove", path }]).then(done => done && say(t("removed", { title: "" })))),
    ));
}
let pending = "";
on("data", () => { if (pending) { const path = pending; pending = ""; requestAnimationFrame(() => body.querySelector<HTMLElement>(`[data-item="${CSS.escape(path)}"] textarea`)?.focus()); } });

async function addItem(path: Path, count: number, node: any, kind: string): Promise<void> {
  const need = (node?.required ?? []) as string[];
  const value = need.length ? Object.fromEntries(need.map(name => [name, name === "items" ? [t("new-item")] : name === "value" ? "1" : name === "values" ? [1] : t("new-item")])) : { text: t("new-item") };
  const short = Object.keys(value).length === 1 && "text" in value ? (value as any).text : value;
  void kind;
  if (await edit([{ op: "insert", path, index: count, value: short }])) pending = key([...path, count]);
}

// A section, its blocks, and the whole

function sectionForm(path: Path): Node[] {
  const node = objectOf(store.schema.$defs.Section), section = at(path) ?? {};
  const blocks: any[] = Array.isArray(section.blocks) ? section.blocks : [];
  return [
    h("h2", { class: "visually-hidden" }, t("form-of-section", { title: section.title ?? "" })),
    textField([...path, "title"], label("title", node.properties.title), node.properties.title.description),
    textField([...path, "message"], t("field.section.message"), node.properties.message.description),
    h("div", { class: "cite" }, lineField([...path, "from"]), h("div", { class: "said", "data-cites": JSON.stringify([...path, "from"]) })),
    h("div", { id: "form-problems" }),
    ...blocks.map((block, n) => blockCard([...path, "blocks", n], block)),
    h("div", { id: "form-unused" }),
    details(t("section-settings"), () => ["only", "brief", "notes", "layout", "together", "id"].map(name => fieldOf([...path, name], name, node.properties[name], "section")), `${key(path)}#`),
  ];
}

function blockCard(path: Path, block: any): HTMLElement {
  const kind = kindOf(block), node = objectOf(store.schema.$defs.Section.properties.blocks.items, block);
  const id = key(path), name = kind ? t(`kind.${kind}`) : t("unknown-block");
  if (!kind || !node) return h("section", { class: "card", "data-block": id, "aria-label": name }, h("p", {}, t("unknown-block")));
  const inner = node.properties[kind], body_ = [...path, kind];
  const parts: Node[] = kind === "table" ? [tableGrid(body_), ...fieldsOf(body_, objectOf(inner), kind, ["columns", "rows"])]
    : kind === "chart" ? [...(block.chart?.data ? [] : [chartGrid(body_)]), ...fieldsOf(body_, objectOf(inner), kind, ["categories", "series"])]
    : arrayOf(inner) ? [listField(body_, name, arrayOf(inner).items, kind)]
    : fieldsOf(body_, objectOf(inner), kind);
  const rest = ["only", "message", "layout", "together", "break", "start", "id"].filter(one => one in node.properties);
  const only = h("select", { class: "only", "aria-label": t("field.only") }, h("option", { value: "" }, t("only-both")), h("option", { value: "deck" }, t("only-deck")), h("option", { value: "handout" }, t("only-handout")));
  listen(only, [...path, "only"], () => only.value || null);
  only.value = block.only ?? "";
  return h("section", { class: "card", "data-block": id, "aria-label": name },
    h("div", { class: "card-head" }, h("h3", {}, name), only), ...parts,
    details(t("block-settings"), () => rest.filter(one => one !== "only").map(one => fieldOf([...path, one], one, node.properties[one], kind)), `${id}#`));
}

function wholeForm(path: Path): Node[] {
  const name = String(path[0] ?? ""), root = store.schema;
  if (name && root.properties[name]) {
    const inner = arrayOf(root.properties[name]);
    return [h("h2", {}, t(`behind-${name}`)), h("p", { class: "hint" }, root.properties[name].description), h("div", { id: "form-problems" }), listField([name], t(`behind-${name}`), inner.items, name)];
  }
  const main = ["title", "subtitle", "message", "label", "date", "organization", "authors"];
  const rest = ["number", "confidentiality", "date-style", "logo"];
  return [
    h("h2", {}, t("whole")), ...main.map(one => fieldOf([one], one, root.properties[one], "root")), h("div", { id: "form-problems" }),
    details(t("more"), () => rest.map(one => fieldOf([one], one, root.properties[one], "root")), "root#"),
    details(t("deck-settings"), () => fieldsOf(["deck"], objectOf(root.properties.deck), "deck"), "deck#"),
    details(t("handout-settings"), () => fieldsOf(["handout"], objectOf(root.properties.handout), "handout"), "handout#"),
  ];
}

// Problems, sources, and what nothing uses

function problemsHere(path: Path): Problem[] {
  const found = problems().filter(one => one.path && path.length > 0 && begins(one.path, path) && !(path[0] === "sections" && sectionOf(one.path)?.length !== path.length));
  return path.length ? found : problems().filter(one => one.severity === "error");
}
function problemRow(one: Problem): HTMLElement {
  return h("div", { class: `problem ${one.severity}` }, h("span", { class: "sign", "aria-hidden": "true" }, one.severity === "note" ? "i" : "!"),
    h("p", { lang: "ja" }, one.message, one.hint ? h("span", { class: "remedy" }, one.hint) : null),
    one.mends ? h("button", { type: "button", onclick: () => void mend(one) }, t("mend")) : null);
}

function cites(): void {
  const lines = store.article?.lines;
  body.querySelectorAll<HTMLElement>("[data-cites]").forEach(place => {
    const from = at(JSON.parse(place.dataset.cites!)), found = ranges(from);
    if (!lines || !found.length) { place.replaceChildren(); return; }
    const said = found.map(([a, b]) => lines.slice(a - 1, b).filter(line => line.trim()).join("")).join(" … ");
    place.replaceChildren(h("b", {}, found.map(([a, b]) => (a === b ? `L${a}` : `L${a}–L${b}`)).join(", ")), h("span", { lang: "ja" }, said));
  });
}

function unusedHere(section: Path | null): void {
  const place = $("form-unused");
  if (!place || !section) return;
  const mine = store.article?.unused.filter(one => key(sectionFor(one.from) ?? []) === key(section)) ?? [];
  if (!mine.length) { place.replaceChildren(); return; }
  place.replaceChildren(h("section", { class: "unused", "aria-label": t("unused-here") }, h("h3", {}, t("unused-here")),
    ...mine.map(one => h("div", { class: "unused-row" }, h("b", {}, one.from.join(", ")), h("span", { lang: "ja" }, one.text),
      h("button", { type: "button", "aria-label": t("take-in-what", { text: one.text.slice(0, 20) }), onclick: () => void takeIn(section, one) }, t("take-in"))))));
}

/** Return the section that a line of the article belongs to: the last that begins to cite before it. */
export function sectionFor(from: string[]): Path | null {
  const line = ranges(from)[0]?.[0] ?? 0;
  let best: Path | null = null, first = 0;
  const into = (sections: any, path: Path): void => (Array.isArray(sections) ? sections : []).forEach((section, n) => {
    const here = [...path, n], start = lowest(section);
    if (start && start <= line && start >= first) { best = here; first = start; }
    into(section?.sections, [...here, "sections"]);
  });
  into(store.data.sections, ["sections"]);
  return best ?? (store.data.sections?.length ? ["sections", 0] : null);
}
function lowest(value: any): number {
  if (Array.isArray(value)) return value.map(lowest).filter(Boolean).sort((a, b) => a - b)[0] ?? 0;
  if (!value || typeof value !== "object") return 0;
  const own = ranges(value.from).map(([a]) => a);
  return [...own, ...Object.entries(value).filter(([name]) => name !== "sections").map(([, v]) => lowest(v)).filter(Boolean)].sort((a, b) => a - b)[0] ?? 0;
}

/** Put a sentence of the article into a section: into its list, else as a text. */
export async function takeIn(section: Path, one: { text: string; from: string[] }): Promise<void> {
  const blocks: any[] = at([...section, "blocks"]) ?? [], value = { text: one.text, from: one.from };
  const n = blocks.findIndex(block => kindOf(block) === "bullets" && block.only !== "handout");
  const ops: object[] = [n >= 0
    ? { op: "insert", path: [...section, "blocks", n, "bullets"], index: blocks[n].bullets.length, value }
    : { op: "insert", path: [...section, "blocks"], index: blocks.length, value: { bullets: [value] } }];
  const left = (store.data.unused ?? []).findIndex((each: any) => (each?.text ?? each) === one.text);
  if (left >= 0) ops.push({ op: "remove", path: ["unused", left] });
  if (await edit(ops)) {
    if (store.article) store.article.unused = store.article.unused.filter(each => each !== one);
    emit("article");
    say(t("taken-in", { title: at([...section, "title"]) ?? "" }));
  }
}
