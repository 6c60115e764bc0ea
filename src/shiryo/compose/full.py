"""`Article` → `Handout`: the whole text of the article, under the outline's title."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from shiryo import document as d
from shiryo import inline, limits, origins
from shiryo.addresses import beside, is_link
from shiryo.article import numbers, tree
from shiryo.article.marks import letters, moved, parted, shown
from shiryo.article.model import Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.compose import blocks, handout, pictures
from shiryo.compose.material import Composer, Material, parsed
from shiryo.diagnostics import Diagnostics, Failed, Path, Span, diagnose
from shiryo.facts import facts
from shiryo.origins import Origin
from shiryo.outline.model import Section as Drafted
from shiryo.template.model import Template

_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN, Kind.CAPTION, Kind.NOTE, Kind.CODE, Kind.MASTHEAD)
_INSIDE = 2 / 3
"""The share of what a section of the outline cites that must stand in one of the article."""


def compose(material: Material, template: Template) -> tuple[d.Handout, Diagnostics]:
    """Compose the handout of an article: its own words, in its own order.

    Title, main points and sources are the outline's, and so are the titles of its sections where
    they are about the same lines. What is no part of the text (thanks, advertising, bubbles that
    say nothing), and pictures whose files there are not, are left out, and a note says so. Raises
    Failed without the article.
    """
    composer, article = Composer(material, template, handout=True, whole=True), material.article
    if article is None or not article.blocks:
        line = material.places.line(("source",)) or material.places.line(("handout",))
        raise Failed(diagnose("handout.no-article", Span(material.file, line)))
    shown = _pictures(material, article, template.theme.labels["picture"])
    kept = _kept(article, shown)
    parts = tree.grow(replace(article, blocks=kept), template.theme.labels["introduction"])
    sections = _sections(parts, _names(material, article), shown)
    made = handout.around(composer, (*sections, *handout.references(composer)))
    return made, (*composer.diagnostics, *_said(article, kept))


_Pictures = Mapping[str, d.Image]
"""By what the article calls their files."""


def _pictures(material: Material, article: Article, unnamed: str) -> _Pictures:
    """Return the pictures that there are, ``unnamed`` in place of what the article says of them."""
    source, found = material.outline.source, dict[str, d.Image]()
    costs = dict[bytes, int]()
    for block in article.blocks:
        if block.kind is Kind.IMAGE and source:
            data = material.assets.get(beside(source.file, block.href))
            made = pictures.usable(data) if data else None
            if made is None or sum((costs | {made.data: made.cost}).values()) > limits.PIXELS:
                continue
            costs[made.data] = made.cost
            found[block.href] = d.Image(made.data, made.size, unnamed)
    return found


def _kept(article: Article, shown: _Pictures) -> tuple[Block, ...]:
    """Return the blocks that are text; a footnote stands where it is called, and there alone."""
    kept = [block for block in article.blocks if not _left_out(block, shown)]
    texts = (block for block in kept if block.kind not in (Kind.HEADING, Kind.CITATION))
    notes = (mark.note for block in texts for mark in block.marks)
    called = {letters(note.text) for note in notes if note}
    return tuple(
        block
        for block in kept
        if block.kind not in (Kind.NOTE, Kind.CITATION) or letters(block.text) not in called
    )


def _left_out(block: Block, pictures: _Pictures) -> bool:
    if block.kind is Kind.IMAGE:
        return block.href not in pictures
    if block.kind is Kind.DIALOGUE:
        found = facts.facts(block.text)
        return not any(f.kind != "name" and not f.value.isdecimal() for f in found)
    return block.kind is Kind.PROMOTION


def _said(article: Article, kept: Sequence[Block]) -> Diagnostics:
    order = (Kind.DIALOGUE, Kind.IMAGE, Kind.PROMOTION)
    gone = [block for block in article.blocks if block.kind in order and block not in kept]
    if not gone:
        return ()
    counts = ((kind, sum(block.kind is kind for block in gone)) for kind in order)
    what = (diagnose(f"handout.no-{kind.value}", n=n).message for kind, n in counts if n)
    span = Span(article.file, gone[0].first, gone[-1].last)
    return (diagnose("handout.article-left-out", span, what="、".join(what)),)


_Names = Callable[[Part, int], tuple[str, inline.Text] | None]


def _names(material: Material, article: Article) -> _Names:
    """Return what finds id and title of the outline's section about a part of the article."""
    walked, most = _walked(material.outline.sections), len(article.lines)
    cited = [(depth, s, path, _lines(s, most)) for depth, s, path in walked]
    used = set[str]()

    def found(part: Part, depth: int) -> tuple[str, inline.Text] | None:
        own = set(range(part.first, part.last + 1))
        inside = [
            (len(lines & own) / len(lines | own), section, path)
            for deep, section, path, lines in cited
            if deep == depth and section.id not in used and len(lines & own) > _INSIDE * len(lines)
        ]
        if not inside:
            return None
        _, section, path = max(inside, key=lambda each: each[0])
        used.add(section.id)
        return section.id, inline.written(parsed(section.title), (*path, "title"))

    return found


def _walked(
    sections: Sequence[Drafted], path: Path = ("sections",), depth: int = 1
) -> Iterator[tuple[int, Drafted, Path]]:
    """Yield sections of the outline, each with its depth and where it stands."""
    for n, section in enumerate(sections):
        yield depth, section, (*path, n)
        yield from _walked(section.sections, (*path, n, "sections"), depth + 1)


def _lines(section: Drafted, most: int) -> set[int]:
    found = blocks.lines(section)
    return {n for first, last in found for n in range(first, min(last, most) + 1)}


