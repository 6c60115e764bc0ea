"""Speaker notes: their master and a notes slide for each page (ECMA-376-1 § 19.3.1.26, .27)."""

from collections.abc import Iterable

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.oxml.slide import CT_NotesSlide
from pptx.parts.slide import NotesMasterPart, NotesSlidePart, SlidePart

from shiryo.messages import wording
from shiryo.pages import LayoutPlaceholder, Level, PageSet, Paragraph, Run, TextBox
from shiryo.remarks import Remark
from shiryo.render.pptx.markup import parsed, tag
from shiryo.render.pptx.master import add_theme, colour_map, levels, slide_data
from shiryo.render.pptx.oxml import element, root
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.shapes import outlined, placed, placeholder
from shiryo.render.pptx.text import Look, Setting, paragraphs
from shiryo.units import Points, Rect

WIDTH, HEIGHT = 540.0, 720.0
"""Of a notes page, in points."""
_MARGIN: Points = 54
_SIZE: Points = 12
_INK = "000000"
_LEADING = 1.6
_LEVELS = (Level(_SIZE, _INK, leading=_LEADING),)
_FRAME = "<a:bodyPr/><a:lstStyle/>"
_EMPTY = tag("p:txBody", _FRAME, "<a:p/>")
_BORDER = "<a:noFill/>" + tag("a:ln", tag("a:solidFill", tag("a:schemeClr", val="accent6")), w=6350)
"""Of the slide's picture."""
_LOCKS = tag("a:spLocks", noGrp=1, noRot=1, noChangeAspect=1)
"""The picture keeps its shape."""
_IMAGE, _TEXT = (PP_PLACEHOLDER.SLIDE_IMAGE, 2), (PP_PLACEHOLDER.BODY, 1)


def add_master(package: DeckPackage, pages: PageSet, look: Look) -> NotesMasterPart:
    """Add the notes master: the slide's picture over the text."""
    width = WIDTH - 2 * _MARGIN
    picture = Rect(_MARGIN, _MARGIN, width, width * pages.height / pages.width)
    top = picture.bottom + _MARGIN / 2
    text = Rect(_MARGIN, top, width, HEIGHT - _MARGIN - top)
    style = LayoutPlaceholder("body", text, _LEVELS)
    tree = root(
        "p:notesMaster",
        slide_data(background=True),
        colour_map(),
        element("p:notesStyle", *levels(style, look)),
    )
    name = package.next_partname("/ppt/notesMasters/notesMaster%d.xml")
    part = NotesMasterPart(name, CONTENT_TYPE.PML_NOTES_MASTER, package, tree)
    pictured = placed(picture) + outlined("rect") + _BORDER
    shapes = [
        placeholder(2, wording("objects.slide-image"), *_IMAGE, pictured, "", _LOCKS),
        placeholder(3, wording("objects.notes"), *_TEXT, placed(text) + outlined("rect"), _EMPTY),
    ]
    tree.cSld.spTree.extend(parsed(*shapes))
    add_theme(package, part, pages)
    return part


def add_slide(
    master: NotesMasterPart, slide: SlidePart, notes: Iterable[Remark], look: Look
) -> None:
    """Add the notes slide that says ``notes``."""
    package, tree = master.package, CT_NotesSlide.new()
    name = package.next_partname("/ppt/notesSlides/notesSlide%d.xml")
    added = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, package, tree)
    added.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    added.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
    slide.relate_to(added, RELATIONSHIP_TYPE.NOTES_SLIDE)
    said = tuple(Paragraph((Run(remark.plain, _SIZE, _INK),), leading=_LEADING) for remark in notes)
    inherited = LayoutPlaceholder("message", Rect(0, 0, 0, 0), _LEVELS)
    text = paragraphs(TextBox(inherited.frame, said, ()), Setting(look, inherited=inherited))
    shapes = [
        placeholder(2, wording("objects.slide-image"), *_IMAGE, "", ""),
        placeholder(3, wording("objects.notes"), *_TEXT, "", tag("p:txBody", _FRAME, *text)),
    ]
    tree.cSld.spTree.extend(parsed(*shapes))
