"""Figures: one to four large numbers in a row."""

from collections.abc import Iterable, Iterator

from shiryo import document
from shiryo.layout.handout.setting.atom import Piece
from shiryo.layout.handout.setting.galley import Galley, Part
from shiryo.layout.handout.setting.marks import called
from shiryo.layout.handout.setting.solid import solid
from shiryo.layout.text.para import Para
from shiryo.pages import Element, Item, Shape, TextBox
from shiryo.units import Points, Rect

_LEAST_SCALE = 0.6
"""How small numbers may become before they are set in two rows."""


def figures(galley: Galley, block: document.Figures) -> Iterator[Piece]:
    """Yield the numbers side by side, all in one size, each over its label."""
    yield from row(galley.listing(), block)


def width(galley: Galley, figure: document.Figure) -> Points:
    """Return how wide a number is with its unit, its label taking two lines."""
    label = galley.natural(figure.label, "figure-label")
    return max(galley.level(0).measure(_parts(figure)) + 1, 0.6 * label)


def row(galley: Galley, block: document.Figures) -> Iterator[Piece]:
    """Yield the items of the galley's list, in two rows where one is too narrow."""
    gap = galley.space("side-gap")
    inner = galley.within(Rect(0, 0, galley.width, 0).columns(len(block.items), gap)[0].width)
    bodies = [galley.item()[1] for _ in block.items]
    values = [galley.tree.add("P", text) for text in bodies]
    below = [
        galley.tree.paragraphs(_labels(galley, figure), text)
        for figure, text in zip(block.items, bodies, strict=True)
    ]
    lines = [
        line for paras in below for p in paras for line in inner.compositor.set(p, inner.width)
    ]
    widest = max(galley.measure(_parts(figure)) for figure in block.items)
    if len(block.items) > 1 and inner.width < _LEAST_SCALE * widest:
        half = (len(block.items) + 1) // 2
        yield from row(galley, document.Figures(block.items[:half]))
        yield from row(galley, document.Figures(block.items[half:]))
        return
    shrunk = galley.scaled(min(1, inner.width / max(widest, 1)))
    top = shrunk.style("figure").size * shrunk.style("figure").leading
    height = top + max(galley.compositor.height(paras, inner.width) for paras in below)

    def draw(rect: Rect) -> Iterable[Item]:
        cells = rect.columns(len(block.items), gap)
        for n, (cell, figure, paras) in enumerate(zip(cells, block.items, below, strict=True)):
            if n:
                x, rule = cell.x - gap / 2, galley.space("rule")
                yield Shape(Rect(x, cell.y, rule, cell.height), fill=galley.colour("rule"))
            yield _number(shrunk, figure, Rect(cell.x, cell.y, cell.width, top), values[n])
            yield galley.compositor.box(paras, cell.below(top), "figure")

    flow = solid(height, galley.width, draw, called(lines))
    yield Piece(flow, galley.space("block"), galley.space("block"))


def _labels(galley: Galley, figure: document.Figure) -> list[Para]:
    paras = [Para(figure.label, galley.style("figure-label"), "phrase")]
    if figure.note:
        paras.append(Para(figure.note, galley.style("credit"), "phrase"))
    return paras


def _number(galley: Galley, figure: document.Figure, at: Rect, element: Element) -> TextBox:
    """Set value and unit on one line."""
    [line] = galley.lines(_parts(figure), galley.measure(_parts(figure)) + 1, "ragged")
    para = Para((), galley.style("figure"), element=element)
    placed = galley.compositor.place(line, para, at, galley.origins(_parts(figure)))
    return TextBox(at, (), (placed,), "figure")


def _parts(figure: document.Figure) -> list[Part]:
    value, unit = figure.said
    return [((value,), "figure"), ((unit,) if unit.text else (), "figure-unit")]
