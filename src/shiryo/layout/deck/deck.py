"""`Deck` → pages: every slide as one or more pages, with nothing that overflows.

Slides are first arranged, which tells how many pages there are; then they are drawn, with the
numbers of pages that footers and the agenda show.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from shiryo import document, inline, origins, pages
from shiryo.diagnostics import Diagnostic, Diagnostics, Span, diagnose
from shiryo.layout.deck import (
    abridge,
    arrange,
    chrome,
    company,
    cover,
    footnotes,
    inside,
    layouts,
    marks,
    sharing,
)
from shiryo.layout.deck.grouping import Object, flat, gathered
from shiryo.layout.deck.look import Look
from shiryo.layout.deck.memory import Drawn, Memory
from shiryo.layout.deck.plan import Plan, is_met, on_one, plan
from shiryo.layout.deck.readings import spacing
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.font_files import FontFiles
from shiryo.pages.walk import boxes_of
from shiryo.targets import Name
from shiryo.template.labels import filled
from shiryo.template.model import Base, Theme
from shiryo.typeset.fonts import Fonts

_MOST = 10
"""Objects of a slide that a person finds side by side."""
_OTHER = 0.05
"""Share of a measure by which Latin letters of another font may be wider."""
_CONTINUED = origins.label("continued")


def lay_out(
    deck: document.Deck,
    theme: Theme,
    fonts: Fonts,
    memory: Memory | None = None,
    base: Base | None = None,
) -> tuple[pages.PageSet, Diagnostics]:
    """Lay a deck out in a theme; what the ``memory`` of this theme has is not laid out again.

    ``base`` is the company's file that it is made in, if it is.

    Returns the pages, and what could not be shown as it should be; nothing is left out. Spans of
    diagnostics name the line of the outline, and an empty file.
    """
    theme = marks.spared(theme, deck.marks)
    compositor = Compositor(fonts, "solid", ruby=False, allowance=_allowance(theme))
    look = Look(theme, compositor, deck.labels, "", theme.deck.type["body"].size)
    if base:
        look = replace(look, company=company.Company(base.office, theme.deck.layouts))
    if not deck.slides or deck.slides[0].role != "cover":
        look = replace(look, heading="H1")
    planning, joining = (memory.plan, memory.on_one) if memory else (plan, on_one)
    shared = sharing.planned(deck.slides, look, planning, joining)
    slides = [slide for slide, _ in shared]
    first = base.office.first if base else 1
    plans = _counted(slides, [made for _, made in shared], look, planning, first)
    total = sum(len(planned.parts) for planned in plans)
    drawn, problems = list[pages.Page](), list[Diagnostic]()
    for slide in slides:
        if slide.role == "cover":
            problems += cover.problems(deck, replace(look, on="cover"), slide.line)
        problems += [*abridge.problems(slide), *inside.blurred(slide, look.space("image-least"))]
    problems += [problem for shown in zip(slides, plans, strict=True) for problem in _unmet(*shown)]
    for planned, titles in zip(plans, _titles(plans, deck.labels), strict=True):
        for n, (title, again) in enumerate(titles):
            number = (len(drawn) + first, total + first - 1)
            draw = partial(_drawn, deck, planned, n, title, number, again, fonts)
            key = (n, inline.plain(title), number, again, _shown(deck, planned.slide.role))
            page, found = memory.drawn(planned, key, draw) if memory else draw()
            drawn.append(page)
            problems += found
    width, height = theme.deck.size
    if look.company:
        there, drawn = company.settled(drawn, look.company, compositor)
    else:
        there, drawn = layouts.settled(drawn, look)
    made = pages.PageSet(
        width,
        height,
        tuple(_bookmarked(_titled(drawn))),
        deck.info,
        FontFiles(fonts),
        there,
        dict(theme.colours),
        fonts.face("gothic", 400).family,
        {fonts.face(kind, 400).family: name for kind, name in theme.fonts.office.items()},
        base=base.data if base else b"",
        shades=base.shades if base else {},
        first=first,
    )
    return made, tuple(dict.fromkeys(problems))


def _allowance(theme: Theme) -> float:
    """Return the share of a measure kept free: more where another font than ours is asked for."""
    return max(theme.deck.allowance, _OTHER if theme.fonts.office else 0)


def _numbers(plans: Sequence[Plan], first: int) -> Mapping[Name, int]:
    """Return the number of each slide's first page, counted from ``first``."""
    numbers, at = dict[Name, int](), first
    for planned in plans:
        numbers.setdefault(planned.slide.id, at)
        at += len(planned.parts)
    return numbers


