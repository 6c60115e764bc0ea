"""Lines put away: a long document has very many of them, and looks at each only now and then."""

import marshal
from collections.abc import Sequence
from itertools import chain
from typing import Any, TypeAlias

from shiryo.glyphs import Glyph
from shiryo.typeset.model import Line, Piece
from shiryo.values import dataclass

Ink: TypeAlias = tuple[str, bool, Sequence[tuple[int, float, str]]]
"""What a piece shows: key of its font, whether its glyphs stand upright, and these."""

_TOGETHER = 64
"""Lines of each text that are put away together."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Texts of lines, in a tenth of the room that they take as objects."""

    data: tuple[bytes, ...]
    """The first `_TOGETHER` lines of each text, the next ones, and so on."""
    tags: tuple[Any, ...]
    """What the pieces carry, each once; these stay the objects that they are."""

    def texts(self, first: int = 0, end: int | None = None) -> tuple[tuple[Line, ...], ...]:
        """Return the lines of each text, or those from ``first`` up to ``end``.

        Their glyphs are tuples without names. Time grows with the lines asked for.
        """
        texts = self._raw(first, end)
        return tuple(tuple([self._line(*line) for line in text]) for text in texts)

    def _raw(self, first: int, end: int | None) -> list[list[Any]]:
        start = min(first // _TOGETHER, len(self.data) - 1)
        stop = len(self.data) if end is None else max(-(-end // _TOGETHER), start + 1)
        parts = [marshal.loads(part) for part in self.data[start:stop]]
        skipped = start * _TOGETHER
        some = slice(first - skipped, None if end is None else end - skipped)
        return [list(chain.from_iterable(text))[some] for text in zip(*parts, strict=True)]

    def inks(self, first: int = 0, end: int | None = None) -> list[list[Ink]]:
        """Return of each line of the only text what its pieces show; time grows as for `texts`."""
        [lines] = self._raw(first, end)
        return [[(a[2], b[1] == "upright", a[4]) for a, _, b in line[0]] for line in lines]

    def _line(self, pieces: list[Any], *rest: Any) -> Line:
        tags = self.tags
        return Line(tuple([Piece(*(*a, tags[tag], *b)) for a, tag, b in pieces]), *rest)


def pack(*texts: Sequence[Line]) -> Packed:
    """Return the lines of ``texts`` packed."""
    tags: dict[int, tuple[int, Any]] = {}
    known: dict[Glyph, Any] = {}
    packed = [[_line(line, tags, known) for line in text] for text in texts]
    parts = (
        [text[at : at + _TOGETHER] for text in packed]
        for at in range(0, max(map(len, packed), default=0) or 1, _TOGETHER)
    )
    data = tuple(map(marshal.dumps, parts))
    return Packed(data, tuple(tag for _, tag in tags.values()))


def _line(line: Line, tags: dict[int, tuple[int, Any]], known: dict[Glyph, Any]) -> Any:
    pieces = [_piece(piece, tags, known) for piece in line.pieces]
    return pieces, line.width, line.text, line.ruby, line.hyphen, line.ends


def _piece(piece: Piece, tags: dict[int, tuple[int, Any]], known: dict[Glyph, Any]) -> Any:
    at, _ = tags.setdefault(id(piece.tag), (len(tags), piece.tag))
    # Glyphs that are alike are written once: a third less room, and read as much more quickly.
    glyphs = tuple([known.get(g) or known.setdefault(g, tuple(g)) for g in piece.glyphs])
    before = (piece.x, piece.rise, piece.font, piece.size, glyphs)
    return before, at, (piece.ruby, piece.stance)
