"""`Deck` → pages: every slide as one or more pages of 16 : 9, with nothing that overflows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from shiryo import document, inline, pages
from shiryo.diagnostics import Diagnostic, Diagnostics
from shiryo.layout import slides
from shiryo.layout.slides import arrange, chrome, cover
from shiryo.layout.slides.layouts import layouts
from shiryo.layout.slides.look import Look
from shiryo.layout.text import Compositor, font_files
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points, Rect


@dataclass(frozen=True, slots=True)
class _Plan:
    """A slide, and what each of its pages shows."""

    slide: document.Slide
    look: Look
    parts: list[list[arrange.Part]]
    frame: Rect
    notes: tuple[inline.Text, ...] = ()


def lay_out(deck: document.Deck, theme: Theme, fonts: Fonts) -> tuple[pages.PageSet, Diagnostics]:
    """Lay a deck out in a theme.

    Returns the pages, and what could not be shown as it should be; nothing is left out.
    """
    compositor = Compositor(fonts, "solid", ruby=False, allowance=theme.deck.allowance)
    look = Look(theme, compositor, deck.labels, "", theme.deck.type["body"].size)
    plans = [_plan(slide, look) for slide in deck.slides]
    numbers, total = _numbers(plans)
    drawn: list[pages.Page] = []
    for plan in plans:
        if plan.slide.role == "agenda":
            plan = _plan(plan.slide, replace(look, numbers=numbers))
        for n in range(len(plan.parts)):
            drawn.append(_page(deck, plan, n, len(drawn) + 1, total))
    problems: list[Diagnostic] = []
    width, height = theme.deck.size
    return (
        pages.PageSet(
            width,
            height,
            tuple(_titled(drawn)),
            _info(deck.info),
            font_files(fonts),
            layouts(look),
            dict(theme.colours),
            fonts.face("gothic", 400).family,
        ),
        tuple(problems),
    )


def _plan(slide: document.Slide, look: Look) -> _Plan:
    look = replace(look, title=inline.plain(slide.title))
    if slide.role in ("cover", "section"):
        return _Plan(slide, look, [[]], look.frame("content"))
    said = chrome.message(look, slide.message)
    cited = chrome.source(look, slide.source, ())
    frame = chrome.content(look, said, cited)
    deck = look.theme.deck
    parts = arrange.arrange(
        lambda size: _variants(slide, look.at(size), frame.width),
        deck.sizes,
        look.body,
        frame.height,
        look.space("block"),
        look.space("favour"),
    )
    return _Plan(slide, look, parts, frame)


def _variants(slide: document.Slide, look: Look, width: Points) -> list[list[slides.Form]]:
    """Return the blocks in the forms to prefer, and in those that fit anywhere."""
    made = [slides.forms(block, look, width, slide.role) for block in slide.blocks]
    if all(len(forms) == 1 for forms in made):
        return [[forms[0] for forms in made]]
    return [[forms[0] for forms in made], [forms[-1] for forms in made]]


def _spacing(look: Look) -> arrange.Spacing:
    return arrange.Spacing(look.space("block"), look.space("block-most"), look.space("drop"))


def _numbers(plans: Sequence[_Plan]) -> tuple[Mapping[str, int], int]:
    numbers, at = dict[str, int](), 1
    for plan in plans:
        numbers.setdefault(plan.slide.id, at)
        at += len(plan.parts)
    return numbers, at - 1


def _page(deck: document.Deck, plan: _Plan, n: int, number: int, total: int) -> pages.Page:
    slide, look = plan.slide, plan.look
    title = _continued(slide.title, deck.labels, n + 1, len(plan.parts))
    foot = chrome.foot(look, deck.footer, deck.labels.page.format(n=number, total=total))
    if slide.role == "cover":
        items, layout = cover.cover(deck, look), "cover"
    elif slide.role == "section":
        items, layout = [*cover.divider(slide, look), *foot], "section"
    else:
        items = [*_content(plan, n, title), *foot]
        layout = "content" if _has_body(items) else "visual"
    return pages.Page(
        tuple(items),
        layout,
        inline.plain(title),
        slide.notes if n == 0 else "",
        (pages.Anchor(slide.id, 0, inline.plain(title)),) if n == 0 else (),
        slide.group,
    )


def _content(plan: _Plan, n: int, title: inline.Text) -> Iterator[pages.Item]:
    look = plan.look
    yield chrome.title(look, title)
    if said := chrome.message(look, plan.slide.message):
        yield said
    yield from arrange.stack(plan.parts[n], plan.frame, _spacing(look))
    if cited := chrome.source(look, plan.slide.source, plan.notes):
        yield cited


def _has_body(items: Sequence[pages.Item]) -> bool:
    return any(isinstance(i, pages.TextBox) and i.placeholder == "body" for i in items)


def _continued(title: inline.Text, labels: document.Labels, n: int, total: int) -> inline.Text:
    if total == 1:
        return title
    return (*title, inline.Run(labels.continued.format(n=n, total=total)))


def _titled(drawn: Sequence[pages.Page]) -> Iterator[pages.Page]:
    """Give each page a title of its own."""
    seen: dict[str, int] = {}
    for page in drawn:
        seen[page.title] = count = seen.get(page.title, 0) + 1
        yield page if count == 1 else replace(page, title=f"{page.title}（{count}）")


def _info(info: document.Info) -> pages.Info:
    return pages.Info(
        info.title, info.author, info.subject, info.keywords, info.language, info.date
    )
