"""What a batch is to make in a folder, and what it made there: a database beside the outputs.

It came with the folder, perhaps from a stranger, and at worst counts as none. What is to be written
is in it, on the disk, before anything is put in its place; so whenever a run is stopped, the next
one knows what is its own. Nothing of it is held in memory.
"""

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from shiryo.diagnostics import Diagnostics, Failed, Span, diagnose
from shiryo.values import dataclass

NAME = ".shiryo-batch.sqlite"
_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS made (
  name TEXT PRIMARY KEY, source TEXT NOT NULL, failed INTEGER NOT NULL, outputs TEXT NOT NULL,
  diagnostics TEXT NOT NULL, seconds REAL NOT NULL) WITHOUT ROWID;
DROP TABLE IF EXISTS files;
DROP TABLE IF EXISTS tasks;
CREATE TABLE tasks (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, place TEXT NOT NULL, task TEXT NOT NULL,
  diagnostics TEXT NOT NULL, done INTEGER NOT NULL);
CREATE TABLE files (folded TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS own (name TEXT PRIMARY KEY, digests TEXT NOT NULL) WITHOUT ROWID;
"""


@dataclass(frozen=True)
class Output:
    """A file that was made."""

    name: str
    """From the folder, with slashes."""
    digests: tuple[str, ...]
    """The SHA-256 of what was last to be there, then of what was there before."""
    size: int
    """In bytes."""
    mark: str
    """What tells, beside the size, that it is as it was made: when it was changed, say."""


@dataclass(frozen=True)
class Entry:
    """What came of a briefing when it was last made."""

    name: str
    source: str
    """The digest of what it was made from."""
    failed: bool
    outputs: tuple[Output, ...]
    diagnostics: Sequence[dict[str, Any]]
    """As JSON tells them."""
    seconds: float


@dataclass(frozen=True)
class Planned:
    """A briefing that is to be made."""

    number: int
    name: str
    place: str
    """The row or the file that it is made from, for people to find."""
    task: Any
    """What JSON can write."""
    diagnostics: Sequence[dict[str, Any]] = ()
    """Why it cannot be made."""
    done: bool = False


class Ledger:
    """The database of a folder that is held alone. Raises Failed where it cannot be written."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / NAME
        self._is_new = not self._path.exists()
        with self._named():
            self._open()

    def __enter__(self) -> "Ledger":
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close it; the file stays."""
        with contextlib.suppress(sqlite3.Error):
            self._base.close()

    def discard(self) -> None:
        """Remove it again, where it was not there before: nothing is to be made."""
        if self._is_new:
            self._base.close()
            with contextlib.suppress(OSError):
                self._remove()

    def _remove(self) -> None:
        for name in (NAME, f"{NAME}-wal", f"{NAME}-journal"):
            self._path.with_name(name).unlink(missing_ok=True)

    def _open(self) -> None:
        if self._path.is_symlink() or (self._path.exists() and not self._path.is_file()):
            raise Failed(diagnose("batch.bad-ledger", Span(str(self._path)), path=self._path))
        try:
            self._connect()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):
                raise
            self._remove()  # it is none, or spoilt
            self._connect()

    def _connect(self) -> None:
        self._base = sqlite3.connect(self._path, isolation_level=None)
        try:
            for line in ("locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL",
                         "trusted_schema=OFF", "cell_size_check=ON"):  # fmt: skip
                self._base.execute(f"PRAGMA {line}")
            found = self._base.execute("PRAGMA user_version").fetchone()[0]
            if found not in (0, _VERSION):
                raise sqlite3.DatabaseError("another version")
            self._base.executescript(_TABLES)
            self._base.execute(f"PRAGMA user_version={_VERSION}")
            self._base.execute("SELECT name, source, failed, outputs FROM made LIMIT 1")
        except BaseException:
            self._base.close()
            raise

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            full = "full" in str(error) or getattr(error, "errno", 0) == 28
            code = "batch.ledger-full" if full else "batch.ledger-failed"
            span = Span(str(self._path))
            raise Failed(diagnose(code, span, path=self._path, reason=str(error))) from None

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """Yield; at the end all that was written is on the disk, or after an error none of it."""
        with self._named():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    # What is to be made

    def plan(self, planned: Planned) -> None:
        """Write down what is to be made; within `writing`."""
        self._base.execute(
            "INSERT INTO tasks VALUES (?, ?, ?, ?, ?, 0)",
            (planned.number, planned.name, planned.place, _json(planned.task),
             _json(planned.diagnostics)),
        )  # fmt: skip

    def claim(self, folded: str, number: int) -> Planned | None:
        """Take a name of a file for a briefing; return whose it is already."""
        try:
            self._base.execute("INSERT INTO files VALUES (?, ?)", (folded, number))
        except sqlite3.IntegrityError:
            query = "SELECT number FROM files WHERE folded = ?"
            first = self._base.execute(query, (folded,)).fetchone()[0]
            return next(self._planned("WHERE number = ?", first))
        return None

    def planned(self) -> Iterator[Planned]:
        """Yield all that is to be made, in order; others may write meanwhile."""
        last = 0
        while found := list(self._planned("WHERE number > ? ORDER BY number LIMIT 200", last)):
            yield from found
            last = found[-1].number

    def _planned(self, where: str, *values: Any) -> Iterator[Planned]:
        query = f"SELECT number, name, place, task, diagnostics, done FROM tasks {where}"
        for number, name, place, task, diagnostics, done in self._base.execute(query, values):
            yield Planned(
                number, name, place, json.loads(task), json.loads(diagnostics), bool(done)
            )

    def count(self) -> int:
        """Return how many are to be made."""
        return int(self._base.execute("SELECT count(*) FROM tasks").fetchone()[0])

    def left_over(self) -> int:
        """Return how many were made once and no longer are to be."""
        query = "SELECT count(*) FROM made WHERE name NOT IN (SELECT name FROM tasks)"
        return int(self._base.execute(query).fetchone()[0])

    # What was made

    def entry(self, name: str) -> Entry | None:
        """Return what is known of a briefing."""
        query = "SELECT * FROM made WHERE name = ?"
        found = self._base.execute(query, (name,)).fetchone()
        if found is None:
            return None
        name, source, failed, outputs, diagnostics, seconds = found
        try:
            made = tuple(_output(value) for value in json.loads(outputs))
            said = [d for d in json.loads(diagnostics) if isinstance(d, dict)]
            return Entry(str(name), str(source), bool(failed), made, said, float(seconds))
        except (ValueError, TypeError, KeyError, RecursionError):
            return None

    def record(self, entries: Iterable[tuple[int, Entry]]) -> None:
        """Write down what is made, by its number in this run. On the disk when this returns."""
        with self.writing():
            for number, entry in entries:
                outputs = [[o.name, o.digests, o.size, o.mark] for o in entry.outputs]
                self._base.execute(
                    "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?)",
                    (entry.name, entry.source, entry.failed, _json(outputs),
                     _json(entry.diagnostics), round(entry.seconds, 4)),
                )  # fmt: skip
                self._finish(number)

    def finish(self, numbers: Iterable[int]) -> None:
        """Write down that briefings are there as they were made. On the disk when this returns."""
        with self.writing():
            for number in numbers:
                self._finish(number)

    def _finish(self, number: int) -> None:
        self._base.execute("UPDATE tasks SET done = 1 WHERE number = ?", (number,))

    def own(self, name: str) -> tuple[str, ...]:
        """Return the digests of a file about the batch itself, newest first."""
        query = "SELECT digests FROM own WHERE name = ?"
        found = self._base.execute(query, (name,)).fetchone()
        return tuple(str(found[0]).split()) if found else ()

    def keep(self, name: str, digest: str, there: str | None) -> None:
        """Remember that such a file is about to be written. On the disk when this returns.

        What is ``there`` stays known if it is our own, however many runs were stopped since it was.
        """
        old = (one for one in self.own(name) if one == there)
        known = " ".join(dict.fromkeys((digest, *old)))
        with self.writing():
            self._base.execute("INSERT OR REPLACE INTO own VALUES (?, ?)", (name, known))


def said(diagnostics: Diagnostics) -> list[dict[str, Any]]:
    """Return diagnostics as JSON tells them."""
    return [
        {
            "code": d.code, "severity": d.severity.value, "message": d.message, "hint": d.hint,
            "at": str(d.span) if d.span else "",
        }
        for d in diagnostics
    ]  # fmt: skip


def _output(value: Any) -> Output:
    name, digests, size, mark = value
    if os.path.isabs(name) or ".." in Path(name).parts:  # noqa: PTH117
        raise ValueError(name)
    return Output(str(name), tuple(map(str, digests)), int(size), str(mark))


def _json(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))  # ASCII: a name may be no text
