// Elements in a line each, and the words of the page.

export type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

/** Return an element; properties that begin with `on` listen, `class` and `aria-…` are attributes. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Props = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value as EventListener);
    else if (name in made && !name.includes("-") && name !== "list" && name !== "form") (made as any)[name] = value;
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

export const $ = <T extends HTMLElement = HTMLElement>(id: string): T => document.getElementById(id) as T;

let words: Record<string, string> = {};
export let language = "ja";

export async function loadWords(): Promise<void> {
  const asked = localStorage.getItem("shiryo-language") ?? navigator.language.slice(0, 2);
  language = asked === "en" ? "en" : "ja";
  words = await (await fetch(`/words?lang=${language}`)).json();
  document.documentElement.lang = language;
  document.querySelectorAll<HTMLElement>("[data-word]").forEach(e => { e.textContent = t(e.dataset.word!); });
  document.querySelectorAll<HTMLElement>("[data-label]").forEach(e => {
    const said = t(e.dataset.label!);
    e.setAttribute("aria-label", said);
    if (e.matches("button, select")) e.title = said;
  });
}

/** Return a word of the page, filled in; the name itself where there is none. */
export function t(name: string, values: Record<string, unknown> = {}): string {
  const said = words[name] ?? words[`page.${name}`] ?? name;
  return said.replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
}
export const known = (name: string): boolean => name in words;

/** Say what happened, to who looks and to who listens. */
export function say(text: string, kind: "" | "bad" = ""): void {
  const place = $("said");
  place.className = kind;
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
}

export const icon = (path: string): SVGSVGElement => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "path");
  drawn.setAttribute("d", path);
  svg.append(drawn);
  return svg;
};
export const ICONS = {
  up: "M8 13V3M3.5 7.5 8 3l4.5 4.5", down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
  right: "M3 8h10M8.5 3.5 13 8l-4.5 4.5", left: "M13 8H3M7.5 3.5 3 8l4.5 4.5",
  add: "M8 3v10M3 8h10", remove: "M4 4l8 8M12 4l-8 8",
  copy: "M5.5 5.5h7v7h-7zM3.5 10.5v-7h7", rename: "M3 13l.6-2.7L10.8 3l2.2 2.2-7.3 7.2zM9.4 4.4l2.2 2.2",
};

/** Return a button with a sign and a name. */
export const tool = (name: string, path: string, act: () => void, props: Props = {}): HTMLButtonElement =>
  h("button", { type: "button", class: "tool", title: name, "aria-label": name, onclick: act, ...props }, icon(path));
