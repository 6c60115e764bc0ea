"""Text: outlines of glyphs to be seen, and over them the characters, to be selected and read."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from shiryo.pages import FontFile, GlyphRun, Line
from shiryo.render.svg.markup import attributes, number, numbers, words
from shiryo.render.svg.outlines import Outlines
from shiryo.targets import Link

Address = Callable[[Link], str]
"""Tells where a link leads to; nothing where it leads nowhere."""


class Glyphs:
    """The glyphs of a page: each is drawn once and used wherever it stands."""

    def __init__(self, fonts: Mapping[str, FontFile], outlines: Outlines, prefix: str) -> None:
        self._fonts, self._outlines, self._prefix = dict(fonts), outlines, prefix
        self._names: dict[tuple[str, int], str] = {}
        self._drawn: list[str] = []

    @property
    def definitions(self) -> str:
        """The outlines that were used."""
        return "".join(self._drawn)

    def text(self, lines: Iterable[Line], address: Address) -> Iterator[str]:
        """Yield the marks of lines of text."""
        for line in lines:
            shown = (run for run in line.runs if run.glyphs)
            for href, runs in groupby(shown, lambda run: run.href if run.element else None):
                marks = "".join(map(self._run, runs))
                target = address(href) if href else ""
                away = _AWAY if ":" in target else ""
                yield f'<a href="{words(target)}"{away}>{marks}</a>' if target else marks

    def _run(self, run: GlyphRun) -> str:
        at = "/".join(map(str, run.origin or ()))
        return f"<g{attributes(data_at=words(at))}>{self._seen(run)}{_said(run)}</g>"

    def _seen(self, run: GlyphRun) -> str:
        """Return the outlines of a run, in the units of its font."""
        file = self._fonts[run.font]
        scale, pen, marks = run.size / file.units_per_em, 0.0, list[str]()
        across = scale * run.stretch
        for gid, advance, _ in run.glyphs:
            outline = self._outlines.outline(file, gid)
            if outline.path:
                x, y = pen / across, 0.0
                if run.stance == "upright":
                    x, y = -outline.standing[0], -pen / scale - outline.standing[1]
                name = self._name(run.font, gid, outline.path)
                place = attributes(x=f"{x:.0f}" if x else None, y=f"{-y:.0f}" if y else None)
                marks.append(f'<use href="#{name}"{place}/>')
            pen += advance
        if not marks:
            return ""
        turn = " rotate(90)" if run.stance == "sideways" else ""
        place = f"translate({numbers(run.x, run.baseline)}){turn} scale({across:.5f} {scale:.5f})"
        how = attributes(fill=f"#{run.colour}", transform=place)
        return f'<g aria-hidden="true" pointer-events="none"{how}>{"".join(marks)}</g>'

    def _name(self, font: str, gid: int, path: str) -> str:
        key = font, gid
        if key not in self._names:
            name = self._names[key] = f"{self._prefix}{len(self._names)}"
            self._drawn.append(f'<path id="{name}" transform="scale(1 -1)" d="{path}"/>')
        return self._names[key]


_AWAY = ' target="_blank" rel="noopener noreferrer"'


def _said(run: GlyphRun) -> str:
    """Return the characters of a run: not to be seen, as wide as its glyphs."""
    if not run.text.strip():
        return ""
    how = attributes(
        x=run.x,
        y=run.baseline,
        font_size=run.size,
        textLength=run.width if run.stance == "horizontal" else None,
        lengthAdjust="spacingAndGlyphs" if run.stance == "horizontal" else None,
        transform=None
        if run.stance == "horizontal"
        else f"rotate(90 {number(run.x)} {number(run.baseline)})",
        aria_hidden=None if run.element else "true",
        lang=run.element.lang if run.element else None,
    )
    return f"<text{how}>{words(run.text)}</text>"
