"""Sections of a handout → pieces: which module sets which kind of block."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import Any, TypeVar

from shiryo import document
from shiryo.document.traits import traits
from shiryo.layout.handout.blocks import body, boxes, compare, figures, head, level, picture, table
from shiryo.layout.handout.memory import Memory
from shiryo.layout.handout.setting.atom import Mark, Piece, whole
from shiryo.layout.handout.setting.galley import Galley
from shiryo.layout.handout.setting.references import Numbers, refers, resolved
from shiryo.layout.remembered import digest
from shiryo.targets import Name
from shiryo.units import Points

_T = TypeVar("_T")

SETTERS: dict[type, Callable[[Galley, Any], Iterator[Piece]]] = {
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
"""Kinds whose pieces hang on nothing but the block."""


class Setter:
    """Sets the sections of a handout: each part once, but what refers to others every time."""

    def __init__(
        self, galley: Galley, tallest: Points, numbers: Numbers, memory: Memory | None = None
    ) -> None:
        self._galley, self._tallest, self._numbers = galley, tallest, numbers
        self._memory = memory
        self._set: dict[int, list[Piece]] = {}
        """By the number of the part."""
        self._begin({})

    def _begin(self, pages: Mapping[Name, int]) -> None:
        self._word = self._numbers.word(pages)
        self._parts, self._captions = count(), iter(self._numbers.captions)

    def sections(
        self, found: tuple[document.Section, ...], pages: Mapping[Name, int]
    ) -> Iterator[Piece]:
        """Yield what sections say; ``pages``, from 1, are those of all that has a name."""
        self._begin(pages)
        return self._sections(found, 1)

    def _sections(self, found: tuple[document.Section, ...], level: int) -> Iterator[Piece]:
        for section in found:
            top = replace(section, blocks=(), names=(), sections=(), line=0)
            yield from self._once(top, level, lambda part: head.heading(self._galley, part, level))
            names = section.names or ("",) * len(section.blocks)
            around = (None, *section.blocks, None)
            for above, block, below, name in zip(
                around, section.blocks, around[2:], names, strict=False
            ):
                yield from self._beside(above, self._block(block), block, below, name)
            yield from self._sections(section.sections, level + 1)

    def _once(self, part: _T, how: int | str, made: Callable[[_T], Iterable[Piece]]) -> list[Piece]:
        """Return the pieces ``made`` of a part; ``how`` says what else they hang on."""
        number = next(self._parts)
        if number in self._set:
            return self._set[number]
        if refers(part):
            part = resolved(part, self._word)
            return self._remembered(part, how, made)
        return self._set.setdefault(number, self._remembered(part, how, made))

    def _remembered(
        self, part: _T, how: int | str, made: Callable[[_T], Iterable[Piece]]
    ) -> list[Piece]:
        if self._memory is None:
            return list(made(part))
        key = digest((how, part))
        return self._memory.pieces(self._galley, part, key, lambda: made(part))

    def _beside(
        self,
        above: document.Block | None,
        found: list[Piece],
        block: document.Block,
        below: document.Block | None,
        name: str,
    ) -> list[Piece]:
        """Keep the text that leads to a list with it, and lists apart."""
        pieces = list(found)
        if traits(block).listed and traits(above).listed:
            pieces[0] = replace(pieces[0], above=self._galley.space("lists"))
        if isinstance(block, document.Prose) and traits(below).listed:
            pieces[-1] = replace(pieces[-1], keep_next=True, yields=True)
        if name and pieces:
            pieces[0] = replace(pieces[0], marks=(Mark(name), *pieces[0].marks))
        return pieces

    def _block(self, block: document.Block) -> list[Piece]:
        name = next(self._captions)
        return self._once(block, name, lambda part: self._pieces(part, name))

    def _pieces(self, block: document.Block, name: str) -> Iterator[Piece]:
        if self._galley.turn and (found := level.block(self._galley, block, name)):
            return found
        match block:
            case document.Table():
                return table.table(self._galley, block, name, self._tallest)
            case document.Chart():
                return picture.drawn(self._galley, block, name)
            case document.Image():
                return picture.image(self._galley, block, name)
            case document.Agenda():
                return iter(())
            case _:
                made = SETTERS[type(block)](self._galley, block)
                return map(self._whole, made) if traits(block).boxed else made

    def _whole(self, piece: Piece) -> Piece:
        height = sum(atom.height for atom in piece.flow.atoms)
        return replace(piece, flow=whole(piece.flow)) if height <= self._tallest else piece
