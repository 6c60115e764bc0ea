"""Footnotes set: how high those of a column are, and how they stand at its foot."""

from collections.abc import Callable, Iterator
from dataclasses import field, replace

from shiryo import inline
from shiryo.layout.handout.breaking.columns import Column
from shiryo.layout.handout.breaking.foot import NotePart
from shiryo.layout.handout.memory import Memory
from shiryo.layout.handout.setting.galley import Galley, Marker
from shiryo.layout.handout.setting.paragraph import Paragraph
from shiryo.layout.handout.setting.references import refers, resolved
from shiryo.layout.remembered import digest
from shiryo.pages import Anchor, Item, Shape
from shiryo.targets import Name, Note
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The footnotes of a handout, set once each; short ones share a line."""

    galley: Galley
    word: Callable[[Name], str] = lambda _name: ""
    """How references are worded."""
    memory: Memory | None = None
    _set: dict[int, Paragraph] = field(default_factory=dict)
    _heights: dict[tuple[NotePart, ...], Points] = field(default_factory=dict)

    def worded(self, word: Callable[[Name], str]) -> "Footnotes":
        """Return the same with references in other words; what has none stays set."""
        texts = self.galley.notes.texts
        kept = {n: note for n, note in self._set.items() if not refers(texts[n - 1])}
        return Footnotes(self.galley, word, self.memory, kept)

    def lines(self, number: int) -> int:
        """Return how many lines a footnote has."""
        return len(self.note(number).atoms)

    def height(self, parts: tuple[NotePart, ...]) -> Points:
        """Return what notes take at the foot of a column, with their rule and the space over it."""
        if not parts:
            return 0
        if parts not in self._heights:
            rows = self._rows(parts)
            self._heights[parts] = self._over + sum(self._row_height(row) for row in rows)
        return self._heights[parts]

    def draw(self, column: Column) -> Iterator[Item]:
        """Yield the rule and the notes of a column."""
        if not column.notes:
            return
        rect = column.frame.rect
        y = rect.bottom - self.height(column.notes) + self.galley.space("note-gap")
        rule = self.galley.space("rule")
        yield Shape(Rect(rect.x, y, rect.width, rule), fill=self.galley.colour("muted"))
        for part, x, top in self._places(column):
            flow = self.note(part.number)
            tops = [top + n * flow.atoms[0].height for n in range(part.end - part.first)]
            for box in flow.draw(part.first, tops, x):
                frame = replace(box.frame, width=self._width(part.number))
                yield replace(box, frame=frame)

    def anchors(self, column: Column) -> Iterator[Anchor]:
        """Yield a target for the marks of a column's notes."""
        for part, _x, top in self._places(column):
            if not part.first:
                yield Anchor(Note(part.number), top)

    @property
    def _over(self) -> Points:
        return sum(self.galley.space(name) for name in ("note-gap", "rule", "note-rule"))

    def _places(self, column: Column) -> Iterator[tuple[NotePart, Points, Points]]:
        y = column.frame.rect.bottom - self.height(column.notes) + self._over
        for row in self._rows(column.notes):
            x = column.frame.rect.x
            for part in row:
                yield part, x, y
                x += self._width(part.number) + self.galley.space("note-between")
            y += self._row_height(row)

    def _rows(self, parts: tuple[NotePart, ...]) -> list[list[NotePart]]:
        rows: list[list[NotePart]] = []
        used: Points = 0
        for part in parts:
            width = self._width(part.number)
            if rows and used + width <= self.galley.width:
                rows[-1].append(part)
            else:
                rows.append([part])
                used = 0
            used += width + self.galley.space("note-between")
        return rows

    def _row_height(self, row: list[NotePart]) -> Points:
        return max((p.end - p.first) * self.note(p.number).atoms[0].height for p in row)

    def _width(self, number: int) -> Points:
        """Return the width of a note of one line; the whole measure for a longer one."""
        note = self.note(number)
        return self.galley.width if len(note.atoms) > 1 else note.text.x + note.text.extent

    def note(self, number: int) -> Paragraph:
        """Return a footnote, set."""
        if number not in self._set:
            text = resolved(self.galley.notes.texts[number - 1], self.word)
            if self.memory:
                key = ("note", number, digest(text))
                self._set[number] = self.memory.kept(key, lambda: self._made(number, text))
            else:
                self._set[number] = self._made(number, text)
        return self._set[number]

    def _made(self, number: int, text: inline.Text) -> Paragraph:
        size = self.galley.style("note").size
        label = self.galley.label("note", n=number)
        wide = self.galley.natural(label, "note") + 0.75 * size
        hang = max(size * (1 + 0.6 * len(str(number))), wide)
        element = self.galley.add("Note")
        mark = self.galley.tree.add("Lbl", element)
        return self.galley.paragraph(
            (text, "note"),
            role="note",
            marker=Marker(label, "note", hang, mark),
            element=element,
        )
