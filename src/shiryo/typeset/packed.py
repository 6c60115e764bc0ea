"""Lines put away: a long document has very many of them, and looks at each only now and then."""

import marshal
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from shiryo.typeset.model import Line, Piece

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
        start = min(first // _TOGETHER, len(self.data) - 1)
        stop = len(self.data) if end is None else max(-(-end // _TOGETHER), start + 1)
        parts = [marshal.loads(zlib.decompress(part)) for part in self.data[start:stop]]
        skipped = start * _TOGETHER
        some = slice(first - skipped, None if end is None else end - skipped)
        texts = [list(chain.from_iterable(text))[some] for text in zip(*parts, strict=True)]
        return tuple(tuple([self._line(*line) for line in text]) for text in texts)

    def _line(self, pieces: list[Any], *rest: Any) -> Line:
        tags = self.tags
        return Line(tuple([Piece(*(*a, tags[tag], *b)) for a, tag, b in pieces]), *rest)


def pack(*texts: Sequence[Line]) -> Packed:
    """Return the lines of ``texts`` packed."""
    tags: dict[int, tuple[int, Any]] = {}
    packed = [[_line(line, tags) for line in text] for text in texts]
    parts = (
        [text[at : at + _TOGETHER] for text in packed]
        for at in range(0, max(map(len, packed), default=0) or 1, _TOGETHER)
    )
    data = tuple(zlib.compress(marshal.dumps(part), 1) for part in parts)
    return Packed(data, tuple(tag for _, tag in tags.values()))


def _line(line: Line, tags: dict[int, tuple[int, Any]]) -> Any:
    pieces = [_piece(piece, tags) for piece in line.pieces]
    return pieces, line.width, line.text, line.ruby, line.hyphen, line.ends


def _piece(piece: Piece, tags: dict[int, tuple[int, Any]]) -> Any:
    at, _ = tags.setdefault(id(piece.tag), (len(tags), piece.tag))
    glyphs = tuple(map(tuple, piece.glyphs))
    before = (piece.x, piece.rise, piece.font, piece.size, glyphs)
    return before, at, (piece.ruby, piece.stance)
