"""The words of the page, Japanese and English side by side in ``messages/studio.toml``."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from shiryo.messages import entries

Language = Literal["ja", "en"]


def of(language: str) -> dict[str, str]:
    """Return the words in a language, Japanese for one that is not known: ``table.name`` → word."""
    chosen = language if language in get_args(Language) else "ja"
    found = {}
    for table in ("page", "field", "kind", "choice"):
        for name, said in _table(table).items():
            found[f"{table}.{name}"] = said[chosen]
    return found


def _table(name: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = entries("studio")["words"][name]
    return table
