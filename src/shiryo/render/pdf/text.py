"""Text: glyph runs → the operators that show them (ISO 32000-1, 9.4)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby

from shiryo.pages import Glyph, GlyphRun, Line
from shiryo.render.pdf.font import DOWN, Embedded, clusters
from shiryo.render.pdf.tags import Tags

_TINY = 0.01
"""Thousandths of an em not worth a number."""
_LAST = "\uffff"
"""The last code point of the BMP."""


def show(
    lines: Iterable[Line], height: float, fonts: Mapping[str, Embedded], tags: Tags | None
) -> list[str]:
    """Return the operators of a text object that shows ``lines`` on a page ``height`` pt high.

    What each element says becomes its content in ``tags``; without these, nothing is marked.
    """
    operators = ["BT"]
    face = colour = ""
    shown = (run for line in lines for run in line.runs if run.glyphs)
    for element, runs in groupby(shown, lambda run: run.element):
        operators += [tags.open(element)] if tags else []
        for run in runs:
            if run.colour != colour:
                operators.append(f"{rgb(run.colour)} rg")
                colour = run.colour
            operators.append(f"{_matrix(run)} {number(run.x)} {number(height - run.baseline)} Tm")
            for operator in _show(run, fonts[run.font]):
                if operator != face:
                    operators.append(operator)
                face = operator if operator.endswith("Tf") else face
        operators += ["EMC"] if tags else []
    return [*operators, "ET"] if len(operators) > 1 else []


def _matrix(run: GlyphRun) -> str:
    """Return how glyphs stand: stretched, or turned by 90° clockwise (9.4.4)."""
    if run.stance == "sideways":
        return "0 -1 1 0"
    return "1 0 0 1" if run.stretch == 1 else f"{number(run.stretch)} 0 0 1"


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return ``RRGGBB`` as three numbers from 0 to 1."""
    return " ".join(number(byte / 255) for byte in bytes.fromhex(colour))


@lru_cache(maxsize=4096)
def number(value: float) -> str:
    """Return a number as PDF wants it: no exponent, no needless digits."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _show(run: GlyphRun, font: Embedded) -> Iterator[str]:
    """Show a run by one TJ array a font; by more only where glyphs stand for unusual characters."""
    if _is_plain(run.glyphs, font):
        yield from _arrays(run.glyphs, run, font)
        return
    plain: list[Glyph] = []
    for cluster in _visible(clusters(run.glyphs), font):
        text = "".join(glyph[2] for glyph in cluster)
        parted = plain and font.codes[cluster[0][0]][0] != font.codes[plain[-1][0]][0]
        if parted and text.isspace() and plain[-1][2] <= _LAST:
            # PDFium sees no space that has an array to itself.
            cluster = (plain.pop(), *cluster)
            text = cluster[0][2] + text
        elif len(cluster) == 1 and font.texts.get(cluster[0][0], "") == text:
            plain += cluster
            continue
        yield from _arrays(plain, run, font)
        yield _span(text)
        yield from _arrays(cluster, run, font)
        yield "EMC"
        plain = []
    yield from _arrays(plain, run, font)


def _is_plain(glyphs: Iterable[Glyph], font: Embedded) -> bool:
    """Tell whether each of ``glyphs`` has room and stands for what its font says, no space."""
    texts = font.texts
    for gid, advance, text in glyphs:
        if not (advance and text and texts.get(gid) == text) or text.isspace():
            return False
    return True


def _visible(clusters: Iterable[tuple[Glyph, ...]], font: Embedded) -> Iterator[tuple[Glyph, ...]]:
    """Join what takes no room with what is before it, or at the start after it.

    PDFium passes over an array that has no width, and with it over the text that it stands for. It
    also passes over what an ActualText has above the BMP, so that nothing is joined with that.
    """
    joined: tuple[Glyph, ...] = ()
    for cluster in clusters:
        seen = any(glyph[1] for glyph in cluster)
        if joined and (
            (seen and any(glyph[1] for glyph in joined))
            or font.codes[cluster[0][0]][0] == font.codes[joined[-1][0]][0]
            or any(glyph[2] > _LAST for glyph in (*joined, *cluster))
        ):
            yield joined
            joined = ()
        joined += cluster
    if joined:
        yield joined


def _span(text: str) -> str:
    """Open marked content that stands for ``text`` (ISO 32000-1, 14.9.4)."""
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


def _arrays(glyphs: Iterable[Glyph], run: GlyphRun, font: Embedded) -> Iterator[str]:
    """Yield fonts and TJ operators: codes, and what moves the pen where advances are others."""
    down, size = run.stance == "upright", run.size * run.stretch
    face = f"{DOWN if down else ''} {number(run.size)} Tf"
    own = font.heights if down else font.widths
    name, parts, codes = "", list[str](), ""
    for gid, advance, _ in glyphs:
        part, code = font.codes[gid]
        if part != name:
            if name:
                yield _array(parts, codes)
            yield f"/{part}{face}"
            name, parts, codes = part, [], ""
        codes += code
        on = advance * 1000 / size
        back = on - own[gid] if down else own[gid] - on
        if back >= _TINY or back <= -_TINY:
            parts += [f"<{codes}>", number(back)]
            codes = ""
    if name:
        yield _array(parts, codes)


def _array(parts: list[str], codes: str) -> str:
    """Return a TJ operator."""
    return f"[{''.join(parts)}<{codes}>] TJ" if codes else f"[{''.join(parts)}] TJ"
