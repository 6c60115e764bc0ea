// Tables and numbers of charts as a grid: cells are fields, a paste from a spreadsheet fills many.

import { h, say, t } from "./dom";
import { edit, isPutting, put } from "./editor";
import { at, emit, key, store, type Path } from "./store";

interface Matrix { heads: string[]; rows: string[][]; }
interface Kind {
  read: () => Matrix;
  cell: (row: number, column: number) => Path;
  value: (row: number, column: number, said: string) => unknown;
  write: (all: Matrix) => object[];
  corner: string;
}

const said = (value: any): string => (value === null || value === undefined ? "" : String(value));
const cellsOf = (row: any): any[] => (Array.isArray(row) ? row : row?.cells ?? []);
/** Return what a number is written as: commas and wide digits are how people write, not what they mean. */
export function number(text: string): number | string | null {
  const plain = text.normalize("NFKC").replace(/[,\s%]/g, "").replace(/^[▲△−]/, "-");
  if (plain === "" || plain === "-" || plain === "~") return null;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}

export function tableGrid(path: Path): HTMLElement {
  return grid(path, {
    corner: "",
    read: () => {
      const body = at(path) ?? {};
      return { heads: (body.columns ?? []).map(said), rows: (body.rows ?? []).map((row: any) => cellsOf(row).map(said)) };
    },
    cell: (row, column) => (row < 0 ? [...path, "columns", column] : [...path, "rows", row, ...(Array.isArray(at([...path, "rows", row])) ? [] : ["cells"]), column]),
    value: (_row, _column, text) => text,
    write: all => {
      const old: any[] = at([...path, "rows"]) ?? [], width = all.heads.length;
      const rows = all.rows.map((row, n) => {
        const was = old[n];
        if (!was || Array.isArray(was)) return row;
        const { full, ...kept } = was;
        return { ...kept, cells: row, ...(full && full.length === width ? { full } : {}) };
      });
      const more = ["align", "widths"].filter(name => at([...path, name]) && at([...path, name]).length !== width).map(name => ({ op: "put", path: [...path, name], value: null }));
      return [...more, { op: "put", path: [...path, "columns"], value: all.heads }, { op: "put", path: [...path, "rows"], value: rows }];
    },
  });
}

export function chartGrid(path: Path): HTMLElement {
  return grid(path, {
    corner: t("categories"),
    read: () => {
      const body = at(path) ?? {}, series: any[] = body.series ?? [], categories: any[] = body.categories ?? [];
      return { heads: ["", ...series.map(one => said(one?.name))], rows: categories.map((name, n) => [said(name), ...series.map(one => said(one?.values?.[n]))]) };
    },
    cell: (row, column) => (row < 0 ? [...path, "series", column - 1, "name"] : column === 0 ? [...path, "categories", row] : [...path, "series", column - 1, "values", row]),
    value: (row, column, text) => (row < 0 || column === 0 ? text : number(text)),
    write: all => {
      const old: any[] = at([...path, "series"]) ?? [];
      const series = all.heads.slice(1).map((name, n) => ({ ...(old[n] ?? {}), name, values: all.rows.map(row => number(row[n + 1] ?? "")) }));
      return [{ op: "put", path: [...path, "categories"], value: all.rows.map(row => row[0] ?? "") }, { op: "put", path: [...path, "series"], value: series }];
    },
  });
}

