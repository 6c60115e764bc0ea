"""What a statement is worth among the main points: decisions, amounts, dates, conclusions."""

import re
from collections.abc import Sequence

from shiryo.drafting.select import claims, salience, weight
from shiryo.facts.facts import facts
from shiryo.japanese.width import width
from shiryo.japanese.words import words

_LEAST = 10.0
"""Full-width characters of a main point."""
_DEED, _HEADING, _FACT, _MOST = 0.8, 0.8, 0.2, 3
"""What speaks for what somebody does or decides, for the words of a heading, and for each fact."""
_LESS = 0.5
_RESOLVED = re.compile(r"^(?:決定|結論|結果|合意|提言|要点)|(?:承認|決定|可決|合意)(?:する|した)?$")
_NAMED_DEED = re.compile(r"を[一-龠ァ-ヴー]{2,8}$")
_STATES = ("ある", "いる", "できる", "なる", "思う", "考える", "言える", "持つ")
_SPEAKS = ("は", "が", "を", "も")
"""Particles of a sentence; a phrase without any is a name of something."""
_CASE = re.compile(r"例えば|たとえば|場合|とき[はに]")
_POSSIBLE = re.compile(
    r"(?:可能性|恐れ|おそれ|こと|もの|人|方)(?:が|も)(?:ある|いる)$|かもしれない$|と思う$"
)
_ITSELF = re.compile(
    r"(?:本|この|当)(?:稿|概要|記事|資料|文書|章|節|ページ|連載|書|ドキュメント)(?:[はでに]|において)|"
    r".*(?:次|上記)(?:の|[0-9０-９])|.*(?:てみた|(?:質問|発言)があった)$"
)
"""What says something of the text, or of what was said, instead of the matter."""
_ASIDE = re.compile(
    r"問い?合わ?せ|連絡先|会社概要|免責|(?:^|[\s、.．)）])(?:参考|関連|付録|謝辞|配布資料|出席者)\S{0,4}$|リンク集?$"
)
"""Headings below which nothing is a main point."""


def is_point(text: str, headings: Sequence[str] = ()) -> bool:
    """Tell whether a statement below ``headings`` may be a main point at all."""
    if width(text) < _LEAST or "。" in text or any(map(_ASIDE.search, headings)):
        return False
    if _ITSELF.match(text) or weight.HOLLOW.search(text) or weight.points_back(text):
        return False
    said = text.rpartition(": ")[2]
    return claims.stands_alone(said) and any(
        w.pos == "助詞" and w.surface in _SPEAKS for w in words(said)
    )


def worth(text: str, headings: Sequence[str]) -> float:
    """Return what speaks for a statement below ``headings``, beside how central it is."""
    said = _FACT * min(_MOST, len(facts(text)))
    resolved = any(map(_RESOLVED.search, (text, *headings[1:])))
    said += _DEED * (is_deed(text) + resolved)
    said += _HEADING * max((salience.share(one, text) for one in headings), default=0.0)
    return said - _LESS * (bool(_CASE.search(text)) + bool(_POSSIBLE.search(text)))


def is_deed(text: str) -> bool:
    """Tell whether a statement ends in what somebody does to something (〜を創設する, 〜を創設)."""
    if _NAMED_DEED.search(text):
        return True
    found = words(text)
    last = found[-1]
    done = last.pos == "動詞" and last.form.startswith("終止形") and last.base not in _STATES
    return done and any(w.surface == "を" and w.pos == "助詞" for w in found)
