"""Fit the weights of ``shiryo.article.headings`` to a folder of Markdown documents.

    python benchmarks/train_headings.py FOLDER [--write]

Takes the marks off every ``*.md`` in eight manners (blank lines kept, above headings only, thinned,
none; list marks kept, dropped), fits a logistic regression, and prints F1 on repositories left out
in turn. A document's repository is its name up to ``__``. Needs numpy.
"""

import argparse
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from markdown_it import MarkdownIt
from markdown_it.token import Token

from shiryo.article import headings, lines

MANNERS = [(gaps, marks) for gaps in ("airy", "above", "mixed", "tight") for marks in (True, False)]
STORE = Path(headings.__file__).with_name("headings.json")
KEPT = 100


@dataclass(frozen=True)
class Piece:
    role: str  # heading, prose, item, gap, or unsure (a line in bold alone)
    text: str = ""


@dataclass(frozen=True)
class Sample:
    manner: tuple[str, bool]
    repository: str
    features: tuple[headings.Features, ...]
    gold: tuple[bool | None, ...]  # None where the source does not say


def pieces(markdown: str) -> Iterator[Piece]:
    markdown = re.sub(r"\A---\n.*?\n---\n|<!--.*?-->", "", markdown, flags=re.S)
    items = tables = 0
    role = "prose"
    for token in MarkdownIt("commonmark").enable("table").parse(markdown):
        items += token.nesting * token.type.startswith("list_item")
        tables += token.nesting * token.type.startswith("table")
        if token.type in ("fence", "code_block", "html_block", "table_open", "hr"):
            yield Piece("gap")
        elif token.type == "heading_open":
            role = "heading"
        elif token.type == "inline" and not tables:
            yield from spoken(token, role if role == "heading" else "item" if items else "prose")
            role = "prose"


def spoken(token: Token, role: str) -> Iterator[Piece]:
    """Give an inline token's lines; a heading is one line."""
    text, bold, plain = "", 0, 0
    for child in token.children or []:
        bold += child.nesting * (child.type == "strong_open") - (child.type == "strong_close")
        if child.type in ("text", "code_inline"):
            text += child.content
            plain += not bold
        elif child.type in ("softbreak", "hardbreak"):
            text += " " if role == "heading" else "\n"
    unsure = role == "prose" and not plain and "\n" not in text
    for line in filter(str.strip, text.split("\n")):
        yield Piece("unsure" if unsure else role, line.strip())


def write(source: list[Piece], gaps: str, marks: bool) -> tuple[list[str], list[bool | None]]:
    text: list[str] = []
    gold: list[bool | None] = []

    def put(line: str, answer: bool | None) -> None:
        if line or (text and text[-1]):
            text.append(line)
            gold.append(answer)

    before = Piece("gap")
    for piece in source:
        chance = zlib.crc32(piece.text.encode())
        together = piece.role == before.role == "item"
        dropped = gaps == "mixed" and (
            piece.role == "gap" or (piece.role == "prose" and chance % 6 == 0)
        )
        above = gaps == "above" and piece.role == "heading"
        if (gaps == "airy" and not together) or above or dropped:
            put("", None)
        if piece.role != "gap":
            put(
                "- " * (marks and piece.role == "item") + piece.text,
                {"heading": True, "unsure": None}.get(piece.role, False),
            )
        if gaps == "mixed" and piece.role == "heading" and chance % 4:
            put("", None)
        before = piece
    return text, gold


def samples(folder: Path) -> list[Sample]:
    found = []
    for path in sorted(folder.glob("*.md")):
        source = list(pieces(path.read_text("utf-8")))
        for manner in MANNERS:
            text, gold = write(source, *manner)
            seen = headings.features(lines.look(text))
            found.append(
                Sample(
                    manner,
                    path.name.split("__")[0],
                    tuple(seen.values()),
                    tuple(gold[n - 1] for n in seen),
                )
            )
    return found


def fit(chosen: list[Sample], names: list[str]) -> dict[str, float]:
    column = {name: n for n, name in enumerate(names)}
    rows, answers, weight = [], [], []
    size = Counter(s.repository for s in chosen)
    for sample in chosen:
        for features, gold in zip(sample.features, sample.gold, strict=True):
            if gold is not None:
                row = np.zeros(len(names))
                for name, value in features.items():
                    if name in column:
                        row[column[name]] = value
                rows.append(row)
                answers.append(gold)
                weight.append(1 / size[sample.repository] ** 0.5)
    x, y, w = np.array(rows), np.array(answers, float), np.array(weight)
    w /= w.mean()
    beta = np.zeros(len(names))
    for _ in range(12):  # Newton's method with a ridge
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) + RIDGE * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(names))
        beta -= np.linalg.solve(hessian, gradient)
    return dict(zip(names, map(float, beta), strict=True))


RIDGE = 3.0


def strongest(weights: dict[str, float], chosen: list[Sample], kept: int) -> list[str]:
    """Return the names that move the score most, over all lines."""
    weigh: Counter[str] = Counter()
    for sample in chosen:
        for features in sample.features:
            for name, value in features.items():
                weigh[name] += abs(value * weights[name])
    return sorted(name for name, _ in weigh.most_common(kept))


def counts(chosen: list[Sample], weights: dict[str, float]) -> dict[tuple[str, bool], np.ndarray]:
    found: dict[tuple[str, bool], np.ndarray] = {manner: np.zeros(3) for manner in MANNERS}
    for sample in chosen:
        for features, gold in zip(sample.features, sample.gold, strict=True):
            if gold is not None:
                said = sum(weights.get(name, 0) * value for name, value in features.items()) > 0
                found[sample.manner] += [said and gold, said, gold]
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true", help="store the weights in the package")
    options = parser.parse_args()
    everything = samples(options.folder)
    names = sorted({name for s in everything for features in s.features for name in features})
    names = strongest(fit(everything, names), everything, KEPT)
    total = {manner: np.zeros(3) for manner in MANNERS}
    for repository in sorted({s.repository for s in everything}):
        weights = fit([s for s in everything if s.repository != repository], names)
        for manner, found in counts(
            [s for s in everything if s.repository == repository], weights
        ).items():
            total[manner] += found
    for (gaps, marks), (right, said, gold) in total.items():
        print(f"{gaps:5} {'marks' if marks else 'bare':5} F1 {2 * right / (said + gold):.3f}")
    if options.write:
        weights = {n: round(v, 3) for n, v in sorted(fit(everything, names).items()) if round(v, 3)}
        STORE.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
