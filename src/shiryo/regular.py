"""Regular files, read within a bound: never a device, a pipe, or more than was asked for."""

import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

_FLAGS = os.O_RDONLY | sum(getattr(os, f"O_{n}", 0) for n in ("NONBLOCK", "NOCTTY", "BINARY"))
_NOT_KEPT = ("/proc/", "/sys/")
"""What the kernel makes up as it is read (procfs, sysfs): it says that it is regular."""


class NotRegularError(OSError):
    """What has the name is no regular file: a device, a pipe, a socket, a file of the kernel."""


class TooLargeError(OSError):
    """A file has ``size`` bytes, more than the ``most`` that are read."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"{size} > {most}")
        self.size, self.most = size, most


def read(path: str | Path, most: int) -> bytes:
    """Return the bytes of a regular file of at most ``most`` bytes.

    Nothing else is opened, and no more is read than the file had when it was. Raises OSError
    (`NotRegularError`, `TooLargeError`, IsADirectoryError …), and ValueError for a name with a
    null character.
    """
    _refuse(os.stat(path), path, most)  # noqa: PTH116 (it is the name as given)
    with os.fdopen(os.open(path, _FLAGS), "rb") as file:
        data = file.read(_refuse(os.fstat(file.fileno()), path, most))
    if (noting := _noting.get()) is not None:
        noting[os.fspath(path)] = hashlib.sha256(data).hexdigest()
    return data


_noting: ContextVar[dict[str, str] | None] = ContextVar("noting", default=None)


@contextmanager
def noted() -> Iterator[dict[str, str]]:
    """Yield what is to hold the SHA-256 of every file that `read` reads within the context."""
    found: dict[str, str] = {}
    token = _noting.set(found)
    try:
        yield found
    finally:
        _noting.reset(token)


def check(path: str | Path, most: int) -> None:
    """Raise what `read` would, without opening the file: for libraries that map one by its name."""
    _refuse(os.stat(path), path, most)  # noqa: PTH116


def _refuse(found: os.stat_result, path: str | Path, most: int) -> int:
    """Return the size of a file that may be read."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(str(path))
    if not stat.S_ISREG(found.st_mode) or os.path.realpath(path).startswith(_NOT_KEPT):
        raise NotRegularError(str(path))
    if found.st_size > most:
        raise TooLargeError(found.st_size, most)
    return found.st_size
