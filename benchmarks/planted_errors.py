"""How many planted errors `shiryo.outline.facts` finds, and how many true statements it accuses.

Drafts every article of a folder; each statement of a slide, with the lines that it cites, is taken
for true. Into statements chosen at even steps it plants one error each, of the kinds in turn:
number, unit, year, name, negation, modality. No chance is involved: two runs say the same.

    python benchmarks/planted_errors.py FOLDER [--errors 200]
"""

import argparse
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from shiryo import article, draft
from shiryo.diagnostics import Failed
from shiryo.outline import check, model
from shiryo.outline.facts import facts, unsupported

Pair = tuple[str, str]
"""A statement and the lines that it cites."""

_READABLE = {".md", ".txt", ".html", ".docx"}
_UNITS = (
    ("億", "万"), ("万", "億"), ("%", "倍"), ("％", "倍"), ("円", "ドル"), ("人", "社"),
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


def main() -> None:
    """Print false alarms, and for each kind how many of the planted errors were found."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=200)
    parser.add_argument("-v", "--verbose", action="store_true", help="print what went wrong")
    options = parser.parse_args()
    pairs = list(dict.fromkeys(_pairs(options.folder)))
    accused = [pair for pair in pairs if unsupported(*pair)]
    print(f"true statements {len(pairs)}, accused {len(accused)} ({len(accused) / len(pairs):.2%})")
    planted, found = Counter[str](), Counter[str]()
    for kind, wrong, right, cited in _planted(pairs, options.errors):
        planted[kind] += 1
        found[kind] += bool(unsupported(wrong, cited))
        if options.verbose and not unsupported(wrong, cited):
            print(f"  missed {kind}: {wrong} ← {right}")
    for kind in PLANTERS:
        print(f"{kind:9} {found[kind]:4} of {planted[kind]:4}")
    share = found.total() / max(1, planted.total())
    print(f"{'all':9} {found.total():4} of {planted.total():4} ({share:.1%})")


def _pairs(folder: Path) -> Iterator[Pair]:
    for path in sorted(
        p for p in folder.iterdir() if p.suffix in {".md", ".txt", ".html", ".docx"}
    ):
        try:
            read, _ = article.read(path.read_bytes(), path.name)
            outline, _ = draft.draft(read, path.name)
        except Failed:
            continue
        for said in check.statements(outline):
            cited = "\n".join(read.cited(*model.line_range(ref)) for ref in said.refs)
            if cited and 8 <= len(said.text) <= 64:
                yield said.text, cited


def _planted(pairs: list[Pair], errors: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, wrong statement, right statement, cited lines."""
    wanted = -(-errors // len(PLANTERS))
    for kind, plant in PLANTERS.items():
        fit = [(wrong, *pair) for pair in pairs if (wrong := plant(*pair)) and wrong != pair[0]]
        step = max(1, len(fit) // wanted)
        for wrong, right, cited in fit[::step][:wanted]:
            yield kind, wrong, right, cited


def _number(text: str, cited: str) -> str:
    for fact in sorted(facts(text), key=lambda f: f.text):
        digits = re.search(r"\d+", fact.text)
        if fact.kind == "number" and digits:
            other = str(int(digits[0]) + 3)
            if other not in cited:
                return text.replace(fact.text, fact.text.replace(digits[0], other, 1), 1)
    return ""


def _unit(text: str, _cited: str) -> str:
    for fact in sorted(facts(text), key=lambda f: f.text):
        for old, new in _UNITS:
            if fact.kind == "number" and fact.text.endswith(old):
                return text.replace(fact.text, fact.text.removesuffix(old) + new, 1)
    return ""


def _year(text: str, cited: str) -> str:
    found = re.search(r"(?<!\d)(?:19|20)\d\d(?=年)", text)
    other = str(int(found[0]) - 2) if found else ""
    return text.replace(found[0], other, 1) if found and other not in cited else ""


def _name(text: str, cited: str) -> str:
    for fact in sorted(facts(text), key=lambda f: f.text):
        for other in ("文部科学省", "北条大学") if fact.text[-1] in "省庁学" else ("メルカトル",):
            if fact.kind == "name" and other not in cited and len(fact.text) > 1:
                return text.replace(fact.text, other, 1)
    return ""


def _swapped(pairs: tuple[Pair, ...]) -> Callable[[str, str], str]:
    def plant(text: str, _cited: str) -> str:
        for old, new in pairs:
            if text.endswith(old):
                return text.removesuffix(old) + new
        return ""

    return plant


PLANTERS: dict[str, Callable[[str, str], str]] = {
    "number": _number,
    "unit": _unit,
    "year": _year,
    "name": _name,
    "negation": _swapped(_DENIED),
    "modality": _swapped(_WEIGHED),
}
"""Each returns the statement with one error of its kind, empty where it has no place for one."""


if __name__ == "__main__":
    main()
