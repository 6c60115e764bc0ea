"""Figures: very large numerals with a small unit, a rule above each."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Figure, Figures
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.messages import wording
from shiryo.units import Points, Rect


class FigureForm:
    """Numbers side by side, in two rows where that makes them larger; they stay together."""

    count = 1
    fills = False

    def __init__(self, block: Figures, look: Look, width: Points) -> None:
        self._figures, self._look = block.items, look
        self._full = width
        count = len(self._figures)
        one, two = self._sized(count), self._sized(-(-count // 2))
        small = one[0] < look.step(look.fixed("figure").size, -1) and two[0] > one[0]
        self._size, self._style = two if small else one
        self._across = -(-count // 2) if small else count
        self._width = self._column(self._across)

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that numerals and the longest label take."""
        rows = -(-len(self._figures) // self._across)
        height = rows * self._row + (rows - 1) * self._look.space("gutter")
        narrow = self._size < self._look.theme.deck.sizes[-1]
        labels = (self._labels(figure) for figure in self._figures)
        lines = rows * max(self._look.compositor.lines(paras, self._width) for paras in labels)
        most = self._look.limit("figure-lines")
        return Need(height, height, 2 if narrow else lines / most)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw the numbers, each with its label."""
        look = self._look
        items, tree = list[Object](), look.tree
        listed = tree.add("L", numbering="None")
        columns = frame.columns(self._across, look.space("gutter"))
        for n, figure in enumerate(self._figures):
            row, column = divmod(n, self._across)
            at = columns[column].below(row * (self._row + look.space("gutter")))
            rule = Rect(at.x, at.y, at.width, look.space("head-rule"))
            value = Rect(at.x, at.y + self._top, at.width, self._value)
            label = Rect(at.x, value.bottom, at.width, self._label)
            box = look.compositor.box
            text = tree.item(listed)[1]
            number = tree.paragraphs([self._number(figure)], text)
            labels = tree.paragraphs(self._labels(figure), text)
            whole: list[Object] = [
                pages.Shape(
                    rule, fill=look.colour("ink"), name=wording("objects.figure-rule", n=n + 1)
                ),
                box(
                    number,
                    value,
                    "figure",
                    anchor="bottom",
                    name=wording("objects.figure-value", n=n + 1),
                ),
                box(labels, label, "caption", name=wording("objects.figure-label", n=n + 1)),
            ]
            items += grouped(whole, wording("objects.figure", n=n + 1))
        return items

    @property
    def _top(self) -> Points:
        return self._look.space("figure-top")

    @property
    def _row(self) -> Points:
        return self._top + self._value + self._label

    def _column(self, across: int) -> Points:
        return Rect(0, 0, self._full, 0).columns(across, self._look.space("gutter"))[0].width

    def _sized(self, across: int) -> tuple[Points, Style]:
        """Return the size of numbers that so many columns allow all of them, and the type.

        That is the unit's, a step smaller for each step of theirs; the value is emphasis in it.
        """
        look, width = self._look, self._column(across)
        unit, value = look.type("figure-unit"), look.fixed("figure")
        least = min(unit.size, look.theme.deck.sizes[-1])
        sizes: list[Points] = [size for size in look.theme.deck.scale[::-1] if size <= value.size]
        for n, size in enumerate(sizes):
            small = min(max(look.step(unit.size, -n), least), size)
            style = replace(unit, size=small, strong_scale=size / small, leading=value.leading)
            texts = (self._text(figure) for figure in self._figures)
            if max(look.compositor.snug(text, style) for text in texts) <= width:
                break
        else:
            size = 0
        return size, style

    def _text(self, figure: Figure) -> tuple[Run, ...]:
        value, unit = figure.said
        after = (replace(unit, text=f" {unit.text}"),) if unit.text else ()
        return (replace(value, strong=True), *after)

    def _number(self, figure: Figure) -> Para:
        return Para(self._text(figure), self._style)

    @cached_property
    def _value(self) -> Points:
        numbers = [[self._number(figure)] for figure in self._figures]
        return max(self._look.compositor.height(number, self._width) for number in numbers)

    @cached_property
    def _label(self) -> Points:
        setter = self._look.compositor
        return max(setter.height(self._labels(f), self._width) for f in self._figures)

    def _labels(self, figure: Figure) -> list[Para]:
        look = self._look
        paras = [Para(figure.label, look.type("figure-label"))]
        if figure.note:
            before = look.type("note").size * look.em("sub")
            paras.append(Para(figure.note, look.type("note"), before=before))
        return paras
