"""Somebody's words in a paragraph, with who said them in the one below: — 山田、『集まりの本』."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.marks import Marked
from shiryo.article.model import Kind
from shiryo.article.structure.pieces import Piece, piece

_CREDIT = re.compile(r"(?:[—―–]{1,2}|--)\s*(?P<who>[@\w][^。！？!?\n]{2,200})")
_WORK = re.compile(r"^@|[、，,「『“\"（(]")
"""What a credit has besides a name; a name alone signs a letter."""
_ENDED = re.compile(r"[。！？!?」』][)）]?$")


def credited(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a paragraph above the credit of its words as a quotation."""
    made = list(pieces)
    for n, (words, credit) in enumerate(pairwise(pieces)):
        found = _CREDIT.fullmatch(credit.text.strip()) if credit.kind is None else None
        if not (found and _WORK.search(found["who"])):
            continue
        if words.kind is None and _ENDED.search(words.text.strip()):
            made[n] = _of_kind(Kind.QUOTE, words, words.text.strip())
            made[n + 1] = _of_kind(Kind.CITATION, credit, found["who"])
    return made


def _of_kind(kind: Kind, one: Piece, text: str) -> Piece:
    href = next((mark.href for mark in one.marks if mark.href), "") if kind is Kind.CITATION else ""
    said = [Marked(one.text, one.marks)]
    made = piece(kind, text, said, first=one.first, last=one.last, page=one.page, href=href)
    return replace(made, left=one.left)
