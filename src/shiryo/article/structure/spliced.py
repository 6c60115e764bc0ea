"""A line of code within a sentence: …のルートで、 over it and を実行し、… below it are one.

So is a line that is set in as a quotation: …のURLを、 over it and に書き換える below it.
"""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.article.marks import Marked, joined
from shiryo.article.model import Kind
from shiryo.article.structure import torn
from shiryo.article.structure.pieces import Piece

_PROMPT = re.compile(r"^[$%] (?=\S)")
_LONGEST = 80
"""Characters of a line of code that is a word of a sentence."""


def spliced(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those that one sentence runs through as one."""
    made = list[Piece]()
    for each in pieces:
        code = made[-1] if made else None
        if code is None or not _is_word(code) or not _goes_on(each):
            made.append(each)
            continue
        over = made[-2] if len(made) > 1 and _waits(made[-2]) else None
        if code.kind is Kind.QUOTE and over is None:
            made.append(each)
            continue
        run = [*filter(None, (over, code)), each]
        made[len(made) - len(run) + 1 :] = [_one(run)]
    return made


def _is_word(piece: Piece) -> bool:
    text = piece.text.strip()
    kinds = piece.kind is Kind.CODE or (piece.kind is Kind.QUOTE and "。" not in text)
    return kinds and "\n" not in text and 0 < len(text) <= _LONGEST


def _goes_on(after: Piece) -> bool:
    """Tell a paragraph that begins with a particle."""
    return after.block is None and torn.takes_up("語", after.text)


def _waits(piece: Piece) -> bool:
    """Tell a paragraph that its sentence does not end."""
    return piece.block is None and torn.waits(piece.text)


def _one(run: Sequence[Piece]) -> Piece:
    said = [Marked(f"{_PROMPT.sub('', each.text.strip())} ", each.marks) for each in run]
    text = "".join(each.text for each in said).strip().replace("、 ", "、")
    left = tuple(one for each in run for one in each.left)
    first, last = run[0], run[-1]
    return replace(last, text=text, marks=joined(said), first=first.first, left=left)
