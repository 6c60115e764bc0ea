"""Speaker notes of a given length: the sentences of a section that matter most, in their order."""

from collections.abc import Iterator

from shiryo import lazy_re as re
from shiryo.drafting.plan.length import slides_of
from shiryo.drafting.select import salience
from shiryo.drafting.wording.sentences import split
from shiryo.outline import model

_STOPPED = re.compile(r"[。！？!?][」』）)]*\Z")
PER_MINUTE = 300
"""Characters that are spoken in a minute."""


def noted(section: model.Section, each: float) -> model.Section:
    """Return the section, and those below, with notes of about ``each`` characters a slide."""
    if section.only == "handout":
        return section
    said = _chosen(list(_sentences(section)), each * slides_of(section))
    below = tuple(noted(s, each) for s in section.sections)
    blocks = tuple(
        b.model_copy(update={"only": "handout"}) if isinstance(b, model.TextBlock) and said else b
        for b in section.blocks
    )
    notes = "\n".join(part for part in ("".join(said), section.notes) if part)
    return section.model_copy(update={"notes": notes, "blocks": blocks, "sections": below})


def _sentences(section: model.Section) -> Iterator[str]:
    """Yield the author's sentences, those of lists with their lead words."""
    for block in section.blocks:
        if isinstance(block, model.TextBlock):
            for text in block.text:
                yield from map(_stopped, split(text.text))
        elif isinstance(block, model.BulletsBlock) and block.only != "deck":
            for item in block.bullets:
                yield from _said(item)


def _said(item: model.Item) -> Iterator[str]:
    """Yield an item and those below it as sentences."""
    yield _stopped("、".join(filter(None, (item.title, item.full or item.text))))
    for below in item.items:
        yield from _said(below)


def _stopped(text: str) -> str:
    """Return ``text`` as a sentence that others may follow."""
    return text if _STOPPED.search(text) else f"{text}。"


def _chosen(found: list[str], room: float) -> list[str]:
    """Return the most central sentences that fit, in their order; the first one always."""
    scores = salience.salience(found)
    ranked = sorted(range(len(found)), key=lambda n: (-scores[n], n))
    kept = set[int]()
    for n in [*range(len(found))][:1] + ranked:
        if n not in kept and (not kept or sum(len(found[k]) for k in kept) + len(found[n]) <= room):
            kept.add(n)
    return [found[n] for n in sorted(kept)]
