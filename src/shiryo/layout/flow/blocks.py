"""Blocks of a handout → pieces: which module sets which kind."""

from collections.abc import Callable, Iterator
from typing import Any

from shiryo import document
from shiryo.layout.flow import body, head
from shiryo.layout.flow.atom import Piece
from shiryo.layout.flow.galley import Galley

_SETTERS: dict[type, Callable[[Galley, Any], Iterator[Piece]]] = {
    document.Prose: body.prose,
}


def sections(
    galley: Galley, found: tuple[document.Section, ...], level: int = 1
) -> Iterator[Piece]:
    """Yield what sections say, each with its heading, message, blocks and deeper sections."""
    for section in found:
        yield from head.heading(galley, section, level)
        for block in section.blocks:
            yield from _SETTERS[type(block)](galley, block)
        yield from sections(galley, section.sections, level + 1)
