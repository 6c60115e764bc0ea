"""The shapes of a master or a layout, in the order of drawing, groups taken apart."""

from collections.abc import Iterator
from typing import Any

from shiryo.template.office.markup import A, P, integer, local, points
from shiryo.units import Rect
from shiryo.values import dataclass

_SINGLE = ("sp", "pic", "cxnSp", "graphicFrame")
_FULL_TURN = 60_000
"""To a degree (ECMA-376-1 § 20.1.10.3)."""
_LARGEST = 500
"""Shapes of a layout that are looked at."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape that is no group."""

    element: Any
    frame: Rect
    """On the slide, as if it were not turned."""
    turn: float
    """In degrees, clockwise."""
    flipped: tuple[bool, bool]
    """From left to right, from top to bottom."""
    group: Any = None
    """The properties of the group that it is in."""

    @property
    def kind(self) -> str:
        """``sp``, ``pic``, ``cxnSp`` or ``graphicFrame``."""
        return local(self.element)

    @property
    def placeholder(self) -> Any:
        """Its ``p:ph``; None for an ordinary shape."""
        return next(self.element.iterfind(f"*/{P}nvPr/{P}ph"), None)

    @property
    def name(self) -> str:
        """As the selection pane has it."""
        found = next(self.element.iterfind(f"*/{P}cNvPr"), None)
        return found.get("name", "") if found is not None else ""

    @property
    def is_hidden(self) -> bool:
        """Whether it is hidden."""
        found = next(self.element.iterfind(f"*/{P}cNvPr"), None)
        return found is not None and found.get("hidden") in ("1", "true")

    @property
    def properties(self) -> Any:
        """Its ``p:spPr``; None where it has none."""
        return self.element.find(f"{P}spPr")

    @property
    def bounds(self) -> Rect:
        """The frame around it as it is turned, by quarters."""
        if 45 <= self.turn % 180 < 135:
            f = self.frame
            x, y = f.x + f.width / 2, f.y + f.height / 2
            return Rect(x - f.height / 2, y - f.width / 2, f.height, f.width)
        return self.frame


@dataclass(frozen=True, slots=True)
class _Within:
    """Where the coordinates of a group stand on the slide."""

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1

    def rect(self, at: Rect) -> Rect:
        x, y = self.x + at.x * self.across, self.y + at.y * self.down
        return Rect(x, y, at.width * self.across, at.height * self.down)


def shapes(root: Any) -> list[Drawn]:
    """Return the shapes of a part, placeholders included; those without a place stand at 0."""
    tree = root.find(f"{P}cSld/{P}spTree")
    found = list[Drawn]()
    for each in _walk(tree, _Within(), None) if tree is not None else ():
        found.append(each)
        if len(found) == _LARGEST:
            break
    return found


def placed(element: Any) -> Rect | None:
    """Return where a shape says that it stands, in the coordinates of its group."""
    found = _transform(element)
    return None if found is None else _rect(found, "off", "ext")


def _walk(tree: Any, within: _Within, group: Any) -> Iterator[Drawn]:
    for child in tree:
        kind = local(child)
        if kind == "AlternateContent":
            yield from _walk(_alternative(child), within, group)
        elif kind == "grpSp":
            yield from _walk(child, _inside(child, within), child.find(f"{P}grpSpPr"))
        elif kind in _SINGLE:
            at = _transform(child)
            frame = Rect(0, 0, 0, 0) if at is None else within.rect(_rect(at, "off", "ext"))
            turn = integer(at.get("rot")) / _FULL_TURN if at is not None else 0
            flips = (at is not None and at.get(f"flip{c}") in ("1", "true") for c in "HV")
            across, down = flips
            yield Drawn(child, frame, turn % 360, (across, down), group)


def _alternative(element: Any) -> Any:
    """Return what stands in for what an office program of today alone knows."""
    fallback = element.find("{*}Fallback")
    chosen = fallback if fallback is not None and len(fallback) else element.find("{*}Choice")
    return () if chosen is None else chosen


def _transform(element: Any) -> Any:
    if local(element) == "graphicFrame":
        return element.find(f"{P}xfrm")
    properties = element.find(f"{P}grpSpPr" if local(element) == "grpSp" else f"{P}spPr")
    return None if properties is None else properties.find(f"{A}xfrm")


def _inside(group: Any, within: _Within) -> _Within:
    at = _transform(group)
    if at is None:
        return within
    outer, inner = within.rect(_rect(at, "off", "ext")), _rect(at, "chOff", "chExt")
    across = outer.width / inner.width if inner.width else within.across
    down = outer.height / inner.height if inner.height else within.down
    return _Within(outer.x - inner.x * across, outer.y - inner.y * down, across, down)


def _rect(at: Any, offset: str, extent: str) -> Rect:
    off, ext = at.find(f"{A}{offset}"), at.find(f"{A}{extent}")
    x, y = (points(off.get(k)) for k in "xy") if off is not None else (0.0, 0.0)
    width, height = (points(ext.get(k)) for k in ("cx", "cy")) if ext is not None else (0.0, 0.0)
    return Rect(x, y, width, height)
