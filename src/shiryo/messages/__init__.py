"""What people read, one TOML file a subject: diagnostics by stage, words by where they stand.

The wording of a diagnostic is a table (see `shiryo.diagnostics.diagnose`), words are plain texts.
Braces are filled in; ``{{`` and ``}}`` are braces.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def entries(subject: str) -> Mapping[str, Any]:
    """Return what ``<subject>.toml`` says. Raises FileNotFoundError."""
    return tomllib.loads(files(__package__).joinpath(f"{subject}.toml").read_text("utf-8"))


def wording(code: str, /, **values: object) -> str:
    """Return the words ``subject.name`` or ``subject.table.name``, filled in with ``values``.

    Raises KeyError for a code or a value that there is not.
    """
    subject, *path = code.split(".")
    found: Any = entries(subject)
    for name in path:
        found = found[name]
    return str(found).format_map(values)