def _counted(
    slides: Sequence[document.Slide],
    plans: Sequence[Plan],
    look: Look,
    planning: Callable[[document.Slide, Look], Plan],
    first: int,
) -> Sequence[Plan]:
    """Return the plans, that of the agenda with the numbers of the pages that it names.

    These may make it longer, and so change; then they are set once more.
    """
    known: Mapping[Name, int] = {}
    for _ in range(2):
        numbers = _numbers(plans, first)
        if numbers == known:
            break
        known = numbers
        numbered = replace(look, numbers=numbers)
        plans = [
            planning(slide, numbered) if slide.role == "agenda" else planned
            for slide, planned in zip(slides, plans, strict=True)
        ]
    return plans


def _drawn(
    deck: document.Deck,
    planned: Plan,
    n: int,
    title: inline.Text,
    number: tuple[int, int],
    again: bool,
    fonts: Fonts,
) -> Drawn:
    page = _Draft(deck, planned, n, title, number, again)
    return page.page(), tuple(page.problems(fonts))


def _shown(deck: document.Deck, role: str) -> Hashable:
    """Return what of the deck itself stands on a slide of a role."""
    cover = (deck.title, deck.subtitle, deck.label, deck.byline) if role == "cover" else ()
    return deck.footer, deck.marks, cover


class _Draft:
    """A page being drawn: what stands over, on and under its content."""

    def __init__(
        self,
        deck: document.Deck,
        planned: Plan,
        n: int,
        title: inline.Text,
        number: tuple[int, int],
        again: bool,
    ) -> None:
        self._planned, self._n, self._title = planned, n, title
        self._again: list[pages.Role] = ["title"] if again else []
        self._again += ["message"] if n and n not in planned.messages else []
        slide, look = planned.slide, planned.look
        page = filled(deck.labels.page, n=number[0], total=number[1])
        self._foot: list[pages.Item] = []
        if slide.role != "cover":
            self._foot = [*marks.drawn(look, deck.marks), *chrome.foot(look, deck.footer, page)]
        self._head: Sequence[pages.Item]
        self._objects: list[Object] = []
        if slide.role == "cover":
            self._head = cover.cover(deck, look)
        elif slide.role == "section":
            self._head = cover.divider(slide, look)
        else:
            said = planned.messages.get(n, slide.message)
            self._head = chrome.head(look, self._title, said)
            self._objects = arrange.stack(planned.parts[n], planned.frame, spacing(look))
            notes = footnotes.called(planned.notes, [*self._head, *self._body])
            if cited := chrome.source(look, slide.source, notes):
                self._foot.insert(0, cited)

    @property
    def _body(self) -> list[pages.Item]:
        return flat(self._objects)[0]

    def page(self) -> pages.Page:
        """Return the page; its title is not yet unique."""
        slide, title = self._planned.slide, inline.plain(self._title)
        ground = tuple(i for i in self._objects if isinstance(i, pages.Shape) and i.ground)
        body = [i for i in self._objects if i not in ground] if ground else self._objects
        body = gathered(body, _MOST - len(self._head) - len(self._foot))
        items, groups = flat([*self._head, *body, *self._foot])
        return pages.Page(
            tuple(items),
            self._layout(),
            title,
            slide.notes if self._n == 0 else (),
            (pages.Anchor(slide.id, 0, title),) if self._n == 0 else (),
            slide.group,
            tuple(self._again),
            slide.group_origin,
            tuple(groups),
            ground,
        )

    def _layout(self) -> str:
        """Return the name of the layout that the page is on, or is to be like."""
        role, look = self._planned.slide.role, self._planned.look
        sort = layouts.sort((*self._head, *self._body), role, self._planned.frame.width)
        return look.company.suited(look.on, sort) if look.company else sort

    def problems(self, fonts: Fonts) -> Iterator[Diagnostic]:
        """Report what is wider or higher than its place, and characters that no font has."""
        planned = self._planned
        line, look = planned.slide.line, planned.look
        everything = [*self._head, *self._body, *self._foot]
        body = list[pages.Item]()
        for item in self._body:
            if (problem := inside.crowded(item, look.limit("chart-categories"), line)) is None:
                body.append(item)
            else:
                yield problem
        yield from inside.overflows(body, fonts.used, planned.frame.bottom, line)
        page = look.theme.deck.size[1]
        yield from inside.overflows([*self._head, *self._foot], fonts.used, page, line)
        if self._n == 0:
            yield from chrome.too_long(look, self._head, line)
        text = "".join(map(inside.plain, boxes_of(everything)))
        if missing := fonts.missing(text):
            span = Span("", line) if line else None
            yield diagnose("layout.missing-glyph", span, characters="".join(sorted(missing)))


