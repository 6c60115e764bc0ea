"""Figures: very large numerals with a small unit, a rule above each."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import pages
from shiryo.document import Figure, Figures
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.messages import wording
from shiryo.units import Points, Rect


class FigureForm:
    """Numbers side by side; they stay together."""

    count = 1

    def __init__(self, block: Figures, look: Look, width: Points) -> None:
        self._figures, self._look = block.items, look
        frame = Rect(0, 0, width, 0)
        self._width = frame.columns(len(self._figures), look.space("gutter"))[0].width

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that numerals and the longest label take."""
        height = self._top + self._value + self._label
        lines = max(
            self._look.compositor.lines(self._labels(figure), self._width)
            for figure in self._figures
        )
        return Need(height, height, lines / self._look.limit("figure-lines"))

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the numbers, each with its label."""
        look = self._look
        items, tree = list[pages.Item](), look.tree
        listed = tree.add("L", numbering="None")
        columns = frame.columns(len(self._figures), look.space("gutter"))
        for n, (figure, at) in enumerate(zip(self._figures, columns, strict=True)):
            rule = Rect(at.x, at.y, at.width, look.space("head-rule"))
            value = Rect(at.x, at.y + self._top, at.width, self._value)
            label = Rect(at.x, value.bottom, at.width, self._label)
            box = look.compositor.box
            text = tree.item(listed)[1]
            number = tree.paragraphs([self._number(figure)], text)
            labels = tree.paragraphs(self._labels(figure), text)
            items += [
                pages.Shape(
                    rule, fill=look.colour("ink"), name=wording("objects.figure-rule", n=n + 1)
                ),
                box(
                    number,
                    value,
                    "figure",
                    anchor="bottom",
                    name=wording("objects.figure", n=n + 1),
                ),
                box(labels, label, "caption", name=wording("objects.figure-label", n=n + 1)),
            ]
        return items

    @property
    def _top(self) -> Points:
        return self._look.space("figure-top")

    @cached_property
    def _style(self) -> Style:
        """The type of the unit; the value is emphasis in it, as large as all columns allow."""
        look = self._look
        unit, value = look.type("figure-unit"), look.fixed("figure")
        style = replace(unit, strong_scale=value.size / unit.size, leading=value.leading)
        widest = max(look.compositor.snug(self._text(figure), style) for figure in self._figures)
        shrink = min(1.0, self._width / widest)
        return replace(style, size=style.size * shrink)

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
