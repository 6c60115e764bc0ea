"""Fit the weights of ``shiryo.article.headings`` to a folder of Markdown documents.

    python benchmarks/train_headings.py FOLDER [--write]

Takes the marks off every ``*.md`` in several manners (see ``unmark.py``), fits the first score,
then the second upon first scores of repositories that the first was not fitted to. With
``--write`` the weights go into the package. ``headings.py`` measures repositories left out in
turn. Needs numpy.

The fits are logistic regressions with a ridge towards `BELIEFS`: what is known of Japanese headings
and seldom seen in any one folder.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import unmark
from numpy.typing import NDArray

from shiryo.article import heading_company, headings, lines
from shiryo.article.heading_looks import Features, Look

STORE = Path(headings.__file__).with_name("headings.json")
MANNERS = [
    unmark.Manner(gaps, marks)
    for gaps in ("blank", "scrape", "tight", "above")
    for marks in (True, False)
]
BULLETS = ("・", "1. ", "- ", "● ", "1）")
VARIANTS = 2
"""How many variants of a document stand beside the document itself, in each manner."""
KEPT = 220
"""How many features of the first look are kept."""
RIDGE = 6.0
ROUNDS = 8
BELIEFS: Mapping[str, float] = {
    "never": -8, "score": 1, "stock": 2, "repeated apart": 1.5, "numbers apart": 1.5,
    "ends particle": -2, "ends comma": -2, "wordless": -3, "caption": -2, "goes on": -1,
    "stop inside": -1.5, "address": -2, "bracketed": -1, "speech": -1, "code": -0.5,
    "numbers close": -2, "repeated in a row": -1, "after lead-in": -1,
    "no number where others have": -1, "out of order": -3,
}  # fmt: skip

Matrix = NDArray[np.float64]


@dataclass
class Sample:
    """A document without its marks."""

    name: str
    manner: unmark.Manner
    varied: bool
    look: Look
    text: list[str]
    """Its lines that are not blank."""
    features: list[Features]
    gold: Matrix
    """1, 0, or NaN where the Markdown does not say."""

    @property
    def repository(self) -> str:
        return self.name.split("__")[0]


class Model(NamedTuple):
    first: headings.Weights
    second: headings.Weights

    def scores(self, sample: Sample) -> list[float]:
        return headings.logistic(company(sample, self.first), self.second)


def company(sample: Sample, first: headings.Weights) -> list[Features]:
    return heading_company.features(sample.look, headings.logistic(sample.features, first))


def samples(folder: Path) -> Iterator[Sample]:
    for name, blocks in unmark.folder(folder):
        plain, *varied = unmark.variants(name, blocks)
        turn = zlib.crc32(name.encode())
        for at, manner in enumerate(MANNERS):
            yield _sample(name, manner, unmark.render(plain, manner))
            for extra in range(VARIANTS):
                n = turn + at + 3 * extra
                text = unmark.render(varied[n % len(varied)], manner, BULLETS[n % len(BULLETS)])
                yield _sample(name, manner, text, True)


def _sample(name: str, manner: unmark.Manner, text: unmark.Text, varied: bool = False) -> Sample:
    look = Look(lines.look(text.lines))
    full = [line.number - 1 for line in look.lines]
    gold = np.array([np.nan if text.gold[n] is None else text.gold[n] for n in full], float)
    words = [text.lines[n] for n in full]
    return Sample(name, manner, varied, look, words, look.features(), gold)


def fit(known: Sequence[Sample], seen: Sequence[Sequence[Features]]) -> headings.Weights:
    """Fit weights to what is ``seen`` of samples, by Newton's method."""
    names = sorted({name for rows in seen for row in rows for name in row})
    often = Counter(sample.repository for sample in known)
    belief = np.array([BELIEFS.get(name, 0.0) for name in names])
    x = np.concatenate([_matrix(rows, names) for rows in seen])
    y = np.concatenate([sample.gold for sample in known])
    w = np.concatenate([np.full(len(s.gold), often[s.repository] ** -0.5) for s in known])
    said = ~np.isnan(y)
    x, y, w = x[said], y[said], w[said]
    w *= len(w) / w.sum() / (1 + VARIANTS)
    beta = belief.copy()
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        hessian = (x * (w * p * (1 - p))[:, None].astype(x.dtype)).T @ x + RIDGE * np.eye(len(beta))
        gradient = x.T @ (w * (p - y)) + RIDGE * (beta - belief)
        beta -= np.linalg.solve(hessian, gradient)
    return dict(zip(names, map(float, beta), strict=True))


def _matrix(rows: Sequence[Features], names: Sequence[str]) -> NDArray[np.float32]:
    column = {name: n for n, name in enumerate(names)}
    found = np.zeros((len(rows), len(names)), np.float32)
    for n, row in enumerate(rows):
        for name, value in row.items():
            found[n, column[name]] = value
    return found


def keep_strongest(known: Sequence[Sample]) -> None:
    """Drop the features that move the first score least over all lines."""
    weights = fit(known, [sample.features for sample in known])
    moved: Counter[str] = Counter()
    for sample in known:
        for row in sample.features:
            for name, value in row.items():
                moved[name] += abs(value * weights[name])
    kept = {name for name, _ in moved.most_common(KEPT)}
    for sample in known:
        sample.features = [{k: v for k, v in row.items() if k in kept} for row in sample.features]


class Trainer:
    """Fits models to all repositories but some, and keeps the first scores that they share."""

    def __init__(self, known: Sequence[Sample]) -> None:
        self.known = known
        self.repositories = sorted({sample.repository for sample in known})
        self._first: dict[frozenset[str], headings.Weights] = {}

    def model(self, *out: str) -> Model:
        """Fit to all repositories but ``out``."""
        chosen = [sample for sample in self.known if sample.repository not in out]
        seen = [company(sample, self.first(*out, sample.repository)) for sample in chosen]
        return Model(self.first(*out), fit(chosen, seen))

    def first(self, *out: str) -> headings.Weights:
        left = frozenset(out)
        if left not in self._first:
            chosen = [sample for sample in self.known if sample.repository not in left]
            self._first[left] = fit(chosen, [sample.features for sample in chosen])
        return self._first[left]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    known = list(samples(options.folder))
    keep_strongest(known)
    model = Trainer(known).model()
    total = sum(map(len, model))
    print(f"{len(known)} texts, {sum(len(s.gold) for s in known)} lines, {total} weights")
    if options.write:
        stored = {
            name: {n: round(v, 3) for n, v in sorted(weights.items()) if round(v, 3)}
            for name, weights in model._asdict().items()
        }
        STORE.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