def _unmet(slide: document.Slide, planned: Plan) -> Iterator[Diagnostic]:
    """Report a form that was asked for and has no room."""
    asked = slide.whole.asked if slide.whole else 0
    if slide.asked and not is_met(planned):
        asked = slide.asked
    if asked:
        yield diagnose("layout.no-room", Span("", asked), title=inline.plain(slide.title))


def _titles(
    plans: Sequence[Plan], labels: document.Labels
) -> Iterator[list[tuple[inline.Text, bool]]]:
    """Yield the titles of each slide's pages, and whether each has stood over a page before.

    Those that several pages of a section share are counted.
    """

    def key(planned: Plan) -> tuple[str, str, inline.Text]:
        return planned.slide.group, planned.slide.section, planned.slide.title

    totals, seen = Counter[tuple[str, str, inline.Text]](), Counter[tuple[str, str, inline.Text]]()
    for planned in plans:
        totals[key(planned)] += len(planned.parts)
    for planned in plans:
        titles, total = list[tuple[inline.Text, bool]](), totals[key(planned)]
        for _ in planned.parts:
            seen[key(planned)] += 1
            mark = filled(labels.continued, n=seen[key(planned)], total=total)
            counted = (*planned.slide.title, inline.Run(mark, origin=_CONTINUED))
            title = counted if total > 1 else planned.slide.title
            titles.append((title, seen[key(planned)] > 1))
        yield titles


def _titled(drawn: Sequence[pages.Page]) -> Iterator[pages.Page]:
    """Give each page a title of its own."""
    seen: dict[str, int] = {}
    for page in drawn:
        seen[page.title] = count = seen.get(page.title, 0) + 1
        yield page if count == 1 else replace(page, title=f"{page.title}（{count}）")


def _bookmarked(drawn: Iterable[pages.Page]) -> Iterator[pages.Page]:
    """Put the bookmarks of a group's pages under one for the group, its first page's own or new."""
    group = ""
    for page in drawn:
        anchors = page.anchors
        if anchors and page.group:
            over = pages.Anchor(f"{anchors[0].name}.group", 0, page.group)
            if page.group == group or anchors[0].title != page.group:
                under = tuple(replace(anchor, level=2) for anchor in anchors)
                anchors = under if page.group == group else (over, *under)
        group = page.group
        yield replace(page, anchors=anchors)
