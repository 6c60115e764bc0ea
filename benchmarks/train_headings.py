"""Fit the weights of ``shiryo.article.structure.headings.score`` to folders of Markdown documents.

    python benchmarks/train_headings.py FOLDER... [--write]

Takes the marks off every ``*.md`` in several manners (see ``unmark.py``), fits the first score and
that for items, then the second upon first scores of documents that the first was not fitted to, and
the third so upon the second. With ``--write`` the weights go into the package. ``headings.py``
measures repositories left out in turn. Needs numpy.

The fits are logistic regressions with a ridge towards `BELIEFS`: what is known of Japanese headings
and seldom seen in any one folder. Every repository weighs as the square root of its documents.
"""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import unmark
from numpy.typing import NDArray

from shiryo.article.structure import lines
from shiryo.article.structure.headings import score as headings
from shiryo.article.structure.headings.company import Company
from shiryo.article.structure.headings.looks import Features, Look

ARTICLES = Path(__file__).with_name("articles")
STORE = Path(headings.__file__).with_name("headings.json")
MANNERS = [
    unmark.Manner(gaps, marks)
    for gaps in ("blank", "scrape", "tight", "above")
    for marks in (True, False)
]
BULLETS = ("・", "1. ", "- ", "● ", "1）")
VARIANTS = 1
"""How many variants of a document stand beside the document itself, in each manner."""
SHARED = 5
"""In how many repositories a feature must be seen."""
GROUPS = 8
"""Repositories are left out in as many groups."""
LONE = 0.5
"""How much a repository of one document weighs beside others."""
RIDGE = 25.0
ROUNDS = 40
SOME = 3
"""Of how many rows one is asked for the curvature, which need not be exact."""
BELIEFS: Mapping[str, float] = {
    "score": 1, "stock": 2, "repeated apart": 1.5, "numbers apart": 1.5,
    "ends particle": -2, "ends comma": -2, "wordless": -3, "caption": -2, "goes on": -1,
    "stop inside": -1.5, "address": -2, "bracketed": -1, "speech": -1, "code": -0.5,
    "numbers close": -2, "repeated in a row": -1, "after lead-in": -1,
    "out of order of names": -8, "+1 sentence": 0.5, "bare +1 sentence": 0.5, "first": 1,
    "question, then prose": 1, "bracketed over number": 3, "kana alone": -1,
    "sign returns apart": 1,
}  # fmt: skip

Matrix = NDArray[np.float32]
Vector = NDArray[np.float64]


@dataclass(eq=False)
class Sample:
    """A document without its marks; one entry a candidate."""

    name: str
    group: str
    """What is left out together: several repositories, or the articles."""
    manner: unmark.Manner
    varied: bool
    company: Company
    features: list[Features]
    gold: Vector
    """1 for a heading, 0, or NaN where the Markdown does not say."""
    items: Vector
    """The same for items of lists."""
    text: list[str]
    """All lines that are not blank, and what each is (see `unmark.Text`)."""
    gold_of: list[str | None]
    places: list[int]
    """Where in ``text`` the candidates are."""

    def headed(self, strict: bool) -> list[bool | None]:
        """Return whether each line is a heading; of a lead or a link alone, only ``strict``."""
        unsure = (None,) if strict else (None, "lead", "link")
        return [None if kind in unsure else kind == "heading" for kind in self.gold_of]

    @property
    def repository(self) -> str:
        return _repository(self.name)

    def scores(self, model: headings.Model) -> list[float]:
        """Return the score of every line."""
        found = [0.0] * len(self.text)
        final = headings.final(self.company, self.features, model)
        for place, score in zip(self.places, final, strict=True):
            found[place] = score
        return found


def samples(*folders: Path) -> list[Sample]:
    """Return the documents of all folders in groups of repositories; the articles are one."""
    found = {folder: list(unmark.folder(folder)) for folder in folders}
    often = Counter(_repository(name) for each in found.values() for name, _ in each)
    ranked = sorted(often, key=lambda name: (-often[name], name))
    groups = {name: f"group {n % GROUPS + 1}" for n, name in enumerate(ranked)}
    return [
        each
        for folder, documents in found.items()
        for name, blocks in documents
        for each in _samples(
            name, blocks, folder.name if folder == ARTICLES else groups[_repository(name)]
        )
    ]


