"""Sibling sections that say the same of several things, as one table of them all.

Each is nothing but a list with the same lead words (昼, 夜); so its heading becomes a row and the
lead words become columns. Tables of neighbours with the same columns are one, too. The handout has
the sections with their lists.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from shiryo import limits
from shiryo.drafting.cards import Heads, called, is_shown, noted, printed
from shiryo.drafting.select.parting import parted
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model

_FEWEST = 2
_CELL = 24.0
"""Full-width characters of a cell at most."""


def below(section: model.Section, heads: Heads) -> model.Section:
    """Return a section with the table of what lies below it, where that is said alike of all."""
    shown = [s for s in section.sections if s.only != "handout"]
    labels = {_labels(s, heads) for s in shown}
    if len(shown) < _FEWEST or len(labels) != 1 or not (names := labels.pop()):
        return section
    rows = [_row(s, heads) for s in shown]
    made = section.model_copy(
        update={
            "blocks": (*section.blocks, *_tables(names, rows)),
            "sections": tuple(printed(s) for s in section.sections),
        }
    )
    return noted(made, shown)


def beside(
    sections: Sequence[model.Section], heads: Heads, over: str = ""
) -> Iterator[model.Section]:
    """Yield sections, those that are tables of the same columns after the table of them all.

    ``over``: the title of what they are below.
    """
    for columns, group in groupby(sections, lambda s: _columns(s, heads)):
        found = list(group)
        labels = {_labels(s, heads) for s in found}
        alike = len(labels) == 1 and () not in labels
        title = called([section.title for section in found], over)
        if not (columns and title) or alike or len(found) < _FEWEST:
            yield from found
            continue
        rows = [
            row.model_copy(
                update={
                    "cells": (section.title, *row.cells),
                    "from_": (heads[section.id], *row.from_),
                }
            )
            for section in found
            for row in _body(section).rows
        ]
        tables = tuple(_tables(columns[1:], rows, 2))
        made = model.Section(id=f"{found[0].id}-table", title=title, blocks=tables, only="deck")
        yield noted(made, found)
        yield from (printed(section) for section in found)


def _labels(section: model.Section, heads: Heads) -> tuple[str, ...]:
    """Return the lead words of a section that is a list of them alone; empty if it is not."""
    blocks = [block for block in section.blocks if is_shown(block)]
    leaf = not any(s.only != "handout" for s in section.sections)
    if section.only or section.message or not leaf or len(blocks) != 1 or section.id not in heads:
        return ()
    found = _said(blocks[0])
    short = all(
        i.title and i.text and not (i.items or i.note) and width(i.text) <= _CELL for i in found
    )
    names = tuple(item.title for item in found)
    fit = _FEWEST <= len(names) < limits.SLIDE_COLUMNS and len({i.how for i in found}) == 1
    return names if short and fit and len(set(names)) == len(names) else ()


def _said(block: model.Block) -> Sequence[model.Item]:
    """Return the items of a list, the fields of a table, or sides of one item each."""
    if isinstance(block, model.BulletsBlock):
        return block.bullets
    if isinstance(block, model.TableBlock) and block.only and len(block.table.columns) == _FEWEST:
        return [
            model.Item(title=row.cells[0], text=row.cells[1], from_=row.from_, how=row.how)
            for row in block.table.rows
        ]
    if isinstance(block, model.CompareBlock) and all(
        len(column.items) == 1 for column in block.compare.columns
    ):
        return [
            column.items[0].model_copy(update={"title": column.title})
            for column in block.compare.columns
        ]
    return ()


def _row(section: model.Section, heads: Heads) -> model.Row:
    found = next(said for b in section.blocks if is_shown(b) and (said := _said(b)))
    refs = (ref for item in found for ref in item.from_)
    return model.Row(
        cells=(section.title, *(item.text for item in found)),
        from_=(heads[section.id], *dict.fromkeys(refs)),
        how=found[0].how,
    )


def _tables(
    names: Sequence[str], rows: Sequence[model.Row], heads: int = 1
) -> Iterator[model.TableBlock]:
    columns = (wording("drafted.head.kind"), *[""] * (heads - 1), *names)
    for part in parted(rows, limits.SLIDE_LINES):
        yield model.TableBlock(table=model.TableBody(columns=columns, rows=part), only="deck")


def _columns(section: model.Section, heads: Heads) -> tuple[str, ...]:
    """Return the columns of a section that is a table of what lies below it, and nothing else."""
    shown = [block for block in section.blocks if is_shown(block)]
    bare = not section.message and not any(s.only != "handout" for s in section.sections)
    if bare and len(shown) == 1 and section.id in heads and shown[0].only == "deck":
        return shown[0].table.columns if isinstance(shown[0], model.TableBlock) else ()
    return ()


def _body(section: model.Section) -> model.TableBody:
    return next(b.table for b in section.blocks if isinstance(b, model.TableBlock) and is_shown(b))
