"""Plain text without any marks → blocks: each recogniser claims its lines, the surest first."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo.article.model import Block, Doubt, Head, Kind
from shiryo.article.structure import masthead, title
from shiryo.article.structure.recognisers import (
    bubbles,
    contacts,
    counted,
    definitions,
    grids,
    heads,
    items,
    leadins,
    letters,
    named,
    paragraphs,
    promotion,
    provisions,
    quotes,
    records,
    sections,
)
from shiryo.article.structure.sheet import Sheet
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Structure:
    """What was found in a text."""

    title: str
    date: str
    blocks: tuple[Block, ...]
    doubts: tuple[Doubt, ...]
    head: Head


RECOGNISERS = (
    promotion.claim_contents,
    promotion.claim_page,
    heads.claim,
    provisions.claim,
    sections.claim_front,
    letters.claim_signature,
    grids.claim,
    quotes.claim,
    bubbles.claim_named,
    definitions.claim,
    items.claim_marked,
    bubbles.claim_bubbles,
    items.claim_labelled,
    records.claim,
    leadins.claim_lost,
    paragraphs.claim_torn,
    sections.claim,
    counted.claim,
    contacts.claim,
    items.claim_rows,
    items.claim_announced,
    promotion.claim,
    leadins.claim,
    paragraphs.claim,
    letters.claim_greeting,
    quotes.claim_abstract,
)


def structure(source: Sequence[str]) -> Structure:
    """Find the blocks of ``source``, one string a line; every line that is not blank is in one."""
    sheet = Sheet(source)
    for claim in RECOGNISERS:
        claim(sheet)
    return found(sheet)


def found(sheet: Sheet, name: str = "") -> Structure:
    """Return what is known of ``sheet`` once all is claimed; ``name`` is a title given apart."""
    whole = name or title.find(sheet)
    date = title.date(sheet, whole)
    doubts = sorted(sheet.doubts, key=lambda doubt: doubt.first)
    short, rest = masthead.parted(whole)
    head = replace(sheet.head, subtitle=rest or sheet.head.subtitle)
    blocks = provisions.provisions(tuple(map(named.led, sheet.blocks)))
    head, blocks = _subtitled(head, blocks)
    return Structure(short, date, blocks, tuple(doubts), head)


def _subtitled(head: Head, blocks: tuple[Block, ...]) -> tuple[Head, tuple[Block, ...]]:
    """Return head and blocks, a heading between waves right below the title as the subtitle."""
    if head.subtitle or len(blocks) <= 1 or blocks[0].level != 1:
        return head, blocks
    above, below = blocks[:2]
    both = above.kind is below.kind is Kind.HEADING
    text = masthead.subtitle(below.text) if both else ""
    if not text:
        return head, blocks
    told = replace(head, subtitle=text, lines=(*head.lines, below.text))
    return told, (above, replace(below, kind=Kind.MASTHEAD, level=0), *blocks[2:])
