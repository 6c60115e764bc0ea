"""How a sentence became a statement: every change by its name, so that it can be done again.

No change is made that alters more than words: see `guard`.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from shiryo import limits
from shiryo.drafting.wording import background, naming, pointers, shorten, style, topics
from shiryo.drafting.wording.clauses import clauses, conceded
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.splits import taken
from shiryo.facts import guard
from shiryo.japanese.numerals import without_number
from shiryo.japanese.sentences import unstopped
from shiryo.japanese.width import width
from shiryo.outline.model import TALLY, Style
from shiryo.values import dataclass

DEFAULT: Style = "体言止め"
NOUN_ENDING = "noun-ending"
DROP_CONNECTIVE = "drop-connective"
DROP_NUMBER = "drop-number"
"""What is done to a heading that says something."""
DROP_POINTER = "drop-pointer"
"""What is done to a sentence that is to stand alone, before all else."""
DROP_EXCEPTION = "drop-exception"
"""What is done to advice of which its section is, though it is set against what is not asked."""
DROP_PROVISION = "drop-provision"
"""What is done to a rule that stands alone: what it rests on is not above it (前項の規定により)."""
DROP_FRAME = "drop-frame"
"""What is done to what goes on from a list (…という悩みがある), where it stands over that."""
PLOT = "plot"
"""What makes a chart; it is done to a table, or to a list, with its caption."""
_LOG = 6
"""Steps of a log whose every part is tried."""
_ENDS: dict[Style, tuple[str, ...]] = {
    "体言止め": (NOUN_ENDING,),
    "常体": (),
    "敬体": ("polite",),
}
_CHANGES = {
    **shorten.PLAINER,
    **shorten.SHORTER,
    DROP_POINTER: pointers.without_pointer,
    DROP_EXCEPTION: shorten.without_exception,
    DROP_FRAME: pointers.without_frame,
    NOUN_ENDING: style.noun_ending,
    "polite": style.polite,
}


@dataclass(frozen=True, slots=True)
class Rewording:
    """A wording of a sentence, and the changes that led to it, in order."""

    text: str
    steps: tuple[str, ...] = ()
    """Names of changes; ``clause-2`` takes the second clause."""
    conceded: bool = False
    """Whether it is a clause that the sentence only grants (〜が、…)."""


def replay(text: str, steps: Iterable[str]) -> str:
    """Return ``text`` after ``steps``, each done to each of its sentences; the final stop goes.

    Raises KeyError if a step does not exist, IndexError if there is no such clause.
    """
    parts = _parted(text)
    for step in steps:
        parts = _after(step, parts)
    return _joined(parts)


_Parts = list[tuple[str, str]]
"""Sentences without their stops, each with the stop between it and the next."""


def _parted(text: str) -> _Parts:
    return [(bare(sentence), _stop(sentence)) for sentence in split(text)]


def _after(step: str, parts: _Parts) -> _Parts:
    """Return what a step makes of each sentence; one of which nothing is left goes."""
    return [(part, stop) for p, stop in parts if (part := _step(step, p))]


def _joined(parts: _Parts) -> str:
    before = "".join(part + stop for part, stop in parts[:-1])
    return before + parts[-1][0] if parts else ""


def together(logs: Iterable[Sequence[str]]) -> tuple[str, ...] | None:
    """Return one log of what several were done to, each of which is a part of it in its order.

    None where they were done in another order each.
    """
    made = list[str]()
    logs = [*dict.fromkeys(map(tuple, logs))]
    for log in logs:
        at = 0
        for step in log:
            if step in made:
                at = made.index(step) + 1
            else:
                made.insert(at, step)
                at += 1
    return tuple(made) if all(_is_part(log, made) for log in logs) else None


def _is_part(log: Iterable[str], whole: Iterable[str]) -> bool:
    steps = iter(whole)
    return all(step in steps for step in log)


def parts(log: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a log and the logs that are `together` in it, the longest first; of a long one few."""
    sizes = range(len(log), 0, -1) if len(log) <= _LOG else (len(log), 1)
    for size in sizes:
        yield from combinations(log, size)


def _stop(sentence: str) -> str:
    """Return what stands between the sentence and the next: its own stop, if it has one."""
    last = sentence.rstrip()[-1:]
    return last if last in ("！", "!") else "" if last in ("？", "?") else "。"


