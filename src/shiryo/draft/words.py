"""Words of a text, from SudachiPy with its core dictionary; loaded when first needed (0.2 s)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Word:
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


@cache
def words(text: str) -> tuple[Word, ...]:
    """Return the words of ``text``; their surfaces together are ``text``."""
    return tuple(_word(morpheme) for morpheme in _tokenizer().tokenize(text))


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """Return the words of ``text``, each with its reading in katakana; empty where unknown."""
    return tuple((m.surface(), m.reading_form()) for m in _tokenizer().tokenize(text))


def let_go() -> None:
    """Give back what the dictionary takes in memory (80 MB); it is loaded anew when needed."""
    _tokenizer.cache_clear()


def is_described(after: Sequence[Word]) -> bool:
    """Tell whether the words ``after`` a verb go on to a noun that the verb describes."""
    rest = (w for w in after if w.pos != "助動詞" and w.sub not in ("接続助詞", "非自立可能"))
    following = next(rest, None)
    return following is not None and following.pos in ("名詞", "接頭辞", "代名詞")


def _word(morpheme: Any) -> Word:
    pos = morpheme.part_of_speech()
    return Word(morpheme.surface(), pos[0], pos[1], pos[4], pos[5], morpheme.dictionary_form())


@cache
def _tokenizer() -> Any:
    from sudachipy import Dictionary, SplitMode

    return Dictionary(dict="core").tokenizer(SplitMode.C)
