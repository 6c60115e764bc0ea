"""The folder in which a person's own state is kept (XDG Base Directory Specification)."""

import hashlib
import os
from pathlib import Path


def folder(what: str) -> Path:
    """Return the folder for ``what``. Raises RuntimeError where there is no home folder."""
    state = Path(os.environ.get("XDG_STATE_HOME", ""))
    home = state if state.is_absolute() else Path.home() / ".local" / "state"
    return home / "shiryo" / what


def name(path: str) -> str:
    """Return what a file is called there: a digest of where it really is."""
    return hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
