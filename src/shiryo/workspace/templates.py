"""Finding templates: by path, beside the outline, in the current folder, in the package."""

import os
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from shiryo import limits
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.template import load
from shiryo.template.model import Template
from shiryo.workspace.files import read_bytes
from shiryo.workspace.reach import Reach

SHIPPED = load.SHIPPED
OFFICE = (".pptx", ".potx", ".ppt", ".pot", ".pptm", ".potm", ".ppsx")
"""Endings of what a company may hand on; some are refused, in words of their own."""
FONTS = "fonts"
"""The folder of a template where its own fonts are."""
FILES = (load.THEME, *load.BASES, *(f"{word}.j2" for word in load.WORDS))
"""What is read of a template, besides its fonts."""


def folders(beside: Path) -> Iterator[Path]:
    """Yield the folders that hold templates, the nearest first; ``beside`` is the outline's."""
    for folder in (beside / "templates", Path("templates"), _shipped()):
        if folder.is_dir():
            yield folder


def _shipped() -> Path:
    """Return the folder of the package; where it runs from its sources, that beside them."""
    package = Path(__file__).parents[1]
    is_source = package.parent.name == "src"
    return (package.parents[1] if is_source else package) / "templates"


def known(beside: Path) -> dict[str, Path]:
    """Return the templates that can be named: name → folder."""
    found: dict[str, Path] = {}
    for folder in folders(beside):
        for path in sorted(folder.iterdir()):
            if any((path / file).is_file() for file in (load.THEME, *load.BASES)):
                found.setdefault(path.name, path)
    return found


def locate(name: str, beside: Path, reach: Reach, span: Span | None = None) -> Path:
    """Return the folder, resolved, of the template ``name``: a name, or a path.

    A path leads to a folder, or to a file of an office program.

    Raises Failed, at ``span``, where there is none, or it is out of ``reach``: a path is, or a name
    in ``beside``, that leads elsewhere. The current folder and the package are the person's.
    """
    if is_office(name):
        found = next((path for path in (beside / name, Path(name)) if path.is_file()), None)
    elif "/" in name or "\\" in name or name in {".", ".."}:
        found = next((path for path in (beside / name, Path(name)) if path.is_dir()), None)
    else:
        found = known(beside).get(name)
    if found is None:
        names = known(beside)
        near = get_close_matches(name[:100], names, 1)
        remedy = wording("causes.near", near=near[0]) if near else wording("causes.or-a-path")
        known_ = "、".join(names)
        raise Failed(diagnose("files.no-template", span, name=name, remedy=remedy, known=known_))
    real = Path(os.path.realpath(found))
    holder = Path(os.path.realpath(found.parent))
    owned = {Path("templates"), _shipped()} - {beside / "templates"}
    is_own = found.parent in owned and real.is_relative_to(holder)
    if not (is_own or reach.covers(real)):
        raise Failed(reach.refusal(name, real, span))
    return real


def template(
    name: str,
    beside: Path,
    reach: Reach,
    below: tuple[Path, ...] = (),
    span: Span | None = None,
) -> Template:
    """Read a template, which ``span`` names, with those that it extends. Raises Failed."""
    folder = locate(name, beside, reach, span)
    if is_office(name):
        return _of_file(folder, beside, reach, below)
    if folder in below or len(below) >= limits.TEMPLATE_LEVELS:
        raise Failed(diagnose("files.template-loop", span, name=name))
    files = _contents(folder)
    if folder == _own():
        return _whole(tuple(files.items()))
    base = None
    if found := load.parent(folder.name, files):
        parent, at = found
        base = template(parent, folder.parent, reach, (*below, folder), at)
    needed = _whole(tuple(_contents(_own()).items())).theme
    return load.parse(folder.name, files, base, _fonts(folder), needed)[0]


def is_office(name: str) -> bool:
    """Tell whether a template is named by a file of an office program."""
    return name.lower().endswith(OFFICE)


def _of_file(path: Path, beside: Path, reach: Reach, below: tuple[Path, ...]) -> Template:
    """Return the template that a company's file makes over the program's own."""
    base = template(SHIPPED, beside, reach, below)
    files = {load.BASES[0]: read_bytes(str(path), limits.BASE_BYTES)}
    return load.parse(path.name, files, base, (), base.theme)[0]


def _own() -> Path:
    """Return the folder of the template whose keys all others have."""
    return Path(os.path.realpath(_shipped() / SHIPPED))


@lru_cache(maxsize=2)
def _whole(files: tuple[tuple[str, bytes], ...]) -> Template:
    """Return the template that comes with the program; deck, handout and others all begin by it."""
    return load.parse(SHIPPED, dict(files))[0]


def _contents(folder: Path) -> dict[str, bytes]:
    return {file: _read(folder, file) for file in FILES if (folder / file).exists()}


def _read(folder: Path, name: str) -> bytes:
    path = folder / name
    if Path(os.path.realpath(path)).parent != folder:
        raise Failed(diagnose("files.template-link", path=str(path)))
    most = limits.BASE_BYTES if name in load.BASES else limits.TEMPLATE_BYTES
    return read_bytes(str(path), most)


def _fonts(folder: Path) -> tuple[Path, ...]:
    path = folder / FONTS
    return (path,) if path.is_dir() and Path(os.path.realpath(path)) == path else ()
