"""Blocks that are set as lines: prose, lists, steps, timelines, dialogues, glossary, sources."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from shiryo import document, inline, pages
from shiryo.layout.handout.setting.atom import Piece
from shiryo.layout.handout.setting.galley import Galley, Marker, Part
from shiryo.typeset.model import Breaks
from shiryo.units import Points

_WIDEST = 100
"""Among how many numbers, the last ones of a list, its widest is."""


def prose(galley: Galley, block: document.Prose) -> Iterator[Piece]:
    """Yield justified paragraphs, their first lines indented (JLREQ 3.5.1)."""
    for text in block.paragraphs:
        flow = galley.paragraph((text, "body"), first_indent=galley.space("indent"), seat=True)
        yield Piece(flow, galley.space("paragraph"), galley.space("paragraph"))


def bullets(galley: Galley, block: document.Bullets) -> Iterator[Piece]:
    """Yield a list; its items are numbered where it says so."""
    yield from spread(galley, items(galley, block.items, "body", block.numbers))


def items(
    galley: Galley,
    found: Sequence[document.Item],
    type_: str,
    numbers: Sequence[int] = (),
    x: Points | None = None,
    depth: int = 0,
) -> Iterator[Piece]:
    """Yield the items of a list, with their ``numbers`` if any, each with those below it."""
    x = galley.space("list-indent") if x is None else x
    gap = galley.space("item")
    last = max(numbers, default=0)
    listed = galley.listing("Decimal" if last else "Disc")
    hang = _hang(galley, last) if last else galley.space("bullet")
    for item, n in zip_longest(found, numbers):
        parts = [*run_in(item.title, item.text, type_), *_aside(item.note)]
        bullet = galley.label("dash" if depth else "dot")
        mark = (galley.numeral(n), "number") if n else (bullet, type_)
        label, text = listed.item()
        flow = galley.paragraph(
            *parts,
            role="list",
            x=x,
            marker=Marker(*mark, hang, label),
            seat=type_ == "body",
            element=text,
        )
        yield Piece(flow, gap, gap, keep_next=bool(item.items))
        below = [each.number for each in item.items]
        yield from items(galley.under(text), item.items, type_, below, x + hang, depth + 1)


def _hang(galley: Galley, last: int) -> Points:
    """Return how far before their text the numbers of items up to ``last`` stand."""
    numbers = range(max(1, last + 1 - _WIDEST), last + 1)
    widest = max(galley.natural(galley.numeral(n), "number") for n in numbers)
    return max(galley.space("number"), widest + galley.style("number").size / 2)


def run_in(title: inline.Text, text: inline.Text, type_: str, lead: str = "") -> list[Part]:
    """Return a title, bold or in the type ``lead``, and the text that goes on after it."""
    if not title:
        return [(text, type_)]
    bold = title if lead else tuple(replace(run, strong=True) for run in title)
    after = [((inline.Run("　", origin=inline.origin(title)), *text), type_)] if text else []
    return [(bold, lead or type_), *after]


def _aside(note: inline.Text) -> list[Part]:
    return [((inline.Run("　", origin=inline.origin(note)), *note), "aside")] if note else []


def steps(galley: Galley, block: document.Steps) -> Iterator[Piece]:
    """Yield numbered steps; the title of the one that is under way is in the accent colour."""
    made, listed = [], galley.listing("Decimal")
    hang = _hang(galley, block.start + len(block.items) - 1)
    for n, step in enumerate(block.items, block.start):
        label, text = listed.item()
        flow = galley.paragraph(
            *run_in(step.title, step.text, "body", "number" if step.now else ""),
            role="list",
            x=galley.space("list-indent"),
            marker=Marker(galley.numeral(n), "number", hang, label),
            seat=True,
            element=text,
        )
        made.append(Piece(flow, galley.space("item"), galley.space("item")))
    yield from spread(galley, made)


def timeline(galley: Galley, block: document.Timeline) -> Iterator[Piece]:
    """Yield events, their dates in a column at the left."""
    rows = [(event.date, event.text) for event in block.events]
    yield from spread(galley, _rows(galley.listing(), rows, "number", "body", 0.3))


def dialogue(galley: Galley, block: document.Dialogue) -> Iterator[Piece]:
    """Yield what is said, the speakers in a column at the left."""
    rows = [(u.speaker, u.text) for u in block.utterances]
    yield from spread(galley, _rows(galley.listing(), rows, "lead", "body", 0.25))


def glossary(galley: Galley, block: document.Glossary) -> Iterator[Piece]:
    """Yield terms in a column at the left, each beside what it means."""
    rows = [(term.term, term.text) for term in block.terms]
    yield from spread(galley, _rows(galley.listing(), rows, "term", "definition", 0.3))


def references(galley: Galley, block: document.References) -> Iterator[Piece]:
    """Yield numbered sources."""
    rows = [(galley.numeral(n), entry) for n, entry in enumerate(block.entries, 1)]
    made = _rows(
        galley.listing("Decimal"),
        rows,
        "source-number",
        "source",
        0.1,
        role="source",
        breaks="ragged",
    )
    yield from spread(galley, made)


def _rows(
    galley: Galley,
    rows: Sequence[tuple[inline.Text, inline.Text]],
    head: str,
    type_: str,
    most: float,
    role: pages.Role = "list",
    breaks: Breaks = "justify",
) -> Iterator[Piece]:
    """Yield the items of the galley's list; ``most`` limits the share of their markers."""
    galley.notes.meet(text for row in rows for text in row)
    wide = max((galley.natural(marker, head) for marker, _ in rows if marker), default=0)
    gap = galley.space("column")
    x = galley.space("list-indent")
    wide = min(wide + 0.1, most * galley.width)
    for marker, text in rows:
        label, body = galley.item()
        before = None
        if marker:
            before = galley.strip([(marker, head)], x, wide, "ragged", element=label)
        flow = galley.beside(
            before,
            (text, type_),
            x + wide + gap,
            role,
            breaks,
            seat=type_ == "body",
            element=body,
        )
        yield Piece(flow, galley.space("item"), galley.space("item"))


def spread(galley: Galley, pieces: Iterator[Piece] | Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces of a list with space around it; no item stands alone."""
    found = list(pieces)
    last = len(found) - 1
    for n, piece in enumerate(found):
        above = galley.space("list") if n == 0 else piece.above
        below = galley.space("list") if n == last else piece.below
        keep = piece.keep_next or n == 0 < last or n == last - 1
        yield Piece(piece.flow, above, below, keep, piece.marks, yields=not piece.keep_next)
