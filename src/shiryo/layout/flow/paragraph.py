"""Paragraphs: lines of text with, perhaps, a number, a bullet or a date standing before them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shiryo import pages
from shiryo.layout.flow.atom import Atom, Part, tied
from shiryo.layout.flow.notes import called
from shiryo.layout.text import Compositor, Para, line_height
from shiryo.typeset.model import Line
from shiryo.units import Points, Rect


@dataclass(frozen=True, slots=True)
class Strip:
    """Lines under each other."""

    lines: tuple[Line, ...]
    para: Para
    """Their style and alignment."""
    x: Points
    """From the left of the column of the page."""
    width: Points

    @property
    def pitch(self) -> Points:
        """The height of its lines."""
        return max(line_height(line, self.para.style) for line in self.lines)


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
        self,
        first: int,
        tops: Sequence[Points],
        x: Points,
        part: Part = (1, 1),  # noqa: ARG002
    ) -> Iterable[pages.TextBox]:
        """Return one text box with the lines from number ``first`` on."""
        left = self.text.x
        if self.marker and first < len(self.marker.lines):
            left = min(left, self.marker.x)
        bottom = tops[-1] + self.atoms[first + len(tops) - 1].height
        right = self.text.x + self.text.width
        frame = Rect(x + left, tops[0], right - left, bottom - tops[0])
        lines = tuple(self._line(n, top, x) for n, top in enumerate(tops, first))
        yield pages.TextBox(frame, (), lines, self.role)

    def _line(self, n: int, top: Points, x: Points) -> pages.Line:
        runs: tuple[pages.GlyphRun, ...] = ()
        if self.marker and n < len(self.marker.lines):
            line, style = self.marker.lines[n], self.marker.para.style
            drop = self._baseline(n) - self.compositor.ascent(line, style)
            runs += self._place(self.marker, n, top + drop, x)
        if n < len(self.text.lines):
            runs += self._place(self.text, n, top, x)
        return pages.Line(runs)

    def _baseline(self, n: int) -> Points:
        line = self.text.lines[min(n, len(self.text.lines) - 1)]
        return self.compositor.ascent(line, self.text.para.style)

    def _place(self, strip: Strip, n: int, y: Points, x: Points) -> tuple[pages.GlyphRun, ...]:
        room = Rect(x + strip.x, y, strip.width, 0)
        return self.compositor.place(strip.lines[n], strip.para, room).runs


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
    count = max(len(text.lines), len(marker.lines) if marker else 0)
    beside = marker.lines if marker else ()
    atoms = tuple(
        Atom(text.pitch, seat=seat, notes=called([*beside[n : n + 1], *text.lines[n : n + 1]]))
        for n in range(count)
    )
    return Paragraph(tied(atoms), text, compositor, role, marker)
