"""What the columns of a table are called as variables: ``人口（人）`` is ``{{ 人口_人 }}``."""

import unicodedata
from collections.abc import Sequence

from shiryo.batch.rows import Value
from shiryo.diagnostics import Diagnostics, Failed, Span, diagnose
from shiryo.values import dataclass

OWN = ("title", "subtitle", "organization", "label", "number", "confidentiality", "authors", "date")
"""Variables that every outline has: a column of that name is not to be had."""


@dataclass(frozen=True)
class Columns:
    """The names of variables, a column each; empty where a column is none."""

    names: tuple[str, ...]

    def variables(self, cells: Sequence[Value]) -> dict[str, Value]:
        """Return the variables of a row."""
        return {name: cell for name, cell in zip(self.names, cells, strict=True) if name}


def columns(head: Sequence[str], file: str) -> tuple[Columns, Diagnostics]:
    """Return what the columns are called, and which are called otherwise, or not at all.

    Raises Failed where two have the same name.
    """
    found: list[str] = []
    said = []
    for n, text in enumerate(head, 1):
        name = variable(text)
        if text and not name:
            said.append(diagnose("batch.no-variable", Span(file, 1), column=text or str(n)))
        elif name in OWN:
            said.append(diagnose("batch.own-variable", Span(file, 1), column=text))
            name = ""
        elif name and name in found:
            first = head[found.index(name)]
            raise Failed(diagnose("batch.same-column", Span(file, 1), column=text, first=first))
        elif name != text:
            said.append(diagnose("batch.renamed", Span(file, 1), column=text, name=name))
        found.append(name)
    return Columns(tuple(found)), tuple(said)


def variable(text: str) -> str:
    """Return the name of a variable for a column: letters, digits and ``_`` between them."""
    plain = unicodedata.normalize("NFKC", text)
    kept = "".join(c if f"_{c}".isidentifier() else "_" for c in plain)
    name = "_".join(filter(None, kept.split("_")))
    return f"_{name}" if name[:1].isdigit() else name
