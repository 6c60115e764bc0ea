"""A list that may go on to the next slide after any of its lines but a head.

What stands over them then is said again. It is for lists of which an item with all that is below it
would leave slides nearly empty, or is too much for one.
"""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from functools import cached_property

from shiryo import inline
from shiryo.document import Bullets
from shiryo.layout.deck import divide
from shiryo.layout.deck.forms.bullets import BulletForm, Measured
from shiryo.layout.deck.forms.form import Need, highest
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect

_LEAST = 10
"""Lines of a list that stands in two columns, at least."""
_WRAPPED = 0.1
"""Share of the lines of such a list that may take two of a column."""


class FlowForm:
    """A list; a unit is a line with the heads that open with it. Short lines stand in two columns.

    ``mark``: what says of a head that it was said before.
    """

    fills = True

    def __init__(self, block: Bullets, look: Look, width: Points, mark: inline.Text) -> None:
        self._block, self._look, self._width, self._mark = block, look, width, mark
        self._known = dict[tuple[int, int, int], BulletForm]()
        self._needs = dict[tuple[int, int], Need]()
        self._items: tuple[dict[Hashable, Measured], ...] = ({}, {})
        """What is known of items as wide as the slide, and as wide as a column."""

    @cached_property
    def _pieces(self) -> Bullets:
        return divide.pieces(self._block, self._mark)

    @cached_property
    def _columns(self) -> Sequence[Rect]:
        """Where lists stand beside each other, the first line at the top."""
        half = Rect(0, 0, self._width, 0).columns(2, self._look.space("compare-gap"))
        said = BulletForm(self._block, self._look, half[0].width, column=1)
        lines, most = said.lines, (1 + _WRAPPED) * said.paragraphs
        return half if self.count >= _LEAST and lines <= most else half[:0]

    @property
    def count(self) -> int:
        """How many lines there are that are no heads."""
        return len(self._pieces.items)

    def _form(self, first: int, last: int, column: int = 0) -> BulletForm:
        """Return what a slide, or a column of one, shows of the list."""
        at = (first, last, column)
        if at not in self._known:
            items = self._pieces.items[first:last]
            made = divide.together(Bullets(items, self._pieces.numbers[first]), self._mark)
            width = self._columns[0].width if column else self._width
            known = self._items[column > 0]
            self._known[at] = BulletForm(made, self._look, width, column=column, known=known)
        return self._known[at]

    def _beside(self, first: int, last: int) -> Sequence[BulletForm]:
        """Return the columns of a slide; the second one begins with no head again."""
        items = self._pieces.items
        heads = [n for n in range(first + 1, last) if self._columns and not items[n].again]
        if not heads:
            return [self._form(first, last)]
        at = bisect_left(heads, True, key=lambda n: _is_high(*self._parted(first, n, last)))
        ways = [self._parted(first, n, last) for n in heads[max(0, at - 1) : at + 1]]
        return min(ways, key=lambda way: max(map(_height, way)))

    def _parted(self, first: int, middle: int, last: int) -> tuple[BulletForm, BulletForm]:
        return self._form(first, middle, 1), self._form(middle, last, 2)

    def need(self, first: int, last: int) -> Need:
        """Return the room that lines take with the heads above them."""
        if first == last:
            return Need(0, 0, 0)
        if (first, last) not in self._needs:
            needs = [form.need(0, form.count) for form in self._beside(first, last)]
            self._needs[first, last] = highest(needs)
        return self._needs[first, last]

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw lines as one list, one column after the other."""
        forms = self._beside(first, last)
        gap = self._look.space("compare-gap")
        places = frame.columns(2, gap) if len(forms) > 1 else [frame]
        wide = all(form.is_wide(0, form.count, frame) for form in forms)
        return [
            item
            for form, at in zip(forms, places, strict=True)
            for item in form.draw(0, form.count, at, wide=wide)
        ]


def _height(form: BulletForm) -> Points:
    return form.need(0, form.count).height


def _is_high(left: BulletForm, right: BulletForm) -> bool:
    return _height(left) >= _height(right)
