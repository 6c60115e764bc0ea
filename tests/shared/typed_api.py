"""What the types of the API say to a program that is checked strictly: mypy reads this file.

It is in none of the lists of pyproject.toml that allow tests to be lax.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import assert_type

import shiryo


def whole(folder: Path) -> tuple[str, bytes | None]:
    """Draft, load, check and build; return the outline and the deck."""
    article, doubts = shiryo.read(folder / "a.md")
    assert_type(article, shiryo.Article)
    assert_type(doubts, tuple[shiryo.Diagnostic, ...])
    outline, review = shiryo.draft(folder / "a.md", "a.md", slides=5, style="敬体")
    assert_type(outline, shiryo.Outline)
    assert_type(review, tuple[shiryo.Diagnostic, ...])
    text = shiryo.dump(outline)
    assert_type(text, str)
    job = shiryo.load(folder / "a.yaml", text, roots=[folder])
    assert_type(job, shiryo.Job)
    for found in (*shiryo.check(job, each=True), *shiryo.check(outline)):
        assert_type(found.severity, shiryo.Severity)
        assert_type(found.span, shiryo.Span | None)
        assert_type(found.hint, str)
    outputs, left = shiryo.build(job, ["deck", "svg"], variants=["slides"], per_page=6)
    assert_type(outputs, shiryo.Outputs)
    assert_type(left, tuple[shiryo.Diagnostic, ...])
    assert_type(outputs.pdfs, Mapping[str, bytes])
    assert_type(outputs.slides, tuple[str, ...])
    assert_type(shiryo.find_template("briefing"), shiryo.Template)
    return text, outputs.pptx
