"""Numbers with their units, as patterns; values in a form that can be compared."""

from collections.abc import Iterator
from typing import TypeAlias

from shiryo import lazy_re as re
from shiryo.japanese import units
from shiryo.japanese.numerals import DIGITS, SCALE
from shiryo.japanese.numerals import value as worth

Found: TypeAlias = tuple[int, int, str]
"""Where it starts and ends in the text, and its value."""

_HALF = str.maketrans(
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)}
    | {"\u3000": " ", "−": "-", "‐": "-", "–": "-", "〜": "~", "’": "'", "ヶ": "か", "ヵ": "か"}
)
"""One character for one, so that places in the text stay what they are."""
_WIDE = re.compile(f"[{re.escape(''.join(map(chr, _HALF)))}]+")


def half(text: str) -> str:
    """Return ``text`` with half-width letters, digits and signs."""
    return _WIDE.sub(lambda wide: wide[0].translate(_HALF), text)


_DIGITS = f"{DIGITS}十百千"
_NUMBER = re.compile(
    rf"(?P<whole>(?<!\d)\d++|(?<![{_DIGITS}])[{_DIGITS}]++)分の(?P<part>\d+|[{_DIGITS}]+)"
    rf"|(?P<vague>数|十数|何)(?P<tens>[十百千万億兆]+)(?P<vunit>{units.IN_TEXT})?"
    rf"|(?<![\d.])(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"(?P<scale>[十百千]?[万億兆千百])?(?P<more>(?:\d[\d,]*[万億千百])*(?:\d[\d,]*(?![\d.,]))?)?"
    rf"\s?(?P<unit>{units.IN_TEXT})?"
    rf"|(?<![一-龠々〇])(?P<kanji>[{_DIGITS}][{_DIGITS}万億兆]*)"
    rf"(?P<kunit>{units.AFTER_KANJI})"
)


def numbers(half: str) -> Iterator[Found]:
    """Yield the numbers of a text that `half` has been through: ``300000000円``, ``30%``, ``3``."""
    for match in _NUMBER.finditer(half):
        if value := _value(match):
            yield match.start(), match.end(), value


def _value(match: re.Match[str]) -> str:
    if match["whole"]:
        return f"{worth(match['part'])}/{worth(match['whole'])}"
    if match["vague"]:
        scale = 1
        for sign in match["tens"]:
            scale *= SCALE[sign]
        return f"{match['vague']}{scale}{units.same(match['vunit'] or '')}"
    if match["kanji"]:
        number, unit = float(worth(match["kanji"])), match["kunit"]
    else:
        number, unit = _scaled(match), match["unit"]
    if unit == "割":
        number, unit = number * 10, "%"
    unit = units.same(unit or "")
    if match["kanji"] and number == 1:
        return ""  # 一つの, 一人ひとり, 一回: mostly no counts
    return f"{number:.10g}{unit}" if number < 10**10 else f"{number:.0f}{unit}"


def _scaled(match: re.Match[str]) -> float:
    number = float(match["digits"].replace(",", ""))
    for sign in match["scale"] or "":
        number *= SCALE[sign]
    for digits, sign in re.findall(r"(\d+)([万億千百]?)", (match["more"] or "").replace(",", "")):
        number += int(digits) * SCALE.get(sign, 1)
    return number


_BOUNDS = {
    "以上": "least", "以下": "most", "以内": "most", "未満": "under", "を下回": "under",
    "に満たな": "under", "超": "over", "を超え": "over", "を上回": "over", "弱": "nearly",
    "強": "rather", "余り": "rather",
}  # fmt: skip
_BOUND = re.compile(rf"\s?({'|'.join(_BOUNDS)})(?![い化調過音])")


def bound(half: str, end: int) -> tuple[str, int]:
    """Return what limits the number that ends at ``end`` (``least`` …, else empty), and its end."""
    match = _BOUND.match(half, end)
    return (_BOUNDS[match[1]], match.end()) if match else ("", end)