def _step(name: str, sentence: str) -> str:
    """Return ``sentence`` after one change, or as it was where that would say something else."""
    if is_endless(sentence):
        return sentence
    if name.startswith("clause-"):
        return clauses(sentence)[int(name.removeprefix("clause-")) - 1]
    if name in (naming.STEP, PLOT, TALLY, *topics.STEPS, *taken.TAKEN):
        return sentence  # done to the article's own words, before all else
    if name == background.STEP:
        return background.without_background(sentence)
    if name == "drop-date":
        return shorten.without_date(sentence)
    if name == DROP_NUMBER:
        return without_number(sentence)
    if name == DROP_PROVISION:
        return shorten.without_provision(sentence)
    changed = _CHANGES[name](sentence)
    return changed if guard.keeps(sentence, changed) else sentence


def is_endless(sentence: str) -> bool:
    """Tell whether a sentence is so long that nothing is taken out of it: it stays whole."""
    return len(sentence) > limits.SENTENCE_CHARACTERS


def bare(sentence: str) -> str:
    """Return ``sentence`` without its final stop."""
    return unstopped(sentence)


def listed(
    *texts: str, first: tuple[str, ...] = (), style: Style = DEFAULT
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return an author's item in ``style``, and how.

    ``texts`` (its head and its body) are changed alike; ``first``: steps to begin with.
    """
    steps, now = first, [_parted(text) for text in texts]
    for name in first:
        now = [_after(name, parts) for parts in now]
    for name in (*_basic(style), *_ENDS[style]):
        changed = [_after(name, parts) for parts in now]
        if [*map(_joined, changed)] != [*map(_joined, now)]:
            steps, now = (*steps, name), changed
    return tuple(map(_joined, now)), steps


def _basic(style: Style) -> tuple[str, ...]:
    """Return what is done to every sentence; a polite one need not be plain in between."""
    return tuple(name for name in shorten.PLAINER if (style, name) != ("敬体", "plain-style"))


def rewordings(sentence: str, style: Style = DEFAULT) -> list[Rewording]:
    """Return the sentence as one statement if that fits, else as its clauses, each shortened.

    What a message can hold is said whole, too, unless all that the sentence grants first (〜が、…)
    can be said apart. One that takes two lines only for that is parted where each half takes one.
    """
    said = _changed(Rewording(bare(sentence)), (DROP_POINTER,))
    alone = _changed(said, (*_basic(style), *_ENDS[style]))
    if is_endless(sentence) or width(alone.text) <= shorten.LINE:
        return [alone]
    whole = _changed(said, shorten.PLAINER)
    granted = conceded(whole.text)
    if width(alone.text) <= shorten.LIMIT and not granted:
        return [alone]
    parts = clauses(whole.text)
    found = [
        shorter(
            _changed(Rewording(part, (*whole.steps, f"clause-{n}"), n in granted), _finish(style))
        )
        for n, part in enumerate(parts, 1)
        if len(parts) > 1 and guard.is_part(whole.text, part)
    ]
    halves = len(found) == len(parts) and all(width(r.text) <= shorten.LINE for r in found)
    if width(alone.text) <= shorten.LIMIT:
        return found if halves else [alone]
    every = len(found) == len(parts)
    alone = shorter(alone)
    if width(alone.text) <= shorten.MESSAGE and not (every and granted):
        return [alone, *found]
    return found if every else [*found, alone]


def without_background(wording: Rewording) -> Rewording | None:
    """Return a wording without the ground that it gives first; None where it has none to spare."""
    spared = _changed(wording, (background.STEP,))
    return shorter(spared) if spared != wording else None


def without_exception(wording: Rewording) -> Rewording:
    """Return a wording of advice without what sets it against the sentence before it."""
    return _changed(wording, (DROP_EXCEPTION,))


def _finish(style: Style) -> tuple[str, ...]:
    return (*shorten.PLAINER, *_ENDS[style])


def shorter(wording: Rewording) -> Rewording:
    """Return a statement shortened until it fits, or a message, or else as far as is safe."""
    tried = [wording]
    for name in shorten.SHORTER:
        tried.append(_changed(tried[-1], (name,)))
    fits = (w for most in (shorten.LIMIT, shorten.MESSAGE) for w in tried if width(w.text) <= most)
    return next(fits, tried[-1])


def _changed(wording: Rewording, names: Iterable[str]) -> Rewording:
    """Make the changes of ``names``; only those that change something are noted."""
    text, steps = wording.text, wording.steps
    for name in names:
        if (changed := _step(name, text)) != text:
            text, steps = changed, (*steps, name)
    return Rewording(text, steps, wording.conceded)
