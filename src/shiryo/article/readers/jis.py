"""ISO-2022-JP as mail and old systems write it: CP50221, with ① and half-width katakana."""

from shiryo import lazy_re as re

NAME = "cp50221"
"""What the encoding is called in `article.encoding`."""
ESCAPE = re.compile(rb"\x1b(\$[@B]|\([BJI])")
"""Switches between sets of characters (RFC 1468; ``( I`` is half-width katakana)."""


def decode(data: bytes) -> str:
    """Return the text; raises `UnicodeDecodeError` where the bytes are none of this encoding."""
    parts = ESCAPE.split(data)
    sets = [b"(B", *parts[1::2]]
    return "".join(_part(words, chosen) for words, chosen in zip(parts[::2], sets, strict=True))


def _part(words: bytes, chosen: bytes) -> str:
    if chosen.startswith(b"$"):
        return "\n".join(_double(line).decode("cp932") for line in words.split(b"\n"))
    if chosen == b"(I":
        return bytes(byte | 0x80 if byte > 0x20 else byte for byte in words).decode("cp932")
    return words.decode("ascii")


def _double(pairs: bytes) -> bytes:
    """Return two bytes a character of JIS X 0208, with the vendors' rows, in Shift_JIS."""
    found = bytearray()
    for row, column in zip(pairs[::2], pairs[1::2].ljust(len(pairs[::2]), b"\xff"), strict=True):
        found.append((row - 0x21 >> 1) + (0x81 if row < 0x5F else 0xC1) & 0xFF)
        shift = 0x7E if row % 2 == 0 else 0x1F + (column > 0x5F)
        found.append(column + shift & 0xFF)
    return bytes(found)