def _repository(name: str) -> str:
    return name.split("__", 1)[0]


def _samples(name: str, blocks: list[unmark.Block], group: str) -> Iterator[Sample]:
    plain, *varied = unmark.variants(name, blocks)
    turn = zlib.crc32(name.encode())
    for at, manner in enumerate(MANNERS):
        yield _sample(name, group, manner, unmark.render(plain, manner))
        for extra in range(VARIANTS):
            n = turn + at + 3 * extra
            text = unmark.render(varied[n % len(varied)], manner, BULLETS[n % len(BULLETS)])
            yield _sample(name, group, manner, text, True)


def _sample(
    name: str, group: str, manner: unmark.Manner, text: unmark.Text, varied: bool = False
) -> Sample:
    look = Look(lines.look(text.lines))
    full = [n for n, line in enumerate(text.lines) if line.strip()]
    kinds = [text.gold[look.lines[at].number - 1] for at in look.candidates]
    place = {n: at for at, n in enumerate(full)}
    return Sample(
        name, group, manner, varied, Company(look), list(look.features()),
        _truth(kinds, "heading"), _truth(kinds, "item"),
        [text.lines[n] for n in full],
        [text.gold[n] for n in full],
        [place[look.lines[at].number - 1] for at in look.candidates],
    )  # fmt: skip


def _truth(kinds: Sequence[str | None], kind: str) -> Vector:
    """Return what the fit is to learn; a lead item is an item."""
    same = {"lead": "item"}
    return np.array([np.nan if k is None else same.get(k, k) == kind for k in kinds], float)


class Fit:
    """Logistic regressions to what is seen of samples, with groups of them left out."""

    def __init__(
        self,
        known: Sequence[Sample],
        seen: Sequence[Sequence[Features]],
        gold: Callable[[Sample], Vector],
        beliefs: Mapping[str, float],
    ) -> None:
        self.names = _shared(known, seen)
        self.belief = np.array([beliefs.get(name, 0.0) for name in self.names])
        often = Counter(sample.repository for sample in known)
        self.parts: dict[str, tuple[Matrix, Vector, Vector]] = {}
        """The features of each group, what they should give, and what each line weighs."""
        for group in sorted({sample.group for sample in known}):
            rows = [n for n, sample in enumerate(known) if sample.group == group]
            x = np.concatenate([matrix(seen[n], self.names) for n in rows])
            y = np.concatenate([gold(known[n]) for n in rows])
            w = np.concatenate(
                [np.full(len(seen[n]), _weight(often[known[n].repository])) for n in rows]
            )
            self.parts[group] = x, np.nan_to_num(y), np.where(np.isnan(y), 0, w)
        self.start, self.hessians = self.belief.copy(), dict[str, Vector]()
        self._kept: tuple[object, NDArray[np.floating]] = None, self.belief
        for _ in range(4):
            self.hessians = {group: self._hessian(group) for group in self.parts}
            self.start -= self._step(list(self.parts), self.start)

    def scores(self, group: str, *out: str) -> Vector:
        """Return the scores of all lines of ``group`` by the fit to all groups but ``out``."""
        return _logistic(self.parts[group][0], self._beta(*out))

    def weights(self, *out: str) -> headings.Weights:
        """Return the weights fitted to all groups but ``out``."""
        return dict(zip(self.names, map(float, self._beta(*out)), strict=True))

    def _beta(self, *out: str) -> Vector:
        chosen = [group for group in self.parts if group not in out]
        beta = self.start.copy()
        for _ in range(ROUNDS):
            step = self._step(chosen, beta)
            beta -= step
            if np.abs(step).max() < 1e-3:
                break
        return beta

    def _step(self, chosen: Sequence[str], beta: Vector) -> Vector:
        """Return a step of Newton's method, with the curvature at the start."""
        scale = self._scale(chosen)
        gradient = RIDGE * (beta - self.belief)
        for group in chosen:
            x, y, w = self.parts[group]
            gradient += scale * (x.T @ (w * (_logistic(x, beta) - y)).astype(np.float32))
        made: Vector = self._inverse(chosen) @ gradient
        return made

    def _scale(self, chosen: Sequence[str]) -> float:
        total = sum(self.parts[group][2].sum() for group in chosen)
        lines = sum(np.count_nonzero(self.parts[group][2]) for group in chosen)
        return float(lines / total / (1 + VARIANTS))

    def _inverse(self, chosen: Sequence[str]) -> NDArray[np.floating]:
        """Return the inverse of the curvature; it is kept while it is asked for again."""
        asked = (tuple(chosen), *(id(self.hessians[group]) for group in chosen))
        if self._kept[0] != asked:
            hessian = sum((self.hessians[group] for group in chosen), np.zeros(()))
            whole = self._scale(chosen) * hessian + RIDGE * np.eye(len(self.belief))
            self._kept = asked, np.linalg.inv(whole)
        return self._kept[1]

    def _hessian(self, group: str) -> Vector:
        """Return the curvature at the start, by some of the rows."""
        x, w = self.parts[group][0][::SOME], self.parts[group][2][::SOME]
        p = _logistic(x, self.start)
        seen: Vector = ((x * (w * p * (1 - p)).astype(np.float32)[:, None]).T @ x).astype(float)
        return SOME * seen


