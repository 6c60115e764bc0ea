"""What stands beside each other: pictures in a row, a picture or a chart and the text on it."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from shiryo import document
from shiryo.layout.deck.forms.form import Form, Need, highest
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_ROW = 3
"""Pictures that stand in one row at most."""
_TEXTS = (document.Bullets, document.Steps, document.Timeline, document.Prose)
"""Blocks that can be read in a narrow column."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Blocks of a slide that stand beside each other."""

    blocks: tuple[document.Block, ...]


Placed: TypeAlias = document.Block | Beside


class BesideForm:
    """Two forms beside each other; they stay together."""

    count = 1
    fills = True

    def __init__(self, forms: Sequence[Form], shares: Sequence[float], gap: Points) -> None:
        self._forms, self._shares, self._gap = forms, shares, gap

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the higher one takes."""
        needs = [form.need(0, form.count) for form in self._forms]
        return highest(needs)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw one after the other, both from the top."""
        items, x = list[Object](), frame.x
        for form, share in zip(self._forms, self._shares, strict=True):
            width = _width(frame.width, share, self._gap)
            full = frame.height if form.fills else form.need(0, form.count).full
            height = min(frame.height, full)
            items += form.place(0, form.count, Rect(x, frame.y, width, height))
            x += width + self._gap
        return items


def _width(whole: Points, share: float, gap: Points) -> Points:
    return (whole - gap) * share


def beside(
    made: Beside,
    look: Look,
    width: Points,
    form: Callable[[document.Block, Points], Form],
) -> Form:
    """Return the form of blocks beside each other; ``form`` makes that of one in its width."""
    large = next((n for n, block in enumerate(made.blocks) if is_shown(block)), 0)
    share = look.em(f"beside-{_kind(made.blocks)}")
    shares = [share if n == large else 1 - share for n in range(2)]
    gap = look.space("beside")
    widths = [_width(width, share, gap) for share in shares]
    pairs = zip(made.blocks, widths, strict=True)
    return BesideForm([form(block, at) for block, at in pairs], shares, gap)


def _kind(blocks: Sequence[document.Block]) -> str:
    """Return what is beside the text: a tall picture takes less of the width than another."""
    shown = [block for block in blocks if is_shown(block)]
    if len(shown) != 1:
        return "alike"
    image = shown[0]
    if not isinstance(image, document.Image):
        return "chart"
    return "picture" if image.size[0] >= image.size[1] else "tall"


def is_shown(block: Placed) -> bool:
    """Tell whether a block is to be looked at rather than read."""
    return isinstance(block, document.Image | document.Chart)


def paired(blocks: Sequence[document.Block], look: Look) -> tuple[Placed, ...]:
    """Return blocks, those that should stand beside each other as one."""
    made, at = list[Placed](), 0
    while at < len(blocks):
        count = _pictures(blocks[at:]) or (2 if _match(blocks[at : at + 2], look) else 1)
        made.append(blocks[at] if count == 1 else Beside(tuple(blocks[at : at + count])))
        at += count
    return tuple(made)


def _pictures(blocks: Sequence[document.Block]) -> int:
    """Return how many pictures at the beginning make a row, all rows about equally long."""
    run = next(
        (n for n, block in enumerate(blocks) if not isinstance(block, document.Image)), len(blocks)
    )
    return -(-run // -(-run // _ROW)) if run > 1 else 0


def _match(blocks: Sequence[document.Block], look: Look) -> bool:
    """Tell whether two blocks go beside each other: one to look at that is not too wide, and text.

    Two charts do, too.
    """
    shown = [block for block in blocks if is_shown(block)]
    if len(shown) == 2:
        return all(isinstance(block, document.Chart) for block in shown)
    texts = [block for block in blocks if isinstance(block, _TEXTS)]
    return len(shown) == len(texts) == 1 and not is_wide(shown[0], look)


def is_wide(block: Placed, look: Look) -> bool:
    """Tell whether a block is a picture that shows best in the whole width."""
    wide = look.em("image-wide")
    return isinstance(block, document.Image) and block.size[0] > block.size[1] * wide
