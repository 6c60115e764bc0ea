"""Making a template of a company's file: a folder in ``templates/`` of the current one."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from shiryo import limits
from shiryo.diagnostics import Failed, diagnose
from shiryo.template import load
from shiryo.template.model import Template
from shiryo.workspace import templates
from shiryo.workspace.files import not_written, read_bytes
from shiryo.workspace.reach import of_person

if TYPE_CHECKING:
    from shiryo.typeset.fonts import Fonts

FOLDER = Path("templates")


def of_file(name: str, file: str) -> tuple[Template, "Fonts", str]:
    """Return the template that a company's file makes, its fonts, and what stands in for its own.

    The last is empty where its own are on this machine. Raises Failed, also where there is a
    template of this ``name``.
    """
    if not name or {"/", "\\", "\n", "\0"} & set(name) or name.startswith("."):
        raise Failed(diagnose("files.bad-name", name=name))
    if (FOLDER / name).exists():
        raise Failed(diagnose("files.template-there", path=str(FOLDER / name)))
    if not templates.is_office(file):
        raise Failed(diagnose("template.office-other"))
    data = read_bytes(file, limits.BASE_BYTES)
    base = templates.template(load.SHIPPED, Path(), of_person())
    made = load.parse(name, {load.BASES[0]: data}, base, (), base.theme)[0]
    from shiryo.typeset import fonts
    from shiryo.typeset.fonts import library

    names = made.theme.fonts
    loaded = fonts.load(names.gothic, names.mincho, made.fonts)
    own = made.base.office.fonts[1] if made.base else ""
    stand_in = "" if own and library.find(own) else loaded.face("gothic", 400).family
    return made, loaded, stand_in


def base_name(file: str) -> str:
    """Return what a company's file is called in the folder of its template."""
    return load.BASES[1] if file.lower().endswith((".potx", ".pot")) else load.BASES[0]


def write(name: str, files: Mapping[str, bytes]) -> Path:
    """Write the folder of a template whole; one that is there stays. Raises Failed."""
    folder = FOLDER / name
    try:
        FOLDER.mkdir(exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=".making-", dir=FOLDER))
        try:
            for file, data in files.items():
                (made / file).write_bytes(data)
            made.chmod(0o777 & ~_umask())
            os.rename(made, folder)  # noqa: PTH104 (it fails where there is one that holds files)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise Failed(not_written(folder, error)) from None
    return folder


def _umask() -> int:
    found = os.umask(0)
    os.umask(found)
    return found
