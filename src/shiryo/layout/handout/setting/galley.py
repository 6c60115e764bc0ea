"""Setting a handout's text in the types of its theme, as flows of one column's width."""

from collections.abc import Sequence
from dataclasses import field, replace
from typing import NamedTuple

from shiryo import document, inline, origins, pages, typeset
from shiryo.diagnostics import Diagnostic
from shiryo.japanese.numerals import numeral
from shiryo.layout.handout.setting.marks import Notes
from shiryo.layout.handout.setting.paragraph import Paragraph, Strip, paragraph, strip
from shiryo.layout.text.compositor import Compositor, Origins
from shiryo.layout.text.para import Para, Style, style
from shiryo.layout.text.structure import Tree
from shiryo.origins import Origin
from shiryo.pages import Align, Element
from shiryo.pages.turn import Turn
from shiryo.template.labels import filled
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.typeset.model import Breaks, Line, Vertical
from shiryo.units import Points
from shiryo.values import dataclass

Part = tuple[inline.Text, str]
"""Text, and the name of the type that it is set in."""


class Marker(NamedTuple):
    """What stands before the text of a paragraph: a number, a bullet."""

    text: inline.Text
    type_: str
    hang: Points
    """How far before the text it stands; kept free where it says nothing."""
    label: Element | None = None
    """What it is to a reader."""
    colour: str = ""
    """Name of its colour; empty: that of its type."""


_NO_MARKER = Marker((), "", 0)
_LEAST_JUSTIFIED = 14
"""The measure in em under which text is not justified: the gaps would show."""


def words(text: str, origin: Origin | None = None) -> inline.Text:
    """Return plain ``text`` as inline text that is written at ``origin``."""
    return (inline.Run(text, origin=origin),) if text else ()


