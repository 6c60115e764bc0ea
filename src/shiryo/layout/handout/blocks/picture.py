"""Charts and pictures, with their numbers and captions below."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from shiryo import document, inline, origins
from shiryo.layout.chart import ChartStyle, chart, parts, shades
from shiryo.layout.handout.setting.atom import Piece, join
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.solid import Solid, boxed, solid
from shiryo.layout.pictures import LARGEST
from shiryo.pages import Item, Picture, Shade
from shiryo.units import Rect

_BAND = 2.4
"""Height of a bar with its gap, as a multiple of the labels' size …"""
_DENSE = 1.6
"""… and that where there are many."""
_MOST = 2
"""How high a chart may be at most, as a multiple of a picture."""


def drawn(galley: Galley, block: document.Chart, name: str) -> Iterator[Piece]:
    """Yield a chart as wide as the column, of very many bars in parts."""
    most = Rect(0, 0, galley.width, _MOST * galley.space("image"))
    made = parts(block, most, _style(galley), galley.compositor)
    for n, part in enumerate(made, 1):
        again = galley.label("again", n=n, total=len(made)) if n > 1 and part.caption else ()
        yield from _drawn(galley, replace(part, caption=(*part.caption, *again)), name)


def _drawn(galley: Galley, block: document.Chart, name: str) -> Iterator[Piece]:
    style = _style(galley)
    height = galley.space("chart")
    if block.kind == "bar":
        group = len(block.series) if block.stack == "none" else 1
        bands = len(block.categories) * max(1, group * 0.7)
        height = bands * _BAND * style.label.size + (30 if len(block.series) > 1 else 0)
        dense = len(block.categories) * _DENSE * style.label.size
        height = min(height, max(galley.space("image"), dense))

    both = galley.under(galley.add("Div"))
    element = both.add("Figure", alt=block.alt)

    def draw(rect: Rect) -> Iterable[Item]:
        yield chart(block, rect, style, galley.compositor, element)

    figure = solid(min(height, _MOST * galley.space("image")), galley.width, draw)
    yield from _captioned(both, figure, block.caption, (), name)


def image(galley: Galley, block: document.Image, name: str) -> Iterator[Piece]:
    """Yield a picture, as large as column, theme and its pixels allow."""
    width, height = block.size
    scale = min(galley.width / width, galley.space("image") / height, LARGEST)
    size = Rect(0, 0, width * scale, height * scale)

    both = galley.under(galley.add("Div"))
    element = both.add("Figure", alt=block.alt)

    def draw(rect: Rect) -> Iterable[Item]:
        at = Rect(rect.x, rect.y, size.width, size.height)
        yield Picture(at, block.data, block.alt, element=element)

    figure = solid(size.height, galley.width, draw)
    yield from _captioned(both, figure, block.caption, block.credit, name)


def _captioned(
    galley: Galley, figure: Solid, caption: inline.Text, credit: inline.Text, name: str
) -> Iterator[Piece]:
    """Yield a figure and, kept with it, its number and caption, and who it comes from."""
    space, gap = galley.space("block"), galley.space("caption")
    called = inline.Run(name + "　", origin=origins.label("figure"))
    below = [((called, *caption), "caption")] if caption else []
    if credit:
        below.append((credit, "credit"))
    pieces = [Piece(figure, 0, gap, keep_next=bool(below))]
    for n, (text, type_) in enumerate(below):
        last = n == len(below) - 1
        element = galley.add("Caption" if type_ == "caption" else "P")
        flow = galley.paragraph((text, type_), role="caption", breaks="phrase", element=element)
        pieces.append(Piece(flow, keep_next=not last))
    whole = boxed(join(pieces), lambda _rect: (), 0, 0, galley.width)
    floats = galley.parent if galley.theme.handout.floats else None
    yield Piece(whole, space, space, listed=True, floats=floats)


def _style(galley: Galley) -> ChartStyle:
    label = galley.style("chart")
    size, shares = label.size, galley.theme.handout.chart
    return ChartStyle(
        label=label,
        value=label,
        sizes=tuple(size * share for share in shares.sizes),
        axis=galley.colour("muted"),
        axis_width=galley.space("rule"),
        grid=galley.colour("rule"),
        shades=shades(galley.theme),
        muted=Shade(galley.colour("muted")),
        paper=galley.colour("paper"),
        bar=shares.bar,
        gap=size * shares.gap,
        label_most=shares.names,
        line_width=size * shares.line,
        dot=size * shares.dot,
        unit=galley.labels.unit,
    )
