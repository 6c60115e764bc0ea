"""Names in a text, as patterns: Latin and katakana words, quoted words, organisations."""

import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

from shiryo import lazy_re as re
from shiryo.japanese.countries import LETTER, LETTERS, OWN
from shiryo.japanese.quantities import Found, half
from shiryo.japanese.words import words

_KEPT = 1024
"""How many texts are remembered: a sentence is compared with each of its wordings."""


_UNREAD = re.compile(r"[\s・=＝.'\"“”]")
_LONG = re.compile(r"(?<=[ァ-ヴ])ー(?![ァ-ヴー])")


def letters(text: str) -> str:
    """Return what a name is compared by: no spaces, no dots, no case, no final prolonged sound."""
    bare = _UNREAD.sub("", half(text).lower())
    return _LONG.sub("", bare)


LATIN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+#&'_-]*(?:[ .][A-Z0-9][A-Za-z0-9+#&'_-]*)*(?<![-'&_])"
)
_KATAKANA = re.compile(r"[ァ-ヴ][ァ-ヴー]*(?:[・=＝][ァ-ヴ][ァ-ヴー]*)*")
_QUOTED = re.compile(r"「([^「」\s]{2,20})」|『([^『』]{2,40})』")
ORGANISATION = re.compile(
    r"[一-龠々ァ-ヴーA-Za-z]{1,12}?(?:省|庁|研究所|研究機構|機構|大学院|大学|銀行|委員会|協会|財団|"
    r"連盟|新聞社?|学会|公社|公団|裁判所|放送|県|市|株式会社)"
    r"(?:(?![一-龠々])|(?=[系内側等外発製]))"
)
_NO_ORGANISATION = re.compile(
    r"[各同本両全他自諸当母某県官内反帰都国私公]?(?:関係)?(?:省|庁|大学|機構|委員会|協会|銀行|県|市|氏|研究所"
    r"|学会|財団|放送|新聞|株式会社)|.*都市|.*(?:国立|私立|公立|女子|各|同)大学|.*(?:官公庁|省庁)|関係省|"
    r".*(?:内省|反省|朝市|株式市)"
)
_PERSON = re.compile(
    r"(?:(?P<name>(?<![一-龠])(?:(?![彼某両同各諸])[一-龠]{1,5}(?=氏)|[一-龠]{2,5})|(?<![ァ-ヴー・＝])[ァ-ヴー・＝]{2,}+)"
    r"(?:氏|さん|様(?![々子式態相な]))"
    r"|(?<![一-龠ァ-ヴー])[一-龠ァ-ヴー]{2,7}"
    r"(?:大臣|首相|大統領|長官|知事|市長|町長|村長|区長|社長|会長|教授|理事長|委員長|議長|総裁))(?![一-龠])"
)
_WE = "当社|弊社|わが社|我が社|当行|当組合"
_DATA = tomllib.loads(files(__package__).joinpath("names.toml").read_text("utf-8"))
ABBREVIATED: dict[str, str] = _DATA["abbreviated"]
"""Organisations by their short names."""
_PREFECTURES = "|".join(_DATA["prefectures"] + _DATA["cities"])

_SIGNS = re.compile(
    rf"(?<![一-龠]){LETTER}{{2,}}(?![一-龠])|(?<![一-龠]){LETTER}(?=政府)"
    rf"|(?:(?<=[/・(、\n])|\A){LETTER}(?=[・、/)\n]|\Z)"
)
"""Letters that stand for countries: 米中, 日・米, 百度/中, 米政府."""
PLACE = re.compile(
    rf"(?:{'|'.join(LETTERS)})(?![人円海酒])語?|[英独仏露]語(?![一-龠])|{OWN}"
    rf"|{_PREFECTURES}"
)


def is_country(name: str, source: str) -> bool:
    """Tell whether ``source`` has the country ``name`` by another name or its letter (米中)."""
    sign = LETTERS.get(name)
    if sign is None:
        return False
    said = (n in source for n, other in LETTERS.items() if sign == other)
    return any(said) or any(sign in match[0] for match in _SIGNS.finditer(source))


_HIRAGANA = re.compile(r"[ぁ-ん]")


def names(text: str) -> Iterator[Found]:  # noqa: C901 (a ladder of patterns)
    """Yield the names of ``text``, in no order, a stretch possibly twice (「GENIAC」, GENIAC)."""
    for match in LATIN.finditer(half(text)):
        if not all(ordinary(word) for word in latin_words(match[0])):
            yield match.start(), match.end(), letters(match[0])
    for match in _KATAKANA.finditer(text):
        if len(match[0].rstrip("ー")) >= 3 and not ordinary(letters(match[0])):
            yield match.start(), match.end(), letters(match[0])
    in_organisation = covering(m.span() for m in ORGANISATION.finditer(text))
    for match in PLACE.finditer(text):
        if not in_organisation(match.start()):
            yield match.start(), match.end(), re.sub(OWN, "日本", match[0])
    for match in _PERSON.finditer(text):
        yield match.start(), match.end(), letters(match["name"] or match[0])
    for match in re.finditer(_WE, text):
        yield match.start(), match.end(), "当社"
    for match in _QUOTED.finditer(text):
        name = match[1] or match[2]
        if match[2] or not _HIRAGANA.search(name):
            yield match.start(), match.end(), letters(name)
    for match in ORGANISATION.finditer(text):
        if not _NO_ORGANISATION.fullmatch(match[0]):
            yield match.start(), match.end(), letters(ABBREVIATED.get(match[0], match[0]))


_KANJI = re.compile(r"[一-龠々]{2,}")


@lru_cache(_KEPT)
def proper(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` that are names by the dictionary (川崎, 佐藤).

    It errs where names are looked for; that one is in a statement and not in its lines tells.
    """
    found = (word.surface for word in words(text) if word.sub == "固有名詞")
    return tuple(dict.fromkeys(name for name in found if _KANJI.fullmatch(name)))


def covering(spans: Iterable[tuple[int, int]]) -> Callable[[int], bool]:
    """Return what tells whether a place of a text stands in one of ``spans`` (start, end)."""
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    ends = [0, *accumulate((end for _, end in ordered), max)]
    return lambda place: place < ends[bisect_right(starts, place)]


def known_as(text: str) -> str:
    """Return what else ``text`` calls, by other words, what a name may call it."""
    full = [long for short, long in ABBREVIATED.items() if short in text]
    return "".join(
        full + ["日本"] * bool(re.search(OWN, text)) + ["当社"] * bool(re.search(_WE, text))
    )


_SMALL = re.compile(r"[a-z]+")


def latin_words(latin: str) -> list[str]:
    """Return the words of ``latin`` in lower case, without digits and signs."""
    return _SMALL.findall(latin.lower())


@cache
def _common() -> frozenset[str]:
    text = files(__package__).joinpath("loanwords.txt").read_text("utf-8")
    return frozenset(letters(word) for word in text.split())


def ordinary(word: str) -> bool:
    """Tell whether ``word`` is, or is put together from, ordinary loan words (クラウドサービス)."""
    if word.isascii():
        return word in _common()
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end].rstrip("ー") in _common() for start in reached):
            reached.add(end)
    return len(word) in reached
