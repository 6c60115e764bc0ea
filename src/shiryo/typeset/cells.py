"""Cells: the smallest things that a line is made of, a character with its marks or a ligature."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple, Protocol

from shiryo.glyphs import Glyph, Stance
from shiryo.typeset import hyphens
from shiryo.typeset.classes import KANA, RAISED, WIDE, class_of
from shiryo.typeset.fonts.shape import TOKEN, Form, Shaped, is_silent
from shiryo.typeset.model import Run, Spacing
from shiryo.typeset.vertical import stances
from shiryo.units import Points

_BODY = {"01": 0.5, "02": 0.0, "06": 0.0, "07": 0.0, "05": 0.25}
"""Where in its full-width glyph the half-em body of a mark starts, in em (JLREQ §3.1.2)."""


SOFT_HYPHEN = "\u00ad"
_WORDS = 256
"""How many words of a style are remembered; of letters there is but a certain number."""
_SIGNS = "0123456789.,%-–"
"""What numbers, and ranges of them, are written with; a long text has no end of these."""
_GLUE = "\u00a0\u202f\u2007\u2060\ufeff"


class Shaper(Protocol):
    """What gives glyphs: `shiryo.typeset.fonts.Fonts`."""

    cells: dict[Hashable, tuple[dict[str, Any], dict[str, Any]]]
    """What has been set, by style: letters and words."""

    def shape(
        self, family: str, weight: int, text: str, kern: bool, form: Form = ""
    ) -> list[tuple[str, tuple[Shaped, ...]]]:
        """Return the glyphs of ``text`` and for each stretch of them the key of its face."""


class Ruby(NamedTuple):
    """What stands over a cell."""

    x: Points
    """From the left of the cell's body."""
    size: Points
    parts: tuple[tuple[str, Stance, tuple[Glyph, ...]], ...]
    """Glyphs by face and stance."""
    reach: tuple[Points, Points]
    """How far it may reach over the cell before and the cell after, if they are on its line."""


class Cell(NamedTuple):
    """Something that is never broken."""

    text: str
    cls: str
    """Character class: see `shiryo.typeset.classes`."""
    body: Points
    """The width it takes up, without the space that its class has around it."""
    shift: Points
    """How far the body starts to the right of the glyphs' origin."""
    glyphs: tuple[Glyph, ...]
    """With their natural advances."""
    font: str
    size: Points
    kind: str
    """For line breaking: the class, or what matters more (see `_kind`)."""
    kern: Points = 0
    """How much the next cell stands nearer, or farther, on the same line."""
    hyphen: Glyph | None = None
    """What is drawn where a word is parted after it."""
    ruby: Ruby | None = None
    stance: Stance = "horizontal"


def cells_of(run: Run, spacing: Spacing, shaper: Shaper) -> list[Cell]:
    """Return the cells of ``run``, whose ruby is not looked at."""
    styled = (run.family, run.weight, run.size, run.rise != 0, run.palt, run.vertical)
    key = (spacing, *styled)
    letters, words = shaper.cells.setdefault(key, ({}, {}))
    cells: list[Cell] = []
    for token in TOKEN.findall(run.text):
        known = letters if len(token) == 1 else words
        if token not in known:
            if len(words) >= _WORDS:
                words.clear()
                if _SIGNS not in letters:
                    letters[_SIGNS] = _pairs(run, spacing, shaper)
            pairs = None if token.strip(_SIGNS) else letters.get(_SIGNS)
            made = _number(token, pairs) if pairs else _make(token, run, spacing, shaper)
            known[token] = tuple(made)
        cells += known[token]
    return cells


def _pairs(run: Run, spacing: Spacing, shaper: Shaper) -> dict[str, Cell]:
    """Return the cell of each of `_SIGNS`, and before each of them: how far they kern.

    Nothing where a sign changes with more than the one after it, or if lines run downwards.
    """
    if run.vertical:
        return {}
    row = "".join(a + b for a in _SIGNS for b in _SIGNS)
    cells = _make(row, run, spacing, shaper)
    pairs = {sign: _make(sign, run, spacing, shaper)[0] for sign in _SIGNS}
    if len(cells) != len(row):
        return {}
    for at, cell in enumerate(cells):
        known = pairs.setdefault(row[at : at + 2], cell)
        if cell != known or cell._replace(kern=0) != pairs[row[at]]:
            return {}
    return pairs


def _number(token: str, pairs: Mapping[str, Cell]) -> list[Cell]:
    """Return the cells of a token of `_SIGNS` alone, which need not be shaped for that."""
    return [pairs[token[at : at + 2]] for at in range(len(token))]


