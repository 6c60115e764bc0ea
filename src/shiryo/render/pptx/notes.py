"""Speaker notes: their master and a notes slide for each page (ECMA-376-1 § 19.3.1.26, .27)."""

from collections.abc import Iterable

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE
from pptx.parts.slide import NotesMasterPart
from pptx.shapes.placeholder import MasterPlaceholder
from pptx.slide import Slide

from shiryo.messages import wording
from shiryo.pages import LayoutPlaceholder, PageSet, Paragraph, Run, TextBox
from shiryo.remarks import Remark
from shiryo.render.pptx.master import add_theme, colour_map, levels, slide_data
from shiryo.render.pptx.oxml import element, root
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.shapes import describe, move
from shiryo.render.pptx.text import Look, Setting, write
from shiryo.units import Points, Rect

WIDTH, HEIGHT = 540.0, 720.0
"""Of a notes page, in points."""
_MARGIN: Points = 54
_SIZE: Points = 12
_INK = "000000"
_LEADING = 1.6
_IMAGE, _TEXT = (PP_PLACEHOLDER.SLIDE_IMAGE, 2), (PP_PLACEHOLDER.BODY, 1)


def add_master(package: DeckPackage, pages: PageSet, look: Look) -> NotesMasterPart:
    """Add the notes master: the slide's picture over the text."""
    width = WIDTH - 2 * _MARGIN
    picture = Rect(_MARGIN, _MARGIN, width, width * pages.height / pages.width)
    top = picture.bottom + _MARGIN / 2
    text = Rect(_MARGIN, top, width, HEIGHT - _MARGIN - top)
    style = LayoutPlaceholder("body", text, _SIZE, _INK, False, _LEADING)
    tree = root(
        "p:notesMaster",
        slide_data(background=True),
        colour_map(),
        element("p:notesStyle", *levels(style, look, bullets=False)),
    )
    name = package.next_partname("/ppt/notesMasters/notesMaster%d.xml")
    part = NotesMasterPart(name, CONTENT_TYPE.PML_NOTES_MASTER, package, tree)
    for number, ((kind, index), frame) in enumerate(((_IMAGE, picture), (_TEXT, text)), 2):
        placed = tree.cSld.spTree.add_placeholder(number, "", kind, "horz", "full", index)
        shape = MasterPlaceholder(placed, part.notes_master)
        describe(shape, number, _name(kind))
        move(shape, frame)
        placed.spPr.append(element("a:prstGeom", element("a:avLst"), prst="rect"))
        if kind is PP_PLACEHOLDER.SLIDE_IMAGE:
            _frame_image(shape)
    add_theme(package, part, pages)
    return part


def add_slide(slide: Slide, notes: Iterable[Remark], look: Look) -> None:
    """Add the notes slide that says ``notes``."""
    added = slide.notes_slide
    for number, shape in enumerate(added.placeholders, 2):
        describe(shape, number, _name(shape.placeholder_format.type))
    paragraphs = tuple(
        Paragraph((Run(remark.plain, _SIZE, _INK),), leading=_LEADING) for remark in notes
    )
    inherited = LayoutPlaceholder("message", Rect(0, 0, 0, 0), _SIZE, _INK, False, _LEADING)
    setting = Setting(look, inherited=inherited)
    write(added.notes_text_frame, TextBox(inherited.frame, paragraphs, ()), setting)


def _name(kind: PP_PLACEHOLDER) -> str:
    return (
        wording("objects.slide-image")
        if kind is PP_PLACEHOLDER.SLIDE_IMAGE
        else wording("objects.notes")
    )


def _frame_image(shape: MasterPlaceholder) -> None:
    """Give the slide's picture a thin border, and keep its shape."""
    border = element("a:solidFill", element("a:schemeClr", val="accent6"))
    shape._element.spPr.extend([element("a:noFill"), element("a:ln", border, w=6350)])
    locks = shape._element.nvSpPr.find("{*}cNvSpPr")[0]
    locks.attrib.update({"noRot": "1", "noChangeAspect": "1"})
