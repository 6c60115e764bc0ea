"""The line of a chart that its numbers are to reach: a drawing that moves with the chart."""

from pptx.chart.chart import Chart as Native
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from shiryo.pages import Chart, Target
from shiryo.render.pptx.markup import escaped, tag
from shiryo.render.pptx.oxml import element, emu, hundredths
from shiryo.render.pptx.text import Look
from shiryo.units import Rect

_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartUserShapes"
_SPACES = {
    "xmlns__c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "xmlns__a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns__cdr": "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
}


def add_goal(chart: Native, item: Chart, goal: Target, look: Look) -> None:
    """Draw the line and its words over the chart (ECMA-376-1 § 21.3)."""
    lines = [
        Rect(x, y, right - x, bottom - y)
        for (x, y), (right, bottom) in ((goal.start, goal.end), goal.sample)
    ]
    shapes = [_anchored(item, line, _line(item, look, n)) for n, line in enumerate(lines, 2)]
    shapes.append(_anchored(item, goal.label, _words(item, goal, look)))
    number = str(chart.part.partname).rpartition("chart")[2]
    part = Part(
        PackURI(f"/ppt/drawings/drawing{number}"),
        _TYPE,
        chart.part.package,
        tag("c:userShapes", *shapes, **_SPACES).encode("utf-8"),
    )
    link = chart.part.relate_to(part, _RELATION)
    chart._chartSpace.append(element("c:userShapes", r__id=link))


def _anchored(item: Chart, at: Rect, shape: str) -> str:
    def corner(name: str, x: float, y: float) -> str:
        shares = (x - item.frame.x) / item.frame.width, (y - item.frame.y) / item.frame.height
        parts = (tag(f"cdr:{n}", f"{s:.5f}") for n, s in zip("xy", shares, strict=True))
        return tag(f"cdr:{name}", *parts)

    ends = corner("from", at.x, at.y), corner("to", at.right, at.bottom)
    return tag("cdr:relSizeAnchor", *ends, shape)


def _line(item: Chart, look: Look, number: int) -> str:
    dashes = tag("a:prstDash", val="dash")
    outline = tag("a:ln", look.palette.solid(item.axis_colour), dashes, w=emu(item.axis_width))
    shape = tag("a:prstGeom", tag("a:avLst"), prst="line")
    place = tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", cx=0, cy=0))
    named = tag("cdr:cNvPr", id=number, name="")
    return tag(
        "cdr:cxnSp",
        tag("cdr:nvCxnSpPr", named, tag("cdr:cNvCxnSpPr")),
        tag("cdr:spPr", place, shape, outline),
        macro="",
    )


def _words(item: Chart, goal: Target, look: Look) -> str:
    run = tag(
        "a:rPr",
        look.palette.solid(item.label_colour),
        tag("a:latin", typeface="+mn-lt"),
        tag("a:ea", typeface="+mn-ea"),
        sz=hundredths(item.label_size),
        b=item.strong,
        **look.language_attributes(),
    )
    text = tag("a:r", run, tag("a:t", escaped(goal.text)))
    edges = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    return tag(
        "cdr:sp",
        tag("cdr:nvSpPr", tag("cdr:cNvPr", id=4, name=""), tag("cdr:cNvSpPr", txBox=1)),
        tag(
            "cdr:spPr",
            tag("a:xfrm", tag("a:off", x=0, y=0), tag("a:ext", cx=0, cy=0)),
            tag("a:prstGeom", tag("a:avLst"), prst="rect"),
            "<a:noFill/>",
        ),
        tag(
            "cdr:txBody",
            tag("a:bodyPr", wrap="none", anchor="ctr", **edges),
            "<a:lstStyle/>",
            tag("a:p", tag("a:pPr", algn="r"), text),
        ),
        macro="",
        textlink="",
    )
