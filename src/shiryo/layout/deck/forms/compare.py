"""A comparison: two to four columns, each with a title over a rule; risks in their own colour."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Bullets, Compare
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.levels import plain
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_APART = 3
"""Sides of which title and list are boxes of their own, at most."""


class CompareForm:
    """Sides of a comparison; a unit is the nth item of every side."""

    fills = True

    def __init__(self, block: Compare, look: Look, width: Points) -> None:
        self._sides, self._look = block.sides, look
        frame = Rect(0, 0, width, 0)
        self._width = frame.columns(len(self._sides), look.space("compare-gap"))[0].width

    @property
    def count(self) -> int:
        """How many items the longest side has."""
        return max(len(side.items) for side in self._sides)

    def need(self, first: int, last: int) -> Need:
        """Return the room that the titles and the longest part of a side take."""
        needs = [
            form.need(first, min(last, form.count)) for form in self._lists if form.count > first
        ]
        height, full = max(n.height for n in needs), max(n.full for n in needs)
        return Need(
            self._head + height,
            self._head + full,
            max(n.lines for n in needs),
            sum(n.stubs for n in needs),
        )

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the sides, each read to its end before the next."""
        columns = frame.columns(len(self._sides), self._look.space("compare-gap"))
        items, tree = list[Object](), self._look.tree
        listed, below = tree.add("L", numbering="None"), frame.below(self._head)
        lists = [form for form in self._lists if form.count > first]
        wide = all(form.is_wide(first, min(last, form.count), below) for form in lists)
        for n, at in enumerate(columns):
            label, text = tree.item(listed)
            title, rule = self._title(n, at, label)
            form, below = self._lists[n], at.below(self._head)
            said = list[Object]()
            if form.count > first:
                said += form.draw(first, min(last, form.count), below, text, wide=wide)
            if self._joined and said and isinstance(said[0], pages.TextBox):
                items += [_as_one(title, said[0]), rule]
            else:
                items += [title, rule, *said]
        return items

    @property
    def _joined(self) -> bool:
        """Whether each title stands in the box of its list: many boxes are hard to move."""
        heads = (self._look.compositor.lines(head, self._width) for head in self._heads)
        return len(self._sides) > _APART and all(lines == 1 for lines in heads)

    @cached_property
    def _lists(self) -> list[BulletForm]:
        return [
            BulletForm(
                Bullets(side.items), self._look, self._width, colour=self._colour(n), column=n + 1
            )
            for n, side in enumerate(self._sides)
        ]

    def _colour(self, n: int) -> str:
        return "caution" if self._sides[n].caution else "accent"

    @cached_property
    def _heads(self) -> list[list[Para]]:
        heads = []
        for n, side in enumerate(self._sides):
            style = self._look.type("compare-title", strong="")
            style = self._look.coloured(style, self._colour(n))
            heads.append([Para(side.title, style)])
        return heads

    @cached_property
    def _text(self) -> Points:
        return max(self._look.compositor.height(head, self._width) for head in self._heads)

    @property
    def _head(self) -> Points:
        space = self._look.space
        return self._text + 2 * space("compare-y") + space("head-rule")

    def _title(self, n: int, at: Rect, label: pages.Element) -> tuple[pages.TextBox, pages.Shape]:
        look = self._look
        y = at.y + self._text + look.space("compare-y") / 2
        rule = Rect(at.x, y, at.width, look.space("head-rule"))
        frame = Rect(at.x, at.y, at.width, self._text)
        head = [replace(para, element=label) for para in self._heads[n]]
        name = wording("objects.compare-title", n=n + 1)
        box = look.compositor.box(
            head, frame, "heading2", placeholder="heading", anchor="bottom", name=name
        )
        fill, name = look.colour(self._colour(n)), wording("objects.compare-rule", n=n + 1)
        return (
            replace(box, levels=plain(self._heads[n][0].style)),
            pages.Shape(rule, fill=fill, name=name, ground=True),
        )


def _as_one(title: pages.TextBox, said: pages.TextBox) -> pages.TextBox:
    """Return a title and the list under it as one box: the list a level below the title."""
    under = [replace(para, level=para.level + 1) for para in said.paragraphs]
    height = title.paragraphs[0].leading * title.paragraphs[0].runs[0].size
    under[0] = replace(under[0], before=said.frame.y - title.frame.y - height)
    return replace(
        said,
        frame=replace(said.frame, y=title.frame.y, height=said.frame.bottom - title.frame.y),
        paragraphs=(*title.paragraphs, *under),
        lines=(*title.lines, *said.lines),
        name=title.name,
        levels=(*title.levels, *said.levels[:-1]),
    )
