"""Words of a text, from SudachiPy with its core dictionary; loaded when first needed (0.2 s)."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

from shiryo import lazy_re as re

_MOST_BYTES = 9_000
"""UTF-8 bytes that the analyser is given at a time.

It takes 49,149 (sudachi.rs, ``MAX_LENGTH``), but joins the figures of numbers and dates in time
that grows with the square of the length.
"""
_KEPT = 8_192
"""How many texts are remembered: a sentence is looked at with each of its wordings."""
_ENDS = (r"[。！？!?\n](?![。！？!?」』）)])", r"[、，,;；：:\s]", r"\w(?!\w)")
"""Where a long text is parted, the best place first: sentences and lines, pauses, words."""
_ALONE = Lock()
"""The analyser serves one thread at a time."""
_LONE = re.compile(r"[\ud800-\udfff]")


class Word(NamedTuple):
    """A word as the analyser sees it."""

    surface: str
    pos: str
    """Part of speech (品詞): ``名詞``, ``動詞``, ``助動詞``, …"""
    sub: str
    """Its subdivision: ``固有名詞``, ``接続助詞``, …"""
    conjugation: str
    """``五段-ラ行``, ``助動詞-マス``, …; ``*`` if it does not inflect."""
    form: str
    """``連用形-一般``, …; ``*`` if it does not inflect."""
    base: str
    """Dictionary form, in the spelling of the text."""


@lru_cache(_KEPT)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text``, of any length; their surfaces together are ``text``."""
    return tuple(each(text))


def each(text: str) -> Iterator[Word]:
    """Yield the words of ``text``, which are not remembered: for what is looked at once."""
    return (_word(surface, morpheme) for surface, morpheme in _morphemes(text))


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of ``text``, each with its reading in katakana; empty where unknown."""
    return tuple((surface, m.reading_form()) for surface, m in _morphemes(text))


@lru_cache(_KEPT)
def known_readings(word: str) -> frozenset[str]:
    """Return in katakana all the ways in which the dictionary reads a word, or a part of one."""
    with _ALONE:
        return frozenset(m.reading_form() for m in _dictionary().lookup(word))


def spelt_alike(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of ``text``, each in the one spelling of all of its: けが, ケガ → 怪我."""
    return tuple((surface, m.normalized_form()) for surface, m in _morphemes(text))


def let_go() -> None:
    """Give back what the dictionary takes in memory (80 MB); it is loaded anew when needed."""
    _tokenizer.cache_clear()
    _dictionary.cache_clear()


def is_described(after: Sequence[Word]) -> bool:
    """Tell whether the words ``after`` a verb go on to a noun that the verb describes."""
    rest = (w for w in after if w.pos != "助動詞" and w.sub not in ("接続助詞", "非自立可能"))
    following = next(rest, None)
    return following is not None and following.pos in ("名詞", "接頭辞", "代名詞")


def nouns(text: str) -> Iterator[str]:
    """Yield the nouns of ``text``, each with those that it is put together from."""
    noun = ""
    for word in words(text):
        if word.pos in ("名詞", "接頭辞", "接尾辞"):
            noun += word.surface
        elif noun:
            yield noun
            noun = ""
    if noun:
        yield noun


def _morphemes(text: str) -> Iterator[tuple[str, Any]]:
    """Yield the surfaces of ``text`` with what the analyser says of each, piece by piece."""
    while len(text) * 3 > _MOST_BYTES and len(text.encode(errors="replace")) > _MOST_BYTES:
        end = _parting(text, _MOST_BYTES // 3)
        yield from _analysed(text[:end])
        text = text[end:]
    yield from _analysed(text)


def _parting(text: str, most: int) -> int:
    """Return where to part ``text`` within its first ``most`` characters, late rather than early.

    A word is parted only where there is no other place in the second half of them.
    """
    for pattern in _ENDS:
        places = [m.end() for m in re.finditer(pattern, text[most // 2 : most])]
        if places:
            return most // 2 + places[-1]
    return most


def _analysed(text: str) -> list[tuple[str, Any]]:
    """Return the surfaces of a piece; lone surrogates, which have no bytes, count as signs."""
    from sudachipy.errors import SudachiError

    try:
        with _ALONE:
            found = _tokenizer().tokenize(_LONE.sub("\ufffd", text))
    except SudachiError:  # signs like ㍿ get longer inside of it
        if len(text) < 2:
            raise
        end = _parting(text, -(-len(text) // 2))
        return [*_analysed(text[:end]), *_analysed(text[end:])]
    return [(text[m.begin() : m.end()], m) for m in found]


def _word(surface: str, morpheme: Any) -> Word:
    pos = morpheme.part_of_speech()
    return Word(surface, pos[0], pos[1], pos[4], pos[5], morpheme.dictionary_form())


@cache
def _tokenizer() -> Any:
    from sudachipy import SplitMode

    return _dictionary().tokenizer(SplitMode.C)


@cache
def _dictionary() -> Any:
    from sudachipy import Dictionary

    return Dictionary(dict="core")
