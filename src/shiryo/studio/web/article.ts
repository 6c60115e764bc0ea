// The article beside the outline: what of it is used, and where; what is not is a click away.

import { $, h, say, t } from "./dom";
import { apply, flushed } from "./editor";
import { ask } from "./link";
import { at, emit, on, ranges, sectionOf, store, type Article, type Path } from "./store";
import { sectionFor, takeIn } from "./unused";

let go: (path: Path) => void = () => {}, timer = 0;

export function start(goes: (path: Path) => void): void {
  go = goes;
  on("data", () => { clearTimeout(timer); timer = window.setTimeout(() => void fetch_(), 500); });
  on("article", draw);
  on("cursor", mark);
}

export async function fetch_(): Promise<void> {
  const found = await ask("article");
  if (found.refused) return;
  const lines: string[] = found.lines ?? [], uses = users();
  store.article = { ...found, unused: found.unused.filter((one: Article["unused"][number]) => !isReworded(one, lines, uses)) };
  emit("article");
}

/** Tell whether a sentence is all of its lines and something cites them: then it is said in other words. */
function isReworded(one: { text: string; from: string[] }, lines: string[], uses: Map<number, Path[]>): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
  return ranges(one.from).every(([a, b]) => uses.has(a) && letters(lines.slice(a - 1, b).join("")).length <= letters(one.text).length + 2);
}

function users(): Map<number, Path[]> {
  const found = new Map<number, Path[]>();
  const into = (value: any, path: Path): void => {
    if (!value || typeof value !== "object" || path[0] === "unused" || path[0] === "review") return;
    if (!Array.isArray(value)) for (const [a, b] of ranges(value.from)) for (let n = a; n <= Math.min(b, a + 400); n++) found.set(n, [...(found.get(n) ?? []), path]);
    for (const [name, inner] of Object.entries(value)) into(inner, [...path, Array.isArray(value) ? Number(name) : name]);
  };
  into(store.data, []);
  return found;
}

function draw(): void {
  const place = $("article"), found = store.article;
  if (!found?.lines) { place.replaceChildren(h("p", { class: "hint" }, t("no-article"))); return; }
  const uses = users(), left = new Map(found.unused.flatMap(one => ranges(one.from).slice(0, 1).map(([a]) => [a, one] as const)));
  const within = new Set(found.unused.flatMap(one => ranges(one.from).flatMap(([a, b]) => Array.from({ length: Math.min(b - a + 1, 400) }, (_, n) => a + n))));
  const scroll = place.scrollTop, slides = at(["draft", "slides"]) || "";
  const length = h("input", { type: "number", min: "1", max: "200", value: String(slides), id: "length", inputMode: "numeric" });
  place.replaceChildren(
    h("div", { class: "article-head" }, h("p", {}, h("b", { lang: "ja" }, found.title || found.file), ` ${t("unused-count", { count: found.unused.length })}`),
      h("div", { class: "inline" }, h("label", { htmlFor: "length" }, t("length")), length, h("button", { type: "button", id: "redraft", onclick: () => void redraft(Number(length.value)) }, t("redraft")))),
    h("ol", { class: "lines", lang: "ja" }, ...found.lines.map((line, n) => {
      const paths = uses.get(n + 1) ?? [], one = left.get(n + 1);
      if (!line.trim()) return null;
      return h("li", { value: n + 1, "data-line": n + 1, class: paths.length ? "used" : within.has(n + 1) ? "left" : "" },
        paths.length ? h("button", { type: "button", class: "quiet line", onclick: () => go(paths[0]!) }, line, h("span", { class: "uses" }, ` ${t("uses", { count: paths.length })}`)) : h("span", { class: "line" }, line),
        one && h("button", { type: "button", class: "take", "aria-label": t("take-in-what", { text: one.text.slice(0, 20) }), onclick: () => { const section = sectionOf(store.selected) ?? sectionFor(one.from); if (section) void takeIn(section, one); } }, t("take-in")));
    })));
  place.scrollTop = scroll;
  mark();
}

function mark(): void {
  const lines = new Set<number>();
  for (let n = store.cursor.length; n > 0; n--) {
    const found = ranges(at(store.cursor.slice(0, n))?.from);
    if (!found.length) continue;
    for (const [a, b] of found) for (let m = a; m <= Math.min(b, a + 400); m++) lines.add(m);
    break;
  }
  let first = true;
  $("article").querySelectorAll<HTMLElement>("[data-line]").forEach(item => {
    const is = lines.has(Number(item.dataset.line));
    item.classList.toggle("on", is);
    if (is && first && item.offsetParent) { item.scrollIntoView({ block: "nearest" }); first = false; }
  });
}

export function showLine(line: number): void {
  const item = $("article").querySelector<HTMLElement>(`[data-line="${line}"]`);
  item?.scrollIntoView({ block: "center" });
  item?.querySelector("button")?.focus();
}

async function redraft(slides: number): Promise<void> {
  await flushed();
  const answer = await ask("redraft", { slides: slides || 0 });
  if (answer.refused || !apply(answer, "input.redraft", true)) say(answer.message ?? t("refused-unfit"), "bad");
  else say(t("redrafted"));
}
