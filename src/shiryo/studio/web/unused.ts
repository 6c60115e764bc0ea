// Sentences of the article that nothing uses: where they belong, and how they come in.

import { $, h, say, t } from "./dom";
import { edit } from "./editor";
import { at, emit, key, kindOf, ranges, store, type Path } from "./store";

/** Show in a form what nothing uses of what its section could say. */
export function unusedHere(section: Path | null): void {
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
