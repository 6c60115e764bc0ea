"""Drafting: `Article` → `Outline`, a start that an editor would accept and a deck can be made of.

Nothing is made up. A statement is a sentence of the article, or a clause of one, in plainer words
(`shorten`, `style`); it cites its lines and holds no number and no name that they lack.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from shiryo.addresses import beside, is_link
from shiryo.article import tree
from shiryo.article.model import Article, Block, Kind, Link
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.drafting import bounds, cards, ids, review, section, unused
from shiryo.drafting.forms import citations
from shiryo.drafting.marking import Marker
from shiryo.drafting.plan import (
    headed,
    length,
    notes,
    opening,
    raising,
    sharing,
    stepping,
    summary,
    titling,
)
from shiryo.drafting.replay import parallel, restyle
from shiryo.drafting.select import furniture, own, terms
from shiryo.drafting.wording.steps import DEFAULT
from shiryo.inline import escape
from shiryo.japanese.numerals import without_number
from shiryo.messages import wording
from shiryo.outline import model, statements

__all__ = ["draft"]


_MORE = 2
"""Statements of a conclusion that the last slide need not have."""


def draft(
    article: Article,
    source_file: str,
    options: model.DraftOptions | None = None,
    pictures: Collection[str] = (),
    figures: Mapping[str, str] = MappingProxyType({}),
) -> tuple[model.Outline, Diagnostics]:
    """Draft the outline of ``article``; ``source_file`` is its path as the outline should give it.

    ``options``: how long the deck is to be and in which style; the outline notes them.
    ``pictures``: paths from the outline of the article's pictures that it can show; ``figures``:
    those of pictures that stand in the article's file itself, by their `Block.href`.
    Returns the outline and what a person should look at (the reader's own doubts are not repeated).
    Raises Failed where the article has nothing to brief anybody on, or more than an outline takes.
    """
    bounds.refuse(article)
    article = _pictured(article, source_file, pictures, figures)
    parts, drafted, concluding = planned(article)
    if not drafted:
        raise Failed(diagnose("draft.nothing", Span(article.file)))
    before = sum(concluding is None or d.line < concluding.line for d in drafted)
    title = escape(article.title)
    url = article.url if is_link(article.url) else ""
    whole, points = summary.draft(_shown(drafted), concluding, article.title, len(article.lines))
    heads = dict(_heads(drafted))
    points = () if summary.is_table(parts) else points
    message = whole.text if whole else ""
    told = opening.closed(drafted, article.title, points, message)
    closing = (
        [_closing(concluding, [*told.points, *([whole] if whole else [])])] if concluding else []
    )
    shown = _even_briefs(told.sections)
    both = (sharing.gathered(s, heads, title) for s in (shown[:before], shown[before:]))
    first, last = (tuple(raising.raised(sections)) for sections in both)
    outline = model.Outline(
        shiryo=1,
        title=title,
        subtitle=escape(article.head.subtitle) or told.subtitle,
        label=escape(article.head.kind),
        organization=escape(article.head.organization),
        message=message,
        from_=whole.from_ if whole else (),
        how=whole.how if whole else (),
        date=article.date,
        source=model.Source(file=source_file, sha256=article.sha256, title=title, url=url),
        summary=told.points,
        sections=(*first, *closing, *last),
        sources=_sources(article),
    )
    outline, gone = _as_wanted(parallel.evened(outline, article), article, options, heads)
    marker = Marker(article)
    outline = marker.outline(outline)
    found = tuple(review.reviews(article, marker.placed))
    left = unused.unused(article, outline, marker.placed)
    sections = titling.told(outline.sections)
    outline = outline.model_copy(update={"review": found, "unused": left, "sections": sections})
    outline, cut = bounds.fitted(outline, article)
    said = (*_diagnostics(article, outline, heads), *unused.note(article, left))
    return outline, (*cut, *said, *gone)


def _opening(article: Article) -> str:
    """Return what stands over the words before the first heading: a name that no heading has."""
    heads = {without_number(b.text) for b in article.blocks if b.kind is Kind.HEADING}
    names = [wording(f"drafted.{name}") for name in ("introduction", "opening", "front")]
    return next((name for name in names if name not in heads), names[-1])


def planned(
    article: Article,
) -> tuple[list[tree.Part], list[section.Drafted], section.Drafted | None]:
    """Return the article's parts, what each section says, and what its own conclusion says."""
    lost = review.broken(article)
    parts = tree.grow(article, _opening(article))
    article = replace(article, own=own.nouns(parts), terms=terms.sets_rules(article))
    conclusion = summary.conclusion(parts)
    body = [part for part in parts if part is not conclusion]
    names, aside = ids.ids(parts), furniture.lines(body)
    drafted = _sections(body, names, article, lost, aside, top=True)
    closing = _sections([conclusion] if conclusion else [], names, article, lost)
    return parts, drafted, closing[0] if closing else None


def _pictured(
    article: Article, source: str, pictures: Collection[str], figures: Mapping[str, str]
) -> Article:
    """Return the article with the images that are there as pictures."""
    found = list[Block]()
    for block in article.blocks:
        path = figures.get(block.href) or beside(source, block.href)
        there = block.kind is Kind.IMAGE and (block.href in figures or path in pictures)
        found.append(replace(block, kind=Kind.PICTURE, href=path) if there else block)
    return replace(article, blocks=tuple(found))


def _as_wanted(
    outline: model.Outline,
    article: Article,
    options: model.DraftOptions | None,
    heads: cards.Heads,
) -> tuple[model.Outline, Diagnostics]:
    """Return the draft of the wanted length and style, and what that leaves out of the deck."""
    if options is None:
        return restyle.restyled(outline, article, DEFAULT), ()
    found: Diagnostics = ()
    slides, sections = options.slides or options.minutes, outline.sections
    if slides:
        sections = length.fitted(sections, slides, heads)
        gone = list(length.left_out(outline.sections, sections))
        if gone:
            titles = "、".join(f"「{title}」" for title in gone)
            found = (
                diagnose("draft.left-out", Span(article.file), count=len(gone), titles=titles),
            )
    if options.minutes:
        each = notes.PER_MINUTE * options.minutes / slides
        sections = tuple(notes.noted(section, each) for section in sections)
    made = outline.model_copy(update={"sections": sections, "draft": options})
    return restyle.restyled(made, article, options.style), found


def _heads(drafted: Sequence[section.Drafted]) -> Iterator[tuple[str, str]]:
    """Yield the id of each section and where its heading stands."""
    for found in drafted:
        if found.line:
            yield found.section.id, model.line_ref(found.line, found.line)
        yield from _heads(found.below)


def _sections(
    parts: Sequence[tree.Part],
    names: Mapping[int, str],
    article: Article,
    lost: frozenset[int],
    aside: frozenset[int] = frozenset(),
    *,
    top: bool = False,
) -> list[section.Drafted]:
    """Draft ``parts`` and what is below them; ``names``: ids, by the line of the heading.

    ``aside``: the headings of those that make no slide.
    """
    found: list[section.Drafted] = []
    steps = {id(part) for some in stepping.row([p.title for p in parts]) for part in parts[some]}
    for part in parts:
        below = _sections(part.parts, names, article, lost, aside)
        drafted = section.draft(part, names[part.line], tuple(below), article, lost, top=top)
        if bare := headed.listed(part, {each.line for each in below}):
            drafted = section.listing(drafted or section.bare(part, names[part.line]), bare)
        if drafted and part.line in aside:
            drafted = replace(drafted, section=cards.printed(drafted.section), message=None)
        if drafted:
            found.append(drafted)
        elif id(part) in steps:
            found.append(section.bare(part, names[part.line]))
    return found


def _shown(drafted: Sequence[section.Drafted]) -> list[section.Drafted]:
    """Return what the deck shows of them, at all depths."""
    return [
        replace(d, below=tuple(_shown(d.below))) for d in drafted if d.section.only != "handout"
    ]


def _closing(drafted: section.Drafted, points: Sequence[model.Item]) -> model.Section:
    """Return the conclusion for the handout; the deck has its ``points`` on the last slide.

    One that says much besides these has slides of its own.
    """
    told = {statements.shown(point.text) for point in points}
    said = (one for item in cards.said(drafted.section) for one in (item, *item.items))
    if sum(statements.shown(one.text) not in told for one in said) > _MORE:
        return drafted.section
    kept = tuple(b for b in drafted.section.blocks if b.only != "deck")
    return drafted.section.model_copy(update={"only": "handout", "blocks": kept})


def _even_briefs(sections: Sequence[model.Section]) -> Sequence[model.Section]:
    """Keep briefs that tell sections apart, and only where half of the sections have one."""
    times = Counter(section.brief for section in sections)
    kept = {brief for brief, count in times.items() if brief and count == 1}
    if 2 * len(kept) < len(sections):
        kept = set()
    return [s if s.brief in kept else s.model_copy(update={"brief": ""}) for s in sections]


_LINKING = (
    Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM, Kind.LEAD_IN, Kind.DEFINITION, Kind.QUOTE, Kind.TABLE,
    Kind.CAPTION,
)  # fmt: skip
"""Blocks whose links are sources."""


def _sources(article: Article) -> tuple[model.Reference, ...]:
    """Return what is cited, then what the text links to, once each; promotion stays out."""
    cited = (b for b in article.blocks if b.kind is Kind.CITATION)
    found = [source for b in cited for source in citations.sources(b)]
    noted = [b for b in article.blocks if b.kind is Kind.NOTE and b.href]
    found += citations.linked([Link(_linked(b), b.href, b.first) for b in noted])
    text = [b for b in article.blocks if b.kind is not Kind.NOTE]
    kinds = {n: b.kind for b in text for n in range(b.first, b.last + 1)}
    own = article.url.partition("#")[0]
    leads = [x for x in article.links if x.href.partition("#")[0] != own]
    found += citations.linked([x for x in leads if kinds.get(x.first) in _LINKING])
    once: dict[str, model.Reference] = {}
    for reference in found:
        once.setdefault(reference.url or reference.title, reference)
    return tuple(citations.apart([*once.values()], article.blocks))


def _linked(note: Block) -> str:
    """Return the words that a footnote links to its address."""
    runs = (run for text in note.texts() for run in text)
    return next((run.text for run in runs if run.href == note.href), "")


def _diagnostics(
    article: Article, outline: model.Outline, heads: cards.Heads
) -> Iterator[Diagnostic]:
    if not any(block.kind is Kind.HEADING for block in article.blocks):
        yield diagnose("draft.no-headings", Span(article.file))
    seen = {"ruby", *(doubt.kind for doubt in article.doubts)}
    for note in outline.review:
        if note.kind not in seen and note.at:
            at = article.span(*model.line_range(note.at))
            yield diagnose("draft.review", at, kind=note.kind, text=note.text)
    for _, found in outline.walk():
        says = found.blocks or found.only is None
        claims = found.message or any(block.message for block in found.blocks)
        if says and not (claims or found.sections or found.only == "deck"):
            head = heads.get(found.id)
            span = article.span(*model.line_range(head)) if head else Span(article.file)
            yield diagnose("draft.no-message", span, title=found.title)
