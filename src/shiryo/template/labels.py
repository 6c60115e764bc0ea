"""Labels of a theme: words with places that layout fills in, and nothing else in braces."""

from collections.abc import Mapping

from shiryo import lazy_re as re

PLACES: Mapping[str, frozenset[str]] = {
    "under": frozenset(("title", "over")),
    "page": frozenset(("n", "total")),
    "number": frozenset(("n",)),
    "continued": frozenset(("n", "total")),
    "again": frozenset(("n", "total")),
    "note": frozenset(("n",)),
    "table": frozenset(("n",)),
    "figure": frozenset(("n",)),
    "section": frozenset(("n",)),
    "slide": frozenset(("n",)),
    "line": frozenset(("first",)),
    "lines": frozenset(("first", "last")),
    "see": frozenset(("text", "number", "page")),
    "unit": frozenset(("unit",)),
    "where": frozenset(("text", "page")),
}
"""What may stand in braces, by the name of the label; in all others braces are braces."""
_PLACE = re.compile(r"\{([a-z]+)\}")


def filled(label: str, **values: object) -> str:
    """Return ``label`` with its ``{n}``, ``{total}`` … filled in."""
    return _PLACE.sub(lambda match: str(values.get(match[1], match[0])), label)


def is_sound(name: str, label: str) -> bool:
    """Tell whether all that stands in braces in the label ``name`` can be filled in."""
    if name not in PLACES:
        return True
    rest = _PLACE.sub(lambda match: "" if match[1] in PLACES[name] else match[0], label)
    return not {"{", "}"} & set(rest)
