"""Bytes → text: which of the encodings of Japanese text it is, and whether it is text at all."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = re.compile(r"[ぁ-んァ-ヶー一-龠々。、「」\n]")
_ODD = re.compile(r"[\uff61-\uff9f\x80-\x9f\ue000-\uf8ff]")
"""Half-width kana, C1 controls and private use: what a wrong guess is full of."""
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.I)


def decode(data: bytes, *, markup: bool = False) -> tuple[str, str] | None:
    """Return the text and the Python name of its encoding; None where it is no text.

    Byte order marks first (Unicode §23.8), then for ``markup`` what the file declares, then the
    stateful ISO-2022-JP, UTF-8, UTF-16 without a mark, and of CP932 and EUC-JP the more Japanese.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    if b"\x00" in data:
        return _utf16(data)
    declared = _DECLARED.search(data[:2048]) if markup else None
    names = [declared[1].decode().lower()] if declared else []
    if b"\x1b$" in data:
        names.append("iso2022_jp_3")
    for name in [*names, "utf-8"]:
        if found := _strict(data, _python_name(name)):
            return found
    guesses = [found for name in ("cp932", "euc_jis_2004") if (found := _strict(data, name))]
    return max(guesses, key=lambda guess: _japanese(guess[0]), default=None)


def shown(name: str) -> str:
    """Return the name that people know an encoding by."""
    known = {"cp932": "Shift_JIS", "euc_jis_2004": "EUC-JP", "iso2022_jp_3": "ISO-2022-JP"}
    return known.get(name, name.upper())


def _python_name(name: str) -> str:
    """Return the codec of a declared name, the vendor's superset for Shift_JIS (WHATWG §4.2)."""
    if re.fullmatch(r"shift[_-]?jis|sjis|x-sjis|windows-31j", name):
        return "cp932"
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "utf-8"


def _strict(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return (text, name) if _is_text(text) else None


def _utf16(data: bytes) -> tuple[str, str] | None:
    guesses = [found for name in ("utf-16-le", "utf-16-be") if (found := _strict(data, name))]
    best = max(guesses, key=lambda guess: _japanese(guess[0]), default=None)
    return best if best and _japanese(best[0]) > 0.3 else None


def _is_text(text: str) -> bool:
    controls = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13))
    return controls * 200 <= len(text)


def _japanese(text: str) -> float:
    """Return how Japanese a decoding looks, up to 1."""
    size = max(1, len(text))
    plain = sum(sign.isascii() for sign in text)
    return (len(_COMMON.findall(text)) + plain / 2 - 3 * len(_ODD.findall(text))) / size
