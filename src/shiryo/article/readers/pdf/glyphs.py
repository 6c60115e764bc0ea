"""The text of a page of PDFium → its characters, each with its font, its tag and its place."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from ctypes import addressof, c_double, c_float, c_ulong, c_ushort, create_string_buffer, sizeof
from math import hypot, nan
from typing import Any

from pypdfium2 import raw

from shiryo import lazy_re as re
from shiryo.article.readers.pdf.chars import UNKNOWN, Char
from shiryo.article.readers.pdf.geometry import Affine, Box, Point, around, moved
from shiryo.article.readers.pdf.things import placed
from shiryo.characters import paired
from shiryo.values import dataclass

_NAME = 128
"""Characters of the name of a font or of a tag that are read."""
_TAGS = 20
"""Tags around a text that are looked at."""
_TELLING = re.compile(r"Artifact|H[1-6]?|Note")
"""Tags that say more than those inside them (ISO 32000-1 §14.8.4)."""


_OWN = frozenset((*range(0xE000, 0xF000), *range(0xF100, 0xF900)))
"""Characters without a meaning of their own; between them are the bullets of the font Symbol."""
_BLANK = frozenset((10, 13, 32))
"""The line ends and spaces that PDFium thinks of."""
_SAID = {2: "-"}
"""What PDFium's own signs say: 2 is a hyphen at the end of a line."""
_LOW = -0.2
"""How far the box of a character reaches below its line, in ems.

The same for all fonts, so that what stands on one line overlaps however its fonts are measured.
"""
_NARROW, _WIDE, _WIDEST = 0.1, 0.75, 1.3
"""In ems: how wide a space is at least, an ideographic one is at least, and any is at most."""


@dataclass(frozen=True, slots=True)
class _Font:
    name: str
    downwards: bool
    """Whether it sets characters one below the other."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the characters of one text of a PDF have in common."""

    font: _Font
    tag: str
    size: float
    along: Point
    """The direction of its line, and from the line to the top of a letter; both of length 1."""
    up: Point
    turn: int


def chars(text: Any, drawn: Iterable[tuple[int, Any, Affine]], seen: Affine) -> list[Char]:
    """Return the characters of the text of a page, what one glyph says as one (ligatures).

    ``drawn`` is what is drawn on the page (`things`); ``seen`` moves its points to where they are
    shown.
    """
    read: set[int] = set()
    found = list(_read(text, seen, read))
    return [*found, *_blanks(drawn, found, read)]


def _read(text: Any, seen: Affine, read: set[int]) -> Iterator[Char]:
    """Yield the characters that PDFium finds; put into ``read`` where their texts are."""
    box, x, y = raw.FS_RECTF(), c_double(), c_double()
    fonts: dict[int, _Font] = {}
    look: _Look | None = None
    last, before = 0, None
    point: Point = (nan, nan)
    for n in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, n)
        if code in _BLANK and raw.FPDFText_IsGenerated(text, n):
            continue  # a space or an end of a line that PDFium thinks of
        thing = raw.FPDFText_GetTextObject(text, n)
        if not thing:
            continue
        raw.FPDFText_GetCharOrigin(text, n, x, y)
        raw.FPDFText_GetLooseCharBox(text, n, box)
        at, same = (x.value, y.value), addressof(thing.contents) == last
        if look is None or not same:
            last, look = addressof(thing.contents), _look(text, n, thing, seen, fonts)
            read.add(last)
        unknown = not code or code in _OWN or raw.FPDFText_HasUnicodeMapError(text, n)
        said, place = (
            UNKNOWN if unknown else _SAID.get(code) or chr(code),
            _place(look, box, at, seen),
        )
        if before and same and at == point:
            place = around([before.box[:2], before.box[2:], place[:2], place[2:]])
            said = paired(before.text + said)
        elif before:
            yield before
        point, before = at, Char(said, *place, look.size, look.font.name, look.tag, look.turn)
    if before:
        yield before


