"""Tables: native ones, in a style of our own that its switches work with (ECMA-376-1 § 21.1.3)."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.package import Package
from pptx.shapes.shapetree import SlideShapes

from shiryo.messages import wording
from shiryo.pages import Cell, LayoutPlaceholder, Level, Table
from shiryo.render.pptx.markup import parsed, tag
from shiryo.render.pptx.oxml import Element, element, emu
from shiryo.render.pptx.shapes import describe, place
from shiryo.render.pptx.text import ANCHORS, Linker, Look, Setting, paragraphs
from shiryo.units import Points

STYLE = "{6E25E649-3F16-4E02-A733-19D2CDBF48F0}"
"""Our style of tables."""
_RULE, _HEAD_RULE = 0.75, 1.5
"""How thick its rules are, in points."""
_BARE = {"ink": "000000", "accent": "000000", "rule": "808080", "surface": "F2F2F2"}
"""Its colours where pages have none."""


def add_table(shapes: SlideShapes, number: int, item: Table, look: Look, link: Linker) -> None:
    """Add a table."""
    frame = shapes.add_table(1, len(item.widths), *place(item.frame))
    describe(
        frame,
        number,
        item.name or wording("objects.table-n", n=number),
        item.alt,
        decorative=not item.alt,
    )
    table = frame.table
    table.first_row, table.last_row = bool(item.header_rows), item.total
    table.first_col, table.horz_banding = item.first_column, False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = STYLE
    for column, width in zip(table.columns, item.widths, strict=True):
        column.width = emu(width)
    own = _Cells(item, Setting(look, link))
    rows = (
        tag("a:tr", *(own.cell(n, c) for c in range(len(cells))), h=emu(height))
        for n, (cells, height) in enumerate(zip(item.rows, item.heights, strict=True))
    )
    table._tbl.remove(table._tbl.tr_lst[0])
    table._tbl.extend(parsed(*rows))


def styles(look: Look) -> Element:
    """Return the table styles part: our style, as the default for new tables too."""
    return element("a:tblStyleLst", _style(look), **{"def": STYLE})


def add_style(package: Package, main: XmlPart, look: Look) -> None:
    """Add our style to those of a company's file, unless it is there."""
    related = (r.target_part for r in main.rels.values() if r.reltype.endswith("/tableStyles"))
    part = next(related, None)
    if part is None:
        name = PackURI("/ppt/tableStyles.xml")
        added = XmlPart(name, CONTENT_TYPE.PML_TABLE_STYLES, package, styles(look))
        main.relate_to(added, RELATIONSHIP_TYPE.TABLE_STYLES)
    elif STYLE.encode() not in part.blob:
        tree = parse_xml(part.blob)
        tree.append(_style(look))
        part.blob = serialize_part_xml(tree)


def _style(look: Look) -> Element:
    """Return our style.

    What *Table Design* switches (head, first and last column and row, bands) is in it.
    """
    rule, head = _line(look, "rule", _RULE), _line(look, "accent", _HEAD_RULE)
    return element(
        "a:tblStyle",
        _part(look, "wholeTbl", {"bottom": rule, "insideH": rule}, colour="ink"),
        _part(look, "band1H", fill="surface"),
        _part(look, "band1V", fill="surface"),
        _part(look, "lastCol", bold=True),
        _part(look, "firstCol", bold=True),
        _part(look, "lastRow", {"top": head}, bold=True),
        _part(look, "firstRow", {"top": head, "bottom": head}, bold=True, colour="accent"),
        styleId=STYLE,
        styleName=wording("objects.table-style"),
    )


def _colour(look: Look, name: str) -> Element:
    """Return a colour of the theme by the name that a template gives it."""
    return parsed(look.palette.colour(look.colours.get(name, _BARE[name])))[0]


def _line(look: Look, colour: str, width: Points) -> Callable[[], Element]:
    """Return what makes a line of a colour of the theme."""

    def line() -> Element:
        fill = element("a:solidFill", _colour(look, colour))
        return element("a:ln", fill, w=emu(width), cmpd="sng")

    return line


