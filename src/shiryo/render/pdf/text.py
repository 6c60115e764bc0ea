"""Text: glyph runs → the operators that show them (ISO 32000-1, 9.4)."""

from collections.abc import Iterable, Iterator, Mapping

from shiryo.pages import Chart, Glyph, GlyphRun, Item, Line, Shape, Table, TextBox
from shiryo.render.pdf.font import Embedded, clusters

_TINY = 0.01
"""Thousandths of an em not worth a number."""


def lines_of(items: Iterable[Item]) -> Iterator[Line]:
    """Yield every line of text in ``items``, in their order."""
    for item in items:
        match item:
            case TextBox():
                yield from item.lines
            case Shape(text=TextBox() as text):
                yield from text.lines
            case Table():
                yield from (line for row in item.rows for cell in row for line in cell.text.lines)
            case Chart():
                yield from lines_of(item.drawing)


def runs_of(items: Iterable[Item]) -> Iterator[GlyphRun]:
    """Yield every glyph run in ``items``, in their order."""
    return (run for line in lines_of(items) for run in line.runs)


def show(lines: Iterable[Line], height: float, fonts: Mapping[str, Embedded]) -> list[str]:
    """Return the operators of a text object that shows ``lines`` on a page ``height`` pt high."""
    operators = ["BT"]
    state: tuple[str, ...] = ()
    for run in (run for line in lines for run in line.runs if run.glyphs):
        font = fonts[run.font]
        wanted = (f"/{font.name} {number(run.size)} Tf", f"{rgb(run.colour)} rg")
        operators += [operator for operator in wanted if operator not in state]
        operators.append(f"1 0 0 1 {number(run.x)} {number(height - run.baseline)} Tm")
        operators += _show(run, font)
        state = wanted
    return [*operators, "ET"] if len(operators) > 1 else []


def rgb(colour: str) -> str:
    """Return ``RRGGBB`` as three numbers from 0 to 1."""
    return " ".join(number(byte / 255) for byte in bytes.fromhex(colour))


def number(value: float) -> str:
    """Return a number as PDF wants it: no exponent, no needless digits."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _show(run: GlyphRun, font: Embedded) -> list[str]:
    """Show a run by one TJ array; by more only where a glyph stands for unusual characters."""
    operators: list[str] = []
    plain: list[Glyph] = []
    for cluster in clusters(run.glyphs):
        text = cluster[0][2]
        if len(cluster) == 1 and font.texts.get(cluster[0][0], "") == text:
            plain += cluster
            continue
        operators += [*_array(plain, run.size, font), _span(text)]
        operators += [*_array(cluster, run.size, font), "EMC"]
        plain = []
    return [*operators, *_array(plain, run.size, font)]


def _span(text: str) -> str:
    """Open marked content that stands for ``text`` (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


def _array(glyphs: Iterable[Glyph], size: float, font: Embedded) -> list[str]:
    """Return a TJ operator: codes, and what moves the pen where an advance is not the font's."""
    parts: list[str] = []
    codes = ""
    for gid, advance, _ in glyphs:
        codes += f"{font.codes[gid]:04X}"
        back = font.widths[gid] - advance * 1000 / size
        if abs(back) >= _TINY:
            parts += [f"<{codes}>", number(back)]
            codes = ""
    parts += [f"<{codes}>"] if codes else []
    return [f"[{''.join(parts)}] TJ"] if parts else []