def _blanks(
    drawn: Iterable[tuple[int, Any, Affine]], found: Sequence[Char], read: set[int]
) -> Iterator[Char]:
    """Yield the spaces that are texts of their own, which PDFium leaves out; it gives their places.

    Each is as wide as the next character is away. They tell a space from a gap between columns.
    """
    lines: dict[int, list[float]] = {}
    for char in found:
        if not char.turn:
            lines.setdefault(round(char.bottom + _LOW * char.size), []).append(char.x0)
    for starts in lines.values():
        starts.sort()
    size = c_float()
    for kind, thing, seen in drawn:
        if kind != raw.FPDF_PAGEOBJ_TEXT or addressof(thing.contents) in read:
            continue
        raw.FPDFTextObj_GetFontSize(thing, size)
        along, slope, _, height, x, y = placed(thing, seen)
        em, starts = size.value * abs(height), lines.get(round(y), [])
        at = bisect_left(starts, x - _NARROW * em)
        width = starts[at] - x if at < len(starts) else 0
        if along > 0 and not slope and _NARROW * em < width < _WIDEST * em:
            said, foot = "\u3000" if width > _WIDE * em else " ", y - _LOW * em
            yield Char(said, x, foot - em, x + width, foot, em, "", "", 0)


def _place(look: _Look, box: Any, origin: Point, seen: Affine) -> Box:
    """Return where a character is shown: as wide as it goes on, and as high as its type is large.

    ``box`` is what PDFium says, which the ink of a letter widens and fonts make higher or lower.
    """
    low, (x, y), (ax, ay), (ux, uy) = look.size * _LOW, origin, look.along, look.up
    if look.font.downwards:
        far = look.size
    elif look.along == (1, 0):
        far = box.right - x
    else:
        corners = [(at, up) for at in (box.left, box.right) for up in (box.bottom, box.top)]
        far = max((at - x) * ax + (up - y) * ay for at, up in corners)
    far = max(0.0, far)
    if look.along == (1, 0) and seen[:4] == (1, 0, 0, -1):
        foot = seen[5] - y - low
        return x + seen[4], foot - look.size, x + far + seen[4], foot
    ends = [(along, high) for along in (0, far) for high in (low, low + look.size)]
    return around([
        moved((x + ax * along + ux * high, y + ay * along + uy * high), seen)
        for along, high in ends
    ])  # fmt: skip


def _look(text: Any, n: int, thing: Any, seen: Affine, fonts: dict[int, _Font]) -> _Look:
    """Return what the characters of ``thing`` have in common, of which ``n`` is one."""
    found = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, n, found)
    length, height = hypot(found.a, found.b) or 1, hypot(found.c, found.d) or 1
    along = found.a / length, found.b / length
    handle = raw.FPDFTextObj_GetFont(thing)
    address = addressof(handle.contents) if handle else 0
    if address not in fonts:
        fonts[address] = _font(handle, raw.FPDFText_GetUnicode(text, n))
    right, down = moved(along, (*seen[:4], 0, 0))
    turn = (0 if right >= 0 else 180) if abs(right) >= abs(down) else (90 if down < 0 else 270)
    size = raw.FPDFText_GetFontSize(text, n) * height
    up = found.c / height, found.d / height
    return _Look(fonts[address], _tag(thing), size, along, up, turn)


def _font(handle: Any, code: int) -> _Font:
    """Return what is known of a font that has a character ``code``."""
    if not handle:
        return _Font("", False)
    name, width = create_string_buffer(_NAME), c_float()
    raw.FPDFFont_GetBaseFontName(handle, name, _NAME)
    raw.FPDFFont_GetGlyphWidth(handle, code, 1, width)
    return _Font(name.value.decode("utf-8", "replace"), width.value < 0)


def _tag(thing: Any) -> str:
    """Return the tag around a text: the innermost, unless one says more."""
    name, length = (c_ushort * _NAME)(), c_ulong()
    tags = []
    for n in range(min(_TAGS, raw.FPDFPageObj_CountMarks(thing))):
        mark = raw.FPDFPageObj_GetMark(thing, n)
        if raw.FPDFPageObjMark_GetName(mark, name, sizeof(name), length):
            said = bytes(name)[: max(0, length.value - 2)]
            tags.append(said.decode("utf-16-le", "replace"))
    return next(filter(_TELLING.fullmatch, tags), tags[-1] if tags else "")
