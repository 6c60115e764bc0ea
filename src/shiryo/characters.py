"""Characters that no text of a document should hold: which they are, and texts without them.

They are unseen and do harm: control characters and escape sequences steer a terminal, marks of
direction make ``gpj.exe`` read as ``exe.jpg`` (Unicode Technical Report 36, § 2.5), lone surrogates
and noncharacters are no text at all (The Unicode Standard, § 23.6 and § 23.7). What joins and
varies visible characters, as in emoji and old kanji, stays.
"""

from shiryo import lazy_re as re

_SETS = {
    "control": r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb",
    "direction": r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "surrogate": r"\ud800-\udfff",
    "noncharacter": r"\ufdd0-\ufdef"
    + "".join(chr((plane << 16) + low) for plane in range(17) for low in (0xFFFE, 0xFFFF)),
}
"""Kinds of them, as sets of a regular expression; tab and line feed are none."""
UNWANTED = re.compile(f"[{''.join(_SETS.values())}]")
"""One of them."""
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def paired(text: str) -> str:
    """Return ``text`` with each pair of surrogates as the character that they are in UTF-16."""
    return _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)


def unwanted(text: str) -> tuple[str, ...]:
    """Return the names (``U+202E``) of those in ``text``, each once, in their order."""
    found = UNWANTED.findall(text) if UNWANTED.search(text) else ()
    return tuple(f"U+{ord(character):04X}" for character in dict.fromkeys(found))


def clean(text: str) -> str:
    """Return ``text`` without them; those that break a line become line feeds."""
    if not UNWANTED.search(text):
        return text
    return UNWANTED.sub("", _BREAKS.sub("\n", text))


def visible(text: str) -> str:
    r"""Return ``text`` with each of them written out (``\x1b``, ``\u202e``), for a terminal."""
    return UNWANTED.sub(lambda match: _escape(match[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
