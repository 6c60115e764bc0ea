"""Records: what is said of one thing, a few facts each under a name (年齢, 結果) or under none.

A section is one, and so is an item of a list with what stands below it. Records that are alike are
the rows of a table.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.drafting.cards import Heads, is_shown, line
from shiryo.drafting.wording.steps import together
from shiryo.japanese.width import width
from shiryo.outline import model
from shiryo.values import dataclass

_NAME, _CELL, _ROW = 20.0, 140.0, 170.0
"""Full-width characters of a name, of a cell and of a row."""
_ADDRESS = re.compile(r"https?://[!-~]+")
"""What of a cell nobody reads."""
_PAIR = 2
"""Columns of a table of fields, and those of records that have names."""
_LINES = 4
"""Statements of a cell."""
_FULL = 0.6
"""Share of the cells of a table that are not empty."""


@dataclass(frozen=True, slots=True)
class Field:
    """What a record says under one name; empty: under none."""

    name: str
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What is said of one thing."""

    head: str
    fields: tuple[Field, ...]
    refs: tuple[str, ...]
    how: tuple[str, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names of its fields."""
        return frozenset(field.name for field in self.fields if field.name)

    @property
    def plain(self) -> tuple[str, ...]:
        """What it says under no name."""
        return tuple(said for field in self.fields if not field.name for said in field.said)


def of_section(section: model.Section, heads: Heads) -> Record | None:
    """Return a section as a record; None if its slide shows what no cell can."""
    shown = [block for block in section.blocks if is_shown(block)]
    leaf = section.only is None and not any(s.only != "handout" for s in section.sections)
    found = [_said(block) for block in shown]
    if not (leaf and section.id in heads and all(found)):
        return None
    items = [*chain.from_iterable(found)]
    if section.message:
        claim = model.Item(text=section.message, from_=section.from_, how=section.how)
        items = [claim, *items]
    return _record(section.title, items, (heads[section.id],), ())


def of_item(item: model.Item) -> Record | None:
    """Return an item, with what stands below it, as a record."""
    head = item.title or item.text
    if item.note or (item.title and item.text) or not item.items:
        return None
    return _record(head, item.items, item.from_, item.how)


def of_said(item: model.Item) -> Record | None:
    """Return an item under a label, or under none, as a record of what is said under it."""
    below = [*_below(item)]
    said = tuple(filter(None, (item.text, *map(line, below))))
    log = together([item.how, *(each.how for each in below)])
    if log is None or item.note or any(each.note for each in below):
        return None
    refs = dict.fromkeys(ref for each in (item, *below) for ref in each.from_)
    return Record(item.title, (Field("", said),), tuple(refs), log)


def _record(
    head: str, items: Sequence[model.Item], refs: tuple[str, ...], how: tuple[str, ...]
) -> Record | None:
    fields = [_field(item) for item in items]
    said = [each for item in items for each in (item, *_below(item))]
    log = together([how, *(item.how for item in said)])
    if log is None or not fields or not all(fields):
        return None
    cited = (ref for item in said for ref in item.from_)
    return Record(head, tuple(filter(None, fields)), tuple(dict.fromkeys((*refs, *cited))), log)


def _field(item: model.Item) -> Field | None:
    """Return what an item says, under the name that it has or that heads what stands below it."""
    below = [*_below(item)]
    if item.note or any(each.note for each in below):
        return None
    under = tuple(map(line, below))
    named = item.title or (item.text if under else "")
    own = (item.text,) if item.title and item.text else ()
    if named and (own or under) and width(named) <= _NAME:
        return Field(named, (*own, *under))
    return Field("", (line(item), *under)) if item.text or item.title else None


def _below(item: model.Item) -> Iterator[model.Item]:
    for below in item.items:
        yield below
        yield from _below(below)


def _said(block: model.Block) -> Sequence[model.Item]:
    """Return the items of a list, the fields of a table, or sides of one item each."""
    if isinstance(block, model.BulletsBlock):
        return block.bullets if not block.start or len(block.bullets) == 1 else ()
    if isinstance(block, model.TableBlock) and block.only and len(block.table.columns) == _PAIR:
        return [
            model.Item(title=row.cells[0], text=row.cells[1], from_=row.from_, how=row.how)
            for row in block.table.rows
        ]
    if isinstance(block, model.CompareBlock):
        return [
            model.Item(title=column.title, items=column.items, from_=column.from_, how=column.how)
            for column in block.compare.columns
        ]
    return ()


def names(found: Sequence[Record]) -> tuple[str, ...]:
    """Return the names that records share, in their order; empty if they are not alike.

    What but few of them have is a column, too, as long as most of the cells are filled.
    """
    order = [*dict.fromkeys(f.name for r in found for f in r.fields if f.name)]
    counts = Counter(name for record in found for name in record.names)
    counts[""] = sum(bool(record.plain) for record in found)
    shared = [name for name, count in counts.items() if 2 * count > len(found)]
    size = len(+counts)
    if len(shared) < _PAIR or size >= limits.SLIDE_COLUMNS or shared == [""]:
        return ()
    return tuple(order) if sum(counts.values()) >= _FULL * size * len(found) else ()


def fits(record: Record) -> bool:
    """Tell whether a row of a table takes a record."""
    cells = [record.plain, *(field.said for field in record.fields if field.name)]
    sizes = [sum(width(_ADDRESS.sub("", said)) for said in cell) for cell in cells]
    few = max(map(len, cells)) <= _LINES and len(record.names) == sum(
        bool(field.name) for field in record.fields
    )
    return few and max(sizes) <= _CELL and sum(sizes) <= _ROW


def table(
    found: Sequence[Record], columns: Sequence[str], head: str, plain: str
) -> model.TableBlock:
    """Return records as a table; ``head``: over what they are, ``plain``: over what has no name."""
    extra = [record for record in found if record.plain]
    first = bool(extra) and bool(extra[0].fields) and not extra[0].fields[0].name
    order = ["", *columns] if first else [*columns, ""]
    order = [name for name in order if name or extra]
    rows = tuple(
        model.Row(
            cells=(record.head, *(_cell(record, name) for name in order)),
            from_=record.refs,
            how=record.how,
        )
        for record in found
    )
    over = tuple(name or plain for name in order)
    return model.TableBlock(table=model.TableBody(columns=(head, *over), rows=rows), only="deck")


def _cell(record: Record, name: str) -> str:
    return "\n".join(said for f in record.fields if f.name == name for said in f.said)
