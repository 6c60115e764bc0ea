"""What the things on a page are to a reader who does not see it."""

from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the logical structure, known by its parents (ISO 32000-1, 14.7, 14.8.4).

    Marks name the element that they belong to; its children are in the order in which they first
    appear on the pages. What belongs to none is an artifact: no reader speaks it.
    """

    kind: str
    """A standard structure type: ``P``, ``H1``, ``LBody``, …"""
    key: tuple[int, ...]
    """Its own among all elements of a `PageSet`."""
    parent: "Element | None" = None
    """None: the document itself."""
    alt: str = ""
    """Of a figure."""
    numbering: str = ""
    """Of a list: ``Decimal``, ``Disc`` or ``None`` (14.8.5.5)."""
    lang: str = ""
    """Its language, where that is not the document's."""
    scope: str = ""
    """Of the head of a table: ``Column`` or ``Row`` (14.8.5.7)."""

    columns: int = 1
    """How many columns a cell takes (14.8.5.7)."""
    rows: int = 1
    """How many rows it takes."""

    def child(self, kind: str, number: int) -> "Element":
        """Return a part of this element, ``number`` its own among the parts."""
        return Element(kind, (*self.key, number), self)
