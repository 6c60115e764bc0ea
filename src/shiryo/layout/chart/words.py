"""Words of a chart: how wide they are in any program, and the boxes that they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from shiryo import pages
from shiryo.inline import Run, Text
from shiryo.layout.chart.style import ChartStyle
from shiryo.layout.remembered import of_document
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.measuring import JOINT, in_em
from shiryo.layout.text.para import Para, Style
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_SLACK = 1.04
"""What other programs may measure more."""


@dataclass(frozen=True, slots=True)
class Words:
    """Measures and sets the words of one chart."""

    style: ChartStyle
    setter: Compositor

    def label(self, size: Points) -> Style:
        """Return the type of names at a size."""
        return replace(self.style.label, size=size)

    def value(self, size: Points) -> Style:
        """Return the type of numbers at a size."""
        return replace(self.style.value, size=size)

    def height(self, style: Style) -> Points:
        """Return the height of one line."""
        return style.size * style.leading

    def width(self, text: str, style: Style) -> Points:
        """Return a width in which a text stays on one line: some part Japanese and Latin."""
        natural = _natural(self.setter, text, in_em(style)) if text else 0
        return (natural * _SLACK + 0.25 * len(JOINT.findall(text)) + 0.1) * style.size

    def widest(self, texts: Iterable[str], style: Style) -> Points:
        """Return the width of the widest of some texts."""
        return max((self.width(text, style) for text in texts), default=0)

    def lines(self, texts: Iterable[str], style: Style, width: Points) -> int:
        """Return how many lines the highest of some texts has in so much width."""
        return max((self._lines(text, style, width) for text in texts), default=1)

    def _lines(self, text: str, style: Style, width: Points) -> int:
        if self.width(text, style) <= width:
            return 1
        return self.setter.lines([Para((Run(text),), style, "phrase")], width * 0.94)

    def sizes(self, style: Style) -> Sequence[Points]:
        """Return the sizes that a type may take, largest first: at least the smallest of all."""
        fit = [size for size in self.style.sizes if size <= style.size + 0.01]
        return fit or [min(style.size, self.style.sizes[-1])]

    def box(
        self,
        text: Run | Text,
        at: Rect,
        style: Style,
        colour: str = "",
        align: pages.Align = "left",
        anchor: pages.VerticalAlign = "middle",
    ) -> pages.TextBox:
        """Set a text in a frame."""
        made = replace(style, colour=colour) if colour else style
        said = (text,) if isinstance(text, Run) else text
        return self.setter.box([Para(said, made, "phrase", align)], at, "chart", anchor=anchor)


@of_document(8192)
def _natural(setter: Compositor, text: str, style: Style) -> float:
    """Return the width of a text in em: kept for a while, since many sizes are tried."""
    return setter.width((Run(text),), style)
