"""Text measured once: the room that it takes at any size and width, with no glyph placed."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from shiryo import inline, typeset
from shiryo import lazy_re as re
from shiryo.layout.remembered import of_document
from shiryo.layout.text.para import Para, Style
from shiryo.typeset.model import Breaks, Extent, Family, Line, Setting
from shiryo.units import Points

if TYPE_CHECKING:
    from shiryo.layout.text.compositor import Compositor

JOINT = re.compile(r"(?<=[A-Za-z0-9])(?=[\u3040-\u9fff])|(?<=[\u3040-\u9fff])(?=[A-Za-z0-9])")
"""Where Japanese and Latin meet."""
_LONG = 600
"""Characters of a text that is not kept in memory to be broken again."""
_STUB = 0.2
"""The share of its box that a last line fills at most if it is a stub."""


class Room(NamedTuple):
    """The room that paragraphs take in a box."""

    height: Points
    lines: int
    stubs: int
    """How many paragraphs end in a stub."""
    size: Points
    """The largest type of the first line."""
    fits: bool
    """Whether no line is wider than the box: false where a word cannot be broken."""


class Fitted(NamedTuple):
    """A paragraph broken for a box."""

    measure: Points
    """Of its lines: a little less than the box is wide."""
    lines: tuple[Extent, ...]
    ends: tuple[tuple[int, ...], ...] | None = None
    """Where lines end (`typeset.Broken`), if that is known without their glyphs."""


def room(compositor: "Compositor", paras: Sequence[Para], width: Points) -> Room:
    """Return the room that paragraphs take in a box ``width`` points wide."""
    height, count, stubs, size, fits = 0.0, 0, 0, 0.0, True
    for n, para in enumerate(paras):
        lines, style = fitted(compositor, para, width).lines, para.style
        sizes = [max(style.size, line.size) for line in lines]
        height += (para.before if n else 0) + sum([size * style.leading for size in sizes])
        size = size if n else sizes[0]
        count += len(lines)
        stubs += len(lines) > 1 and lines[-1].width <= _STUB * width
        most = width - para.indent + 0.01
        fits = fits and all(line.width <= most for line in lines)
    return Room(height, count, stubs, size, fits)


@of_document(4096)
def fitted(compositor: "Compositor", para: Para, width: Points) -> Fitted:
    """Break a paragraph for a box: kept for a while, since it is asked for more than once."""
    least, measure = para.style.size, (width - para.indent) * (1 - compositor.allowance)
    found = _at(compositor, para, max(measure, least))
    if para.breaks == "phrase" and compositor.spacing == "solid" and len(found.lines) > 1:
        # The breaks are written into the file, so no line may be wider elsewhere.
        loose = max([_loose(line, least) for line in found.lines])
        if loose > width - para.indent:
            measure -= loose - (width - para.indent)
            found = _at(compositor, para, max(measure, least))
    return found


@of_document(256)
def placed(
    compositor: "Compositor",
    para: Para,
    measure: Points,
    ends: tuple[tuple[int, ...], ...] | None = None,
) -> tuple[Line, ...]:
    """Break a paragraph, or place the glyphs of its lines, if it is known where they end."""
    runs, setting = compositor.runs(para.text, para.style), _setting(compositor, para)
    return typeset.set_paragraph(runs, measure, setting, compositor.fonts, ends)


def line_size(line: Line, style: Style) -> Points:
    """Return the size of the largest type of a line, ruby and raised marks not counted."""
    size = style.size
    for piece in line.pieces:
        if piece.size > size and not piece.ruby and not piece.rise:
            size = piece.size
    return size


def _loose(line: Extent, size: Points) -> Points:
    """Return how wide a line is where Japanese and Latin are parted by a quarter em."""
    return line.width + max(line.size, size) * len(JOINT.findall(line.text)) / 4


def _at(compositor: "Compositor", para: Para, measure: Points) -> Fitted:
    style, size = para.style, para.style.size
    if not _is_even(compositor, para):
        lines = placed(compositor, para, measure, None)  # known by just these when it is asked for
        extents = (Extent(line.width, line_size(line, style), line.text) for line in lines)
        return Fitted(measure, tuple(extents))
    text = _measured(
        compositor, para.text, in_em(style), "cell" if para.breaks == "cell" else "phrase"
    )
    setting = compositor.setting(para.breaks, para.first_indent / size)
    ends, found = text.broken(measure / size, setting)
    scaled = [Extent(line.width * size, line.size * size, line.text) for line in found]
    return Fitted(measure, tuple(scaled), ends)


def _is_even(compositor: "Compositor", para: Para) -> bool:
    """Tell whether a text is broken alike at any size; ruby asks how wide its lines are."""
    if para.breaks == "justify":
        return False
    length = 0
    for run in para.text:
        if (compositor.ruby and (run.ruby or run.readings)) or run.note is not None:
            return False
        length += len(run.text)
    return length <= _LONG


@of_document(512)
def _measured(
    compositor: "Compositor", text: inline.Text, style: Style, breaks: Breaks
) -> typeset.Measured:
    return typeset.measured(
        compositor.runs(text, style), compositor.setting(breaks), compositor.fonts
    )


def in_em(style: Style) -> Style:
    """Return a style of the size 1 without colours: what tells how wide a text is in em."""
    return _plain(style.family, style.weight, style.strong_scale, style.palt)


@lru_cache(maxsize=64)
def _plain(family: Family, weight: int, strong_scale: float, palt: bool) -> Style:
    return Style(1, family, weight, "", 1, strong_scale=strong_scale, palt=palt)


def _setting(compositor: "Compositor", para: Para) -> Setting:
    return compositor.setting(para.breaks, para.first_indent)
