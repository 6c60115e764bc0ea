// The page put together: panes, tabs, keys, and what the studio tells.

import * as articles from "./article";
import * as bars from "./bars";
import { $, h, language, loadWords, say, t } from "./dom";
import * as editor from "./editor";
import * as files from "./files";
import * as form from "./form";
import { ask, connect } from "./link";
import * as pages from "./pages";
import { at, emit, key, on, problems, sectionOf, select, store, type Path } from "./store";
import * as tree from "./tree";

const nonce = document.querySelector<HTMLMetaElement>("meta[name=nonce]")!.content;

async function begin(): Promise<void> {
  await loadWords();
  store.schema = await (await fetch("/schema")).json();
  tabs("middle-tabs", shown => { if (shown === "text") { editor.view?.requestMeasure(); if (store.cursor.length) void editor.goTo(store.cursor, false); } });
  tabs("right-tabs", shown => { $("zoom-tools").hidden = shown === "article"; $("variant-tools").hidden = shown !== "handout"; emit("cursor"); if (shown === "article") void articles.fetch_(); });
  tabs("pane-tabs", () => {});
  tree.start(() => { if (!$("form-pane").hidden) form.focusForm(); });
  form.start();
  pages.start(go, line => { choose("right-tabs", "article"); articles.showLine(line); });
  articles.start(go);
  bars.start(nonce);
  files.start();
  choices();
  for (const [id, act] of [["undo", editor.back], ["redo", editor.again], ["save", () => void bars.save()]] as const) $(id).addEventListener("click", act);
  addEventListener("keydown", keys, true);
  addEventListener("beforeunload", event => { if (store.state.dirty && !store.online) event.preventDefault(); });
  on("state", head);
  on("problems", foot);
  on("data", head);
  on("selected", () => { if (store.selected.length) { store.cursor = store.selected; emit("cursor"); if (!$("text-pane").hidden) void editor.goTo(store.selected, false); } });
  connect(told, online => {
    store.online = online;
    if (online) editor.reconnected();
    emit("offline");
    head();
  });
}

function told(message: any): void {
  if (message.hello) {
    editor.begin(message.hello.text, message.hello.version, $("text"), nonce, Boolean(message.hello.missed));
    store.state = message.hello.state;
    emit("state");
    empty();
  } else if (message.updates) editor.receive(message.version, message.updates);
  else if (message.state) { store.state = message.state; emit("state"); }
  else if (message.part) part(message.part, message.version);
}

function part(made: any, version: number): void {
  if (made.of === "data") {
    store.broken = made.data === null || typeof made.data !== "object";
    if (!store.broken) store.data = made.data;
    if (at(store.selected) === undefined) store.selected = sectionOf(store.selected) && at(sectionOf(store.selected)!) !== undefined ? sectionOf(store.selected)! : [];
    if (!store.selected.length && !began && store.data.sections?.length) { began = true; store.selected = ["sections", 0]; }
    emit("data");
    empty();
    return;
  }
  store.parts.set(made.of, made.problems);
  if (made.of === "outline") {
    store.stale = !made.good;
    document.body.classList.toggle("stale", store.stale);
    $("stale").hidden = !store.stale;
    if (store.stale) for (const of of ["deck", "handout", "checks"]) store.parts.delete(of);
  } else if (made.of !== "checks") {
    const bad = made.problems.some((one: any) => one.severity === "error");
    if (made.count && !bad) pages.show(made.of, made.count, made.pages);
    requestAnimationFrame(() => setTimeout(() => { ((window as any).painted ??= []).push({ of: made.of, version, at: performance.now() }); if ((window as any).painted.length > 500) (window as any).painted.shift(); }));
  } else if (!store.article) void articles.fetch_();
  editor.mark();
  emit("problems");
}
let began = false;

/** Go to where a path is written: the tree, the form or the text, whichever is open. */
function go(path: Path): void {
  const section = sectionOf(path);
  select(section ? path.slice(0, section.length + (path[section.length] === "blocks" ? 2 : 0)) : path.slice(0, 1).filter(part => ["summary", "glossary", "sources", "unused", "review"].includes(String(part))));
  narrow("middle");
  if ($("form-pane").hidden) void editor.goTo(path, true);
  else {
    requestAnimationFrame(() => form.reveal(path));
    void editor.goTo(path, false);
  }
}

function empty(): void {
  const is = !editor.view?.state.doc.toString().trim();
  $("empty").hidden = !is;
  $("work").hidden = is;
}

function head(): void {
  const { file, dirty, there } = store.state, [undo, redo] = editor.depths();
  $("file").textContent = file;
  $("saved").textContent = t(!store.online ? "gone" : dirty ? "unsaved" : there ? "all-saved" : "new");
  $("saved").className = dirty ? "dirty" : "";
  document.title = `${dirty ? "● " : ""}${file} — ${t("name")}`;
  ($("undo") as HTMLButtonElement).disabled = !undo;
  ($("redo") as HTMLButtonElement).disabled = !redo;
  const values: [string, Path, string][] = [["template", ["deck", "template"], "briefing"], ["variant", ["handout", "variant"], "summary"]];
  for (const [id, path, usual] of values) $<HTMLSelectElement>(id).value = String(at(path) ?? usual);
}

