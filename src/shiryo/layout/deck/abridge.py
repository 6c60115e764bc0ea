"""What of a slide is too long for its place: cut there with …, and said in full elsewhere."""

from dataclasses import replace

from shiryo import document, inline
from shiryo.layout.deck.look import Look
from shiryo.layout.text.ellipsis import abridged, shortened
from shiryo.units import Points

_HEAD, _NAME, _CAPTION, _ENTRY = 100, 60, 200, 600
"""The most characters of a head of a column or a panel, of a name in a chart, of a caption or a
byline, and of an entry of the sources. The handout has them in full."""
_COUNT = "（88/88）"
"""Room for the mark of a title that stands over several pages."""


def fitted(slide: document.Slide, look: Look) -> document.Slide:
    """Return a slide whose title and message have room in their places.

    A title that has none in the smallest type is cut with …, and a message is left out there; both
    are said in full as the first text of the slide, or in the notes of a divider.
    """
    divider = slide.role == "section"
    slide = replace(slide, blocks=tuple(map(_block, slide.blocks)))
    prefix = "section-" if divider else ""
    title = _cut(slide.title, look, f"{prefix}title")
    message = _cut(slide.message, look, f"{prefix}message")
    full = [t for t, cut in ((slide.title, title), (slide.message, message)) if t != cut]
    if not full:
        return slide
    if divider:
        notes = "\n".join(filter(None, [*map(inline.plain, full), slide.notes]))
        return replace(slide, title=title, message=message, notes=notes)
    message = message if message == slide.message else ()
    blocks = (document.Prose(tuple(full)), *slide.blocks)
    return replace(slide, title=title, message=message, blocks=blocks)


def _cut(text: inline.Text, look: Look, name: str) -> inline.Text:
    if len(inline.plain(text)) <= _HEAD:
        return text
    return fit(text, look, name)


def fit(text: inline.Text, look: Look, name: str) -> inline.Text:
    """Return ``text``, or as much of it, with …, as its frame has room for in the smallest type."""
    size = min(look.fixed(name).size, look.theme.deck.sizes[-1])
    style = replace(look.fixed(name), size=size)
    return shortened(
        look.compositor, text, style, look.frame(name).width, _room(look, name), _COUNT
    )


def _room(look: Look, name: str) -> Points:
    """Return how high a title or a message may be: titles grow upwards, messages downwards."""
    frame = look.frame(name)
    rooms = {
        "title": frame.bottom,
        "message": look.frame("content").height / 2,
        "section-message": look.frame("footer").y - frame.y,
    }
    return rooms.get(name, frame.height)


def _block(block: document.Block) -> document.Block:
    """Return a block whose names and captions are no longer than a slide has room for."""
    match block:
        case document.Table():
            columns = tuple(abridged(column, _HEAD) for column in block.columns)
            return replace(block, columns=columns, caption=abridged(block.caption, _CAPTION))
        case document.Compare():
            sides = tuple(replace(s, title=abridged(s.title, _HEAD)) for s in block.sides)
            return replace(block, sides=sides)
        case document.Definition():
            return replace(block, term=abridged(block.term, _HEAD))
        case document.Quote():
            return replace(block, by=abridged(block.by, _CAPTION))
        case document.Chart():
            return _chart(block)
        case document.Image():
            caption, credit = abridged(block.caption, _CAPTION), abridged(block.credit, _CAPTION)
            return replace(block, caption=caption, credit=credit)
        case document.Agenda():
            entries = tuple(
                replace(e, title=abridged(e.title, _HEAD), brief=abridged(e.brief, _HEAD))
                for e in block.entries
            )
            return replace(block, entries=entries)
        case document.References():
            return replace(block, entries=tuple(abridged(e, _ENTRY) for e in block.entries))
    return block


def _chart(block: document.Chart) -> document.Chart:
    categories = tuple(_name(category) for category in block.categories)
    if len(set(categories)) < len(set(block.categories)):
        categories = block.categories
    return replace(
        block,
        categories=categories,
        highlight=tuple(map(_name, block.highlight)),
        series=tuple(replace(series, name=_name(series.name)) for series in block.series),
        unit=_name(block.unit),
        caption=abridged(block.caption, _CAPTION),
    )


def _name(text: str) -> str:
    return text if len(text) <= _NAME else f"{text[:_NAME]}…"
