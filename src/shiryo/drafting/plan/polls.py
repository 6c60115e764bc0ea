"""Neighbouring sections that count the answers to a question each, as one table of them all.

The handout has the sections, with every answer.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from shiryo.drafting import cards
from shiryo.drafting.cards import Heads, is_shown
from shiryo.drafting.forms import answers
from shiryo.messages import wording
from shiryo.outline import model

_ROWS, _FEW = 9, 4
"""Rows of a table at most, and of a question in it."""


def told(
    sections: Sequence[model.Section], heads: Heads, over: str = ""
) -> Iterator[model.Section]:
    """Yield sections, those that count answers after their table; ``over``: what is above."""
    for counts, group in groupby(sections, key=lambda s: s.id in heads and bool(_rows(s))):
        for run in _runs([*group]) if counts else ():
            title = cards.called([section.title for section in run], over)
            if len(run) > 1 and title:
                yield _slide(run, heads, title)
                yield from map(cards.printed, run)
            else:
                yield from run
        if not counts:
            yield from group


def _runs(found: Sequence[model.Section]) -> Iterator[list[model.Section]]:
    """Yield sections whose tables are one of not too many rows."""
    run, size = list[model.Section](), 0
    for section in found:
        rows = len(_rows(section))
        if run and size + rows > _ROWS:
            yield run
            run, size = [], 0
        run.append(section)
        size += rows
    yield run


def _rows(section: model.Section) -> Sequence[model.Row]:
    """Return the rows of a section that only counts a few answers; nothing of another."""
    shown = [block for block in section.blocks if is_shown(block)]
    alone = section.only is None and not (section.message or section.sections)
    if not (alone and len(shown) == 1 and answers.is_table(shown[0])):
        return ()
    assert isinstance(shown[0], model.TableBlock)
    rows = shown[0].table.rows
    return rows if len(rows) <= _FEW else ()


def _slide(run: Sequence[model.Section], heads: Heads, title: str) -> model.Section:
    rows, spans = list[model.Row](), list[model.Merge]()
    for section in run:
        first, *others = _rows(section)
        spans.append(model.Merge(row=len(rows) + 1, column=1, rowspan=len(others) + 1))
        asked = {"cells": (section.title, *first.cells)}
        rows.append(first.model_copy(update=asked | {"from_": (heads[section.id], *first.from_)}))
        rows += (row.model_copy(update={"cells": ("", *row.cells)}) for row in others)
    columns = tuple(wording(f"drafted.head.{name}") for name in ("asked", "answered", "tally"))
    body = model.TableBody(columns=columns, rows=tuple(rows), merge=tuple(spans))
    block = model.TableBlock(table=body, only="deck")
    made = model.Section(id=f"{run[0].id}-answers", title=title, blocks=(block,), only="deck")
    return cards.noted(made, run)
