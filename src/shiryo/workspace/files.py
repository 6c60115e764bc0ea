"""Reading files, with problems as diagnostics. Only this, `saving` and the CLI touch the disk."""

import errno
import os
import sys
from pathlib import Path

from shiryo import lazy_re as re
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
        if data.startswith((b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0")):
            raise Failed(diagnose("outline.is-article", Span(path), file=path)) from None
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


def of_error(error: Exception) -> Diagnostic:
    """Return what is to be said of what no stage foresaw: of the system, or a fault of ours."""
    if isinstance(error, MemoryError):
        error = OSError(errno.ENOMEM, "")
    if not isinstance(error, OSError):
        return diagnose("files.internal", reason=f"{type(error).__name__}: {error}")
    reason, remedy = why(error)
    span = Span(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
    return diagnose("files.system", span, reason=reason, remedy=remedy)


def not_written(path: Path, error: Exception) -> Diagnostic:
    """Return what is to be said where writing ``path`` failed."""
    reason, remedy = why(error)
    return diagnose("files.not-writable", Span(str(path)), path=path, reason=reason, remedy=remedy)


_NOT_FOR_WINDOWS = re.compile(
    r'.*(?:[<>:"|?*\\\x00-\x1f]|[ .]$)|(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?$', re.I
)
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""


def is_for_windows(name: str) -> bool:
    """Tell whether Windows can hold a file of this name, its folders parted by slashes."""
    return not any(map(_NOT_FOR_WINDOWS.match, name.split("/")))
