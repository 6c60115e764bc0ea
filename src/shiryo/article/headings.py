"""Which lines of an unmarked text are headings: a logistic score over what a line looks like.

The weights are data (``headings.json``), fitted by ``benchmarks/train_headings.py`` to Japanese
documents whose heading marks were taken away.
"""

import json
import math
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from .lines import POLITE_END, SPEECH_END, Line, Shape

Features = Mapping[str, float]

_STOCK = (
    r"まとめ|はじめに|おわりに|終わりに|最後に|さいごに|目次|概要|背景|目的|趣旨|結論|結果|考察|前提|導入|要旨"
    r"|議事(概要|要旨|録)?|議題|参考(文献|資料|リンク|記事)?|関連(記事|リンク|資料)|(合|あ)わせて.{1,8}"
    r"|補足|備考|注意(点|事項)?|FAQ|よくある(質問|ご質問)|今後の(予定|課題|展望|展開)|(開催)?(日時|場所|概要)|対象(者)?"
    r"|お?(申し?込み?|問い?合わ?せ)(先|方法|窓口|について)?|費用|料金|定員|持ち物"
)
STOCK = re.compile(f"({_STOCK})")
"""Headings that any article may have: none of them is the title of one."""
WORDS = re.compile(
    rf"({_STOCK}|.*とは\??|(なぜ|どうして).*(\?|か)"
    r"|.*の(ポイント|まとめ|方法|手順|流れ|課題|背景|特徴|理由|概要|例|メリット|デメリット|使い方|違い))"
)
"""Headings by their words."""
NUMBERED = re.compile(
    r"(第?[0-9一二三四五六七八九十]+(章|節|条|項|部|回|話|\.|、|:|\)|-[0-9])|[0-9]+(\.[0-9]+)+"
    r"|(STEP|Step|ステップ) ?[0-9]|その[0-9一二三]"
    r"|[0-9]{1,2} ?[^\d\s,.:年月日時分人円件個つ%]|Q[0-9.:]|[A-Z]\. )"
)
MARKED = re.compile(r"([■◆●▼▶◇□【《<]|#+ )")
_PREDICATE = re.compile(
    r"(です|ます|ました|でした|ません|ましょう|でしょう|ください|下さい|だ|だった|である|であった|ない"
    r"|なかった|たい|なさい|のだ|れる|られる|する|した|なる|なった|いる|いた|ある|あった|できる|できた"
    r"|思う|思った|という)$"
)
_GOES_ON = re.compile(
    r"(といった|という|などの|のような|この(ような)?|その|そのような|こうした|こういった|そのため|また"
    r"|しかし|さらに|なお|ただし|つまり|例えば|たとえば|それでは|では、|そこで|次に|ここで|これ(は|ら))"
)
_CLASSES = (
    ("kana", re.compile(r"[ぁ-ゟ]")),
    ("katakana", re.compile(r"[゠-ヿ]")),
    ("kanji", re.compile(r"[一-鿿々]")),
    ("digit", re.compile(r"\d")),
    ("latin", re.compile(r"[A-Za-z]")),
    ("stop", re.compile(r"[。.]")),
    ("bang", re.compile(r"!")),
    ("question", re.compile(r"\?")),
    ("colon", re.compile(r":")),
    ("comma", re.compile(r"[、,]")),
    ("close", re.compile(r"[)」』】》>\]\"”]")),
)
_PARTICLES = "はがをにへとでもやのか、,"


def scores(lines: Sequence[Line]) -> dict[int, float]:
    """Return how likely each line that is not blank is a heading: line number → 0 to 1."""
    weights = _weights()
    return {
        number: _logistic(sum(weights.get(name, 0.0) * value for name, value in found.items()))
        for number, found in features(lines).items()
    }


def features(lines: Sequence[Line]) -> dict[int, Features]:
    """Return what the score looks at, for each line that is not blank: line number → features."""
    full = [line for line in lines if line.shape is not Shape.BLANK]
    document = _document(lines, full)
    return {
        line.number: _own(line) | _around(full, at) | _spacing(line, document)
        for at, line in enumerate(full)
    }


