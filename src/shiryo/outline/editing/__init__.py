"""Changing an outline in its text: what a change does not touch stays as it was written.

A form, a tree or a grid says what is to be (`put`, `insert`, `remove`, `duplicate`, `move`, by the
paths of the values); here that becomes the least change of the text, which keeps comments, order
and style of everything else. Each change is held against what the text then says: what cannot be
done in place so (the inside of an alias, a complex key) is refused, never done by half.
"""

from shiryo.outline.editing.change import apply
from shiryo.outline.editing.moving import free_id, ids
from shiryo.outline.editing.operations import (
    Duplicate,
    Insert,
    Move,
    Operation,
    Put,
    Remove,
    operation,
)
from shiryo.outline.editing.source import Source, Unfit
from shiryo.outline.editing.splices import Splice, difference

__all__ = [
    "Duplicate", "Insert", "Move", "Operation", "Put", "Remove", "Source", "Splice", "Unfit",
    "apply", "difference", "free_id", "ids", "operation",
]  # fmt: skip
