"""An outline's file while it is edited: its text, how it is written, and whether it is as it was.

A text has ``\\n`` alone; the file keeps its own ends of lines and its byte order mark.
"""

import hashlib
import os
from pathlib import Path

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.values import dataclass
from shiryo.workspace import saving
from shiryo.workspace.files import read_bytes

_END = re.compile(r"\r\n?")


@dataclass(frozen=True)
class OnDisk:
    """A file as it was read or written."""

    text: str = ""
    digest: str = ""
    """SHA-256 of its bytes; empty where there is no file."""
    newline: str = "\n"
    mark: str = ""


def read(path: str) -> OnDisk:
    """Return the outline in a file; an empty one where there is none. Raises Failed."""
    if not os.path.lexists(path):
        return OnDisk()
    data = read_bytes(path, limits.OUTLINE_BYTES)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Failed(diagnose("files.not-utf8", Span(path, line))) from None
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    return OnDisk(_END.sub("\n", text.removeprefix(mark)), _digest(data), newline, mark)


def digest(path: str) -> str:
    """Return the digest of what the file holds now; empty where there is none. Raises Failed."""
    return _digest(read_bytes(path, limits.OUTLINE_BYTES)) if os.path.lexists(path) else ""


def write(path: str, text: str, like: OnDisk, *, only: bool = False) -> OnDisk:
    """Write ``text`` whole or not at all, in the way of ``like``; with ``only``, over that alone.

    Raises Changed where something else is there, else Failed.
    """
    data = (like.mark + text.replace("\n", like.newline)).encode()
    saving.replace(Path(os.path.realpath(path)), data, like.digest if only else None)
    return OnDisk(text, _digest(data), like.newline, like.mark)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
