"""Which article a person had an outline drafted from: what that outline may read later.

It is kept in the person's own state folder (XDG Base Directory Specification), never in the
outline, which may come from somebody else: one small file for an outline, named by its path.
"""

import json
import os
from pathlib import Path
from shlex import quote

from shiryo import limits, regular
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.workspace import saving, state


def before(outline: str) -> frozenset[Path]:
    """Return what ``outline`` may read by a command of before, resolved."""
    try:
        found = json.loads(regular.read(_note(outline), limits.STATE_BYTES))
        return frozenset(Path(name) for name in found[os.path.realpath(outline)])
    except (OSError, ValueError, KeyError, TypeError, RuntimeError, RecursionError):
        return frozenset()


def remember(outline: str, article: str) -> Diagnostics:
    """Remember that ``outline`` may read ``article``, if that is not below its own folder.

    Returns a note where the state folder cannot be written.
    """
    path, read = os.path.realpath(outline), os.path.realpath(article)
    if Path(read).is_relative_to(Path(path).parent):
        return ()
    try:
        saving.replace(_note(outline), json.dumps({path: [read]}).encode())
    except (Failed, RuntimeError):
        root = quote(str(Path(read).parent))
        return (diagnose("files.not-remembered", path=article, root=root),)
    return ()


def _note(outline: str) -> Path:
    """Return the file of an outline. Raises RuntimeError where there is no home folder."""
    return state.folder("may-read") / f"{state.name(outline)}.json"
