"""Outlines of glyphs, as the path of each in the units of its font."""

from typing import Any, NamedTuple

import uharfbuzz as hb

from shiryo import limits
from shiryo.pages import FontFile

Face = tuple[int, tuple[tuple[str, float], ...]]
"""What tells the faces of `FontFile` apart."""


class Outline(NamedTuple):
    """A glyph that is drawn."""

    path: str
    """Empty where nothing is to be seen."""
    standing: tuple[float, float]
    """Where its pen starts if it is set downwards."""


class Outlines:
    """Outlines that were drawn once, for as long as a session lasts."""

    def __init__(self) -> None:
        self._fonts: dict[Face, tuple[Any, Any]] = {}
        self._known: dict[tuple[Face, int], Outline] = {}
        self._pen = _pen()

    def outline(self, file: FontFile, gid: int) -> Outline:
        """Return the outline of a glyph; 〓 for a character that no font has."""
        face = (id(file.face), file.variations)
        key = (face, gid)
        if key not in self._known:
            if len(self._known) >= limits.OUTLINES:
                self._known.clear()
            font = self._font(face, file)
            gid = gid or font.get_nominal_glyph(ord("〓")) or 0
            drawn = list[str]()
            font.draw_glyph(gid, self._pen, drawn)
            self._known[key] = Outline("".join(drawn), font.get_glyph_v_origin(gid))
        return self._known[key]

    def _font(self, face: Face, file: FontFile) -> Any:
        if face not in self._fonts:
            made = hb.Font(file.face)
            made.set_variations(dict(file.variations))
            self._fonts[face] = file.face, made  # it keeps its id
        return self._fonts[face][1]


def _pen() -> Any:
    """Return what appends the commands of a path to a list."""
    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, path: path.append(f"M{x:.0f} {y:.0f}"))
    pen.set_line_to_func(lambda x, y, path: path.append(f"L{x:.0f} {y:.0f}"))
    pen.set_quadratic_to_func(
        lambda a, b, x, y, path: path.append(f"Q{a:.0f} {b:.0f} {x:.0f} {y:.0f}")
    )
    pen.set_cubic_to_func(
        lambda a, b, c, d, x, y, path: path.append(
            f"C{a:.0f} {b:.0f} {c:.0f} {d:.0f} {x:.0f} {y:.0f}"
        )
    )
    pen.set_close_path_func(lambda path: path.append("Z"))
    return pen
