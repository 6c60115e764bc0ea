// The fields of a form: what the schema says of a key, as something to fill in; each an edit of the text.

import { $, h, ICONS, known, say, t, tool } from "./dom";
import { edit, put } from "./editor";
import { pictureField } from "./files";
import { dress } from "./marks";
import { at, emit, key, kindOf, on, store, type Path } from "./store";

const RARE = new Set(["id", "how", "was", "layout", "together", "break", "start", "again", "full", "freeze", "reading", "shiryo", "source", "draft", "variables", "merge", "highlight", "widths", "align", "url", "format", "scale", "axis", "target", "stack", "data", "date-style", "number", "confidentiality", "logo", "notes", "brief", "tone", "alt", "credit", "total", "per-page", "contents", "index", "glossary", "sources", "columns"]);
const LONG = new Set(["text", "message", "full", "notes", "caption", "alt"]);

// The schema

function alternatives(node: any): any[] {
  if (!node) return [];
  if (node.$ref) return alternatives(store.schema.$defs[node.$ref.split("/").at(-1)]);
  return [node, ...(node.anyOf ?? node.oneOf ?? []).flatMap(alternatives)];
}
export const objectOf = (node: any, value?: any): any => {
  const all = alternatives(node).filter(one => one.properties);
  const kind = kindOf(value);
  return (kind && all.find(one => one.properties[kind])) || all[0];
};
export const arrayOf = (node: any): any => alternatives(node).find(one => one.items);
const choices = (node: any): any[] | undefined => alternatives(node).find(one => one.enum)?.enum ?? (alternatives(node).some(one => one.const === "before") ? ["before"] : undefined);
const typed = (node: any, type: string): boolean => alternatives(node).some(one => one.type === type);
const bare = (path: Path): string => (path.at(-2) === "steps" ? "title" : "text");
/** Return a value in its long form: what may be written bare, as a mapping. */
const whole = (value: any, path: Path): any => (value !== null && typeof value === "object" ? value : value === undefined || value === null ? {} : { [bare(path)]: value });
export const label = (name: string, node: any, kind = ""): string =>
  known(`field.${kind}.${name}`) ? t(`field.${kind}.${name}`) : known(`field.${name}`) ? t(`field.${name}`) : node?.description ?? name;
// What a field shows

export function shown(field: HTMLElement): any {
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

export function grow(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

export function listen(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, path: Path, read: () => unknown): void {
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

export function textField(path: Path, name: string, hint = "", long = false, marks = true): HTMLElement {
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

export function lineField(path: Path): HTMLElement {
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
export function fieldOf(path: Path, name: string, node: any, kind: string): HTMLElement {
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
export function fieldsOf(path: Path, node: any, kind: string, without: string[] = []): Node[] {
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
export function details(name: string, make: () => Node[], id: string): HTMLElement {
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

export function listField(path: Path, name: string, node: any, kind: string): HTMLElement {
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
on("data", () => { if (pending) { const path = pending; pending = ""; requestAnimationFrame(() => $("form").querySelector<HTMLElement>(`[data-item="${CSS.escape(path)}"] textarea`)?.focus()); } });

async function addItem(path: Path, count: number, node: any, kind: string): Promise<void> {
  const need = (node?.required ?? []) as string[];
  const value = need.length ? Object.fromEntries(need.map(name => [name, name === "items" ? [t("new-item")] : name === "value" ? "1" : name === "values" ? [1] : t("new-item")])) : { text: t("new-item") };
  const short = Object.keys(value).length === 1 && "text" in value ? (value as any).text : value;
  void kind;
  if (await edit([{ op: "insert", path, index: count, value: short }])) pending = key([...path, count]);
}
