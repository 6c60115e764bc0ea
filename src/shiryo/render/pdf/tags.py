"""Tags while drawing: which marked content belongs to which element (ISO 32000-1, 14.6–14.7)."""

from dataclasses import dataclass, field

from shiryo.pages import Element
from shiryo.units import Points

Box = tuple[Points, Points, Points, Points]
"""Left, bottom, right and top, as PDF counts them."""


@dataclass(slots=True)
class Content:
    """Marked content of a page."""

    page: int
    """From 0."""
    number: int
    """MCID, its own on the page."""


@dataclass(slots=True)
class Annotation:
    """A link of a page."""

    page: int
    """From 0."""
    number: int
    """Among the annotations of the page."""


@dataclass(slots=True)
class Node:
    """An element in the file."""

    element: Element
    kids: "list[Node | Content | Annotation]" = field(default_factory=list)
    number: int = 0
    """Of its object in the file, once it has one."""
    box: Box | None = None
    """Of a figure."""

    @property
    def is_linked(self) -> bool:
        """Whether some annotation belongs to it."""
        return any(isinstance(kid, Annotation) for kid in self.kids)


@dataclass(slots=True)
class Tags:
    """What has been tagged; elements stand in the order in which they are first met."""

    roots: list[Node] = field(default_factory=list)
    pages: list[list[Node]] = field(default_factory=lambda: [[]])
    """Of each page, the node of each of its MCIDs."""
    links: list[int] = field(default_factory=lambda: [0])
    """Of each page, how many annotations it has."""
    _nodes: dict[tuple[int, ...], Node] = field(default_factory=dict)

    def turn(self) -> None:
        """Go on to the next page."""
        self.pages.append([])
        self.links.append(0)

    def meet(self, element: Element) -> Node:
        """Return the node of an element; the first time, it becomes the last of its parent's."""
        node = self._nodes.get(element.key)
        if node is None:
            siblings = self.meet(element.parent).kids if element.parent else self.roots
            node = self._nodes[element.key] = Node(element)
            siblings.append(node)
        return node

    def open(self, element: Element | None, box: Box | None = None) -> str:
        """Return the operator that begins content of ``element``, or of no element."""
        if element is None:
            return "/Artifact BMC"
        node, here = self._after_parts(self.meet(element)), self.pages[-1]
        node.box = box
        node.kids.append(Content(len(self.pages) - 1, len(here)))
        here.append(node)
        return f"/{node.element.kind} <</MCID {len(here) - 1}>> BDC"

    def _after_parts(self, node: Node) -> Node:
        """Return where more content of ``node`` goes: after a part of it, into a part of its own.

        Some readers take all that an element says itself for what comes before its parts.
        """
        last = node.kids[-1] if node.kids else None
        if not isinstance(last, Node):
            return node
        if last.element.kind != "Span" or last.element.lang:
            last = Node(node.element.child("Span", len(node.kids)))
            node.kids.append(last)
        return last

    def link(self, element: Element | None) -> None:
        """Note that the annotation now made is of the link that ``element`` is, or is in."""
        while element and element.kind != "Link":
            element = element.parent
        if element:
            self.meet(element).kids.append(Annotation(len(self.pages) - 1, self.links[-1]))
        self.links[-1] += 1
