"""Talk with its speakers, of minutes and interviews, as a dialogue in their own words."""

from collections.abc import Iterator, Sequence

from shiryo.article.model import Block, Kind
from shiryo.drafting.select.parting import parted, reference
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_FEWEST, _MOST, _LONGEST = 2, 12, 102.0
"""Utterances of a talk that slides show, and full-width characters of each."""


def is_talk(block: Block) -> bool:
    """Tell whether somebody who is named says it; a bubble beside prose has no speaker."""
    return block.kind is Kind.DIALOGUE and bool(block.label)


def blocks(said: Sequence[Block]) -> Iterator[model.DialogueBlock]:
    """Yield what is ``said`` in a row; what is long, or a single remark, is for the handout."""
    short = _FEWEST <= len(said) <= _MOST and all(width(b.text) <= _LONGEST for b in said)
    utterances = [
        model.Utterance(speaker=escape(b.label), text=escape(b.text), from_=reference(b))
        for b in said
    ]
    for part in parted(utterances):
        yield model.DialogueBlock(dialogue=part, only=None if short else "handout")
