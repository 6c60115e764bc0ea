"""Slide layouts: what pages share, and which placeholders they fill.

Those that a person finds in the menu are always there. A page whose text stands otherwise in its
placeholders, which forms and the size of type decide, is on a layout of its own kind that is like
it: so nothing on it moves when a person resets the slide. Pages that are alike share it.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import count

from shiryo import pages
from shiryo.layout.deck.levels import list_style, plain
from shiryo.layout.deck.look import ANCHORS, Look
from shiryo.messages import wording
from shiryo.pages import LayoutPlaceholder
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_OBJECT = 0.55
"""The share of the room that a picture or a chart has beside text or over it."""
_STATEMENTS = 2
"""On panels of one page, at most; more boxes of text under rules are a comparison."""
_HEAD = ("title", "message")
_FOOT = ("source", "date", "footer", "number")


@dataclass(frozen=True, slots=True)
class _Sort:
    """A sort of layout."""

    name: str
    kind: str
    """To an office program (ECMA-376-1 § 19.7.15)."""
    head: tuple[pages.Placeholder, ...] = ("title", "message")
    foot: tuple[pages.Placeholder, ...] = ("source", "date", "footer", "number")


_BARE: tuple[pages.Placeholder, ...] = ("date", "footer", "number")
_SORTS = (
    _Sort("cover", "title", (), ()),
    _Sort("agenda", "obj"),
    _Sort("section", "secHead", (), _BARE),
    _Sort("content", "obj"),
    _Sort("two", "twoObj"),
    _Sort("compare", "twoTxTwoObj"),
    _Sort("picture", "picTx"),
    _Sort("beside", "objTx"),
    _Sort("stacked", "objOverTx"),
    _Sort("statement", "tx"),
    _Sort("visual", "cust"),
    _Sort("title", "titleOnly", ("title",)),
    _Sort("blank", "blank", (), _BARE),
)


def layouts(look: Look) -> tuple[pages.Layout, ...]:
    """Return the slide layouts of a theme that a person finds in the menu."""
    return tuple(
        pages.Layout(
            sort.name,
            wording(f"objects.layout.{sort.name}"),
            tuple(_placeholders(look, sort)),
            tuple(_decoration(look, sort.name)),
            sort.kind,
        )
        for sort in _SORTS
    )


def settled(
    drawn: Sequence[pages.Page], look: Look
) -> tuple[tuple[pages.Layout, ...], list[pages.Page]]:
    """Return the layouts of a deck, and its pages each on one that is like it."""
    made = {layout.name: layout for layout in layouts(look)}
    known = {_key(layout): layout.name for layout in made.values()}
    there, placed = [*made.values()], list[pages.Page]()
    counts = dict.fromkeys(made, 1)
    for page in drawn:
        own = _like(page, made[page.layout])
        key = _key(own)
        if key not in known:
            counts[page.layout] = nth = counts[page.layout] + 1
            title = _titled(own, made[page.layout], {layout.title for layout in there})
            there.append(replace(own, name=f"{own.name}-{nth}", title=title))
            known[key] = there[-1].name
        placed.append(replace(page, layout=known[key]))
    order = [sort.name for sort in _SORTS]
    there.sort(key=lambda layout: order.index(layout.name.partition("-")[0]))
    return tuple(there), placed


def sort(page: Sequence[pages.Item], role: str, width: Points) -> str:
    """Return the name of the layout that a page with these items is to be like.

    ``width`` is that of all its content.
    """
    boxes = [i for i in page if isinstance(i, pages.TextBox) and i.placeholder]
    filled = [box.placeholder for box in boxes]
    free = any(not isinstance(i, pages.TextBox) or not i.placeholder for i in page)
    grounds = any(isinstance(i, pages.Shape) and i.ground for i in page)
    bodies = filled.count("body")
    if role in ("cover", "section", "agenda"):
        return role
    if not bodies:
        return "visual" if "message" in filled else "title"
    if "heading" in filled or (grounds and bodies > _STATEMENTS):
        return "compare"
    if grounds:
        return "statement"
    if free and all(box.frame.width >= width for box in boxes if box.placeholder == "body"):
        return "stacked"
    if free:
        return "picture" if any(isinstance(i, pages.Picture) for i in page) else "beside"
    return "content" if bodies == 1 else "two"


def _titled(layout: pages.Layout, base: pages.Layout, taken: Container[str]) -> str:
    """Return a name for a layout that is like another: what is its own, else a number."""
    parts = list[str]()
    lost = {item.kind for item in base.placeholders} - {item.kind for item in layout.placeholders}
    if "message" in lost:
        parts.append(wording("objects.layout.no-message"))
    if "body" in lost:
        parts.append(wording("objects.layout.table"))
    for item in layout.placeholders:
        if item.kind == "body":
            first = item.level(0)
            parts.append(wording("objects.layout.size", size=f"{first.size:g}"))
            counted = first.bullet[:1].isdecimal()
            kind = "counted" if counted else "" if first.bullet else "prose"
            parts += [wording(f"objects.layout.{kind}")] if kind else []
            break
    joint = wording("objects.layout.joint")
    title = wording("objects.layout.own", name=layout.title, said=joint.join(parts))
    found = title if parts else layout.title
    numbered = (wording("objects.layout.another", name=found, n=n) for n in count(2))
    return found if found not in taken else next(name for name in numbered if name not in taken)


def _key(layout: pages.Layout) -> object:
    return layout.kind, layout.placeholders, layout.decoration


def _like(page: pages.Page, layout: pages.Layout) -> pages.Layout:
    """Return a layout with the placeholders of text that a page has, where they are on it."""
    boxes = [i for i in page.items if isinstance(i, pages.TextBox) and i.levels]
    texts = [i for i in page.items if isinstance(i, pages.TextBox) and i.placeholder]
    shown = {text.placeholder: text for text in texts if not text.levels}
    standing = tuple(_standing_as(item, shown.get(item.kind)) for item in layout.placeholders)
    if not (boxes or page.ground) and layout.kind not in ("obj", "titleOnly"):
        return replace(layout, placeholders=standing)
    prompts = {item.kind: item.prompt for item in layout.placeholders}
    own = [
        LayoutPlaceholder(
            box.placeholder or "body",
            box.frame,
            box.levels,
            box.anchor,
            prompts.get(box.placeholder or "body", ""),
        )
        for box in boxes
    ]
    head = [item for item in standing if item.kind in _HEAD and item.kind in shown]
    foot = [item for item in standing if item.kind in _FOOT]
    decoration = tuple(replace(shape, ground=False) for shape in page.ground)
    rule = layout.decoration[:1]
    return replace(layout, placeholders=(*head, *own, *foot), decoration=(*rule, *decoration))


def _standing_as(item: LayoutPlaceholder, box: pages.TextBox | None) -> LayoutPlaceholder:
    """Return a placeholder of a title, a message or a source as it is on a page."""
    sizes = {run.size for paragraph in box.paragraphs for run in paragraph.runs} if box else set()
    if box is None or len(sizes) != 1:
        return item
    (first,), (size,) = item.levels, sizes
    return replace(item, frame=box.frame, levels=(replace(first, size=size),))


def _placeholders(look: Look, sort: _Sort) -> Iterator[LayoutPlaceholder]:
    own = {"cover": _cover, "section": _section}.get(sort.name)
    yield from own(look) if own else ()
    yield from (_standing(look, kind) for kind in sort.head)
    yield from _content(look, sort.name)
    yield from (_standing(look, kind) for kind in sort.foot)


def _standing(
    look: Look, kind: pages.Placeholder, frame: str = "", prompt: str = ""
) -> LayoutPlaceholder:
    """Return a placeholder that stands in a frame of the theme."""
    frame = frame or kind
    style = look.fixed("footer" if kind == "date" else frame)
    return LayoutPlaceholder(
        kind,
        look.frame(frame),
        plain(style, "right" if kind == "number" else "left"),
        ANCHORS.get(frame, "top"),
        prompt or wording(f"objects.prompt.{kind}"),
    )


def _cover(look: Look) -> Iterator[LayoutPlaceholder]:
    yield _standing(look, "title", "cover-title")
    yield _standing(look, "subtitle", "cover-subtitle")
    yield _standing(look, "label", "cover-label")
    yield _standing(look, "byline", "cover-byline")


def _section(look: Look) -> Iterator[LayoutPlaceholder]:
    yield _standing(look, "title", "section-title")
    yield _standing(look, "message", "section-message")


def _content(look: Look, name: str) -> Iterator[LayoutPlaceholder]:
    """Yield the placeholders between message and source."""
    whole, gap = look.frame("content"), look.space("compare-gap")
    left, right = whole.columns(2, gap)
    if name in ("content", "agenda"):
        yield _body(look, whole)
    elif name == "two":
        yield from (_body(look, left), _body(look, right))
    elif name == "compare":
        head = _head(look)
        for at in (left, right):
            yield _heading(look, replace(at, height=head))
            yield _body(look, at.below(head + 2 * look.space("compare-y")))
    elif name in ("picture", "beside"):
        kind: pages.Placeholder = "picture" if name == "picture" else "object"
        width = whole.width * _OBJECT
        yield _object(look, kind, replace(whole, width=width))
        x = whole.x + width + gap
        yield _body(look, Rect(x, whole.y, whole.right - x, whole.height))
    elif name == "stacked":
        height = whole.height * _OBJECT
        yield _object(look, "object", replace(whole, height=height))
        yield _body(look, whole.below(height + look.space("block")))
    elif name == "statement":
        yield _statement(look)


def _body(look: Look, frame: Rect) -> LayoutPlaceholder:
    levels = list_style(look, look.labels.square).levels
    return LayoutPlaceholder("body", frame, levels, "top", wording("objects.prompt.body"))


def _object(look: Look, kind: pages.Placeholder, frame: Rect) -> LayoutPlaceholder:
    return replace(_body(look, frame), kind=kind, prompt=wording(f"objects.prompt.{kind}"))


def _heading(look: Look, frame: Rect) -> LayoutPlaceholder:
    style, prompt = look.type("compare-title"), wording("objects.prompt.heading")
    return LayoutPlaceholder("heading", frame, plain(style), "bottom", prompt)


def _statement(look: Look) -> LayoutPlaceholder:
    style = look.at(look.theme.deck.sizes[0]).type("statement")
    frame = _panel(look).inset(look.space("statement-x"), 0)
    return LayoutPlaceholder("body", frame, plain(style), "middle", wording("objects.prompt.body"))


def _panel(look: Look) -> Rect:
    return replace(look.frame("content"), height=look.space("statement-most"))


def _head(look: Look) -> Points:
    style = look.type("compare-title")
    return style.size * style.leading


def _decoration(look: Look, name: str) -> Iterator[pages.Shape]:
    accent = look.colour("accent")
    if name in ("cover", "section"):
        yield _bar(look, f"{name}-bar")
    elif name != "blank":
        yield _bar(look, "title-rule")
    if name == "statement":
        panel = _panel(look)
        yield pages.Shape(panel, fill=look.colour("surface"), name=wording("objects.panel", n=1))
        edge = replace(panel, width=look.space("edge"))
        yield pages.Shape(edge, fill=accent, name=wording("objects.edge", n=1))
    if name == "compare":
        whole, height = look.frame("content"), look.space("head-rule")
        y = whole.y + _head(look) + look.space("compare-y") / 2
        for n, at in enumerate(whole.columns(2, look.space("compare-gap")), 1):
            rule, said = Rect(at.x, y, at.width, height), wording("objects.compare-rule", n=n)
            yield pages.Shape(rule, fill=accent, name=said)


def _bar(look: Look, frame: str) -> pages.Shape:
    name = wording(f"objects.{frame}")
    return pages.Shape(look.frame(frame), fill=look.colour("accent"), name=name)
