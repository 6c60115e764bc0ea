"""Kinds of document that few weights were fitted to: contracts, questions, minutes.

In ``kinds/`` each line that begins with ``# `` is a heading; the mark is taken off here.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from shiryo.article.structure.lines import split
from shiryo.article.structure.recognise import structure

KINDS = sorted((Path(__file__).parent / "kinds").glob("*.txt"))


def headings(lines: Sequence[str]) -> list[str]:
    return [b.text for b in structure(lines).blocks if b.kind == "heading"]


@pytest.mark.parametrize("file", KINDS, ids=lambda file: file.stem)
@pytest.mark.parametrize("gap", ["", "\n"], ids=["tight", "above"])
def test_headings_of_kinds(file: Path, gap: str) -> None:
    marked = file.read_text("utf-8").replace("\n\n", "\n").strip()
    expected = [line[2:] for line in split(marked) if line.startswith("# ")]
    text = marked.replace("\n# ", f"\n{gap}# ").replace("# ", "")
    found = headings(split(text))
    assert found in (expected, [line.strip("【】") for line in expected])
