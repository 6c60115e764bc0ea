"""Putting several files in their places, and everything back where one of them cannot be."""

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from shiryo import interrupts, limits
from shiryo.diagnostics import Failed
from shiryo.messages import wording
from shiryo.workspace.files import not_written
from shiryo.workspace.saving import place, record
from shiryo.workspace.saving.temporary import Temporary, copy

_NOT_DONE = {errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF}
"""How a file system says that a folder cannot be brought to the disk by itself."""


@contextlib.contextmanager
def named(path: Path) -> Iterator[None]:
    """Turn what the system says into a diagnostic about ``path``. Raises Failed."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise Failed(not_written(path, error)) from None


class Swap:
    """Changes that are undone, the last first, where the context ends with an error.

    No signal comes between. A process that is killed leaves whole files, some old and some new.
    """

    def __init__(self, temporary: Temporary) -> None:
        self._temporary = temporary
        self._put: list[tuple[Path, Path | None]] = []
        self._made: list[Path] = []
        self._held = interrupts.held()

    def __enter__(self) -> Self:
        """Begin."""
        self._held.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        """Undo after an error, as far as the system lets it."""
        try:
            if kind is not None:
                self._undo()
        finally:
            self._held.__exit__()

    def _undo(self) -> None:
        is_undone = True
        for path, spare in reversed(self._put):
            if path.name == record.NAME and not is_undone:
                return  # it knows the old and the new; and backups, made before it, are needed
            try:
                if spare is None:
                    path.unlink(missing_ok=True)
                else:
                    spare.replace(path)
            except OSError:
                is_undone = False
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()

    def put(self, ready: Path, path: Path) -> None:
        """Give the file ``ready`` the name ``path``, whatever has it. Raises Failed."""
        with named(path):
            place.make(path.parent, self._made)
            spare = self._temporary.keep(path)
            os.replace(ready, path)  # noqa: PTH105
            self._put.append((path, spare))

    def back_up(self, path: Path) -> Path:
        """Keep what stands at ``path`` as ``NAME.bak``, or ``.bak1`` …, whichever is free.

        A backup that is the same already is enough; one that differs stays. Raises Failed.
        """
        with named(path):
            for n in range(limits.BACKUPS):
                backup = path.with_name(f"{path.name}.bak{n or ''}")
                if _is_same(path, backup):
                    return backup
                if not os.path.lexists(backup):
                    self._second_name(path, backup)
                    return backup
            raise FileExistsError(0, wording("causes.file.backups", count=limits.BACKUPS))

    def _second_name(self, path: Path, backup: Path) -> None:
        try:
            os.link(path, backup, follow_symlinks=False)
        except OSError:  # a file system without hard links
            spare = self._temporary.new()
            copy(path, spare)
            spare.rename(backup)
        self._put.append((backup, None))

    def sync(self, folder: Path) -> None:
        """Bring the names in every folder that was changed, and ``folder``, to the disk.

        Raises Failed.
        """
        for changed in dict.fromkeys((folder, *(path.parent for path, _ in self._put))):
            with named(changed):
                sync(changed)


def sync(folder: Path) -> None:
    """Bring the names in ``folder`` to the disk. Raises OSError."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # may be written, but not listed
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NOT_DONE:
            raise
    finally:
        os.close(descriptor)


def _is_same(path: Path, backup: Path) -> bool:
    try:
        one, two = path.lstat(), backup.lstat()
        if os.path.samestat(one, two):
            return True
        return one.st_size == two.st_size and record.digest(path) == record.digest(backup)
    except OSError:
        return False
