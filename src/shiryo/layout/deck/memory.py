"""What was laid out before: plans and pages of slides that say the same as they did.

A slide is known by all that it says, where that is written among it, but for its line and its
notes. Elements of pages that are remembered are not their own among those of a `PageSet`: such
pages are to be looked at, not to be tagged.
"""

from collections.abc import Callable, Hashable
from dataclasses import field, replace

from shiryo import document, pages
from shiryo.diagnostics import Diagnostic
from shiryo.layout.deck.look import Look
from shiryo.layout.deck.plan import Plan, on_one, plan
from shiryo.layout.remembered import digest
from shiryo.values import dataclass

Drawn = tuple[pages.Page, tuple[Diagnostic, ...]]
"""A page, and what is wrong with it."""


@dataclass
class Memory:
    """Plans and pages by what they are made from; those of the last round alone are kept."""

    _plans: dict[bytes, Plan | None] = field(default_factory=dict)
    _pages: dict[Hashable, Drawn] = field(default_factory=dict)
    _used: set[Hashable] = field(default_factory=set)

    def plan(self, slide: document.Slide, look: Look) -> Plan:
        """Return the plan of a slide, as `shiryo.layout.deck.plan` makes it."""
        made = self._made(b"", plan, slide, look)
        assert made is not None
        return made

    def on_one(self, slide: document.Slide, look: Look) -> Plan | None:
        """Return the plan of neighbours on one page, as `shiryo.layout.deck.plan` makes it."""
        return self._made(b"one", on_one, slide, look)

    def _made(
        self,
        kind: bytes,
        planning: Callable[[document.Slide, Look], Plan | None],
        slide: document.Slide,
        look: Look,
    ) -> Plan | None:
        key = _key(slide, look) + kind
        self._used.add(key)
        if key not in self._plans:
            made = planning(slide, look)
            self._plans[key] = replace(made, key=key) if made else None
        known = self._plans[key]
        if known is None:
            return None
        notes = known.slide.notes if slide.role == "section" else slide.notes
        return replace(
            known, slide=replace(known.slide, line=slide.line, asked=slide.asked, notes=notes)
        )

    def drawn(self, planned: Plan, key: Hashable, draw: Callable[[], Drawn]) -> Drawn:
        """Return a page of a slide; ``key`` has what else it shows. ``draw`` makes a new one."""
        whole = (planned.key, key)
        self._used.add(whole)
        if whole not in self._pages:
            self._pages[whole] = draw()
        page, problems = self._pages[whole]
        slide = planned.slide
        if page.notes:
            page = replace(page, notes=slide.notes)
        return page, tuple(_at(problem, slide.line) for problem in problems)

    def end(self) -> None:
        """Let go of what was not asked for since the last time."""
        self._plans = {key: made for key, made in self._plans.items() if key in self._used}
        self._pages = {key: made for key, made in self._pages.items() if key in self._used}
        self._used.clear()


def _key(slide: document.Slide, look: Look) -> bytes:
    notes = slide.notes if slide.role == "section" else ()
    title = look.theme.deck.frames["title"]
    numbers = dict(look.numbers) if slide.role == "agenda" else None
    shown = replace(slide.alone, line=0, notes=notes, asked=0)
    return digest((shown, numbers, look.heading, title))


def _at(problem: Diagnostic, line: int) -> Diagnostic:
    span = problem.span
    return replace(problem, span=replace(span, line=line)) if span and line else problem
