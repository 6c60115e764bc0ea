// What can be added to an outline: sections, and blocks of every kind.

import { $, h, say, t } from "./dom";
import { edit } from "./editor";
import { ask } from "./link";
import { choice, menu } from "./menu";
import { at, sectionOf, store, type Path } from "./store";

/** What the tree does with a place that is new: take it in hand, then have it named or filled in. */
interface Tree { hold: (path: Path) => Promise<void>; name: () => void; fill: () => void; }

/** What each kind of block begins as, in the order in which they are offered. */
const NEW: Record<string, () => unknown> = {
  bullets: () => [t("new-item")],
  text: () => [t("new-item")],
  table: () => ({ columns: [t("new-column"), t("new-column")], rows: [["", ""], ["", ""]] }),
  chart: () => ({ kind: "column", categories: ["A", "B", "C"], series: [{ name: t("new-series"), values: [1, 2, 3] }] }),
  figures: () => [{ value: "1", label: t("new-item") }],
  steps: () => [t("new-item")],
  timeline: () => [{ date: t("new-date"), text: t("new-item") }],
  compare: () => ({ columns: [0, 1].map(() => ({ title: t("new-column"), items: [t("new-item")] })) }),
  definition: () => ({ term: t("new-term"), text: t("new-item") }),
  quote: () => t("new-item"),
  dialogue: () => [{ speaker: t("new-speaker"), text: t("new-item") }],
  image: () => ({ file: "image.png" }),
};

export function start(tree: Tree): void {
  const kinds = h("div", { id: "tree-kinds", class: "menu", popover: "auto", role: "menu", "aria-label": t("add-block") });
  const open = h("button", { type: "button", id: "tree-block", class: "quiet", popoverTargetElement: kinds, "aria-haspopup": "menu", "aria-expanded": "false" }, t("add-block"));
  menu(open, kinds, Object.keys(NEW).map(kind => choice(t(`kind.${kind}`), () => void addBlock(kind, tree), { "data-kind": kind })));
  $("tree-add").replaceChildren(h("button", { type: "button", id: "tree-section", class: "quiet", onclick: () => void addSection(tree) }, t("add-section")), open, kinds);
}

/** Add a section after the one in hand, at its level. */
async function addSection(tree: Tree): Promise<void> {
  const section = sectionOf(store.selected), around = section?.slice(0, -1) ?? ["sections"];
  const index = section ? Number(section.at(-1)) + 1 : at(around)?.length ?? 0;
  const { id } = await ask("new_id", { name: "section" });
  if (!await edit([{ op: "insert", path: around, index, value: { id, title: t("new-section") } }])) return;
  await tree.hold([...around, index]);
  tree.name();
}

/** Add a block after the one in hand, or at the end of its section. */
async function addBlock(kind: string, tree: Tree): Promise<void> {
  const path = store.selected, section = sectionOf(path);
  if (!section) { say(t("choose-section"), "bad"); return; }
  const around = [...section, "blocks"], m = path.indexOf("blocks", section.length);
  const index = m > 0 ? Number(path[m + 1]) + 1 : at(around)?.length ?? 0;
  if (!await edit([{ op: "insert", path: around, index, value: { [kind]: NEW[kind]!() } }])) return;
  await tree.hold([...around, index]);
  say(t("added", { kind: t(`kind.${kind}`) }));
  tree.fill();
}
