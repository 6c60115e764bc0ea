"""Lines: cells and the gaps between them → pieces of placed glyphs."""

from shiryo.glyphs import Glyph
from shiryo.typeset.breaking.items import Items
from shiryo.typeset.cells import Cell
from shiryo.typeset.model import Line, Piece, Run
from shiryo.typeset.ruby import RISE
from shiryo.units import Points

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes; a long text has a million glyphs."""


def line(items: Items, first: int, last: int, gaps: list[Points], x: Points, *, ends: bool) -> Line:
    """Return the line of the cells ``first`` to ``last``.

    Between the cells up to the last that is not a space stand ``gaps``; spaces after it take no
    room. The body of the first cell starts at ``x``. ``ends`` goes to `Line.ends`.
    """
    cells, runs = items.cells, items.runs
    shown = items.shown[last] if last >= first else -1
    pieces: list[Piece] = []
    glyphs: list[Glyph] = []
    before: Cell | None = None
    start, run = x, None
    for at in range(first, last + 1):
        cell = cells[at]
        origin = x - cell.shift
        if (
            before is None
            or run is not runs[at]
            or before.font != cell.font
            or before.stance != cell.stance
            or cell.stance == "combined"
        ):
            _close(pieces, glyphs, before, run, start)
            start, run = origin, runs[at]
        before = cell
        if at > shown:
            glyphs += (glyph._replace(advance=0.0) for glyph in cell.glyphs)
            continue
        after = x + cell.body
        following = 0.0
        if at < shown:
            after += gaps[at - first]
            following = cells[at + 1].shift
        across = cell.stance == "combined"
        glyphs += cell.glyphs if across else _advanced(cell.glyphs, after - following - origin)
        if cell.ruby:
            _close(pieces, glyphs, before, run, start)
            pieces += _ruby(cell, runs[at], x)
            before = None
        x = after
    hyphen = items.cells[last].hyphen if last >= first and not ends and items.hyphen[last] else None
    if hyphen:
        glyphs.append(hyphen)
        x += hyphen.advance
    _close(pieces, glyphs, before, run, start)
    width = x if shown >= first else 0.0
    text = "".join(cell.text for cell in items.cells[first : last + 1])
    ruby = any(piece.ruby for piece in pieces)
    return Line(tuple(pieces), width, text, ruby, hyphen is not None, ends)


def _close(
    pieces: list[Piece], glyphs: list[Glyph], cell: Cell | None, run: Run | None, x: Points
) -> None:
    """Make a piece of ``glyphs``, from ``x`` on, whose last cell is ``cell``, if there is any."""
    if cell and run:
        made = tuple(glyphs)
        piece = Piece(x, run.rise, cell.font, run.size, made, run.tag, stance=cell.stance)
        pieces.append(piece)
        glyphs.clear()


def _ruby(cell: Cell, run: Run, x: Points) -> list[Piece]:
    """Return the ruby over a cell whose body starts at ``x``, a piece a face."""
    pieces: list[Piece] = []
    if cell.ruby is None:
        return pieces
    x += cell.ruby.x
    for font, stance, glyphs in cell.ruby.parts:
        rise = run.rise + RISE * run.size
        piece = Piece(x, rise, font, cell.ruby.size, glyphs, run.tag, ruby=True, stance=stance)
        pieces.append(piece)
        x += sum(glyph.advance for glyph in glyphs)
    return pieces


def _advanced(glyphs: tuple[Glyph, ...], advance: Points) -> tuple[Glyph, ...]:
    """Return ``glyphs`` with the last one's advance such that all together have ``advance``."""
    if not glyphs:
        return glyphs
    gid, own, text = glyphs[-1]
    if len(glyphs) > 1:
        advance -= sum([glyph.advance for glyph in glyphs[:-1]])
    if -1e-9 < own - advance < 1e-9:
        return glyphs
    made: Glyph = _new(Glyph, (gid, advance, text))
    return (*glyphs[:-1], made) if len(glyphs) > 1 else (made,)
