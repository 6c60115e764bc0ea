"""Numerals: what those in kanji are worth, and how numbers are written."""

import unicodedata
from typing import Literal

from shiryo import lazy_re as re

Numerals = Literal["arabic", "kanji"]
DIGITS = "〇一二三四五六七八九"
SCALE = {"十": 10, "百": 100, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
"""Signs that what stands before them is counted in; `MYRIADS` end what they scale."""
MYRIADS = "万億兆"
COUNTED = f"{DIGITS[1:]}十"
"""The signs of small numbers, for a class of a pattern."""

FIGURES = f"[0-9０-９{COUNTED}百千]{{1,6}}"
"""A pattern of the numbers of chapters and articles."""
ARTICLE = rf"第{FIGURES}条(?:の{FIGURES}){{0,3}}"
"""A pattern of the number of an article of rules: 第3条, 第十二条の二."""
_OPENING = re.compile(
    rf"第[\d{COUNTED}]{{1,4}}[章部編節条項回話]|[(（][\d{COUNTED}]{{1,3}}[)）]"
    rf"|\d{{1,3}}(?:[.-]\d{{1,3}}){{1,4}}(?=[\s.、])|(?:\d{{1,3}}|[{COUNTED}]{{1,3}})(?:[.)](?!\d)|、)"
    rf"|(?:\d{{1,3}}|[{COUNTED}]{{1,3}})\s(?![つ年月日人回個件社位倍割階本冊歳時分秒台万億%])"
)


_COUNTED = re.compile(
    r"(?:定義|定理|補題|命題|例題?|問題?|課題|演習|手順|ステップ|フェーズ|テーマ|要件|付録|別表|事例|ケース|パターン|施策|議題|"
    r"[Ss]tep|STEP|[Pp]hase|PHASE|[Tt]ask|TASK|Q)\s?\d{1,3}(?:[.-]\d{1,3}){0,3}(?=[\s.、:：)]|$)"
)
"""How a title begins that is counted as one of its kind."""


def opens_with_number(title: str) -> bool:
    """Tell whether a title begins with a number of its own: 第3章, （1）, 2.1, 四、, 課題 1."""
    folded = unicodedata.normalize("NFKC", title).strip()
    counted = _OPENING.match(folded) or _COUNTED.match(folded)
    return "①" <= title.strip()[:1] <= "⑳" or counted is not None


def without_number(title: str) -> str:
    """Return a title in its normal form without the number of its own that it begins with."""
    bare = re.sub(r"^\s*[①-⑳]", "", title)
    folded = unicodedata.normalize("NFKC", bare).strip()
    number = _OPENING.match(folded)
    return (folded[number.end() :] if number else folded).lstrip(" .、:")


def value(text: str) -> int:
    """Return what a numeral is worth: 12 for ``十二`` or ``一二``, 2025 for ``二〇二五``.

    ``text`` holds nothing but such signs, or decimal digits.
    """
    if text.isdecimal():
        return int(text)
    total, section, digit = 0, 0, 0
    for sign in text:
        if sign in MYRIADS:
            total, section, digit = total + (section + digit or 1) * SCALE[sign], 0, 0
        elif sign in SCALE:
            section, digit = section + (digit or 1) * SCALE[sign], 0
        else:
            digit = digit * 10 + DIGITS.index(sign)
    return total + section + digit


def grouped(value: float) -> str:
    """Return a number in figures with grouped thousands and no needless decimals: ``1,234.5``."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def numeral(number: int, numerals: Numerals) -> str:
    """Return ``12`` or ``十二``; above 99 kanji stand for digits: ``一〇三``."""
    if numerals == "arabic":
        return str(number)
    if number > 99:
        return "".join(DIGITS[int(digit)] for digit in str(number))
    return counted(number)


def counted(number: int) -> str:
    """Return a number up to 9999 as it is counted: ``百三``; in figures what is larger."""
    if not 0 < number < 10_000:
        return DIGITS[0] if number == 0 else str(number)
    made = ""
    for worth, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, worth)
        if digit:
            made += ("" if digit == 1 and sign else DIGITS[digit]) + sign
    return made
