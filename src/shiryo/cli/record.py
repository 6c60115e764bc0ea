"""What shiryo wrote into a folder, so that nothing that a person has changed since is lost.

A hidden file beside the outputs holds the SHA-256 of each. A file that is there but not as recorded
was changed, or came from elsewhere: it is not overwritten without ``--force``.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from shiryo.diagnostics import Failed, Span, diagnose

NAME = ".shiryo.json"


def _read(folder: Path) -> dict[str, str]:
    try:
        data = json.loads((folder / NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def refuse_edited(folder: Path, outputs: Mapping[str, bytes]) -> None:
    """Raise Failed where writing ``outputs`` (name in ``folder`` → bytes) would lose an edit."""
    record = _read(folder)
    lost = []
    for name, data in outputs.items():
        there = _digest(folder / name)
        same = there in {None, record.get(name), hashlib.sha256(data).hexdigest()}
        if not same:
            path = folder / name
            lost.append(diagnose("files.edited", Span(str(path)), path=path))
    if lost:
        raise Failed(*lost)


def updated(folder: Path, outputs: Mapping[str, bytes], gone: Iterable[str]) -> bytes:
    """Return the new contents of the record."""
    record = _read(folder) | {n: hashlib.sha256(d).hexdigest() for n, d in outputs.items()}
    for name in gone:
        record.pop(name, None)
    return (json.dumps(dict(sorted(record.items())), ensure_ascii=False, indent=1) + "\n").encode()


def leftover(folder: Path, prefixes: tuple[str, ...], outputs: Mapping[str, bytes]) -> list[str]:
    """Return what an earlier run, not this one, wrote under ``prefixes``, and nobody changed."""
    return [
        name
        for name, digest in _read(folder).items()
        if name.startswith(prefixes) and name not in outputs and _digest(folder / name) == digest
    ]