def _make(token: str, run: Run, spacing: Spacing, shaper: Shaper) -> list[Cell]:
    if token == "\n":
        return [Cell("\n", "", 0, 0, (), "", 0, "")]
    if run.vertical:
        parts = stances(token, run.vertical)
        return [c for part, stance in parts for c in _standing(part, stance, run, spacing, shaper)]
    return _lying(token, run, spacing, shaper)


def _standing(token: str, stance: Stance, run: Run, spacing: Spacing, shaper: Shaper) -> list[Cell]:
    """Return the cells of a token in vertical text."""
    if stance == "upright":
        [(font, glyphs), *more] = shaper.shape(run.family, run.weight, token, False, "vert")
        if len(glyphs) == 1 and not more:
            return [_cell(glyphs, font, run, spacing)._replace(stance=stance)]
        stance = "combined"  # Marks have their places beside what they stand with, not under it.
    if stance == "combined":
        form: Form = "hwid" if len(token) > 1 and token.isascii() else ""
        [(font, glyphs), *more] = shaper.shape(run.family, run.weight, token, False, form)
        if not more:
            drawn = tuple(Glyph(g.gid, g.advance * run.size, g.text) for g in glyphs)
            cls = RAISED if run.rise else WIDE
            kind = "digit" if token.isdigit() else cls
            return [Cell(token, cls, run.size, 0, drawn, font, run.size, kind, stance=stance)]
    lying = _lying(token, run, spacing, shaper)
    return [cell._replace(stance="sideways") for cell in lying]


def _lying(token: str, run: Run, spacing: Spacing, shaper: Shaper) -> list[Cell]:
    cells: list[Cell] = []
    palt = run.palt and spacing == "jlreq" and class_of(token[0], 1) in KANA
    for font, glyphs in shaper.shape(run.family, run.weight, token, False, "palt" if palt else ""):
        cells += (_cell(cluster, font, run, spacing) for cluster in _clusters(glyphs))
    if spacing == "jlreq" and len(cells) > 1:
        _kern(cells, token, run, shaper)
        _hyphenate(cells, token, run, shaper)
    return cells


def _clusters(glyphs: Sequence[Shaped]) -> Iterator[list[Shaped]]:
    """Part glyphs into what is never broken; what is not drawn stays with what is before it."""
    cluster: list[Shaped] = []
    for glyph in glyphs:
        if cluster and not all(map(is_silent, glyph.text)):
            yield cluster
            cluster = []
        cluster.append(glyph)
    yield cluster


def _kern(cells: list[Cell], token: str, run: Run, shaper: Shaper) -> None:
    """Note where the font wants the letters of a word nearer to each other."""
    kerned = [
        sum(glyph.advance for glyph in cluster)
        for _, glyphs in shaper.shape(run.family, run.weight, token, True)
        for cluster in _clusters(glyphs)
    ]
    if len(kerned) == len(cells):
        for at, (cell, em) in enumerate(zip(cells[:-1], kerned, strict=False)):
            natural = sum(glyph.advance for glyph in cell.glyphs)
            cells[at] = cell._replace(kern=em * run.size - natural)


def _hyphenate(cells: list[Cell], token: str, run: Run, shaper: Shaper) -> None:
    """Note after which letters of a word a hyphen may stand."""
    points = hyphens.points(token)
    ends = list(accumulate(len(cell.text) for cell in cells))
    for at, (cell, end) in enumerate(zip(cells[:-1], ends, strict=False)):
        if end in points or cell.text[-1] == SOFT_HYPHEN:
            ((font, (glyph, *_)), *_) = shaper.shape(run.family, run.weight, "-", False)
            if font == cell.font:
                hyphen = Glyph(glyph.gid, glyph.advance * run.size, "")
                cells[at] = cell._replace(hyphen=hyphen)


def _cell(cluster: Sequence[Shaped], font: str, run: Run, spacing: Spacing) -> Cell:
    text = "".join(glyph.text for glyph in cluster)
    em = sum(glyph.advance for glyph in cluster)
    cls = RAISED if run.rise else class_of(text[0], em)
    glyphs = tuple(Glyph(g.gid, g.advance * run.size, g.text) for g in cluster)
    body, shift = em + cluster[0].offset, -cluster[0].offset
    if spacing == "jlreq" and cls in _BODY:
        body, shift = 0.5, _BODY[cls] + (em - 1) / 2
    elif spacing == "jlreq" and cls == "26":
        body = 0.0
    size = run.size
    return Cell(text, cls, body * size, shift * size, glyphs, font, size, _kind(text, cls))


def _kind(text: str, cls: str) -> str:
    """Return how a cell behaves in line breaking where its class does not say it."""
    if text[0] in _GLUE or text[-1] in _GLUE:
        return "glue"
    return "digit" if cls == "19" and "０" <= text <= "９" else cls
