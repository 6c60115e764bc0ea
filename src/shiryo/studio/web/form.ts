// The form of what is in hand: a section with its blocks, or what is said of the whole.

import { $, h, t } from "./dom";
import { isPutting, mend } from "./editor";
import { arrayOf, details, fieldOf, fieldsOf, grow, label, lineField, listen, listField, objectOf, shown, textField } from "./fields";
import { chartGrid, tableGrid } from "./grid";
import { at, begins, blockOf, key, kindOf, on, problems, ranges, sectionOf, store, type Path, type Problem } from "./store";
import { unusedHere } from "./unused";

let shape = "", body: HTMLElement;

export function start(): void {
  body = $("form");
  for (const event of ["data", "selected", "problems", "article"] as const) on(event, draw);
}

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


// Problems and sources

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
