"""Numbers that the program gives to sections and items, in the numerals of a template."""

from typing import Literal

Numerals = Literal["arabic", "kanji"]
_DIGITS = "〇一二三四五六七八九"


def numeral(number: int, numerals: Numerals) -> str:
    """Return ``12`` or ``十二``; above 99 kanji stand for digits: ``一〇三``."""
    if numerals == "arabic":
        return str(number)
    if number > 99:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, ones = divmod(number, 10)
    before = (_DIGITS[tens] if tens > 1 else "") + "十" if tens else ""
    return before + (_DIGITS[ones] if ones or not tens else "")
