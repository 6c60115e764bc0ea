"""What the placeholders of a layout are for, told by their kinds and where they stand."""

from collections.abc import Sequence
from dataclasses import field

from shiryo.template.office.model import OfficeLayout, Slot
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_TITLES = ("title", "ctrTitle")
_TEXTS = ("", "body", "obj", "subTitle")
_VERTICAL = ("vertTx", "vertTitleAndTx")
_LARGE, _HIGH = 0.12, 0.2
"""Of the slide's area and of its height: what a body for content has at least."""
_WIDE = 0.55
"""Of the width: what a line for a message has at least."""
_NEAR = 0.04
"""Of a side: as near is the same."""


@dataclass(frozen=True)
class Parts:
    """The placeholders of a layout, by what they are for."""

    layout: OfficeLayout
    page: Rect
    title: Slot | None = None
    bodies: tuple[Slot, ...] = ()
    """All others for text, from the top and the left; none where nothing tells them apart."""
    large: tuple[Slot, ...] = ()
    """Those of them that content goes into."""
    message: Slot | None = None
    """A low wide one under the title, or the title itself where a low one stands over it."""
    pictures: int = 0
    footers: dict[str, Slot] = field(default_factory=dict)
    """``dt``, ``ftr``, ``sldNum``"""

    @property
    def is_vertical(self) -> bool:
        """Whether it is meant for text that runs downwards."""
        return self.layout.kind in _VERTICAL

    @property
    def middle(self) -> float:
        """Where the middle of the title is, from 0 at the top to 1; 0 without a title."""
        if self.title is None:
            return 0
        at = self.title.frame
        return (at.y + at.height / 2) / self.page.height

    @property
    def is_twin(self) -> bool:
        """Whether it has two bodies, side by side."""
        if len(self.large) != 2:
            return False
        one, two = sorted((slot.frame for slot in self.large), key=lambda f: f.x)
        level = abs(one.y - two.y) < _NEAR * self.page.height
        return level and one.right <= two.x + 0.01 * self.page.width

    def share(self, slot: Slot) -> float:
        """Return what share of the slide a placeholder takes."""
        return slot.frame.width * slot.frame.height / (self.page.width * self.page.height)


def parts(layout: OfficeLayout, size: tuple[Points, Points]) -> Parts:
    """Return what the placeholders of a layout are for."""
    page = Rect(0, 0, *size)
    upright = [slot for slot in layout.slots if not slot.vertical]
    title = next((slot for slot in upright if slot.kind in _TITLES), None)
    bodies = [slot for slot in upright if slot.kind in _TEXTS]
    if len({slot.idx for slot in bodies}) < len(bodies):
        bodies = []
    bodies.sort(key=lambda slot: (round(slot.frame.y / page.height / _NEAR), slot.frame.x))
    large = [slot for slot in bodies if slot.kind != "subTitle" and _is_large(slot, page)]
    small = [slot for slot in bodies if slot not in large]
    message = title and _message(title, small, page)
    if title and message and message.frame.y < title.frame.y:
        title, message = message, title
    return Parts(
        layout,
        page,
        title,
        tuple(slot for slot in bodies if slot not in (title, message)),
        tuple(large),
        message,
        sum(slot.kind == "pic" for slot in layout.slots),
        {slot.kind: slot for slot in layout.slots if slot.kind in ("dt", "ftr", "sldNum")},
    )


def _is_large(slot: Slot, page: Rect) -> bool:
    share = slot.frame.width * slot.frame.height / (page.width * page.height)
    return share >= _LARGE and slot.frame.height >= _HIGH * page.height


def _message(title: Slot, small: Sequence[Slot], page: Rect) -> Slot | None:
    """Return a low wide body next to a title that is at the top of the slide."""
    top = title.frame
    if top.y + top.height / 2 > 0.3 * page.height:
        return None
    for slot in small:
        f = slot.frame
        is_under = top.bottom - 0.03 * page.height <= f.y and f.bottom < 0.4 * page.height
        is_over = f.bottom <= top.y + 0.03 * page.height
        if (
            slot.kind in ("body", "subTitle")
            and f.width >= _WIDE * page.width
            and (is_under or is_over)
        ):
            return slot
    return None
