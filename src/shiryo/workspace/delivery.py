"""Putting the outputs of a batch in their places: whole, and never over what is a person's."""

import contextlib
import errno
import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Self

from shiryo import interrupts, limits
from shiryo.diagnostics import Diagnostics, Failed, Span, diagnose
from shiryo.values import dataclass
from shiryo.workspace.files import not_written
from shiryo.workspace.ledger import Entry, Ledger, Output, said
from shiryo.workspace.saving import place, record
from shiryo.workspace.saving.record import Maker
from shiryo.workspace.saving.survey import Survey, refuse_inputs
from shiryo.workspace.saving.swap import Swap, named, sync
from shiryo.workspace.saving.temporary import Temporary, mode_of, sweep

_FOR_ALL = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.EMFILE, errno.ENFILE}
"""What the system says of one file that it would say of the next one, too."""
_US = Maker("", "")


class Halted(Failed):
    """Nothing more can be written."""


@dataclass(frozen=True)
class Made:
    """What came of a briefing."""

    number: int
    name: str
    source: str
    """The digest of what it was made from."""
    outputs: Mapping[str, bytes]
    diagnostics: Diagnostics = ()
    failed: bool = False
    seconds: float = 0


class Folder:
    """A folder that a batch writes into, held alone as long as the context lasts.

    Raises Failed where it cannot be had, or another run has it.
    """

    def __init__(self, folder: Path, *, force: bool, inputs: Sequence[Path] = ()) -> None:
        self._folder, self._force, self._inputs = folder, force, inputs
        self._stack = contextlib.ExitStack()

    def __enter__(self) -> Self:
        """Hold the folder, and open its ledger."""
        with named(self._folder), contextlib.ExitStack() as stack:
            seconds = limits.BATCH_LOCK_SECONDS
            if stack.enter_context(place.held_alone(self._folder, seconds)):
                sweep(self._folder)
            self.ledger = stack.enter_context(Ledger(self._folder))
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: object) -> None:
        """Let it go."""
        self._stack.__exit__(*error)  # type: ignore[arg-type]

    def stands(self, entry: Entry) -> bool:
        """Tell whether all outputs are there as they were made."""
        return bool(entry.outputs) and all(self._is_as_made(output) for output in entry.outputs)

    def _is_as_made(self, output: Output) -> bool:
        path = self._folder / output.name
        try:
            found = path.lstat()
            if (found.st_size, str(found.st_mtime_ns)) == (output.size, output.mark):
                return True
            return found.st_size == output.size and record.digest(path) == output.digests[0]
        except (OSError, ValueError):
            return False

    def put(self, group: Sequence[Made]) -> list[Made]:
        """Put outputs in their places, those of a briefing together or not at all.

        Returns what came of each: what would lose something, or cannot be written, has failed.
        Raises Halted where nothing can be written any more.
        """
        with Temporary(self._folder) as temporary:
            ready = [self._ready(made, temporary) for made in group]
            with interrupts.held():
                self._record(ready)
                done = [self._placed(one, temporary) for one in ready]
                if undone := [one for one in done if one.failed_late]:
                    self._record(undone)
                self._sync(done)
        return [one.made for one in done]

    def _ready(self, made: Made, temporary: Temporary) -> "_Ready":
        """Write outputs under temporary names, and look what they would overwrite."""
        entry = self.ledger.entry(made.name)
        before = entry.outputs if entry else ()
        if made.failed:
            return _Ready(made, before)
        known = {o.name: record.Entry(o.digests) for o in before}
        new = {name: hashlib.sha256(data).hexdigest() for name, data in made.outputs.items()}
        try:
            refuse_inputs(self._folder, new, self._inputs)
            survey = Survey(self._folder, known, _US)
            survey.look(new)
            if survey.lost and not self._force:
                raise Failed(*survey.lost.values())
            files = {n: self._write(n, data, temporary) for n, data in made.outputs.items()}
        except Halted:
            raise
        except Failed as failure:
            return _Ready(failed(made, failure.diagnostics), before)
        outputs = []
        for name, path in files.items():
            found, there = path.stat(), survey.there[name]
            old = (there,) if there and name not in survey.lost and there != new[name] else ()
            mark = str(found.st_mtime_ns)
            outputs.append(Output(name, (new[name], *old), found.st_size, mark))
        return _Ready(made, tuple(outputs), files, tuple(survey.lost), before)

    def _write(self, name: str, data: bytes, temporary: Temporary) -> Path:
        path = self._folder / name
        try:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "")
            if "/" in name and not path.resolve().is_relative_to(self._folder.resolve()):
                raise NotADirectoryError(errno.ENOTDIR, "")
            return temporary.write(data, mode_of(path))
        except OSError as error:
            kind = Halted if error.errno in _FOR_ALL else Failed
            raise kind(not_written(path, error)) from None

    def _record(self, ready: Iterable["_Ready"]) -> None:
        self.ledger.record(recorded(one.made, one.outputs) for one in ready)

    def _placed(self, one: "_Ready", temporary: Temporary) -> "_Ready":
        try:
            with Swap(temporary) as swap:
                for name in one.lost:
                    swap.back_up(self._folder / name)
                for name, path in one.files.items():
                    swap.put(path, self._folder / name)
        except Failed as failure:
            # What it would have made may be there no more than what was: both stay known.
            made = failed(one.made, failure.diagnostics)
            return _Ready(made, one.before, failed_late=True)
        return one

    def _sync(self, done: Iterable["_Ready"]) -> None:
        """Bring the names to the disk."""
        folders = {(self._folder / name).parent for one in done for name in one.files}
        for folder in sorted({self._folder, *folders} if folders else ()):
            with named(folder):
                sync(folder)

    def write(self, name: str, lines: Iterable[str]) -> Path:
        """Write a file about the batch itself, line by line, whole or not at all. Raises Failed."""
        path = self._folder / name
        digest = hashlib.sha256()
        with named(path), Temporary(self._folder) as temporary:
            ready = temporary.new()
            with ready.open("xb") as file:
                for line in lines:
                    data = line.encode("utf-8", "replace")
                    digest.update(data)
                    file.write(data)
                file.flush()
                os.fsync(file.fileno())
            self.ledger.keep(name, digest.hexdigest(), record.digest(path))
            with interrupts.held():
                self._spare(path, temporary)
                os.replace(ready, path)  # noqa: PTH105
            sync(self._folder)
        return path

    def refuse_foreign(self, name: str) -> None:
        """Raise Failed where a file about the batch would take the place of somebody else's."""
        path = self._folder / name
        with named(path):
            if not self._force and self._is_foreign(path):
                raise Failed(diagnose("files.edited", Span(str(path)), path=path))

    def _is_foreign(self, path: Path) -> bool:
        found = record.digest(path)
        return found is not None and found not in self.ledger.own(path.name)

    def _spare(self, path: Path, temporary: Temporary) -> None:
        if self._is_foreign(path):
            with Swap(temporary) as swap:
                swap.back_up(path)


@dataclass(frozen=True)
class _Ready:
    made: Made
    outputs: tuple[Output, ...]
    files: Mapping[str, Path] = field(default_factory=dict)
    """Name → where it is written."""
    lost: tuple[str, ...] = ()
    """What is kept as ``.bak``."""
    before: tuple[Output, ...] = ()
    failed_late: bool = False


def failed(made: Made, found: Diagnostics) -> Made:
    """Return that a briefing failed, and why."""
    return replace(made, outputs={}, diagnostics=(*made.diagnostics, *found), failed=True)


def recorded(made: Made, outputs: tuple[Output, ...]) -> tuple[int, Entry]:
    """Return what the ledger is to hold of a briefing; of one that failed, what was there."""
    source = "" if made.failed else made.source
    told = said(made.diagnostics)
    return made.number, Entry(made.name, source, made.failed, outputs, told, made.seconds)
