"""Ruby: small characters over others, as one cell with its base (JLREQ §3.3)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from shiryo import lazy_re as re
from shiryo.glyphs import Glyph, Stance
from shiryo.typeset.cells import Cell, Ruby, Shaper, cells_of
from shiryo.typeset.classes import KANA, WIDE, class_of
from shiryo.typeset.model import Run, Spacing
from shiryo.typeset.vertical import NONE
from shiryo.units import Points

_HALF = 0.5
"""Size of ruby to size of base (§3.3.3)."""
RISE = 0.94
"""The baseline of ruby above that of its base, in em of the base: em box sits on em box."""


def by_character(text: str, readings: Sequence[str]) -> list[tuple[str, str | None]]:
    """Part ``text`` into what is set with a reading of its own, as `with_ruby` is to have it.

    Every character has its reading and lines may part them, as long as no reading is wider than its
    character; else the characters that read on belong together (jukugo ruby, §3.3.7).
    """
    parts: list[tuple[str, str | None]] = []
    for has, group in groupby(zip(text, readings, strict=True), key=lambda pair: bool(pair[1])):
        pairs = list(group)
        if not has:
            parts.append(("".join(character for character, _ in pairs), None))
        elif all(len(reading) <= 1 / _HALF for _, reading in pairs):
            parts += pairs
        else:
            parts.append(("".join(c for c, _ in pairs), "".join(r for _, r in pairs)))
    return parts


def with_ruby(
    run: Run, before: str, after: str, room: Points, spacing: Spacing, shaper: Shaper
) -> list[Cell]:
    """Return ``run`` and its ruby as one cell, or as several if one would not fit into ``room``.

    ``before`` and ``after`` are the characters beside it ("" if none). The shorter of base and ruby
    is spaced out, its ends by half as much as its inside (§3.3.6). Ruby longer than its base
    reaches over kana beside it, by at most one em of its own, before it widens the base (§3.3.8).
    """
    run = replace(run, vertical=run.vertical and NONE)
    base = cells_of(replace(run, ruby=None), "solid", shaper)
    if len(base) > 1 and (
        "\n" in run.text
        or len({(cell.font, cell.stance) for cell in base}) > 1
        or max(_width(base), _width(_small(run, shaper))) > room
    ):
        return _apart(run, base, room, spacing, shaper)
    if run.text == "\n":
        return base
    small = _small(run, shaper)
    if _width(small) > room:
        small = _small(run, shaper, room / _width(small))
    excess = max(0.0, _width(small) - _width(base))
    reach = [min(excess / 2, run.size * _HALF) if _kana(c) else 0.0 for c in (before, after)]
    return [_join(run, base, small, (reach[0], reach[1]))]


def _small(run: Run, shaper: Shaper, scale: float = 1) -> list[Cell]:
    """Return the cells of the ruby."""
    text = re.sub(r"\s", "", run.ruby or "")
    return cells_of(
        replace(run, text=text, ruby=None, size=run.size * _HALF * scale), "solid", shaper
    )


def _apart(
    run: Run, base: Sequence[Cell], room: Points, spacing: Spacing, shaper: Shaper
) -> list[Cell]:
    """Return every character of the base with its share of the ruby."""
    ruby = re.sub(r"\s", "", run.ruby or "")
    cells: list[Cell] = []
    for at, cell in enumerate(base):
        start, end = (n * len(ruby) // len(base) for n in (at, at + 1))
        part = replace(run, text=cell.text, ruby=ruby[start:end] or None)
        if part.ruby:
            cells += with_ruby(part, "", "", room, spacing, shaper)
        else:
            cells += cells_of(part, spacing, shaper)
    return cells


def _join(
    run: Run, base: Sequence[Cell], small: Sequence[Cell], reach: tuple[Points, Points]
) -> Cell:
    """Return the cell that ``base`` with ``small`` over it is."""
    below, above = _width(base), _width(small)
    body = max(below, above)
    glyphs, inset = _spread(base, body - sum(reach) if above > below else below)
    parts, ruby_inset = _spread(small, body)
    left = reach[0] + inset
    ruby = Ruby(ruby_inset, small[0].size if small else 0.0, _by_font(small, parts), reach)
    wide = "20" if run.rise else WIDE
    face, stance = base[0].font, base[0].stance
    return Cell(run.text, wide, body, -left, glyphs, face, run.size, wide, ruby=ruby, stance=stance)


def _spread(cells: Sequence[Cell], width: Points) -> tuple[tuple[Glyph, ...], Points]:
    """Return the glyphs of ``cells`` spaced out to ``width`` and where they then start."""
    space = (width - _width(cells)) / len(cells) if cells else 0.0
    if space <= 0:
        return tuple(glyph for cell in cells for glyph in cell.glyphs), 0.0
    glyphs: list[Glyph] = []
    for cell in cells:
        glyphs += cell.glyphs
        glyphs[-1] = glyphs[-1]._replace(advance=glyphs[-1].advance + space)
    return tuple(glyphs), space / 2


def _by_font(
    cells: Sequence[Cell], glyphs: Sequence[Glyph]
) -> tuple[tuple[str, Stance, tuple[Glyph, ...]], ...]:
    parts: list[tuple[str, Stance, tuple[Glyph, ...]]] = []
    at = 0
    for cell in cells:
        own = tuple(glyphs[at : at + len(cell.glyphs)])
        at += len(cell.glyphs)
        if parts and parts[-1][:2] == (cell.font, cell.stance):
            own = parts.pop()[2] + own
        parts.append((cell.font, cell.stance, own))
    return tuple(parts)


def _width(cells: Sequence[Cell]) -> Points:
    return sum(cell.body for cell in cells)


def _kana(character: str) -> bool:
    """Tell whether ruby of a neighbour may reach over a character (§3.3.8)."""
    return bool(character) and class_of(character, 1) in KANA