function foot(): void {
  const found = problems(), count = (severity: string): number => found.filter(one => one.severity === severity).length;
  const { deck, handout } = pages.counted();
  $("counts").replaceChildren(...[
    h("button", { type: "button", class: "quiet", id: "problems-button", "aria-expanded": String(!$("problems").hidden), onclick: toggleProblems },
      t("problem-counts", { errors: count("error"), warnings: count("warning"), notes: count("note") })),
    h("span", {}, t("slides-count", { count: deck })), h("span", {}, t("pages-count", { count: handout }))]);
  if ($("problems").hidden) return;
  const order = found.slice(0, 200);
  $("problem-list").replaceChildren(...(order.length ? order.map(one => h("li", { class: one.severity },
    h("button", { type: "button", class: "quiet", onclick: () => { const path = one.path; if (path && editor.isHere(one, store.state.file)) go(path); } },
      h("span", { class: "sign", "aria-hidden": "true" }, one.severity === "note" ? "i" : "!"), h("span", { class: "visually-hidden" }, t(`severity-${one.severity}`)),
      h("b", {}, one.line && editor.isHere(one, store.state.file) ? t("line", { line: one.line }) : ""), h("span", { lang: "ja" }, one.message), h("span", { class: "remedy", lang: "ja" }, one.hint)),
    one.mends && h("button", { type: "button", onclick: () => void editor.mend(one) }, t("mend")))) : [h("li", {}, t("no-problems"))]));
}
function toggleProblems(): void {
  $("problems").hidden = !$("problems").hidden;
  foot();
  if (!$("problems").hidden) $("problem-list").querySelector("button")?.focus();
  else $("problems-button").focus();
}

// Choices

function choices(): void {
  const template = $<HTMLSelectElement>("template"), variant = $<HTMLSelectElement>("variant"), words = $<HTMLSelectElement>("language");
  void ask("templates");
  const fill = async (): Promise<void> => {
    const { names } = await ask("templates");
    template.replaceChildren(...(names ?? ["briefing"]).map((name: string) => h("option", { value: name }, name)));
    head();
  };
  on("offline", () => { if (store.online && !template.options.length) void fill(); });
  template.addEventListener("change", () => void editor.edit([
    { op: "put", path: ["deck", "template"], value: template.value }, { op: "put", path: ["handout", "template"], value: template.value }]));
  variant.replaceChildren(...["summary", "onepage", "full", "notes", "slides"].map(one => h("option", { value: one }, t(`choice.${one}`))));
  variant.addEventListener("change", () => void editor.edit([{ op: "put", path: ["handout", "variant"], value: variant.value }]));
  words.value = language;
  words.addEventListener("change", () => { localStorage.setItem("shiryo-language", words.value); location.reload(); });
}

// Tabs and panes

function tabs(id: string, act: (shown: string) => void): void {
  const bar = $(id), all = [...bar.querySelectorAll<HTMLElement>("[role=tab]")];
  const show = (tab: HTMLElement, focus: boolean): void => {
    for (const one of all) {
      const is = one === tab;
      one.setAttribute("aria-selected", String(is));
      one.tabIndex = is ? 0 : -1;
      const panel = $(one.getAttribute("aria-controls")!);
      if (id === "pane-tabs") panel.classList.toggle("away", !is);
      else panel.hidden = !is;
    }
    if (focus) tab.focus();
    act(tab.dataset.shows!);
  };
  bar.addEventListener("click", event => { const tab = (event.target as Element).closest<HTMLElement>("[role=tab]"); if (tab) show(tab, false); });
  bar.addEventListener("keydown", event => {
    const n = all.indexOf(document.activeElement as HTMLElement), to = { ArrowRight: n + 1, ArrowLeft: n - 1, Home: 0, End: all.length - 1 }[event.key];
    if (n >= 0 && to !== undefined) { event.preventDefault(); show(all.at(to % all.length)!, true); }
  });
  bar.addEventListener("show", event => { const tab = all.find(one => one.dataset.shows === (event as CustomEvent).detail); if (tab) show(tab, false); });
  show(all[0]!, false);
}
const choose = (id: string, shows: string): void => void $(id).dispatchEvent(new CustomEvent("show", { detail: shows }));
/** Where one pane is seen at a time, show this one. */
const narrow = (pane: string): void => { if (getComputedStyle($("pane-tabs")).display !== "none") choose("pane-tabs", pane); };

function panes(by: number): void {
  const stops = [() => $("tree").querySelector<HTMLElement>("[tabindex='0']"), () => ($("form-pane").hidden ? editor.view.contentDOM : $("form").querySelector<HTMLElement>("textarea, input, select, button")),
    () => $("right-tabs").querySelector<HTMLElement>("[aria-selected=true]"), () => $("undo").closest("header")!.querySelector<HTMLElement>("button:not(:disabled)")];
  const here = ["left", "middle", "right", "top"].findIndex(id => $(id).contains(document.activeElement)), n = (here + by + stops.length) % stops.length;
  narrow(["left", "middle", "right", "right"][n]!);
  stops[n]!()?.focus();
}

function keys(event: KeyboardEvent): void {
  const control = event.ctrlKey || event.metaKey, inText = (event.target as Element).closest?.(".cm-editor");
  if (event.isComposing) return;
  if (event.key === "F6") { event.preventDefault(); panes(event.shiftKey ? -1 : 1); }
  else if (control && event.key.toLowerCase() === "s") { event.preventDefault(); void bars.save(); }
  else if (control && !inText && event.key.toLowerCase() === "z") { event.preventDefault(); event.stopPropagation(); if (event.shiftKey) editor.again(); else editor.back(); }
  else if (control && !inText && event.key.toLowerCase() === "y") { event.preventDefault(); editor.again(); }
  else if (control && event.altKey && /^[12]$/.test(event.key)) { event.preventDefault(); choose("middle-tabs", event.key === "1" ? "form" : "text"); panesTo(); }
}
function panesTo(): void { if ($("form-pane").hidden) editor.view.focus(); else form.focusForm(); }

void key;
void say;
void begin();
