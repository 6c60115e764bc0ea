"""What stands behind the text of a layout: its ground, and shapes that are filled."""

from typing import Any, NamedTuple

from shiryo.template.office.colours import Scheme, mixed
from shiryo.template.office.markup import A, P, R, integer, local
from shiryo.template.office.package import Package

_FIRST_GROUND = 1001
"""Of the fills of a theme that are meant for grounds (ECMA-376-1 § 20.1.4.1.7)."""
_DOWN = 5_400_000
"""The angle of a gradient that runs downwards, in 60,000ths of a degree."""


class Gradient(NamedTuple):
    """Colours that run into each other."""

    stops: tuple[tuple[float, str], ...]
    """Where each is, from 0 to 1."""
    angle: float
    """Of a line along which they run, in degrees clockwise from the right; of one that runs from
    the middle outwards, -1."""

    @property
    def mean(self) -> str:
        """The colour in the middle between the outermost."""
        return mixed(self.stops[0][1], self.stops[-1][1], 0.5)


class Pictured(NamedTuple):
    """A picture as a fill."""

    part: str
    element: Any
    """``a:blipFill``"""


Fill = str | Gradient | Pictured | None
"""``RRGGBB``, or what is not of one colour; None: nothing is filled."""


class Paint(NamedTuple):
    """What fills need to know of where they are."""

    package: Package
    part: str
    """The part that they are in, to follow its relations."""
    scheme: Scheme
    theme: Any
    """The root of the theme's part."""
    theme_part: str
    ground: str = "FFFFFF"
    """What shines through."""

    def fill(self, parent: Any, holder: str = "000000") -> Fill:
        """Return the fill that properties hold; None where they hold none, or an empty one."""
        for each in parent if parent is not None else ():
            match local(each):
                case "noFill":
                    return None
                case "solidFill":
                    return self.scheme.of(each, self.ground, holder)
                case "gradFill":
                    return self._gradient(each, holder)
                case "blipFill":
                    return self._pictured(each)
                case "pattFill":
                    return self.scheme.of(each.find(f"{A}bgClr"), self.ground, holder)
        return None

    def says(self, parent: Any) -> bool:
        """Tell whether properties say of themselves how they are filled."""
        kinds = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
        return parent is not None and any(local(each) in kinds for each in parent)

    def styled(self, reference: Any, kind: str) -> tuple[Any, str]:
        """Return what a style's reference to the theme means, and the colour that it hands on.

        ``kind`` is the list of the theme that it counts in: ``fillStyleLst`` …; None for none.
        """
        index = integer(reference.get("idx")) if reference is not None else 0
        if not index:
            return None, "000000"
        colour = self.scheme.of(reference, self.ground) or "000000"
        if index >= _FIRST_GROUND:
            kind, index = "bgFillStyleLst", index - _FIRST_GROUND + 1
        listed = self.theme.find(f".//{A}{kind}")
        found = list(listed) if listed is not None else []
        return (found[index - 1] if index <= len(found) else None), colour

    def ground_of(self, root: Any) -> tuple[bool, Fill]:
        """Return whether a master or a layout has a ground of its own, and which."""
        ground = root.find(f"{P}cSld/{P}bg")
        if ground is None:
            return False, None
        own = ground.find(f"{P}bgPr")
        if own is not None:
            return True, self.fill(own)
        style, colour = self.styled(ground.find(f"{P}bgRef"), "bgFillStyleLst")
        if style is None:
            return True, self.scheme.of(ground.find(f"{P}bgRef"), self.ground)
        within = self._replace(part=self.theme_part)
        return True, within.fill([style], colour)

    def _gradient(self, element: Any, holder: str) -> Fill:
        stops = []
        for stop in element.iter(f"{A}gs"):
            colour = self.scheme.of(stop, self.ground, holder)
            stops.append((integer(stop.get("pos")) / 100_000, colour or self.ground))
        line = element.find(f"{A}lin")
        angle = integer(line.get("ang"), _DOWN) / 60_000 if line is not None else -1
        if element.find(f"{A}path") is None and line is None:
            angle = 90
        return Gradient(tuple(sorted(stops)), angle) if len(stops) > 1 else None

    def _pictured(self, element: Any) -> Fill:
        blip = element.find(f"{A}blip")
        relation = self.package.relations(self.part).get(
            blip.get(f"{R}embed", "") if blip is not None else ""
        )
        if relation is None or not relation.inside or relation.target not in self.package.names:
            return None
        return Pictured(relation.target, element)
