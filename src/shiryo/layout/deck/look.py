"""A theme's deck at one size of body text: what the slide forms draw with."""

from collections.abc import Mapping
from dataclasses import field, replace

from shiryo.document import Labels
from shiryo.layout.deck.company import Company
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Style, style
from shiryo.layout.text.structure import Tree
from shiryo.pages import Align, VerticalAlign
from shiryo.targets import Name
from shiryo.template.model import Theme
from shiryo.units import Points, Rect
from shiryo.values import dataclass

ANCHORS: dict[str, VerticalAlign] = {
    "title": "bottom",
    "cover-title": "bottom",
    "section-title": "bottom",
    "cover-byline": "bottom",
    "source": "bottom",
    "date": "middle",
    "footer": "middle",
    "number": "middle",
}
"""Where text stands in the frames, if not at the top."""
_BESIDE_TITLE: dict[str, VerticalAlign] = {"cover-byline": "top", "cover-label": "bottom"}
"""The same of what has no placeholder on a company's cover: near its title."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the forms of one slide look."""

    theme: Theme
    compositor: Compositor
    labels: Labels
    title: str
    """Of the slide; stands in where a table has no caption to be known by."""
    body: Points
    """Size of body text; the other types of a form keep their proportion to it."""
    numbers: Mapping[Name, int] = field(default_factory=dict)
    """The number of the first page of each slide, by `Slide.id`; empty until they are known."""
    slack: float = 1
    """How much more a slide may hold than the theme says, where others would be nearly empty."""
    heading: str = "H2"
    """What titles of slides are in the logical structure."""
    company: Company | None = None
    """The company's file that the deck is made in."""
    on: str = "content"
    """What the layout of that file serves for that the slide is on."""
    tree: Tree = field(default_factory=Tree, compare=False)
    _types: dict[tuple[Points, str, str, str], Style] = field(default_factory=dict, compare=False)
    """Types that were asked for; looks of other sizes share them."""

    def at(self, size: Points) -> "Look":
        """Return the look with body text of another size."""
        return replace(self, body=size)

    def type(self, name: str, *, strong: str = "accent", link: str = "accent") -> Style:
        """Return a type at the size that goes with the body's.

        It is as many steps of the scale larger or smaller as the body's is; what is larger than any
        body text never grows, and what is near it never gets smaller than the smallest step.
        """
        deck, key = self.theme.deck, (self.body, name, strong, link)
        if key not in self._types:
            made = style(deck.type[name], self.theme, strong=strong, link=link)
            by = deck.scale.index(self.body) - deck.scale.index(deck.type["body"].size)
            steps = min(by, 0) if made.size > deck.sizes[0] else by
            size = max(self.step(made.size, steps), min(made.size, deck.sizes[-1]))
            self._types[key] = replace(made, size=size)
        return self._types[key]

    def step(self, size: Points, by: int) -> Points:
        """Return the size that is so many steps of the theme's scale larger."""
        scale = self.theme.deck.scale
        return scale[min(max(scale.index(size) + by, 0), len(scale) - 1)]

    def under(self, most: Points) -> Points:
        """Return the largest size of the theme's scale up to ``most``, or else the smallest."""
        scale = self.theme.deck.scale
        return max((size for size in scale if size <= most + 1e-6), default=scale[0])

    def fixed(self, name: str, *, link: str = "") -> Style:
        """Return a type at its own size."""
        own = self.company.theme(self.on).type if self.company else {}
        return style(own.get(name) or self.theme.deck.type[name], self.theme, link=link)

    def coloured(self, made: Style, name: str) -> Style:
        """Return a type in another colour of the theme."""
        return replace(made, colour=self.colour(name))

    def on_dark(self, made: Style) -> Style:
        """Return a type as it is set on a ground of accent."""
        paper = self.colour("paper")
        return replace(made, colour=paper, strong=paper, link=paper)

    def space(self, name: str) -> Points:
        """Return a gap, padding or rule."""
        return self.theme.deck.space[name]

    def em(self, name: str) -> float:
        """Return a gap or padding as a multiple of the size of type."""
        return self.theme.deck.em[name]

    def limit(self, name: str) -> int:
        """Return how many of something a slide may hold.

        A line of larger type says less: of lines, a slide may hold as many more.
        """
        most = self.theme.deck.limits[name]
        if name != "lines":
            return most
        return int(most * self.slack * self.body / self.theme.deck.sizes[-1])

    def colour(self, name: str) -> str:
        """Return a colour as ``RRGGBB``."""
        return self.theme.colours[name]

    def frame(self, name: str) -> Rect:
        """Return where something stands on the page."""
        own = self.company.theme(self.on).frames if self.company else {}
        return Rect(*(own.get(name) or self.theme.deck.frames[name]))

    def has(self, name: str) -> bool:
        """Tell whether something has a place on the page."""
        return self.company is None or name in self.company.theme(self.on).frames

    def anchor(self, name: str) -> VerticalAlign:
        """Return where text stands in a frame."""
        slot = self.company.slot(self.on, name) if self.company else None
        if slot:
            return slot.anchor
        return (_BESIDE_TITLE if self.company else ANCHORS).get(name) or ANCHORS.get(name, "top")

    def align(self, name: str, usual: Align = "left") -> Align:
        """Return how text stands in a frame."""
        if self.company is None:
            return usual
        slot = self.company.slot(self.on, name)
        if slot is None and self.on in ("cover", "section"):  # beside its title
            slot = self.company.slot(self.on, f"{self.on}-title")
        return slot.levels[0].align if slot else usual
