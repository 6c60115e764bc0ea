"""Footnotes: their numbers, their marks in the text, and how they stand at the foot of a column."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

from shiryo import inline
from shiryo.layout.text.para import RAISED, Style, Tag
from shiryo.targets import Note
from shiryo.typeset.model import Line, Run
from shiryo.values import dataclass

_RISE = 0.36


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document, numbered in the order in which they are first met."""

    colour: str
    """Of the marks."""
    texts: list[inline.Text] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)

    def number(self, note: inline.Text) -> int:
        """Return the number of a note, a new one where it is met for the first time."""
        if id(note) not in self._numbers:
            self.texts.append(note)
            self._numbers[id(note)] = len(self.texts)
        return self._numbers[id(note)]

    def known(self, note: inline.Text) -> int:
        """Return the number that a note has; 0 if it has none yet."""
        return self._numbers.get(id(note), 0)

    def meet(self, texts: Iterable[inline.Text]) -> None:
        """Number the notes of ``texts`` now, for what is measured in another order than read."""
        for text in texts:
            for note in inline.notes(text):
                self.number(note)

    def mark(self, note: inline.Text, style: Style) -> Sequence[Run]:
        """Return the mark that calls for ``note``: small, raised, linked to it."""
        number = self.number(note)
        size = style.size * RAISED
        tag = Tag(self.colour, Note(number))
        return (Run(str(number), "gothic", 400, size, rise=style.size * _RISE, tag=tag),)


def called(lines: Iterable[Line]) -> tuple[int, ...]:
    """Return the numbers of the notes whose marks stand in ``lines``."""
    links = (piece.tag.href for line in lines for piece in line.pieces)
    return tuple(link.number for link in links if isinstance(link, Note))


def without(text: inline.Text) -> inline.Text:
    """Return ``text`` without its footnotes, for where it is repeated."""
    return tuple(replace(run, note=None) for run in text if run.text)
