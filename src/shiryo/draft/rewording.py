"""How a sentence became a statement: every change by its name, so that it can be done again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from shiryo.draft import shorten
from shiryo.draft.clauses import clauses
from shiryo.draft.sentences import split

_CHANGES: Mapping[str, Callable[[str], str]] = {
    **shorten.PLAINER,
    **shorten.SHORTER,
    "background": shorten.background,
    "drop-date": shorten.without_date,
}


@dataclass(frozen=True, slots=True)
class Rewording:
    """A wording of a sentence, and the changes that led to it, in order."""

    text: str
    steps: tuple[str, ...] = ()
    """Names of changes; ``clause-2`` takes the second clause."""


def replay(text: str, steps: Iterable[str]) -> str:
    """Return ``text`` after ``steps``, each done to each of its sentences; final stops go.

    Raises KeyError if a step does not exist, IndexError if there is no such clause.
    """
    parts = [bare(sentence) for sentence in split(text)]
    for step in steps:
        parts = [part for p in parts if (part := _step(step, p))]
    return "。".join(parts)


def _step(name: str, sentence: str) -> str:
    if name.startswith("clause-"):
        return clauses(sentence)[int(name.removeprefix("clause-")) - 1]
    return _CHANGES[name](sentence)


def bare(sentence: str) -> str:
    """Return ``sentence`` without its final stop."""
    return sentence.strip().rstrip("。．！!").strip()


def listed(*texts: str, first: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return an author's item, in the plain style and where it is long ending in nouns, and how.

    ``texts`` (its head and its body) are changed alike; ``first``: steps to begin with.
    """
    steps, now = first, tuple(replay(text, first) for text in texts)
    for name in (*shorten.PLAINER, "noun-ending"):
        if name == "noun-ending" and not any(_is_long(text) for text in now):
            break
        changed = tuple(replay(text, (*steps, name)) for text in texts)
        if changed != now:
            steps, now = (*steps, name), changed
    return now, steps


def _is_long(text: str) -> bool:
    return any(shorten.width(sentence) > shorten.LIMIT for sentence in split(text))


def rewordings(sentence: str) -> list[Rewording]:
    """Return the sentence as one statement if that fits, else as its clauses, each shortened."""
    whole = _changed(Rewording(bare(sentence)), shorten.PLAINER)
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


def _changed(wording: Rewording, changes: Mapping[str, Callable[[str], str]]) -> Rewording:
    """Make ``changes``; only those that change something are noted."""
    text, steps = wording.text, wording.steps
    for name, change in changes.items():
        if (changed := change(text)) != text:
            text, steps = changed, (*steps, name)
    return Rewording(text, steps)
