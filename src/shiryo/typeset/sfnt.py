"""Names of a font file (OpenType 1.9: table directory, ``head``, ``name``)."""

import struct

_ENTRY = struct.Struct(">4sIII")
_RECORD = struct.Struct(">6H")
_WINDOWS_UNICODE_ENGLISH = (3, 1, 0x409)


def rename(data: bytes, family: str, style: str, ps_name: str) -> bytes:
    """Return the font ``data`` under new names, the rest unchanged.

    The new ``name`` table goes to the end of the file and the old one is blanked, so that nothing
    else moves; check sums are kept right by what changed.
    """
    font = bytearray(data)
    entries = _directory(font)
    at, _, offset, size = entries["name"]
    table = _names(_kept(font[offset : offset + size]), family, style, ps_name)
    before = _sum(font[at : at + 16]) + _sum(font[offset : offset + size])
    font[offset : offset + size] = bytes(size)
    font += bytes(-len(font) % 4)
    _ENTRY.pack_into(font, at, b"name", _sum(table), len(font), len(table))
    font += table + bytes(-len(table) % 4)
    change = _sum(font[at : at + 16]) + _sum(table) - before
    head = entries["head"][2]
    adjustment = struct.unpack_from(">I", font, head + 8)[0]
    struct.pack_into(">I", font, head + 8, (adjustment - change) % 2**32)
    return bytes(font)


def _directory(font: bytes | bytearray) -> dict[str, tuple[int, int, int, int]]:
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
