"""The number that a line opens with: its style and its value."""

import re
import unicodedata
from typing import NamedTuple

from shiryo.article.structure.lines import Line


class Number(NamedTuple):
    """A number at the start of a line."""

    style: str
    """How it is written: ``1.``, ``(1)``, ``①``, ``第1章`` and so on; ``word`` and the word for
    ``議題1``."""
    value: int
    """The last of its figures: 3 of ``2.3``."""


_KANJI = "一二三四五六七八九"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_KANA = "アイウエオカキクケコ"
_NAMED = r"(?![のはがにをでと\d]|まで|から)"
"""Not before a particle: 第3章では speaks of the chapter."""
_STYLES = (
    ("第1章", re.compile(rf"第([\d一二三四五六七八九十]+)[章節条部編回話項]{_NAMED}")),
    ("1.1.1", re.compile(r"\d+[.-]\d+[.-](\d+)")),
    ("1.1", re.compile(r"\d+[.-](\d+)(?![\d.%])")),
    ("(1)", re.compile(r"\((\d{1,2})\)")),
    ("1)", re.compile(r"(\d{1,2})\)")),
    ("1.", re.compile(r"(\d{1,2})[.、:](?!\d)")),
    ("1 ", re.compile(r"(\d{1,2}) +(?=[^\d\s])")),
    ("一、", re.compile(r"([一二三四五六七八九十]{1,3})、")),
    ("Q1", re.compile(r"【?(?:Q|問|質問|設問) ?(\d+)】?")),
    ("STEP1", re.compile(rf"(?:STEP|Step|ステップ|その|レベル|Part|フェーズ|手順) ?(\d+){_NAMED}")),
    ("A.", re.compile(r"([A-H])[.、)] ?(?=[^\d\s])")),
    ("I.", re.compile(r"([IVX]{1,4})(?:[.、)]| )(?=.)")),
    ("ア", re.compile(rf"([{_KANA}])(?:[.、)]| )(?=.)")),
    ("1日目", re.compile(r"(\d{1,2})(?:日目|位|[つ人番回年社冊本]目)(?![のにはがで])")),
    ("9:00", re.compile(r"(\d{1,2}):\d{2}(?=[ ~-])")),
)
SENTENCES = ("Q1", "STEP1", "第1章")
"""Numbers after which even a whole sentence may be a heading."""
_WORD = re.compile(r"([一-鿿々ァ-ヴー]{1,6}) ?(\d{1,2})(?=[ :.、)]|$)")


def number(line: Line) -> Number | None:
    """Return the number that ``line`` opens with, if any."""
    first = line.raw.strip()[:1]
    if "①" <= first <= "⑳":
        return Number("①", ord(first) - ord("①") + 1)
    for style, pattern in _STYLES:
        if found := pattern.match(line.text):
            return Number(style, _value(found[1]))
    word = _WORD.match(line.text)
    return Number(f"word {word[1]}", int(word[2])) if word else None


def heads_sentences(line: Line) -> bool:
    """Tell whether a number opens the line after which even a whole sentence may be a heading."""
    found = number(line)
    return found is not None and found.style in SENTENCES


def _value(figures: str) -> int:
    if figures.isdigit():
        return int(figures)
    if figures in _ROMAN:
        return _ROMAN.index(figures) + 1
    if figures in _KANA:
        return _KANA.index(figures) + 1
    if "A" <= figures <= "H":
        return ord(figures) - ord("A") + 1
    tens, _, ones = figures.rpartition("十")
    if "十" not in figures:
        return _KANJI.find(figures[-1]) + 1
    return 10 * (_KANJI.find(tens[-1]) + 1 if tens else 1) + (_KANJI.find(ones) + 1 if ones else 0)


_DEPTHS = (
    (0, re.compile(r"第[\d一二三四五六七八九十]+[章部編]")),
    (1, re.compile(r"第[\d一二三四五六七八九十]+[節条]")),
    (3, re.compile(r"\d+[.-]\d+[.-]\d+")),
    (2, re.compile(r"\d+[.-]\d+")),
    (1, re.compile(r"\d+[.、 ]")),
    (3, re.compile(r"[(（]?\d+[)）]|[①-⑳]")),
)


def depth(text: str) -> int:
    """Return how deep a heading stands by its number: 0 for 第1章 or none, 2 for 1.1."""
    folded = unicodedata.normalize("NFKC", text)
    return next((deep for deep, pattern in _DEPTHS if pattern.match(folded)), 0)
