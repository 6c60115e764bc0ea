"""How a sentence became a statement: every change by its name, so that it can be done again."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from shiryo.draft import shorten
from shiryo.draft.clauses import clauses
from shiryo.draft.sentences import split

_CHANGES = {**shorten.PLAINER, **shorten.SHORTER, "background": shorten.background}

_MARK = re.compile(r"(?m)^[ \t\u3000]*(?:[-*+・●○]|\d+[.)．）]|>|#+)[ \t\u3000]*")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_LEAD_WORD = re.compile(r"^[^:：。]{1,30}[:：]\s*")


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
    whole = _changed(Rewording(sentence), shorten.PLAINER)
    if shorten.width(whole.text) <= shorten.LIMIT:
        return [whole]
    parts = clauses(whole.text)
    if len(parts) == 1:
        found = [shorter(whole)]
    else:
        found = [
            shorter(_changed(Rewording(part, (*whole.steps, f"clause-{n}")), shorten.PLAINER))
            for n, part in enumerate(parts, 1)
        ]
    opening = shorten.background(whole.text)
    if opening and opening not in found[0].text:
        found.append(Rewording(opening, (*whole.steps, "background")))
    return found


def shorter(wording: Rewording) -> Rewording:
    """Return a statement shortened until it fits, or as far as is safe."""
    for name, change in shorten.SHORTER.items():
        if shorten.width(wording.text) <= shorten.LIMIT:
            break
        wording = _changed(wording, {name: change})
    return wording


Trace = tuple[tuple[str, tuple[str, ...]], ...]
"""For each sentence of a statement the sentence that it comes from, and the steps."""


def trace(statement: str, cited: str) -> Trace | None:
    """Return how ``statement`` comes from the lines ``cited``; None if a sentence of it does not.

    The marks of lists, emphasis and links and an item's lead word are no part of a sentence. An
    author's list keeps its wording even where that is long.
    """
    made = dict(_made(cited))
    parts = [statement] if statement in made else [p.rstrip("。") for p in split(statement)]
    if not parts or any(part not in made for part in parts):
        return None
    return tuple(made[part] for part in parts)


def _made(cited: str) -> Iterator[tuple[str, tuple[str, tuple[str, ...]]]]:
    plain_text = _LINK.sub(r"\1", _MARK.sub("", cited)).replace("**", "").replace("`", "")
    for sentence in split(plain_text):
        for start in dict.fromkeys((sentence, _LEAD_WORD.sub("", sentence))):
            for found in _all(start):
                yield found.text, (start, found.steps)


def _all(sentence: str) -> Iterator[Rewording]:
    whole = _changed(Rewording(sentence), shorten.PLAINER)
    yield Rewording(sentence)
    yield whole
    yield Rewording(shorten.noun_ending(whole.text), (*whole.steps, "noun-ending"))
    for found in rewordings(sentence):
        yield found
        yield Rewording(shorten.noun_ending(found.text), (*found.steps, "noun-ending"))


def _changed(wording: Rewording, changes: Mapping[str, Callable[[str], str]]) -> Rewording:
    """Make ``changes``; only those that change something are noted."""
    text, steps = wording.text, wording.steps
    for name, change in changes.items():
        if (changed := change(text)) != text:
            text, steps = changed, (*steps, name)
    return Rewording(text, steps)
