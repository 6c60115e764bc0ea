"""A folder that one process at a time writes into."""

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path

from shiryo import interrupts, limits
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


@contextlib.contextmanager
def held_alone(folder: Path, seconds: float = limits.LOCK_SECONDS) -> Iterator[bool]:
    """Make ``folder`` and hold it; yield whether it is held alone, which not every system grants.

    Another process waits, at most so many ``seconds``. The lock is the folder's own: no file, and
    gone with the process. Folders that were made and are empty at the end are removed. Raises
    Failed where the folder is not to be had, OSError.
    """
    made: list[Path] = []
    descriptor = None
    try:
        descriptor = _held(folder, made, seconds)
        yield descriptor is not None
    finally:
        with interrupts.held():
            for path in reversed(made):
                with contextlib.suppress(OSError):
                    path.rmdir()
            if descriptor is not None:
                os.close(descriptor)


def make(folder: Path, made: list[Path]) -> None:
    """Make ``folder`` and those above it; append those that were not there. Raises OSError."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        with interrupts.held():
            try:
                path.mkdir()
            except FileExistsError:
                if not path.is_dir():
                    raise
            else:
                made.append(path)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "")


def _held(folder: Path, made: list[Path], seconds: float) -> int | None:
    """Return a descriptor of ``folder`` with a lock; None where there are no locks."""
    until = time.monotonic() + seconds
    while True:
        make(folder, made)
        if fcntl is None:
            return None
        try:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        except PermissionError:  # may be written, but not listed
            return None
        except FileNotFoundError:  # the one who made it removed it
            if time.monotonic() > until:
                raise
            continue
        try:
            if not _lock(descriptor, folder, until, seconds):
                os.close(descriptor)
                return None
            if _is_still(descriptor, folder):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _lock(descriptor: int, folder: Path, until: float, seconds: float) -> bool:
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise Failed(_locked(folder, seconds)) from None
            time.sleep(0.02)
        except OSError:  # not every file system has locks
            return False
        else:
            return True


def _locked(folder: Path, seconds: float) -> Diagnostic:
    return diagnose("files.locked", Span(str(folder)), path=folder, seconds=seconds)


def _is_still(descriptor: int, folder: Path) -> bool:
    """Tell whether ``folder`` was not removed and made anew while this process waited."""
    try:
        return os.path.samestat(os.fstat(descriptor), folder.stat())
    except OSError:
        return False