function grid(path: Path, kind: Kind): HTMLElement {
  const made: HTMLElement & { refresh?: () => void } = h("div", { class: "grid", "data-grid": key(path) });
  const write = (all: Matrix, told: string): void => void edit(kind.write(all)).then(done => done && say(told));
  let size = "";
  const field = (row: number, column: number, value: string, name: string): HTMLInputElement => {
    const input = h("input", { type: "text", class: "cell", value, "aria-label": name, lang: "ja", disabled: row < 0 && column === 0 && kind.corner !== "" });
    input.dataset.cell = `${row},${column}`;
    input.dataset.path = key(kind.cell(row, column));
    const send = (event?: Event): void => {
      if ((event as InputEvent | undefined)?.isComposing) return;
      const value = kind.value(row, column, input.value), at_ = kind.cell(row, column);
      const list = at(at_.slice(0, -1));
      if (value === null && Array.isArray(list)) put(at_.slice(0, -1), list.map((one: any, n: number) => (n === at_.at(-1) ? null : one)));
      else put(at_, value);
    };
    input.addEventListener("input", send);
    input.addEventListener("compositionend", () => setTimeout(() => send()));
    input.addEventListener("focus", () => { store.cursor = kind.cell(row, column); emit("cursor"); });
    input.addEventListener("keydown", event => {
      if (event.isComposing || event.keyCode === 229) return;
      const by = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      made.querySelector<HTMLInputElement>(`[data-cell="${row + by},${column}"]`)?.focus();
    });
    input.addEventListener("paste", event => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!/[\t\n]/.test(text.trimEnd())) return;
      event.preventDefault();
      const pasted = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map(line => line.split("\t").map(one => one.replace(/^"(.*)"$/s, "$1").replaceAll('""', '"')));
      const all = kind.read();
      pasted.forEach((cells, n) => cells.forEach((cell, m) => {
        const [r, c] = [row + n, column + m];
        while (all.heads.length <= c) { all.heads.push(""); all.rows.forEach(each => each.push("")); }
        if (r < 0) { all.heads[c] = cell; return; }
        while (all.rows.length <= r) all.rows.push(all.heads.map(() => ""));
        all.rows[r]![c] = cell;
      }));
      write(all, t("pasted", { rows: pasted.length, columns: pasted[0]!.length }));
    });
    return input;
  };
  const name = (row: number, column: number): string => t(row < 0 ? "cell-head" : "cell", { row: row + 1, column: column + 1 });
  made.refresh = () => {
    const all = kind.read(), now = `${all.rows.length}×${all.heads.length}`;
    if (now === size) {
      made.querySelectorAll<HTMLInputElement>("[data-cell]").forEach(input => {
        const [row, column] = input.dataset.cell!.split(",").map(Number) as [number, number];
        const value = row < 0 ? all.heads[column]! : all.rows[row]?.[column] ?? "";
        input.dataset.path = key(kind.cell(row, column));
        if (input.value !== value && !(input === document.activeElement && isPutting())
          && !(input === document.activeElement && said(kind.value(row, column, input.value)) === value)) input.value = row < 0 && column === 0 && kind.corner ? kind.corner : value;
      });
      return;
    }
    size = now;
    const held = (document.activeElement as HTMLElement | null)?.dataset?.cell, had = made.contains(document.activeElement);
    made.replaceChildren(
      h("div", { class: "grid-scroll", tabIndex: 0, role: "region", "aria-label": t("grid") }, h("table", {},
        h("thead", {}, h("tr", {}, ...all.heads.map((value, c) => h("th", { scope: "col" }, field(-1, c, c === 0 && kind.corner ? kind.corner : value, name(-1, c)))))),
        h("tbody", {}, ...all.rows.map((row, r) => h("tr", {}, ...all.heads.map((_, c) => h("td", {}, field(r, c, row[c] ?? "", name(r, c))))))))),
      h("div", { class: "grid-tools" },
        h("button", { type: "button", class: "quiet", onclick: () => write({ ...all, rows: [...kind.read().rows, all.heads.map(() => "")] }, t("row-added")) }, t("add-row")),
        h("button", { type: "button", class: "quiet", onclick: () => { const a = kind.read(); write({ heads: [...a.heads, t("new-column")], rows: a.rows.map(row => [...row, ""]) }, t("column-added")); } }, t("add-column")),
        h("button", { type: "button", class: "quiet", disabled: all.rows.length < 2, onclick: () => { const a = kind.read(), r = last(made)[0]; write({ ...a, rows: a.rows.filter((_, n) => n !== (r < 0 ? a.rows.length - 1 : r)) }, t("row-removed")); } }, t("remove-row")),
        h("button", { type: "button", class: "quiet", disabled: all.heads.length < (kind.corner ? 3 : 2), onclick: () => { const a = kind.read(), c = last(made)[1]; write({ heads: a.heads.filter((_, n) => n !== c), rows: a.rows.map(row => row.filter((_, n) => n !== c)) }, t("column-removed")); } }, t("remove-column")),
        h("span", { class: "hint" }, t("paste-hint"))));
    if (had && held) made.querySelector<HTMLInputElement>(`[data-cell="${held}"]`)?.focus();
  };
  made.addEventListener("focusin", event => { const cell = (event.target as HTMLElement).dataset.cell; if (cell) made.dataset.last = cell; });
  made.refresh();
  return made;
}
const last = (made: HTMLElement): [number, number] => { const [r, c] = (made.dataset.last ?? "-1,-1").split(",").map(Number) as [number, number]; const heads = made.querySelectorAll("th").length; return [r, c < 0 ? heads - 1 : c]; };
