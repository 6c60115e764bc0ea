"""How many planted errors `shiryo check` finds, and how many true statements it accuses.

Drafts every article of the folders; each statement of a slide, with the lines that it cites, is
taken for true. Into statements chosen at even steps it plants one error each, kind by kind.
No chance is involved: two runs say the same.

    python benchmarks/planted_errors.py FOLDER… [--errors 200] [-v]
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from shiryo import article, drafting
from shiryo.diagnostics import Failed
from shiryo.drafting.wording.plain import plain
from shiryo.facts import comparison
from shiryo.facts.comparison import granted
from shiryo.facts.facts import Fact, facts, unsupported
from shiryo.facts.losses import spoken
from shiryo.facts.names import letters
from shiryo.outline import check, model, statements


@dataclass(frozen=True)
class Pair:
    """A statement, the lines that it cites, what it stands under, the names of its document."""

    text: str
    cited: str
    beside: str
    names: tuple[str, ...]


Planted = str | tuple[str, Pair]
"""A wrong statement, empty if there is none; with other lines where these were changed."""
_READABLE = {".md", ".txt", ".html", ".docx", ".pdf", ".pptx"}
_UNITS = (
    ("%", "倍"), ("％", "倍"), ("円", "ドル"), ("人", "社"),
    ("年間", "か月"), ("時間", "分"), ("か月", "年"), ("回", "倍"), ("日", "週間"),
)  # fmt: skip
_DENIED = (
    ("できない", "できる"), ("ではない", "である"), ("ていない", "ている"), ("がない", "がある"),
    ("はない", "がある"), ("られない", "られる"), ("できる", "できない"), ("である", "ではない"),
    ("ている", "ていない"), ("がある", "はない"), ("られる", "られない"), ("れる", "れない"),
    ("する", "しない"), ("した", "しなかった"), ("える", "えない"), ("める", "めない"),
)  # fmt: skip
_WEIGHED = (
    ("する見込み", "する"), ("する予定", "する"), ("可能性がある", "見込み"), ("だろう", ""),
    ("必要がある", "予定"), ("するべき", "する"), ("かもしれない", "はず"), ("する必要", "する"),
    ("られている", "られている見込み"), ("している", "している可能性がある"), ("する", "する予定"),
    ("した", "したとされる"), ("ている", "ているかもしれない"), ("れる", "れる見込み"),
)  # fmt: skip


_MAGNITUDES = (("兆", "億"), ("億", "兆"), ("万", "億"), ("千", "万"), ("百", "千"))
_ERAS = (("令和", "平成"), ("平成", "昭和"), ("昭和", "平成"))
_BOUNDS = (
    ("以上", "未満"), ("未満", "以上"), ("以下", "以上"), ("以内", "以上"), ("を超え", "を下回り"),
    ("を上回", "を下回"), ("を下回", "を上回"), ("弱", "強"),
)  # fmt: skip
_MIDWAY = (
    ("せず、", "して、"), ("れず、", "れて、"), ("ではなく、", "であり、"), ("ずに", "て"),
    ("ていない", "ている"), ("しない", "する"), ("できない", "できる"), ("られない", "られる"),
    ("がない", "がある"), ("ではない", "である"), ("らない", "る"), ("がなく、", "があり、"),
)  # fmt: skip
_HAPPENED = (
    ("する見込み", "した"), ("する予定", "した"), ("する方針", "した"), ("見込み", "実績"),
    ("見通し", "結果"), ("予定", "実績"), ("可能性がある", "ことが分かった"),
    ("だろう", "た"), ("かもしれない", "た"),
    ("を目指す", "を達成"), ("したい", "した"), ("べき", "もの"), ("必要がある", "ことができた"),
)  # fmt: skip
_VOICES = re.compile(
    r"^[^、]{2,24}(?:によると|によれば|ベースでは|の(?:調べ|調査|説明|話)では?)、|"
    r"という(?:声|意見|指摘|見方|懸念|批判|話)(?:がある|もある|が出ている|が多い)?$|"
    r"と(?:いう|される|されている|見られる|みられる|みられている|見られている|言われている|言われる|"
    r"述べた|話した|語った|指摘した|発表した|説明した|考えられる|考えられている|のこと)$"
)
_NATIONS = (
    ("日本政府", "中国政府"), ("中国政府", "日本政府"), ("米政府", "日本政府"),
    ("米国政府", "日本政府"),
    ("英国政府", "日本政府"), ("韓国政府", "日本政府"), ("政府", "中国政府"), ("我が国", "中国"),
    ("わが国", "中国"), ("日本", "中国"), ("国内", "米国内"),
)  # fmt: skip


def main() -> None:
    """Print false alarms, and for each kind how many of the planted errors were found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--errors", type=int, default=200)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    pairs = list(dict.fromkeys(pair for folder in options.folders for pair in _pairs(folder)))
    accused = [(p, found) for p in pairs if (found := unsupported(p.text, p.cited, p.beside))]
    print(f"true statements {len(pairs)}, accused {len(accused)} ({len(accused) / len(pairs):.2%})")
    if options.verbose:
        for pair, found in accused:
            print(f"  accused {[(f.kind, f.text) for f in found]}: {pair.text} ← {pair.cited!r}")
    planted, found_ = Counter[str](), Counter[str]()
    for kind, wrong, pair in _planted(pairs, options.errors):
        planted[kind] += 1
        hit = unsupported(wrong, pair.cited, pair.beside) or granted(wrong, pair.cited)
        found_[kind] += bool(hit)
        if options.verbose and not hit:
            print(f"  missed {kind}: {wrong} ← {pair.text} ← {pair.cited!r}")
    for kind in PLANTERS:
        print(f"{kind:16} {found_[kind]:4} of {planted[kind]:4}")
    share = found_.total() / max(1, planted.total())
    print(f"{'all':16} {found_.total():4} of {planted.total():4} ({share:.1%})")


