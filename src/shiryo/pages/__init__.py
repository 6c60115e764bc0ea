"""Pages with everything in its place: what the layouts make and the writers draw.

Lengths are points from the top left corner of the page. Colours are ``RRGGBB`` in hexadecimal.
Items are drawn, and read aloud, in the order in which they stand. Text comes twice: as paragraphs,
for a writer that keeps it editable (.pptx), and as lines of placed glyphs, for one that draws it.
"""

from shiryo.glyphs import Glyph, Stance
from shiryo.info import Info
from shiryo.pages.chart import (
    Chart,
    ChartKind,
    ChartLabel,
    ChartSeries,
    Place,
    Shade,
    Stack,
    Target,
)
from shiryo.pages.element import Element
from shiryo.pages.items import (
    Cell,
    Item,
    Picture,
    Polygon,
    Shape,
    Spot,
    Table,
)
from shiryo.pages.page_set import (
    Anchor,
    FontFile,
    Foretold,
    Group,
    Held,
    Layout,
    LayoutPlaceholder,
    Page,
    PageSet,
)
from shiryo.pages.text import (
    EM_CENTRE,
    Align,
    GlyphRun,
    Ink,
    Level,
    Line,
    Paragraph,
    Placeholder,
    Role,
    Run,
    TextBox,
    VerticalAlign,
)

__all__ = [
    "EM_CENTRE", "Align", "Anchor", "Cell", "Chart", "ChartKind", "ChartLabel", "ChartSeries",
    "Element", "FontFile", "Foretold", "Glyph", "GlyphRun", "Group", "Held", "Info", "Ink", "Item",
    "Layout", "LayoutPlaceholder", "Level", "Line", "Page", "PageSet", "Paragraph", "Picture",
    "Place", "Placeholder", "Polygon", "Role", "Run", "Shade", "Shape", "Spot", "Stack", "Stance",
    "Table", "Target", "TextBox", "VerticalAlign",
]  # fmt: skip
