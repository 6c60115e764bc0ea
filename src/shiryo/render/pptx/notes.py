"""Speaker notes: their master and a notes slide for each page (ECMA-376-1 § 19.3.1.26, .27)."""

from shiryo.pages import LayoutPlaceholder, Paragraph, Run, TextBox
from shiryo.render.pptx.master import COLOUR_MAP, levels
from shiryo.render.pptx.shapes import placeholder_mark, properties, transform, tree
from shiryo.render.pptx.text import Look, Setting, body, nowhere
from shiryo.render.pptx.xml import document, tag
from shiryo.units import Points, Rect

WIDTH, HEIGHT = 540.0, 720.0
"""Of a notes page, in points."""
_MARGIN: Points = 54
_SIZE: Points = 12
_INK = "000000"


def master(look: Look, ratio: float) -> bytes:
    """Return the notes master; ``ratio`` is the slides' width over their height."""
    width = WIDTH - 2 * _MARGIN
    picture = Rect(_MARGIN, _MARGIN, width, width / ratio)
    text = Rect(_MARGIN, picture.bottom + _MARGIN / 2, width, 0)
    text = Rect(text.x, text.y, width, HEIGHT - _MARGIN - text.y)
    style = LayoutPlaceholder("body", text, _SIZE, _INK, False, 1.6)
    empty = tag("p:txBody", tag("a:bodyPr"), tag("a:lstStyle"), _empty(look))
    background = tag(
        "p:bg",
        tag("p:bgPr", tag("a:solidFill", tag("a:schemeClr", val="bg1")), tag("a:effectLst")),
    )
    return document(
        "p:notesMaster",
        "a r p",
        tag("p:cSld", background, tree(_image(2, picture), _text(3, empty, text))),
        tag("p:clrMap", **COLOUR_MAP),
        tag("p:notesStyle", *levels(style, look, bullets=False)),
    )


def slide(notes: str, look: Look) -> bytes:
    """Return the notes slide that says ``notes``, a paragraph a line."""
    paragraphs = tuple(
        Paragraph((Run(line, _SIZE, _INK),), leading=1.6) for line in notes.splitlines()
    )
    inherited = LayoutPlaceholder("message", Rect(0, 0, 0, 0), _SIZE, _INK, False, 1.6)
    box = TextBox(inherited.frame, paragraphs, ())
    text = body(box, Setting(look, nowhere, inherited), tag("a:bodyPr"))
    return document(
        "p:notes",
        "a r p",
        tag("p:cSld", tree(_image(2), _text(3, text))),
        tag("p:clrMapOvr", tag("a:masterClrMapping")),
    )


def _image(number: int, frame: Rect | None = None) -> str:
    locks = tag("a:spLocks", noGrp=True, noRot=True, noChangeAspect=True)
    border = tag("a:ln", tag("a:solidFill", tag("a:schemeClr", val="accent6")), w=6350)
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, f"スライド イメージ {number}"),
            tag("p:cNvSpPr", locks),
            placeholder_mark({"type": "sldImg"} if frame is None else {"type": "sldImg", "idx": 2}),
        ),
        tag("p:spPr", _geometry(frame) + tag("a:noFill") + border if frame else ""),
    )


def _text(number: int, text: str, frame: Rect | None = None) -> str:
    return tag(
        "p:sp",
        tag(
            "p:nvSpPr",
            properties(number, f"ノート {number}"),
            tag("p:cNvSpPr", tag("a:spLocks", noGrp=True)),
            placeholder_mark({"type": "body", "idx": 1}),
        ),
        tag("p:spPr", _geometry(frame) if frame else ""),
        text,
    )


def _geometry(frame: Rect) -> str:
    return transform(frame) + tag("a:prstGeom", tag("a:avLst"), prst="rect")


def _empty(look: Look) -> str:
    return tag("a:p", tag("a:endParaRPr", **look.language_attributes()))
