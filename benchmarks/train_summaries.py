"""Fit the weights of ``shiryo.drafting.plan.worth`` to the labels of ``summaries/labels.tsv``.

    python benchmarks/train_summaries.py FOLDER... [--write]

Prints what summaries hold in repositories that were left out, a fifth of them in turn. With
``--write`` the weights, fitted to all, go into the package. Needs numpy.

A softmax over all statements of a document, fitted so that its mass lies on those which belong in
its summary, and a little on those that would be let pass.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from roles import sample
from train_headings import matrix

from shiryo import article, drafting
from shiryo.article.model import Article, Block, Kind
from shiryo.diagnostics import Failed
from shiryo.drafting.plan import spoken, summary, worth
from shiryo.drafting.select import salience
from shiryo.drafting.wording import sentences

LABELS = Path(__file__).parent / "summaries" / "labels.tsv"
STORE = Path(worth.__file__).with_name("worth.json")
FOLDS = 5
RIDGE, ROUNDS = 60.0, 12
RARE = 0.1
"""A feature that differs less than this is too rare to weigh as others."""
SHARED = 4
"""In how many repositories a feature must be seen."""
PASSES = 0.2
"""What a statement that would be let pass counts beside one that belongs in the summary."""
SAID, SAYS, WHOLE = 0.72, 0.35, 0.8
"""How much of a statement a labelled sentence says, and the other way, for them to be one."""
NEAR = 3
"""Lines that one may stand from the other."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True)
class Label:
    """A sentence, an item, a heading that an editor graded."""

    text: str
    line: int
    grade: int
    """2: belongs in the summary, 1: would be let pass."""


@dataclass
class Document:
    """An article with its labels and all that it says."""

    name: str
    read: Article
    labels: list[Label]
    said: list[spoken.Said]
    grades: list[int]

    @property
    def repository(self) -> str:
        """Where it comes from."""
        return self.name.split("__")[0]


def known() -> dict[str, dict[str, int]]:
    """Return the grades of each document by the sums of its sentences."""
    found = defaultdict[str, dict[str, int]](dict)
    for row in LABELS.read_text().splitlines()[1:]:
        name, _, summed, grade, _ = row.split("\t")
        found[name][summed] = int(grade)
    return found


def texts(read: Article) -> Iterator[tuple[str, int]]:
    """Yield all that may have a label, with its line."""
    for block in read.blocks:
        yield from ((text, block.first) for text in _whole(block))
        if block.text and block.kind not in (Kind.HEADING, Kind.TABLE):
            yield from ((s.text, s.first) for s in sentences.of(block, read))


def _whole(block: Block) -> Iterator[str]:
    if block.kind is Kind.HEADING:
        yield block.text.strip()
    elif block.label and not block.text:
        yield block.label
    for row in block.cells:
        yield from (" | ".join(row), "\t".join(row))
    yield from block.parts


def documents(folders: Sequence[Path]) -> Iterator[Document]:
    """Yield the folders' documents that have labels."""
    grades = known()
    for path in (p for p in sample.documents(folders) if p.name in grades):
        try:
            read, _ = article.read(path.read_bytes(), path.name)
        except Failed:
            continue
        sums = grades[path.name]
        found = ((t, line, sums.get(sample.summed(t)[:12], 0)) for t, line in texts(read))
        labels = [Label(*each) for each in found if each[2]]
        said = summary.said(*drafting.planned(read)[1:], read.title)
        yield Document(path.name, read, labels, said, [_grade(one, labels) for one in said])


def _grade(one: spoken.Said, labels: Sequence[Label]) -> int:
    return max((label.grade for label in labels if is_label(one, label)), default=0)


def is_label(one: spoken.Said, label: Label) -> bool:
    """Tell whether a statement says what was labelled."""
    near = any(a - NEAR <= label.line <= b + NEAR for a, b in one.item.lines)
    if not near:
        return False
    said, says = salience.share(one.text, label.text), salience.share(label.text, one.text)
    return (said >= SAID and says >= SAYS) or says >= WHOLE


def fit(x: Matrix, grades: Matrix, document: NDArray[np.int64]) -> Matrix:
    """Return weights of features, by Newton's steps; a document with more labels weighs more."""
    spread = np.maximum(x.std(axis=0), RARE)
    x = (x - x.mean(axis=0)) / spread
    first = np.unique(document, return_index=True)[1]
    of = np.unique(document, return_inverse=True)[1]
    wanted = np.array([0.0, PASSES, 1.0])[grades.astype(int)]
    mass = np.add.reduceat(wanted, first)
    heavy = np.sqrt(mass)[of] / np.sqrt(mass).mean()
    wanted = wanted / np.maximum(mass, 1e-9)[of]
    beta: Matrix = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        sums = x @ beta
        power = np.exp(sums - np.maximum.reduceat(sums, first)[of])
        share = power / np.add.reduceat(power, first)[of]
        slope = x.T @ (heavy * (share * (mass > 0)[of] - wanted)) + RIDGE * beta
        means = np.add.reduceat(x * share[:, None], first)
        around = x - means[of]
        bend = (around * (heavy * share)[:, None]).T @ around + RIDGE * np.eye(len(beta))
        beta = beta - np.linalg.solve(bend, slope)
    weights: Matrix = beta / spread
    return weights


def report(found: Sequence[Document], scores: Sequence[Sequence[float]]) -> None:
    """Print what the summaries hold that the scores give."""
    lines = passing = best = held = wanted = 0
    for document, worths in zip(found, scores, strict=True):
        whole, points = summary.main(document.said, worths, document.read.title)
        chosen = [point.said for point in ((whole,) if whole else ()) + points]
        grades = [_grade(one, document.labels) for one in chosen]
        belong = [label for label in document.labels if label.grade == 2]
        lines, passing, best = (
            lines + len(chosen),
            passing + sum(grade > 0 for grade in grades),
            best + grades.count(2),
        )
        wanted += len(belong)
        held += sum(any(is_label(one, label) for one in chosen) for label in belong)
    print(f"{len(found)} documents, {lines / len(found):.1f} lines each")
    print(f"lines that belong {best / lines:.3f}, or would be let pass {passing / lines:.3f}")
    print(f"of {wanted} statements that belong, in a summary {held / wanted:.3f}")


def main() -> None:
    """Fit, report, and store the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    found = [d for d in documents(options.folders) if d.said]
    rows = [worth.features(d.said, d.read.title, len(d.read.lines)) for d in found]
    seen = {
        (name, d.repository)
        for d, some in zip(found, rows, strict=True)
        for r in some
        for name in r
    }
    shared = [name for name, _ in seen]
    names = sorted({name for name in shared if shared.count(name) >= SHARED})
    sizes = [len(d.said) for d in found]
    x = matrix([row for some in rows for row in some], names).astype(float)
    document = np.repeat(np.arange(len(found)), sizes)
    grades = np.array([grade for d in found for grade in d.grades], float)
    turns = sorted({d.repository for d in found}, key=sample.summed)
    fold = np.repeat([turns.index(d.repository) % FOLDS for d in found], sizes)
    scores = np.zeros(len(x))
    for turn in range(FOLDS):
        rest = fold != turn
        scores[~rest] = x[~rest] @ fit(x[rest], grades[rest], document[rest])
    report(found, [part.tolist() for part in np.split(scores, np.cumsum(sizes)[:-1])])
    if options.write:
        weights = fit(x, grades, document)
        told = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
        STORE.write_text(json.dumps(told, ensure_ascii=False, indent=0) + "\n")


if __name__ == "__main__":
    main()
