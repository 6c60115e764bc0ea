"""Tags while drawing: which marked content belongs to which element (ISO 32000-1, 14.6–14.7).

A long file has tens of thousands of elements: they are numbers in arrays rather than objects.
"""

from array import array
from collections.abc import Iterator
from dataclasses import field

from shiryo.pages import Element
from shiryo.units import Points
from shiryo.values import dataclass

Box = tuple[Points, Points, Points, Points]
"""Left, bottom, right and top, as PDF counts them."""

NONE = -1
"""In place of an element: the document itself, or no element."""


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content of a page."""

    page: int
    """From 0."""
    number: int
    """MCID, its own on the page."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """A link of a page."""

    page: int
    """From 0."""
    number: int
    """Among the annotations of the page."""


Part = int | Content | Annotation
"""What an element has in it; a number is that of another element."""


def _numbers() -> "array[int]":
    return array("i")


@dataclass(slots=True)
class Tags:
    """What has been tagged; elements are numbered in the order in which they are first met."""

    kinds: list[str] = field(default_factory=list)
    """Of each element."""
    about: dict[int, Element] = field(default_factory=dict)
    """Those elements of which there is more to say than their kind."""
    boxes: dict[int, Box] = field(default_factory=dict)
    """Of those that are figures."""
    pages: list["array[int]"] = field(default_factory=lambda: [_numbers()])
    """Of each page, the element of each of its MCIDs."""
    links: list[int] = field(default_factory=lambda: [0])
    """Of each page, how many annotations it has."""
    _known: dict[object, int] = field(default_factory=dict)
    _last: "array[int]" = field(default_factory=_numbers)
    """Of each element, the last that it has in it, if it has nothing after that."""
    _owners: "array[int]" = field(default_factory=_numbers)
    """Of each part of something, in order: what it is part of, its page or else `NONE`, and its
    number, for annotations counted downwards from -1."""
    _pages: "array[int]" = field(default_factory=_numbers)
    _parts: "array[int]" = field(default_factory=_numbers)

    def turn(self) -> None:
        """Go on to the next page."""
        self.pages.append(_numbers())
        self.links.append(0)

    def meet(self, element: Element) -> int:
        """Return the number of an element; the first time, it becomes the last of its parent's."""
        parent = self.meet(element.parent) if element.parent else NONE
        *above, number = element.key
        is_child = element.parent and element.parent.key == tuple(above)
        # A child is known by two numbers in one.
        key = (parent + 1 << 32) + number if is_child else element.key
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._new(element, parent)
        return known

    def _new(self, element: Element, parent: int) -> int:
        number = len(self.kinds)
        self.kinds.append(element.kind)
        self._last.append(NONE)
        if element.alt or element.numbering or element.lang or element.scope or _has_id(element):
            self.about[number] = element
        self._add(parent, NONE, number)
        return number

    def _add(self, owner: int, page: int, part: int) -> None:
        self._owners.append(owner)
        self._pages.append(page)
        self._parts.append(part)
        if owner != NONE:
            self._last[owner] = part if page == NONE else NONE

    def open(self, element: Element | None, box: Box | None = None) -> str:
        """Return the operator that begins content of ``element``, or of no element."""
        if element is None:
            return "/Artifact BMC"
        number, here = self._after_parts(element), self.pages[-1]
        if box:
            self.boxes[number] = box
        self._add(number, len(self.pages) - 1, len(here))
        here.append(number)
        return f"/{self.kinds[number]} <</MCID {len(here) - 1}>> BDC"

    def _after_parts(self, element: Element) -> int:
        """Return where more content of an element goes: after a part of it, into one of its own.

        Some readers take all that an element says itself for what comes before its parts.
        """
        number = self.meet(element)
        last = self._last[number]
        if last == NONE or (self.kinds[last] == "Span" and not self._has_language(last)):
            return number if last == NONE else last
        return self._new(Element("Span", ()), number)

    def _has_language(self, number: int) -> bool:
        return number in self.about and bool(self.about[number].lang)

    def link(self, element: Element | None) -> None:
        """Note that the annotation now made is of the link that ``element`` is, or is in."""
        while element and element.kind != "Link":
            element = element.parent
        if element:
            self._add(self.meet(element), len(self.pages) - 1, NONE - self.links[-1])
        self.links[-1] += 1

    def tree(self) -> "Tree":
        """Return what there is as a tree."""
        order = array("i", sorted(range(len(self._owners)), key=self._owners.__getitem__))
        starts = array("i", [0]) * (len(self.kinds) + 2)
        for owner in self._owners:
            starts[owner + 2] += 1
        for n in range(1, len(starts)):
            starts[n] += starts[n - 1]
        return Tree(self, order, starts)

    def linked(self) -> set[int]:
        """Return the elements that links of pages belong to."""
        parts = zip(self._owners, self._pages, self._parts, strict=True)
        return {owner for owner, page, part in parts if page != NONE and part < 0}

    def part(self, at: int) -> Part:
        """Return a part of something by its place among all of them."""
        page, number = self._pages[at], self._parts[at]
        if page == NONE:
            return number
        return Content(page, number) if number >= 0 else Annotation(page, NONE - number)


@dataclass(frozen=True, slots=True)
class Tree:
    """What has been tagged, element by element."""

    tags: Tags
    _order: "array[int]"
    """The parts of the document, then those of each element."""
    _starts: "array[int]"
    """Where in that order those of each begin."""

    def parts(self, number: int = NONE) -> Iterator[Part]:
        """Yield the parts of an element, or of the document, in their order."""
        for n in range(self._starts[number + 1], self._starts[number + 2]):
            yield self.tags.part(self._order[n])

    def walk(self, number: int = NONE) -> Iterator[tuple[int, int]]:
        """Yield each element with what it is part of, before its own parts."""
        for part in self.parts(number):
            if isinstance(part, int):
                yield part, number
                yield from self.walk(part)


def _has_id(element: Element) -> bool:
    return element.kind == "Note"
