// The text: CodeMirror, with what all tabs share (collab), completion and problems from the studio.

import { autocompletion, completionKeymap, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { collab, getSyncedVersion, receiveUpdates, sendableUpdates } from "@codemirror/collab";
import { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, codeFolding, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { Annotation, ChangeSet, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { say, t } from "./dom";
import { ask, isOpen, tell } from "./link";
import { emit, problems, store, type Path, type Problem } from "./store";

export let view: EditorView;
const client = crypto.randomUUID();
const Quiet = Annotation.define<boolean>();
let pushing = false, idle: (() => void)[] = [], moved = 0;

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--string)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--muted)" },
  { tag: [tags.keyword, tags.atom, tags.bool, tags.number], color: "var(--number)" },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket, tags.meta], color: "var(--ink-2)" },
]);

const look = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "13.5px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.75" },
  ".cm-gutters": { backgroundColor: "var(--paper)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--tint-line)" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { backgroundColor: "var(--selection)" },
  ".cm-selectionMatch": { backgroundColor: "var(--tint)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--rule-2)", maxWidth: "34rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--on-accent)" },
  ".cm-completionInfo": { maxWidth: "22rem" },
  ".cm-diagnostic": { padding: "6px 10px", whiteSpace: "pre-wrap" },
  ".cm-diagnosticAction": { backgroundColor: "var(--accent)", color: "var(--on-accent)", padding: "3px 10px", minHeight: "24px" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--tint)", color: "var(--ink-2)", border: "none", padding: "0 6px" },
});

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const word = context.matchBefore(/[^\s,[\]{}:'"]*/);
  if (!context.explicit && !word?.text) return null;
  await flushed();
  const found = await ask("complete", { at: context.pos });
  if (found.refused || !found.options.length) return null;
  return {
    from: found.from, validFor: /^[\w-]*$/,
    options: found.options.map((one: any) => ({
      label: one.label, type: one.type === "key" ? "property" : "enum", info: one.info || undefined,
      apply: one.type === "key" ? `${one.label}: ` : one.label,
    })),
  };
}

function extensions(nonce: string): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    lineNumbers(), foldGutter(), codeFolding(), history({ newGroupDelay: 600 }), drawSelection(), indentOnInput(),
    bracketMatching(), highlightActiveLine(), highlightActiveLineGutter(), highlightSelectionMatches(), lintGutter(),
    yaml(), syntaxHighlighting(colours), look, EditorView.lineWrapping,
    autocompletion({ override: [complete], icons: false }),
    keymap.of([...completionKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap]),
    EditorView.contentAttributes.of({ "aria-label": t("editor"), lang: "ja", spellcheck: "false", tabindex: "0" }),
    EditorView.updateListener.of(update => {
      if (update.docChanged) push();
      if (update.selectionSet && !update.transactions.some(one => one.annotation(Quiet)) && view.hasFocus) cursor();
      if (update.docChanged) emit("state");
    }),
    EditorView.domEventHandlers({ compositionend: () => { setTimeout(push); } }),
  ];
}

/** Begin with a text; a page that has one asks for what it missed, and loses nothing of its own. */
export function begin(text: string, version: number, parent: HTMLElement, nonce: string, missed: boolean): void {
  const fresh = (): EditorState => EditorState.create({ doc: text, extensions: [extensions(nonce), collab({ startVersion: version, clientID: client })] });
  if (!view) view = new EditorView({ state: fresh(), parent });
  else if (missed) {
    const mine = view.state.doc.toString(), typed = sendableUpdates(view.state).length > 0;
    view.setState(fresh());
    if (typed && mine !== text) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: mine } });
  } else tell({ do: "push", version: getSyncedVersion(view.state), updates: [] });
  (window as any).view = view;
  mark();
}

/** Take what tabs did, our own among it. */
export function receive(version: number, updates: { clientID: string; changes: any }[]): void {
  const known = getSyncedVersion(view.state) - version;
  if (known < 0) { tell({ do: "push", version: getSyncedVersion(view.state), updates: [] }); return; }
  const fresh = updates.slice(known).map(one => ({ clientID: one.clientID, changes: ChangeSet.fromJSON(one.changes) }));
  if (fresh.length) view.dispatch(receiveUpdates(view.state, fresh));
  pushing = false;
  push();
}

/** Tell the studio what was typed; not while a composition is open. */
export function push(): void {
  if (!view || view.composing || pushing || !isOpen()) return;
  const updates = sendableUpdates(view.state);
  if (!updates.length) {
    const waiting = idle;
    idle = [];
    waiting.forEach(done => done());
    return;
  }
  pushing = true;
  tell({
    do: "push", version: getSyncedVersion(view.state),
    updates: updates.map(one => ({ clientID: one.clientID, changes: one.changes.toJSON() })),
  });
}
export function reconnected(): void { pushing = false; push(); }

