"""A deck in a company's file: which of its layouts a page is on, and what these show.

Placeholders, grounds and drawings are the company's (`shiryo.template.office`); here they become
what writers know.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from shiryo import inline, pages
from shiryo.layout.text.para import Para, Style
from shiryo.template.model import LayoutTheme, Theme
from shiryo.template.office.free import shared
from shiryo.template.office.model import (
    NUMBER,
    Art,
    Image,
    Office,
    OfficeLayout,
    Path,
    Slot,
    TextLevel,
    Words,
    known,
)
from shiryo.units import Rect
from shiryo.values import dataclass

if TYPE_CHECKING:
    from shiryo.layout.text.compositor import Compositor

_TITLES = ("title", "ctrTitle")
_ROLES = {"two": "two", "compare": "two", "visual": "only", "title": "only", "blank": "only"}
"""Sorts of pages of ours that are not on the layout for content, if another one serves."""
_HELD: Mapping[str, str] = {
    "cover-title": "title",
    "section-title": "title",
    "section-message": "message",
    "cover-subtitle": "subtitle",
    "cover-byline": "byline",
}
"""Frames → what stands in their placeholders, where that has another name."""
_SHARES = (1, 0.95, 0.9, 0.85, 0.8, 0.75)
"""Of its size, at which a text of a layout is tried."""
_FRAMED = 0.6
"""Of the place for a message, what a shape under it takes that is drawn for it."""
_FEW = 6
"""Characters."""
_ALIKE = ("title", "message", "content")
"""Frames that are the same on layouts of which either serves for a page."""


@dataclass(frozen=True)
class Company:
    """A company's file, as slides need it."""

    office: Office
    layouts: Mapping[str, LayoutTheme]
    """By what they serve for: `DeckTheme.layouts`."""

    def theme(self, on: str) -> LayoutTheme:
        """Return what stands where on the layout that serves for ``on``."""
        return self.layouts.get(on) or self.layouts["content"]

    def layout(self, on: str) -> OfficeLayout:
        """Return the layout that serves for ``on``."""
        return self._known[self.theme(on).layout]

    @cached_property
    def _known(self) -> dict[str, OfficeLayout]:
        return known(self.office)

    def slots(self, on: str) -> Iterator[tuple[pages.Placeholder, Slot]]:
        """Yield the placeholders that texts of ours stand in, with what these are."""
        found = self.layout(on).slots
        for name, numbers in self.theme(on).placeholders.items():
            for idx in numbers:
                held = [slot for slot in found if slot.idx == idx and _serves(slot, name)]
                is_title = name == "title"
                held.sort(key=lambda slot: (slot.kind in _TITLES) != is_title)
                if held:
                    yield name, held[0]

    def slot(self, on: str, frame: str) -> Slot | None:
        """Return the placeholder that fills a frame of the theme."""
        name = _HELD.get(frame, frame)
        return next((slot for kind, slot in self.slots(on) if kind == name), None)

    def is_message(self, on: str) -> bool:
        """Tell whether what the company calls the title says the message."""
        slot = self.slot(on, "message")
        return slot is not None and slot.kind in _TITLES

    def bare(self, on: str) -> str:
        """Return the layout for a page without a message: one that draws no frame for it."""
        slot = self.slot(on, "message")
        if slot is None or slot.kind in _TITLES or "only" not in self.layouts:
            return on
        room = slot.frame.width * slot.frame.height
        framed = any(shared(o, slot.frame) >= _FRAMED * room for o in self.layout(on).obstacles)
        return "only" if framed and self.slot("only", "message") is None else on

    def suited(self, on: str, sort: str) -> str:
        """Return on which layout a page of a ``sort`` is, whose texts are placed for ``on``."""
        other = _ROLES.get(sort, on)
        if on != "content" or other not in self.layouts:
            return on
        one, two = self.theme(on).frames, self.theme(other).frames
        return other if all(one.get(name) == two.get(name) for name in _ALIKE) else on

    def art(
        self, layout: OfficeLayout, compositor: "Compositor", number: str
    ) -> tuple[pages.Item, ...]:
        """Return all that a layout shows itself."""
        items = (_item(art, compositor, number) for art in layout.art)
        return tuple(item for item in items if item is not None)

    def drawn(self, on: str, compositor: "Compositor") -> tuple[pages.Item, ...]:
        """Return what the layout shows itself, but for the number of the slide."""
        items = (_item(art, compositor, "") for art in self.layout(on).art if not _counts(art))
        return tuple(item for item in items if item is not None)

    def counted(self, on: str, compositor: "Compositor", number: str) -> tuple[pages.Item, ...]:
        """Return what of the layout shows the ``number`` of the slide."""
        items = (_item(art, compositor, number) for art in self.layout(on).art if _counts(art))
        return tuple(item for item in items if item is not None)

    def page_layout(self, on: str, compositor: "Compositor") -> pages.Layout:
        """Return the layout as writers know it."""
        found = self.layout(on)
        placeholders = tuple(_placeholder(name, slot) for name, slot in self.slots(on))
        drawn = self.drawn(on, compositor)
        return pages.Layout(on, found.name, placeholders, drawn, found.kind, found.part)


