"""Blocks that stand in a box: the summary, definitions, quotations."""

from collections.abc import Callable, Iterable, Iterator

from shiryo import document
from shiryo.layout.handout.blocks import body
from shiryo.layout.handout.setting.atom import Piece, join
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.solid import Boxed, boxed, solid
from shiryo.pages import Item, Shape
from shiryo.units import Points, Rect

_BESIDE = 4
"""From how many main points on they may stand in two columns."""


def summary(
    galley: Galley, items: tuple[document.Item, ...], *, beside: bool = False
) -> Iterator[Piece]:
    """Yield the box of main points: tinted, an accent bar at its left.

    Where they may stand ``beside`` each other, short ones take two columns.
    """
    if not items:
        return

    def around(rect: Rect) -> Iterable[Item]:
        yield Shape(rect, fill=galley.colour("surface"))
        yield Shape(_bar(galley, rect), fill=galley.colour("accent"))

    def inside(inner: Galley) -> Iterator[Piece]:
        label = galley.label("summary")
        title = inner.paragraph((label, "summary-title"), role="label", element=inner.add("H2"))
        yield Piece(title, keep_next=True)
        two = _in_two(inner, items) if beside and len(items) >= _BESIDE else None
        yield from [two] if two else body.items(inner, items, "summary", x=0)

    box = _box(galley, inside, around, galley.space("box-y") * 1.25)
    yield Piece(box, galley.space("front"), galley.space("front"))


def _in_two(galley: Galley, items: tuple[document.Item, ...]) -> Piece | None:
    """Return items in two columns; None where one of them takes more than a line there."""
    left, right = Rect(0, 0, galley.width, 0).columns(2, galley.space("column-gap"))
    flows = join(body.items(galley.within(left.width), items, "summary", x=0))
    if any(len(flow.atoms) > 1 for flow in flows):
        return None
    half = (len(flows) + 1) // 2
    pitch = max(flow.atoms[0].height for flow in flows)

    def draw(rect: Rect) -> Iterable[Item]:
        for n, flow in enumerate(flows):
            column, row = (right, n - half) if n >= half else (left, n)
            yield from flow.draw(0, [rect.y + row * pitch], rect.x + column.x)

    notes = tuple(number for flow in flows for number in flow.atoms[0].notes)
    return Piece(solid(half * pitch, galley.width, draw, notes))


def definition(galley: Galley, block: document.Definition) -> Iterator[Piece]:
    """Yield a term and what it means, in a ruled box."""

    def around(rect: Rect) -> Iterable[Item]:
        rule = galley.space("rule")
        yield Shape(rect, stroke=galley.colour("rule"), stroke_width=1.4 * rule)

    def inside(inner: Galley) -> Iterator[Piece]:
        parts = body.run_in(block.term, block.text, "definition", "term")
        yield Piece(inner.paragraph(*parts), keep_next=bool(block.items))
        yield from body.items(inner, block.items, "definition", x=0)

    box = _box(galley, inside, around, galley.space("box-y"))
    yield Piece(box, galley.space("block"), galley.space("block"))


def quote(galley: Galley, block: document.Quote) -> Iterator[Piece]:
    """Yield somebody else's words, stood in, with a bar at their left and their source below."""

    def around(rect: Rect) -> Iterable[Item]:
        yield Shape(_bar(galley, rect), fill=galley.colour("rule"))

    def inside(inner: Galley) -> Iterator[Piece]:
        quoted = inner.under(inner.add("BlockQuote"))
        text = quoted.paragraph((block.text, "quote"), role="quote")
        yield Piece(text, keep_next=bool(block.by))
        if block.by:
            by = inner.paragraph((block.by, "aside"), role="source", breaks="ragged", align="right")
            yield Piece(by)

    box = _box(galley, inside, around, 0, galley.space("quote"))
    yield Piece(box, galley.space("block"), galley.space("block"))


def _bar(galley: Galley, rect: Rect) -> Rect:
    return Rect(rect.x, rect.y, galley.space("bar"), rect.height)


def _box(
    galley: Galley,
    inside: Callable[[Galley], Iterable[Piece]],
    around: Callable[[Rect], Iterable[Item]],
    y: Points,
    x: Points | None = None,
) -> Boxed:
    x = galley.space("box-x") if x is None else x
    return boxed(join(inside(galley.within(galley.width - 2 * x))), around, x, y, galley.width)
