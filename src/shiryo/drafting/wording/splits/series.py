"""Numbers that a sentence tells of several things: 店は、魚が24店、野菜が18店、菓子が9店だ."""

from shiryo import lazy_re as re
from shiryo.drafting.wording.shorten import without_conjunction
from shiryo.japanese import dates
from shiryo.japanese.quantities import half
from shiryo.japanese.words import words
from shiryo.values import dataclass

_FEWEST = 3
_TOPIC = re.compile(r"(?P<topic>[^、。「」『』はが\d]{1,24})(?:は|では)、?(?=[^、。]*\d)")
_LEAD = re.compile(r"[^、。「」\d]{2,40}(?:ところ|結果|では|によると|によれば)、")
"""What says where the numbers come from."""
_AMOUNT = r"(?P<amount>\d[\d,]*(?:\.\d+)?[十百千万億兆]*[^\d\s、。はがをにでと]{1,4}?)"
_PAIR = re.compile(
    r"(?P<name>「[^「」]{1,22}」|[^、。「」『』はがをに]{1,20}?)(?:とする|と答えた|と回答した)?(?:人|声|回答|もの)?"
    rf"(?:が|は|に|には|で|では)、?{_AMOUNT}(?P<end>で|である|であり)?"
)
_LAST = re.compile(
    _PAIR.pattern.removesuffix("(?P<end>で|である|であり)?")
    + r"(?P<end>です|でした|である|であった|だ|だった|となった|となっている|となります|"
    r"になった|になっている|に達した|"
    r"(?:に(?:のぼ|上)(?:る|った))|を占め(?:る|た|ている)|の順(?:です|でした|だ|だった|である)|"
    r"を[^、。はがをに]{2,10})?"
)
_VAGUE = re.compile(r"約|およそ|ほど|程度|前後|以上|以下|未満|超|弱|強|余り|年度?$")
"""Of a number that is none to draw."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of several things, as written."""

    of: str
    """What they are of; empty if the sentence does not say."""
    names: tuple[str, ...]
    amounts: tuple[str, ...]


def series(sentence: str) -> Series | None:
    """Return the numbers that a sentence tells of three things or more; None if it says more."""
    bare = without_conjunction(sentence.strip().rstrip("。"))
    lead = _LEAD.match(half(bare))
    bare = bare[lead.end() :] if lead else bare
    if sum(sign.isdigit() for sign in half(bare)) < _FEWEST or bare.count("、") < _FEWEST - 1:
        return None
    topic = _TOPIC.match(half(bare))
    of, told = (topic["topic"], bare[topic.end() :]) if topic else ("", bare)
    return _series(of, told) or (_series("", bare) if topic else None)


def _series(of: str, told: str) -> Series | None:
    clauses = told.split("、")
    found = [_PAIR.fullmatch(half(clause)) for clause in clauses[:-1]]
    found.append(_LAST.fullmatch(half(clauses[-1])))
    names, amounts = list[str](), list[str]()
    for clause, match in zip(clauses, found, strict=True):
        if match is None or _VAGUE.search(match["amount"]) or not _is_name(match["name"]):
            return None
        names.append(clause[slice(*match.span("name"))])
        amounts.append(clause[slice(*match.span("amount"))])
    return Series(of, tuple(names), tuple(amounts)) if len(names) >= _FEWEST else None


def _is_name(name: str) -> bool:
    if name.startswith("「") or dates.point(half(name)):
        return True
    last = words(name)[-1]
    return last.pos in ("名詞", "接尾辞") and not re.search(r"[約計]|合計|全体", name)
