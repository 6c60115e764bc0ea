"""What the truth of a sentence hangs on besides its facts, as marks that can be counted.

Whether it denies; whether it is expected, possible, planned, needed or wished; who says so; when;
on which condition; how much of it. Patterns alone: a mark that is none does no harm as long as both
of two wordings have it, which is what `bearings` is compared for.
"""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from shiryo import lazy_re as re
from shiryo.facts import modality
from shiryo.japanese.brackets import CALLED
from shiryo.japanese.quantities import half

_KEPT = 1024
"""How many texts are remembered: a sentence is compared with each of its wordings."""
_SAID = (
    "述べ|話し|語[っりるら]|説明|指摘|発表|主張|強調|報じ|報道|伝え|答え|訴え|見て|みて|見られ|みられ|"
    "言[いうっわ]|いわれ|され|し(?:て(?:いる|おり|いた|います)|た)|思[いうっわ]|考え"
)
_TOLD = "述べ|話し|語[っりるら]|説明|指摘|発表|主張|強調|報じ|訴え|答え|見て|みて|思[うっわ]|考え"
_QUOTED = (
    rf"(?<=[うくすつぬぶむるたいだんのか」])と(?:は|も|の|、)?(?:{_SAID})|"
    rf"(?<=[うくすつぬぶむるたいだんか」])と[^、。「」とはがもを]{{1,10}}[はがも](?:{_TOLD})|"
    r"という(?=声|意見|指摘|見方|懸念|批判|話|考え|報道|主張|噂|うわさ)"
)
_VOICE = re.compile(rf"{modality.ACCORDING.pattern}|{_QUOTED}")
SAYS = re.compile(
    rf"(?:(?:{_QUOTED})[ぁ-ん一-龠]{{0,8}}|という|らしい|(?<=[るたいだ])そうだ|とのこと)$"
)
"""Who says so, at the end of what is said."""
SAID_BY = re.compile(
    rf"(?<=[うくすつぬぶむるたいだのか」])と、?(?:[^、。はが]{{1,12}}(?:は|が|からの?|の)、?)?"
    rf"(?:{_SAID}|振り返|打ち明け|声(?=[がも])|意見|指摘)"
)
"""Who says what stands before: …と店主は話す."""
_RELATIVE = (
    "一?昨年|昨日|昨[春夏秋冬]|前年|前回|前月|先月|先週|先日|今年|今月|今週|今回|今日|本日|今[春夏秋冬]|"
    "来年|来月|来週|来[春夏秋冬]|翌年|翌月|翌日|明日|再来年|年内|年度内|年末|年度末"
)
TIME = re.compile(
    rf"{_RELATIVE}|今後|現在|現時点|現状|当初|当面|将来|従来|以前|以降|以来|近年|最近|近く|かつて|これまで|これから|"
    r"今や|いまや|すでに|既に|(?<!ざ)まだ|未だ|もう(?=[^す少一])|ようやく|初めて|はじめて|再び|長年|いずれ|やがて|間もなく|まもなく"
)
"""When, not by the calendar."""
_BOUND = re.compile(
    r"(?:[\d一二三四五六七八九十百千万億兆]|数)[^\d、。「」()]{0,4}?(?:"
    r"(?P<least>以上)|(?P<most>以下|以内)|(?P<under>未満|を下回|に満たな)|(?P<over>超(?![過音])|を超え|を上回)|"
    r"(?P<nearly>弱(?![い化]))|(?P<rather>強(?![い化調])|余り))"
)
AMOUNT = re.compile(
    r"およそ|ほぼ|約(?=[\d数一-十百千万])|最大|最小|最低|最高|少なくとも|多くとも|"
    r"半数|半分|過半|大半|大部分|ほとんど|多く|一部|すべて|全て|全員|いずれも|(?<!いた)だけ|のみ|しか(?=[^しもく])|ばかり|"
    r"以外|除[いくき]|最も|初の|唯一"
)
"""How much, how many, of which part."""
_NOT_ONLY = re.compile(r"(?:だけ|のみ|ばかり)(?:で(?:は|も)?なく|ならず)")
PART = re.compile(
    "least|most|under|over|nearly|rather|半数|半分|過半|大半|大部分|ほとんど|一部|最大|最小|最低|最高|少なくとも|多くとも"
)
"""Marks of how much that cannot be left out; of the others only one too many counts."""
_AIM = re.compile(r"目指|めざ")
CONDITION = re.compile(
    r"(?<!例)(?<!たと)(?<!に言)(?<!く言)(?<!^言い換え)[えけげせてねべめれ]ば(?=[、。いよなも]|$)|たら(?=、)|だら(?=、)|なら(?:ば)?(?=、)|場合|(?:限|かぎ)り(?=[、はのにで]|$)|"
    r"(?<!^要約す)(?<!^換言す)(?<!^まとめ)(?<!^言い換え)[るいた]と、|ない限り|ても(?=、)|(?<!^)(?<!。)(?<!それ)でも(?=、)|とすれば|にせよ"
)
"""On which condition."""


@lru_cache(_KEPT)
def reports(text: str) -> bool:
    """Tell whether ``text`` says that somebody says so."""
    text = CALLED.sub("", text)
    return bool(_VOICE.search(text) or "reported" in modality.marks(text))


@lru_cache(_KEPT)
def bearings(text: str) -> Counter[str]:
    """Return how often ``text`` denies, weighs, reports, dates, limits … (not to be changed)."""
    return Counter(_marks(_NOT_ONLY.sub("", CALLED.sub("", half(text)).strip())))


def _marks(text: str) -> Iterator[str]:
    yield from modality.marks(text)
    yield from ("aimed" for _ in _AIM.finditer(text))
    yield from ("voice" for _ in _VOICE.finditer(text))
    yield from (m[0] for m in TIME.finditer(text))
    yield from (str(m.lastgroup) for m in _BOUND.finditer(text))
    yield from (m[0].rstrip("いくき") for m in AMOUNT.finditer(text))
    yield from ("condition" for _ in CONDITION.finditer(text))
