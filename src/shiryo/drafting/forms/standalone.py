"""What stands alone in the article - a definition, a quotation, a table - as the outline has it."""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article import numbers
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.forms import chart, citations, remarks, samples
from shiryo.drafting.select import items
from shiryo.drafting.select.parting import parted, reference
from shiryo.drafting.wording import shorten
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model

_LEAD = 12.0
"""Full-width characters of a cell that says what the one beside it is."""
_WHEN = re.compile(r"\d{1,2}(?:[:：]\d\d|月\d|時|/\d{1,2}\s?[(（][日月火水木金土])")
"""What a cell begins with that says when."""
_COUNT = re.compile(r"[\[(（]?(\d{1,3})[\])）.．]?")
_COUNTED, _WHOLE = re.compile(r"[①-⑳]"), 3.5 * shorten.LIMIT
"""What counts in a cell that says several things; characters of one that stays whole for that."""
_BLANK = 5
"""Rows of a form that are kept of those to fill in."""


def blocks(
    around: Sequence[Block], place: int, article: Article, *, beside: bool = False
) -> Iterator[model.Block]:
    """Yield what the outline has for the block at ``place`` of those ``around`` it.

    ``beside``: whether its section says something on slides, too.
    """
    block = around[place]
    if block.kind is Kind.DEFINITION:
        made = _definition(block)
        yield from remarks.termed(made, block, article) if beside else (made,)
    elif block.kind is Kind.QUOTE:
        lead = around[place - 1] if place else None
        source = _beside(around, place, Kind.CITATION)
        quote = citations.quote(block, source, lead, beside=beside)
        spoken = remarks.is_spoken(quote, block, lead)
        if lead and spoken and not quote.quote.by:
            quote = samples.under(quote, lead, article)
        yield from (quote,) if spoken else remarks.noted(quote, block, article)
    elif block.kind is Kind.TABLE and len(block.cells) > 1:
        caption = _beside(around, place, Kind.CAPTION)
        drawn = chart.tabled(block, [b for b in (caption, _note(around, place)) if b])
        for table in _table(block, caption):
            yield table.model_copy(update={"only": "handout"}) if drawn else table
        if drawn:
            yield drawn
    elif block.kind is Kind.TABLE:
        yield from _single_row(block)
    elif block.kind is Kind.PICTURE:
        yield _image(block, _beside(around, place, Kind.CAPTION))


def _image(block: Block, caption: Block | None) -> model.ImageBlock:
    said = caption.text if caption else ""
    name = "credit" if numbers.counts_figures(said) else "caption"
    values = {"alt": block.text or said, name: escape(said), "from_": reference(block)}
    return model.ImageBlock(image=model.ImageBody(file=block.href, **values))


def _definition(block: Block) -> model.DefinitionBlock:
    said = items.part(block.text, block, alone=True)
    body = model.DefinitionBody(
        term=escape(block.label),
        text=said.text or said.full,
        full=said.full if said.cut and said.text else "",
        items=tuple(_part(part, block) for part in block.parts),
        from_=said.refs,
        how=said.how,
    )
    return model.DefinitionBlock(definition=body, only=None if said.text else "handout")


def _part(text: str, block: Block) -> model.Item:
    said = items.part(text, block)
    full = said.full if said.cut and said.text else ""
    return model.Item(text=said.text or said.full, full=full, from_=said.refs, how=said.how)


def _table(block: Block, caption: Block | None) -> Iterator[model.TableBlock]:
    """Yield the table, parted if it has more rows than one may have, its first columns.

    Rows of empty cells say nothing and are left out; a form to fill in has some of its own.
    """
    size = min(max(len(row) for row in block.cells), limits.COLUMNS)
    rows = [(*row, *[""] * (size - len(row)))[:size] for row in block.cells]
    when, counted = _begins_with_days(rows), _is_counted(rows)
    blank = (wording("drafted.head.when") if when else "", *[""] * (size - 1))
    first, *others = [blank, *rows] if when or counted else rows
    said = [row for row in others if any(row)] or others[:_BLANK]
    for part in parted(said, limits.ROWS):
        body = model.TableBody(
            columns=tuple(map(escape, map(_flat, first))),
            rows=tuple(_row(row, block) for row in part),
            caption=escape(caption.text) if caption else "",
            from_=reference(block) + (reference(caption) if caption else ()),
        )
        yield model.TableBlock(table=body)


def _is_counted(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is counted as the others are ([1], [2], …): it is no head."""
    said = [row[0].strip() for row in rows if row[0].strip()]
    counts = [int(found[1]) for text in said if (found := _COUNT.fullmatch(text))]
    return len(counts) > 1 and counts == [*range(1, len(said) + 1)]


def _begins_with_days(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first row is one as the others are: a day or hour begins them alike."""
    first, *others = (re.sub(r"\d+", "0", row[0]) for row in rows)
    return _WHEN.match(rows[0][0]) is not None and others.count(first) * 2 >= len(others)


def _single_row(block: Block) -> Iterator[model.BulletsBlock]:
    """Yield the cells of a table of one row as items; of two, the first is the lead word."""
    cells = [_flat(cell) for row in block.cells for cell in row if cell.strip()]
    if len(cells) == 2 and width(cells[0]) <= _LEAD:
        found = [_part(cells[1], block).model_copy(update={"title": escape(cells[0])})]
    else:
        found = [_part(cell, block) for cell in cells]
    for part in parted(found) if found else ():
        yield model.BulletsBlock(bullets=part)


def _row(cells: Sequence[str], block: Block) -> model.Row:
    """Return a row; a cell that is too long for a slide is short there."""
    how: tuple[str, ...] = ()
    made = []
    for cell in cells:
        longest = max(map(width, cell.split("\n")))
        counts = longest <= _WHOLE and len(_COUNTED.findall(cell)) > 1
        long = longest > shorten.LIMIT and not counts
        said = items.part(_flat(cell), block) if long else None
        if said and said.text and how in ((), said.how):
            how = said.how
        made.append(said.text if said and said.text and how == said.how else escape(cell))
    full = tuple(map(escape, cells))
    return model.Row(cells=tuple(made), full=full if tuple(made) != full else (), how=how)


def _flat(cell: str) -> str:
    """Return a cell on one line."""
    return " ".join(cell.split("\n"))


def _note(blocks: Sequence[Block], place: int) -> Block | None:
    """Return what says the unit of a table, right before it or before its caption."""
    for before in (blocks[n] for n in range(place - 1, -1, -1)):
        if chart.is_note(before):
            return before
        if before.kind is not Kind.CAPTION:
            break
    return None


def _beside(blocks: Sequence[Block], place: int, kind: Kind) -> Block | None:
    """Return the block of ``kind`` right after that at ``place``, or right before it.

    What stands below another of the block's kind is of that one.
    """
    after, before = blocks[place + 1 : place + 2], blocks[max(0, place - 2) : place]
    taken = len(before) == 2 and before[0].kind is blocks[place].kind
    near = [*after, *(() if taken else before[-1:])]
    return next((b for b in near if b.kind is kind), None)
