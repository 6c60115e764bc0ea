"""What is remembered: values known by all that they say, and what was found out of a document."""

import hashlib
import io
import pickle
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

T = TypeVar("T")
_CACHES: list[Callable[[], None]] = []


def digest(value: object) -> bytes:
    """Return what a value is known by: the same for what says the same and is written there."""
    said = io.BytesIO()
    pickler = pickle.Pickler(said)
    pickler.fast = True  # what is equal is written alike, be it one object or two
    pickler.dump(value)
    return hashlib.blake2b(said.getvalue(), digest_size=16).digest()


def of_document(most: int) -> "Callable[[Callable[..., T]], _lru_cache_wrapper[T]]":
    """Return a decorator that keeps ``most`` results which only the same document asks for again.

    The arguments hold what the document is set with, so they hold its memory.
    """

    def kept(function: Callable[..., T]) -> "_lru_cache_wrapper[T]":
        known = lru_cache(most)(function)
        _CACHES.append(known.cache_clear)
        return known

    return kept


def let_go() -> None:
    """Forget what no other document asks for, after one of many."""
    for clear in _CACHES:
        clear()