def _pairs(folder: Path) -> Iterator[Pair]:
    for path in sorted(p for p in folder.iterdir() if p.suffix in _READABLE):
        try:
            read, _ = article.read(path.read_bytes(), path.name)
            outline, _ = drafting.draft(read, path.name)
        except Failed:
            continue
        names = tuple(f.text for f in _ordered("\n".join(read.lines)) if f.kind == "name")
        lines = check.cited(read)
        for said in statements.statements(outline):
            cited = "\n".join(lines(*model.line_range(ref)) for ref in said.refs)
            if cited and 8 <= len(said.text) <= 64:
                yield Pair(said.text, cited, said.beside, names)


def _planted(pairs: list[Pair], errors: int) -> Iterator[tuple[str, str, Pair]]:
    """Yield kind, wrong statement and the pair that it was planted in."""
    wanted = -(-errors // len(PLANTERS))
    for kind, plant in PLANTERS.items():
        made = [(made, pair) for pair in pairs if (made := plant(pair)) and made != pair.text]
        step = max(1, len(made) // wanted)
        for wrong, pair in made[::step][:wanted]:
            yield (kind, wrong, pair) if isinstance(wrong, str) else (kind, *wrong)


def _ordered(text: str) -> list[Fact]:
    return sorted(facts(text), key=lambda f: f.text)


def _number(pair: Pair) -> str:
    for fact in _ordered(pair.text):
        digits = re.search(r"\d+", fact.text)
        if fact.kind == "number" and digits:
            other = str(int(digits[0]) + 3)
            if other not in pair.cited:
                return pair.text.replace(fact.text, fact.text.replace(digits[0], other, 1), 1)
    return ""


def _magnitude(pair: Pair) -> str:
    for fact in _ordered(pair.text):
        for old, new in _MAGNITUDES:
            if fact.kind == "number" and old in fact.text:
                return pair.text.replace(fact.text, fact.text.replace(old, new, 1), 1)
    return ""


def _unit(pair: Pair) -> str:
    for fact in _ordered(pair.text):
        for old, new in _UNITS:
            if fact.kind == "number" and fact.text.endswith(old):
                return pair.text.replace(fact.text, fact.text.removesuffix(old) + new, 1)
    return ""


def _year(pair: Pair) -> str:
    found = re.search(r"(?<!\d)(?:(?:19|20)\d\d|(?<=令和)\d+|(?<=平成)\d+)(?=年)", pair.text)
    other = str(int(found[0]) + 1) if found else ""
    fits = found and other not in pair.cited
    return pair.text.replace(found[0] + "年", other + "年", 1) if found and fits else ""


def _name(pair: Pair) -> str:
    for fact in _ordered(pair.text):
        for other in ("文部科学省", "北条大学") if fact.text[-1] in "省庁学" else ("メルカトル",):
            if fact.kind == "name" and other not in pair.cited and len(fact.text) > 1:
                return pair.text.replace(fact.text, other, 1)
    return ""


def _swap(pair: Pair) -> str:
    """Put another name of the same document in the place of one."""
    for fact in _ordered(pair.text):
        if fact.kind == "name" and re.search(rf"{re.escape(fact.text)}(?![\w-]*[\d-])", pair.text):
            for other in pair.names:
                if other not in pair.cited and other not in fact.text and fact.text not in other:
                    return pair.text.replace(fact.text, other, 1)
    return ""


def _ending(swaps: tuple[tuple[str, str], ...]) -> Callable[[Pair], str]:
    def plant(pair: Pair) -> str:
        for old, new in swaps:
            if pair.text.endswith(old):
                return pair.text.removesuffix(old) + new
        return ""

    return plant


def _anywhere(swaps: tuple[tuple[str, str], ...]) -> Callable[[Pair], str]:
    def plant(pair: Pair) -> str:
        for old, new in swaps:
            if old in pair.text and new not in pair.text:
                return pair.text.replace(old, new, 1)
        return ""

    return plant


def _midway(pair: Pair) -> str:
    for old, new in _MIDWAY:
        if found := re.search(rf"(?<!だけ)(?<!ばかり)(?<!かもしれ){old}(?!か)", pair.text):
            return pair.text[: found.start()] + new + pair.text[found.end() :]
    return ""


def _nation(pair: Pair) -> str:
    for old, new in _NATIONS:
        if old in pair.text and new not in pair.text:
            return re.sub(rf"(?<![一-龠ァ-ヴ]){old}", new, pair.text, count=1)
    return ""


def _bound(pair: Pair) -> str:
    for old, new in _BOUNDS:
        if found := re.search(rf"(?:\d[^\d、。]{{0,4}}?){old}", pair.text):
            return pair.text.replace(found[0], found[0].removesuffix(old) + new, 1)
    return ""


def _voice(pair: Pair) -> str:
    bare = _VOICES.sub("", pair.text, count=1)
    return bare if len(bare) >= 8 else ""


_ADDRESS = re.compile(r"<[^<>]*>|\]\([^()\s]*\)|https?://[\w/.~%?&=#+-]*")
_GRANTED = re.compile(r"(?<=[すだたるい])(?:が|けれども?)、")
_TOPIC = re.compile(r"(?P<noun>[^、はがをにでの。「」]{2,14})は、?(?=.{12})")
_RESTRICTION = re.compile(
    r"(?:^|(?<=[、は]))[^、はがをに]{2,20}"
    r"(?:に対して|において|について|に関して|の場合|以外の)(?:(?![のは])|は、?)(?!の)、?"
)
_CONDITION = re.compile(r"(?:^|(?<=、))[^、]{4,24}(?:れば|場合(?:は|に)?|たら|限り)、")


def _granted_half(pair: Pair) -> str:
    """Return what a sentence of the lines only grants, as if it were all that it says."""
    for sentence in comparison.sentences(pair.cited):
        found = _GRANTED.search(sentence)
        if found and found.start() >= 10 and found.end() + 8 < len(sentence):
            return plain(sentence[: found.start()])
    return ""


def _lost_subject(pair: Pair) -> str:
    noun, rest = _topic(pair)
    return rest if noun and noun not in rest + pair.beside else ""


def _topic(pair: Pair) -> tuple[str, str]:
    """Return the noun that a statement opens with, and what it says of it; no これ and no 今回."""
    found = _TOPIC.match(pair.text)
    first = comparison.sentences(pair.text)[:1]
    named = {subject.noun for text in first for subject in spoken(text) if subject.topic}
    return (
        (found["noun"], pair.text[found.end() :]) if found and found["noun"] in named else ("", "")
    )


def _lost(pattern: re.Pattern[str]) -> Callable[[Pair], str]:
    def plant(pair: Pair) -> str:
        rest = pattern.sub("", pair.text, count=1)
        return rest if len(rest) >= 10 else ""

    return plant


def _lost_hedge(pair: Pair) -> Planted:
    """Say in the lines that a number is not sure yet, which the statement then leaves out."""
    for fact in _ordered(pair.text):
        counts = fact.kind == "number" and not fact.text[-1].isdecimal()
        if counts and pair.cited.count(fact.text) == 1:
            cited = pair.cited.replace(fact.text, f"{fact.text}（速報値）")
            return pair.text, replace(pair, cited=cited)
    return ""


def _swapped_owner(pair: Pair) -> str:
    """Say of one thing what the lines say of another that they speak of."""
    noun, _ = _topic(pair)
    for sentence in comparison.sentences(pair.cited) if noun else ():
        for other in (subject.noun for subject in spoken(sentence)):
            if len(other) > 1 and other not in pair.text and noun not in other:
                return pair.text.replace(noun, other, 1)
    return ""


def _swapped_vendor(pair: Pair) -> str:
    """Put another name of the same lines in the place of one."""
    found = [] if "\\" in pair.cited else _ordered(_ADDRESS.sub("", pair.cited))
    for fact in _ordered(pair.text):
        for other in found if fact.kind == "name" else ():
            apart = other.value not in letters(pair.text) and fact.value not in other.value
            if other.kind == "name" and apart and other.value not in fact.value:
                return pair.text.replace(fact.text, other.text, 1)
    return ""


PLANTERS: dict[str, Callable[[Pair], Planted]] = {
    "number": _number,
    "magnitude": _magnitude,
    "unit": _unit,
    "year": _year,
    "era": _anywhere(_ERAS),
    "bound": _bound,
    "name": _name,
    "swap": _swap,
    "nation": _nation,
    "voice": _voice,
    "negation": _ending(_DENIED),
    "midway": _midway,
    "modality": _ending(_WEIGHED),
    "happened": _anywhere(_HAPPENED),
    "granted half": _granted_half,
    "lost subject": _lost_subject,
    "lost restriction": _lost(_RESTRICTION),
    "lost condition": _lost(_CONDITION),
    "lost hedge": _lost_hedge,
    "swapped owner": _swapped_owner,
    "swapped vendor": _swapped_vendor,
}
"""Each returns the statement with one error of its kind, empty where it has no place for one."""


if __name__ == "__main__":
    main()
