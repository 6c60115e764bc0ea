"""What was typed and not saved, on the disk, so that it outlives the program.

Each change is appended as a line before anybody is told that it arrived: a line that is torn is
the last. The files lie in the person's own state folder; one process has the journal of an outline.
"""

import contextlib
import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import IO, Any

from shiryo import limits, regular
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose
from shiryo.outline.editing import Splice
from shiryo.outline.editing.splices import spliced
from shiryo.values import dataclass
from shiryo.workspace import files, state

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

_GROWN = 8
"""How many times a text its journal may become before it begins anew."""
_LEAST = 1_000_000


@dataclass(frozen=True)
class Left:
    """A text that was not saved."""

    path: Path
    text: str
    base: str
    """Digest of the file that it began from."""


class Journal:
    """The journal of an outline; where it cannot be written, `problem` says why."""

    def __init__(self, outline: str) -> None:
        self.problem: Diagnostic | None = None
        self._lock: IO[bytes] | None = None
        self._file: IO[bytes] | None = None
        self._size = self._fresh = 0
        self._is_torn = False
        self._base = ""
        self._folder: Path | None = None
        try:
            self._folder = state.folder("journal") / state.name(outline)
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._lock = (self._folder / "lock").open("ab")
        except (OSError, RuntimeError) as error:
            self._fail(error)
        if fcntl and self._lock:
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise Failed(diagnose("studio.open", Span(outline))) from None

    def left(self) -> list[Left]:
        """Return what an earlier session left, the newest first."""
        found = self._folder.glob("*.jsonl") if self._folder else ()
        own = Path(self._file.name) if self._file else None
        ordered = sorted((path for path in found if path != own), key=_number, reverse=True)
        return [left for path in ordered if (left := _read(path))]

    def begin(self, base: str) -> None:
        """Let what is appended from now on stand on a file of that digest."""
        self.forget()
        self._base = base

    def append(self, splices: Sequence[Splice], after: str) -> None:
        """Put down a change of a text; the first of a session with the whole of it."""
        try:
            if self._file is None or self._is_torn or self._size > self._most(after):
                self._anew(after)
            else:
                self._write([list(splice) for splice in splices])
            self.problem = None
        except OSError as error:
            self._is_torn = True
            self._fail(error)

    def sync(self) -> None:
        """Put what was appended onto the disk itself."""
        try:
            if self._file and not self._is_torn:
                os.fsync(self._file.fileno())
        except (OSError, ValueError) as error:  # ValueError: it was closed meanwhile
            self._is_torn = True
            self._fail(error)

    def forget(self, left: Iterable[Left] = ()) -> None:
        """Drop what this session has put down, or what earlier ones have ``left``."""
        paths = [one.path for one in left]
        if not paths and self._file:
            paths = [Path(self._file.name)]
            with contextlib.suppress(OSError):
                self._file.close()
            self._file, self._is_torn = None, False
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let another process have it; what is put down stays."""
        for file in filter(None, (self._file, self._lock)):
            with contextlib.suppress(OSError):
                file.close()
        self._file = self._lock = None

    def _anew(self, text: str) -> None:
        """Begin a file with the whole text, then drop the one before."""
        if self._folder is None:
            raise OSError(0, "no state folder")
        numbers = [_number(path) for path in self._folder.glob("*.jsonl")]
        path = self._folder / f"{max(numbers, default=0) + 1}.jsonl"
        file = path.open("xb", buffering=0)
        before, self._file, self._size = self._file, file, 0
        try:
            self._write({"base": self._base, "text": text})
        except OSError:
            self._file = before
            with contextlib.suppress(OSError):
                file.close()
                path.unlink()
            raise
        self._is_torn, self._fresh = False, self._size
        if before:
            with contextlib.suppress(OSError):
                before.close()
                Path(before.name).unlink()

    def _most(self, text: str) -> int:
        return max(_LEAST, _GROWN * len(text))

    def _write(self, said: Any) -> None:
        if self._file is None:
            return
        data = json.dumps(said, ensure_ascii=False).encode() + b"\n"
        if self._file.write(data) != len(data):
            raise OSError(28, "short")
        self._size += len(data)

    def _fail(self, error: Exception) -> None:
        reason, remedy = files.why(error)
        self.problem = diagnose("studio.no-journal", reason=reason, remedy=remedy)


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _read(path: Path) -> Left | None:
    """Return what a journal comes to; None where it has no beginning."""
    try:
        lines = regular.read(path, limits.JOURNAL_BYTES).split(b"\n")
        head = json.loads(lines[0] if lines[1:] else b"")
        text, base = str(head["text"]), str(head["base"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    for line in lines[1:-1]:
        try:
            text = spliced(
                text, [Splice(int(a), int(b), str(new)) for a, b, new in json.loads(line)]
            )
        except (ValueError, TypeError):
            break
    return Left(path, text, base)
