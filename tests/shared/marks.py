"""What stands on a page: its marks with the rectangles that they take, and its words."""

from collections.abc import Iterable, Iterator

from shiryo import pages
from shiryo.units import Rect


def marks(items: Iterable[pages.Item]) -> Iterator[tuple[str, Rect]]:
    """Yield what is drawn, text by text and shape by shape, with where it stands."""
    for item in items:
        match item:
            case pages.TextBox():
                yield from _lines(item)
            case pages.Shape():
                yield "", item.frame
                yield from _lines(item.text) if item.text else ()
            case pages.Table():
                yield "", item.frame
                for cell in (cell for row in item.rows for cell in row):
                    yield "", cell.frame
                    yield from _lines(cell.text)
            case pages.Chart():
                yield "", item.frame
                yield from marks(item.drawing)
            case pages.Polygon():
                xs, ys = zip(*item.points, strict=True)
                yield "", Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
            case pages.Picture():
                yield "", item.frame


def _lines(box: pages.TextBox) -> Iterator[tuple[str, Rect]]:
    for run in (run for line in box.lines for run in line.runs if run.glyphs):
        yield run.text, Rect(run.x, run.baseline - 0.8 * run.size, run.width, run.size)


def words(items: Iterable[pages.Item]) -> str:
    """Return all that is said, in its order."""
    return "".join(text for text, _ in marks(items))


def runs(items: Iterable[pages.Item]) -> Iterator[pages.GlyphRun]:
    """Yield every run of glyphs in its order."""
    for item in items:
        match item:
            case pages.TextBox():
                yield from (run for line in item.lines for run in line.runs)
            case pages.Shape(text=pages.TextBox() as box):
                yield from runs([box])
            case pages.Table():
                yield from runs(cell.text for row in item.rows for cell in row)
            case pages.Chart():
                yield from runs(item.drawing)
