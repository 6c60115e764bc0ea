"""Preformatted text that is no code: sentences (questions, answers), and trees of folders."""

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure import trees
from shiryo.article.structure.pieces import Piece, piece

_SENTENCE = re.compile(r"[。！？?][)）」]?$")
_JAPANESE = re.compile(r"[ぁ-んァ-ヴー一-龠]")
_LETTER = re.compile(r"[^\W_]")
_CODE = re.compile(r"^\s*(?://|#|/\*|\*|<|\$|>|--|[{}\[\]()])|[;{}]\s*$|^\s*\S+\s*=[^=]")
_SHARE, _ENDED = 0.7, 0.5
"""Of the letters that are Japanese, and of the lines that end as a sentence does."""


def pieces(text: str, first: int = 0, last: int = 0) -> list[Piece]:
    """Return what preformatted ``text`` says: a tree as a list, code as it is, sentences as text.

    ``first`` and ``last``: the lines of the source that it takes, 0 where a piece is a line.
    """
    said = {n: line.strip() for n, line in enumerate(text.split("\n")) if line.strip()}
    if _is_prose([*said.values()]):
        places = {n: first + n if first else 0 for n in said}
        return [Piece(line, first=places[n], last=places[n]) for n, line in said.items()]
    return trees.branches(text, first) or [piece(Kind.CODE, text, first=first, last=last)]


def _is_prose(said: list[str]) -> bool:
    """Tell sentences from code, in which a remark may be one, too."""
    letters = _LETTER.findall("".join(said))
    own = sum(_JAPANESE.match(letter) is not None for letter in letters)
    ended = sum(_SENTENCE.search(line) is not None for line in said)
    whole = own >= _SHARE * len(letters) and ended >= _ENDED * len(said)
    return ended > 1 and whole and not any(map(_CODE.search, said))
