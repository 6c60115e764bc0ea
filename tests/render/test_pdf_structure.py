"""The tags of a handout against the handout itself: what a reader hears is what it says."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache

import chain
import pytest
import torture
from deck_samples import ALL as DECK
from handout_sample import HANDOUT, long_handout
from tag_reader import Tag, kids, tags

from shiryo import document as d
from shiryo.compose.handout import compose
from shiryo.inline import Run, Text, notes, parse, plain
from shiryo.japanese.numerals import numeral
from shiryo.layout.deck import deck
from shiryo.layout.handout import handout as layout
from shiryo.render import pdf
from shiryo.typeset import fonts

Said = tuple[int, str, str]
"""Depth, kind and text of an element."""


@cache
def written(handout: d.Handout, template: str = "briefing") -> bytes:
    theme = chain.template(template).theme
    faces = fonts.load(theme.fonts.gothic, theme.fonts.mincho)
    return pdf.write(layout.lay_out(handout, theme, faces)[0])


def said(handout: d.Handout, template: str = "briefing") -> list[Tag]:
    return tags(written(handout, template))


class Reader:
    """Reads a handout aloud, as its tags should."""

    def __init__(self, template: str = "briefing") -> None:
        self.notes: list[str] = []
        self.numerals = chain.template(template).theme.handout.numerals

    def text(self, *texts: Text) -> str:
        made = ""
        for run in (run for text in texts for run in text):
            made += run.text + (run.ruby or "")
            if run.note is not None:
                self.notes.append(self.text(run.note))
                made += str(len(self.notes))
        return "".join(made.split())

    def handout(self, handout: d.Handout) -> Iterator[Said]:
        yield 1, "H1", self.text(handout.title)
        for text in (handout.subtitle, handout.byline, handout.label):
            yield 1, "P", self.text(text)
        yield 1, "H2", handout.labels.summary
        yield from self.items(handout.summary, 1)
        self.table_count = self.figure_count = 0
        for section in handout.sections:
            yield from self.section(section, 2)

    def section(self, section: d.Section, level: int) -> Iterator[Said]:
        yield 1, f"H{min(level, 6)}", section.number + self.text(section.title)
        if section.message:
            yield 1, "P", self.text(section.message)
        for block in section.blocks:
            yield from getattr(self, type(block).__name__.lower())(block)
        for below in section.sections:
            yield from self.section(below, level + 1)

    def items(
        self, items: tuple[d.Item, ...], depth: int, mark: str = "・", numbered: bool = False
    ) -> Iterator[Said]:
        yield depth, "L", ""
        for n, item in enumerate(items, 1):
            yield depth + 1, "LI", ""
            yield depth + 2, "Lbl", numeral(n, self.numerals) if numbered else mark
            yield depth + 2, "LBody", self.text(item.title, item.text, item.note)
            if item.items:
                yield from self.items(item.items, depth + 3, "–")

    def pairs(self, pairs: list[tuple[str, Text]]) -> Iterator[Said]:
        yield 1, "L", ""
        for label, text in pairs:
            yield 2, "LI", ""
            if label:
                yield 3, "Lbl", label
            yield 3, "LBody", self.text(text)

    def prose(self, block: d.Prose) -> Iterator[Said]:
        for text in block.paragraphs:
            yield 1, "P", self.text(text)

    def bullets(self, block: d.Bullets) -> Iterator[Said]:
        return self.items(block.items, 1, numbered=bool(block.start))

    def steps(self, block: d.Steps) -> Iterator[Said]:
        return self.pairs(
            [(numeral(n, self.numerals), (*s.title, *s.text)) for n, s in enumerate(block.items, 1)]
        )

    def timeline(self, block: d.Timeline) -> Iterator[Said]:
        return self.pairs([(self.text(event.date), event.text) for event in block.events])

    def dialogue(self, block: d.Dialogue) -> Iterator[Said]:
        return self.pairs([(self.text(u.speaker), u.text) for u in block.utterances])

    def glossary(self, block: d.Glossary) -> Iterator[Said]:
        return self.pairs([(self.text(term.term), term.text) for term in block.terms])

    def references(self, block: d.References) -> Iterator[Said]:
        return self.pairs(
            [(numeral(n, self.numerals), entry) for n, entry in enumerate(block.entries, 1)]
        )

    def definition(self, block: d.Definition) -> Iterator[Said]:
        yield 1, "P", self.text(block.term, block.text)
        if block.items:
            yield from self.items(block.items, 1)

    def compare(self, block: d.Compare) -> Iterator[Said]:
        yield 1, "L", ""
        for side in block.sides:
            yield 2, "LI", ""
            yield 3, "Lbl", self.text(side.title)
            yield 3, "LBody", ""
            yield from self.items(side.items, 4)

    def quote(self, block: d.Quote) -> Iterator[Said]:
        yield 1, "BlockQuote", ""
        yield 2, "P", self.text(block.text)
        if block.by:
            yield 1, "P", self.text(block.by)

    def figures(self, block: d.Figures) -> Iterator[Said]:
        yield 1, "L", ""
        for figure in block.items:
            yield 2, "LI", ""
            yield 3, "LBody", ""
            yield 4, "P", figure.value + figure.unit
            yield from ((4, "P", self.text(t)) for t in (figure.label, figure.note) if t)

    def chart(self, block: d.Chart) -> Iterator[Said]:
        return self.figure(block.alt, block.caption)

    def image(self, block: d.Image) -> Iterator[Said]:
        return self.figure(block.alt, block.caption, block.credit)

    def figure(self, alt: str, caption: Text, credit: Text = ()) -> Iterator[Said]:
        yield 1, "Div", ""
        yield 2, "Figure", alt
        if caption:
            self.figure_count += 1
            yield 2, "Caption", f"図{self.figure_count}" + self.text(caption)
        if credit:
            yield 2, "P", self.text(credit)

    def table(self, block: d.Table) -> Iterator[Said]:
        yield 1, "Table", ""
        if block.caption:
            self.table_count += 1
            yield 2, "Caption", f"表{self.table_count}" + self.text(block.caption)
        yield 2, "THead", ""
        yield 3, "TR", ""
        yield from ((4, "TH", self.text(cell)) for cell in block.columns)
        yield 2, "TBody", ""
        for row in block.rows:
            yield 3, "TR", ""
            yield from ((4, "TD", self.text(cell)) for cell in row)


def expected(handout: d.Handout, template: str = "briefing") -> tuple[list[Said], list[str]]:
    reader = Reader(template)
    return list(reader.handout(handout)), reader.notes


def plain_links(tag: Tag) -> str:
    """Return the text of a tag without the numbers and pages that references name."""
    return re.sub(r"（([^（）、]*、)?p\.\d+）", "", tag.text)


def heard(found: list[Tag]) -> list[Said]:
    """Return what is said, but for footnotes and what references add; of figures, their words."""
    return [
        (tag.depth, tag.kind, str(tag.element.Alt) if tag.kind == "Figure" else plain_links(tag))
        for n, tag in enumerate(found)
        if tag.kind != "Note" and not (tag.kind == "Lbl" and found[n - 1].kind == "Note")
    ]


@pytest.mark.parametrize("template", ["briefing", "tategaki"])
@pytest.mark.parametrize("columns", [1, 2])
def test_kinds_order_and_words_are_those_of_the_handout(columns: int, template: str) -> None:
    handout = replace(HANDOUT, columns=columns, contents="never")
    wanted, footnotes = expected(handout, template)
    found = said(handout, template)
    assert heard(found) == wanted
    assert [tag.text for tag in found if tag.kind == "Note"] == footnotes
    assert notes(HANDOUT.sections[0].message), "the sample has a footnote outside of prose"


@pytest.mark.parametrize(
    ("template", "options"),
    [("briefing", {}), ("briefing", {"columns": 2, "paper": "B5"}), ("tategaki", {})],
)
def test_a_torture_outline_is_read_as_it_is_composed(
    template: str, options: dict[str, object]
) -> None:
    material = torture.material(handout={"contents": "never", **options})
    handout = compose(material, chain.template(template))[0]
    wanted, footnotes = expected(handout, template)
    found = said(handout, template)
    assert heard(found) == wanted
    assert sorted(tag.text for tag in found if tag.kind == "Note") == sorted(footnotes)


def test_what_goes_on_over_a_page_is_one_element() -> None:
    handout = long_handout()
    wanted, _ = expected(handout)
    found = said(handout)
    assert heard(found) == wanted
    paragraph = next(tag for tag in found if tag.kind == "P" and len(tag.text) > 1000)
    assert len(paragraph.pages) == 2
    cells = [tag for tag in found if tag.kind == "TD"]
    assert cells[0].pages != cells[-1].pages


def test_heads_and_lists_say_what_they_are() -> None:
    found = said(HANDOUT)
    heads = [tag.element for tag in found if tag.kind == "TH"]
    assert {str(head.A.Scope) for head in heads} == {"/Column"}
    numbering = [str(tag.element.A.ListNumbering) for tag in found if tag.kind == "L"]
    assert numbering == [
        "/Disc",  # main points
        "/None",  # figures
        "/Disc",  # items with titles
        "/Decimal",  # steps
        "/Disc",  # of a definition
        "/None",  # timeline
        *("/None", "/Disc", "/Disc"),  # comparison
        "/None",  # dialogue
        *("/Disc", "/Disc"),  # nested items
        "/None",  # glossary
        "/Decimal",  # sources
    ]
    ids = [str(tag.element.ID) for tag in found if tag.kind == "Note"]
    assert len(set(ids)) == len(ids) == 4


def test_contents_lead_by_links_to_the_sections() -> None:
    handout = replace(HANDOUT, contents="always")
    found = said(handout)
    start = next(n for n, tag in enumerate(found) if tag.kind == "TOC")
    inside = [(t.depth, t.kind) for t in found[start:] if t.kind in ("TOC", "TOCI")]
    assert inside == [
        (1, "TOC"),
        *((2, "TOCI"),) * 2,
        *((2, "TOC"), (3, "TOCI")),
        *((2, "TOCI"),) * 3,
    ]
    entries = [tag for tag in found if tag.kind == "TOCI"]
    assert entries[0].text.startswith("なぜ庁舎の照明を替えるのか")
    assert all(kids(tag.element)[-1].S == "/Reference" for tag in entries)


def test_a_link_over_two_lines_is_one_element_with_two_places() -> None:
    text = (Run("前文" * 16), Run("調達の手引きとその付属の書類", href="https://example.jp/guide"))
    section = d.Section("a", "1", parse("節"), (), (d.Prose((text,)),))
    found = said(replace(HANDOUT, sections=(section,)))
    paragraph = next(tag for tag in found if tag.text.startswith("前文")).element
    [link] = [kid for kid in kids(paragraph) if kid.get("/S") == "/Link"]
    assert [str(kid.Type) for kid in kids(link)] == ["/MCR", "/OBJR", "/OBJR"]
    assert {str(kid.Obj.A.URI) for kid in kids(link) if "/Obj" in kid} == {
        "https://example.jp/guide"
    }


def test_english_is_said_to_be_english() -> None:
    text = parse("原題は The Lights of the Town という。")
    section = d.Section("a", "1", parse("節"), (), (d.Prose((text,)),))
    found = said(replace(HANDOUT, sections=(section,)))
    paragraph = next(tag for tag in found if tag.text.startswith("原題は")).element
    assert [str(kid.get("/Lang", "")) for kid in kids(paragraph) if "/S" in kid] == ["en", ""]
    assert said(HANDOUT)[0].element.get("/Lang") is None


def test_ruby_stands_beside_its_base() -> None:
    heading = next(tag for tag in said(HANDOUT) if "庁舎ちょうしゃ" in tag.text).element
    [ruby] = [kid for kid in kids(heading) if kid.get("/S") == "/Ruby"]
    assert [str(kid.S) for kid in kids(ruby)] == ["/RB", "/RT"]


def test_slides_say_all_that_the_deck_says() -> None:
    theme = chain.template().theme
    faces = fonts.load(theme.fonts.gothic, theme.fonts.mincho)
    found = tags(pdf.write(deck.lay_out(DECK, theme, faces)[0]))
    heads = [tag.text for tag in found if tag.kind in ("H1", "H2")]
    assert heads[0] == plain(DECK.title)
    assert len(heads) == len({page for tag in found for page in tag.pages})
    for slide, head in zip(DECK.slides[1:], heads[1:], strict=False):
        assert head.startswith("".join(plain(slide.title).split()))
    heard_ = "".join(tag.text for tag in found)
    for text in texts(DECK.slides):
        assert "".join(plain(text).split()) in heard_


def texts(value: object) -> Iterator[Text]:
    """Yield every text in a value but for those of charts, which their alternatives tell."""
    if isinstance(value, tuple) and value and all(isinstance(part, Run) for part in value):
        yield value
    elif isinstance(value, tuple):
        yield from (text for part in value for text in texts(part))
    elif is_dataclass(value) and not isinstance(value, d.Chart):
        yield from (text for field in fields(value) for text in texts(getattr(value, field.name)))
