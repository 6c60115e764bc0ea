"""What a batch is to make: a briefing for each row, or for each outline, no two of one name."""

import glob
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING

from shiryo import limits
from shiryo.batch import names
from shiryo.batch.columns import columns
from shiryo.batch.rows import Table, Value
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.workspace.ledger import Ledger, Planned, said

if TYPE_CHECKING:
    from shiryo.workspace.job import Job

_TWICE = 20
"""Pairs of briefings of one name that are told."""


def write(ledger: Ledger, planned: Iterable[Planned], endings: Sequence[str]) -> None:
    """Write a plan into the ledger. Raises Failed where two briefings would have one name."""
    twice: list[Diagnostic] = []
    count = 0
    with ledger.writing():
        for count, one in enumerate(planned, 1):
            if count > limits.BATCH:
                raise Failed(diagnose("batch.many", most=f"{limits.BATCH:,}"))
            ledger.plan(one)
            taken = (ledger.claim(names.folded(one.name + end), one.number) for end in endings)
            if one.name and (first := next((found for found in taken if found), None)):
                twice.append(
                    diagnose("batch.same-name", place=one.place, name=one.name,
                             first=first.place, other=first.name)
                )  # fmt: skip
                if len(twice) >= _TWICE:
                    break
        if twice:
            raise Failed(*twice)
    if not count:
        raise Failed(diagnose("batch.nothing"))


class Named:
    """Names of briefings, by a form such as ``{{ 自治体 }}``. Raises Failed where it is none."""

    def __init__(self, job: "Job", form: str) -> None:
        self._job = job
        self._parts = names.parts(form)

    def name(self, values: Mapping[str, Value], span: Span) -> tuple[str, Diagnostics]:
        """Return the name of a row, or why it has none."""
        from shiryo.compose.words import Words

        outline = self._job.outline
        variables = {**outline.variables, **values}
        words = Words(
            self._job.templates["deck"], outline.model_copy(update={"variables": variables})
        )
        made = []
        for part in self._parts:
            filled, problem = words.fill(part)
            if problem:
                return "", (diagnose(problem[0], span, **problem[1]),)
            made.append(names.safe(filled))
        if not all(made):
            return "", (diagnose("batch.no-name", span),)
        return "/".join(made), ()


def of_rows(
    job: "Job", table: Table, data: str, form: str
) -> tuple[Iterator[Planned], Diagnostics]:
    """Return a briefing for each row of the table in the file ``data``, and what is said of it.

    Raises Failed.
    """
    made, notes = columns(table.head, data)
    named = Named(job, form)

    def planned() -> Iterator[Planned]:
        for number, row in enumerate(table.rows, 1):
            span = Span(data, row.at)
            if row.problem:
                yield Planned(number, "", str(span), None, said((row.problem,)))
                continue
            values = made.variables(row.cells)
            name, problems = named.name(values, span)
            if number == 1 and problems and problems[0].code == "compose.undefined":
                raise Failed(*problems)  # as it would be of every row
            yield Planned(number, name, str(span), values, said(problems))

    return planned(), notes


def of_files(sources: Sequence[str]) -> Iterator[Planned]:
    """Return a briefing for each outline that is named, or that a pattern finds. Raises Failed.

    The names of a pattern's are their paths from where it begins to be one.
    """
    for number, (path, name) in enumerate(_files(sources), 1):
        safe = "/".join(map(names.safe, name.split("/")))
        yield Planned(number, safe, path, path)


def _files(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    seen = set()
    for source in sources:
        if not glob.has_magic(source) or os.path.lexists(source):
            found, base = [source], Path(source).parent
        else:
            found, base = sorted(glob.glob(source, recursive=True)), _base(source)  # noqa: PTH207
            if not found:
                raise Failed(diagnose("batch.none-found", pattern=source))
        for path in found:
            if path not in seen and not Path(path).is_dir():
                seen.add(path)
                yield path, Path(path).relative_to(base).with_suffix("").as_posix()


def _base(pattern: str) -> Path:
    """Return the folder that a pattern names before it is one."""
    parts = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts)


def opened(path: str) -> IO[bytes]:
    """Return a table's file, open. Raises Failed."""
    from shiryo.workspace.files import not_read

    try:
        return Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise Failed(not_read(path, error)) from None
