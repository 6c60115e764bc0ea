"""Fit the weights of ``shiryo.drafting.select.roles`` to the labels of ``roles/labels.tsv``.

    python benchmarks/train_roles.py FOLDER... [--write]

Prints how well roles and key sentences are told in repositories that were left out, a fifth of them
in turn. With ``--write`` the weights, fitted to all, go into the package. Needs numpy.

Roles: a multinomial logistic regression with a ridge. Key sentences: a softmax over the sentences
of each section, fitted to the chances of roles that come from models which did not see the section.
Both go by looks that several repositories have, and no repository weighs more than a few.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from roles import sample
from train_headings import matrix

from shiryo.drafting.select import roles, traits
from shiryo.drafting.select.looks import looks

STORE = Path(roles.__file__).with_name("roles.json")
SHARED = 4
"""In how many repositories a look must be seen."""
FOLDS = 5
RIDGE, ROUNDS = 1.0, 80
KEY_RIDGE, KEY_ROUNDS = 100.0, 600
KEY = (0.0, 0.3, 1.0)
"""What a sentence counts that is no key of its section, one that one would let pass, the best."""
RARE = 0.1
"""A trait that differs less from sentence to sentence than this is too rare to weigh as others."""
HEAVY = 30
"""Sentences of a repository that count whole; more count as their root."""
LEAST = 6
"""Hundredths that a weight must have for some role."""

Matrix = NDArray[np.floating]
Sections = list[tuple[sample.Section, list[sample.Label]]]


def softmax(sums: Matrix) -> Matrix:
    """Return chances, row by row."""
    powers: Matrix = np.exp(sums - sums.max(axis=1, keepdims=True))
    shares: Matrix = powers / powers.sum(axis=1, keepdims=True)
    return shares


def fit_roles(x: Matrix, y: NDArray[np.int64], w: Matrix) -> Matrix:
    """Return weights of looks for roles, by accelerated steps down the slope."""
    wanted, some = np.eye(len(traits.ROLES), dtype=np.float32)[y], w[:, None].astype(np.float32)
    scaled = x * np.sqrt(some)
    along: Matrix = np.ones(x.shape[1], np.float32)
    size = 1.0
    for _ in range(12):
        along = scaled.T @ (scaled @ along)
        size = float(np.linalg.norm(along))
        along = along / np.float32(size)
    step = np.float32(1 / (0.55 * size + RIDGE))
    ahead: Matrix = np.zeros((x.shape[1], len(traits.ROLES)), np.float32)
    beta = ahead
    pace = 1.0
    for _ in range(ROUNDS):
        slope = x.T @ ((softmax(x @ ahead) - wanted) * some) + np.float32(RIDGE) * ahead
        new, faster = ahead - step * slope, (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + np.float32((pace - 1) / faster) * (new - beta)
        beta, pace = new, faster
    return beta


def fit_keys(x: Matrix, key: Matrix, section: NDArray[np.int64]) -> Matrix:
    """Return weights of traits: the mass of each section's softmax shall lie on its keys.

    Traits are told apart by how much each of them differs from sentence to sentence.
    """
    spread = np.maximum(x.std(axis=0), RARE)
    x = (x - x.mean(axis=0)) / spread
    ahead: Matrix = np.zeros(x.shape[1])
    beta, pace = ahead, 1.0
    count = section.max() + 1
    has = np.bincount(section, key, count)[section] > 0
    step = 1 / (0.3 * np.linalg.norm(x.T @ x, 2) + KEY_RIDGE)
    for _ in range(KEY_ROUNDS):
        power = np.exp(np.clip(x @ ahead, -30, 30))
        share = power / np.bincount(section, power, count)[section]
        mass = np.bincount(section, power * key, count)[section]
        wanted = np.where(has, power * key / np.maximum(mass, 1e-12), 0.0)
        slope = x.T @ np.where(has, share - wanted, 0.0) + KEY_RIDGE * ahead
        new, faster = ahead - step * slope, (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        ahead = new + (pace - 1) / faster * (new - beta)
        beta, pace = new, faster
    weights: Matrix = beta / spread
    return weights


class Data:
    """The labelled sentences, in rows."""

    def __init__(self, found: Sections) -> None:
        names = [section.document.split("__")[0] for section, _ in found]
        turns = {name: n % FOLDS for n, name in enumerate(sorted(set(names), key=sample.summed))}
        self.found = found
        texts = [[s.text for s in section.sentences] for section, _ in found]
        self.looks = [
            looks(text, section.heading, section.title)
            for text, (section, _) in zip(texts, found, strict=True)
        ]
        sizes = [len(labels) for _, labels in found]
        self.section = np.repeat(np.arange(len(found)), sizes)
        self.repository = [names[n] for n in self.section]
        self.fold = np.array([turns[name] for name in self.repository])
        labels = [label for _, some in found for label in some]
        self.role = np.array([traits.ROLES.index(label.role) for label in labels])
        self.key = np.array([KEY[label.key] for label in labels])
        often = Counter(self.repository)
        self.weight = np.array([min(1, HEAVY / often[name]) ** 0.5 for name in self.repository])
        rows = [row for some in self.looks for row in some]
        seen = {(n, name) for row, name in zip(rows, self.repository, strict=True) for n in row}
        shared = Counter(n for n, _ in seen)
        self.names = sorted(n for n, count in shared.items() if count >= SHARED)
        self.x = matrix(rows, self.names)

    def traits(self, chances: Matrix) -> tuple[list[str], Matrix]:
        """Return the traits of key sentences, by the chances of their roles."""
        parts = np.split(chances, np.unique(self.section, return_index=True)[1][1:])
        rows = [
            row
            for seen, part, (section, _) in zip(self.looks, parts, self.found, strict=True)
            for row in traits.traits(
                section.sentences, seen, part.tolist(), section.heading, section.title
            )
        ]
        names = sorted({name for row in rows for name in row})
        return names, matrix(rows, names).astype(float)


def report(data: Data, chances: Matrix, worth: Matrix) -> None:
    """Print how well roles and key sentences were told."""
    print(f"roles told: {(chances.argmax(axis=1) == data.role).mean():.3f} of {len(data.role)}")
    aside, sure = data.role >= traits.ASIDE, chances[:, traits.ASIDE :].sum(axis=1)
    for bound in (0.4, 0.5, 0.6, 0.7):
        both = ((sure > bound) & aside).sum()
        print(
            f"  the last five from {bound}: precision {both / (sure > bound).sum():.3f}, "
            f"recall {both / aside.sum():.3f}"
        )
    sections = [data.section == n for n in range(len(data.found))]
    sections = [rows for rows in sections if data.key[rows].any()]
    for name, scores in (("chosen", worth), ("first", -np.arange(len(worth)))):
        keys = [data.key[rows][scores[rows].argmax()] for rows in sections]
        print(
            f"key sentence, {name}: acceptable {np.mean([k > 0 for k in keys]):.3f}, "
            f"best {np.mean([k == 1 for k in keys]):.3f} of {len(keys)}"
        )


def main() -> None:
    """Fit, report, and store the weights where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    data = Data(list(sample.labelled(options.folders)))
    chances = np.zeros((len(data.role), len(traits.ROLES)))
    for fold in range(FOLDS):
        rest = data.fold != fold
        beta = fit_roles(data.x[rest], data.role[rest], data.weight[rest])
        chances[~rest] = softmax(data.x[~rest] @ beta)
    names, rows = data.traits(chances)
    worth = np.zeros(len(data.role))
    for fold in range(FOLDS):
        rest = data.fold != fold
        section = np.unique(data.section[rest], return_inverse=True)[1]
        worth[~rest] = rows[~rest] @ fit_keys(rows[rest], data.key[rest], section)
    report(data, chances, worth)
    keys = fit_keys(rows, data.key, data.section)
    print({name: round(float(v), 2) for name, v in zip(names, keys, strict=True)})
    if options.write:
        beta = np.rint(100 * fit_roles(data.x, data.role, data.weight)).astype(int)
        told = zip(data.names, beta.tolist(), strict=True)
        kept = {name: row for name, row in told if max(map(abs, row)) >= LEAST}
        model = {
            "roles": kept,
            "keys": {n: round(float(v), 3) for n, v in zip(names, keys, strict=True)},
        }
        STORE.write_text(json.dumps(model, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
