"""The folder that an assistant may read and write in, and the files in it."""

import os
from pathlib import Path

import shiryo
from shiryo import lazy_re as re
from shiryo.diagnostics import Failed, diagnose
from shiryo.values import dataclass
from shiryo.workspace import on_disk
from shiryo.workspace.job import Job
from shiryo.workspace.on_disk import OnDisk

_OUTLINES = (".yaml", ".yml")
_OUTLINE = re.compile(r"^[ \t{\"']*+shiryo[\"']?[ \t]*+:", re.M)
"""What every outline says somewhere, even one that is no YAML."""


@dataclass(frozen=True)
class Folder:
    """A folder, resolved. Symbolic links in it count as what they lead to."""

    root: Path

    @classmethod
    def of(cls, path: str) -> "Folder":
        """Return the folder at ``path``. Raises Failed."""
        if not Path(path).is_dir():
            raise Failed(diagnose("mcp.no-folder", path=path))
        return cls(Path(os.path.realpath(path)))

    def find(self, name: str) -> Path:
        """Return the resolved path of a file or a folder, there or not. Raises Failed."""
        try:
            name.encode()
            path = Path(os.path.realpath(self.root / name))
        except (OSError, ValueError):
            raise Failed(diagnose("mcp.outside", path=name)) from None
        if not path.is_relative_to(self.root):
            raise Failed(diagnose("mcp.outside", path=name))
        if any(part.startswith(".") for part in path.relative_to(self.root).parts):
            raise Failed(diagnose("mcp.hidden", path=name))
        return path

    def name(self, path: str | Path) -> str:
        """Return how a path of the folder is told: from it, with slashes."""
        found = Path(path)
        return found.relative_to(self.root).as_posix() if found.is_relative_to(self.root) else ""

    def outline(self, name: str) -> tuple[Path, OnDisk]:
        """Return the path of an outline and what it holds. Raises Failed."""
        path = self.find(name)
        found = on_disk.read(str(path))
        if not found.digest:
            raise Failed(diagnose("files.missing", path=name))
        if path.suffix.lower() not in _OUTLINES or not is_outline(found.text):
            raise Failed(diagnose("mcp.no-outline", path=name))
        return path, found

    def job(self, name: str, *, whole: bool = True) -> tuple[Path, OnDisk, Job]:
        """Return an outline with all that it names, which has to be in the folder.

        Raises Failed.
        """
        path, found = self.outline(name)
        job = shiryo.load(path, found.text, roots=[self.root], whole=whole).completed()
        for read in job.inputs:
            if not Path(os.path.realpath(read)).is_relative_to(self.root):
                raise Failed(diagnose("mcp.outside", path=os.path.relpath(read, path.parent)))
        return path, found, job


def is_outline(text: str) -> bool:
    """Tell whether a text means to be an outline."""
    return _OUTLINE.search(text) is not None
