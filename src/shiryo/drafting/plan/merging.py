"""Sibling sections that say the same of several things, as one table of them all.

Each is a few facts, most of them under the same names (昼, 夜), or one or two sentences under none:
its heading becomes a row. Tables of neighbours with the same columns are one, too. What says more
than a row takes keeps its own slide. The handout has the sections as they are.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from shiryo.drafting import cards
from shiryo.drafting.cards import Heads, called, is_shown, noted, printed
from shiryo.drafting.plan import alike, records, stepping
from shiryo.drafting.plan.records import Record
from shiryo.drafting.select import titles
from shiryo.messages import wording
from shiryo.outline import model, statements

_FEWEST, _UNNAMED = 2, 5
"""Rows of a table at least; and where it has no names but two columns."""
_SLIGHT = 0.6
"""Share of the rows of such a table that say no more than one or two things."""
_ODD = 3
"""Rows for each section between them that keeps its own slide, after the table."""
_AGAIN = 2
"""How often a label stands on the average in a list whose labels are kinds."""
_TABLE = "-table"
"""What the id of a slide ends in that is a table of sections."""


def below(section: model.Section) -> model.Section:
    """Return a section with the table of what lies below it on its own slides, if that is all."""
    shown = [s for s in section.sections if s.only != "handout"]
    if len(shown) == 1 and _is_table(shown[0]):
        under = tuple(s for s in section.sections if s is not shown[0])
        blocks = (*section.blocks, *shown[0].blocks)
        made = section.model_copy(update={"blocks": blocks, "sections": under})
        return noted(made, shown)
    return section


def beside(
    sections: Sequence[model.Section], heads: Heads, over: str, *, top: bool = False
) -> Iterator[model.Section]:
    """Yield sections, those that are alike after the table of them all, lists of such things, too.

    ``over``: the title of what they are below; at the ``top`` that of the article, whose parts are
    rows only where their headings are of one kind.
    """
    each = map(_listed, sections)
    for columns, group in groupby(each, lambda s: _columns(s, heads)):
        found = list(group)
        title = called([section.title for section in found], over)
        if columns and title and len(found) >= _FEWEST:
            yield _stacked(found, columns, heads, title)
            yield from (printed(section) for section in found)
        else:
            yield from _alike(found, heads, over, top=top)


def _alike(
    sections: Sequence[model.Section], heads: Heads, over: str, *, top: bool
) -> Iterator[model.Section]:
    """Yield sections, each run of records that are alike after the table of them."""
    kind = titles.shared([statements.shown(s.title) for s in sections]) if top else ""
    found = {s.id: r for s in sections if (r := _record(s, heads))}
    if top:
        found = {id_: r for id_, r in found.items() if r.names or _is_of(kind, r)}
    runs = [
        run for run in _runs(sections, found) if _title(run, over) and not _tears(run, sections)
    ]
    opening = {run[0].id: run for run in runs}
    gone = {section.id for run in runs for section in run}
    for section in sections:
        if run := opening.get(section.id):
            block = _table([found[s.id] for s in run], over)
            title, id_ = _title(run, over), f"{section.id}{_TABLE}"
            made = model.Section(id=id_, title=title, blocks=(block,), only="deck")
            yield noted(made, run)
        yield printed(section) if section.id in gone else section


def _record(section: model.Section, heads: Heads) -> Record | None:
    """Return what a row says of a section, if that is all that its slide says."""
    if titles.closes(statements.shown(section.title)):
        return None
    record = records.of_section(section, heads)
    return record if record and records.fits(record) else None


def _is_of(kind: str, record: Record) -> bool:
    """Tell whether the heading of a record is of a kind; among questions any is answered."""
    return kind == titles.QUESTION or (
        bool(kind) and titles.kind(statements.shown(record.head)) == kind
    )


def _title(run: Sequence[model.Section], over: str) -> str:
    return called([section.title for section in run], over)


def _runs(
    sections: Sequence[model.Section], found: Mapping[str, Record]
) -> Iterator[Sequence[model.Section]]:
    """Yield the sections that are rows of one table each."""
    shown = [s for s in sections if s.only != "handout"]
    at = 0
    while at < len(shown):
        run, odd, end = list[model.Section](), 0, at
        for n, section in enumerate(shown[at:], at):
            record = found.get(section.id)
            if record and _joins(record, [found[s.id] for s in run]):
                run.append(section)
                end = n
            elif section.sections or _ODD * (odd + 1) > len(run):
                break
            else:
                odd += 1
        if run and _is_run([found[s.id] for s in run]):
            yield run
        at = end + 1


def _tears(run: Sequence[model.Section], sections: Sequence[model.Section]) -> bool:
    """Tell whether a table would tell but some of a numbered row, and others beside it."""
    row = [s for s in sections if s.only != "handout"]
    return alike.is_row(row) and len(run) < len(row) and all(map(cards.is_card, row))


def _joins(record: Record, run: Sequence[Record]) -> bool:
    """Tell whether a record says what those before it say."""
    shared = {name for each in run for name in each.names}
    if not (run and record.names and shared):
        return not run or not (record.names or shared)
    return 2 * len(record.names & shared) >= len(record.names)


def _is_run(run: Sequence[Record]) -> bool:
    if any(record.names for record in run):
        return len(run) >= _FEWEST and bool(records.names(run))
    slight = sum(len(record.plain) <= cards.CRUMB for record in run)
    steps = stepping.row([record.head for record in run])
    return len(run) >= _UNNAMED and slight >= _SLIGHT * len(run) and not steps


def _table(run: Sequence[Record], over: str) -> model.TableBlock:
    """Return records as rows, under what they are."""
    heads = [statements.shown(record.head) for record in run]
    names = records.names(run)
    head = wording("drafted.head.kind" if names else "drafted.head.field")
    plain = wording("drafted.head.point")
    kind = titles.shared(heads)
    if kind == titles.QUESTION:
        head, plain = wording("drafted.head.question"), wording("drafted.head.answer")
    elif kind == titles.VERSION:
        head, plain = wording("drafted.head.version"), wording("drafted.head.change")
    elif titles.names_terms(over):
        head, plain = wording("drafted.head.term"), wording("drafted.head.meaning")
    return records.table(run, names, head, plain)


def _listed(section: model.Section) -> model.Section:
    """Return a section; its lists of things that are told alike are tables."""
    made = list[model.Block]()
    for shown, group in groupby(section.blocks, lambda b: is_shown(b) and _is_plain(b)):
        lists = [*group]
        items = [item for block in lists for item in getattr(block, "bullets", ())]
        if table := _items(items, section.title) if shown else None:
            made += (b.model_copy(update={"only": "handout"}) for b in lists if b.only != "deck")
            made.append(table)
        else:
            made += lists
    blocks = tuple(made)
    return section if blocks == section.blocks else section.model_copy(update={"blocks": blocks})


def _items(items: Sequence[model.Item], over: str) -> model.TableBlock | None:
    """Return items as a table: with the same names below them, or long under a few labels.

    Labels that come again and again are those of who speaks, or of kinds.
    """
    found = [records.of_item(item) for item in items]
    rows = [record for record in found if record and records.fits(record)]
    if len(rows) == len(items) >= _FEWEST and records.names(rows):
        return _table(rows, over)
    said = [item for item in items if item.text or item.items]
    found = [records.of_said(item) for item in said]
    rows = [record for record in found if record and records.fits(record)]
    heads = [record.head for record in rows if record.head]
    often = _AGAIN * len(set(heads)) <= len(heads) and len(heads) > _SLIGHT * len(items)
    if len(rows) == len(said) > _UNNAMED and often:
        kind, value = wording("drafted.head.kind"), wording("drafted.head.value")
        return records.table(rows, (), kind, value)
    return None


def _is_plain(block: model.Block) -> bool:
    return isinstance(block, model.BulletsBlock) and not block.start


def _is_table(section: model.Section) -> bool:
    return section.only == "deck" and section.id.endswith(_TABLE)


def _stacked(
    found: Sequence[model.Section], columns: Sequence[str], heads: Heads, title: str
) -> model.Section:
    """Return the tables of several sections as one, each row under what its section is."""
    rows = tuple(
        row.model_copy(
            update={
                "cells": (section.title, *row.cells),
                "from_": (heads[section.id], *row.from_),
            }
        )
        for section in found
        for row in _body(section).rows
    )
    over = (wording("drafted.head.kind"), "", *columns[1:])
    block = model.TableBlock(table=model.TableBody(columns=over, rows=rows), only="deck")
    made = model.Section(id=f"{found[0].id}{_TABLE}", title=title, blocks=(block,), only="deck")
    return noted(made, found)


def _columns(section: model.Section, heads: Heads) -> tuple[str, ...]:
    """Return the columns of a section that is a table of what lies below it, and nothing else."""
    shown = [block for block in section.blocks if is_shown(block)]
    bare = not section.message and not any(s.only != "handout" for s in section.sections)
    if bare and section.sections and len(shown) == 1 and section.id in heads:
        one = shown[0]
        return one.table.columns if isinstance(one, model.TableBlock) and one.only else ()
    return ()


def _body(section: model.Section) -> model.TableBody:
    return next(b.table for b in section.blocks if isinstance(b, model.TableBlock) and is_shown(b))
