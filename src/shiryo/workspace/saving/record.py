"""What shiryo wrote into a folder, and from which outline, so that nothing of a person's is lost.

A hidden file beside the outputs holds the SHA-256 of each. While outputs are replaced it holds that
of the old and of the new one, so whenever a run is stopped, the next knows both. It came with
the folder, perhaps from a stranger: it is data, checked, and at worst counts as none.
"""

import hashlib
import json
import os
import stat
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.messages import wording
from shiryo.values import dataclass

NAME = ".shiryo.json"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PREVIEW = re.compile(r"[0-9]{1,9}\.(?:png|svg)")
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True)
class Maker:
    """The outline that outputs are made from."""

    path: str
    """From the folder of the outputs, with slashes; ``-`` for standard input."""
    title: str
    """A digest of its title: it is known by this where it or the folder was moved."""

    @classmethod
    def of(cls, outline: str, title: str, folder: Path) -> Self:
        """Return who makes outputs in ``folder`` from the file ``outline``, ``-`` among them."""
        digest = hashlib.sha256(title.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if outline == "-":
            return cls(outline, digest)
        try:
            path = os.path.relpath(os.path.realpath(outline), os.path.realpath(folder))
        except (OSError, ValueError):  # on another drive, or the current folder is gone
            path = Path(outline).name
        return cls(Path(path).as_posix(), digest)


@dataclass(frozen=True)
class Entry:
    """One output."""

    digests: tuple[str, ...]
    """What may be there: one SHA-256, or the old and the new one where a run was stopped."""
    maker: Maker | None = None
    """None where the record does not say."""


Record = Mapping[str, Entry]
"""Name from the folder, with slashes → what was written."""


def read(folder: Path) -> Record:
    """Return the record of ``folder``, empty where there is none, or something that is none.

    Raises OSError where the system cannot read it: without it, outputs would be forgotten.
    """
    try:
        data = json.loads(_bytes(folder / NAME).decode("utf-8", "surrogatepass"))
    except (FileNotFoundError, Unfit, ValueError, RecursionError):
        return {}
    if not isinstance(data, dict):
        return {}
    entries = {name: _entry(value) for name, value in data.items() if is_plain(name)}
    return {name: entry for name, entry in entries.items() if entry is not None}


class Unfit(OSError):
    """A file that is none, or is too large."""


def _bytes(path: Path) -> bytes:
    with os.fdopen(_open(path, limits.RECORD_BYTES), "rb") as file:
        return file.read(limits.RECORD_BYTES)


def _open(path: Path, most: int) -> int:
    """Open a regular file of at most ``most`` bytes, never waiting. Raises OSError."""
    if not stat.S_ISREG(path.lstat().st_mode):
        raise Unfit(0, wording("causes.file.not-regular"))
    descriptor = os.open(path, _READ)
    found = os.fstat(descriptor)
    if stat.S_ISREG(found.st_mode) and found.st_size <= most:
        return descriptor
    os.close(descriptor)
    raise Unfit(0, wording("causes.file.large"))


def is_plain(name: str) -> bool:
    """Tell whether ``name`` is that of a file in the folder, or in a folder in it."""
    parts = name.split("/")
    return len(parts) <= 2 and all(p == Path(p).name != ".." and "\0" not in p for p in parts)


def _entry(value: Any) -> Entry | None:
    if isinstance(value, str):  # as the first versions wrote it
        value = {"sha256": [value]}
    if not isinstance(value, dict) or not isinstance(value.get("sha256"), list):
        return None
    digests = tuple(d for d in value["sha256"] if isinstance(d, str) and _SHA256.fullmatch(d))
    path, title = value.get("outline"), value.get("title")
    if not isinstance(path, str) or not isinstance(title, str) or Path(path).anchor or "\0" in path:
        return Entry(digests)
    return Entry(digests, Maker(path, title))


def encode(record: Record) -> bytes:
    """Return the record as it stands in its file."""
    data = {}
    for name, entry in sorted(record.items()):
        maker = {"outline": entry.maker.path, "title": entry.maker.title} if entry.maker else {}
        data[name] = {"sha256": list(entry.digests), **maker}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "surrogatepass")


def digest(path: Path) -> str | None:
    """Return the SHA-256 of a regular file, None where there is nothing.

    Raises OSError for what cannot be read or is something else: it counts as a person's.
    """
    try:
        descriptor = _open(path, limits.OUTPUT_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    with os.fdopen(descriptor, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_of_another(entry: Entry, maker: Maker, folder: Path) -> bool:
    """Tell whether another outline than ``maker`` made an output.

    Where the recorded path leads nowhere, the folder or the outline was moved: the title decides.
    """
    if entry.maker is None or entry.maker.path == maker.path:
        return False
    one, two = (Path(os.path.realpath(folder), m.path) for m in (entry.maker, maker))
    try:
        return not (one.samefile(two) if one.is_file() else entry.maker.title == maker.title)
    except (OSError, ValueError):
        return True


def pending(
    record: Record, there: Mapping[str, str | None], new: Mapping[str, str], maker: Maker
) -> Record:
    """Return the record to stand while ``new`` (name → digest) replace what is ``there``."""

    def both(name: str, digest: str) -> Entry:
        known = record[name].digests if name in record else ()
        old = (d for d in known if d == there[name])
        return Entry(tuple(dict.fromkeys((*old, digest))), maker)

    return {**record, **{name: both(name, digest) for name, digest in new.items()}}


def settled(record: Record, new: Mapping[str, str], gone: Collection[str]) -> Record:
    """Return the record to stand when ``new`` are there and ``gone`` no longer."""
    done = {name: replace(record[name], digests=(digest,)) for name, digest in new.items()}
    return {name: entry for name, entry in {**record, **done}.items() if name not in gone}


def left_over(record: Record, folder: Path, prefixes: tuple[str, ...]) -> list[str]:
    """Return the previews under ``prefixes`` (``a-slides/``) that are as they were written."""
    return [
        name
        for name, entry in record.items()
        for prefix in prefixes
        if name.startswith(prefix) and _PREVIEW.fullmatch(name.removeprefix(prefix))
        if not (folder / prefix).is_symlink()
        if _is_as_written(folder / name, entry)
    ]


def _is_as_written(path: Path, entry: Entry) -> bool:
    try:
        return digest(path) in entry.digests
    except OSError:
        return False
