"""The number that a line opens with: its style and its value."""

from typing import NamedTuple

from shiryo import lazy_re as re
from shiryo.article.structure.lines import Line, look
from shiryo.japanese.numerals import COUNTED, value


class Number(NamedTuple):
    """A number at the start of a line."""

    style: str
    """How it is written: ``1.``, ``(1)``, ``①``, ``第1章`` and so on; ``word`` and the word for
    ``議題1``."""
    value: int
    """The last of its figures: 3 of ``2.3``."""


_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_KANA = "アイウエオカキクケコ"
_FIGURES = rf"[\d{COUNTED}]+"
_NAMED = r"(?![のはがにをでと\d]|まで|から)"
"""Not before a particle: 第3章では speaks of the chapter."""


class _Manner(NamedTuple):
    """A manner of numbering lines."""

    style: str
    opens: re.Pattern[str]
    """What a line opens with that is numbered so; its figures are the group."""
    depth: int = 0
    """How deep headings stand that are numbered so, from 0; 0 also where that is not known."""
    heads: re.Pattern[str] | None = None
    """What a heading opens with, where headings are numbered more freely."""

    def heading(self, line: Line) -> "re.Match[str] | None":
        """Return the number that a heading opens with."""
        return (self.heads or self.opens).match(line.text)


def _manner(style: str, opens: str, depth: int = 0, heads: str = "") -> _Manner:
    return _Manner(style, re.compile(opens), depth, re.compile(heads) if heads else None)


_MANNERS = (
    _manner("第1章", rf"第({_FIGURES})[章部編]{_NAMED}", 0, rf"第{_FIGURES}[章部編]"),
    _manner("第1章", rf"第({_FIGURES})[節条回話項]{_NAMED}", 1, rf"第{_FIGURES}[節条項回]"),
    _manner("1.1.1", r"\d+[.-]\d+[.-](\d+)", 3),
    _manner("1.1", r"\d+[.-](\d+)(?![\d.%])", 2, r"\d+[.-]\d+"),
    _manner("(1)", r"\((\d{1,2})\)", 3, r"\(\d+\)"),
    _manner("1)", r"(\d{1,2})\)", 3, r"\d+\)"),
    _manner("1.", r"(\d{1,2})[.、:](?!\d)", 1, r"\d+([.、]|\s|(?=[^\d年月日時分%:,]))"),
    _manner("1 ", r"(\d{1,2}) +(?=[^\d\s])", 1),
    _manner("一、", rf"([{COUNTED}]{{1,3}})、"),
    _manner("Q1", r"【?(?:Q|問|質問|設問) ?(\d+)】?", heads=r"(Q|問)\s?\d*"),
    _manner(
        "STEP1",
        rf"(?:STEP|Step|ステップ|その|レベル|Part|フェーズ|手順) ?(\d+){_NAMED}",
        heads=r"(STEP|Step|ステップ|その|レベル|Part|フェーズ|手順)\s?\d",
    ),
    _manner("A.", r"([A-H])[.、)] ?(?=[^\d\s])"),
    _manner("I.", r"([IVX]{1,4})(?:[.、)]| )(?=.)"),
    _manner("ア", rf"([{_KANA}])(?:[.、)]| )(?=.)"),
    _manner("1日目", r"(\d{1,2})(?:日目|位|[つ人番回年社冊本]目)(?![のにはがで])"),
    _manner("9:00", r"(\d{1,2}):\d{2}(?=[ ~-])"),
)
NUMBERED = re.compile(
    rf"(第{_FIGURES}[章節部条編] ?"
    r"|\(?\d{1,2}([.-]\d{1,2})*[.)、:]? ?(?=[^\d年月日時分%,.]))"
)
"""The number of what a table of contents names."""
SENTENCES = ("Q1", "STEP1", "第1章")
"""Numbers after which even a whole sentence may be a heading."""
_WORD = re.compile(r"([一-鿿々ァ-ヴー]{1,6}) ?(?P<above>\d{1,2}-)?(\d{1,2})(?=[ :.、)(「]|$)")


def number(line: Line) -> Number | None:
    """Return the number that ``line`` opens with, if any."""
    if circled := _circled(line):
        return Number("①", circled)
    for manner in _MANNERS:
        if found := manner.opens.match(line.text):
            return Number(manner.style, _value(found[1]))
    word = _WORD.match(line.text)
    within = "-" if word and word["above"] else ""
    return Number(f"word {word[1]}{within}", int(word[3])) if word else None


def manner(line: Line) -> str:
    """Return a name of how a heading is numbered, the same for all that are so; empty if not."""
    if _circled(line):
        return "①"
    found = next((each for each in _MANNERS if each.heading(line)), None)
    if found:
        return f"{found.style} {found.depth}"
    word = number(line)
    return word.style if word else ""


def _circled(line: Line) -> int:
    """Return what the sign is worth that ``line`` opens with: 3 for ③; 0 if there is none."""
    first = line.raw.strip()[:1]
    return ord(first) - ord("①") + 1 if "①" <= first <= "⑳" else 0


def heads_sentences(line: Line) -> bool:
    """Tell whether a number opens the line after which even a whole sentence may be a heading."""
    found = number(line)
    return found is not None and found.style in SENTENCES


def _value(figures: str) -> int:
    if figures in _ROMAN:
        return _ROMAN.index(figures) + 1
    if figures in _KANA:
        return _KANA.index(figures) + 1
    if "A" <= figures <= "H":
        return ord(figures) - ord("A") + 1
    return 0 if figures.isascii() and figures.isalpha() else value(figures)


def depth(text: str) -> int:
    """Return how deep a heading stands by its number: 0 for 第1章 or none, 2 for 1.1."""
    [line] = look([text])
    return next((manner.depth for manner in _MANNERS if manner.opens.match(line.text)), 0)
