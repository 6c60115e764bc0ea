"""Steps and timelines out of prose: sentences that follow each other and say so."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo.article.model import Block
from shiryo.drafting.select import items
from shiryo.drafting.select.items import Short
from shiryo.drafting.select.parting import parted
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.splits import order, taken
from shiryo.facts.facts import unsupported
from shiryo.outline import model

Told = tuple[Sentence, Block]
"""A sentence, and the paragraph that it stands in."""
Found = tuple[tuple[model.Block, ...], tuple[Told, ...]]
"""Blocks for slides, and the sentences that they say."""

_FEWEST = 3
_ASIDES = 2
"""Sentences at most that may stand between two events; between two steps one may."""


def steps(found: Sequence[Told], heading: str) -> Iterator[Found]:
    """Yield the steps that まず, 次に and 最後に count off."""
    for places in _step_runs(found):
        run = [found[place] for place in places]
        about = heading + (found[places[0] - 1][0].text if places and places[0] else "")
        if not (run and order.is_process(run[0][0].text, about)):
            continue
        acts = [(told, *act) for told in run for act in order.acts(told[0].text)]
        said = [short(text, told, taken.ORDER) for told, _, text in acts]
        if len(acts) < _FEWEST or order.NEXT not in [place for _, place, _ in acts]:
            continue
        made = [model.Step(title=s.text, from_=s.refs, how=s.how) for s in said if s]
        if len(made) == len(acts):
            yield tuple(_numbered(made)), _from_to(found, places)


def _numbered(made: Sequence[model.Step]) -> Iterator[model.StepsBlock]:
    start = 1
    for part in parted(made):
        yield model.StepsBlock(steps=part, start=start, only="deck")
        start += len(part)


def _step_runs(found: Sequence[Told]) -> Iterator[list[int]]:
    """Yield the places of sentences from まず to 最後に, or as far as they count."""
    run, asides = list[int](), 0
    for n, told in enumerate(found):
        places = [place for place, _ in order.acts(told[0].text)]
        asides = 0 if places else asides + 1
        if order.FIRST in places[:1] or asides > 1:
            yield run
            run = []
        if places and (run or places[0] == order.FIRST):
            run.append(n)
        if order.LAST in places:
            yield run
            run = []
    yield run


def timelines(found: Sequence[Told]) -> Iterator[Found]:
    """Yield the timelines of sentences that open with their dates, one after the other."""
    for places in _event_runs(found):
        run = [found[place] for place in places]
        parts = [order.dated(sentence.text) for sentence, _ in run]
        moments = order.moments([date for date, _ in parts])
        if len(set(moments)) < _FEWEST or any(a > b for a, b in pairwise(moments)):
            continue
        said = [short(text, told, taken.DATE) for told, (_, text) in zip(run, parts, strict=True)]
        made = [
            model.Event(date=date, text=s.text, from_=s.refs, how=s.how)
            for (date, _), s in zip(parts, said, strict=True)
            if s
        ]
        if len(made) == len(run):
            blocks = (model.TimelineBlock(timeline=p, only="deck") for p in parted(made))
            yield tuple(blocks), _from_to(found, places)


def _event_runs(found: Sequence[Told]) -> Iterator[list[int]]:
    run, asides = list[int](), 0
    for n, told in enumerate(found):
        if order.dated(told[0].text):
            run.append(n)
            asides = 0
            continue
        asides += 1
        if asides > _ASIDES:
            yield run
            run = []
    yield run


def _from_to(found: Sequence[Told], places: Sequence[int]) -> tuple[Told, ...]:
    """Return the sentences of a run with the asides between them, which lean on it."""
    return tuple(found[places[0] : places[-1] + 1])


def short(text: str, told: Told, step: str, head: str = "", *, alone: bool = False) -> Short | None:
    """Return ``text``, which ``step`` took out of a sentence, in short; ``head`` stands over it.

    ``alone``: it has a line more. None if it does not fit, or if it then says what the sentence
    does not.
    """
    sentence, block = told
    said = items.part(text, block, alone=alone)
    if not said.text or unsupported(said.text, sentence.text, head):
        return None
    refs = (model.line_ref(sentence.first, sentence.last),)
    return Short(said.text, "", said.cut, (*filter(None, (step,)), *said.how), refs)
