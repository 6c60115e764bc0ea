"""Which glyphs of a CFF font share a Font DICT (Adobe Technical Note 5176, 18–19).

Widths in a charstring are relative to a value of its Font DICT. Not every reader looks up the right
one, so the file gets a font of its own for the glyphs of each: then there is no other to find.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

_FD_SELECT = 12 << 8 | 37


def font_dict(cff: bytes) -> Callable[[int], int]:
    """Return what tells the number of the Font DICT of a glyph; 0 for all where there is one."""
    _, after = _index(cff, cff[2])
    tops, _ = _index(cff, after)
    at = next((value for key, value in _entries(tops[0]) if key == _FD_SELECT), 0)
    if not at:
        return lambda _glyph: 0
    if cff[at] == 0:
        return lambda glyph: cff[at + 1 + glyph]
    ranges = list(struct.iter_unpack(">HB", cff[at + 3 : at + 3 + 3 * _number(cff, at + 1, 2)]))
    firsts = [first for first, _ in ranges]
    return lambda glyph: ranges[bisect_right(firsts, glyph) - 1][1]


def _index(cff: bytes, at: int) -> tuple[list[bytes], int]:
    """Return the objects of an INDEX and where it ends (5)."""
    count = _number(cff, at, 2)
    if not count:
        return [], at + 2
    size, base = cff[at + 2], at + 3
    ends = [_number(cff, base + n * size, size) for n in range(count + 1)]
    data = base + (count + 1) * size - 1
    objects = [cff[data + a : data + b] for a, b in pairwise(ends)]
    return objects, data + ends[-1]


def _entries(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield the operators of a DICT, each with the last of its operands; 0 for a real one (4)."""
    at, operand = 0, 0
    while at < len(data):
        first, size = data[at], 1
        if first <= 21:
            size = 2 if first == 12 else 1
            yield _number(data, at, size), operand
        elif first in (28, 29):
            size = 3 if first == 28 else 5
            operand = int.from_bytes(data[at + 1 : at + size], signed=True)
        elif first == 30:
            operand = 0
            while data[at + size] & 15 != 15:
                size += 1
            size += 1
        elif first <= 246:
            operand = first - 139
        else:
            size, low = 2, data[at + 1]
            operand = (first - 247) * 256 + low + 108 if first < 251 else 0
        at += size


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size])
