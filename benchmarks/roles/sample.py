"""Sections to be labelled by reading, and the labels of sections that were.

    python benchmarks/roles/sample.py FOLDER… [--open]

prints at most 24 sections of every document in the folders, whose paragraphs have 3 to 20
sentences: those that have labels, then always the same ones, chosen by a sum. With ``--open`` only
those that have none yet. `labelled` gives the sections of ``labels.tsv``.
"""

import argparse
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shiryo import article
from shiryo.article import tree
from shiryo.article.model import Kind
from shiryo.diagnostics import Failed
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.sentences import Sentence

LABELS = Path(__file__).with_name("labels.tsv")
_EACH, _FEWEST, _MOST = 24, 3, 20
_KINDS = (".md", ".html", ".docx", ".txt")
_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)


@dataclass(frozen=True)
class Section:
    """A section of a document with the sentences of its own paragraphs."""

    document: str
    title: str
    """Of the document."""
    heading: str
    line: int
    """Of the heading; 0 for what stands before the first one."""
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Label:
    """What a reader said of a sentence."""

    role: str
    key: int
    """2: the best message of its section, 1: acceptable in its stead, 0: neither."""


def summed(text: str) -> str:
    """Return the sum by which sentences and sections are known."""
    return hashlib.sha256(text.encode()).hexdigest()


def documents(folders: Sequence[Path]) -> list[Path]:
    """Return the articles of the folders and of those within."""
    found = (p for folder in folders for p in folder.rglob("*") if p.suffix in _KINDS)
    return sorted(p for p in found if p.stem not in ("SOURCES", "README"))


def sections(document: Path) -> list[Section]:
    """Return every section of the document that has prose; none if it cannot be read."""
    try:
        read, _ = article.read(document.read_bytes(), document.name)
    except Failed:
        return []
    found = []
    for part in (part for top in tree.grow(read) for part in top.walk()):
        prose = [block for block in part.blocks if block.kind in _PROSE]
        said = tuple(s for block in prose for s in sentences.of(block, read))
        found.append(Section(document.name, read.title, part.title, part.line, said))
    return [section for section in found if section.sentences]


def sampled(document: Path) -> list[Section]:
    """Return the sections of the document that are to be labelled, those that are first."""
    fit = [s for s in sections(document) if _FEWEST <= len(s.sentences) <= _MOST]
    fit.sort(key=lambda s: (not labels_of(s), summed(f"{s.document}:{s.line}")))
    return fit[:_EACH]


def labelled(folders: Sequence[Path]) -> Iterator[tuple[Section, list[Label]]]:
    """Yield the sections of the folders' documents of which every sentence has a label."""
    names = {name for name, _ in _labels()}
    for document in (d for d in documents(folders) if d.name in names):
        for section in sections(document):
            if labels := labels_of(section):
                yield section, labels


def labels_of(section: Section) -> list[Label]:
    """Return the labels of the section's sentences; none where one of them has none."""
    keys = [(section.document, summed(s.text)[:12]) for s in section.sentences]
    return [_labels()[key] for key in keys] if all(key in _labels() for key in keys) else []


@cache
def _labels() -> dict[tuple[str, str], Label]:
    rows = [line.split("\t") for line in LABELS.read_text().splitlines()[1:]]
    return {(name, known): Label(role, int(key)) for name, _, known, role, key in rows}


def main() -> None:
    """Print the sampled sections."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--open", action="store_true", help="only sections without labels")
    options = parser.parse_args()
    for document in documents(options.folders):
        for section in sampled(document):
            if options.open and labels_of(section):
                continue
            print(f"{section.document}:{section.line} {section.title} > {section.heading}")
            for sentence in section.sentences:
                print(f"    {sentence.first}\t{sentence.text}")


if __name__ == "__main__":
    main()
