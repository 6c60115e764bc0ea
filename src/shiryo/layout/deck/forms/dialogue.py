"""A dialogue: who speaks in a chip, what is said on a panel beside it."""

from collections.abc import Sequence

from shiryo import pages
from shiryo.document import Dialogue
from shiryo.inline import Text, plain
from shiryo.layout.deck.forms.rows import Column, Decorate, Rows, RowStyle, Spot
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_COLOURS = ("accent", "teal", "ink2", "muted")
"""Of speakers, in the order in which they first speak."""
_TOGETHER = 0.6
"""The share of a slide that a question and its answer take at most if they are to stay together."""


def dialogue(block: Dialogue, look: Look, width: Points) -> Rows:
    """Return utterances as rows."""
    style, chip = look.on_dark(look.type("chip")), look.space("chip-x")
    speakers = list(dict.fromkeys(_who(u.speaker) for u in block.utterances if u.speaker))
    natural = [look.compositor.snug(u.speaker, style) for u in block.utterances if u.speaker]
    names = min(max(natural, default=0), width * look.em("chip-most"))
    start = names + 2 * chip + look.space("chip-gap") if speakers else 0
    inset = look.space("panel-x")
    rows = list[Sequence[Column]]()
    for said in block.utterances:
        text = Para(said.text, look.type("body"))
        column = Column(
            start + inset, width - start - 2 * inset, [text], "paragraph", wording("objects.said")
        )
        row = [column]
        if said.speaker:
            colour = _COLOURS[speakers.index(_who(said.speaker)) % len(_COLOURS)]
            name = Para(said.speaker, style, align="center")
            row.insert(
                0,
                Column(
                    chip, names, [name], "label", wording("objects.speaker"), look.colour(colour)
                ),
            )
        rows.append(row)
    pads = RowStyle(
        look.space("speech-y"),
        look.space("speech-y-most"),
        look.space("speech-gap"),
        look.space("speech-gap-most"),
        name="said",
    )
    panel = _panel(look, start)
    together = Rows(look, rows, pads, panel, ends=_answers(block))
    most = look.frame("content").height * _TOGETHER
    needs = [together.need(n, n + 1) for n in range(together.count)]
    if all(need.height <= most and need.lines <= 1 for need in needs):
        return together
    return Rows(look, rows, pads, panel)


def _answers(block: Dialogue) -> list[int]:
    """Return after which utterances a question of the first speaker is answered; else none."""
    who = [_who(said.speaker) for said in block.utterances]
    if len(set(who)) != 2:
        return []
    asked = [n for n in range(1, len(who)) if who[n] == who[0] != who[n - 1]]
    return [*asked, len(who)]


def _who(speaker: Text) -> str:
    """Return who speaks, whichever number it has: 問1 and 問2 are of one side."""
    name = plain(speaker)
    return name.rstrip("0123456789０１２３４５６７８９.．") or name


def _panel(look: Look, start: Points) -> Decorate:
    def draw(spot: Spot) -> Sequence[pages.Item]:
        n, frame = spot.n, spot.frame
        at = Rect(frame.x + start, frame.y, frame.width - start, frame.height)
        return [
            pages.Shape(
                at, fill=look.colour("surface"), name=wording("objects.said-panel", n=n + 1)
            )
        ]

    return draw
