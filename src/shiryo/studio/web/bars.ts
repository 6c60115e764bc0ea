// What waits for a person: the file changed elsewhere, typing of before was left, the studio is gone.

import { MergeView } from "@codemirror/merge";
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { yaml } from "@codemirror/lang-yaml";
import { $, h, say, t } from "./dom";
import { apply, flushed, view } from "./editor";
import { rescue } from "./files";
import { ask } from "./link";
import { on, store } from "./store";

let drawn = "", compared: MergeView | undefined;

export function start(nonce: string): void {
  const draw = (): void => {
    const { conflict, left, trouble } = store.state, now = JSON.stringify([conflict, left, trouble, store.online]);
    if (now === drawn) return;
    drawn = now;
    const bars: HTMLElement[] = [];
    if (!store.online) bars.push(bar("bad", t("offline"), [[t("rescue"), rescue]]));
    if (conflict) bars.push(bar("warn", t(`conflict-${conflict}`), [
      ...(conflict === "changed" ? [[t("reload"), () => void become("reload", t("reloaded"))], [t("compare"), () => void compare(nonce, t("disk"))]] as [string, () => void][] : []),
      [t("overwrite"), () => void save(true)]]));
    if (left) bars.push(bar("warn", t("left"), [
      [t("restore"), () => void become("left", t("restored")).then(done => done && ask("drop_left"))], [t("compare"), () => void compare(nonce, t("left-text"))],
      [t("discard"), () => void ask("drop_left").then(() => say(t("discarded")))]]));
    if (trouble) bars.push(bar("bad", `${trouble.message} ${trouble.hint}`, []));
    $("bars").replaceChildren(...bars);
  };
  on("state", draw);
  on("offline", draw);
}

const bar = (kind: string, text: string, acts: [string, () => void][]): HTMLElement =>
  h("div", { class: `bar ${kind}`, role: "alert" }, h("p", {}, text), ...acts.map(([name, go]) => h("button", { type: "button", onclick: go }, name)));

/** Take another text up, as a change that can be undone. */
async function become(what: string, told: string): Promise<boolean> {
  await flushed();
  const answer = await ask(what), done = !answer.refused && apply(answer, "input.become", true);
  say(done ? told : answer.message ?? t(`refused-${answer.refused ?? "failed"}`), done ? "" : "bad");
  if (done) await flushed();
  return done;
}

export async function save(force = false): Promise<void> {
  await flushed();
  const answer = await ask("save", { force });
  if (answer.refused) say([answer.message, answer.hint].filter(Boolean).join(" ") || t(`refused-${answer.refused}`), "bad");
  else if (answer.state.conflict) say(t(`conflict-${answer.state.conflict}`), "bad");
  else say(t("saved", { file: answer.state.file }));
}

async function compare(nonce: string, name: string): Promise<void> {
  const { text, refused } = await ask("other");
  if (refused) return;
  const dialog = $<HTMLDialogElement>("compare"), place = $("compare-text");
  compared?.destroy();
  place.replaceChildren();
  const shared = (label: string) => [lineNumbers(), yaml(), EditorView.cspNonce.of(nonce), EditorState.readOnly.of(true), EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" })];
  $("compare-left").textContent = name;
  compared = new MergeView({
    a: { doc: text, extensions: shared(name) }, b: { doc: view.state.doc.toString(), extensions: shared(t("mine")) },
    parent: place, collapseUnchanged: { margin: 3, minSize: 4 }, gutter: true,
  });
  dialog.showModal();
}
