"""A timeline: dates down the left, a rule with a dot for each, what happened to the right."""

from collections.abc import Sequence

from shiryo import pages
from shiryo.document import Timeline
from shiryo.layout.slides.look import Look
from shiryo.layout.slides.rows import Column, Decorate, Rows, RowStyle
from shiryo.layout.text import Para
from shiryo.units import Points, Rect


def timeline(block: Timeline, look: Look, width: Points) -> Rows:
    """Return events as rows."""
    style, gap = look.type("date"), look.space("dot-gap")
    most = width * look.em("date-most")
    natural = [look.compositor.width(event.date, style) for event in block.events]
    dates = min(max(natural, default=0) + 1, most)
    x = dates + 2 * gap
    rows = [
        [
            Column(0, dates, [Para(event.date, style, "phrase", "right")], "label", "日付"),
            Column(x, width - x, [Para(event.text, look.type("body"))], "list", "出来事"),
        ]
        for event in block.events
    ]
    pads = RowStyle(look.space("event-y"), look.space("event-y-most"))
    return Rows(look, rows, pads, _line(look, dates + gap, pads.pad))


def _line(look: Look, x: Points, pad: Points) -> Decorate:
    """Return what draws the part of the rule beside a row, and its dot."""

    def draw(n: int, frame: Rect, last: bool) -> Sequence[pages.Item]:
        rule, dot = look.space("event-rule"), look.space("dot")
        first = look.type("body")
        middle = frame.y + (frame.height - frame.height) / 2 + pad + first.size * first.leading / 2
        end = frame.bottom if not last else middle
        line = Rect(frame.x + x - rule / 2, middle, rule, max(end - middle, 0))
        at = Rect(frame.x + x - dot / 2, middle - dot / 2, dot, dot)
        return [
            pages.Shape(line, fill=look.colour("rule"), name=f"軸 {n + 1}"),
            pages.Shape(at, "ellipse", look.colour("accent"), name=f"点 {n + 1}"),
        ]

    return draw
