"""Blocks of a handout → pieces: which module sets which kind, and what numbers tables have."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from shiryo import document
from shiryo.layout.flow import body, boxes, compare, figures, head, picture, table
from shiryo.layout.flow.atom import Piece
from shiryo.layout.flow.galley import Galley
from shiryo.units import Points

_SETTERS: dict[type, Callable[[Galley, Any], Iterator[Piece]]] = {
    document.Prose: body.prose,
    document.Bullets: body.bullets,
    document.Steps: body.steps,
    document.Timeline: body.timeline,
    document.Dialogue: body.dialogue,
    document.Glossary: body.glossary,
    document.References: body.references,
    document.Compare: compare.compare,
    document.Definition: boxes.definition,
    document.Quote: boxes.quote,
    document.Figures: figures.figures,
}
_LISTS = (document.Bullets, document.Steps, document.Timeline, document.Dialogue)


class Setter:
    """Sets sections; counts the tables and figures that have captions through the document."""

    def __init__(self, galley: Galley, tallest: Points) -> None:
        self._galley, self._tallest = galley, tallest
        self._tables, self._figures = count(1), count(1)

    def sections(self, found: tuple[document.Section, ...], level: int = 1) -> Iterator[Piece]:
        """Yield what sections say: heading, message, blocks and deeper sections of each."""
        for section in found:
            yield from head.heading(self._galley, section, level)
            around = (None, *section.blocks, None)
            for above, block, below in zip(around, section.blocks, around[2:], strict=False):
                yield from self._beside(above, list(self._block(block)), block, below)
            yield from self.sections(section.sections, level + 1)

    def _beside(
        self,
        above: document.Block | None,
        pieces: list[Piece],
        block: document.Block,
        below: document.Block | None,
    ) -> list[Piece]:
        """Keep the text that leads to a list with it, and lists apart."""
        if isinstance(block, _LISTS) and isinstance(above, _LISTS):
            pieces[0] = replace(pieces[0], above=self._galley.space("lists"))
        if isinstance(block, document.Prose) and isinstance(below, _LISTS):
            pieces[-1] = replace(pieces[-1], keep_next=True)
        return pieces

    def _block(self, block: document.Block) -> Iterator[Piece]:
        match block:
            case document.Table():
                number = next(self._tables) if block.caption else 0
                return table.table(self._galley, block, number, self._tallest)
            case document.Chart():
                number = next(self._figures) if block.caption else 0
                return picture.drawn(self._galley, block, number)
            case document.Image():
                number = next(self._figures) if block.caption else 0
                return picture.image(self._galley, block, number)
            case document.Agenda():
                return iter(())
            case _:
                return _SETTERS[type(block)](self._galley, block)
