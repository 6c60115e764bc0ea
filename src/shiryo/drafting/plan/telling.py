"""What a statement is worth among the main points: decisions, amounts, dates, conclusions."""

import re
from collections.abc import Sequence

from shiryo.drafting.select import claims, salience, weight
from shiryo.facts.facts import facts
from shiryo.facts.losses import spoken
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.japanese.words import words

_LEAST = 10.0
"""Full-width characters of a main point."""
_DEED, _HEADING, _FACT, _MOST = 0.8, 0.8, 0.2, 3
"""What speaks for what somebody does or decides, for the words of a heading, and for each fact."""
_LESS, _CONCERN = 0.5, 0.8
_WORRIES = re.compile(r"懸念|不安|課題|リスク|問題点|注意")
"""Headings of what there is to worry about."""
_RESOLVED = re.compile(
    r"^(?:決定|結論|結果|合意|提言|要点)|変更点$|(?:承認|決定|可決|合意)(?:する|した)?$"
)
_BUDGET = re.compile(r"予算|費用|経費|総額|事業費|資金|助成|補助|支援")
_NAMED_DEED = re.compile(r"を[一-龠ァ-ヴー]{2,8}$")
_STATES = ("ある", "いる", "できる", "なる", "思う", "考える", "言える", "持つ")
_TOPIC = re.compile(r"^[一-龠ァ-ヴーA-Za-z0-9・]{2,16}[はが]|[一-龠ァ-ヴーA-Za-z」）)]も.")
"""What a sentence opens with and speaks of, or what is one more of a kind (料金も下がる)."""
_SPEAKS = ("は", "が", "を", "も")
"""Particles of a sentence; a phrase without any is a name of something."""
_LABEL = re.compile(r"^[^。、:：（(]{1,24}[:：] ?(?=[^\d/])")
_CASE = re.compile(r"例えば|たとえば|場合|とき[はに]")
_POSSIBLE = re.compile(
    r"(?:可能性|恐れ|おそれ|こと|もの|人|方)(?:が|も)(?:ある|いる)$|かもしれない$|と思う$"
)
_ITSELF = re.compile(
    r"(?:本|この|当)(?:稿|概要|記事|資料|文書|章|節|ページ|連載|書|ドキュメント)(?:[はでに]|において)|"
    r".*(?:次|上記)(?:の|[0-9０-９])|.*(?:てみた|(?:質問|発言)があった)$"
)
"""What says something of the text, or of what was said, instead of the matter."""
_DANGLES = re.compile(
    r"、これ[はがをにで]|この(?:ような[^、。]{1,4}[でが]|ように?結果)|[上左右下]の?図[はがにを]|^(?:写真|図|画像|動画)[はがで]"
)
"""Points to what does not stand beside it."""
_ASIDE = re.compile(
    r"問い?合わ?せ|連絡先|会社概要|免責|(?:^|[\s、.．)）])(?:参考|関連|付録|謝辞|配布資料|出席者)\S{0,4}$|リンク集?$|(?i:acknowledge?ments?|references?|links?)$"
)
"""Headings below which nothing is a main point."""


def is_point(text: str, headings: Sequence[str] = ()) -> bool:
    """Tell whether a statement below ``headings`` may be a main point at all."""
    terse = width(text) < _LEAST and not any(map(is_resolved, headings[-1:]))
    if terse or any(map(_ASIDE.search, headings)):
        return False
    if _ITSELF.match(text) or weight.HOLLOW.search(text) or weight.points_back(text):
        return False
    if _DANGLES.search(text):
        return False
    return is_statement(split(text)[0])


def is_statement(text: str) -> bool:
    """Tell whether ``text``, after the lead word that it may have, says something of something."""
    said = _LABEL.sub("", text).rstrip("。")
    return claims.stands_alone(said) and any(
        w.pos == "助詞" and w.surface in _SPEAKS for w in words(said)
    )


def has_topic(text: str) -> bool:
    """Tell whether ``text`` says itself what it speaks of, so that no heading need."""
    return any(found.noun for found in spoken(text)) or _TOPIC.search(text) is not None


def is_resolved(heading: str) -> bool:
    """Tell whether what stands under ``heading`` was decided, or is asked for."""
    return _RESOLVED.search(heading) is not None


def is_budget(text: str) -> bool:
    """Tell whether ``text`` says what the matter costs."""
    money = any(fact.kind == "number" and fact.value.endswith("円") for fact in facts(text))
    return money and _BUDGET.search(text) is not None


def worth(text: str, headings: Sequence[str]) -> float:
    """Return what speaks for a statement below ``headings``, beside how central it is."""
    said = _FACT * min(_MOST, len(facts(text)))
    resolved = any(map(_RESOLVED.search, (text, *headings[1:])))
    said += _DEED * (is_deed(text) + resolved)
    said += _CONCERN * any(map(_WORRIES.search, headings[1:]))
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
