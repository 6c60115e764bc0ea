"""Bytes → text: which of the encodings of Japanese text it is, and whether it is text at all."""

import codecs

from shiryo import lazy_re as re
from shiryo.article.readers import jis

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = re.compile(r"[ぁ-んァ-ヶー一-龠々。、「」\n]")
_KANA = re.compile(r"[ぁ-んァ-ヶー]")
_ODD = re.compile(r"[\uff61-\uff9f\x80-\x9f\ue000-\uf8ff]")
"""Half-width kana, C1 controls and private use: what a wrong guess is full of."""
_CODECS = (
    (r"shift[_-]?jis|sjis|x-sjis|ms_kanji|windows-31j|cp932", "cp932"),
    (r"(x-)?euc-?jp|euc_jp", "euc_jp"),
    (r"gbk|gb2312|gb_2312-80|x-gbk|chinese|gb18030", "gb18030"),
    (r"big5(-hkscs)?|cn-big5|x-x-big5", "big5hkscs"),
    (r"euc-?kr|ks_c_5601-1987|ksc5601|windows-949|korean", "cp949"),
    (r"iso-?8859-1|latin1|l1|us-ascii|ascii|windows-1252|cp1252|x-cp1252", "cp1252"),
    (r"koi8-r|koi8", "koi8_r"),
    (r"koi8-u", "koi8_u"),
    (r"macintosh|mac|x-mac-roman", "mac_roman"),
    (r"windows-874|tis-620|iso-8859-11", "cp874"),
    *((f"(x-)?(windows-|cp)125{n}", f"cp125{n}") for n in (*range(2), *range(3, 9))),
    *((f"iso-?8859-{n}", f"iso8859_{n}") for n in (*range(2, 9), 10, 13, 14, 15, 16)),
    (r"iso-?8859-9|latin5|windows-1254", "cp1254"),
)
"""Names that markup declares → codecs, the supersets that browsers read them with (WHATWG
Encoding §4.2). UTF-8, UTF-16 and ISO-2022-JP are known by their bytes; nothing else is text."""
_DECLARED = re.compile(rb"charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_\-]+)", re.I)


def decode(data: bytes, *, markup: bool = False) -> tuple[str, str] | None:
    """Return the text and the Python name of its encoding; None where it is no text.

    The bytes decide before any declaration: byte order marks (Unicode §23.8), UTF-16 without a
    mark, the stateful ISO-2022-JP, UTF-8. What is none of them is, in ``markup``, what the file
    declares, and of CP932 and EUC-JP the more Japanese.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    if b"\x00" in data:
        return _utf16(data)
    names = ["iso2022_jp_3", jis.NAME, "utf-8"] if jis.ESCAPE.search(data) else ["utf-8"]
    for name in names:
        if found := _strict(data, name):
            return found
    return _guess(data, _declared(data) if markup else "")


def _guess(data: bytes, declared: str) -> tuple[str, str] | None:
    """Return the text in an old encoding: the declared one, unless another makes kana of it."""
    guesses = [found for name in ("cp932", "euc_jis_2004") if (found := _strict(data, name))]
    best = max(guesses, key=lambda guess: _japanese(guess[0]), default=None)
    if best and len(_KANA.findall(best[0])) * 5 > sum(not sign.isascii() for sign in best[0]):
        return best
    return (_strict(data, declared) if declared else None) or best


def shown(name: str) -> str:
    """Return the name that people know an encoding by."""
    known = {"cp932": "Shift_JIS", "euc_jis_2004": "EUC-JP", "euc_jp": "EUC-JP",
             "iso2022_jp_3": "ISO-2022-JP", jis.NAME: "ISO-2022-JP"}  # fmt: skip
    return known.get(name, name.upper())


def _declared(data: bytes) -> str:
    """Return the codec of the encoding that markup declares, where it is one of the web's."""
    found = _DECLARED.search(data[:2048])
    name = found[1].decode().lower() if found else ""
    return next((codec for names, codec in _CODECS if re.fullmatch(names, name)), "")


def _strict(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        text = jis.decode(data) if name == jis.NAME else data.decode(name)
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
