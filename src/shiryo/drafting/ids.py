"""What the sections of a draft are called: by their headings, so that a name stays a section's
own when others come and go; in letters that can be typed: ``hiyou-mitooshi``.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from typing import get_args, get_type_hints

from shiryo import targets
from shiryo.article.tree import Part
from shiryo.japanese.numerals import without_number
from shiryo.japanese.romaji import typed

_MOST = 32
"""Letters of a name that whole words may take."""
_TAKEN = {"index", *get_args(get_type_hints(targets.Own)["name"])}
"""What the program itself is led to by."""


def ids(parts: Sequence[Part]) -> dict[int, str]:
    """Return what the section of each part is called, by the line of its heading."""
    made: dict[int, str] = {}
    _name(parts, "", made, set(_TAKEN))
    return made


def _name(parts: Sequence[Part], above: str, made: dict[int, str], taken: set[str]) -> None:
    for part in parts:
        own = _own(part.title)
        name = next(each for each in _choices(own, above) if each not in taken)
        taken.add(name)
        made[part.line] = name
        _name(part.parts, name, made, taken)


def _choices(own: str, above: str) -> Iterable[str]:
    """Yield names, the best first: the heading's, with that of the part above it, numbered."""
    yield own
    if above:
        yield f"{above}-{own}"
    yield from (f"{own}-{n}" for n in count(2))


def _own(title: str) -> str:
    """Return a heading in small Latin letters, its words joined by hyphens."""
    said, length = list[str](), 0
    for word in typed(without_number(title)):
        length += len(word) + 1
        if said and length > _MOST:
            break
        said.append(word[:_MOST])
    return "-".join(said) or "section"
