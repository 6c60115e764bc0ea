"""Paragraphs: runs and a measure → lines."""

from collections.abc import Sequence

from shiryo.typeset.breaking import adjust
from shiryo.typeset.breaking.fit import total_fit
from shiryo.typeset.breaking.items import Items, itemize
from shiryo.typeset.breaking.ragged import first_fit, with_company
from shiryo.typeset.cells import Cell, Shaper, cells_of
from shiryo.typeset.lines import line
from shiryo.typeset.model import Line, Run, Setting, Spacing
from shiryo.typeset.ruby import with_ruby
from shiryo.units import Points

_DISPLAY = 1000
"""The most characters of a display text, which is broken by phrase; longer ones are ragged."""
_ENDLESS, _LEAST = 1e9, 0.01
"""Measures that hold everything and nothing: a line then has one character."""


def set_paragraph(
    runs: Sequence[Run], measure: Points, setting: Setting, fonts: Shaper
) -> tuple[Line, ...]:
    """Break ``runs`` into lines of at most ``measure`` points.

    At least one line comes out, an empty one where there is no text. Every character of the runs is
    in a glyph, but for ``\\n``. A line is wider than the measure only if a single character is, or
    by a mark that `Setting.hanging` lets stand out.
    """
    measure = max(measure, _LEAST)
    lines: list[Line] = []
    for cells, owners in _hard_lines(runs, measure, setting.spacing, fonts):
        indent = 0.0 if lines else min(_indent(cells, setting), measure - _LEAST)
        items = itemize(cells, owners, min(measure, measure - indent), setting)
        lines += _set(items, measure, indent, setting)
    return tuple(lines)


def width(runs: Sequence[Run], fonts: Shaper, spacing: Spacing = "jlreq") -> Points:
    """Return how wide ``runs`` are on one line, in points; the widest, if there is ``\\n``."""
    setting = Setting(spacing=spacing)
    hard = _hard_lines(runs, _ENDLESS, spacing, fonts)
    lines = [itemize(cells, owners, _ENDLESS, setting) for cells, owners in hard]
    return max(items.width(0, items.shown[-1]) if items.cells else 0.0 for items in lines)


def _indent(cells: Sequence[Cell], setting: Setting) -> Points:
    """Return the indent of the first line."""
    if setting.opening == "half" and cells and cells[0].cls == "01":
        return max(0.0, setting.first_indent - cells[0].size / 2)
    return setting.first_indent


def _hard_lines(
    runs: Sequence[Run], room: Points, spacing: Spacing, fonts: Shaper
) -> list[tuple[list[Cell], list[Run]]]:
    """Return the cells between line breaks, each list with the runs that its cells come from."""
    cells: list[Cell] = []
    owners: list[Run] = []
    hard = [(cells, owners)]
    for at, run in enumerate(runs):
        for cell in _cells(runs, at, room, spacing, fonts):
            if cell.text == "\n":
                cells, owners = [], []
                hard.append((cells, owners))
                continue
            cells.append(cell)
            owners.append(run)
    return hard


def _cells(
    runs: Sequence[Run], at: int, room: Points, spacing: Spacing, fonts: Shaper
) -> list[Cell]:
    run = runs[at]
    if run.ruby is None or not run.text:
        return cells_of(run, spacing, fonts)
    before = runs[at - 1].text[-1:] if at else ""
    if at > 1 and len(runs[at - 1].text) == 1 and runs[at - 2].ruby:
        before = ""  # The ruby before it reaches over that character already.
    after = runs[at + 1].text[:1] if at + 1 < len(runs) else ""
    return with_ruby(run, before, after, room, spacing, fonts)


def _set(items: Items, room: Points, indent: Points, setting: Setting) -> list[Line]:
    """Break one hard line of a paragraph and place its glyphs."""
    whole = len(items.cells) - 1
    shown = items.shown[whole] if items.cells else -1
    if items.width(0, shown) <= room - indent:  # no way to break it is better
        return [line(items, 0, whole, items.natural[: max(shown, 0)], indent, ends=True)]
    lines: list[Line] = []
    first = 0
    for end in _ends(items, room, room - indent, setting):
        ends = end == whole
        last = items.shown[end]
        wide = room if lines else room - indent
        gaps = items.natural[first:last]
        if setting.breaks == "justify" and last > first:
            amount = adjust.need(items, first, last, wide, _hang(items, last, setting))
            gaps = adjust.gaps(items, first, last, min(amount, 0) if ends else amount)
        lines.append(line(items, first, end, gaps, 0.0 if lines else indent, ends=ends))
        first = end + 1
    return lines


def _ends(items: Items, room: Points, first_room: Points, setting: Setting) -> list[int]:
    """Return the last cell of each line."""
    if setting.breaks == "justify":
        return total_fit(items, room, first_room, setting.hanging)
    if setting.breaks == "phrase" and len(items.cells) <= _DISPLAY:
        from shiryo.typeset.breaking.phrase import balanced

        return balanced(items, room, first_room)
    ends = first_fit(items, room, first_room, setting.hanging)
    return ends if setting.spacing == "solid" else with_company(items, ends, room)


def _hang(items: Items, last: int, setting: Setting) -> Points:
    """Return how far the mark at the end of a line may stand past the measure."""
    cell = items.cells[last]
    return cell.body if setting.hanging and cell.cls in ("06", "07") else 0.0
