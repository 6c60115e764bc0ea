"""In which words a sentence of a section is said: whole, or as its clauses, without its ground."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.drafting.select import relations, weight
from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.sentences import Sentence, split
from shiryo.drafting.wording.steps import (
    DROP_CONNECTIVE,
    Rewording,
    listed,
    replay,
    rewordings,
    without_background,
    without_exception,
)
from shiryo.japanese.width import width

EXCEPTION = re.compile(r"ただし|但し|もっとも[、，]|ただ、")
"""How a sentence begins that takes something from the rule before it."""


def with_exceptions(sentences: Sequence[Sentence], heading: str) -> list[Sentence]:
    """Return sentences, a rule and its exception (ただし、…) as one where two lines hold them."""
    made = list[Sentence]()
    for sentence in sentences:
        rule = made[-1] if made and EXCEPTION.match(sentence.text) else None
        near = rule is not None and sentence.first <= rule.last + 1
        apart = not near or weight.advises(sentence.text, heading)
        both = rule.text + sentence.text if rule and not apart else ""
        if rule and both and width(both) <= shorten.LIMIT and "://" not in both:
            made[-1] = replace(
                rule, text=both, last=sentence.last, strong=False, closes=sentence.closes
            )
        else:
            made.append(sentence)
    return made


def wordings(sentence: str, heading: str, *, answers: bool = False) -> list[Rewording]:
    """Return the wordings of a sentence; a rule with its exception has one.

    One that points back, or that is too long for a message, has one without its ground, too. What
    ``answers`` something that is only owned is said without its ただ.
    """
    if len(split(sentence)) > 1:
        (text,), how = listed(sentence)
        return [Rewording(text, how)]
    made = rewordings(sentence)
    if EXCEPTION.match(sentence) and (answers or weight.advises(sentence, heading)):
        made = [*map(without_exception, made)]
    whole = [w for w in made if not _is_clause(w)]
    needed = (w for w in whole if _is_long(w.text) or weight.points_back(w.text, heading))
    return [*made, *filter(None, map(without_background, needed))]


def entire(sentence: str, made: Sequence[Rewording]) -> list[Rewording]:
    """Return a compound sentence whole (〜が、…) where all that is ``made`` of it are clauses."""
    if not (any(w.conceded for w in made) and all(map(_is_clause, made))):
        return []
    (text,), how = listed(sentence)
    return [Rewording(text, how)] if width(text) <= shorten.THREE else []


def joined(sentence: str, wording: Rewording) -> str:
    """Return a wording with the word by which its sentence turns, or follows; "" if none."""
    joins = relations.TURNS.match(sentence) or relations.JOINS.match(sentence)
    if not joins or DROP_CONNECTIVE not in wording.steps:
        return ""
    return replay(sentence, [step for step in wording.steps if step != DROP_CONNECTIVE])


def _is_clause(wording: Rewording) -> bool:
    return any(step.startswith("clause-") for step in wording.steps)


def _is_long(text: str) -> bool:
    return width(text) > shorten.MESSAGE
