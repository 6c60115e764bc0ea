"""Lines put away: a long document has very many of them, and looks at each only now and then."""

import marshal
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from shiryo.typeset.model import Line, Piece


@dataclass(frozen=True, slots=True)
class Packed:
    """Texts of lines, in a tenth of the room that they take as objects."""

    data: bytes
    tags: tuple[Any, ...]
    """What the pieces carry, each once; these stay the objects that they are."""

    def texts(self) -> tuple[tuple[Line, ...], ...]:
        """Return the lines of each text; their glyphs are tuples without names."""
        texts = marshal.loads(zlib.decompress(self.data))
        return tuple([tuple([self._line(*line) for line in text]) for text in texts])

    def _line(self, pieces: list[Any], *rest: Any) -> Line:
        tags = self.tags
        return Line(tuple([Piece(*(*a, tags[tag], *b)) for a, tag, b in pieces]), *rest)


def pack(*texts: Sequence[Line]) -> Packed:
    """Return the lines of ``texts`` packed."""
    tags: dict[int, Any] = {}
    packed = [[_line(line, tags) for line in text] for text in texts]
    return Packed(zlib.compress(marshal.dumps(packed), 1), tuple(tags.values()))


def _line(line: Line, tags: dict[int, Any]) -> Any:
    pieces = [_piece(piece, tags) for piece in line.pieces]
    return pieces, line.width, line.text, line.ruby, line.hyphen, line.ends


def _piece(piece: Piece, tags: dict[int, Any]) -> Any:
    tags.setdefault(id(piece.tag), piece.tag)
    glyphs = tuple(map(tuple, piece.glyphs))
    before = (piece.x, piece.rise, piece.font, piece.size, glyphs)
    return before, list(tags).index(id(piece.tag)), (piece.ruby, piece.stance)
