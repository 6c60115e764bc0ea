// Files in and out: an article becomes a draft, a picture goes beside the outline, outputs come down.

import { $, h, say, t } from "./dom";
import { apply, flushed, put, view } from "./editor";
import { ask } from "./link";
import { choice, menu } from "./menu";
import { store, type Path } from "./store";

const MOST = 60_000_000;

async function send(where: string, file: File): Promise<any> {
  if (file.size > MOST) { say(t("too-large", { name: file.name }), "bad"); return null; }
  const headers = { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) };
  let answer: Response;
  try { answer = await fetch(where, { method: "POST", headers, body: file }); } catch { say(t("refused-offline"), "bad"); return null; }
  if (answer.status === 413) { say(t("too-large", { name: file.name }), "bad"); return null; }
  const made = await answer.json().catch(() => ({}));
  if (answer.ok) return made;
  const first = made.problems?.[0];
  say(first ? `${first.message} ${first.hint}` : t("refused-failed"), "bad");
  return null;
}

export async function article(file: File): Promise<void> {
  await flushed();
  say(t("reading", { name: file.name }));
  document.body.classList.add("busy");
  const made = await send("/article", file);
  document.body.classList.remove("busy");
  if (!made) return;
  if (apply(made, "input.article", true)) say(t("drafted", { name: file.name }));
  else say(t("refused-unfit"), "bad");
}

export async function blank(): Promise<void> {
  const made = await ask("blank");
  if (!made.refused) apply(made, "input.blank", true);
}

const isPicture = (file: File): boolean => /^image\/(png|jpeg)$/.test(file.type);

async function picture(path: Path, file: File): Promise<void> {
  const name = file.name && file.name !== "image.png" ? file.name : `picture-${file.size}.${file.type === "image/jpeg" ? "jpg" : "png"}`;
  const made = await send("/picture", new File([file], name, { type: file.type }));
  if (made) { put(path, made.path); say(t("picture-put", { name })); }
}

/** Return a field of a picture's file, which takes one by choosing, dropping and pasting. */
export function pictureField(path: Path, field: HTMLElement): HTMLElement {
  const choose = h("input", { type: "file", accept: "image/png,image/jpeg", class: "visually-hidden", tabIndex: -1, "aria-hidden": "true", onchange: () => { const file = choose.files?.[0]; if (file) void picture(path, file); } });
  const made = h("div", { class: "picture" }, field, choose, h("button", { type: "button", onclick: () => choose.click() }, t("choose-picture")), h("span", { class: "hint" }, t("picture-hint")));
  made.addEventListener("paste", event => {
    const file = [...(event.clipboardData?.files ?? [])].find(isPicture);
    if (file) { event.preventDefault(); void picture(path, file); }
  });
  made.addEventListener("dragover", event => event.preventDefault());
  made.addEventListener("drop", event => {
    const file = [...(event.dataTransfer?.files ?? [])].find(isPicture);
    if (file) { event.preventDefault(); event.stopPropagation(); void picture(path, file); }
  });
  return made;
}

export async function take(kind: string, variant = ""): Promise<void> {
  await flushed();
  say(t("building"));
  const answer = await fetch(`/take/${kind}${variant ? `?variant=${variant}` : ""}`).catch(() => null);
  if (!answer?.ok) {
    const first = (await answer?.json().catch(() => null))?.problems?.[0];
    say(first ? `${first.message} ${first.hint}` : t("refused-offline"), "bad");
    return;
  }
  const name = decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? kind);
  download(await answer.blob(), name);
  say(t("taken", { name }));
}

/** Hand the text itself over, without the studio. */
export const rescue = (): void => download(new Blob([view.state.doc.toString()], { type: "application/yaml" }), store.state.file || "outline.yaml");

function download(data: Blob, name: string): void {
  const link = h("a", { href: URL.createObjectURL(data), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function start(): void {
  const choose = $<HTMLInputElement>("article-file");
  choose.addEventListener("change", () => { const file = choose.files?.[0]; choose.value = ""; if (file) void article(file); });
  for (const id of ["bring", "bring-first"]) $(id).addEventListener("click", () => choose.click());
  $("blank").addEventListener("click", () => void blank());
  let inside = 0;
  const has = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragenter", event => { if (has(event)) { inside++; $("drop").hidden = false; } });
  addEventListener("dragleave", event => { if (has(event) && --inside <= 0) { inside = 0; $("drop").hidden = true; } });
  addEventListener("dragover", event => { if (has(event)) event.preventDefault(); });
  addEventListener("drop", event => {
    inside = 0;
    $("drop").hidden = true;
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    void article(file);
  });
  const entry = (kind: string, word: string, variant = ""): HTMLElement => choice(t(word), () => void take(kind, variant), { "data-take": kind + variant });
  menu($("take"), $("take-menu"), [entry("deck.pptx", "take-deck"), entry("deck.pdf", "take-deck-pdf"),
    ...["summary", "onepage", "full", "notes", "slides"].map(one => entry("handout.pdf", `take-${one}`, one)), entry("outline.yaml", "take-outline")]);
}
