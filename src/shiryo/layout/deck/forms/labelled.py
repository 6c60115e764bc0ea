"""Items with a label each: a panel a row, the label in a chip or over the text."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import origins, pages
from shiryo.document import Item
from shiryo.inline import Run, Text, origin
from shiryo.layout.deck.forms.rows import Column, Decorate, Rows, RowStyle, Spot
from shiryo.layout.deck.levels import over
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.messages import wording
from shiryo.units import Points, Rect


def panels(items: Sequence[Item], look: Look, width: Points) -> Rows:
    """Return items as panels: a chip with the title, beside it the text."""
    inset, chip = look.space("panel-x"), look.space("chip-x")
    style = look.type("chip")
    widest = max((look.compositor.snug(i.title, style) for i in items if i.title), default=0)
    beside = widest <= width * look.em("chip-most")
    rows = list[Sequence[Column]]()
    for item in items:
        if not beside or not item.title:
            x = inset
            column = Column(
                x, width - inset - x, [*_over(item, look)], "list", wording("objects.item")
            )
            rows.append([column])
            continue
        x = inset + widest + 2 * chip + look.space("chip-gap")
        label = Column(
            inset + chip, widest, [_chip(item.title, look)], "label", wording("objects.heading"), ""
        )
        label = replace(label, chip=look.colour("accent"))
        text = Column(x, width - inset - x, text_of(item, look), "list", wording("objects.item"))
        rows.append([label, text])
    style_ = RowStyle(
        look.space("panel-y") * min(1, look.body / look.theme.deck.type["body"].size),
        look.space("panel-y-most"),
        look.space("panel-gap"),
        look.space("panel-gap-most"),
    )
    return Rows(look, rows, style_, _panel(look, bar=not beside))


def terms(
    entries: Sequence[tuple[Text, Sequence[Para]]],
    look: Look,
    width: Points,
    *,
    boxed: bool = False,
    limit: str = "rows",
) -> Rows:
    """Return terms with what is said of them: hairlines between, or a box around each."""
    rows, style = term_rows(entries, look, width, boxed=boxed, limit=limit)
    return Rows(look, rows, style, _box(look) if boxed else hairline(look))


def term_rows(
    entries: Sequence[tuple[Text, Sequence[Para]]],
    look: Look,
    width: Points,
    *,
    boxed: bool = False,
    limit: str = "rows",
) -> tuple[list[list[Column]], RowStyle]:
    """Return terms with what is said of them as rows of columns, and the room around them."""
    inset = look.space("term-x") if boxed else 0
    gap, style = look.space("term-gap"), look.type("term")
    natural = [look.compositor.snug(term, style) for term, _ in entries]
    most = (width - 2 * inset) * look.em("term-most")
    first = min(max(natural, default=0), most)
    x = inset + first + gap
    rows = [
        [
            Column(inset, first, [Para(term, style)], "label", wording("objects.term")),
            Column(x, width - inset - x, paras, "paragraph", wording("objects.term-text")),
        ]
        if term
        else [Column(inset, width - 2 * inset, paras, "paragraph", wording("objects.term-text"))]
        for term, paras in entries
    ]
    kind = "box" if boxed else "term"
    style_ = RowStyle(
        look.space(f"{kind}-y"),
        look.space(f"{kind}-y-most"),
        look.space("box-gap") if boxed else 0,
        look.space("box-gap-most") if boxed else 0,
        limit,
        "term",
    )
    return rows, style_


def hairline(look: Look) -> Decorate:
    """Return what draws a hairline under each row."""

    def draw(spot: Spot) -> Sequence[pages.Item]:
        n, frame = spot.n, spot.frame
        rule = Rect(frame.x, frame.bottom - look.space("rule"), frame.width, look.space("rule"))
        return [pages.Shape(rule, fill=look.colour("rule"), name=wording("objects.rule", n=n + 1))]

    return draw


def text_of(item: Item, look: Look, name: str = "body") -> list[Para]:
    """Return text, note and lower items as paragraphs, the text in the type ``name``."""
    style, low = look.type(name), look.type("body2").size
    paras = [Para(item.text, style)] if item.text or not (item.note or item.items) else []
    if item.note:
        paras.append(Para(item.note, look.type("note"), before=low * look.em("sub")))
    return [*paras, *_lower(item.items, look, 1)]


def _lower(items: Sequence[Item], look: Look, level: int, left: Points = 0) -> Iterator[Para]:
    """Yield items of a lower level and those below: each under its dash or number, and title."""
    low = look.type("body2" if level == 1 else "body3")
    dash = low.size * look.em("dash")
    hang = dash + over(look, items, low, dash)
    for item in items:
        yield from _one(item, look, level, low, left + hang, hang)
        yield from _lower(item.items, look, level + 1, left + hang)


def _one(
    item: Item, look: Look, level: int, low: Style, indent: Points, hang: Points
) -> Iterator[Para]:
    before = low.size * look.em("sub")
    blank = Run("　", origin=origin(item.title))
    title = (*(replace(r, strong=True) for r in item.title), blank) if item.title else ()
    yield Para(
        (*title, *item.text),
        low,
        before=before,
        level=level,
        bullet=f"{item.number}." if item.number else look.labels.dash,
        indent=indent,
        hang=hang,
        bullet_origin=origins.NUMBER if item.number else origins.label("dash"),
    )
    if item.note:
        yield Para(item.note, look.type("note"), before=before, indent=indent)


def _over(item: Item, look: Look) -> list[Para]:
    title = [Para(item.title, look.type("lead"))] if item.title else []
    return [*title, *text_of(item, look)]


def _chip(text: Text, look: Look) -> Para:
    return Para(text, look.on_dark(look.type("chip")), align="center")


def _panel(look: Look, *, bar: bool) -> Decorate:
    def draw(spot: Spot) -> Sequence[pages.Item]:
        n, frame = spot.n, spot.frame
        panel = pages.Shape(
            frame, fill=look.colour("surface"), name=wording("objects.panel", n=n + 1)
        )
        if not bar:
            return [panel]
        edge = Rect(frame.x, frame.y, look.space("edge"), frame.height)
        return [
            panel,
            pages.Shape(edge, fill=look.colour("accent"), name=wording("objects.edge", n=n + 1)),
        ]

    return draw


def _box(look: Look) -> Decorate:
    def draw(spot: Spot) -> Sequence[pages.Item]:
        n, frame = spot.n, spot.frame
        stroke, width = look.colour("rule"), look.space("rule")
        return [
            pages.Shape(
                frame, stroke=stroke, stroke_width=width, name=wording("objects.box", n=n + 1)
            )
        ]

    return draw
