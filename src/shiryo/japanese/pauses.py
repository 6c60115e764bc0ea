"""Pauses: where one would stop for breath reading aloud, as BudouX sees it; loaded when needed."""

from functools import cache, lru_cache
from itertools import accumulate, pairwise
from typing import Any

from shiryo import lazy_re as re

_LONG = 8
"""Characters over which what has no pause is parted by its scripts in a narrow column."""
_HELD = re.compile(
    r"と(?=い[いうえっわ]|し[たて])|に(?=よ[っりる]|つ[いき]|対[しす]|関[しす]|おい|おけ|とって)"
    r"|(?<=[0-9０-９〇一二三四五六七八九十数何])[かヵカケヶ](?=[月国所年社条])"
)
"""Where a particle of two words is one, という, によって; and within 3か月."""
_NUMBER = re.compile(r"[0-9A-Za-z]{2}")
"""What the parser may part, and a line does not."""
_STRETCH = re.compile(r"[ァ-ヺー-ヿ]+[ぁ-ゟ]*|[^ぁ-ゟァ-ヺー-ヿ]+[ぁ-ゟ]*|[ぁ-ゟ]+")
"""Characters of one script and the kana after them."""


def parts(text: str) -> list[str]:
    """Return the stretches that ``text`` is made of; after each a reader would pause."""
    found = [end for end in ends(text) if not _NUMBER.match(text, end - 1)]
    return [text[start:end] for start, end in pairwise([0, *found])]


def stretches(text: str) -> list[str]:
    """Return what of ``text`` is not parted in a narrow column either.

    These are its phrases, and of those that are long what is written in one script.
    """
    return [
        part
        for phrase in parts(text)
        for part in (_STRETCH.findall(phrase) if len(phrase) > _LONG else [phrase])
    ]


@lru_cache(maxsize=16_384)
def ends(text: str) -> tuple[int, ...]:
    """Return where those of ``text`` end; none does within a known particle.

    They are kept for a while: a text is set in many sizes.
    """
    held = {match.end() for match in _HELD.finditer(text)}
    return tuple(end for end in accumulate(map(len, _parser().parse(text))) if end not in held)


@cache
def _parser() -> Any:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()
