"""Kana in Latin letters (Hepburn, long vowels as they are spelt): for names that are typed."""

import unicodedata
from collections.abc import Iterator
from importlib.resources import files

from shiryo import lazy_re as re
from shiryo.japanese.words import readings, words

_SYLLABLES = dict(
    pair.split("=") for pair in files(__package__).joinpath("romaji.txt").read_text("utf-8").split()
)
_SMALL = "ァィゥェォャュョ"
"""Kana that share a syllable with the one before them."""
_UNSAID = ("助詞", "助動詞", "補助記号", "空白")
_SIBILANT = ("sh", "ch", "j")


_LONG = re.compile(r"([aeiou]?)ー")
_DOUBLED = re.compile(r"ッ([a-z]?)")
_DOUBLED_CH = re.compile(r"ッ(?=ch)")


def romaji(text: str) -> str:
    """Return ``text`` in small letters; signs that are no kana stay as they are."""
    made: list[str] = []
    for sign in map(_katakana, unicodedata.normalize("NFKC", text).lower()):
        said = _SYLLABLES.get(sign, sign)
        joins = sign in _SMALL and made and made[-1][-1:] in ("i", "u", "e", "o")
        made.append(_joined(made.pop(), said) if joins else said)
    long = _LONG.sub(r"\1\1", "".join(made))
    return _DOUBLED.sub(r"\1\1", _DOUBLED_CH.sub("t", long))


def _katakana(sign: str) -> str:
    return chr(ord(sign) + 0x60) if "ぁ" <= sign <= "ゖ" else sign


def _joined(before: str, small: str) -> str:
    """Return a syllable with the vowel of the small kana after it: shi, ya → sha; fu, a → fa."""
    stem = before[:-1] or ("w" if before == "u" else "")
    glides = small.startswith("y") and stem not in _SIBILANT
    return stem + ("y" if glides else "") + small[-1]


_GAP = re.compile(r"[^a-z0-9]+")


def typed(text: str) -> Iterator[str]:
    """Yield the words that tell ``text`` from others, no particles, in letters and figures alone.

    What inflects has its endings: 迷っている人へ gives mayotte, iru and hito.
    """
    found = list(zip(words(text), readings(text), strict=True))
    read = list[str]()
    inflects = False
    for word, (surface, reading) in found:
        said = surface if surface.isascii() else reading or surface
        if inflects and (word.pos == "助動詞" or word.sub == "接続助詞"):
            read[-1] += said
        elif word.pos not in _UNSAID or len(found) == 1:
            read.append(said)
            inflects = word.pos in ("動詞", "形容詞")
        else:
            inflects = False
    latin = (_GAP.sub("-", romaji(each)).strip("-") for each in read)
    return filter(None, latin)