@dataclass(frozen=True, slots=True)
class Galley:
    """What setting text takes: the theme, the fonts, the numbering of notes."""

    theme: Theme
    labels: document.Labels
    compositor: Compositor
    notes: Notes
    problems: list[Diagnostic]
    """What came up while setting."""
    width: Points
    """Of a column."""
    full: Points
    """Of the text area."""
    ink: str = ""
    """Name of the colour of all text; empty: those of the types."""
    link: str = "accent"
    """Name of the colour of links; empty: that of the text."""
    scale: float = 1
    """Of all sizes."""
    tree: Tree = field(default_factory=Tree)
    parent: Element | None = None
    """What new elements are parts of; None: the document itself."""
    turn: Turn | None = None
    """Given where the page is turned once it is laid out, for vertical writing."""
    _styles: dict[tuple[str, str, float, str], Style] = field(default_factory=dict)
    """Those that have been asked for, by name, link, scale and ink."""

    def space(self, name: str) -> Points:
        """Return a length of the theme's handout."""
        return self.theme.handout.space[name]

    def colour(self, name: str) -> str:
        """Return a colour of the theme."""
        return self.theme.colours[name]

    def style(self, name: str) -> Style:
        """Return a type of the theme's handout, links in the accent colour."""
        key = (name, self.link, self.scale, self.ink)
        if key not in self._styles:
            made = style(self.theme.handout.type[name], self.theme, link=self.link)
            made = replace(made, size=made.size * self.scale)
            made = replace(made, colour=self.colour(self.ink)) if self.ink else made
            self._styles[key] = made
        return self._styles[key]

    def within(self, width: Points) -> "Galley":
        """Return the same for a narrower column."""
        return replace(self, width=width)

    def coloured(self, name: str) -> "Galley":
        """Return the same with every type in one colour of the theme; none if ``name`` is empty."""
        return replace(self, ink=name) if name else self

    def plain_links(self) -> "Galley":
        """Return the same with links in the colour of the text around them."""
        return replace(self, link="")

    def scaled(self, scale: float) -> "Galley":
        """Return the same with every size multiplied by ``scale``."""
        return replace(self, scale=self.scale * scale)

    def level(self, width: Points) -> "Galley":
        """Return the same for what is not turned with the page, ``width`` points wide."""
        compositor = replace(self.compositor, vertical=None)
        return replace(self, compositor=compositor, width=width, full=width, turn=None)

    def under(self, parent: Element) -> "Galley":
        """Return the same for what are parts of ``parent`` to a reader."""
        return replace(self, parent=parent)

    def add(self, kind: str, *, alt: str = "") -> Element:
        """Return a new element of the logical structure."""
        return self.tree.add(kind, self.parent, alt=alt)

    def listing(self, numbering: str = "None") -> "Galley":
        """Return the same for the items of a new list."""
        return self.under(self.tree.add("L", self.parent, numbering=numbering))

    def item(self) -> tuple[Element, Element]:
        """Return the label and the body of a new item of the list that this is for."""
        assert self.parent
        return self.tree.item(self.parent)

    def numeral(self, number: int) -> inline.Text:
        """Return the number of an item."""
        return words(numeral(number, self.theme.handout.numerals), origins.NUMBER)

    def label(self, name: str, **values: object) -> inline.Text:
        """Return a label of the theme, its places filled in with ``values``."""
        return words(filled(getattr(self.labels, name), **values), origins.label(name))

    def natural(self, text: inline.Text, type_: str) -> Points:
        """Return the width of ``text`` on one line."""
        return self.compositor.width(text, self.style(type_))

    def measure(self, parts: Sequence[Part]) -> Points:
        """Return the width of text of several types on one line."""
        runs = self.compositor.joined((text, self.style(name)) for text, name in parts)
        return typeset.width(runs, self.compositor.fonts, self.compositor.spacing)

    def lines(
        self, parts: Sequence[Part], width: Points, breaks: Breaks, first_indent: Points = 0
    ) -> tuple[Line, ...]:
        """Break text of several types into lines."""
        runs = self.compositor.joined((text, self.style(type_)) for text, type_ in parts)
        setting = self.compositor.setting(breaks, first_indent)
        return typeset.set_paragraph(runs, width, setting, self.compositor.fonts)

    def origins(self, parts: Sequence[Part]) -> Origins:
        """Return where the runs are written that `lines` makes of text of several types."""
        return self.compositor.origins((text, self.style(type_)) for text, type_ in parts)

    def strip(
        self,
        parts: Sequence[Part],
        x: Points,
        width: Points,
        breaks: Breaks = "justify",
        *,
        first_indent: Points = 0,
        align: Align = "left",
        element: Element | None = None,
    ) -> Strip:
        """Set text ``x`` points from the left of the column; the pitch is the last part's."""
        para = Para((), self.style(parts[-1][1]), align=align, element=element)
        if breaks == "justify" and width < _LEAST_JUSTIFIED * para.style.size:
            breaks = "ragged"
        lines = self.lines(parts, width, breaks, first_indent)
        return strip(lines, para, x, width, self.origins(parts))

    def paragraph(
        self,
        *parts: Part,
        role: pages.Role = "paragraph",
        breaks: Breaks = "justify",
        x: Points = 0,
        first_indent: Points = 0,
        align: Align = "left",
        marker: Marker = _NO_MARKER,
        seat: bool = False,
        element: Element | None = None,
    ) -> Paragraph:
        """Set a paragraph ``x`` points in, after ``marker``.

        To a reader it is ``element``, by default a plain paragraph.
        """
        before, hang = None, marker.hang
        if marker.text:
            ink, part = self.coloured(marker.colour), (marker.text, marker.type_)
            before = ink.strip([part], x, hang, "ragged", element=marker.label)
        text = self.strip(
            parts,
            x + hang,
            self.width - x - hang,
            breaks,
            first_indent=first_indent,
            align=align,
            element=element or self.add("P"),
        )
        return paragraph(self.compositor, text, role, before, seat)

    def beside(
        self,
        marker: Strip | None,
        text: Part,
        x: Points,
        role: pages.Role = "list",
        breaks: Breaks = "justify",
        *,
        seat: bool = False,
        element: Element,
    ) -> Paragraph:
        """Set ``text`` from ``x`` to the right of the column, ``marker`` to its left."""
        strip = self.strip([text], x, self.width - x, breaks, element=element)
        return paragraph(self.compositor, strip, role, marker, seat)


def galley(
    theme: Theme,
    labels: document.Labels,
    fonts: Fonts,
    width: Points,
    turn: Turn | None = None,
) -> Galley:
    """Return what sets the text of a handout in columns ``width`` points wide."""
    notes = Notes(theme.colours["accent"])
    look = theme.handout
    compositor = Compositor(
        fonts,
        kinsoku=look.kinsoku,
        hanging=look.hanging,
        hyphens=look.hyphens,
        opening=look.opening,
        vertical=Vertical(look.upright.digits, look.upright.capitals) if turn else None,
        mark=notes.mark,
    )
    return Galley(theme, labels, compositor, notes, [], width, width, turn=turn)
