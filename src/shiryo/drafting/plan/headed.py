"""Headings that nothing stands under, as the list that they are: a programme, what is to come.

Their author has written no more than what they say, so a slide of what they are below has them all.
"""

from collections.abc import Collection

from shiryo.article.tree import Part
from shiryo.drafting.plan.stepping import place
from shiryo.drafting.wording.steps import DROP_NUMBER, replay
from shiryo.inline import escape
from shiryo.outline import model

_FEWEST = 3
"""Headings without a text that are a list."""


def listed(part: Part, told: Collection[int]) -> model.BulletsBlock | None:
    """Return the headings right below ``part`` where several have no text; None otherwise.

    ``told``: the lines of those that are sections. Headings that count are counted, unless they
    have signs that are other ones without their number (先へ進む①).
    """
    bare = [below for below in part.parts if below.line not in told]
    if len(bare) < _FEWEST:
        return None
    titles = [below.title for below in part.parts]
    counted = [place(title) for title in titles] == [*range(1, len(titles) + 1)]
    counted = counted and all(title.endswith(replay(title, (DROP_NUMBER,))) for title in titles)
    items = (_item(below, counted=counted) for below in part.parts)
    return model.BulletsBlock(bullets=tuple(items), start=1 if counted else 0)


def _item(part: Part, *, counted: bool) -> model.Item:
    refs = (model.line_ref(part.line, part.line),)
    how = (DROP_NUMBER,) if counted else ()
    text = replay(part.title, how) if how else part.title
    return model.Item(text=escape(text), from_=refs, how=how)
