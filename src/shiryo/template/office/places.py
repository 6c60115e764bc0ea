"""What stands where on the layout of a role: placeholders for our texts, and frames for all."""

from collections.abc import Mapping
from dataclasses import field

from shiryo.template.office.free import area, largest, segment, shared, strip, touches
from shiryo.template.office.model import Role, Slot
from shiryo.template.office.parts import Parts
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_ROWS = 32
"""Places for a row that are tried."""
_BEHIND = 0.5
"""Of a text's place: what takes more of it is behind it, not beside it."""
_LINE = 1.4
"""The height of a line, in em."""


@dataclass
class Places:
    """What stands where: names as a theme has them."""

    made: Parts
    slots: dict[str, Slot] = field(default_factory=dict)
    """Texts that stand in placeholders: ``title``, ``message``, ``body`` …"""
    frames: dict[str, Rect] = field(default_factory=dict)
    """Names of `DeckTheme.frames`; what has no place has none."""

    def put(self, name: str, frame: str, slot: Slot | None) -> None:
        """Let a text stand in a placeholder, if there is one."""
        if slot is not None:
            self.slots[name] = slot
            self.frames[frame] = slot.inner


def places(made: Parts, role: Role, scale: float, like: Parts | None = None) -> Places:
    """Return what stands where on a layout for ``role``; sizes of type grow by ``scale``.

    ``like`` is the layout for content.
    """
    found = Places(made)
    if role == "cover":
        _cover(found, scale)
    elif role == "section":
        _section(found, scale)
    else:
        _content(found, scale, like)
    return found


def _content(found: Places, scale: float, like: Parts | None) -> None:
    made = found.made
    free = area(made, like)
    found.put("title", "title", made.title)
    if made.title is None:
        high = 30 * scale * _LINE
        above = Rect(free.x, free.y, free.width, high)
        found.frames["title"], free = above, free.below(high + 6 * scale)
    found.put("message", "message", made.message)
    if made.message is None:
        found.frames["message"] = Rect(free.x, free.y, free.width, 20 * scale * _LINE)
    for n, slot in enumerate(made.large[:2]):
        found.slots[f"body{n + 1}" if n else "body"] = slot
    found.frames["content"] = free
    low = 12 * scale * _LINE
    found.frames["source"] = Rect(free.x, free.bottom - low, free.width, low)
    found.put("footer", "footer", made.footers.get("ftr"))
    found.put("number", "number", made.footers.get("sldNum"))
    marks = 20 * scale
    title = made.title.frame if made.title else free
    row = Rect(free.x, title.y - marks, free.width, marks)
    if title.y < marks or any(touches(each, row) for each in made.layout.obstacles):
        row = Rect(free.x, free.y, free.width, marks)
    found.frames["marks"] = found.frames["logo"] = row


def _cover(found: Places, scale: float) -> None:
    """Give title, subtitle, byline and label their places on a cover."""
    made, page = found.made, found.made.page
    bodies = [*made.bodies]
    title = made.title or next((slot for slot in bodies), None)
    bodies = [slot for slot in bodies if slot is not title]
    if title is None:
        free = largest(page.inset(page.width * 0.08), made.layout.obstacles, page)
        found.frames["cover-title"] = Rect(free.x, free.y, free.width, free.height * 0.45)
    else:
        found.put("title", "cover-title", title)
    top = found.frames["cover-title"]
    under = [slot for slot in bodies if slot.frame.y >= top.y]
    first = next((s for s in under if s.kind == "subTitle"), under[0] if under else None)
    others = [slot for slot in bodies if slot is not first]
    found.put("subtitle", "cover-subtitle", first)
    below = next((s for s in others if s.frame.y >= top.y), None)
    found.put("byline", "cover-byline", below)
    taken = [slot.frame for slot in (title, first, below) if slot]
    if first is None:
        _strip(found, "cover-subtitle", top, 2 * 20 * scale * 1.5, taken)
    if below is None:
        near = found.frames.get("cover-subtitle", top)
        if not _strip(found, "cover-byline", near, 3 * 16 * scale * 1.65, taken):
            _shared(found, "cover-subtitle", "cover-byline")
    _strip(found, "cover-label", top, 16 * scale * _LINE, [*taken], over=True)
    found.frames["cover-marks"] = _row(found, top, 30 * scale)
    found.frames["cover-logo"] = found.frames["cover-marks"]
    for name in ("cover-subtitle", "cover-byline"):
        if name in found.frames:
            found.frames[name] = _clear(found.frames[name], made)


def _row(found: Places, like: Rect, height: Points) -> Rect:
    """Return the highest free row on a cover, or else the lowest, or else the top."""
    made, page = found.made, found.made.page
    taken = [*made.layout.obstacles, *found.frames.values()]
    tops = [page.height * n / _ROWS for n in range(1, _ROWS)]
    rows = [Rect(like.x, y, like.width, height) for y in tops if y + height < page.height]
    free = (row for row in rows if not any(touches(each, row) for each in taken))
    return next(free, rows[0])


def _clear(frame: Rect, made: Parts) -> Rect:
    """Return as much of a frame as is clear of logos beside it."""
    room = frame.width * frame.height
    beside = [o for o in made.layout.obstacles if shared(o, frame) < _BEHIND * room]
    return segment(frame, beside, made.page) or frame


def _section(found: Places, scale: float) -> None:
    made, page = found.made, found.made.page
    title = made.title or next(iter(made.bodies), None)
    others = [slot for slot in made.bodies if slot is not title]
    if title is None:
        free = largest(page.inset(page.width * 0.08), made.layout.obstacles, page)
        found.frames["section-title"] = Rect(free.x, free.y, free.width, free.height * 0.5)
    else:
        found.put("title", "section-title", title)
    found.put("message", "section-message", made.message or next(iter(others), None))
    if "section-message" not in found.frames:
        near, high = found.frames["section-title"], 3 * 20 * scale * _LINE
        if not _strip(found, "section-message", near, high, []):
            _shared(found, "section-title", "section-message")
    found.put("footer", "footer", made.footers.get("ftr"))
    found.put("number", "number", made.footers.get("sldNum"))


def _strip(
    found: Places,
    name: str,
    near: Rect,
    height: Points,
    taken: list[Rect],
    *,
    over: bool = False,
) -> bool:
    """Give a text a free strip next to another, if there is one."""
    for high in (height, height / 2):
        made = strip(found.made, near, high, taken, over=over)
        if made is not None:
            found.frames[name] = made
            taken.append(made)
            return True
    return False


def _shared(found: Places, upper: str, lower: str) -> None:
    """Let two texts share the place of the one."""
    whole = found.frames.get(upper)
    if whole is None:
        return
    half = whole.height / 2
    found.frames[upper] = Rect(whole.x, whole.y, whole.width, half)
    found.frames[lower] = whole.below(half)


def named(found: Places) -> Mapping[str, list[int]]:
    """Return the numbers of the placeholders by what stands in them."""
    made: dict[str, list[int]] = {}
    for name, slot in found.slots.items():
        made.setdefault(name.rstrip("12"), []).append(slot.idx)
    return made
