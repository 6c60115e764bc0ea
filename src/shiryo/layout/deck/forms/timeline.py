"""A timeline: dates down the left, a rule with a dot for each, what happened to the right."""

from collections.abc import Sequence

from shiryo import pages
from shiryo.document import Timeline
from shiryo.layout.deck.forms.rows import Column, Decorate, Rows, RowStyle, Spot
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect


def timeline(block: Timeline, look: Look, width: Points) -> Rows:
    """Return events as rows."""
    style, gap = look.type("date"), look.space("dot-gap")
    most = width * look.em("date-most")
    natural = [look.compositor.snug(event.date, style) for event in block.events]
    dates = min(max(natural, default=0), most)
    x = dates + 2 * gap
    rows = [
        [
            Column(
                0, dates, [Para(event.date, style, align="right")], "label", wording("objects.date")
            ),
            Column(
                x,
                width - x,
                [Para(event.text, look.type("body"))],
                "list",
                wording("objects.event"),
            ),
        ]
        for event in block.events
    ]
    pads = RowStyle(look.space("event-y"), look.space("event-y-most"), name="event")
    return Rows(look, rows, pads, _line(look, dates + gap))


def _line(look: Look, x: Points) -> Decorate:
    """Return what draws the dot of a row, and the rule down to the next."""
    body, rule, dot = look.type("body"), look.space("event-rule"), look.space("dot")

    def draw(spot: Spot) -> Sequence[pages.Item]:
        n, left = spot.n, spot.frame.x + x
        middle = spot.frame.y + spot.pad + body.size * body.leading / 2
        at = Rect(left - dot / 2, middle - dot / 2, dot, dot)
        dots = pages.Shape(
            at, "ellipse", look.colour("accent"), name=wording("objects.dot", n=n + 1)
        )
        if not spot.pitch:
            return [dots]
        line = Rect(left - rule / 2, middle, rule, spot.pitch)
        return [
            pages.Shape(line, fill=look.colour("rule"), name=wording("objects.axis", n=n + 1)),
            dots,
        ]

    return draw
