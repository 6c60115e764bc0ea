"""How well headings and lost lists are found, in documents left out of training.

    python benchmarks/headings.py FOLDER [--kinds TABLE] [--errors MANNER]

FOLDER holds Markdown documents, named ``repository__name.md``; ``articles/`` beside this file is
measured too. Their marks are taken off (``unmark.py``). Headings are found by weights fitted
without any document of the same group of repositories; those of the articles without any article.
An item that has items below it looks like a heading over them once its mark is lost: saying so is
neither right nor wrong, but wrong in the column ``strict``. TABLE names the kind of each document
in the sixth cell of the row that its file begins. Lost lists: every list after a lead-in is taken
away, and `shiryo.article` has to say where. Exits with 1 below a floor. Needs numpy.
"""

import argparse
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import train_headings as training
import unmark

from shiryo.article.structure import recognise
from shiryo.article.structure.headings.score import Model
from shiryo.article.structure.recognisers.sections import LIMIT

ARTICLES = training.ARTICLES
FLOORS = {
    "blank-keep": 0.95, "scrape-keep": 0.95, "scrape-strip": 0.90, "tight-keep": 0.93,
    "tight-strip": 0.87,
}  # fmt: skip
KIND_FLOOR = 0.85
LEADS_IN = (
    "：", ":", "以下の通りです。", "次のとおりです。", "次の通りです。", "以下のとおりです。",
)  # fmt: skip


def fold(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip()


def score(sample: training.Sample, found: Sequence[float], strict: bool = False) -> np.ndarray:
    """Return how many headings are right, said, and true: as multisets of texts."""
    lines = list(zip(map(fold, sample.text), sample.headed(strict), found, strict=True))
    true = Counter(text for text, headed, _ in lines if headed)
    unsure = {text for text, headed, _ in lines if headed is None} - set(true)
    said = Counter(text for text, _, value in lines if value >= LIMIT and text not in unsure)
    return np.array([(said & true).total(), said.total(), true.total()])


def f1(counts: np.ndarray) -> tuple[float, float, float]:
    right, said, true = counts
    return right / max(1, said), right / max(1, true), 2 * right / max(1, said + true)


class Measured:
    """Counts of each manner: of all documents, of a kind of document."""

    def __init__(self, kinds: Mapping[str, str], shown: str | None) -> None:
        self.kinds, self.shown = kinds, shown
        self.total: defaultdict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.zeros(3))

    def add(self, model: Model, samples: Sequence[training.Sample]) -> None:
        for sample in samples:
            found, manner = sample.scores(model), str(sample.manner)
            kind = self.kinds.get(sample.name, sample.repository)
            for who in ("all", kind):
                self.total[manner, who] += score(sample, found)
            self.total[manner, "strict"] += score(sample, found, strict=True)
            if self.shown == manner:
                _show(sample, found)

    def row(self, manner: str, kinds: Sequence[str]) -> str:
        floor = FLOORS.get(manner)
        union = "".join(f"{value:6.3f}" for value in f1(self.total[manner, "all"]))
        goal = f"{floor:6.2f}" if floor else " " * 6
        each = "".join(f"{f1(self.total[manner, kind])[2]:9.3f}" for kind in ("strict", *kinds))
        return f"{manner:13}{union}{goal}{each}"

    def met(self, kinds: Sequence[str]) -> bool:
        """Tell whether no floor is undercut, in the union or in a kind of document."""
        return all(
            f1(self.total[manner, "all"])[2] >= floor
            and all(f1(self.total[manner, kind])[2] >= KIND_FLOOR for kind in kinds)
            for manner, floor in FLOORS.items()
        )


def find_headings(folder: Path, kinds: Mapping[str, str], shown: str | None) -> bool:
    """Print F1 of each manner and kind; return whether no floor is undercut."""
    known = training.samples(folder, ARTICLES)
    trainer = training.Trainer(known)
    measured = Measured(kinds, shown)
    for group in trainer.groups:
        plain = [sample for sample in known if sample.group == group and not sample.varied]
        measured.add(trainer.model(group), plain)
    names = sorted({kind for _, kind in measured.total} - {"all", "strict"})
    heads = "".join(f"{name[:8]:>9}" for name in ("strict", *names))
    print(f"{'':13}{'P':>6}{'R':>6}{'F1':>6}{'floor':>6}{heads}")
    for manner in map(str, training.MANNERS):
        print(measured.row(manner, names))
    return measured.met(sorted(set(kinds.values())))


def kinds_of(folder: Path, table: Path | None) -> dict[str, str]:
    """Read the kind of each document from a table; articles and others are of no kind."""
    found = {name: "other" for name, _ in unmark.folder(folder)}
    found |= {name: "articles" for name, _ in unmark.folder(ARTICLES)}
    for row in table.read_text("utf-8").splitlines() if table else ():
        cells = [cell.strip() for cell in row.split("|")]
        if len(cells) > 6 and cells[1].removesuffix(".md") in found:
            found[cells[1].removesuffix(".md")] = cells[6]
    return found


def _show(sample: training.Sample, found: Sequence[float]) -> None:
    for text, headed, value in zip(sample.text, sample.headed(False), found, strict=True):
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


def unsure(blocks: Sequence[unmark.Block]) -> set[str]:
    """Return the lines after which something is lost already: none is called false.

    That is a table, code or a picture, or what stood between two lines with a colon.
    """
    return {
        fold(block.lines[-1])
        for block, after in pairwise(blocks)
        if block.lines and (after.kind == "gap" or _by_colons(block, after))
    }


def _by_colons(block: unmark.Block, after: unmark.Block) -> bool:
    prose = block.kind == after.kind == "prose"
    return prose and block.lines[-1].endswith((":", "：")) and after.lines[0].endswith((":", "："))


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
        true, lost = Counter(map(fold, leads)), unsure(blocks)
        said = Counter(
            line for line in map(fold, lost_lists(left, manner)) if line in true or line not in lost
        )
        intact = [line for line in lost_lists(blocks, manner) if fold(line) not in lost]
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
    parser.add_argument("--kinds", type=Path, help="a table that names the kind of each document")
    parser.add_argument("--errors", help="a manner, or lost-blank: list what is wrong there")
    options = parser.parse_args()
    kinds = kinds_of(options.folder, options.kinds)
    found = find_headings(options.folder, kinds, options.errors)
    sys.exit(not (find_lost_lists(options.folder, options.errors) and found))


if __name__ == "__main__":
    main()
