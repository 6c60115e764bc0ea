"""What is inside the items of a page: their text, and whether it keeps to its frames."""

from collections.abc import Iterator, Mapping, Sequence

from shiryo import pages
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.document import Image, Slide
from shiryo.layout.chart.geometry import thickness
from shiryo.layout.pictures import LARGEST
from shiryo.pages.walk import boxes_of
from shiryo.typeset.fonts import Face
from shiryo.units import Points

_SLACK = 0.5
_UNDER = 0.5 - pages.EM_CENTRE
"""How far under the baseline an em box goes, in em."""
_STROKE: Points = 3
"""As thick as that a bar is one at least."""


def plain(box: pages.TextBox) -> str:
    """Return the text of a box."""
    return "".join(run.text for para in box.paragraphs for run in para.runs)


def overflows(
    items: Sequence[pages.Item], fonts: Mapping[str, Face], bottom: Points, line: int
) -> Iterator[Diagnostic]:
    """Report the text boxes whose lines leave their frame, and what stands under ``bottom``."""
    span = Span("", line) if line else None
    for box in boxes_of(items):
        runs = [run for placed in box.lines for run in placed.runs]
        if not runs:
            continue
        text = plain(box).strip()
        right = max(run.x + run.width for run in runs)
        if right > box.frame.right + _SLACK and not _only_space(box, runs):
            yield diagnose("layout.too-wide", span, text=_short(text))
        # Half of what the font has under the baseline, and no more than its em box.
        under = {run.font: min(-fonts[run.font].descent / 2, _UNDER) for run in runs}
        lowest = max(run.baseline + under[run.font] * run.size for run in runs)
        end = bottom if box.role == "chart" else box.frame.bottom
        if lowest > max(min(end, bottom), 0) + _SLACK and box.role != "artifact":
            size = min(run.size for run in runs)
            yield diagnose("layout.too-tall", span, text=_short(text), size=f"{size:g}")


def crowded(item: pages.Item, most: int, line: int) -> Diagnostic | None:
    """Report, once, columns so many that they are no more than strokes."""
    if not isinstance(item, pages.Chart) or item.kind != "column":
        return None
    if len(item.categories) <= most or thickness(item) >= _STROKE:
        return None
    span = Span("", line) if line else None
    return diagnose("layout.crowded-chart", span, count=len(item.categories), most=most)


def blurred(slide: Slide, least: Points) -> Iterator[Diagnostic]:
    """Report pictures of so few pixels that they are shown smaller than ``least``."""
    span = Span("", slide.line) if slide.line else None
    for block in slide.blocks:
        if isinstance(block, Image) and max(block.size) * LARGEST < least:
            width, height = block.size
            yield diagnose("layout.small-picture", span, width=width, height=height)


def _only_space(box: pages.TextBox, runs: Sequence[pages.GlyphRun]) -> bool:
    """Tell whether nothing but spaces at line ends is outside."""
    edge = box.frame.right + _SLACK
    for run in runs:
        x = run.x
        for _, advance, text in run.glyphs:
            x += advance
            if x > edge and text.strip():
                return False
    return True


def _short(text: str, most: int = 30) -> str:
    return text if len(text) <= most else f"{text[:most]}…"
