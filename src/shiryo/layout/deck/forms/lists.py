"""Lists that the program makes: agenda, glossary, sources; and prose, which seldom gets here."""

from dataclasses import replace
from functools import cached_property

from shiryo import origins
from shiryo.document import (
    Agenda,
    AgendaEntry,
    Bullets,
    Glossary,
    Item,
    Prose,
    References,
)
from shiryo.inline import Run
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.labelled import term_rows
from shiryo.layout.deck.forms.listed import ListedRows
from shiryo.layout.deck.forms.rows import Column, RowStyle
from shiryo.layout.deck.levels import ListStyle
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.layout.text.sentences import fragments
from shiryo.messages import wording
from shiryo.units import Points

_TRIED = 4
"""How many wider places titles of an agenda are tried at."""
_SENTENCE = 360
"""Characters that a slide has room for in any type; a longer sentence is parted."""


def agenda(block: Agenda, look: Look, width: Points) -> ListedRows:
    """Return the agenda: number, title, brief and page, each line linked to its section."""
    counted = any(entry.number for entry in block.entries)
    number, page = look.space("agenda-number") if counted else 0, look.space("agenda-page")
    titles = _titles(block, look, width - number - page)

    def row(entry: AgendaEntry) -> list[Column]:
        href = f"#{entry.target}"
        title = tuple(replace(run, href=run.href or href) for run in entry.title)
        at = look.numbers.get(entry.target)
        label = [Para((Run(entry.number, origin=origins.NUMBER),), look.type("agenda-number"))]
        columns = [
            *([Column(0, number, label, "label")] if entry.number else []),
            Column(
                number,
                titles - look.space("agenda-gap"),
                [Para(title, look.type("agenda-title", link=""), quiet=True)],
                "contents",
                wording("objects.agenda"),
            ),
        ]
        if entry.brief:
            brief = [Para(entry.brief, look.type("agenda-brief"))]
            at_x = number + titles
            columns.append(
                Column(
                    at_x, width - at_x - page, brief, "contents", wording("objects.agenda-brief")
                )
            )
        text = (Run(str(at) if at else "0", href=href, origin=origins.NUMBER),)
        para = Para(text, look.type("agenda-page", link=""), align="right", quiet=True)
        return [*columns, Column(width - page, page, [para], "contents", wording("objects.page"))]

    style = RowStyle(look.space("agenda-y"), look.space("agenda-y-most"), limit="agenda")
    rows, links = [row(entry) for entry in block.entries], [f"#{e.target}" for e in block.entries]
    return ListedRows(look, rows, style, wording("objects.agenda"), links)


def _titles(block: Agenda, look: Look, width: Points) -> Points:
    """Return how much of the width titles take: more than usual where that takes fewer lines."""
    if not any(entry.brief for entry in block.entries):
        return width
    setter, gap = look.compositor, look.space("agenda-gap")
    title, brief = look.type("agenda-title"), look.type("agenda-brief")
    longest = max(setter.snug(entry.title, title) for entry in block.entries) + gap
    beside = max(setter.snug(entry.brief, brief) for entry in block.entries)
    usual, most = width * look.em("agenda-title"), width * look.em("agenda-title-most")
    first = min(max(usual, width - beside), max(usual, longest), most)

    def rows(titles: Points) -> int:
        """Return the lines of all rows: of a title and of what is beside it, the more."""
        return sum(
            max(
                setter.lines([Para(entry.title, title)], titles - gap),
                setter.lines([Para(entry.brief, brief)], width - titles),
            )
            for entry in block.entries
        )

    tried = (first + (most - first) * n / _TRIED for n in range(_TRIED + 1))
    return min(tried, key=rows)


def glossary(block: Glossary, look: Look, width: Points) -> ListedRows:
    """Return terms with their meanings."""
    entries = [(entry.term, [Para(entry.text, look.type("term-text"))]) for entry in block.terms]
    rows, style = term_rows(entries, look, width)
    return ListedRows(look, rows, style, wording("objects.glossary"))


class ReferenceForm(BulletForm):
    """Numbered sources."""

    limit = "rows"

    def __init__(self, block: References, look: Look, width: Points) -> None:
        super().__init__(Bullets(tuple(map(Item, block.entries)), start=1), look, width)

    def _styled(self, colour: str) -> ListStyle:
        gap = 2 * self._look.space("reference-y")
        return replace(super()._styled(colour), types=("reference",), gap=gap)

    @property
    def _most(self) -> Points:
        return 2 * self._look.space("reference-y-most")


class ProseForm(BulletForm):
    """Paragraphs, parted between sentences where they do not fit on a slide."""

    role = "paragraph"

    def __init__(self, block: Prose, look: Look, width: Points) -> None:
        said = (part for text in block.paragraphs for part in fragments(text, _SENTENCE))
        super().__init__(Bullets(tuple(map(Item, said))), look, width)

    def _styled(self, _colour: str) -> ListStyle:
        return ListStyle(self._look, gap=2 * self._look.space("prose-y"))

    @property
    def _most(self) -> Points:
        return 2 * self._look.space("prose-y-most")

    @cached_property
    def _marks(self) -> list[str]:
        return [""] * self.count
