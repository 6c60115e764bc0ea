"""How lists are set, level by level: what generated slides and those of a person have alike."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import pages
from shiryo.document import Item
from shiryo.inline import Run
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Style
from shiryo.template.model import LevelTheme
from shiryo.units import Points
from shiryo.values import dataclass

_TYPES = ("body", "body2", "body3")
"""Of the levels of a list; what is deeper looks like the last."""
BULLETED = 5
"""Levels with bullets; then come those of the notes below each of them, which have none."""
_AFTER = 0.4
"""Between the number of an item of a lower level and its text, in em."""
_NOTED = 4
"""Levels of notes."""


@dataclass(frozen=True, slots=True)
class ListStyle:
    """How a list is set at one size of body text."""

    look: Look
    types: tuple[str, ...] = _TYPES
    mark: str = ""
    """Before the items of the first level; empty: they are paragraphs."""
    colour: str = "accent"
    """Of that mark."""
    hang: Points = 0
    """How far left of their text these marks stand."""
    gap: Points = 0
    """Between items of the first level."""

    def type(self, level: int) -> Style:
        """Return how text of a level, from 0, is set."""
        made = self.look.type(self.types[min(level, len(self.types) - 1)])
        own = self._own(level)
        if own is None or self.types is not _TYPES:
            return made
        least = self.look.theme.deck.scale[0]
        size = max(self.look.under(own.size * self._by), least) if level else made.size
        colour = self.look.colour(own.colour)
        weight, leading = max(own.weight, made.weight), own.leading
        return replace(made, size=size, colour=colour, weight=weight, leading=leading)

    def _own(self, level: int) -> LevelTheme | None:
        """Return how a company's file sets a level."""
        levels = self.look.theme.deck.levels
        return levels[min(level, len(levels) - 1)] if levels else None

    @property
    def _by(self) -> float:
        """How many times the company's size the text has."""
        return self.look.body / self.look.theme.deck.levels[0].size

    def sign(self, level: int) -> str:
        """Return what stands before items of a level."""
        if not level:
            return self.mark
        own = self._own(level)
        sign = own.bullet if own else ""
        return sign if sign and not sign.isdecimal() else self.look.labels.dash

    def sign_colour(self, level: int) -> str:
        """Return the colour of that; empty: the text's."""
        own = self._own(level)
        if own:
            return self.look.colour(own.bullet_colour)
        return "" if level else self.look.colour(self.colour)

    def indent(self, level: int) -> Points:
        """Return how far text of a level stands in."""
        own, first = self._own(level), self._own(0)
        if own and first:
            wider = self.hang - first.hang * self._by
            return max(own.indent * self._by + wider, self.hang)
        return self.hang + self._dash * level

    def before(self, level: int) -> Points:
        """Return the space above a paragraph of a level, or above a note."""
        if level and (own := self._own(level)):
            return own.before * self._by
        return self._under * self.look.em("sub") if level else self.gap

    def hung(self, level: int) -> Points:
        """Return how far left of the text the mark of a level stands."""
        if level and (own := self._own(level)) and own.hang:
            return own.hang * self._by
        return self._dash if level else self.hang

    def note(self, level: int) -> int:
        """Return the level of a note to an item."""
        return BULLETED + min(level, _NOTED - 1)

    @property
    def levels(self) -> tuple[pages.Level, ...]:
        """How a placeholder sets each level."""
        marked = (self._marked(level) for level in range(BULLETED))
        return (*marked, *(self._noted(level) for level in range(_NOTED)))

    @property
    def _under(self) -> Points:
        return self.type(1).size

    @property
    def _dash(self) -> Points:
        return self._under * self.look.em("dash")

    def _marked(self, level: int) -> pages.Level:
        mark = self.sign(level)
        colour = self.sign_colour(level) if mark else ""
        hung = self.hung(level) if mark else 0
        return _level(self.type(level), self.before(level), mark, colour, self.indent(level), hung)

    def _noted(self, level: int) -> pages.Level:
        return _level(self.look.type("note"), self.before(1), "", "", self.indent(level), 0)


def list_style(look: Look, mark: str, colour: str = "accent", hang: Points = 0) -> ListStyle:
    """Return how a list of bullets is set."""
    size = look.type("body").size
    hang = hang or size * look.em("bullet")
    return ListStyle(look, mark=mark, colour=colour, hang=hang, gap=size * look.em("item"))


def over(look: Look, items: Sequence[Item], style: Style, hang: Points) -> Points:
    """Return how much more room than a mark, which has ``hang``, the numbers of items take."""
    marks = [(Run(f"{item.number}."),) for item in items if item.number]
    widest = max((look.compositor.width(mark, style) for mark in marks), default=0)
    return max(widest + style.size * _AFTER - hang, 0) if marks else 0


def as_set(paragraphs: Sequence[pages.Paragraph]) -> tuple[pages.Level, ...]:
    """Return the levels of a placeholder for a text: each as its first paragraph is set."""
    found = dict[int, pages.Level]()
    for para in paragraphs:
        run = para.runs[-1]
        found.setdefault(
            para.level,
            pages.Level(
                run.size,
                run.colour,
                run.strong,
                para.leading,
                para.align,
                para.before,
                para.bullet,
                para.bullet_colour,
                para.indent,
                para.hang,
            ),
        )
    least = min(found)
    return tuple(
        found[max((n for n in found if n <= level), default=least)]
        for level in range(max(found) + 1)
    )


def plain(style: Style, align: pages.Align = "left") -> tuple[pages.Level, ...]:
    """Return the one level of a placeholder for text of a style."""
    strong = style.weight >= 700
    return (pages.Level(style.size, style.colour, strong, style.leading, align),)


def _level(
    style: Style, before: Points, mark: str, colour: str, indent: Points, hang: Points
) -> pages.Level:
    (bare,) = plain(style)
    return pages.Level(
        bare.size,
        bare.colour,
        bare.strong,
        bare.leading,
        "left",
        before,
        mark,
        colour,
        indent,
        hang,
    )
