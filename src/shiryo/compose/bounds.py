"""How large a value of Jinja2 is, and whether that is too large."""

from typing import Any

from jinja2 import TemplateRuntimeError

from shiryo import limits
from shiryo.messages import wording

LISTS = (list, tuple, dict, range)
"""What counts by its items."""


class NotAllowed(TemplateRuntimeError):
    """Something is not to be had here; the message says what, in Japanese."""


class PassedBound(NotAllowed):
    """A bound was passed; the message says which, in Japanese."""


def few(items: int) -> None:
    """Raise PassedBound for more ``items`` than a list may have."""
    if items > limits.RENDERED_ITEMS:
        raise PassedBound(wording("causes.jinja.items", most=f"{limits.RENDERED_ITEMS:,}"))


def items(value: Any) -> int:
    """Return how many items a list has, with those of the lists in it; what comes again counts."""
    found = 0
    below = [value]
    while below:
        part = below.pop()
        found += len(part)
        few(found)
        if not isinstance(part, range):
            items = part.values() if isinstance(part, dict) else part
            below += [item for item in items if isinstance(item, LISTS)]
    return found


def small(bits: int) -> None:
    """Raise PassedBound for a whole number of more ``bits`` than one may have."""
    if bits > limits.RENDERED_BITS:
        raise PassedBound(wording("causes.jinja.large"))


def size(value: Any) -> int:
    """Return what handling ``value`` costs, in steps."""
    if isinstance(value, str):
        return len(value) // 64
    return len(value) if isinstance(value, list | tuple | dict) else 0


def kind(value: Any) -> str:
    """Return what ``value`` is called in a message."""
    if isinstance(value, list | tuple | dict | range):
        return wording("causes.jinja.a-list")
    return wording("causes.jinja.a-function") if callable(value) else f"{type(value).__name__} "