def _document(lines: Sequence[Line], full: Sequence[Line]) -> tuple[float, float, float]:
    """Return blank lines per line, and how many short lines have one after, or only before."""
    short = [line for line in full if line.shape is Shape.SHORT]
    blank = (len(lines) - len(full)) / max(1, len(full))
    after = sum(line.gap_after for line in short)
    above = sum(line.gap_before and not line.gap_after for line in short)
    return blank, after / max(1, len(short)), above / max(1, len(short))


def _own(line: Line) -> dict[str, float]:
    text, size = line.text, len(line.text)
    found = {
        "bias": 1.0,
        f"is {line.shape}": 1.0,
        f"ends {_class(text[-1])}": 1.0,
        f"begins {_class(text[0])}": 1.0,
        "length": min(size, 60) / 20,
        **{f"length<={limit}": float(size <= limit) for limit in (6, 12, 20, 30, 40)},
        "word": float(bool(WORDS.fullmatch(text))),
        "numbered": float(bool(NUMBERED.match(text))),
        "marked": float(bool(MARKED.match(text))),
        "predicate": float(bool(_PREDICATE.search(text))),
        "speech": float(bool(SPEECH_END.search(text))),
        "polite": float(bool(POLITE_END.search(text))),
        "goes on": float(bool(_GOES_ON.match(text))),
        "comma": float("、" in text),
        "stop inside": float("。" in text[:-1]),
        "colon inside": float(bool(re.search(r":\s*\S", text))),
        "ends particle": float(text[-1] in _PARTICLES),
        "bracketed": float(text[0] == "(" and text[-1] == ")"),
        "address": float("http" in text),
    }
    for name, pattern in _CLASSES[:3]:
        found[f"part {name}"] = len(pattern.findall(text)) / size
    return found


def _around(full: Sequence[Line], at: int) -> dict[str, float]:
    def near(step: int) -> str:
        return full[at + step].shape if 0 <= at + step < len(full) else "edge"

    def size(step: int) -> float:
        inside = 0 <= at + step < len(full)
        return min(len(full[at + step].text), 120) / 40 if inside else 0.0

    found = {f"{step:+d} {near(step)}": 1.0 for step in (-2, -1, 1, 2)}
    found |= {"length -1": size(-1), "length +1": size(1)}
    if full[at].shape is Shape.SHORT:
        found |= {f"short {step:+d} {near(step)}": 1.0 for step in (-1, 1)}
        found[f"short {_pair(near(-1))} {_pair(near(1))}"] = 1.0
        found["short run"] = _run(full, at)
        found["question in prose"] = float(full[at].text[-1] == "?" and near(1) == Shape.SENTENCE)
        found["two shorts, then prose"] = float(
            near(1) == Shape.SHORT and near(2) == Shape.SENTENCE
        )
    return found


def _spacing(line: Line, document: tuple[float, float, float]) -> dict[str, float]:
    blank, after, above = document
    airy = "airy" if blank > 0.5 else "tight" if blank < 0.02 else "mixed"
    gaps = f"gap {'x' if line.gap_before else '-'}{'x' if line.gap_after else '-'}"
    found = {airy: 1.0, gaps: 1.0, f"{airy} {gaps}": 1.0}
    if after > 0.6:
        found["gap as others" if line.gap_after else "no gap as others"] = 1.0
    if above > 0.4:
        stands = line.gap_before and not line.gap_after
        found["gap above as others" if stands else "no gap above as others"] = 1.0
    return found


def _run(full: Sequence[Line], at: int) -> float:
    """Return how many short lines stand together, at most 4."""
    first = last = at
    while first > 0 and full[first - 1].shape is Shape.SHORT and last - first < 4:
        first -= 1
    while last + 1 < len(full) and full[last + 1].shape is Shape.SHORT and last - first < 4:
        last += 1
    return float(min(4, last - first + 1))


def _pair(shape: str) -> str:
    return shape if shape in (Shape.SHORT, Shape.SENTENCE) else "other"


def _class(sign: str) -> str:
    return next((name for name, pattern in _CLASSES if pattern.match(sign)), "other")


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))


@cache
def _weights() -> dict[str, float]:
    text = files("shiryo.article").joinpath("headings.json").read_text("utf-8")
    loaded: dict[str, float] = json.loads(text)
    return loaded