def _weight(often: int) -> float:
    return float(often**-0.5 if often > 3 * len(MANNERS) else LONE * often**-0.5)


def _logistic(x: Matrix, beta: Vector) -> Vector:
    made: Vector = 1 / (1 + np.exp(-np.clip(x @ beta.astype(np.float32), -30, 30).astype(float)))
    return made


def _shared(known: Sequence[Sample], seen: Sequence[Sequence[Features]]) -> list[str]:
    """Return the features that several repositories have."""
    of = {
        (name, sample.repository)
        for sample, rows in zip(known, seen, strict=True)
        for row in rows
        for name in row
    }
    often = Counter(name for name, _ in of)
    return sorted(name for name, count in often.items() if count >= SHARED)


def matrix(rows: Sequence[Features], names: Sequence[str]) -> Matrix:
    """Return the features as columns, in the order of ``names``."""
    column = {name: n for n, name in enumerate(names)}
    found = np.zeros((len(rows), len(names)), np.float32)
    for n, row in enumerate(rows):
        for name, value in row.items():
            if name in column:
                found[n, column[name]] = value
    return found


class Trainer:
    """Fits models to all groups but some."""

    def __init__(self, known: Sequence[Sample]) -> None:
        self.known = known
        self.groups = sorted({sample.group for sample in known})
        seen = [sample.features for sample in known]
        self.first = Fit(known, seen, lambda sample: sample.gold, BELIEFS)
        self.items = Fit(known, seen, lambda sample: sample.items, {})

    def model(self, *out: str) -> headings.Model:
        """Fit to all groups but ``out``; each score to what the one before says of others."""
        chosen = [sample for sample in self.known if sample.group not in out]
        scores = self._by_sample(self.first, chosen, out)
        items = self._by_sample(self.items, chosen, out)
        near = [
            list(sample.company.features(*said))
            for sample, *said in zip(chosen, scores, items, strict=True)
        ]
        second = Fit(chosen, near, lambda sample: sample.gold, BELIEFS)
        seen = [
            list(headings.both(first, sample.company.features(*said)))
            for sample, first, *said in zip(
                chosen, near, self._by_sample(second, chosen, ()), items, strict=True
            )
        ]
        third = Fit(chosen, seen, lambda sample: sample.gold, BELIEFS)
        look = self.first.weights(*out), self.items.weights(*out)
        return headings.Model(*look, second.weights(), third.weights())

    def _by_sample(
        self, fit: Fit, chosen: Sequence[Sample], out: Sequence[str]
    ) -> list[list[float]]:
        """Return the scores of each sample by a fit that knows neither its group nor ``out``."""
        left = {
            group: iter(fit.scores(group, *sorted({*out, group})).tolist())
            for group in sorted({sample.group for sample in chosen})
        }
        return [list(islice(left[sample.group], len(sample.gold))) for sample in chosen]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    known = samples(*options.folders)
    model = Trainer(known).model()
    stored = {
        name: {n: round(v, 3) for n, v in sorted(weights.items()) if round(v, 3)}
        for name, weights in model._asdict().items()
    }
    total = sum(map(len, stored.values()))
    print(f"{len(known)} texts, {sum(len(s.gold) for s in known)} candidates, {total} weights")
    if options.write:
        STORE.write_text(json.dumps(stored, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
