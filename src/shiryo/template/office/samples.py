"""The sample slides of a company's file: how its people use their layouts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, replace
from functools import cached_property
from statistics import median

from shiryo.diagnostics import Failed
from shiryo.template.office.markup import P, R, integer, texts
from shiryo.template.office.model import Slot
from shiryo.template.office.package import Package
from shiryo.template.office.shapes import placed, shapes
from shiryo.units import Points, Rect

_LOOKED_AT = 40
"""Slides whose placeholders are looked at."""
_MOST = 0.6
"""Of the slides on a layout: so many have a placeholder in one place of their own."""
_TITLES = ("title", "ctrTitle")
_FOOTERS = ("dt", "ftr", "sldNum")
_Key = tuple[str, str, int]
"""Layout, what kind of text it is for, number."""


class Samples:
    """What the sample slides tell."""

    def __init__(self, package: Package, main: str) -> None:
        relations = package.relations(main)
        listed = package.xml(main).iterfind(f"{P}sldIdLst/{P}sldId")
        named = (relations.get(each.get(f"{R}id", "")) for each in listed)
        slides = [found.target for found in named if found and found.target in package.names]
        layouts = ((slide, package.related(slide, "slideLayout")) for slide in slides)
        self._package = package
        self._slides = [(slide, found[0]) for slide, found in layouts if found]

    @property
    def layouts(self) -> list[str]:
        """The layout of each slide, in their order."""
        return [layout for _, layout in self._slides]

    @cached_property
    def used(self) -> Counter[str]:
        """How many slides are on each layout."""
        return Counter(self.layouts)

    def placed(self, layout: str, slot: Slot) -> Slot:
        """Return a placeholder where most of the slides have it, if they agree on another place."""
        found = self._places.get((layout, _sort(slot.kind), slot.idx), [])
        looked = Counter(layout for _, layout in self._slides[:_LOOKED_AT])[layout]
        if not found or len(found) < _MOST * looked:
            return slot
        usual = Rect(*map(median, zip(*map(astuple, found), strict=True)))
        near = [f for f in found if _distance(f, usual) < 0.1 * max(usual.width, usual.height)]
        if len(near) < _MOST * looked or _distance(usual, slot.frame) < 1:
            return slot
        return replace(slot, frame=usual, home=slot.frame)

    @cached_property
    def _places(self) -> dict[_Key, list[Rect]]:
        found: dict[_Key, list[Rect]] = {}
        for slide, layout in self._slides[:_LOOKED_AT]:
            for kind, idx, frame in self._own(slide, is_cover=layout == self._slides[0][1]):
                found.setdefault((layout, kind, idx), []).append(frame)
        return found

    def _own(self, slide: str, *, is_cover: bool) -> Iterator[tuple[str, int, Rect]]:
        """Yield the placeholders of a slide that stand elsewhere than its layout says.

        Where a slide has but text boxes, the first of them stands for the title, and on a cover the
        second for what is under it.
        """
        try:
            drawn = shapes(self._package.xml(slide))
        except Failed:
            return
        if not any(shape.placeholder is not None for shape in drawn):
            boxes = [s.frame for s in drawn if any(texts(s.element.find(f"{P}txBody"), ""))]
            for kind, frame in zip(("title", "text")[: 1 + is_cover], boxes, strict=False):
                yield kind, 0, frame
        for shape in drawn:
            said = shape.placeholder
            if said is not None and placed(shape.element) is not None:
                yield _sort(said.get("type", "")), integer(said.get("idx")), shape.frame


def _sort(kind: str) -> str:
    return "title" if kind in _TITLES else kind if kind in _FOOTERS else "text"


def _distance(one: Rect, other: Rect) -> Points:
    pairs = zip(astuple(one), astuple(other), strict=True)
    return float(max(abs(a - b) for a, b in pairs))
