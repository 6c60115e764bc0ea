"""Numbers of lists in the formats of Office files (ECMA-376-1 §17.18.59)."""

from shiryo.japanese.numerals import counted

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
          (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_AIUEO = (
    "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
)
_IROHA = (
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_SIGNS = {
    "aiueo": _AIUEO, "aiueoFullWidth": _AIUEO, "iroha": _IROHA, "irohaFullWidth": _IROHA,
    "decimalEnclosedCircle": _CIRCLED, "decimalEnclosedCircleChinese": _CIRCLED,
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸", "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽", "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑",
}  # fmt: skip
_KANJI = ("japaneseCounting", "chineseCounting", "chineseCountingThousand", "taiwaneseCounting",
          "japaneseLegal", "ideographLegalTraditional", "koreanCounting")  # fmt: skip


def written(count: int, form: str) -> str:
    """Return a number in a format of §17.18.59; in figures where the format has no sign for it."""
    if form in _SIGNS:
        return _SIGNS[form][count - 1] if 0 < count <= len(_SIGNS[form]) else str(count)
    if form in _KANJI or form == "ideographDigital":
        return counted(count) if count else str(count)
    if form in ("upperRoman", "lowerRoman"):
        return _roman(count) if form[0] == "u" else _roman(count).lower()
    if form in ("upperLetter", "lowerLetter"):
        letters = _LETTERS[(count - 1) % 26] * ((count - 1) // 26 + 1) if 0 < count < 79 else ""
        return (letters if form[0] == "u" else letters.lower()) or str(count)
    if form == "decimalZero":
        return f"{count:02}"
    return str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    made = ""
    for worth, sign in _ROMAN:
        made += sign * (count // worth)
        count %= worth
    return made
