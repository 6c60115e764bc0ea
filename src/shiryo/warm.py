"""An outline that is being edited: each new text → what is wrong, and the pages that changed.

What does not change is kept from text to text: fonts, outlines of glyphs, the plans and pages of
slides. A round comes in parts, the quick ones first; whoever has newer text drops the rest.
"""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple

from shiryo.article.model import Article
from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostics, Failed, has_errors
from shiryo.drafting.replay import edited
from shiryo.outline import check, yaml
from shiryo.outline.model import Outline
from shiryo.outline.yaml import Places
from shiryo.pages import Item, Page, PageSet
from shiryo.pages.walk import runs_of
from shiryo.press import Press
from shiryo.stages import DECK, HANDOUT
from shiryo.targets import Name, name
from shiryo.template import contrast
from shiryo.template.model import Template
from shiryo.values import dataclass

if TYPE_CHECKING:
    from shiryo.layout.deck.memory import Memory
    from shiryo.layout.handout.memory import Memory as SetMemory
    from shiryo.render.svg import Outlines
    from shiryo.typeset.fonts import Fonts

Output = Literal["deck", "handout"]


@dataclass(frozen=True)
class Inputs:
    """What an outline is built with, besides its text."""

    templates: Mapping[str, Template]
    """One for ``deck`` and one for ``handout``."""
    article: Article | None = None
    assets: Mapping[str, bytes | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What came of a part of a round."""

    of: Literal["outline", "deck", "handout", "checks"]
    problems: Diagnostics
    """Those that this part found."""
    places: Places | None = None
    """Where everything is written; None where the text is no outline: pages are the last good."""
    count: int = 0
    """Pages of the output."""
    pages: Mapping[int, str] = field(default_factory=dict)
    """Those that are not as they were when they were last given, from 0, as SVG."""
    outline: Outline | None = None
    """With the part ``outline``: what the text says, before anything is built of it."""


class Warm:
    """Builds one outline over and over."""

    def __init__(self, file: str, inputs: Inputs) -> None:
        self._file, self._inputs = file, inputs
        self._fonts: dict[str, Fonts] = {}
        self._memory: Memory | None = None
        self._set: SetMemory | None = None
        self._outlines: Outlines | None = None
        self._given: dict[tuple[Output, int], str] = {}
        self._drawn: dict[tuple[Output, int], _Drawing] = {}

    def given(self, inputs: Inputs) -> None:
        """Take other inputs, from the next round on; within one, for what is not yet built."""
        if inputs.templates != self._inputs.templates:
            self._memory = self._set = None
            self._fonts.clear()
            self._drawn.clear()
        self._inputs = inputs

    def round(self, text: str) -> Iterator[Part]:
        """Yield what comes of a ``text`` of the outline: of deck, handout and checks.

        A part is made when it is asked for, and counts as given once it is.
        """
        try:
            loaded, odd = yaml.load(text, self._file)
        except Failed as failure:
            yield Part("outline", failure.diagnostics)
            return
        places = loaded.places
        yield Part("outline", odd, places, outline=loaded.outline)
        press = self._press(loaded)
        for output in (DECK, HANDOUT):
            try:
                pages, problems = self._laid(press, output)
            except Failed as failure:
                yield Part(output, failure.diagnostics, places)
                continue
            if has_errors(problems):
                yield Part(output, problems, places)
                continue
            drawn = dict(enumerate(self._pages(output, pages)))
            self._end(output)
            yield Part(output, problems, places, len(drawn), self._changed(output, drawn))
        yield Part("checks", self._checks(loaded), places)

    def _press(self, loaded: yaml.Loaded) -> Press:
        from shiryo.layout.deck.memory import Memory
        from shiryo.layout.handout.memory import Memory as SetMemory

        self._memory, self._set = self._memory or Memory(), self._set or SetMemory()
        given = self._inputs
        outline = loaded.outline
        material = Material(outline, loaded.places, self._file, given.article, given.assets)
        return Press(material, given.templates, self._fonts, self._memory, self._set)

    def _laid(self, press: Press, output: Output) -> tuple[PageSet, Diagnostics]:
        if output == HANDOUT:
            return press.handout(press.material.outline.handout.variant)
        return press.deck

    def _end(self, output: Output) -> None:
        """Let go of what the last round of an output had no use for."""
        memory = self._memory if output == DECK else self._set
        if memory:
            memory.end()

    def _pages(self, output: Output, pages: PageSet) -> Iterator[str]:
        """Yield the pages of an output as SVG: what `shiryo.render.svg.write` makes of them."""
        from shiryo.render import svg

        self._outlines = self._outlines or svg.Outlines()
        folder = "slides" if output == DECK else output
        found = list(pages.pages)
        links, info = svg.links(found), pages.info
        for n, page in enumerate(found):
            led = tuple(links.get(target) for target in _targets(page))
            key = (page.title, info.title, info.language, led)
            known = self._drawn.get((output, n))
            if known is None or known.items is not page.items or known.key != key:
                made = svg.drawing(page, pages, self._outlines, f"{folder}{n + 1}-", links)
                known = self._drawn[output, n] = _Drawing(page.items, key, made)
            yield known.svg
        for n in range(
            len(found), 1 + max((n for of, n in self._drawn if of == output), default=0)
        ):
            self._drawn.pop((output, n), None)

    def _changed(self, output: Output, drawn: Mapping[int, str]) -> Mapping[int, str]:
        changed = {n: made for n, made in drawn.items() if self._given.get((output, n)) != made}
        gone = [key for key in self._given if key[0] == output and key[1] not in drawn]
        for key in gone:
            del self._given[key]
        self._given |= {(output, n): made for n, made in changed.items()}
        return changed

    def _checks(self, loaded: yaml.Loaded) -> Diagnostics:
        article = self._inputs.article
        return (
            *check.check(loaded, article),
            *(edited.notes(loaded, article, each=False) if article else ()),
            *(d for made in self._inputs.templates.values() for d in contrast.check(made)),
        )


class _Drawing(NamedTuple):
    """A page as it was drawn, and what it was drawn from."""

    items: tuple[Item, ...]
    key: Hashable
    svg: str


def _targets(page: Page) -> list[Name]:
    """Return what the links of a page lead to within its output."""
    names = (name(run.href) for run in runs_of(page.items) if run.href)
    return [target for target in names if target is not None]
