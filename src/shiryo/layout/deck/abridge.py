"""What of a slide is too long for its place: cut there with …, and said in full elsewhere."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from shiryo import document, inline, limits
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.layout.deck.look import Look
from shiryo.layout.text.ellipsis import abridged, shortened
from shiryo.remarks import Remark
from shiryo.units import Points

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
        said = (Remark(line) for text in full for line in inline.plain(text).splitlines())
        return replace(slide, title=title, message=message, notes=(*said, *slide.notes))
    message = message if message == slide.message else ()
    blocks = (document.Prose(tuple(full)), *slide.blocks)
    return replace(slide, title=title, message=message, blocks=blocks)


def problems(slide: document.Slide) -> Iterator[Diagnostic]:
    """Report what stands in full in the handout alone.

    Entries of an agenda do not: each is the title of a slide.
    """
    for block in slide.blocks:
        if not isinstance(block, document.Agenda):
            for whole, kept in _differing(block, _block(block)):
                yield said(whole, kept, slide.line)


def said(whole: str, kept: str, line: int) -> Diagnostic:
    """Report a text of which a slide shows but the beginning."""
    return diagnose("layout.cut", Span("", line) if line else None, text=whole, most=len(kept) - 1)


def _differing(one: Any, other: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts of two like values that differ."""
    if one == other:
        return
    if isinstance(one, str):
        yield one, other
    elif isinstance(one, tuple) and isinstance(one[0], inline.Run):
        yield inline.plain(one), inline.plain(other)
    elif isinstance(one, tuple):
        for pair in zip(one, other, strict=True):
            yield from _differing(*pair)
    elif is_dataclass(one):
        for field in fields(one):
            yield from _differing(getattr(one, field.name), getattr(other, field.name))


def _cut(text: inline.Text, look: Look, name: str) -> inline.Text:
    if len(inline.plain(text)) <= limits.SLIDE_HEAD:
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
            columns = tuple(abridged(column, limits.SLIDE_HEAD) for column in block.columns)
            return replace(
                block, columns=columns, caption=abridged(block.caption, limits.SLIDE_CAPTION)
            )
        case document.Compare():
            sides = tuple(
                replace(s, title=abridged(s.title, limits.SLIDE_HEAD)) for s in block.sides
            )
            return replace(block, sides=sides)
        case document.Definition():
            return replace(block, term=abridged(block.term, limits.SLIDE_HEAD))
        case document.Quote():
            return replace(block, by=abridged(block.by, limits.SLIDE_CAPTION))
        case document.Chart():
            return _chart(block)
        case document.Image():
            caption, credit = (
                abridged(block.caption, limits.SLIDE_CAPTION),
                abridged(block.credit, limits.SLIDE_CAPTION),
            )
            return replace(block, caption=caption, credit=credit)
        case document.Agenda():
            entries = tuple(
                replace(
                    e,
                    title=abridged(e.title, limits.SLIDE_HEAD),
                    brief=abridged(e.brief, limits.SLIDE_HEAD),
                )
                for e in block.entries
            )
            return replace(block, entries=entries)
        case document.References():
            return replace(
                block, entries=tuple(abridged(e, limits.SLIDE_SOURCE) for e in block.entries)
            )
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
        caption=abridged(block.caption, limits.SLIDE_CAPTION),
    )


def _name(text: str) -> str:
    return text if len(text) <= limits.SLIDE_NAME else f"{text[: limits.SLIDE_NAME]}…"
