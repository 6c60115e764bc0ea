"""A draft of about so many content slides: what is least telling goes to the handout alone.

First what lies below a section is told on one slide, by its titles and messages; then blocks that
have a slide of their own go, then whole sections, the least central first. The handout has it all.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from shiryo import limits
from shiryo.drafting import cards as gather
from shiryo.drafting.select import salience
from shiryo.facts.facts import facts
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_SHORT, _WIDE = 3, 28.0
"""Lines of a list that shares a slide with a table or cards, and characters of a line."""
_FACT, _MOST = 0.1, 10
"""What a fact on a slide adds to its weight, and how many count."""
_AT_ONCE = 50
"""Of so many sections one goes at a time."""
_ALONE = (model.DefinitionBlock, model.QuoteBlock, model.DialogueBlock)
_Change = Callable[[model.Section], model.Section]


def fitted(
    sections: tuple[model.Section, ...], slides: int, heads: gather.Heads
) -> tuple[model.Section, ...]:
    """Return the sections with about ``slides`` slides, as many as there are if they are fewer.

    ``heads``: where each section's heading stands.
    """
    for shorten in (partial(_merged, heads), _plainer, partial(_fewer, slides)):
        while _count(sections) > slides and (made := shorten(sections)) != sections:
            sections = made
    return sections


def left_out(before: Sequence[model.Section], after: Sequence[model.Section]) -> Iterator[str]:
    """Yield the titles of sections of ``before`` that no slide of ``after`` tells any more."""
    told = {section.id for section in _shown(after)}
    cards = {
        item.title
        for section in _shown(after)
        for block in section.blocks
        if isinstance(block, model.BulletsBlock) and block.only == "deck"
        for item in block.bullets
    }
    for section in _shown(before):
        if section.id not in told and section.title not in cards:
            yield section.title


def _count(sections: Sequence[model.Section]) -> int:
    return sum(map(slides_of, _shown(sections)))


def _shown(sections: Sequence[model.Section]) -> Iterator[model.Section]:
    for section in sections:
        if section.only != "handout":
            yield section
            yield from _shown(section.sections)


def slides_of(section: model.Section) -> int:
    """Return about how many slides a section's own blocks take."""
    blocks = [b for b in section.blocks if gather.is_shown(b)]
    alone = sum(isinstance(b, _ALONE) for b in blocks)
    rows = [b for b in blocks if isinstance(b, model.TableBlock)]
    tables = sum(-(-len(b.table.rows) // limits.SLIDE_LINES) for b in rows)
    charts = sum(isinstance(b, model.ChartBlock) for b in blocks)
    lists_ = [b for b in blocks if isinstance(b, model.BulletsBlock)]
    cards = sum(all(i.title for i in b.bullets) for b in lists_)
    lines = sum(
        1 + (width(i.text) > _WIDE) + len(i.items)
        for b in lists_
        if not all(i.title for i in b.bullets)
        for i in b.bullets
    )
    others = len(blocks) - alone - len(rows) - charts - cards
    if cards and lines <= _SHORT:
        others = lines = 0
    beside = (rows or charts) and lines <= _SHORT
    rest = 0 if beside else max(bool(others), -(-lines // limits.SLIDE_LINES))
    return max(1, alone + tables + charts + cards + rest)


def _handed(block: model.Block) -> Iterator[model.Block]:
    """Yield the block for the handout alone; what was for slides alone goes."""
    if block.only != "deck":
        yield block.model_copy(update={"only": "handout"})


def _plain(section: model.Section, blocks: tuple[model.Block, ...]) -> model.Section:
    return section.model_copy(update={"blocks": blocks})


def _one(
    sections: tuple[model.Section, ...], wanted: model.Section, change: _Change
) -> tuple[model.Section, ...]:
    """Return the sections with ``change`` made to the one that is ``wanted``."""
    return tuple(
        change(s)
        if s is wanted
        else s.model_copy(update={"sections": _one(s.sections, wanted, change)})
        if s.sections
        else s
        for s in sections
    )


def _merged(heads: gather.Heads, sections: tuple[model.Section, ...]) -> tuple[model.Section, ...]:
    """Tell what lies below a section on its own slide, where most slides are saved."""
    fit = [s for s in _shown(sections) if any(c.only != "handout" for c in s.sections)]
    if not fit:
        return sections
    return _one(
        sections,
        max(fit, key=lambda s: len(list(_shown(s.sections)))),
        partial(gather.told, heads=heads),
    )


def _plainer(sections: tuple[model.Section, ...]) -> tuple[model.Section, ...]:
    """Take from the section of most slides its last block that has one."""
    fit = [s for s in _shown(sections) if slides_of(s) > 1]
    if not fit:
        return sections
    fullest = max(fit, key=slides_of)
    last = [b for b in fullest.blocks if gather.is_shown(b)][-1]
    alone = not any(gather.is_shown(b) for b in fullest.blocks if b is not last)
    blocks = (
        made
        for block in fullest.blocks
        for made in (_handed(block) if block is last or alone else (block,))
    )
    return _one(sections, fullest, lambda s: _plain(s, tuple(blocks)))


def _words(section: model.Section) -> Iterator[str]:
    """Yield what a section's slide says."""
    yield section.message or section.title
    for block in section.blocks:
        if isinstance(block, model.BulletsBlock) and block.only != "handout":
            yield from (f"{item.title} {item.text}" for item in block.bullets)
        elif isinstance(block, model.TableBlock) and block.only != "handout":
            yield from (" ".join(row.cells) for row in block.table.rows)
        elif block.only == "deck" and not isinstance(block, model.TextBlock):
            yield statements.stated(block)


def _fewer(slides: int, sections: tuple[model.Section, ...]) -> tuple[model.Section, ...]:
    """Take the least central section from the deck, of very many a few at once; one stays."""
    shown = list(_shown(sections))
    if len(shown) < 2:
        return sections
    said = [" ".join(_words(s)) for s in shown]
    scores = salience.salience(said)
    weights = [s + _FACT * min(_MOST, len(facts(t))) for s, t in zip(scores, said, strict=True)]
    least = sorted(range(1, len(shown)), key=lambda n: (weights[n], -n))
    for n in least[: max(1, min(len(shown) // _AT_ONCE, _count(sections) - slides))]:
        sections = _one(sections, shown[n], lambda s: s.model_copy(update={"only": "handout"}))
    return sections