def _sections(
    parts: Sequence[Part],
    names: _Names,
    pictures: _Pictures,
    depth: int = 1,
) -> tuple[d.Section, ...]:
    made = []
    for part in parts:
        own_title = _text(part.title, origins.article(part.first))
        id_, title = names(part, depth) or (f"line.{part.first}", own_title)
        below = _sections(part.parts, names, pictures, depth + 1)
        own = tuple(_blocks(part.blocks, pictures))
        made.append(d.Section(id_, "", title, (), own, below))
    return tuple(made)


def _text(text: str, origin: Origin | None) -> inline.Text:
    return (inline.Run(text, origin=origin),) if text else ()


def _texts(block: Block) -> list[inline.Text]:
    """Return the texts of a block, as words of the line at which it begins."""
    return [inline.written(text, origins.article(block.first)) for text in block.texts()]


def _blocks(found: Sequence[Block], pictures: _Pictures) -> Iterator[d.Block]:
    for is_image, group in groupby(_captioned(found), lambda block: block.kind is Kind.IMAGE):
        if is_image:
            yield from (_image(block, pictures[block.href]) for block in group)
            continue
        for form, alike in groupby(group, _form):
            yield from form(list(alike))


def _captioned(found: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, captions under images as the ``detail`` of these."""
    above: Block | None = None
    for block in (*found, None):
        if above and above.kind is Kind.IMAGE and block and block.kind is Kind.CAPTION:
            above = replace(above, text="", label=above.text, detail=block.text)
            above = replace(above, marks=moved(block.marks, block.strings, above.strings))
            continue
        if above:
            yield above
        above = block


def _image(block: Block, picture: d.Image) -> d.Image:
    """Return a picture with its caption; one that brings a number of its own gets no other."""
    _, said, _ = _texts(block)
    alt = block.text or block.label or block.detail or picture.alt
    if numbers.counts_figures(block.detail):
        return replace(picture, alt=alt, credit=said)
    return replace(picture, alt=alt, caption=said)


_Form = Callable[[list[Block]], Iterator[d.Block]]


def _form(block: Block) -> _Form:
    return _prose if block.kind in _PROSE else _FORMS[block.kind]


def _prose(found: list[Block]) -> Iterator[d.Block]:
    yield d.Prose(tuple(line for block in found for line in _lines_of(block) if line))


def _lines_of(block: Block) -> Iterator[inline.Text]:
    lines = block.text.splitlines()
    for line, marks in zip(lines, parted(block.marks, lines), strict=True):
        said = shown(_line(line, block.kind), marks) if line.strip() else ()
        yield inline.written(said, origins.article(block.first))


def _line(line: str, kind: Kind) -> str:
    """Return a line; one of a program keeps its indentation, in spaces that no line end takes."""
    said = line.strip()
    if kind is not Kind.CODE:
        return said
    return "\u00a0" * (len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())) + said


def _list(found: list[Block]) -> Iterator[d.Block]:
    """Yield lists with the author's numbers."""
    for first, items in numbers.lists(found):
        if first and not any(item.level > items[0].level for item in items):
            yield d.Steps(tuple(d.Step(*_item(b)) for b in items), first)
        else:
            yield d.Bullets(_items(items), first)


def _items(found: Sequence[Block]) -> tuple[d.Item, ...]:
    made, at = list[d.Item](), 0
    while at < len(found):
        end = at + 1
        while end < len(found) and found[end].level > found[at].level:
            end += 1
        lead, text = _item(found[at])
        made.append(d.Item(text, lead, items=_items(found[at + 1 : end])))
        at = end
    return tuple(made)


def _item(block: Block) -> tuple[inline.Text, inline.Text]:
    """Return the lead word of an item, with what stands in brackets after it, and its text."""
    label, detail, text, *_ = _texts(block)
    opens, closes = (_text(sign, inline.origin(detail)) for sign in "（）")
    return (*label, *opens, *detail, *closes) if detail else label, text


def _tables(found: list[Block]) -> Iterator[d.Block]:
    for block in found:
        width = max(len(row) for row in block.cells)
        cells = iter(_texts(block)[2:])
        rows = [[*islice(cells, len(row)), *[()] * (width - len(row))] for row in block.cells]
        head, *body = rows
        if body:
            yield d.Table(tuple(head), tuple(map(tuple, body)))
        else:
            yield d.Prose(tuple(cell for cell in head if cell))


def _definitions(found: list[Block]) -> Iterator[d.Block]:
    for block in found:
        label, _, text, *parts = _texts(block)
        yield d.Definition(label, text, tuple(map(d.Item, parts)))


def _quotes(found: list[Block]) -> Iterator[d.Block]:
    """Yield quotations, each with the citation that follows it."""
    text = list[inline.Run]()
    for block in found:
        if block.kind is Kind.QUOTE:
            text += (*_text("\n" * bool(text), inline.origin(text)), *_texts(block)[2])
            continue
        href = block.href if is_link(block.href) else None
        by = (inline.Run(block.text, href=href, origin=origins.article(block.first)),)
        yield d.Quote(inline.merged(text), by) if text else d.Prose((by,))
        text.clear()
    if text:
        yield d.Quote(inline.merged(text))


def _dialogue(found: list[Block]) -> Iterator[d.Block]:
    said = map(_texts, found)
    yield d.Dialogue(tuple(d.Utterance(label, text) for label, _, text, *_ in said))


_FORMS: dict[Kind, _Form] = {
    Kind.ITEM: _list,
    Kind.TABLE: _tables,
    Kind.DEFINITION: _definitions,
    Kind.QUOTE: _quotes,
    Kind.CITATION: _quotes,
    Kind.DIALOGUE: _dialogue,
}
