// What a button opens to choose from (WAI-ARIA menu button pattern): nothing is done by passing over an entry.

import { h } from "./dom";

/** Return an entry of a menu. */
export const choice = (name: string, act: () => void, props: Record<string, unknown> = {}): HTMLElement =>
  h("button", { type: "button", role: "menuitem", tabIndex: -1, onclick: act, ...props }, name);

/** Let `button` open `place`, a popover with `entries`, above it where there is no room below. */
export function menu(button: HTMLElement, place: HTMLElement, entries: HTMLElement[]): void {
  place.replaceChildren(...entries);
  place.addEventListener("click", () => place.hidePopover());
  place.addEventListener("keydown", event => {
    const n = entries.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: n + 1, ArrowUp: n - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (event.key === "Tab") place.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  });
  place.addEventListener("toggle", event => {
    const open = (event as ToggleEvent).newState === "open", { top, bottom, left } = button.getBoundingClientRect();
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const { width, height } = place.getBoundingClientRect();
    place.style.left = `${Math.max(0, Math.min(left, innerWidth - width))}px`;
    place.style.top = `${bottom + 4 + height <= innerHeight ? bottom + 4 : Math.max(0, top - 4 - height)}px`;
    entries[0]?.focus();
  });
}
