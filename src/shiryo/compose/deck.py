"""`Outline` → `Deck`: which slides there are, and what each says."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import get_args

from shiryo import document, inline, origins
from shiryo.compose import apart, blocks, grouping, notes, shared
from shiryo.compose.grouping import Group, Placed
from shiryo.compose.material import Composer, Material, joined, parsed, union
from shiryo.diagnostics import Diagnostics, Path, has_errors
from shiryo.document.numbers import counted
from shiryo.messages import wording
from shiryo.outline import model
from shiryo.targets import Own
from shiryo.template.model import Template

_RANGES = 5
"""Ranges of lines that a slide names as its source."""


def compose(material: Material, template: Template) -> tuple[document.Deck, Diagnostics]:
    """Compose the deck of an outline.

    Raises Failed where the template's words cannot be rendered.
    """
    composer = Composer(material, template)
    outline, options = material.outline, material.outline.deck
    shown = [
        (n, section, slides)
        for n, section in enumerate(outline.sections)
        if section.only != "handout" and (slides := [*_section(composer, section, ("sections", n))])
    ]
    sections = [(n, section) for n, section, _ in shown]
    front = [_cover(composer)]
    if options.agenda and len(sections) > 1:
        front.append(_agenda(composer, sections))
    slides = [*_in_group(composer, "front-group", front)]
    slides += apart.told(composer, [slide for _, _, made in shown for slide in made])
    back = list[document.Slide]()
    if options.summary and outline.summary:
        back.append(_summary(composer))
    if options.glossary and outline.glossary:
        back.append(_glossary(composer))
    if options.sources and _leads_on(outline):
        back.append(_sources(composer, shared.references(composer)))
    slides += _in_group(composer, "back-group", back)
    deck = document.Deck(
        info=shared.info(composer),
        title=composer.text(outline.title, ("title",)),
        subtitle=composer.text(outline.subtitle, ("subtitle",)),
        label=composer.text(outline.label, ("label",)),
        byline=_byline(composer),
        footer=composer.added("footer"),
        slides=tuple(slides),
        labels=_numbered(shared.labels(composer), total=options.total),
        marks=_marks(composer),
    )
    return deck, composer.diagnostics


def _marks(composer: Composer) -> document.Marks:
    outline = composer.outline
    return document.Marks(
        composer.text(outline.number, ("number",)),
        composer.text(outline.confidentiality, ("confidentiality",)),
        _logo(composer, outline.logo) if outline.logo else None,
    )


def _logo(composer: Composer, source: model.Logo) -> document.Logo | None:
    path: Path = ("logo", "file")
    if (made := blocks.named_picture(composer, source.file, path)) is None:
        return None
    alt = composer.string(source.alt, ("logo", "alt"))
    return document.Logo(made.data, made.size, alt, source.place, source.height)


def _numbered(labels: document.Labels, *, total: bool) -> document.Labels:
    return labels if total else replace(labels, page=labels.number)


def _byline(composer: Composer) -> tuple[inline.Text, ...]:
    lines = composer.rendered("cover-byline").splitlines()
    origin = origins.words("cover-byline")
    said = (parsed(line.strip()) for line in lines if line.strip())
    return tuple(inline.written(text, origin) for text in said)


def _in_group(
    composer: Composer, label: str, slides: Iterable[document.Slide]
) -> Iterator[document.Slide]:
    """Yield slides as a group of PowerPoint's that a label of the theme names."""
    for slide in slides:
        name = composer.theme.labels[label]
        yield replace(slide, group=name, group_origin=origins.label(label))


def _cover(composer: Composer) -> document.Slide:
    title = composer.text(composer.outline.title, ("title",))
    line = composer.line(("title",))
    return document.Slide(Own("cover"), "cover", title, line=line)


def _agenda(composer: Composer, sections: list[tuple[int, model.Section]]) -> document.Slide:
    titles = [composer.text(section.title, ("sections", n, "title")) for n, section in sections]
    numbers = counted(list(map(inline.plain, titles)))
    entries = tuple(
        document.AgendaEntry(
            str(number) if number else "",
            title,
            composer.text(section.brief, ("sections", n, "brief")),
            section.id,
        )
        for number, title, (n, section) in zip(numbers, titles, sections, strict=True)
    )
    return document.Slide(
        Own("agenda"),
        "agenda",
        composer.label("agenda-title"),
        composer.added("agenda-message", count=len(entries)),
        (document.Agenda(entries),),
    )


def _section(
    composer: Composer, section: model.Section, path: Path, over: inline.Text = ()
) -> Iterator[document.Slide]:
    """Yield the slides of a section and of those in it, as PowerPoint's group ``over`` them."""
    over = over or composer.text(section.title, (*path, "title"))
    group = inline.plain(over)
    below = [
        slide
        for n, part in enumerate(section.sections)
        if part.only != "handout"
        for slide in _section(composer, part, (*path, "sections", n), over)
    ]
    own = list(_own_slides(composer, section, path, divides=bool(below)))
    if not (own or below) and not has_errors(composer.diagnostics):
        title = composer.string(section.title, (*path, "title"))
        composer.report("compose.no-slide", (*path, "title"), title=title)
    for n, slide in enumerate(own):
        number = "" if n == 0 else f".{n + 1}"
        origin = inline.origin(over)
        name = section.id + number
        yield slide.alike(id=name, group=group, section=section.id, group_origin=origin)
    yield from below


