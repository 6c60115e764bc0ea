"""What a template may name: filters, functions, and attributes of values."""

from collections.abc import Mapping

from jinja2.runtime import LoopContext
from jinja2.utils import Cycler

OF_TEXTS = ("capitalize", "lower", "string", "title", "trim", "truncate", "upper", "wordcount")
"""Filters that turn what they are given into a text."""
OF_ALL = (
    *("abs", "count", "d", "default", "dictsort", "first", "float", "int", "items", "last"),
    *("length", "list", "map", "max", "min", "reject", "rejectattr", "reverse", "select"),
    *("selectattr", "sort", "unique"),
)
"""All other filters of Jinja2, besides those that `compose.bounded` has its own of."""
GLOBALS = ("cycler", "dict", "joiner", "namespace")
"""Functions, besides ``range``."""
ATTRIBUTES: Mapping[type, frozenset[str]] = {
    str: frozenset(
        (
            *("capitalize", "count", "endswith", "find", "format", "format_map", "index"),
            *("isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "islower", "isnumeric"),
            *("isspace", "isupper", "join", "lower", "lstrip", "partition", "removeprefix"),
            *("removesuffix", "replace", "rfind", "rpartition", "rsplit", "rstrip", "split"),
            *("splitlines", "startswith", "strip", "swapcase", "title", "upper"),
        )
    ),
    dict: frozenset(("get", "items", "keys", "values")),
    list: frozenset(("count", "index")),
    tuple: frozenset(("count", "index")),
    LoopContext: frozenset(
        (
            *("index", "index0", "revindex", "revindex0", "first", "last", "length"),
            *("previtem", "nextitem", "depth", "depth0", "cycle", "changed"),
        )
    ),
    Cycler: frozenset(("current", "next", "reset")),
}
"""Attributes of values, by their type."""
