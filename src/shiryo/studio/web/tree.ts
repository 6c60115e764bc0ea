// The outline as a tree: sections, their blocks, and what stands behind them (WAI-ARIA tree pattern).

import { start as adding } from "./adding";
import { $, h, ICONS, say, t, tool } from "./dom";
import { edit } from "./editor";
import { at, begins, key, kindOf, on, problems, sectionOf, select, store, type Path } from "./store";

interface Row { path: Path; level: number; title: string; number: string; kind: string; only: string; open: boolean | null; count: number; }
const folded = new Set<string>();
let drawn = "", rows: Row[] = [], active = "", focusForm: () => void = () => {}, dragged: Path | null = null;
const BEHIND = ["summary", "glossary", "sources", "unused", "review"];

export function start(form: () => void): void {
  focusForm = form;
  const tree = $("tree");
  tree.addEventListener("keydown", keys);
  tree.addEventListener("click", event => {
    const item = (event.target as Element).closest<HTMLElement>("[role=treeitem]");
    if (!item || (event.target as Element).closest("input")) return;
    if ((event.target as Element).closest(".fold")) fold(item.dataset.path!);
    else pick(item.dataset.path!);
  });
  tree.addEventListener("dblclick", event => {
    const item = (event.target as Element).closest<HTMLElement>("[role=treeitem]");
    if (item) rename(item.dataset.path!);
  });
  drag(tree);
  tools();
  for (const event of ["data", "selected", "problems"] as const) on(event, draw);
}

function list(): Row[] {
  const made: Row[] = [{ path: [], level: 1, title: store.data.title ?? "", number: "", kind: "root", only: "", open: null, count: 0 }];
  const into = (sections: any, path: Path, level: number, before: string): void => {
    (Array.isArray(sections) ? sections : []).forEach((section, n) => {
      if (!section || typeof section !== "object") return;
      const here = [...path, n], blocks = Array.isArray(section.blocks) ? section.blocks : [];
      const number = `${before}${n + 1}`, open = !folded.has(key(here));
      const has = blocks.length || section.sections?.length;
      made.push({ path: here, level, title: section.title ?? "", number, kind: "section", only: section.only ?? "", open: has ? open : null, count: 0 });
      if (!open) return;
      blocks.forEach((block: any, m: number) => made.push({
        path: [...here, "blocks", m], level: level + 1, title: gist(block), number: "", kind: kindOf(block), only: block?.only ?? "", open: null, count: 0,
      }));
      into(section.sections, [...here, "sections"], level + 1, `${number}.`);
    });
  };
  into(store.data.sections, ["sections"], 1, "");
  for (const name of BEHIND) {
    const found = store.data[name];
    if (name === "unused" && !found?.length) continue;
    made.push({ path: [name], level: 1, title: t(`behind-${name}`), number: "", kind: name, only: "", open: null, count: Array.isArray(found) ? found.length : 0 });
  }
  return made;
}

const text = (value: any): string => typeof value === "string" || typeof value === "number" ? String(value)
  : value && typeof value === "object" ? String(value.title || value.text || value.term || value.label || value.caption || "") : "";
function gist(block: any): string {
  const kind = kindOf(block), body = block?.[kind];
  if (kind === "text") return text(Array.isArray(body) ? body[0] : body);
  if (Array.isArray(body)) return t("items", { count: body.length });
  if (kind === "compare") return (body?.columns ?? []).map(text).join("・");
  if (kind === "image") return body?.caption || body?.file || "";
  return text(body);
}

