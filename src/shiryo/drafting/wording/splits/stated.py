"""The number that a sentence states of something: 開いている食堂は港の近くで21軒を数える。"""

from shiryo import lazy_re as re
from shiryo.drafting.wording.plain import plain
from shiryo.drafting.wording.shorten import without_conjunction
from shiryo.japanese import units
from shiryo.japanese.amounts import amount
from shiryo.japanese.brackets import is_open
from shiryo.japanese.quantities import half
from shiryo.japanese.words import words
from shiryo.values import dataclass

_DIGIT = re.compile(r"\d")
_SCALE = "千万億兆"
_UNIT = units.pattern("share", "money", "tally", "things", "measure")
_ENDS = (
    r"(?:である|であった|だ|だった|となる|となった|となっている|になる|になった|"
    r"を数え(?:る|た)|に達(?:する|した|している)|に(?:のぼ|上)(?:る|った|っている)|"
    r"を占め(?:る|た|ている)|にとどま(?:る|った|っている)|が?(?:ある|あった|いる|いた))?"
)
_STATED = re.compile(
    r"(?:(?P<source>[^、。はが「」]{2,30})に(?:よると|よれば)、|(?P<when>[^、。は「」]{2,20}(?:現在|時点で))、)?"
    r"(?P<label>[^、。「」『』は]{2,30}?)(?:は|が)、?(?P<where>[^、。はが「」\d]{1,16}(?:で|あたり|当たり|につき|平均))?"
    rf"(?P<value>(?:約|およそ|延べ|のべ)?\d[\d,]*(?:\.\d+)?(?:[{_SCALE}]+\d[\d,]*)*)"
    rf"(?P<unit>[{_SCALE}]*{_UNIT}(?:以上|以下|以内|未満|超|前後|程度|弱|強|余り)?){_ENDS}"
)
_SUPPOSED = re.compile(
    r"(?:もし|仮に|例えば|たとえば|という|場合|なら|れば|たら|ても|とき|あなた|自分|私|僕)"
)
_NO_LABEL = re.compile(
    r"(?:[こそあ]の|[こそあ]れ|[こそあ]こ|同|両|当|本|うち|内訳|残り|ほか|他|なかに?|中に?|中でも)"
)
_WHEN = re.compile(r"[\d０-９]+年度?|[\d０-９年月日]+|現在|[今昨来]年度?|以前|最近")
_FORMAL = (
    "こと",
    "もの",
    "の",
    "ところ",
    "方",
    "点",
    "ため",
    "とき",
    "時",
    "場合",
    "中",
    "なか",
    "うち",
    "理由",
)
_FEW = 10
"""Of a count as large as this a reader may want to know; 3つ and 5人 are said in passing."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A number and what it is of, as written."""

    value: str
    unit: str
    label: str
    note: str
    """Whose number it is, when or where it holds; empty if the sentence does not say."""


def stated(sentence: str) -> Stated | None:
    """Return the number that a sentence states and nothing else; None if it says more or less."""
    if not _DIGIT.search(sentence):
        return None
    bare = without_conjunction(plain(sentence).strip().rstrip("。"))
    found = _STATED.fullmatch(half(bare))
    if found is None or _SUPPOSED.search(bare) or is_open(bare):
        return None
    label, value, unit, source, when, where = (
        bare[slice(*found.span(k))] if found[k] else ""
        for k in ("label", "value", "unit", "source", "when", "where")
    )
    if not _is_label(label) or not _is_large(found["value"] + found["unit"]):
        return None
    notes = [part for part in (source or when, where.removesuffix("で")) if part]
    scale = len(unit) - len(unit.lstrip(_SCALE)) if re.search(f"[{_SCALE}]", value) else 0
    return Stated(value + unit[:scale], unit[scale:], label, "、".join(notes))


def figured(sentence: str) -> tuple[str, ...]:
    """Return the number of such a sentence with its unit, what it is of, and what holds it."""
    found = stated(sentence)
    return (f"{found.value}{found.unit}", found.label, found.note) if found else ()


def _is_label(label: str) -> bool:
    found = words(label)
    last = found[-1]
    opens = found[0].pos not in ("助詞", "助動詞", "代名詞", "連体詞", "接続詞", "副詞")
    return (
        opens
        and not (_NO_LABEL.match(label) or _WHEN.fullmatch(label))
        and last.pos in ("名詞", "接尾辞")
        and last.surface not in _FORMAL
    )


def _is_large(written: str) -> bool:
    digits = re.sub(r"^[^\d]+|(?:以上|以下|以内|未満|超|前後|程度|弱|強|余り)$", "", written)
    found = amount(digits)
    shares = re.search(rf"{units.pattern('share', 'money')}", digits) is not None
    return shares or (found is not None and found.value >= _FEW)
