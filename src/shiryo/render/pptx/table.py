"""Tables: native ones, their rules drawn cell by cell (ECMA-376-1 § 21.1.3)."""

from pptx.oxml.ns import qn
from pptx.shapes.shapetree import SlideShapes

from shiryo.messages import wording
from shiryo.pages import Cell, Table
from shiryo.render.pptx.markup import parsed, tag
from shiryo.render.pptx.oxml import Element, element, emu
from shiryo.render.pptx.shapes import describe, place
from shiryo.render.pptx.text import ANCHORS, Linker, Look, Setting, paragraphs

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in style that has neither lines nor fills."""


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
    table.first_row, table.horz_banding = bool(item.header_rows), False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = PLAIN
    for column, width in zip(table.columns, item.widths, strict=True):
        column.width = emu(width)
    setting = Setting(look, link)
    rows = (
        tag("a:tr", *(_cell(cell, _rules(item, look, n), setting) for cell in cells), h=emu(height))
        for n, (cells, height) in enumerate(zip(item.rows, item.heights, strict=True))
    )
    table._tbl.remove(table._tbl.tr_lst[0])
    table._tbl.extend(parsed(*rows))


def styles() -> Element:
    """Return the table styles part: the plain style, as the default for new tables too."""
    sides = ("left", "right", "top", "bottom", "insideH", "insideV")
    borders = (element(f"a:{side}", element("a:ln", element("a:noFill"))) for side in sides)
    black = element("a:scrgbClr", r=0, g=0, b=0)
    font = element("a:fontRef", black, idx="minor")
    whole = element(
        "a:wholeTbl",
        element("a:tcTxStyle", font, element("a:schemeClr", val="tx1")),
        element(
            "a:tcStyle",
            element("a:tcBdr", *borders),
            element("a:fill", element("a:noFill")),
        ),
    )
    style = element("a:tblStyle", whole, styleId=PLAIN, styleName="No Style, No Grid")
    return element("a:tblStyleLst", style, **{"def": PLAIN})


def _rules(item: Table, look: Look, row: int) -> str:
    """Return the outlines of a cell of a row: two sides bare, a rule above and below."""
    head, last = item.header_rows, len(item.rows)

    def rule(edge: int, name: str) -> str:
        strong = bool(head) and edge in (0, head)
        width = item.head_rule_width if strong else item.rule_width
        if width <= 0 or not (strong or 0 < edge <= last):
            return tag(name, "<a:noFill/>")
        colour = item.head_rule if strong else item.rule
        return tag(name, look.palette.solid(colour), w=emu(width))

    bare = (tag(name, "<a:noFill/>") for name in ("a:lnL", "a:lnR"))
    return "".join((*bare, rule(row, "a:lnT"), rule(row + 1, "a:lnB")))


def _cell(cell: Cell, rules: str, setting: Setting) -> str:
    outer, inner = cell.frame, cell.text.frame
    properties = tag(
        "a:tcPr",
        rules,
        setting.look.palette.solid(cell.fill),
        marL=emu(inner.x - outer.x),
        marR=emu(outer.right - inner.right),
        marT=emu(inner.y - outer.y),
        marB=emu(outer.bottom - inner.bottom),
        anchor=ANCHORS[cell.text.anchor],
    )
    text = tag("a:txBody", "<a:bodyPr/><a:lstStyle/>", *paragraphs(cell.text, setting))
    return tag("a:tc", text, properties)
