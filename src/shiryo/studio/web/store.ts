// What the page knows of the outline, and who wants to hear of it.

export type Path = (string | number)[];
export interface Problem {
  code: string; severity: "error" | "warning" | "note"; message: string; hint: string;
  line: number | null; file: string | null; path?: Path; mends: boolean;
}
export interface State {
  file: string; dirty: boolean; there: boolean; conflict: string; left: number; trouble: Problem | null;
}
export interface Article {
  file: string; title: string; lines: string[] | null; unused: { text: string; from: string[] }[];
}
type Event = "data" | "problems" | "state" | "selected" | "cursor" | "article" | "offline";

export const store = {
  /** The values of the last text that was YAML. */
  data: {} as any,
  /** Whether the text is no YAML now. */
  broken: false,
  /** Whether the pages are those of an earlier text. */
  stale: false,
  parts: new Map<string, Problem[]>(),
  state: { file: "", dirty: false, there: true, conflict: "", left: 0, trouble: null } as State,
  /** What the tree and the form have in hand. */
  selected: [] as Path,
  /** What the cursor is in. */
  cursor: [] as Path,
  article: null as Article | null,
  schema: {} as any,
  online: true,
};

const listeners = new Map<Event, (() => void)[]>();
export const on = (event: Event, act: () => void): void => { listeners.set(event, [...(listeners.get(event) ?? []), act]); };
export const emit = (event: Event): void => listeners.get(event)?.forEach(act => act());

export const key = (path: Path): string => path.join("/");
export const pathOf = (said: string): Path =>
  said === "" ? [] : said.split("/").map(part => (/^\d+$/.test(part) ? Number(part) : part));
export const begins = (path: Path, with_: Path): boolean => with_.every((part, n) => path[n] === part);
export const at = (path: Path, value: any = store.data): any =>
  path.reduce((found, part) => (found === null || typeof found !== "object" ? undefined : found[part]), value);

export function problems(): Problem[] {
  const order = { error: 0, warning: 1, note: 2 };
  const found = new Map<string, Problem>();
  for (const part of store.parts.values()) for (const one of part) if (one.code !== "outline.empty") found.set(`${one.code}|${one.line}|${one.message}`, one);
  return [...found.values()].sort((a, b) => order[a.severity] - order[b.severity] || (a.line ?? 0) - (b.line ?? 0));
}

export function select(path: Path): void {
  if (key(path) === key(store.selected)) return;
  store.selected = path;
  emit("selected");
}

/** Return the section that a path is in, itself where it is one. */
export function sectionOf(path: Path): Path | null {
  for (let n = path.length; n > 1; n--) if (path[n - 2] === "sections" && typeof path[n - 1] === "number") return path.slice(0, n);
  return null;
}
export function blockOf(path: Path): Path | null {
  for (let n = path.length; n > 1; n--) if (path[n - 2] === "blocks" && typeof path[n - 1] === "number") return path.slice(0, n);
  return null;
}
export const KINDS = ["bullets", "steps", "timeline", "table", "compare", "definition", "quote", "dialogue", "figures", "chart", "image", "text"];
export const kindOf = (block: any): string => KINDS.find(kind => block && typeof block === "object" && kind in block) ?? "";

/** Return the lines that `from` names: `["L3-L5"]` → [[3, 5]]. */
export function ranges(from: unknown): [number, number][] {
  const said = Array.isArray(from) ? from : typeof from === "string" ? [from] : [];
  return said.flatMap(one => {
    const found = /^L(\d+)(?:-L(\d+))?$/.exec(String(one));
    return found ? [[Number(found[1]), Number(found[2] ?? found[1])] as [number, number]] : [];
  });
}
