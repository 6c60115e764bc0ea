"""Text: what a document says, in the type that a theme gives it, as boxes of placed lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from shiryo import inline, pages, typeset
from shiryo.japanese.languages import tongues
from shiryo.layout.remembered import of_document
from shiryo.layout.text import editable, structure
from shiryo.layout.text.linked import linked
from shiryo.layout.text.measuring import JOINT, Room, fitted, in_em, line_size, placed, room
from shiryo.layout.text.para import RAISED, RISE, Para, Style, Tag
from shiryo.origins import Origin
from shiryo.targets import Link, Note
from shiryo.typeset.fonts import Fonts
from shiryo.typeset.model import Breaks, Kinsoku, Line, Opening, Run, Setting, Spacing, Vertical
from shiryo.typeset.ruby import by_character
from shiryo.typeset.spelling import spelt
from shiryo.units import Points, Rect
from shiryo.values import dataclass

Origins: TypeAlias = Sequence[Origin | None]
"""Where each run of a paragraph is written; but one, if they all are there."""


def _unmarked(_note: inline.Text, _style: Style) -> Sequence[Run]:
    return ()


@dataclass(frozen=True, slots=True)
class Compositor:
    """Sets text; the same for a whole document."""

    fonts: Fonts
    spacing: Spacing = "jlreq"
    kinsoku: Kinsoku = "strict"
    ruby: bool = True
    """Whether readings stand over the text; else they follow it as （かんじ）."""
    allowance: float = 0
    """The share of the measure kept free for programs that measure a little wider."""
    hanging: bool = False
    """Whether 。 and 、 may stand past the end of a justified line."""
    hyphens: bool = True
    """Whether English words may be parted."""
    opening: Opening = "full"
    """Where an indented paragraph begins that begins with a bracket: see `Setting.opening`."""
    vertical: Vertical | None = None
    """Given where lines are to run downwards once they are turned (`shiryo.pages.turn`)."""
    mark: Callable[[inline.Text, Style], Sequence[Run]] = _unmarked
    """Gives the mark that calls for a footnote; by default there is none."""

    def runs(self, text: inline.Text, style: Style) -> tuple[Run, ...]:
        """Turn text into runs to typeset; their tags are `Tag`."""
        return self.joined([(text, style)])

    def joined(self, parts: Iterable[tuple[inline.Text, Style]]) -> tuple[Run, ...]:
        """Turn texts of several styles, one after the other, into runs of one paragraph."""
        runs = [
            run
            for text, style in parts
            for part in linked(text)
            for run in self._spoken(part, style)
        ]
        made, link = list[Run](), 0
        for n, run in enumerate(runs):
            if n and run.tag.href != runs[n - 1].tag.href:
                link = n
            made.append(_tagged(run, _tag(*run.tag[:2], n, link, *run.tag[4:])) if n else run)
        return tuple(made)

    def origins(self, parts: Iterable[tuple[inline.Text, Style]]) -> Origins:
        """Return where the `joined` runs of ``parts`` are written.

        Lines are remembered by what they look like, which this is no part of.
        """
        parts = list(parts)
        found = dict.fromkeys(run.origin for text, _ in parts for run in text)
        if len(found) < 2:
            return (*found, None)[:1]
        return tuple(
            part.origin
            for text, style in parts
            for part in linked(text)
            for _ in self._spoken(part, style)
        )

    def _spoken(self, part: inline.Run, style: Style) -> Iterator[Run]:
        """Yield the runs of a part of a text, each of one language."""
        for run in self._run(part, style):
            if run.ruby or run.rise or run.text.count(" ") == 0:
                yield run
                continue
            for text, lang in tongues(run.text):
                yield replace(run, text=text, tag=run.tag._replace(lang=lang))

    def _run(self, part: inline.Run, style: Style) -> Iterator[Run]:
        colour = style.colour
        if part.strong:
            colour = style.strong or colour
        elif part.href and not isinstance(part.href, Note):
            colour = style.link or colour
        size = style.size * (style.strong_scale if part.strong else 1)
        said, rise = spelt(part.text, self.fonts.missing), 0.0
        if isinstance(part.href, Note):
            size, rise = size * RAISED, size * RISE
        parts = [(said, part.ruby)] if said else []
        if not self.ruby and part.ruby:
            parts = [(f"{said}（{part.ruby}）", None)]
        elif part.readings:
            parts = by_character(part.text, part.readings)
        for text, ruby in parts:
            yield Run(
                text,
                style.family,
                700 if part.strong else style.weight,
                size,
                ruby,
                rise,
                palt=style.palt,
                vertical=self.vertical,
                tag=_tag(colour, part.href, ruby=bool(ruby)),
            )
        if part.note is not None:
            for mark in self.mark(part.note, style):
                yield replace(mark, vertical=self.vertical)

    def width(self, text: inline.Text, style: Style) -> Points:
        """Return the natural width of ``text`` on one line, the allowance added."""
        return typeset.width(self.runs(text, style), self.fonts, self.spacing) / (
            1 - self.allowance
        )

    def snug(self, text: inline.Text, style: Style) -> Points:
        """Return a width in which ``text`` stays on one line in any program.

        Some part Japanese and Latin by a quarter em, which text set solid does not have, and where
        the font is missing its stand-in has wider digits and letters.
        """
        is_marked = any(run.note is not None for run in text)
        setter = self if is_marked else replace(self, mark=_unmarked)  # for all handouts alike
        return _snug(setter, text, in_em(style)) * style.size

    def setting(self, breaks: Breaks, first_indent: Points = 0) -> Setting:
        """Return how paragraphs are set that are broken as ``breaks`` says."""
        return Setting(
            breaks,
            self.spacing,
            self.kinsoku,
            first_indent,
            self.hanging,
            self.hyphens,
            self.opening,
        )

    def set(self, para: Para, width: Points) -> tuple[Line, ...]:
        """Break a paragraph for a box ``width`` points wide, and place its glyphs."""
        found = fitted(self, para, width)
        return placed(self, para, found.measure, found.ends)

    def room(self, paras: Sequence[Para], width: Points) -> Room:
        """Return the room that paragraphs take in a box ``width`` points wide."""
        return room(self, paras, width)

    def height(self, paras: Sequence[Para], width: Points) -> Points:
        """Return the height of paragraphs in a box ``width`` points wide."""
        return room(self, paras, width).height

    def lines(self, paras: Sequence[Para], width: Points) -> int:
        """Return how many lines the paragraphs take."""
        return room(self, paras, width).lines

    def box(
        self,
        paras: Sequence[Para],
        frame: Rect,
        role: pages.Role = "paragraph",
        *,
        placeholder: pages.Placeholder | None = None,
        anchor: pages.VerticalAlign = "top",
        name: str = "",
    ) -> pages.TextBox:
        """Set paragraphs in a frame."""
        set_ = [(para, self.set(para, frame.width)) for para in paras]
        height = sum(
            (para.before if n else 0) + sum(line_height(line, para.style) for line in lines)
            for n, (para, lines) in enumerate(set_)
        )
        slack = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[anchor] * (frame.height - height)
        y, placed = frame.y + slack, list[pages.Line]()
        for n, (para, lines) in enumerate(set_):
            y += para.before if n else 0
            origins = self.origins([(para.text, para.style)])
            for m, line in enumerate(lines):
                made = self.place(line, para, Rect(frame.x, y, frame.width, 0), origins)
                placed.append(self._bulleted(made, para, frame.x, y) if m == 0 else made)
                y += line_height(line, para.style)
        return pages.TextBox(
            frame,
            tuple(
                editable.paragraph(para, self.runs(para.text, para.style), lines, self.fonts)
                for para, lines in set_
            ),
            tuple(placed),
            role,
            placeholder,
            anchor,
            name,
        )

    def place(self, line: Line, para: Para, at: Rect, origins: Origins = (None,)) -> pages.Line:
        """Place a line whose top is that of ``at``, between its left and right edges.

        ``origins`` are those of the runs that it was made from (`origins`).
        """
        room = at.width - para.indent - line.width
        x = at.x + para.indent + {"left": 0.0, "center": 0.5, "right": 1.0}[para.align] * room
        base = at.y + self.ascent(line, para.style)
        runs = (
            pages.GlyphRun(
                x + piece.x,
                base - piece.rise,
                piece.font,
                piece.size,
                piece.tag.colour,
                piece.glyphs,
                piece.tag.href,
                structure.inline(
                    piece, self._element(para, piece.tag), in_sight=self.spacing == "solid"
                ),
                piece.stance,
                origin=origins[piece.tag.n if len(origins) > 1 else 0],
            )
            for piece in line.pieces
        )
        return pages.Line(tuple(runs))

    @staticmethod
    def _element(para: Para, tag: Tag) -> pages.Element | None:
        """Return what a run of a paragraph is part of; the first one may be its label."""
        return para.label if para.label and not para.bullet and tag.n == 0 else para.element

    def ascent(self, line: Line, style: Style) -> Points:
        """Return how far under its top the baseline of a line is; the leading is halved."""
        return self.rise(line_size(line, style), style)

    def rise(self, size: Points, style: Style) -> Points:
        """Return the same for a line whose largest type has a size."""
        face = self.fonts.face(style.family, style.weight)
        return (size * style.leading - (face.ascent - face.descent) * size) / 2 + face.ascent * size

    def _bulleted(self, line: pages.Line, para: Para, x: Points, y: Points) -> pages.Line:
        if not para.bullet:
            return line
        colour = para.bullet_colour or para.style.colour
        tag = (inline.Run(para.bullet),)
        mark = self.set(
            Para(tag, replace(para.style, colour=colour)), para.hang or para.style.size * 2
        )
        start = Rect(x + para.indent - para.hang, y, para.hang, 0)
        label = Para(tag, para.style, element=para.label)
        bullet = self.place(mark[0], label, start, [para.bullet_origin])
        return pages.Line(bullet.runs + line.runs)


@lru_cache(maxsize=256)
def _tag(
    colour: str, href: Link | None, n: int = 0, link: int = 0, ruby: bool = False, lang: str = ""
) -> Tag:
    """Return a tag: one and the same for all runs that carry the same."""
    return Tag(colour, href, n, link, ruby, lang)


def _tagged(run: Run, tag: Tag) -> Run:
    """Return ``run`` with ``tag``; there may be very many, and `replace` takes thrice as long."""
    look = (run.text, run.family, run.weight, run.size, run.ruby, run.rise, run.palt, run.vertical)
    return Run(*look, tag)


@of_document(32_768)
def _snug(compositor: Compositor, text: inline.Text, style: Style) -> float:
    """Return `Compositor.snug` in em: kept for all cells of a table, since many sizes are tried."""
    plain = inline.plain(text)
    more = 0.25 + 0.25 * len(JOINT.findall(plain)) + 0.12 * sum(map(str.isascii, plain))
    return compositor.width(text, style) + more


def line_height(line: Line, style: Style) -> Points:
    """Return the distance that a line takes from the one above."""
    return line_size(line, style) * style.leading
