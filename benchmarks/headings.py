"""How well headings and lost lists are found, in documents of repositories left out of training.

    python benchmarks/headings.py FOLDER [--errors MANNER]

FOLDER holds Markdown documents, named ``repository__name.md``. Their marks are taken off
(``unmark.py``); headings are found by weights fitted to all other repositories. Lost lists: every
list after a lead-in is taken away, and `shiryo.article` has to say where. Needs numpy.
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

from shiryo.article import plain
from shiryo.article.sections import LIMIT

TARGETS = {
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
    lines = list(zip(map(fold, sample.text), sample.gold, found, strict=True))
    true = Counter(text for text, gold, _ in lines if gold == 1)
    unsure = {text for text, gold, _ in lines if np.isnan(gold)} - set(true)
    said = Counter(text for text, _, value in lines if value >= LIMIT and text not in unsure)
    return np.array([(said & true).total(), said.total(), true.total()])


def f1(counts: np.ndarray) -> tuple[float, float, float]:
    right, said, true = counts
    return right / max(1, said), right / max(1, true), 2 * right / max(1, said + true)


def find_headings(folder: Path, shown: str | None) -> bool:
    """Print F1 of each manner and repository; return whether all targets are met."""
    known = list(training.samples(folder))
    training.keep_strongest(known)
    trainer = training.Trainer(known)
    total: defaultdict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.zeros(3))
    for repository in trainer.repositories:
        model = trainer.model(repository)
        for sample in known:
            if sample.repository == repository and not sample.varied:
                found = model.scores(sample)
                for who in ("all", repository):
                    total[str(sample.manner), who] += score(sample, found)
                if shown == str(sample.manner):
                    _show(sample, found)
    print(f"{'':14}{'P':>6}{'R':>6}{'F1':>6}{'goal':>6}   F1 of each repository left out")
    for manner in map(str, training.MANNERS):
        goal = TARGETS.get(manner)
        own = " ".join(f"{r[:10]} {f1(total[manner, r])[2]:.2f}" for r in trainer.repositories)
        row = "".join(f"{value:6.3f}" for value in f1(total[manner, "all"]))
        print(f"{manner:14}{row}{f'{goal:6.2f}' if goal else '':6}   {own}")
    return all(f1(total[manner, "all"])[2] >= goal for manner, goal in TARGETS.items())


def _show(sample: training.Sample, found: Sequence[float]) -> None:
    for text, gold, value in zip(sample.text, sample.gold, found, strict=True):
        if not np.isnan(gold) and (value >= LIMIT) != bool(gold):
            print("missed" if gold else "false ", f"{value:.2f}", sample.name[-24:], text[:60])


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
    for doubt in plain.structure(text).doubts:
        if doubt.kind == "lost-list":
            yield text[doubt.first - 1]


def find_lost_lists(folder: Path, shown: str | None) -> bool:
    """Print recall, precision and false alarms; return whether the targets are met."""
    met = True
    print(f"\n{'lost lists':14}{'P':>6}{'R':>6}   documents with a false alarm while intact")
    for gaps in ("blank", "scrape", "tight"):
        manner = unmark.Manner(gaps, True)
        total, alarmed, documents = np.zeros(3), 0, 0
        for name, blocks in unmark.folder(folder):
            left, leads = orphaned(blocks)
            true, said = Counter(map(fold, leads)), Counter(map(fold, lost_lists(left, manner)))
            intact = list(lost_lists(blocks, manner))
            total += [(said & true).total(), said.total(), true.total()]
            alarmed, documents = alarmed + bool(intact), documents + 1
            if shown == f"lost-{gaps}":
                for kind, found in (("missed", true - said), ("false ", said - true)):
                    for line in found:
                        print(kind, name[-24:], line[-70:])
                for line in intact:
                    print("alarm ", name[-24:], line[-70:])
        precision, recall, _ = f1(total)
        print(f"{gaps:14}{precision:6.3f}{recall:6.3f}   {alarmed} of {documents}")
        met &= precision >= 0.85 and recall >= 0.95 and alarmed <= documents / 10
    return met


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", help="a manner, or lost-blank: list what is wrong there")
    options = parser.parse_args()
    found = find_headings(options.folder, options.errors)
    sys.exit(not (find_lost_lists(options.folder, options.errors) and found))


if __name__ == "__main__":
    main()
