"""How a sentence became a statement: every change by its name, so that it can be done again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from shiryo.draft import shorten
from shiryo.draft.clauses import clauses
from shiryo.draft.sentences import split
from shiryo.draft.style import plain

_PLAINER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-connective": lambda text: shorten.without_conjunction(text.strip()),
        "plain-style": plain,
        "tidy": shorten.tidied,
    }
)
_CHANGES = {**_PLAINER, **shorten.SHORTER, "background": shorten.background}


@dataclass(frozen=True, slots=True)
class Rewording:
    """A wording of a sentence, and the changes that led to it, in order."""

    text: str
    steps: tuple[str, ...] = ()
    """Names of changes; ``clause-2`` takes the second clause."""


def replay(sentence: str, steps: Iterable[str]) -> str:
    """Return ``sentence`` after ``steps``; raises KeyError or IndexError if one does not exist."""
    for step in steps:
        if step.startswith("clause-"):
            sentence = clauses(sentence)[int(step.removeprefix("clause-")) - 1]
        else:
            sentence = _CHANGES[step](sentence)
    return sentence


def rewordings(sentence: str) -> list[Rewording]:
    """Return the sentence as one statement if that fits, else as its clauses, each shortened."""
    whole = _changed(Rewording(sentence), _PLAINER)
    if shorten.width(whole.text) <= shorten.LIMIT:
        return [whole]
    parts = clauses(whole.text)
    if len(parts) == 1:
        found = [_shorter(whole)]
    else:
        found = [
            _shorter(_changed(Rewording(part, (*whole.steps, f"clause-{n}")), _PLAINER))
            for n, part in enumerate(parts, 1)
        ]
    opening = shorten.background(whole.text)
    if opening and opening not in found[0].text:
        found.append(Rewording(opening, (*whole.steps, "background")))
    return found


def trace(statement: str, cited: str) -> tuple[str, tuple[str, ...]] | None:
    """Return a sentence of ``cited`` and the steps that make ``statement`` of it; None if none do.

    A statement may stop at a shorter or a longer wording than `rewordings` would, and it may be
    several sentences.
    """
    for sentence in split(cited):
        for found in _all(sentence):
            if found.text == statement:
                return sentence, found.steps
    return None


def _all(sentence: str) -> Iterator[Rewording]:
    whole = _changed(Rewording(sentence), _PLAINER)
    yield Rewording(sentence)
    yield whole
    yield Rewording(shorten.noun_ending(whole.text), (*whole.steps, "noun-ending"))
    for found in rewordings(sentence):
        yield found
        yield Rewording(shorten.noun_ending(found.text), (*found.steps, "noun-ending"))


def _shorter(wording: Rewording) -> Rewording:
    for name, change in shorten.SHORTER.items():
        if shorten.width(wording.text) <= shorten.LIMIT:
            break
        wording = _changed(wording, {name: change})
    return wording


def _changed(wording: Rewording, changes: Mapping[str, Callable[[str], str]]) -> Rewording:
    """Make ``changes``; only those that change something are noted."""
    text, steps = wording.text, wording.steps
    for name, change in changes.items():
        if (changed := change(text)) != text:
            text, steps = changed, (*steps, name)
    return Rewording(text, steps)
