"""Sentences that are nothing but counts: 費用は2,640万円で、利用料が1,800万円である."""

from shiryo import lazy_re as re
from shiryo.drafting.wording.shorten import without_conjunction
from shiryo.japanese import units
from shiryo.japanese.quantities import half
from shiryo.japanese.words import words
from shiryo.values import dataclass

_DIGIT = re.compile(r"\d")
_SCALE = "千万億兆"
_UNIT = units.pattern("share", "money", "tally", "things", "measure", "time")
_COUNT = re.compile(
    r"(?:(?:その|この)?(?:内訳|うち)は?)?(?P<label>[^、。「」『』はが\d]{2,16})[はが]"
    rf"(?P<value>(?:約|およそ|延べ|のべ|最大|最低|週|月)?\d[\d,]*(?:\.\d+)?(?:[{_SCALE}]+\d[\d,]*)*)"
    rf"(?P<unit>[{_SCALE}]*{_UNIT}(?:以上|以下|以内|未満|超|前後|程度|弱|強|余り)?)"
    r"(?:(?P<last>(?:です|でした|である|だ|だった|となった|となっている|(?:に達|にのぼ|に上)(?:した|する|った|る)|"
    r"を占め(?:る|た|ている)|にとどま(?:る|った))?)|で|であり|にのぼり|に上り|に達し)"
)
_LAST = re.compile(r"(?:で|であり|にのぼり|に上り|に達し)$")


@dataclass(frozen=True, slots=True)
class Count:
    """A number, and what it counts, as written."""

    value: str
    """``1,800`` of 1,800万円, ``2億4千万`` of 2億4千万円."""
    unit: str
    label: str


def counts(sentence: str) -> list[Count]:
    """Return the counts of a sentence that says nothing else; empty if it says more."""
    if not _DIGIT.search(sentence):
        return []
    bare = without_conjunction(sentence.strip().rstrip("。"))
    found = list[Count]()
    clauses = re.split(r"(?<!\d)、", bare)
    for clause in clauses:
        match = _COUNT.fullmatch(half(clause))
        if match is None or not _is_noun(match["label"]):
            return []
        label, value, unit = (clause[slice(*match.span(k))] for k in ("label", "value", "unit"))
        size = len(unit) - len(unit.lstrip(_SCALE)) if re.search(f"[{_SCALE}]", value) else 0
        found.append(Count(value + unit[:size], unit[size:], label))
    return found if not _LAST.search(clauses[-1]) else []


def counted(sentence: str) -> tuple[str, ...]:
    """Return the numbers of such a sentence, with their units, and what they count."""
    return tuple(part for c in counts(sentence) for part in (f"{c.value}{c.unit}", c.label))


def _is_noun(label: str) -> bool:
    found = words(label)
    verbs = [w for w in found if w.pos in ("動詞", "助動詞", "代名詞", "連体詞")]
    return not verbs and found[-1].pos in ("名詞", "接尾辞")