def settled(
    drawn: Sequence[pages.Page], made: Company, compositor: "Compositor"
) -> tuple[tuple[pages.Layout, ...], list[pages.Page]]:
    """Return the layouts that pages are on, and the pages as they stand on them.

    What would stand behind a placeholder on layouts of our own is on the page itself.
    """
    names = [*dict.fromkeys(page.layout for page in drawn)]
    layouts = {name: made.page_layout(name, compositor) for name in names}
    placed = []
    for n, page in enumerate(drawn, made.office.first):
        more = len(page.ground)
        ground = tuple(replace(shape, ground=False) for shape in page.ground)
        groups = tuple(replace(g, first=g.first + more, last=g.last + more) for g in page.groups)
        behind = made.counted(page.layout, compositor, str(n))
        items = (*ground, *page.items)
        placed.append(replace(page, items=items, groups=groups, ground=(), behind=behind))
    return tuple(layouts.values()), placed


def spared(theme: Theme, height: float) -> Theme:
    """Return a theme on whose layouts the row of marks is free where it stands over the content."""
    layouts = {}
    for name, layout in theme.deck.layouts.items():
        frames = dict(layout.frames)
        marks, content = frames.get("marks"), frames.get("content")
        if marks and content and marks[1] + marks[3] > content[1]:
            for each in ("content", "message"):
                if each in frames and each not in layout.placeholders:
                    x, y, width, high = frames[each]
                    less = height if each == "content" else 0
                    frames[each] = (x, y + height, width, high - less)
        layouts[name] = layout.model_copy(update={"frames": frames})
    return theme.model_copy(update={"deck": theme.deck.model_copy(update={"layouts": layouts})})


def _serves(slot: Slot, name: str) -> bool:
    """Tell whether a placeholder is of a kind for a text; numbers may be all the same."""
    footers = {"footer": "ftr", "number": "sldNum"}
    if name in footers:
        return slot.kind == footers[name]
    return slot.kind not in ("dt", "ftr", "sldNum")


def _placeholder(name: pages.Placeholder, slot: Slot) -> pages.LayoutPlaceholder:
    held = pages.Held(slot.kind, slot.idx, slot.insets)
    levels = tuple(map(_level, slot.levels))
    return pages.LayoutPlaceholder(name, slot.home_inner, levels, slot.anchor, "", held)


def _level(level: TextLevel) -> pages.Level:
    return pages.Level(
        level.size,
        level.colour,
        level.strong,
        level.leading,
        level.align,
        level.before,
        level.bullet,
        level.bullet_colour,
        level.indent,
        level.hang,
    )


def _counts(art: Art) -> bool:
    return isinstance(art, Words) and any(NUMBER in line.text for line in art.lines)


def _item(art: Art, compositor: "Compositor", number: str) -> pages.Item | None:
    match art:
        case Path():
            return pages.Polygon(art.points, art.closed, art.fill, art.stroke, art.width)
        case Image():
            return pages.Picture(art.frame, art.data, "")
    return _words(art, compositor, number)


def _words(art: Words, compositor: "Compositor", number: str) -> pages.TextBox:
    """Set a text of a layout; nobody hears it."""
    paras = [
        Para(
            (inline.Run(text),) if (text := line.text.replace(NUMBER, number)) else (),
            Style(
                line.level.size,
                "gothic",
                700 if line.level.strong else 400,
                line.level.colour,
                line.level.leading,
            ),
            "ragged",
            line.level.align,
            before=line.level.before,
        )
        for line in art.lines
    ]
    frame, wide = art.frame, _narrowest(paras, compositor)
    paras = _fitted(paras, frame, compositor)
    if frame.width < wide:
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[paras[0].align]
        frame = Rect(frame.x - (wide - frame.width) * shift, frame.y, wide, frame.height)
    return compositor.box(paras, frame, "artifact", anchor=art.anchor)


def _fitted(paras: list[Para], frame: Rect, compositor: "Compositor") -> list[Para]:
    """Return a text a little smaller if our font breaks lines that the company's does not."""
    if compositor.height(paras, frame.width) <= frame.height:
        return paras
    for share in _SHARES:
        made = [
            replace(para, style=replace(para.style, size=para.style.size * share)) for para in paras
        ]
        if compositor.lines(made, frame.width) <= len(made):
            return made
    return paras


def _narrowest(paras: Sequence[Para], compositor: "Compositor") -> float:
    """Return the width of a text of a few characters, such as a number, which stays on its line."""
    if any(len(inline.plain(para.text)) > _FEW for para in paras):
        return 0
    return max((compositor.width(para.text, para.style) for para in paras), default=0) + 1
