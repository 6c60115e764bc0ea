"""Steps: chevrons in a row, or numbers under each other where there are many or long ones."""

from collections.abc import Sequence
from typing import Literal

from shiryo import origins, pages
from shiryo.document import Step, Steps
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.forms.rows import Column, Rows, RowStyle
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para, Style
from shiryo.messages import wording
from shiryo.units import Points, Rect


class ChevronForm:
    """Steps as chevrons from left to right; they stay together."""

    count = 1
    fills = False

    def __init__(self, block: Steps, look: Look, width: Points) -> None:
        self._steps, self._look, self._width = block.items, look, width

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the fullest chevron takes."""
        look, setter, width = self._look, self._look.compositor, self._inner
        rooms = [setter.room(self._paras(n), width) for n in range(len(self._steps))]
        tall, lines = max(room.height for room in rooms), max(room.lines for room in rooms)
        narrow = not all(room.fits for room in rooms)
        height = max(tall + 2 * look.space("step-y"), look.space("step-least"))
        full = max(height, look.space("step-most"))
        return Need(height, full, 2 if narrow else lines / look.limit("step-lines"))

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw the chevrons."""
        point = self._look.space("step-point")
        each = (frame.width + point) / len(self._steps)
        items, x = list[pages.Item](), frame.x
        listed = self._look.tree.add("L", numbering="None")
        for n in range(len(self._steps)):
            width = each if n else each - point
            items.append(self._chevron(n, Rect(x, frame.y, width, frame.height), listed))
            x += width
        return grouped(items, wording("objects.steps"))

    def _chevron(self, n: int, frame: Rect, listed: pages.Element) -> pages.Shape:
        look, point = self._look, self._look.space("step-point")
        notch = point if n else 0
        x = frame.x + notch + look.space("step-x")
        inner = Rect(x, frame.y, self._inner, frame.height)
        name = wording("objects.step-n", n=n + 1)
        paras = look.tree.paragraphs(self._paras(n), look.tree.item(listed)[1])
        text = look.compositor.box(paras, inner, "list", anchor="middle", name=name)
        geometry: Literal["chevron", "pentagon"] = "chevron" if n else "pentagon"
        return pages.Shape(
            frame, geometry, look.colour(self._fill(n)), text=text, name=name, point=point
        )

    @property
    def _inner(self) -> Points:
        look, point = self._look, self._look.space("step-point")
        each = (self._width + point) / len(self._steps)
        return each - 2 * point - look.space("step-x")

    def _paras(self, n: int) -> list[Para]:
        return step_paras(self._look, self._steps[n], light=self._fill(n) != "tint")

    def _fill(self, n: int) -> str:
        return fill(self._steps, n)


def fill(steps: Sequence[Step], n: int) -> str:
    """Return the colour of a step: the one that is now stands out; else they are all alike."""
    return "accent" if steps[n].now or not any(step.now for step in steps) else "tint"


def step_paras(look: Look, step: Step, *, light: bool = False) -> list[Para]:
    """Return title and text of a step; ``light`` on a dark ground."""

    def style(name: str) -> Style:
        made = look.type(name, strong="", link="")
        return look.on_dark(made) if light else made

    title = Para(step.title, style("step-title"))
    before = title.style.size * look.em("step-gap")
    text = [Para(step.text, style("step-text"), before=before)] if step.text else []
    return [title, *text]


def step_rows(block: Steps, look: Look, width: Points) -> Rows:
    """Return steps as rows: a number in a chip, the title, and the text beside or under it."""
    style, lead = look.type("chip", strong="paper"), look.type("lead", strong="ink")
    setter, chip = look.compositor, look.space("chip-x")
    number = setter.width((Run(str(block.start + len(block.items) - 1)),), style)
    number = max(number, style.size * look.em("step-number"))
    x = number + 2 * chip + look.space("chip-gap")
    titles = max(setter.snug(step.title, lead) for step in block.items)
    beside = titles <= width * look.em("step-beside")
    rows = []
    for n, step in enumerate(block.items, block.start):
        ground = fill(block.items, n - block.start)
        shown = style if ground == "accent" else look.coloured(style, "ink")
        mark = Para((Run(str(n), origin=origins.NUMBER),), shown, align="center")
        chipped = look.colour(ground)
        row = [Column(chip, number, [mark], "label", wording("objects.number"), chipped)]
        title = [Para(step.title, lead)] if step.title else []
        text = [Para(step.text, look.type("body"))] if step.text else []
        if beside and title and text:
            over = x + titles + look.space("term-gap")
            row.append(Column(x, titles, title, "list", wording("objects.step")))
            row.append(Column(over, width - over, text, "list", wording("objects.step-text")))
        else:
            row.append(Column(x, width - x, [*title, *text], "list", wording("objects.step")))
        rows.append(row)
    pads = RowStyle(look.space("step-row-y"), look.space("step-row-y-most"), name="step")
    return Rows(look, rows, pads, numbering="Decimal")
