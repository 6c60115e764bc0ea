"""Whose government is meant: 日本政府, 米政府, or the 政府 of the country that is spoken of.

A 政府 without a country is that of the last country that was a topic (中国では, 中国語圏で,
百度/中); one that is only chased (中国に追いつくため、政府は) was none. Where no country was
a topic it is not known whose it is, which in a Japanese text is Japan's.
"""

from collections.abc import Iterator
from functools import lru_cache

from shiryo import lazy_re as re
from shiryo.japanese.countries import LETTER, LETTERS, OWN

_KEPT = 1024
"""How many texts are remembered: a sentence is compared with each of its wordings."""
_COUNTRY = "|".join(sorted(LETTERS, key=len, reverse=True))
_GOVERNMENT = re.compile(
    rf"(?:(?P<name>{_COUNTRY}|{OWN})の?|(?<![一-龠])(?P<sign>{LETTER})|(?P<other>(?<![ァ-ヴー])[ァ-ヴー]{{3,}}+))?(?:政府|当局)"
)
_TOPIC = re.compile(
    rf"(?P<name>{_COUNTRY}|{OWN})(?:"
    r"語[^、。\n]{0,8}?(?:では|で|は)|"
    r"(?:国内|本土|市場|企業|勢|側|経済)?(?:において)?(?:では|は|が|の|で(?![はも])|、))"
    rf"|[/／・(（](?P<sign>{LETTER})(?=[)）\n、])"
)


def wrong(statement: str, cited: str) -> Iterator[str]:
    """Yield the governments of ``statement`` that are other ones than those of ``cited``."""
    meant = _meant(cited)
    for nation, text in _governments(statement):
        if nation and meant and nation not in meant:
            yield text


@lru_cache(_KEPT)
def _meant(cited: str) -> frozenset[str]:
    """Return the countries whose governments ``cited`` speaks of."""
    meant = {nation for nation, _ in _governments(cited)}
    return frozenset(meant | ({LETTERS["日本"]} if "" in meant else set()))


def _governments(text: str) -> Iterator[tuple[str, str]]:
    """Yield the country's letter, empty if it is not known, and the words of each government."""
    for match in _GOVERNMENT.finditer(text):
        nation = _nation(match)
        if not nation and not match["other"]:
            topics = list(_TOPIC.finditer(text, 0, match.start()))
            nation = _nation(topics[-1]) if topics else ""
        yield nation or match["other"] or "", match[0]


def _nation(match: re.Match[str]) -> str:
    name = match["name"] or ""
    return match["sign"] or (LETTERS.get(name, LETTERS["日本"]) if name else "")
