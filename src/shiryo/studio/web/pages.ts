// Slides and pages as they will be: a click goes to where the words are written, the cursor is shown.

import { $, h, say, t } from "./dom";
import { key, on as hear, pathOf, store, type Path } from "./store";

type Output = "deck" | "handout";
let go: (path: Path) => void = () => {}, article: (line: number) => void = () => {}, marked = "", zoom = 100;
const counts: Record<Output, number> = { deck: 0, handout: 0 };
let follows = true;

export function start(goes: (path: Path) => void, shows: (line: number) => void): void {
  go = goes;
  article = shows;
  for (const output of ["deck", "handout"] as const) {
    $(output).addEventListener("click", event => {
      const target = event.target as Element, href = target.closest("a")?.getAttribute("href") ?? "";
      const found = target.closest<SVGElement>("[data-at]")?.dataset.at, page = /^(\d+)\.svg$/.exec(href);
      if (href.includes(":") && (event.ctrlKey || event.metaKey)) return; // a link to elsewhere, asked for
      event.preventDefault();
      if (page && (!found || /^(template|program)/.test(found) || event.ctrlKey || event.metaKey)) { showPage(output, Number(page[1]) - 1); return; }
      if (found) went(found);
    });
  }
  hear("cursor", mark);
  for (const [id, by] of [["zoom-out", -25], ["zoom-in", 25]] as const) $(id).addEventListener("click", () => {
    zoom = Math.max(50, Math.min(300, zoom + by));
    $("pages").style.setProperty("--zoom", `${zoom}%`);
    $("zoom").textContent = `${zoom} %`;
    say(t("zoomed", { zoom }));
    mark();
  });
  new ResizeObserver(() => mark()).observe($("pages"));
}

function went(where: string): void {
  const path = pathOf(where);
  if (path[0] === "article") article(Number(path[1]));
  else if (path[0] === "template") say(t("of-template"));
  else if (path[0] === "program") say(t("of-program"));
  else { follows = false; go(path); store.cursor = path; mark(); follows = true; }
}

function showPage(output: Output, n: number): void {
  const figure = $(`${output}-${n}`);
  figure?.scrollIntoView({ block: "start" });
  figure?.focus({ preventScroll: true });
}

/** Show the pages that changed. */
export function show(output: Output, count: number, pages: Record<string, string>): void {
  const place = $(output);
  counts[output] = count;
  for (const [n, svg] of Object.entries(pages)) {
    const figure = figureOf(place, output, Number(n));
    figure.querySelector(".page")!.innerHTML = svg;
    found.delete(figure);
  }
  for (const figure of [...place.children].slice(count)) figure.remove();
  for (const figure of place.children as Iterable<HTMLElement>) {
    const folio = figure.querySelector(".folio")!, now = `${Number(figure.dataset.n) + 1} / ${count}`;
    if (folio.textContent !== now) folio.textContent = now;
  }
  for (const n of Object.keys(pages)) {
    const figure = $(`${output}-${n}`), svg = figure.querySelector("svg")!, title = svg.querySelector("title")?.textContent ?? "";
    figure.setAttribute("aria-label", t(`page-${output}`, { number: Number(n) + 1, title }));
    const list = figure.querySelector("details")!;
    if (list.open) statements(figure);
  }
  document.dispatchEvent(new CustomEvent("pages", { detail: output }));
  mark();
}

function figureOf(place: HTMLElement, output: Output, n: number): HTMLElement {
  while (place.children.length <= n) {
    const m = place.children.length;
    const list = h("details", { class: "said-list", ontoggle: () => { if (list.open) statements(figure); } }, h("summary", {}, t("statements")), h("ul"));
    const figure: HTMLElement = h("figure", { id: `${output}-${m}`, tabIndex: -1, "data-n": m },
      h("div", { class: "page" }), h("div", { class: "place", hidden: true, "aria-hidden": "true" }), h("figcaption", {}, h("span", { class: "folio" }), list));
    place.append(figure);
  }
  return place.children[n] as HTMLElement;
}

/** List what a page says, each a way to where it is written. */
function statements(figure: HTMLElement): void {
  const said = new Map<string, string>();
  figure.querySelectorAll<SVGElement>("svg [data-at]").forEach(group => {
    const text = group.querySelector("text")?.textContent ?? "";
    if (text.trim()) said.set(group.dataset.at!, (said.get(group.dataset.at!) ?? "") + text);
  });
  figure.querySelector("ul")!.replaceChildren(...[...said].map(([where, text]) =>
    h("li", {}, /^(template|program)/.test(where) ? h("span", { lang: "ja" }, text) : h("button", { type: "button", class: "quiet", lang: "ja", onclick: () => went(where) }, text))));
}

const found = new WeakMap<HTMLElement, Map<string, SVGElement[]>>();
/** Return what of a page says where it is written, by that. */
function written(figure: HTMLElement): Map<string, SVGElement[]> {
  const known = found.get(figure);
  if (known) return known;
  const made = new Map<string, SVGElement[]>();
  figure.querySelectorAll<SVGElement>("[data-at]").forEach(group => { const where = group.dataset.at!; made.set(where, [...(made.get(where) ?? []), group]); });
  found.set(figure, made);
  return made;
}

/** Tell whether what is written at `where` is at a path, within it, or around it. */
const fits = (where: string, said: string, length: number): boolean =>
  where === said || where.startsWith(`${said}/`) || (length > 2 && said.startsWith(`${where}/`) && where.split("/").length > 2);

/** Show on the pages where the cursor is. */
function mark(): void {
  const path = store.cursor, said = key(path);
  document.querySelectorAll("figure.on").forEach(figure => { figure.classList.remove("on"); figure.querySelector<HTMLElement>(".place")!.hidden = true; });
  if (!path.length) return;
  for (const output of ["deck", "handout"] as const) {
    if ($(output).offsetParent === null) continue;
    const on = [...($(output).children as Iterable<HTMLElement>)].map(figure => ({
      figure, hits: [...written(figure)].flatMap(([where, groups]) => (fits(where, said, path.length) ? groups : [])),
    })).filter(one => one.hits.length);
    const most = on.reduce((best, one) => (one.hits.length > (best?.hits.length ?? 0) ? one : best), on[0]);
    for (const { figure, hits } of path.length > 2 ? on : most ? [most] : []) {
      figure.classList.add("on");
      const frame = figure.querySelector(".page")!.getBoundingClientRect(), boxes = hits.map(hit => hit.getBoundingClientRect()).filter(box => box.width);
      const place = figure.querySelector<HTMLElement>(".place")!;
      if (boxes.length && path.length > 2 && path.at(-2) !== "sections") {
        const [left, top] = [Math.min(...boxes.map(b => b.left)), Math.min(...boxes.map(b => b.top))];
        const [right, bottom] = [Math.max(...boxes.map(b => b.right)), Math.max(...boxes.map(b => b.bottom))];
        Object.assign(place.style, {
          left: `${((left - frame.left) / frame.width) * 100}%`, top: `${((top - frame.top) / frame.width) * 100}cqw`,
          width: `${((right - left) / frame.width) * 100}%`, height: `${((bottom - top) / frame.width) * 100}cqw`,
        });
        place.hidden = false;
      }
    }
    if (most && said !== marked && follows) most.figure.scrollIntoView({ block: "nearest" });
  }
  marked = said;
}
export const counted = (): Record<Output, number> => counts;
