"""Kana in Latin letters (Hepburn, long vowels as they are spelt): for names that are typed."""

import re
import unicodedata
from importlib.resources import files

_SYLLABLES = dict(
    pair.split("=") for pair in files(__package__).joinpath("romaji.txt").read_text("utf-8").split()
)
_SMALL = "ァィゥェォャュョ"
"""Kana that share a syllable with the one before them."""
_SIBILANT = ("sh", "ch", "j")


def romaji(text: str) -> str:
    """Return ``text`` in small letters; signs that are no kana stay as they are."""
    made: list[str] = []
    for sign in map(_katakana, unicodedata.normalize("NFKC", text).lower()):
        said = _SYLLABLES.get(sign, sign)
        joins = sign in _SMALL and made and made[-1][-1:] in ("i", "u", "e", "o")
        made.append(_joined(made.pop(), said) if joins else said)
    long = re.sub(r"([aeiou]?)ー", r"\1\1", "".join(made))
    return re.sub(r"ッ([a-z]?)", r"\1\1", re.sub(r"ッ(?=ch)", "t", long))


def _katakana(sign: str) -> str:
    return chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign


def _joined(before: str, small: str) -> str:
    """Return a syllable with the vowel of the small kana after it: shi, ya → sha; fu, a → fa."""
    stem = before[:-1] or ("w" if before == "u" else "")
    glides = small.startswith("y") and stem not in _SIBILANT
    return stem + ("y" if glides else "") + small[-1]
