"""Writing outputs: all of them or none, never over what is a person's, and known again later.

`save` holds the folder alone, writes everything under temporary names and onto the disk, looks
whether something would be lost, and only then puts all in place. Killed at any moment it leaves
whole files, each old or new, that the next run knows as its own (`record`).
"""

import contextlib
import errno
import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass
from shiryo.workspace.files import is_for_windows, why
from shiryo.workspace.saving import place, record
from shiryo.workspace.saving.record import Maker
from shiryo.workspace.saving.survey import Survey, refuse_existing, refuse_inputs
from shiryo.workspace.saving.swap import Swap, named, sync
from shiryo.workspace.saving.temporary import Temporary, mode_of, sweep

__all__ = ["Changed", "Maker", "Saved", "refuse_existing", "replace", "save"]


@dataclass(frozen=True)
class Saved:
    """What came of writing."""

    backups: tuple[Path, ...] = ()
    """Where what was overwritten by force is kept."""
    diagnostics: Diagnostics = ()
    """Names that Windows cannot hold; left-over previews that could not be removed."""
    written: tuple[str, ...] = ()
    """What was written."""


def save(
    folder: Path,
    outputs: Mapping[str, bytes],
    maker: Maker | None = None,
    *,
    inputs: Iterable[Path] = (),
    previews: tuple[str, ...] = (),
    force: bool = False,
    again: bool = True,
) -> Saved:
    """Write ``outputs`` (name in ``folder``, with slashes → bytes) or nothing at all.

    What this would lose is refused, or with ``force`` kept as ``.bak``: with a ``maker``, what is
    not recorded as made by it; without, whatever is there and differs. Never overwritten are
    ``inputs``. Older previews under ``previews`` (``a-slides/``) are removed. Not ``again``: what
    stands there as it is to be is not written. Raises Failed.
    """
    refuse_inputs(folder, outputs, inputs)
    with named(folder), place.held_alone(folder) as is_alone, Temporary(folder) as temporary:
        if is_alone:
            sweep(folder)
        saving = _Saving(folder, outputs, maker, temporary)
        wanted = outputs if again else saving.differing()
        if not (wanted or again or saving.left_over(previews)):
            return Saved()
        backups = saving.put(wanted, force)
        odd = dict.fromkeys(name.partition("/")[0] for name in outputs if not is_for_windows(name))
        notes = [diagnose("files.not-for-windows", Span(str(folder / n)), path=n) for n in odd]
        tidied = saving.tidy(previews) if maker else ()
        return Saved(backups, (*notes, *tidied), tuple(wanted))


@dataclass(frozen=True)
class _Saving:
    folder: Path
    outputs: Mapping[str, bytes]
    maker: Maker | None
    temporary: Temporary

    @property
    def _new(self) -> dict[str, str]:
        return {name: hashlib.sha256(data).hexdigest() for name, data in self.outputs.items()}

    def differing(self) -> dict[str, bytes]:
        """Return the outputs that do not stand there as they are to be."""
        return {n: data for n, data in self.outputs.items() if not _stands(self.folder / n, data)}

    def left_over(self, previews: tuple[str, ...]) -> list[str]:
        """Return the previews of an earlier run that are none of the outputs."""
        with contextlib.suppress(OSError):
            found = record.left_over(record.read(self.folder), self.folder, previews)
            return [name for name in found if name not in self.outputs]
        return []

    def put(self, wanted: Mapping[str, bytes], force: bool) -> tuple[Path, ...]:
        """Put ``wanted`` outputs in their places, or none; return the backups."""
        ready = {name: self._write(name, data) for name, data in wanted.items()}
        with named(self.folder / record.NAME):
            known = record.read(self.folder) if self.maker else {}
        survey = Survey(self.folder, known, self.maker)
        survey.look(self._new)
        if survey.lost and not force:
            raise Failed(*survey.lost.values())
        with Swap(self.temporary) as swap:
            backups = tuple(swap.back_up(self.folder / name) for name in survey.lost)
            if self.maker:
                both = record.pending(known, survey.there, self._new, self.maker)
                swap.put(self._write(record.NAME, record.encode(both)), self.folder / record.NAME)
                swap.sync(self.folder)
            for name, path in ready.items():
                swap.put(path, self.folder / name)
            swap.sync(self.folder)
        return backups

    def _write(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        with named(path):
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, "")
            if "/" in name and path.parent.is_symlink():
                raise OSError(0, wording("causes.file.linked-folder"))
            return self.temporary.write(data, mode_of(path))

    def tidy(self, previews: tuple[str, ...]) -> Diagnostics:
        """Remove what is left over; all is in place, so what fails here waits for the next run."""
        try:
            stands = record.read(self.folder)
        except OSError:
            return ()
        gone, problems = [], []
        for name in record.left_over(stands, self.folder, previews):
            if name not in self.outputs:
                problem = _remove(self.folder / name)
                if problem:
                    problems.append(problem)
                else:
                    gone.append(name)
        with contextlib.suppress(OSError, Failed):
            settled = record.encode(record.settled(stands, self._new, gone))
            self._write(record.NAME, settled).replace(self.folder / record.NAME)
            sync(self.folder)
        return tuple(problems)


def _stands(path: Path, data: bytes) -> bool:
    """Tell whether a file is as it is to be; what is no plain file is not."""
    try:
        return path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _remove(path: Path) -> Diagnostic | None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        reason, remedy = why(error)
        span = Span(str(path))
        return diagnose("files.not-removed", span, path=path, reason=reason, remedy=remedy)
    return None


class Changed(Failed):
    """What is there is not what was read."""


def replace(path: Path, data: bytes, instead: str | None = None) -> None:
    """Write a file whole or not at all: one of the program's own, or that was read before.

    ``instead``: the SHA-256 of what has to be there still, empty for nothing. Raises Changed where
    something else is, and Failed.
    """
    with named(path), place.held_alone(path.parent), Temporary(path.parent) as temporary:
        if instead is not None and (record.digest(path) or "") != instead:
            raise Changed(diagnose("files.changed", Span(str(path)), path=path))
        ready = temporary.write(data, mode_of(path))
        with Swap(temporary) as swap:
            swap.put(ready, path)