def _part(
    look: Look,
    name: str,
    rules: Mapping[str, Callable[[], Element]] = MappingProxyType({}),
    *,
    bold: bool = False,
    colour: str = "",
    fill: str = "",
) -> Element:
    """Return the style of a part of tables (§ 20.1.4.2.31).

    None but the head and the whole has a colour of text, so that the corner needs no style of its
    own, which LibreOffice would give tables without a head, too.
    """
    borders = (element(f"a:{side}", line()) for side, line in rules.items())
    black = element("a:scrgbClr", r=0, g=0, b=0)
    text = element(
        "a:tcTxStyle",
        element("a:fontRef", black, idx="minor"),
        _colour(look, colour) if colour else None,
        b="on" if bold else None,
    )
    ground = element("a:fill", element("a:solidFill", _colour(look, fill))) if fill else None
    if name == "wholeTbl":
        ground = element("a:fill", element("a:noFill"))
    return element(f"a:{name}", text, element("a:tcStyle", element("a:tcBdr", *borders), ground))


class _Cells:
    """Writes the cells of one table: what they say, and what of their look is no style's."""

    def __init__(self, item: Table, setting: Setting) -> None:
        self._item, self._setting = item, setting
        self._covered = dict[tuple[int, int], str]()
        for n, row in enumerate(item.rows):
            for c, cell in enumerate(row):
                for down, right in product(range(cell.high), range(max(cell.wide, 1))):
                    if down or right:
                        kind = "vMerge" if down else "hMerge"
                        self._covered[n + down, c + right] = kind

    def cell(self, n: int, c: int) -> str:
        """Return ``a:tc``."""
        cell = self._item.rows[n][c]
        outer, inner = cell.frame, cell.text.frame
        properties = tag(
            "a:tcPr",
            self._rules(n, c),
            self._setting.look.palette.solid(cell.fill) if cell.fill else "",
            marL=emu(inner.x - outer.x),
            marR=emu(outer.right - inner.right),
            marT=emu(inner.y - outer.y),
            marB=emu(outer.bottom - inner.bottom),
            anchor=ANCHORS[cell.text.anchor],
        )
        setting = replace(self._setting, inherited=self._styled(n, c))
        text = tag("a:txBody", "<a:bodyPr/><a:lstStyle/>", *paragraphs(cell.text, setting))
        return tag("a:tc", text, properties, **self._merged(cell, n, c))

    def _merged(self, cell: Cell, n: int, c: int) -> dict[str, object]:
        """Return what a cell covers, or that it is covered (§ 21.1.3.16)."""
        if (n, c) in self._covered:
            return {self._covered[n, c]: True}
        return {
            "gridSpan": cell.wide if cell.wide > 1 else None,
            "rowSpan": cell.high if cell.high > 1 else None,
        }

    def _styled(self, n: int, c: int) -> LayoutPlaceholder:
        """Return what the style gives the text of a cell."""
        item = self._item
        head = n < item.header_rows
        last = item.total and n == len(item.rows) - 1
        bold = head or last or (item.first_column and c == 0)
        colour = self._setting.look.colours.get("accent" if head else "ink", "")
        return LayoutPlaceholder("title", item.frame, (Level(0, colour, bold, 0),))

    def _rules(self, n: int, c: int) -> str:
        """Return the outlines of a cell where the style has others."""
        item, colours = self._item, self._setting.look.colours
        rules, heads = (item.rule, item.rule_width), (item.head_rule, item.head_rule_width)
        usual = (colours.get("rule"), _RULE), (colours.get("accent"), _HEAD_RULE)
        if (rules, heads) == usual:
            return ""
        end = n + self._item.rows[n][c].high
        bare = (tag(name, "<a:noFill/>") for name in ("a:lnL", "a:lnR"))
        return "".join((*bare, self._rule(n, "a:lnT"), self._rule(end, "a:lnB")))

    def _rule(self, edge: int, name: str) -> str:
        item, head, last = self._item, self._item.header_rows, len(self._item.rows)
        strong = bool(head) and edge in (0, head)
        width = item.head_rule_width if strong else item.rule_width
        if width <= 0 or not (strong or 0 < edge <= last):
            return tag(name, "<a:noFill/>")
        colour = item.head_rule if strong else item.rule
        return tag(name, self._setting.look.palette.solid(colour), w=emu(width))
