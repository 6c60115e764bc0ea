"""Names of a font file (OpenType 1.9: table directory, ``head``, ``name``)."""

import struct
from collections.abc import Sequence
from typing import TypeAlias

_ENTRY = struct.Struct(">4sIII")
_RECORD = struct.Struct(">6H")
Entry: TypeAlias = tuple[int, int, int, int]
"""Of the table directory: where it is, then check sum, offset and length of the table."""
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


def rename(data: bytes, family: str, style: str, ps_name: str) -> bytes:
    """Return the font ``data`` under new names and flagged as of ``style``, the rest unchanged.

    The new ``name`` table goes to the end of the file and the old one is blanked, so that nothing
    else moves; check sums are kept right by what changed.
    """
    font = bytearray(data)
    entries = _directory(font)
    at, _, offset, size = entries["name"]
    places = [entry[2:] for tag, entry in entries.items() if tag in ("name", "OS/2", "head")]
    places.append((12, 16 * len(entries)))
    adjustment = entries["head"][2] + 8
    before = _sums(font, places)
    table = _names(_kept(font[offset : offset + size]), family, style, ps_name)
    font[offset : offset + size] = bytes(size)
    _flag(font, entries, bold=style == "Bold")
    font += bytes(-len(font) % 4)
    _ENTRY.pack_into(font, at, b"name", _sum(table), len(font), len(table))
    font += table + bytes(-len(table) % 4)
    change = _sums(font, places) + _sum(table) - before
    old = struct.unpack_from(">I", font, adjustment)[0]
    struct.pack_into(">I", font, adjustment, (old - change) % 2**32)
    return bytes(font)


def _flag(font: bytearray, entries: dict[str, Entry], *, bold: bool) -> None:
    """Set the bits that say regular or bold in ``OS/2`` and ``head``, and their check sums."""
    for tag, field, bits in (("OS/2", 62, (0x40, 0x20)), ("head", 44, (0, 1))):
        at, check, offset, size = entries[tag]
        before = _sum(font[offset : offset + size])
        flags = struct.unpack_from(">H", font, offset + field)[0] & ~(bits[0] | bits[1])
        struct.pack_into(">H", font, offset + field, flags | bits[bold])
        check = (check + _sum(font[offset : offset + size]) - before) % 2**32
        _ENTRY.pack_into(font, at, tag.encode("ascii"), check, offset, size)


def _directory(font: bytes | bytearray) -> dict[str, Entry]:
    """Return for each table the place of its entry, its check sum, offset and length."""
    count = struct.unpack_from(">H", font, 4)[0]
    found = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, check, offset, size = _ENTRY.unpack_from(font, at)
        found[tag.decode("ascii")] = (at, check, offset, size)
    return found


def _kept(table: bytes | bytearray) -> dict[int, str]:
    """Return the English names that say who made the font and under which licence."""
    _, count, strings = struct.unpack_from(">3H", table)
    names = {}
    for n in range(count):
        platform, encoding, language, name, size, offset = _RECORD.unpack_from(table, 6 + 12 * n)
        if (platform, encoding, language) == _WINDOWS_UNICODE_ENGLISH and name < 15:
            raw = table[strings + offset : strings + offset + size]
            names[name] = raw.decode("utf-16-be")
    return names


def _names(kept: dict[int, str], family: str, style: str, ps_name: str) -> bytes:
    """Return a ``name`` table: what is kept, with family, style and full name new."""
    version = kept.get(5, "")
    names = kept | {1: family, 2: style, 3: f"{version};{ps_name}", 6: ps_name}
    names[4] = f"{family} {style}"
    records, strings = bytearray(), bytearray()
    for name in sorted(names):
        raw = names[name].encode("utf-16-be")
        records += _RECORD.pack(*_WINDOWS_UNICODE_ENGLISH, name, len(raw), len(strings))
        strings += raw
    return struct.pack(">3H", 0, len(names), 6 + len(records)) + bytes(records + strings)


def _sum(data: bytes | bytearray) -> int:
    padded = bytes(data) + bytes(-len(data) % 4)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) % 2**32


def _sums(font: bytearray, places: Sequence[tuple[int, int]]) -> int:
    """Return the sum over stretches of the file, each given by offset and length."""
    return sum(_sum(font[offset : offset + size]) for offset, size in places)
