"""Reading an article: what a library parses is read in a worker process, text in this one."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from shiryo import article, limits
from shiryo.article import readings
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics, Failed, Span, diagnose

T = TypeVar("T")


def read(data: bytes, file: str) -> tuple[Article, Diagnostics]:
    """Return ``article.read(data, file)``, readings in brackets as ruby.

    Raises Failed, also where it takes too much.
    """
    found, problems = _bounded(article.read, data, file)
    return readings.marked(found), problems


def cite(data: bytes, file: str) -> Article:
    """Return ``article.cite(data, file)``. Raises Failed, also where it takes too much."""
    return _bounded(article.cite, data, file)


def packed(data: bytes, file: str, found: Article) -> dict[str, bytes]:
    """Return ``article.packed(data, file, found)``; nothing where that takes too much."""
    try:
        return _bounded(partial(article.packed, article=found), data, file)
    except Failed:
        return {}


def _bounded(function: Callable[[bytes, str], T], data: bytes, file: str) -> T:
    if not article.is_foreign(data, file):
        return function(data, file)
    from shiryo import worker

    try:
        return worker.call(function, data, file)
    except worker.Stopped as stopped:
        raise Failed(
            diagnose(
                f"article.stopped-{stopped.bound}", Span(file),
                seconds=limits.READ_SECONDS, megabytes=limits.READ_MEGABYTES,
            )
        ) from None  # fmt: skip
