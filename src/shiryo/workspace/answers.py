"""What models answered before, so that the same question gives the same bytes again.

A file for each answer in the person's own cache folder (XDG Base Directory Specification), named by
the digest of who was asked what; the oldest go when there are too many.
"""

import hashlib
import json
import os
from collections.abc import Callable
from pathlib import Path

from shiryo import limits, regular
from shiryo.assist import Ask
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.workspace import saving


class Answers:
    """Asks what was not asked before; ``who`` is the model and where it is."""

    def __init__(
        self, ask: Ask, who: str, worth: Callable[[str], bool], *, anew: bool = False
    ) -> None:
        self._ask = ask
        self._who = who
        self._worth = worth
        self._anew = anew
        self.diagnostics: Diagnostics = ()
        """A note if answers cannot be kept."""

    def __call__(self, instructions: str, task: str) -> str:
        """Return the answer, kept or new; of new ones those that are ``worth`` it are kept."""
        path = self._path(instructions, task)
        kept = None if self._anew or path is None else _read(path)
        if kept is not None:
            return kept
        said = self._ask(instructions, task).encode(errors="replace").decode()
        if path and self._worth(said):
            self._keep(path, said)
        return said

    def _path(self, instructions: str, task: str) -> Path | None:
        """Return the file of an answer; None where there is no home folder."""
        asked = json.dumps([self._who, instructions, task]).encode()
        try:
            return _folder() / f"{hashlib.sha256(asked).hexdigest()}.txt"
        except RuntimeError:
            return None

    def _keep(self, path: Path, said: str) -> None:
        try:
            saving.replace(path, said.encode())
            _bound(path.parent)
        except (Failed, OSError):
            self.diagnostics = (diagnose("assist.not-kept", path=str(path.parent)),)


def _folder() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME", ""))
    home = cache if cache.is_absolute() else Path.home() / ".cache"
    return home / "shiryo" / "answers"


def _read(path: Path) -> str | None:
    try:
        return regular.read(path, limits.ANSWER_BYTES).decode()
    except (OSError, ValueError):
        return None


def _bound(folder: Path) -> None:
    """Take the oldest answers away where there are too many."""
    found = [(path.stat().st_mtime_ns, path.name, path) for path in folder.glob("*.txt")]
    for _, _, path in sorted(found)[: -limits.ANSWERS]:
        path.unlink(missing_ok=True)
