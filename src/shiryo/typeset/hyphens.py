"""Where western words may be parted: by pyphen, with a hyphen that is drawn but is not text."""

from functools import cache
from typing import Any

from shiryo import lazy_re as re

WEB = re.compile(
    r"(?<![a-z])[a-z]+://|www\.|(?<![\w.-])[\w.-]+@[\w-]+\.|(?:^|[\w.:])[/\\][\w.-]+[/\\.]",
    re.IGNORECASE,
)
"""A URL, an address or a path: parted at its joints, never by a hyphen."""

_WORD = re.compile(r"(?<![\w\-@&./])[^\W\d_]{5,}(?![\w\-@&/])")
_LEFT, _RIGHT = 2, 3
"""How many letters at least stand before and after a hyphen."""


def points(token: str) -> frozenset[int]:
    """Return the offsets in ``token``, text without spaces, at which a hyphen may part a word.

    Only words in small letters are parted: in Japanese text one with a capital (GENIAC, ChatGPT,
    Microsoft) is a name as a rule. What has a hyphen of its own stays whole too.
    """
    if len(token) < _LEFT + _RIGHT or WEB.search(token):
        return frozenset()
    return frozenset(
        match.start() + at
        for match in _WORD.finditer(token)
        if match[0].isascii() and match[0].islower()
        for at in _positions(match[0])
    )


@cache
def _positions(word: str) -> tuple[int, ...]:
    return tuple(_dictionary().positions(word))


@cache
def _dictionary() -> Any:
    from pyphen import Pyphen

    return Pyphen(lang="en_US", left=_LEFT, right=_RIGHT)
