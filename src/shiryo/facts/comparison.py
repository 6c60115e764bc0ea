"""A statement beside the sentence that it was made from: what it denies or reports otherwise.

Facts are looked up wherever they stand; whether something is denied, expected, reported or limited
(以上, だけ) depends on its place. So the sentence of the cited lines that is nearest by its letters
is laid beside the statement, the clauses that the statement leaves out are left out of it, and the
marks of the two are compared. A statement in words of its own has no such sentence: no judgement.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.facts import losses, modality
from shiryo.facts.bearings import PART, SAYS, bearings, reports
from shiryo.japanese.quantities import half
from shiryo.japanese.sentences import STOPS, split
from shiryo.japanese.words import words

Kind = Literal["negation", "modality", "voice", "bound"] | losses.Kind
_KEPT = 4096
"""How many pairs of letters are remembered."""
_TEXTS = 1024
"""How many cited texts are: what is known of them takes many times the room of the text."""
_NEAR = 0.65
"""Share of the statement's pairs of letters that the sentence has too."""
_CLAUSE = 9
"""Letters from which on something left out can be a clause."""
_WEIGHT = {"expected", "possible", "planned", "needed", "wished", "aimed"}
_BRACKET = re.compile(r"\([^()]*\)")
_SPACE = re.compile(r"\s+")
_BARE_WORDS = ("する", "いる", "ある", "なる", "こと", "もの")
_QUOTED = re.compile(r"「.+」")
"""Somebody's words; whose they are stands beside them."""


def otherwise(statement: str, cited: str, beside: str = "") -> Iterator[tuple[Kind, str]]:
    """Yield what of ``statement`` differs from the sentence of ``cited`` that it was made from.

    ``beside``: what it stands under, such as its heading, each on a line.
    """
    whole = _SPACE.sub("", half(statement))
    heads = [_SPACE.sub("", half(line)) for line in beside.splitlines()]
    for said, meant in _made(statement, cited):
        yield from _compared(said, meant)
        if not _QUOTED.fullmatch(said):
            yield from losses.lost(said, meant, losses.Read(whole, tuple(heads)))


def granted(statement: str, cited: str, beside: Iterable[str] = ()) -> str:
    """Return what ``cited`` says after it has only granted ``statement`` (…が、…), else nothing.

    ``beside``: statements that are read with it; if one says so there is nothing to tell.
    """
    found = (losses.granted(said, meant) for said, meant in _made(statement, cited))
    main = next((main for main in found if main), "")
    return "" if main and any(_says(text, main) for text in beside) else main


def _says(text: str, main: str) -> bool:
    """Tell whether ``text`` says ``main`` or a clause of it, in its letters or in its words."""
    text = _SPACE.sub("", half(text))
    pairs = _pairs(text)
    if len(pairs) > 4 and len(pairs & _pairs(main)) >= _NEAR * len(pairs):
        return True
    said, meant = _content(text), _content(main)
    alike = bearings(text)["denied"] == bearings(main)["denied"]
    return alike and len(said) > 1 and said <= meant and 2 * len(said) >= len(meant)


@lru_cache(_KEPT)
def _content(text: str) -> frozenset[str]:
    """Return the words of ``text`` that say something, in their dictionary form."""
    found = (w for w in words(text) if w.pos in ("名詞", "動詞", "形容詞", "形状詞"))
    return frozenset(w.base for w in found if w.base not in _BARE_WORDS)


def is_verbatim(statement: str, cited: str) -> bool:
    """Tell whether ``statement`` is nothing but whole sentences of ``cited``, unchanged.

    Fields that stand on lines of their own (cells) are each in the lines, and yet may be swapped.
    """
    if "\n" in statement:
        return False
    said = _said(statement)
    return bool(said) and _verbatim(cited).issuperset(said)


def _made(statement: str, cited: str) -> Iterator[tuple[str, str]]:
    """Yield the sentences of ``statement``, each with that which it was made from."""
    for said in _bounded(_said(statement)):
        meant = "" if said in _verbatim(cited) else nearest(said, cited)
        if meant and meant != said:
            yield said, meant


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text`` without spaces, in half-width letters."""
    found = (_SPACE.sub("", sentence).rstrip(STOPS + ".") for sentence in split(half(text)))
    return [sentence for sentence in found if sentence]


@lru_cache(_KEPT)
def _said(text: str) -> tuple[str, ...]:
    return tuple(sentences(text))


def _bounded(found: Iterable[str]) -> list[str]:
    """Return the sentences that are short enough to be one: what has no end is not compared."""
    return [sentence for sentence in found if len(sentence) <= limits.SENTENCE_CHARACTERS]


@lru_cache(_TEXTS)
def _candidates(cited: str) -> tuple[str, ...]:
    """Return the sentences of ``cited``, the shortest first."""
    found = dict.fromkeys((*sentences(cited), *sentences(modality.unwrapped(cited))))
    return tuple(sorted(_bounded(found), key=len))


@lru_cache(_TEXTS)
def _verbatim(cited: str) -> frozenset[str]:
    """Return the sentences of ``cited``; what is one of them says nothing otherwise."""
    return frozenset(_candidates(cited))


@lru_cache(_TEXTS)
def _holders(cited: str) -> dict[str, list[int]]:
    """Return for each pair of letters the numbers of the candidates that have it."""
    found: dict[str, list[int]] = {}
    for n, sentence in enumerate(_candidates(cited)):
        for pair in _pairs(sentence):
            found.setdefault(pair, []).append(n)
    return found


@lru_cache(_KEPT)
def _holding(cited: str, pair: str) -> int:
    """Return which candidates have a pair of letters: bit n is number n."""
    numbers = _holders(cited).get(pair, [])
    bits = bytearray(len(_candidates(cited)) // 8 + 1)
    for n in numbers:
        bits[n // 8] |= 1 << n % 8
    return int.from_bytes(bits, "little")


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[n : n + 2] for n in range(len(text) - 1))


def nearest(said: str, cited: str) -> str:
    """Return the sentence that has most of the pairs of ``said``, of several the shortest.

    The pairs of all candidates are counted at once: bit n of ``counts[k]`` is bit k of the count of
    candidate n.
    """
    pairs = _pairs(said)
    counts: list[int] = []
    for has in (_holding(cited, pair) for pair in pairs):
        for k, bits in enumerate(counts):
            counts[k], has = bits ^ has, bits & has
            if not has:
                break
        if has:
            counts.append(has)
    best, count = -1, 0
    for k, bits in reversed([*enumerate(counts)]):
        if best & bits:
            best, count = best & bits, count + (1 << k)
    if count < _NEAR * max(1, len(pairs)):
        return ""
    return _candidates(cited)[(best & -best).bit_length() - 1]


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
    blocks = losses.matching(said, meant)
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
