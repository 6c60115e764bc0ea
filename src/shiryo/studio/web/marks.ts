// Buttons over a text: emphasis, ruby, link, note.

import { h, t } from "./dom";

const MARKS: [string, string, (chosen: string) => [string, number, number]][] = [
  ["strong", "B", chosen => [`**${chosen || t("mark-text")}**`, 2, 2]],
  ["ruby", "ルビ", chosen => { const base = chosen || "漢字"; return [`{${base}|${t("mark-reading")}}`, base.length + 2, 1]; }],
  ["link", "🔗", chosen => { const text = chosen || t("mark-text"); return [`[${text}](https://)`, text.length + 11, 1]; }],
  ["note", "注", chosen => [`${chosen}^[${t("mark-note")}]`, chosen.length + 2, 1]],
];

/** Return the buttons of a text field; they are seen while it has the focus. */
export function dress(field: HTMLTextAreaElement): HTMLElement {
  return h("div", { class: "marks", role: "group", "aria-label": t("marks") }, ...MARKS.map(([name, sign, mark]) =>
    h("button", {
      type: "button", title: t(`mark-${name}`), "aria-label": t(`mark-${name}`),
      onmousedown: (event: Event) => event.preventDefault(),
      onclick: () => {
        const { selectionStart: from, selectionEnd: to, value } = field, [made, skip, less] = mark(value.slice(from, to));
        field.setRangeText(made, from, to, "end");
        field.dispatchEvent(new InputEvent("input"));
        field.focus();
        field.setSelectionRange(from + skip, from + made.length - less);
      },
    }, sign === "🔗" ? "↗" : sign)));
}
