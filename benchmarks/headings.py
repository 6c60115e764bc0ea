"""How well headings and lost lists are found, in documents left out of training.

    python benchmarks/headings.py FOLDER [--errors MANNER]

FOLDER holds Markdown documents, named ``repository__name.md``; ``articles/`` beside this file is
measured too. Their marks are taken off (``unmark.py``). Headings are found by weights fitted to all
other repositories; those of the articles both by weights fitted to FOLDER alone (``unseen``) and to
FOLDER and the articles of other groups (``left out``). Lost lists: every list after a lead-in is
taken away, and `shiryo.article` has to say where. Exits with 1 below a floor. Needs numpy.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import train_headings as training
import unmark

from shiryo.article.structure import recognise
from shiryo.article.structure.headings.score import Model
from shiryo.article.structure.recognisers.sections import LIMIT

ARTICLES = Path(__file__).with_name("articles")
FLOORS = {
    "blank-keep": 0.95, "scrape-keep": 0.95, "scrape-strip": 0.90, "tight-keep": 0.92,
    "tight-strip": 0.85,
}  # fmt: skip
LEADS_IN = (
    "：", ":", "以下の通りです。", "次のとおりです。", "次の通りです。", "以下のとおりです。",
)  # fmt: skip


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def score(sample: training.Sample, found: Sequence[float]) -> np.ndarray:
    """Return how many headings are right, said, and true: as multisets of texts."""
    lines = list(zip(map(fold, sample.text), sample.headed, found, strict=True))
    true = Counter(text for text, headed, _ in lines if headed)
    unsure = {text for text, headed, _ in lines if headed is None} - set(true)
    said = Counter(text for text, _, value in lines if value >= LIMIT and text not in unsure)
    return np.array([(said & true).total(), said.total(), true.total()])


def f1(counts: np.ndarray) -> tuple[float, float, float]:
    right, said, true = counts
    return right / max(1, said), right / max(1, true), 2 * right / max(1, said + true)


class Measured:
    """Counts of each manner: of all documents of the folder, of the articles, of a repository."""

    def __init__(self, known: Sequence[training.Sample], lone: set[str], shown: str | None) -> None:
        self.known, self.lone, self.shown = known, lone, shown
        self.total: defaultdict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.zeros(3))

    def add(self, model: Model, groups: set[str], whole: str) -> None:
        for sample in self.known:
            if sample.group in groups and not sample.varied:
                found, manner = sample.scores(model), str(sample.manner)
                for who in (whole, sample.repository):
                    self.total[manner, who] += score(sample, found)
                if self.shown == manner and whole != "unseen":
                    _show(sample, found)

    def row(self, manner: str, repositories: Sequence[str]) -> str:
        floor = FLOORS.get(manner)
        corpus = "".join(f"{value:6.3f}" for value in f1(self.total[manner, "folder"]))
        goal = f"{floor:6.2f}" if floor else " " * 6
        others = "".join(f"{f1(self.total[manner, w])[2]:9.3f}" for w in ("unseen", "left out"))
        own = " ".join(f"{r[:10]} {f1(self.total[manner, r])[2]:.2f}" for r in repositories)
        return f"{manner:13}{corpus}{goal}{others}   {own}"

    def met(self) -> bool:
        return all(f1(self.total[m, "folder"])[2] >= floor for m, floor in FLOORS.items())


def find_headings(folder: Path, shown: str | None) -> bool:
    """Print F1 of each manner and repository; return whether no floor is undercut."""
    known = training.samples(folder, ARTICLES)
    names = {name for name, _ in unmark.folder(ARTICLES)}
    lone = {sample.group for sample in known if sample.name in names}
    measured = Measured(known, lone, shown)
    trainer = training.Trainer(known)
    for group in trainer.groups:
        measured.add(trainer.model(group), {group}, "left out" if group in lone else "folder")
    measured.add(trainer.model(*sorted(lone)), lone, "unseen")
    repositories = [group for group in trainer.groups if group not in lone]
    print(f"{'':13}{'P':>6}{'R':>6}{'F1':>6}{'floor':>6}   articles: F1   F1 of each repository")
    print(f"{'':37}{'unseen':>9}{'left out':>9}")
    for manner in map(str, training.MANNERS):
        print(measured.row(manner, repositories))
    return measured.met()


def _show(sample: training.Sample, found: Sequence[float]) -> None:
    for text, headed, value in zip(sample.text, sample.headed, found, strict=True):
        if headed is not None and (value >= LIMIT) != headed:
            print("missed" if headed else "false ", f"{value:.2f}", sample.name[-24:], text[:60])


def orphaned(blocks: Sequence[unmark.Block]) -> tuple[list[unmark.Block], list[str]]:
    """Take every list after a lead-in away, with the pictures and code in it.

    Returns what is left, and those lead-ins.
    """
    left: list[unmark.Block] = []
    leads: list[str] = []
    skip = False
    before = unmark.Block("gap")
    for block in blocks:
        if block.kind in ("prose", "heading"):
            skip = False
        elif (
            block.kind == "item" and before.kind == "prose" and before.lines[-1].endswith(LEADS_IN)
        ):
            leads.append(before.lines[-1])
            skip = True
        if not skip:
            left.append(block)
        before = block
    return left, leads


def lost_lists(blocks: Sequence[unmark.Block], manner: unmark.Manner) -> Iterator[str]:
    """Yield the lines after which `shiryo.article` misses a list."""
    text = unmark.render(blocks, manner).lines
    for doubt in recognise.structure(text).doubts:
        if doubt.kind == "lost-list":
            yield text[doubt.first - 1]


def find_lost_lists(folder: Path, shown: str | None) -> bool:
    """Print recall, precision and false alarms; return whether the floors are kept."""
    print(f"\n{'lost lists':13}{'P':>6}{'R':>6}   documents with a false alarm while intact")
    met = True
    for gaps in ("blank", "scrape", "tight"):
        for place, name in ((folder, gaps), (ARTICLES, "  articles")):
            total, alarmed, documents = _orphans(place, unmark.Manner(gaps, True), shown)
            precision, recall, _ = f1(total)
            print(f"{name:13}{precision:6.3f}{recall:6.3f}   {alarmed} of {documents}")
            met &= alarmed <= documents / 10
            met &= place != folder or (precision >= 0.85 and recall >= 0.95)
    return met


def _orphans(folder: Path, manner: unmark.Manner, shown: str | None) -> tuple[np.ndarray, int, int]:
    total, alarmed, documents = np.zeros(3), 0, 0
    for name, blocks in unmark.folder(folder):
        left, leads = orphaned(blocks)
        true, said = Counter(map(fold, leads)), Counter(map(fold, lost_lists(left, manner)))
        intact = list(lost_lists(blocks, manner))
        total += [(said & true).total(), said.total(), true.total()]
        alarmed, documents = alarmed + bool(intact), documents + 1
        if shown == f"lost-{manner.gaps}":
            for kind, lines in (("missed", true - said), ("false ", said - true)):
                for line in lines:
                    print(kind, name[-24:], line[-70:])
            for line in intact:
                print("alarm ", name[-24:], line[-70:])
    return total, alarmed, documents


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", help="a manner, or lost-blank: list what is wrong there")
    options = parser.parse_args()
    found = find_headings(options.folder, options.errors)
    sys.exit(not (find_lost_lists(options.folder, options.errors) and found))


if __name__ == "__main__":
    main()
