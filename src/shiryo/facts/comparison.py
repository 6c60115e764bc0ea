"""A statement beside the sentence that it was made from: what it denies or reports otherwise.

Facts are looked up wherever they stand; whether something is denied, expected, reported or limited
(以上, だけ) depends on its place. So the sentence of the cited lines that is nearest by its letters
is laid beside the statement, the clauses that the statement leaves out are left out of it, and the
marks of the two are compared. A statement in words of its own has no such sentence: no judgement.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Literal

from shiryo.facts import modality
from shiryo.facts.bearings import PART, SAYS, bearings, reports
from shiryo.japanese.quantities import half

Kind = Literal["negation", "modality", "voice", "bound"]
_NEAR = 0.65
"""Share of the statement's pairs of letters that the sentence has too."""
_CLAUSE = 9
"""Letters from which on something left out can be a clause."""
_SENTENCE = re.compile(r"[^。！？!?\n]+")
_WEIGHT = {"expected", "possible", "planned", "needed", "wished", "aimed"}
_BRACKET = re.compile(r"\([^()]*\)")
_SPACE = re.compile(r"\s+")
_QUOTED = re.compile(r"「.+」")
"""Somebody's words; whose they are stands beside them."""


def otherwise(statement: str, cited: str) -> Iterator[tuple[Kind, str]]:
    """Yield what of ``statement`` differs from the sentence of ``cited`` that it was made from."""
    for said in sentences(statement):
        meant = "" if said in _verbatim(cited) else _nearest(said, cited)
        if meant and meant != said:
            yield from _compared(said, meant)


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` without spaces, in half-width letters."""
    return [bare for s in _SENTENCE.findall(half(text)) if (bare := _SPACE.sub("", s))]


@cache
def _candidates(cited: str) -> tuple[tuple[str, frozenset[str]], ...]:
    found = dict.fromkeys((*sentences(cited), *sentences(modality.unwrapped(cited))))
    return tuple((sentence, _pairs(sentence)) for sentence in found)


@cache
def _verbatim(cited: str) -> frozenset[str]:
    """Return the sentences of ``cited``; what is one of them says nothing otherwise."""
    return frozenset(sentence for sentence, _ in _candidates(cited))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def _nearest(said: str, cited: str) -> str:
    pairs = _pairs(said)
    shares = [(len(pairs & there) / max(1, len(pairs)), s) for s, there in _candidates(cited)]
    share, sentence = max(shares, default=(0.0, ""), key=lambda pair: (pair[0], -len(pair[1])))
    return sentence if share >= _NEAR else ""


def _compared(said: str, meant: str) -> Iterator[tuple[Kind, str]]:
    if not (_QUOTED.fullmatch(said) or reports(said)) and _reported(said, meant):
        yield "voice", said
    here, there = bearings(said), bearings(_left(said, meant))
    for mark in sorted(here.keys() | there.keys()):
        if here[mark] != there[mark] and (kind := _kind(mark, added=here[mark] > there[mark])):
            yield kind, said


def _kind(mark: str, *, added: bool) -> Kind | None:
    if mark == "denied":
        return "negation"
    if mark in _WEIGHT:
        return "modality"
    if mark in ("voice", "reported", "condition", "多"):
        return None
    return "bound" if added or PART.fullmatch(mark) else None


def _reported(said: str, meant: str) -> bool:
    """Tell whether ``meant`` says who says so, before or after what ``said`` says of it."""
    end = meant.rfind(said[-4:-1])
    says = SAYS.search(meant)
    return bool(modality.ACCORDING.search(meant[: end + 1]) or (says and end + 12 >= says.start()))


def _left(said: str, meant: str) -> str:
    """Return ``meant`` without the clauses that ``said`` leaves out, its last predicate whole."""
    matcher = SequenceMatcher(None, meant, said, autojunk=False)
    blocks = [b for b in matcher.get_matching_blocks() if b.size > 1]
    kept: list[str] = []
    for block, following in pairwise(blocks):
        end = block.a + block.size
        kept.append(meant[block.a : end])
        gap = meant[end : following.a]
        kept.append("" if len(gap) >= _CLAUSE or _BRACKET.fullmatch(gap) else gap)
    last = blocks[-1]
    tail = meant[last.a + last.size :]
    whole = said[last.b + last.size :] == ""
    predicate = modality.TAIL.match(tail) if whole else None
    kept += [meant[last.a : last.a + last.size], predicate[0] if predicate else ""]
    return "".join(kept) + ("" if whole else tail[: _CLAUSE + 3])
