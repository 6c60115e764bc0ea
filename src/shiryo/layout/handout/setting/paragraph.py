"""Paragraphs: lines of text with, perhaps, a number, a bullet or a date standing before them."""

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from itertools import chain, zip_longest

from shiryo import pages
from shiryo.layout.handout.setting.atom import Atom, Part, tied
from shiryo.layout.handout.setting.marks import called
from shiryo.layout.text.compositor import Compositor, Origins, line_height
from shiryo.layout.text.para import Para, Style
from shiryo.pages import Align
from shiryo.typeset.model import Line
from shiryo.typeset.packed import Packed, pack
from shiryo.units import Points, Rect
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines under each other, put away until they are drawn."""

    packed: Packed
    style: Style
    align: Align
    element: pages.Element | None
    """What they are to a reader."""
    x: Points
    """From the left of the column of the page."""
    width: Points
    extent: Points
    """The width of the widest line."""
    pitch: Points
    """The height of its lines."""
    calls: tuple[tuple[int, ...], ...] = ()
    """The numbers of the footnotes that each line calls for."""
    origins: Origins = field(default=(None,), compare=False)
    """Where their runs are written."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, made anew."""
        return self.packed.texts()[0]

    @property
    def para(self) -> Para:
        """Their style and alignment."""
        return Para((), self.style, align=self.align, element=self.element)


def strip(
    lines: Sequence[Line], para: Para, x: Points, width: Points, origins: Origins = (None,)
) -> Strip:
    """Return ``lines``, set as ``para`` says, ``x`` points from the left of the column."""
    pitch = max(line_height(line, para.style) for line in lines)
    extent = max(line.width for line in lines)
    packed, style = pack(lines), para.style
    calls = tuple(called([line]) for line in lines)
    return Strip(packed, style, para.align, para.element, x, width, extent, pitch, calls, origins)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A flow of lines; an atom is a line with what stands beside it."""

    atoms: tuple[Atom, ...]
    text: Strip
    compositor: Compositor
    role: pages.Role
    marker: Strip | None = None
    """What stands to the left, from the first line on, on the same baselines."""

    def draw(
        self, first: int, tops: Sequence[Points], x: Points, _part: Part = (1, 1)
    ) -> Iterable[pages.TextBox]:
        """Return one text box with the lines from number ``first`` on."""
        begins = self.marker and first < len(self.marker.calls)
        marker = self.marker.lines if self.marker and begins else ()
        start = first if first >= len(marker) else 0
        [text] = self.text.packed.texts(start, first + len(tops))
        left = self.text.x
        if self.marker and begins:
            left = min(left, self.marker.x)
        bottom = tops[-1] + self.atoms[first + len(tops) - 1].height
        right = self.text.x + self.text.width
        frame = Rect(x + left, tops[0], right - left, bottom - tops[0])
        lines = []
        for n, top in enumerate(tops, first):
            runs: tuple[pages.GlyphRun, ...] = ()
            if self.marker and n < len(marker):
                beside = self.compositor.ascent(text[min(n, len(text) - 1)], self.text.style)
                drop = beside - self.compositor.ascent(marker[n], self.marker.style)
                runs += self._place(self.marker, marker[n], top + drop, x)
            if n - start < len(text):
                runs += self._place(self.text, text[n - start], top, x)
            lines.append(pages.Line(runs))
        yield pages.TextBox(frame, (), tuple(lines), self.role)

    def inks(self, first: int, count: int) -> Iterable[pages.Ink]:
        """Return what ``count`` lines from number ``first`` on show, in the order of `draw`."""
        begins = self.marker and first < len(self.marker.calls)
        marker = self.marker.packed.inks() if self.marker and begins else []
        start = first if first >= len(marker) else 0
        text = self.text.packed.inks(start, first + count)
        for n in range(first, first + count):
            yield from chain(*marker[n : n + 1], *text[n - start : n - start + 1])

    def _place(self, strip: Strip, line: Line, y: Points, x: Points) -> tuple[pages.GlyphRun, ...]:
        room = Rect(x + strip.x, y, strip.width, 0)
        return self.compositor.place(line, strip.para, room, strip.origins).runs


def paragraph(
    compositor: Compositor,
    text: Strip,
    role: pages.Role,
    marker: Strip | None = None,
    seat: bool = False,
) -> Paragraph:
    """Return the flow of ``text`` with ``marker`` before it; no lone first or last line.

    With ``seat`` its lines stand on the line grid, if there is one.
    """
    plain = Atom(text.pitch, seat=seat)
    both = zip_longest(marker.calls if marker else (), text.calls, fillvalue=())
    calls = ((*beside, *within) for beside, within in both)
    atoms = [replace(plain, notes=notes) if notes else plain for notes in calls]
    return Paragraph(tied(atoms), text, compositor, role, marker)
