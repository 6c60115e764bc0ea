"""What stands below the last rule of a text and no heading: thanks, changes, where to go next."""

from collections.abc import Sequence

from shiryo.article.marks import letters
from shiryo.article.model import Kind
from shiryo.article.structure.pieces import Piece

_SHARE = 0.15
"""Of an article's letters that are such a tail at most."""
_WORDS = (None, Kind.PARAGRAPH, Kind.ITEM, Kind.QUOTE, Kind.CITATION)


def lines(pieces: Sequence[Piece], rule: int) -> frozenset[int]:
    """Return the lines that are no part of the last section, those below the last ``rule``.

    None where that stands right below a heading, or where much follows it.
    """
    heads = [n for n, each in enumerate(pieces) if each.kind is Kind.HEADING]
    after = [n for n, each in enumerate(pieces) if each.first > rule and each.text]
    if not (rule and heads and after and heads[-1] + 1 < after[0]):
        return frozenset()
    sizes = [len(letters(each.text)) for each in pieces]
    small = sum(sizes[n] for n in after) <= _SHARE * sum(sizes)
    if not small or any(pieces[n].kind not in _WORDS for n in after):
        return frozenset()
    return frozenset(range(rule + 1, max(pieces[n].last for n in after) + 1))
