"""Reading and writing files, with problems as diagnostics. Only this module and the CLI do it."""

import contextlib
import errno
import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from shiryo import limits, regular
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose

STDIO = "-"
"""The path that means standard input or output."""
_PART = 1_000_000
"""Bytes of standard input that are taken at once."""


def read_bytes(path: str, most: int, span: Span | None = None) -> bytes:
    """Return the bytes of a regular file, of standard input for ``-``: at most ``most`` of them.

    Raises Failed, at ``span`` (by default the file), where it is missing, too large, no regular
    file, or cannot be read.
    """
    try:
        return _standard_input(most) if path == STDIO else regular.read(path, most)
    except (OSError, ValueError) as error:
        raise Failed(not_read(path, error, span)) from None


def read_text(path: str) -> str:
    """Return the text of an outline, in UTF-8. Raises Failed."""
    data = read_bytes(path, limits.OUTLINE_BYTES)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failed(diagnose("files.not-utf8", Span(path, line))) from None


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "closed")
    found = bytearray()
    while part := sys.stdin.buffer.read(_PART):
        found += part
        if len(found) > most:
            raise regular.TooLargeError(len(found), most)
    return bytes(found)


def not_read(path: str, error: Exception, span: Span | None = None) -> Diagnostic:
    """Return what is to be said where reading the file ``path`` failed."""
    span = span or Span(path)
    match error:
        case regular.TooLargeError():
            return diagnose("files.too-large", span, path=path, most=size(error.most))
        case regular.NotRegularError():
            return diagnose("files.not-regular", span, path=path)
        case FileNotFoundError() | NotADirectoryError():
            return diagnose("files.missing", span, path=path)
        case IsADirectoryError():
            return diagnose("files.folder", span, path=path)
    reason, remedy = why(error)
    return diagnose("files.unreadable", span, path=path, reason=reason, remedy=remedy)


def size(number: int) -> str:
    """Return a number of bytes in words."""
    return f"{number / 1_000_000:g} MB"


def why(error: Exception) -> tuple[str, str]:
    """Return in words why the operating system refused, and what to do about it."""
    name = errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    try:
        said = diagnose("reasons.null" if isinstance(error, ValueError) else f"reasons.{name}")
    except KeyError:
        said = diagnose("reasons.other", text=getattr(error, "strerror", None) or str(error))
    return said.message, said.hint


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; folders are made. Raises Failed."""
    write_all({path: data})


def write_all(outputs: Mapping[Path, bytes]) -> None:
    """Write several files: first all of them under temporary names, then all get their names.

    So a full disk or a folder that cannot be written leaves the old files as they were, and no
    temporary file stays. Raises Failed.
    """
    with contextlib.ExitStack() as cleanup:
        ready: list[tuple[str, Path]] = []
        for path, data in outputs.items():
            try:
                if path.is_dir():
                    raise IsADirectoryError(errno.EISDIR, "")
                _make_folder(path.parent, cleanup.callback)
                descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".shiryo-")
                cleanup.callback(Path(name).unlink, missing_ok=True)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(data)
                Path(name).chmod(0o666 & ~_umask())
            except (OSError, ValueError) as error:
                raise Failed(_not_written(path, error)) from None
            ready.append((name, path))
        for name, path in ready:
            try:
                os.replace(name, path)  # noqa: PTH105
            except (OSError, ValueError) as error:
                raise Failed(_not_written(path, error)) from None


def _make_folder(folder: Path, later: Callable[[Callable[[Path], None], Path], object]) -> None:
    """Make ``folder``; those that were made and are still empty at the end are removed."""
    missing = [p for p in (folder, *folder.parents) if not p.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in reversed(missing):
        later(_remove_if_empty, made)


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _not_written(path: Path, error: Exception) -> Diagnostic:
    reason, remedy = why(error)
    return diagnose("files.not-writable", Span(str(path)), path=path, reason=reason, remedy=remedy)