function draw(): void {
  rows = list();
  const chosen = key(store.selected);
  if (!rows.some(row => key(row.path) === active)) active = rows.some(row => key(row.path) === chosen) ? chosen : "";
  const tree = $("tree"), had = tree.contains(document.activeElement) && !(document.activeElement instanceof HTMLInputElement);
  if (document.activeElement instanceof HTMLInputElement && tree.contains(document.activeElement)) return;
  const lines = linesWithProblems(), now = JSON.stringify([rows, chosen, key(store.selected), active, [...lines], store.broken]);
  if (now === drawn && tree.childElementCount) { if (had) focus(active); return; }
  drawn = now;
  const scroll = tree.scrollTop;
  tree.replaceChildren(...rows.map(row => {
    const path = key(row.path), is = path === chosen || (row.kind !== "root" && begins(store.selected, row.path) && !rows.some(r => r !== row && r.path.length > row.path.length && begins(store.selected, r.path)));
    const word = row.kind === "section" || row.kind === "root" || BEHIND.includes(row.kind) ? "" : row.kind ? t(`kind.${row.kind}`) : "?";
    const bad = lines.get(path);
    return h("div", {
      role: "treeitem", class: `row ${row.kind === "section" ? "section" : row.kind in { root: 1 } || BEHIND.includes(row.kind) ? "whole" : "block"}${row.kind === "summary" ? " first" : ""}`,
      "data-path": path, "aria-level": row.level, "aria-selected": String(is),
      "aria-expanded": row.open === null ? undefined : String(row.open), tabIndex: path === active ? 0 : -1, "data-level": Math.min(row.level, 6),
    },
      row.open === null ? h("span", { class: "nofold" }) : h("span", { class: "fold", "aria-hidden": "true" }, row.open ? "▾" : "▸"),
      row.number && h("span", { class: "number" }, `${row.number} `),
      word && h("span", { class: "badge" }, word), " ",
      h("span", { class: "title" }, row.kind === "root" ? t("whole") : row.title || t("untitled")), " ",
      row.only && h("span", { class: "badge only" }, t(`only-${row.only}`)),
      row.count ? h("span", { class: row.kind === "review" ? "count warn" : "count" }, String(row.count)) : null,
      bad && h("span", { class: `dot ${bad}`, title: t("has-problem") }, h("span", { class: "visually-hidden" }, t("has-problem"))),
      row.kind === "section" || (word && true) ? h("span", { class: "grip", draggable: true, title: t("drag"), "aria-hidden": "true" }, "⠿") : null,
    );
  }));
  tree.scrollTop = scroll;
  if (had) focus(active);
  const row = rowOf(chosen);
  for (const [id, fits] of Object.entries({ up: movable(row), down: movable(row), indent: row?.kind === "section", outdent: row?.kind === "section", copy: movable(row), remove: movable(row), rename: row?.kind === "section" || row?.kind === "root" }))
    ($(`tree-${id}`) as HTMLButtonElement).disabled = !fits || store.broken;
  for (const id of ["tree-section", "tree-block"]) ($(id) as HTMLButtonElement).disabled = store.broken;
}

function linesWithProblems(): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of problems()) {
    const path = one.path;
    if (!path || one.severity === "note") continue;
    const row = rows.filter(r => r.path.length && begins(path, r.path)).sort((a, b) => b.path.length - a.path.length)[0];
    if (row && found.get(key(row.path)) !== "error") found.set(key(row.path), one.severity);
  }
  return found;
}

const rowOf = (path: string): Row | undefined => rows.find(row => key(row.path) === path);
const movable = (row: Row | undefined): boolean => Boolean(row && row.path.length > 1);

function pick(path: string): void {
  active = path;
  select(rowOf(path)!.path);
  draw();
  focus(path);
}
function focus(path: string): void {
  const item = $("tree").querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`);
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: "nearest" });
}
function fold(path: string): void {
  if (!folded.delete(path)) folded.add(path);
  draw();
}

function keys(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement) return;
  const n = rows.findIndex(row => key(row.path) === active), row = rows[n];
  if (!row) return;
  const to = (m: number): void => { if (rows[m]) pick(key(rows[m]!.path)); };
  const act: Record<string, () => void> = event.altKey
    ? { ArrowUp: () => shift(-1), ArrowDown: () => shift(1), ArrowRight: indent, ArrowLeft: outdent }
    : event.ctrlKey || event.metaKey ? { d: copy }
    : {
        ArrowUp: () => to(n - 1), ArrowDown: () => to(n + 1), Home: () => to(0), End: () => to(rows.length - 1),
        ArrowRight: () => (row.open === false ? fold(active) : row.open ? to(n + 1) : undefined),
        ArrowLeft: () => (row.open ? fold(active) : to(rows.findLastIndex((r, m) => m < n && r.level < row.level))),
        Enter: focusForm, F2: () => rename(active), Delete: remove,
      };
  const found = act[event.key];
  if (!found) return;
  event.preventDefault();
  found();
}

function rename(path: string): void {
  const row = rowOf(path);
  if (!row || !["section", "root"].includes(row.kind) || store.broken) return;
  const item = $("tree").querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`)!;
  const was = at([...row.path, "title"]) ?? "";
  let done = false;
  const end = async (keep: boolean): Promise<void> => {
    if (done) return;
    done = true;
    const now = input.value;
    input.remove();
    drawn = "";
    item.focus();
    if (keep && now !== was && await edit([{ op: "put", path: [...row.path, "title"], value: now }])) say(t("renamed", { title: now }));
    draw();
    focus(path);
  };
  const input = h("input", {
    class: "rename", value: was, "aria-label": t("rename"), lang: "ja",
    onkeydown: (event: KeyboardEvent) => {
      event.stopPropagation();
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "Enter") { event.preventDefault(); void end(true); }
      if (event.key === "Escape") { event.preventDefault(); void end(false); }
    },
    onblur: () => void end(true),
  });
  item.querySelector(".title")!.replaceChildren(input);
  input.focus();
  input.select();
}

