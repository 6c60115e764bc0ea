"""What writing would lose."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose
from shiryo.workspace.files import why
from shiryo.workspace.saving import record
from shiryo.workspace.saving.record import Entry, Maker, Record


def refuse_inputs(folder: Path, names: Iterable[str], inputs: Iterable[Path]) -> None:
    """Raise Failed where an output is a file that the program reads, or its own record.

    Hard and symbolic links to such a file are that file.
    """
    read = {_identity(path): path for path in inputs}
    problems = []
    for name in names:
        path = folder / name
        if name.lower() == record.NAME:
            problems.append(diagnose("files.reserved", Span(str(path)), path=path))
        same = read.get(_identity(path) or (0, 0))
        if same is not None:
            problems.append(diagnose("files.own-input", Span(str(path)), path=path, input=same))
    if problems:
        raise Failed(*problems)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino


def refuse_existing(path: Path) -> None:
    """Raise Failed where something is at ``path``; asked before much work is done for it."""
    if "\0" not in str(path) and os.path.lexists(path):
        raise Failed(diagnose("files.exists", Span(str(path)), path=path))


class Survey:
    """What is in a folder where outputs are to be."""

    def __init__(self, folder: Path, known: Record, maker: Maker | None) -> None:
        self._folder = folder
        self._known = known
        self._maker = maker
        self.there: dict[str, str | None] = {}
        """Name → digest; None for nothing and for what cannot be read."""
        self.lost: dict[str, Diagnostic] = {}
        """Name → why it is not overwritten without being asked."""

    def look(self, new: Mapping[str, str]) -> None:
        """See what ``new`` (name → digest) would overwrite."""
        for name, digest in new.items():
            path = self._folder / name
            self.there[name] = None
            try:
                found = self.there[name] = record.digest(path)
            except OSError as error:  # who knows what is in it
                code = "files.edited-unreadable" if self._maker else "files.exists"
                self._loses(name, code, reason=why(error)[0])
                continue
            if found not in {None, digest}:
                self._ask(name, found, self._known.get(name))

    def _ask(self, name: str, found: str | None, entry: Entry | None) -> None:
        if self._maker is None:
            self._loses(name, "files.exists")
        elif entry is None or found not in entry.digests:
            self._loses(name, "files.edited")
        elif record.is_of_another(entry, self._maker, self._folder):
            other = entry.maker.path if entry.maker else ""
            self._loses(name, "files.other-outline", other=other)

    def _loses(self, name: str, code: str, **values: str) -> None:
        path = self._folder / name
        self.lost[name] = diagnose(code, Span(str(path)), path=path, **values)