def _own_slides(
    composer: Composer, section: model.Section, path: Path, *, divides: bool
) -> Iterator[document.Slide]:
    """Yield the slides of a section itself; ``divides``: whether there are others below it."""
    placed = [*grouping.placed(composer, section, path)]
    prose = [p for p in placed if isinstance(p.block, document.Prose)]
    shown = [p for p in placed if not isinstance(p.block, document.Prose)]
    if not shown and (divides or not prose):
        if divides or section.message:
            yield _slide(composer, section, path, Group(()), prose, divider=divides)
        return
    if not shown:
        shown, prose = prose, []
    groups = grouping.grouped(composer, section, shown)
    whole = grouping.whole(section, path, groups)
    for n in range(len(groups)):
        slide, *joined = (
            _slide(composer, section, path, group, [] if n else prose, beside=len(groups) > 1)
            for group in grouping.neighbours(groups[n:])
        )
        slide = replace(slide, joined=tuple(joined))
        if whole and not n:
            slide = replace(slide, whole=_slide(composer, section, path, whole, prose))
        yield slide


def _slide(
    composer: Composer,
    section: model.Section,
    path: Path,
    group: Group,
    prose: Iterable[Placed],
    *,
    divider: bool = False,
    beside: bool = False,
) -> document.Slide:
    """Return a slide; ``beside``: whether the section has others, where its message stands."""
    placed = group.placed
    own = [r for source, _, _ in placed for r in blocks.lines(source)]
    lines = union(own or list(section.lines))
    title = composer.text(section.title, (*path, "title"))
    message = composer.text(section.message, (*path, "message"))
    if placed and placed[0].source.message is not None:
        message = composer.text(placed[0].source.message, (*placed[0].path, "message"))
    shown = tuple(block for _, block, _ in placed)
    texts = [p for _, b, _ in prose if isinstance(b, document.Prose) for p in b.paragraphs]
    if message and not shown and not divider:  # the claim is all there is to say
        shown, message = (document.Bullets((document.Item(message),)),), ()
    if len(shown) == 1 and isinstance(shown[0], document.Definition) and beside:
        term = shown[0].term
        where = inline.origin(term) or ()
        title = composer.added("definition-title", where, term=inline.plain(term))
        message = ()
    return document.Slide(
        id=section.id,
        role="section" if divider else "content",
        title=title,
        message=message,
        blocks=shown,
        source=composer.source(joined(lines, _RANGES)),
        notes=notes.of_section(composer, section, path, texts, lines),
        line=composer.line(path),
        together=group.together,
        beside=group.beside,
        asked=composer.line(group.asked) if group.asked else 0,
        layout="" if divider else _layout(composer, section, path),
    )


def _layout(composer: Composer, section: model.Section, path: Path) -> str:
    """Return what the layout of a company's file serves for that a section names."""
    name, layouts = section.slide_layout, composer.theme.deck.layouts
    if name in ("cover", "section") and name in layouts:
        name = layouts[name].layout  # as a layout for content
    if not name or name in layouts:
        return name
    near = get_close_matches(name[:100], (*layouts, *get_args(model.Form)), 1)
    remedy = wording("causes.near", near=near[0]) if near else wording("causes.layout")
    composer.report("compose.no-layout", (*path, "layout"), layout=name, remedy=remedy)
    return ""


def _summary(composer: Composer) -> document.Slide:
    outline = composer.outline
    lines = union(blocks.lines(outline.summary))
    return document.Slide(
        Own("summary"),
        "summary",
        composer.label("summary-title"),
        composer.text(outline.message, ("message",)),
        (document.Bullets(blocks.items(composer, outline.summary, ("summary",))),),
        source=composer.source(lines),
        notes=notes.of_lines(composer, lines),
        line=composer.line(("summary",)),
    )


def _glossary(composer: Composer) -> document.Slide:
    return document.Slide(
        Own("glossary"),
        "glossary",
        composer.label("glossary-title"),
        blocks=(document.Glossary(shared.terms(composer)),),
        line=composer.line(("glossary",)),
    )


def _leads_on(outline: model.Outline) -> bool:
    """Tell whether the sources lead anywhere: the name of the article alone is on the cover."""
    return bool(outline.sources or (outline.source and outline.source.url))


def _sources(composer: Composer, references: tuple[inline.Text, ...]) -> document.Slide:
    return document.Slide(
        Own("sources"),
        "sources",
        composer.label("sources-title"),
        blocks=(document.References(references),),
        line=composer.line(("sources",)),
    )
