"""Logical structure: what the parts of a layout are to a reader (ISO 32000-1, 14.8.4)."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from itertools import count

from shiryo.layout.text.para import Para
from shiryo.pages import Element, Line, TextBox
from shiryo.targets import Note
from shiryo.typeset.model import Piece
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Tree:
    """Makes the elements of one document, each with a key of its own."""

    _numbers: Iterator[int] = field(default_factory=count)

    def add(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        alt: str = "",
        numbering: str = "",
    ) -> Element:
        """Return a new element; without a ``parent``, one of the document itself."""
        return Element(kind, (next(self._numbers),), parent, alt, numbering)

    def item(self, parent: Element) -> tuple[Element, Element]:
        """Return the label and the body of a new item of a list."""
        found = self.add("LI", parent)
        return self.add("Lbl", found), self.add("LBody", found)

    def paragraphs(self, paras: Iterable[Para], parent: Element | None = None) -> list[Para]:
        """Give each paragraph an element: items of lists, by their indents, and plain ones."""
        lists = list[tuple[float, Element, Element]]()
        """How far each list stands in that is open, the list, and the body of its last item."""
        made = list[Para]()
        for para in paras:
            while lists and lists[-1][0] > para.indent:
                lists.pop()
            under = lists[-1][2] if lists else parent
            if not para.bullet:
                made.append(replace(para, element=self.add("P", under)))
                continue
            if lists and lists[-1][0] == para.indent:
                found = lists.pop()[1]
            else:
                numbered = para.bullet[0].isdecimal()
                found = self.add("L", under, numbering="Decimal" if numbered else "Disc")
            label, body = self.item(found)
            lists.append((para.indent, found, body))
            made.append(replace(para, element=body, label=label))
        return made


def inline(piece: Piece, element: Element | None, *, in_sight: bool = False) -> Element | None:
    """Return what a piece of a line is in the paragraph ``element``.

    A footnote's mark is a reference with a link in it, a reading a part of a ruby (Table 338);
    where the note is ``in_sight``, as on a slide, its mark is plain text.
    """
    tag = piece.tag
    if element and isinstance(tag.href, Note):
        is_call = piece.rise and not piece.ruby and not in_sight
        return element.child("Reference", tag.link).child("Link", 0) if is_call else element
    if element and tag.href:
        element = element.child("Link", tag.link)
    if element and tag.ruby:
        ruby = element.child("Ruby", tag.n)
        return ruby.child("RT", 1) if piece.ruby else ruby.child("RB", 0)
    if element and tag.lang:
        return replace(element.child("Span", tag.n), lang=tag.lang)
    return element


def artifact(box: TextBox) -> TextBox:
    """Return what repeats something as a reader passes over it."""
    lines = (Line(tuple(replace(run, element=None) for run in line.runs)) for line in box.lines)
    return replace(box, lines=tuple(lines))


def table_cell(row: Element, number: int, *, head: bool) -> Element:
    """Return a cell of a row; those of a head are about their columns."""
    cell = row.child("TH" if head else "TD", number)
    return replace(cell, scope="Column") if head else cell
