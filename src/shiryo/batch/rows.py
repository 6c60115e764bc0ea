"""Tables of data, row by row: CSV, Excel, Parquet. Nothing is kept of a row that was gone past."""

import codecs
import csv
import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from shiryo import limits
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass

Value = str | int | float
"""What a cell holds; nothing is an empty text, a date a text such as 2026-04-01."""
Cells = Iterator[tuple[int, Sequence[Any]]]
"""Where each row stands, 1-based, and what it holds; the first is the head."""
_PART = 1 << 20


@dataclass(frozen=True)
class Row:
    """A row of a table."""

    at: int
    """Its line, or its row, 1-based."""
    cells: tuple[Value, ...]
    problem: Diagnostic | None = None
    """Why it cannot be used."""


@dataclass(frozen=True)
class Table:
    """A table that is read as its rows are gone through, once."""

    head: tuple[str, ...]
    rows: Iterator[Row]


def table(file: IO[bytes], name: str) -> Table:
    """Return the table in ``file``, which ends on what its name ends in. Raises Failed.

    Going through the rows raises Failed, too.
    """
    reader = _READERS.get(Path(name).suffix.lower())
    if reader is None:
        known = "、".join(_READERS)
        raise Failed(diagnose("batch.no-format", Span(name), path=name, known=known))
    cells = reader(file, name)
    head = next(cells, None)
    if head is None:
        raise Failed(diagnose("batch.no-head", Span(name), path=name))
    heads = tuple(str(value(cell)).strip() for cell in _trimmed(head[1]))
    if not any(heads):
        raise Failed(diagnose("batch.no-head", Span(name, head[0]), path=name))
    if len(heads) > limits.BATCH_COLUMNS:
        most = limits.BATCH_COLUMNS
        raise Failed(diagnose("batch.many-columns", Span(name), count=len(heads), most=most))
    return Table(heads, _rows(cells, len(heads), name))


def value(cell: Any) -> Value:
    """Return what a cell holds, as variables have it."""
    match cell:
        case None:
            return ""
        case bool():
            return str(cell).upper()
        case str() | int() | float():
            return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
        case dt.datetime() if cell.time() == dt.time():
            return cell.date().isoformat()
        case dt.datetime():
            return cell.isoformat(" ", "minutes")
        case dt.date() | dt.time():
            return cell.isoformat()
        case _:
            return str(cell)


def _trimmed(cells: Sequence[Any]) -> Sequence[Any]:
    """Return the cells without the empty ones at their end."""
    count = len(cells)
    while count and cells[count - 1] in (None, ""):
        count -= 1
    return cells[:count]


def _rows(cells: Cells, width: int, name: str) -> Iterator[Row]:
    for count, (at, found) in enumerate(
        ((at, row) for at, row in cells if any(map(_says, row))), 1
    ):
        if count > limits.BATCH:
            most = f"{limits.BATCH:,}"
            raise Failed(diagnose("batch.many", Span(name), most=most))
        row = _trimmed(found)
        values = tuple(map(value, row[:width])) + ("",) * (width - len(row))
        problem = None
        if len(row) > width:
            problem = diagnose("batch.ragged", Span(name, at), count=len(row), heads=width)
        elif any(isinstance(v, str) and len(v) > limits.BATCH_CHARACTERS for v in values):
            most = f"{limits.BATCH_CHARACTERS:,}"
            problem = diagnose("batch.long-cell", Span(name, at), most=most)
        yield Row(at, () if problem else values, problem)


def _says(cell: Any) -> bool:
    return cell is not None and bool(str(cell).strip())


def _csv(file: IO[bytes], name: str, delimiter: str = ",") -> Cells:
    text = io.TextIOWrapper(file, _encoding(file, name), newline="")
    reader = csv.reader(_lines(text, name), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            long = "limit" in str(error)
            reason = wording("causes.chart.long-cell" if long else "causes.chart.open-quote")
            raise Failed(diagnose("batch.bad-rows", Span(name, line), reason=reason)) from None
        yield line, row
        line = reader.line_num + 1


def _lines(text: io.TextIOWrapper, name: str) -> Iterator[str]:
    for n, line in enumerate(text, 1):
        if "\0" in line:
            reason = wording("causes.chart.no-text")
            raise Failed(diagnose("batch.bad-rows", Span(name, n), reason=reason))
        yield line


def _tsv(file: IO[bytes], name: str) -> Cells:
    return _csv(file, name, "\t")


def _encoding(file: IO[bytes], name: str) -> str:
    """Return how the file is written: UTF-8, or what Excel in Japan writes."""
    for encoding in ("utf-8-sig", "cp932"):
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            file.seek(0)
            while part := file.read(_PART):
                decoder.decode(part)
            decoder.decode(b"", True)
        except UnicodeDecodeError:
            continue
        file.seek(0)
        return encoding
    raise Failed(diagnose("batch.no-text", Span(name), path=name))


def _xlsx(file: IO[bytes], name: str) -> Cells:
    import openpyxl

    def sheet() -> Cells:
        with zipfile.ZipFile(file) as parts:
            if sum(part.file_size for part in parts.infolist()) > limits.BATCH_UNPACKED:
                raise ValueError(wording("causes.file.unpacked"))
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        found = book.worksheets[0]
        found.reset_dimensions()  # what it says of itself need not be so
        yield from enumerate(found.iter_rows(max_col=limits.BATCH_COLUMNS + 1, values_only=True), 1)

    return _guarded(sheet, name)


def _parquet(file: IO[bytes], name: str) -> Cells:
    try:
        from pyarrow import parquet
    except ImportError:
        extra = "parquet"
        raise Failed(diagnose("batch.no-library", Span(name), extra=extra)) from None

    def rows() -> Cells:
        found = parquet.ParquetFile(file)
        yield 1, found.schema_arrow.names
        at = 2
        for batch in found.iter_batches(1000):
            columns = [column.to_pylist() for column in batch.columns]
            for cells in zip(*columns, strict=True):
                yield at, cells
                at += 1

    return _guarded(rows, name)


def _guarded(rows: Callable[[], Cells], name: str) -> Cells:
    """Go through rows; what a library says of its file, whatever that is, raises Failed."""
    try:
        yield from rows()
    except (Failed, MemoryError):
        raise
    except Exception as error:
        reason = str(error)[:200]
        raise Failed(diagnose("batch.unreadable", Span(name), path=name, reason=reason)) from None


_READERS: dict[str, Callable[[IO[bytes], str], Cells]] = {
    ".csv": _csv,
    ".tsv": _tsv,
    ".xlsx": _xlsx,
    ".xlsm": _xlsx,
    ".parquet": _parquet,
}
