"""Whose something is: names, numbers and nouns that stand where the lines have another.

All of them are in the lines, so that none is missing; what gives them away is their company. A
statement that would be nearer to the letters of its lines if another name of them stood in the
place of one gives the deed, the product or the number of one to the other.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.facts import comparison
from shiryo.facts.losses import spoken
from shiryo.facts.names import names
from shiryo.japanese.countries import ABROAD
from shiryo.japanese.quantities import half, numbers
from shiryo.japanese.sentences import split
from shiryo.japanese.words import nouns

_KEPT = 1024
"""How many texts are remembered."""
_MOST = 40
"""Names of a statement, and of its lines, that are tried for each other."""
_SIZE, _STRANGE = 4, 2
"""Letters of a group, and groups that the lines lack: one may be chance."""
_TAG = re.compile(r"<[^<>]{0,200}>|\]\([^()\s]{0,400}\)|https?://[\w/.~%?&=#+-]{0,400}")
_SIGNS = re.compile(r"[\W_]+")


def swapped(statement: str, cited: str) -> Iterator[str]:
    """Yield what of ``statement`` stands where ``cited`` has another name, number or noun."""
    for part in (statement,) if "\n" in statement else split(statement):
        if len(part) <= limits.SENTENCE_CHARACTERS:
            yield from _swapped(part, cited)


def _swapped(part: str, cited: str) -> Iterator[str]:
    meant = comparison.nearest(re.sub(r"\s+", "", half(part)), cited) or cited
    said, all_, known = _bare(part), _bare(cited), _groups(_bare(meant))
    if _on_a_line([_bare(field) for field in part.splitlines()], _lines(cited)):
        return
    for name in _named(part):
        if name in all_ and _strange(said, name, known) >= _STRANGE:
            others = (n for n in _named(meant) if _is_other(n, name, part, _bare(meant)))
            exchanged = ((_exchanged(said, name, other), other) for other in others)
            if any(not _strange(text, other, known) for text, other in exchanged):
                yield name


def _on_a_line(fields: Sequence[str], lines: str) -> bool:
    """Tell whether one of ``lines`` has all ``fields``."""
    if len(fields) < 2:
        return fields[0] in lines if fields else True
    longest, end = max(fields, key=len), 0
    while (place := lines.find(longest, end)) >= 0:
        end = lines.index("\n", place)
        line = lines[lines.rfind("\n", 0, place) + 1 : end]
        if all(field in line for field in fields):
            return True
    return False


def _is_other(other: str, name: str, part: str, meant: str) -> bool:
    """Tell whether ``other`` could stand for ``name``.

    What is a field of its own could not, nor what ``name`` describes (総務省系の機関).
    """
    if _describes(name, other, meant) or _is_same(name, other) or _is_same(other, name):
        return False
    same = other in name or name in other or other.isdecimal() != name.isdecimal()
    lines = [_bare(line) for line in part.splitlines()]
    apart = any(other in line for line in lines) and not any(
        other in line and name in line for line in lines
    )
    return not (same or apart)


def _is_same(name: str, other: str) -> bool:
    """Tell whether ``other`` is a word for what is named, or for its inside (デジタル庁: 庁内)."""
    head = name[-1:]
    return other in (f"同{head}", f"本{head}", f"当{head}", f"{head}内") or {name, other} <= {
        *ABROAD
    }


def _describes(name: str, other: str, meant: str) -> bool:
    """Tell whether ``other`` follows ``name`` at once, or after at most four letters."""
    end = meant.find(name) + len(name)
    while end >= len(name):
        if meant.find(other, end, end + 4 + len(other)) >= 0:
            return True
        end = meant.find(name, end - len(name) + 1) + len(name)
    return False


def _exchanged(said: str, name: str, other: str) -> str:
    return said.replace(name, "\0").replace(other, name).replace("\0", other)


def _strange(said: str, name: str, known: frozenset[str]) -> int:
    """Return how many groups of letters with ``name`` in them are not ``known``."""
    place = said.find(name)
    first, last = max(0, place - _SIZE + 1), min(len(said) - _SIZE, place + len(name) - 1)
    return sum(said[n : n + _SIZE] not in known for n in range(first, last + 1))


@lru_cache(_KEPT)
def _groups(text: str) -> frozenset[str]:
    return frozenset(text[n : n + _SIZE] for n in range(len(text) - _SIZE + 1))


@lru_cache(_KEPT)
def _bare(text: str) -> str:
    """Return the letters of ``text`` alone: cells and what stands in brackets meet."""
    return _SIGNS.sub("", _TAG.sub("", half(text)))


@lru_cache(_KEPT)
def _lines(text: str) -> str:
    """Return the letters of ``text``, each of its lines with an end."""
    return "".join(f"{_bare(line)}\n" for line in text.splitlines())


@lru_cache(_KEPT)
def _named(text: str) -> tuple[str, ...]:
    """Return the names, numbers and nouns of ``text``, each once, in letters alone."""
    found = [text[start:end] for start, end, _ in sorted(names(text))]
    plain = half(text)
    found += [re.sub(r"\D+$", "", plain[start:end]) for start, end, _ in numbers(plain)]
    if len(text) <= limits.SENTENCE_CHARACTERS:
        found += (*nouns(plain), *(subject.whole for subject in spoken(plain)))
    bare = dict.fromkeys(map(_bare, found))
    return tuple(name for name in bare if len(name) > 1)[:_MOST]
