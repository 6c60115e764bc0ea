"""Paragraphs: runs and a measure → lines."""

from collections.abc import Iterator, Sequence

from shiryo.typeset.breaking import adjust
from shiryo.typeset.breaking.fit import total_fit
from shiryo.typeset.breaking.items import Items, itemize, largest
from shiryo.typeset.breaking.ragged import first_fit, with_company
from shiryo.typeset.cells import Cell, Shaper, cells_of
from shiryo.typeset.lines import line
from shiryo.typeset.model import Broken, Extent, Line, Run, Setting, Spacing
from shiryo.typeset.ruby import with_ruby
from shiryo.units import Points
from shiryo.values import dataclass

_DISPLAY = 1000
"""The most characters of a display text, which is broken by phrase; longer ones are ragged."""
_ENDLESS, _LEAST = 1e9, 0.01
"""Measures that hold everything and nothing: a line then has one character."""


def set_paragraph(
    runs: Sequence[Run],
    measure: Points,
    setting: Setting,
    fonts: Shaper,
    broken: Sequence[Sequence[int]] | None = None,
) -> tuple[Line, ...]:
    """Break ``runs`` into lines of at most ``measure`` points.

    At least one line comes out, an empty one where there is no text. Every character of the runs is
    in a glyph, but for ``\\n``. A line is wider than the measure only if a single character is, or
    by a mark that `Setting.hanging` lets stand out. ``broken``: where lines end, if that is known
    (`Broken.ends`).
    """
    measure = max(measure, _LEAST)
    lines: list[Line] = []
    for n, (cells, owners) in enumerate(_hard_lines(runs, measure, setting.spacing, fonts)):
        indent = 0.0 if lines else min(_indent(cells, setting), measure - _LEAST)
        items = itemize(cells, owners, min(measure, measure - indent), setting)
        ends = broken[n] if broken else _ends(items, measure, indent, setting)
        lines += _placed(items, ends, measure, indent, setting)
    return tuple(lines)


@dataclass(frozen=True, slots=True)
class Measured:
    """Runs measured once, to be broken at any size and for any measure without placing a glyph."""

    hard: tuple[Items, ...]
    """What stands between line breaks."""

    def broken(self, measure: float, setting: Setting) -> Broken:
        """Return what `set_paragraph` would make of the runs; the setting is not to justify."""
        measure = max(measure, _LEAST)
        ends, extents = list[tuple[int, ...]](), list[Extent]()
        for items in self.hard:
            indent = 0.0 if extents else min(_indent(items.cells, setting), measure - _LEAST)
            items = items.within(min(measure, measure - indent))
            ends.append(tuple(_ends(items, measure, indent, setting)))
            extents += _extents(items, ends[-1], indent)
        return Broken(tuple(ends), tuple(extents))


def measured(runs: Sequence[Run], setting: Setting, fonts: Shaper) -> Measured:
    """Measure ``runs``, which have no ruby."""
    hard = _hard_lines(runs, _ENDLESS, setting.spacing, fonts)
    return Measured(tuple(itemize(cells, owners, _ENDLESS, setting) for cells, owners in hard))


def _extents(items: Items, ends: Sequence[int], indent: Points) -> Iterator[Extent]:
    first = 0
    for end in ends:
        shown = items.shown[end] if items.cells else -1
        x = 0.0 if first else indent
        last = end == len(items.cells) - 1
        hyphen = 0.0 if last else items.hyphen[end]
        width = x + items.width(first, shown) + hyphen if shown >= first else 0.0
        whole = len(ends) == 1
        text = items.text if whole else "".join([c.text for c in items.cells[first : end + 1]])
        yield Extent(width, items.largest if whole else largest(items.runs[first : end + 1]), text)
        first = end + 1


def width(runs: Sequence[Run], fonts: Shaper, spacing: Spacing = "jlreq") -> Points:
    """Return how wide ``runs`` are on one line, in points; the widest, if there is ``\\n``."""
    return _widest(measured(runs, Setting(spacing=spacing), fonts).hard)


def _widest(hard: Sequence[Items]) -> Points:
    return max(items.width(0, items.shown[-1]) if items.cells else 0.0 for items in hard)


def unbroken(
    runs: Sequence[Run], setting: Setting, fonts: Shaper
) -> tuple[Points, tuple[Line, ...]]:
    """Return how wide ``runs``, which have no ruby, are (`width`), and their lines.

    They are those that `set_paragraph` makes for any measure that is no less than that.
    """
    parts = measured(runs, setting, fonts).hard
    ends = ([len(items.cells) - 1] for items in parts)
    lines = (
        _placed(items, end, _ENDLESS, 0, setting) for items, end in zip(parts, ends, strict=True)
    )
    return _widest(parts), tuple(line for made in lines for line in made)


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


def _placed(
    items: Items, ends: Sequence[int], room: Points, indent: Points, setting: Setting
) -> list[Line]:
    """Place the glyphs of one hard line of a paragraph, which is broken at ``ends``."""
    whole = len(items.cells) - 1
    if len(ends) == 1 and (not items.cells or items.width(0, items.shown[whole]) <= room - indent):
        gaps = items.natural[: max(items.shown[whole], 0)] if items.cells else []
        return [line(items, 0, whole, gaps, indent, ends=True)]
    lines: list[Line] = []
    first = 0
    for end in ends:
        last_line = end == whole
        last = items.shown[end]
        wide = room if lines else room - indent
        gaps = items.natural[first:last]
        if setting.breaks == "justify" and last > first:
            amount = adjust.need(items, first, last, wide, _hang(items, last, setting))
            gaps = adjust.gaps(items, first, last, min(amount, 0) if last_line else amount)
        x = 0.0 if lines else indent
        lines.append(line(items, first, end, gaps, x, ends=last_line))
        first = end + 1
    return lines


def _ends(items: Items, room: Points, indent: Points, setting: Setting) -> list[int]:
    """Return the last cell of each line."""
    whole, first_room = len(items.cells) - 1, room - indent
    if not items.cells or items.width(0, items.shown[whole]) <= first_room:
        return [whole]  # No way to break it is better.
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