/** Wait until the studio has everything that was typed. */
export function flushed(): Promise<void> {
  if (!sendableUpdates(view.state).length || !isOpen()) return Promise.resolve();
  return new Promise(done => { idle.push(done); push(); });
}

/** Do a change that the studio worked out on the text it had; false where that is no longer ours. */
export function apply(answer: any, event: string, alone = false): boolean {
  if (!answer.changes || answer.version !== getSyncedVersion(view.state) || sendableUpdates(view.state).length) return false;
  const { from, to, insert } = answer.changes;
  if (from === to && !insert) return true;
  view.dispatch({
    changes: { from, to, insert }, userEvent: event,
    annotations: [Quiet.of(true), ...(alone ? [isolateHistory.of("full")] : [])],
  });
  return true;
}

let turn: Promise<unknown> = Promise.resolve();
/** Have operations done on the text, one call after the other; tell whether they were. */
export function edit(ops: object[], alone = true): Promise<boolean> {
  const done = turn.then(async () => {
    for (let n = 0; n < 5; n++) {
      await flushed();
      const answer = await ask("edit", { ops });
      if (answer.refused) { say(t(`refused-${answer.refused}`), "bad"); return false; }
      if (apply(answer, "input.form", alone)) { await flushed(); return true; }
    }
    return false;
  });
  turn = done.catch(() => false);
  return done;
}

const waiting = new Map<string, object>();
/** Let a value be another as it is typed: of what comes too fast, the newest. */
export function put(path: Path, value: unknown): void {
  const first = waiting.size === 0;
  waiting.set(JSON.stringify(path), { op: "put", path, value });
  if (first) turn = turn.then(() => {
    const ops = [...waiting.values()];
    waiting.clear();
    return ops.length ? edited(ops) : true;
  });
}
async function edited(ops: object[]): Promise<boolean> {
  for (let n = 0; n < 5; n++) {
    await flushed();
    const answer = await ask("edit", { ops });
    if (answer.refused) { say(t(`refused-${answer.refused}`), "bad"); return false; }
    if (apply(answer, "input.type.form")) return true;
  }
  return false;
}
export const isPutting = (): boolean => waiting.size > 0;

export const back = (): void => { if (undoDepth(view.state)) { undo(view); say(t("undone")); } else say(t("nothing-to-undo")); };
export const again = (): void => { if (redoDepth(view.state)) { redo(view); say(t("redone")); } else say(t("nothing-to-redo")); };
export const depths = (): [number, number] => (view ? [undoDepth(view.state), redoDepth(view.state)] : [0, 0]);

function cursor(): void {
  const asked = ++moved;
  setTimeout(async () => {
    if (asked !== moved || view.composing) return;
    await flushed();
    const found = await ask("at", { at: view.state.selection.main.head });
    if (asked !== moved || found.refused) return;
    store.cursor = found.path;
    emit("cursor");
  }, 120);
}

/** Put the cursor where a path is written. */
export async function goTo(path: Path, focus: boolean): Promise<void> {
  await flushed();
  const found = await ask("where", { path });
  if (found.refused) return;
  view.dispatch({
    selection: { anchor: found.from, head: found.to }, annotations: Quiet.of(true),
    effects: EditorView.scrollIntoView(found.from, { y: "center" }),
  });
  if (focus) view.focus();
}

/** Return the problems that stand in the text, by place. */
export function mark(): void {
  if (!view) return;
  const { doc } = view.state, own = store.state.file;
  const made: Diagnostic[] = problems().filter(one => one.line && isHere(one, own)).map(one => {
    const line = doc.line(Math.min(one.line!, doc.lines)), text = line.text;
    const actions = one.mends ? [{ name: t("mend"), apply: () => { void mend(one); } }] : [];
    return {
      from: line.from + (text.length - text.trimStart().length), to: line.to,
      severity: one.severity === "note" ? "info" : one.severity, message: [one.message, one.hint].filter(Boolean).join("\n"), actions,
    };
  });
  view.dispatch(setDiagnostics(view.state, made));
}
export const isHere = (one: Problem, own: string): boolean => !one.file || one.file.endsWith(own);

/** Do the one thing that mends a problem. */
export async function mend(one: Problem): Promise<void> {
  await flushed();
  const answer = await ask("remedy", { code: one.code, line: one.line });
  if (answer.refused || !answer.changes) say(t("refused-unfit"), "bad");
  else if (apply(answer, "input.mend", true)) say(t("mended"));
}
