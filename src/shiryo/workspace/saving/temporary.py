"""Files under temporary names, and a second name for what is about to be replaced.

They are all in the folder that is held alone (`place`), so whoever holds it knows that every
temporary file in it belongs to a process that is dead. A name carries a checksum: a person's file
that only looks alike is not taken for one.
"""

import contextlib
import hashlib
import os
import shutil
import stat
from pathlib import Path
from typing import Self

from shiryo import interrupts
from shiryo import lazy_re as re

_NAME = re.compile(r"\.shiryo-([0-9a-f]{16})([0-9a-f]{16})")
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def _new_name() -> str:
    token = os.urandom(8).hex()
    return f".shiryo-{token}{_checksum(token)}"


def _checksum(token: str) -> str:
    return hashlib.sha256(f"temporary file of shiryo: {token}".encode()).hexdigest()[:16]


def is_temporary(name: str) -> bool:
    """Tell whether this program made ``name`` up."""
    found = _NAME.fullmatch(name)
    return found is not None and found[2] == _checksum(found[1])


def sweep(folder: Path) -> None:
    """Remove the temporary files of dead processes. Only for who holds ``folder`` alone."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_temporary(entry.name) and not entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    Path(entry).unlink()


def mode_of(path: Path) -> int | None:
    """Return the permissions of a regular file, None where there is none."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return stat.S_IMODE(found.st_mode) & 0o777 if stat.S_ISREG(found.st_mode) else None


class Temporary:
    """The temporary files of one run in a folder; what is left of them at the end is removed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._names: list[Path] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Remove what is left. What cannot be removed the next run does."""
        with interrupts.held():
            for path in self._names:
                with contextlib.suppress(OSError):
                    path.unlink(missing_ok=True)

    def new(self) -> Path:
        """Return a name that nothing has, to be removed at the end."""
        self._names.append(self._folder / _new_name())
        return self._names[-1]

    def write(self, data: bytes, mode: int | None = None) -> Path:
        """Write ``data`` to the disk, readable as the umask says or as ``mode``. Raises OSError."""
        path = self.new()
        descriptor = os.open(path, _CREATE, 0o666 if mode is None else 0o600)
        with os.fdopen(descriptor, "wb") as file:
            if mode is not None and stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
                os.chmod(path, mode)  # noqa: PTH101
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        return path

    def keep(self, path: Path) -> Path | None:
        """Give what stands at ``path`` a second name; None where nothing does. Raises OSError."""
        spare = self.new()
        try:
            os.link(path, spare, follow_symlinks=False)
        except FileNotFoundError:
            return None
        except OSError:  # a file system without hard links
            copy(path, spare)
        return spare


def copy(path: Path, other: Path) -> None:
    """Copy a file as it is, onto the disk. Raises OSError."""
    shutil.copy2(path, other, follow_symlinks=False)
    if not other.is_symlink():
        with other.open("rb+") as file:
            os.fsync(file.fileno())