/** Move the row in hand among its like. */
async function shift(by: number): Promise<void> {
  const path = store.selected, n = path.at(-1), around = path.slice(0, -1);
  if (typeof n !== "number") return;
  const count = at(around)?.length ?? 0, to = n + by;
  if (to < 0 || to >= count) { say(t("at-the-end")); return; }
  await moved(path, around, by > 0 ? to + 1 : to, [...around, to]);
}
async function indent(): Promise<void> {
  const path = store.selected, n = path.at(-1);
  if (path.at(-2) !== "sections" || typeof n !== "number" || n === 0) { say(t("nowhere")); return; }
  const into = [...path.slice(0, -1), n - 1, "sections"], count = at(into)?.length ?? 0;
  await moved(path, into, count, [...into, count]);
}
async function outdent(): Promise<void> {
  const path = store.selected;
  if (path.at(-2) !== "sections" || path.length < 4) { say(t("nowhere")); return; }
  const parent = path.slice(0, -2), around = parent.slice(0, -1), n = Number(parent.at(-1)) + 1;
  await moved(path, around, n, [...around, n]);
}
async function moved(path: Path, to: Path, index: number, after: Path): Promise<void> {
  const title = rowOf(key(path))?.title ?? "";
  if (!await edit([{ op: "move", path, to, index }])) return;
  store.selected = after;
  active = key(after);
  await settled();
  focus(active);
  say(t("moved", { title, place: Number(after.at(-1)) + 1, count: at(after.slice(0, -1))?.length ?? "" }));
}
async function copy(): Promise<void> {
  const path = store.selected, n = path.at(-1);
  if (typeof n !== "number" || !await edit([{ op: "duplicate", path }])) return;
  store.selected = [...path.slice(0, -1), n + 1];
  active = key(store.selected);
  await settled();
  focus(active);
  say(t("copied"));
}
async function remove(): Promise<void> {
  const path = store.selected, n = path.at(-1);
  if (typeof n !== "number" || path.length < 2) return;
  const title = rowOf(key(path))?.title ?? "", around = path.slice(0, -1), count = at(around)?.length ?? 1;
  if (key(around) === "sections" && count === 1) { say(t("last-section"), "bad"); return; }
  if (!await edit([{ op: "remove", path }])) return;
  store.selected = count > 1 ? [...around, Math.min(n, count - 2)] : around.slice(0, -1);
  active = key(store.selected);
  await settled();
  focus(active);
  say(t("removed", { title }));
}

/** Take what is new into hand. */
async function hold(path: Path): Promise<void> {
  store.selected = path;
  active = key(path);
  folded.delete(key(sectionOf(path)!));
  await settled();
  draw();
}

/** Wait until the studio has told what the text says now. */
function settled(): Promise<void> {
  return new Promise(done => {
    let over = false;
    const end = (): void => { if (!over) { over = true; done(); } };
    once.push(end);
    setTimeout(end, 1500);
  });
}
const once: (() => void)[] = [];
on("data", () => { once.splice(0).forEach(end => end()); });

function tools(): void {
  $("tree-tools").replaceChildren(
    ...[["up", ICONS.up, () => shift(-1)], ["down", ICONS.down, () => shift(1)], ["outdent", ICONS.left, outdent], ["indent", ICONS.right, indent],
      ["rename", ICONS.rename, () => rename(active)], ["copy", ICONS.copy, copy], ["remove", ICONS.remove, remove]].map(([id, drawn, act]) =>
        tool(t(`tree-${id}`), drawn as string, () => void (act as () => unknown)(), { id: `tree-${id}` })),
  );
  adding({ hold, name: () => rename(active), fill: () => focusForm() });
}

function drag(tree: HTMLElement): void {
  const target = (event: DragEvent): { item: HTMLElement; path: Path; after: boolean } | null => {
    const item = (event.target as Element).closest<HTMLElement>("[role=treeitem]"), row = item && rowOf(item.dataset.path!);
    if (!row || !dragged || row.path.length < 2 || row.path.at(-2) !== dragged.at(-2) || begins(row.path, dragged)) return null;
    const box = item.getBoundingClientRect();
    return { item, path: row.path, after: event.clientY > box.top + box.height / 2 };
  };
  const clear = (): void => tree.querySelectorAll(".before, .after").forEach(e => e.classList.remove("before", "after"));
  tree.addEventListener("dragstart", event => {
    const item = (event.target as Element).closest?.<HTMLElement>("[role=treeitem]");
    dragged = item ? rowOf(item.dataset.path!)!.path : null;
    event.dataTransfer?.setData("text/plain", item?.dataset.path ?? "");
    if (item) event.dataTransfer?.setDragImage(item, 10, 10);
  });
  tree.addEventListener("dragover", event => {
    clear();
    const found = target(event);
    if (!found) return;
    event.preventDefault();
    found.item.classList.add(found.after ? "after" : "before");
  });
  tree.addEventListener("drop", event => {
    const found = target(event), from = dragged;
    clear();
    if (!found || !from) return;
    event.preventDefault();
    event.stopPropagation();
    const around = found.path.slice(0, -1), index = Number(found.path.at(-1)) + (found.after ? 1 : 0);
    const same = key(around) === key(from.slice(0, -1)), n = same && Number(from.at(-1)) < index ? index - 1 : index;
    store.selected = from;
    void moved(from, around, index, [...around, n]);
  });
  tree.addEventListener("dragend", () => { dragged = null; clear(); });
}
