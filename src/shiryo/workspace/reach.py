"""What an outline may have read: files beside it, below a root, and what a person named before."""

import os
from collections.abc import Iterable
from pathlib import Path
from shlex import quote
from typing import Any

import click

from shiryo import regular
from shiryo.diagnostics import Diagnostic, Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass
from shiryo.workspace import files, named
from shiryo.workspace.files import STDIO

root_option = click.option(
    "--root",
    "roots",
    multiple=True,
    type=click.Path(),
    envvar="SHIRYO_ROOT",
    metavar="PATH",
    help=wording("cli.root"),
)


@dataclass(frozen=True)
class Reach:
    """Where what an outline names may be. Symbolic links count as what they lead to."""

    folder: Path
    """The outline's, where relative paths start."""
    roots: tuple[Path, ...]
    """Resolved folders, with all below them."""
    files: frozenset[Path] = frozenset()
    """Resolved files."""
    outline: str = STDIO
    """The path of the outline as the person gave it."""

    def covers(self, path: Path) -> bool:
        """Tell whether ``path``, resolved, is within reach."""
        return path in self.files or any(path.is_relative_to(root) for root in self.roots)

    def find(self, name: str, span: Span | None = None) -> Path | None:
        """Return the resolved path of a file or folder that is there, or None.

        Raises Failed, at ``span``, for one that is out of reach.
        """
        path = self.folder / name
        there = _is_near(path, self.folder) and _exists(path)
        if not there:
            return None
        found = Path(os.path.realpath(path))
        if not self.covers(found):
            raise Failed(self.refusal(name, found, span))
        return found

    def refusal(self, name: str, found: Path, span: Span | None) -> Diagnostic:
        """Return what to say of what is out of reach, with the command that reaches it."""
        root = found if found.is_dir() else found.parent
        values = {"outline": quote(self.outline), "root": quote(str(root))}
        return diagnose("files.out-of-reach", span, path=name, **values)

    def read(self, name: str, most: int, span: Span | None = None) -> bytes | None:
        """Return the bytes of a file, at most ``most``; None where there is none.

        Raises Failed, at ``span``, for one that is out of reach or cannot be read.
        """
        found = self.find(name, span)
        if found is None:
            return None
        try:
            return regular.read(found, most)
        except (OSError, ValueError) as error:
            raise Failed(files.not_read(name, error, span)) from None


def of_outline(path: str, roots: Iterable[str]) -> Reach:
    """Return the reach of the outline ``path`` (``-``: the current folder's). Raises Failed."""
    folder = Path() if path == STDIO else Path(path).parent
    given = tuple(_root(root) for root in roots)
    own = frozenset() if path == STDIO else named.before(path)
    return Reach(folder, (_resolved(folder), *given), own, path)


def of_person() -> Reach:
    """Return the reach of what a person names on the command line: everything."""
    return Reach(Path(), (Path(Path.cwd().anchor),))


def _root(root: str) -> Path:
    if not Path(root).is_dir():
        raise Failed(diagnose("files.no-root", path=root))
    return _resolved(root)


def _resolved(path: Any) -> Path:
    return Path(os.path.realpath(path))


def _is_near(path: Path, folder: Path) -> bool:
    """Tell whether ``path`` is on this machine or the outline's: asking another tells it of us."""
    return not path.drive.startswith("\\\\") or path.drive == folder.drive


def _exists(path: Path) -> bool:
    try:
        return os.path.exists(path)  # noqa: PTH110 (Path.exists raises where a name is too long)
    except ValueError:
        return False
