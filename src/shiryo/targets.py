"""Where links within an output lead: to what the program itself makes, as values.

What a person named, sections and blocks, is led to by ``#id``. No id is taken for one of these.
"""

from typing import Literal, TypeAlias

from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, numbered from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Page:
    """The top of a page, numbered from 1."""

    number: int


@dataclass(frozen=True, slots=True)
class Index:
    """The index."""


@dataclass(frozen=True, slots=True)
class Own:
    """A slide or a section that the program makes."""

    name: Literal["cover", "agenda", "summary", "glossary", "sources"]


Target: TypeAlias = Note | Page | Index | Own
Name: TypeAlias = str | Target
"""What an anchor is called: the id of a section or a block, or a target."""
Link: TypeAlias = str | Target
"""A URL, ``#id``, or a target."""


def to(name: Name) -> Link:
    """Return the link that leads to an anchor."""
    return f"#{name}" if isinstance(name, str) else name


def name(link: Link) -> Name | None:
    """Return the anchor that a link leads to; None: it leads out of the output."""
    if isinstance(link, str):
        return link[1:] if link.startswith("#") else None
    return link
