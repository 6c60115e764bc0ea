"""Finding templates: by path, beside the outline, in the current folder, in the package."""

from collections.abc import Iterator
from pathlib import Path

import shiryo
from shiryo.diagnostics import Failed, diagnose
from shiryo.files import read_bytes
from shiryo.template import load
from shiryo.template.model import Template

FONTS = "fonts"
"""The folder of a template where its own fonts are."""


def folders(beside: Path) -> Iterator[Path]:
    """Yield the folders that hold templates, the nearest first; ``beside`` is the outline's."""
    package = Path(shiryo.__file__).parent
    for folder in (
        beside / "templates",
        Path("templates"),
        package / "templates",
        package.parents[1] / "templates",
    ):
        if folder.is_dir():
            yield folder


def known(beside: Path) -> dict[str, Path]:
    """Return the templates that can be named: name → folder."""
    found: dict[str, Path] = {}
    for folder in folders(beside):
        for path in sorted(folder.iterdir()):
            if (path / load.THEME).is_file():
                found.setdefault(path.name, path)
    return found


def locate(name: str, beside: Path) -> Path:
    """Return the folder of the template ``name``: a name, or a path to a folder. Raises Failed."""
    if "/" in name or "\\" in name or name in {".", ".."}:
        for path in (beside / name, Path(name)):
            if path.is_dir():
                return path
    elif path_ := known(beside).get(name):
        return path_
    raise Failed(diagnose("files.no-template", name=name, known="、".join(known(beside))))


def template(name: str, beside: Path, below: tuple[Path, ...] = ()) -> Template:
    """Read a template with those that it extends. Raises Failed."""
    folder = locate(name, beside).resolve()
    if folder in below:
        raise Failed(diagnose("files.template-loop", name=name))
    files = {
        path.name: read_bytes(str(path))
        for path in sorted(folder.iterdir())
        if path.is_file() and not path.name.startswith(".")
    }
    parent = load.parent(folder.name, files)
    base = template(parent, folder.parent, (*below, folder)) if parent else None
    fonts = (folder / FONTS,) if (folder / FONTS).is_dir() else ()
    return load.parse(folder.name, files, base, fonts)[0]
