"""Tables: native ones, their rules drawn cell by cell (ECMA-376-1 § 21.1.3)."""

from shiryo.pages import Cell, Table
from shiryo.render.pptx.shapes import properties, transform
from shiryo.render.pptx.text import ANCHORS, Link, Look, Setting, body
from shiryo.render.pptx.xml import document, emu, tag

PLAIN = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The built-in style that has neither lines nor fills."""
_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"


def table(number: int, item: Table, look: Look, link: Link) -> str:
    """Return the graphic frame of a table."""
    setting = Setting(look, link)
    rows = (
        tag(
            "a:tr",
            *(_cell(cell, _rules(item, look, n), setting) for cell in row),
            h=emu(height),
        )
        for n, (row, height) in enumerate(zip(item.rows, item.heights, strict=True))
    )
    return frame(
        number,
        item.name or f"表 {number}",
        item.alt,
        transform(item.frame, "p:xfrm"),
        tag(
            "a:graphicData",
            tag(
                "a:tbl",
                tag("a:tblPr", tag("a:tableStyleId", PLAIN), firstRow=bool(item.header_rows)),
                tag("a:tblGrid", *(tag("a:gridCol", w=emu(width)) for width in item.widths)),
                *rows,
            ),
            uri=_URI,
        ),
    )


def frame(number: int, name: str, alt: str, place: str, data: str) -> str:
    """Return the graphic frame around a table or chart."""
    return tag(
        "p:graphicFrame",
        tag(
            "p:nvGraphicFramePr",
            properties(number, name, alt, decorative=not alt),
            tag("p:cNvGraphicFramePr", tag("a:graphicFrameLocks", noGrp=True)),
            tag("p:nvPr"),
        ),
        place,
        tag("a:graphic", data),
    )


def styles() -> bytes:
    """Return the table styles part: the plain style, as the default for new tables too."""
    sides = ("left", "right", "top", "bottom", "insideH", "insideV")
    none = tag("a:ln", tag("a:noFill"))
    black = tag("a:scrgbClr", r=0, g=0, b=0)
    whole = tag(
        "a:wholeTbl",
        tag("a:tcTxStyle", tag("a:fontRef", black, idx="minor"), tag("a:schemeClr", val="tx1")),
        tag(
            "a:tcStyle",
            tag("a:tcBdr", *(tag(f"a:{side}", none) for side in sides)),
            tag("a:fill", tag("a:noFill")),
        ),
    )
    style = tag("a:tblStyle", whole, styleId=PLAIN, styleName="No Style, No Grid")
    return document("a:tblStyleLst", "a", style, **{"def": PLAIN})


def _rules(item: Table, look: Look, row: int) -> str:
    """Return the outlines of the cells of a row: two sides bare, a rule above and below."""
    head, last = item.header_rows, len(item.rows)

    def rule(edge: int, name: str) -> str:
        strong = bool(head) and edge in (0, head)
        colour = item.head_rule if strong else item.rule
        width = item.head_rule_width if strong else item.rule_width
        shown = strong or 0 < edge <= last
        return look.palette.line(colour if shown else None, emu(width), name)

    return (
        look.palette.line(None, 0, "a:lnL")
        + look.palette.line(None, 0, "a:lnR")
        + rule(row, "a:lnT")
        + rule(row + 1, "a:lnB")
    )


def _cell(cell: Cell, rules: str, setting: Setting) -> str:
    outer, inner = cell.frame, cell.text.frame
    cell_properties = tag(
        "a:tcPr",
        rules,
        setting.look.palette.fill(cell.fill),
        marL=emu(inner.x - outer.x),
        marR=emu(outer.right - inner.right),
        marT=emu(inner.y - outer.y),
        marB=emu(outer.bottom - inner.bottom),
        anchor=ANCHORS[cell.text.anchor],
    )
    return tag("a:tc", body(cell.text, setting, tag("a:bodyPr"), "a:txBody"), cell_properties)
