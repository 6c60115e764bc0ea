"""The presentation part: sizes, line-breaking rules, sections (ECMA-376-1 § 19.2.1.26)."""

import uuid
from itertools import groupby

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.presentation import PresentationPart

from shiryo.messages import wording
from shiryo.pages import LayoutPlaceholder, Level, PageSet
from shiryo.render.pptx import notes
from shiryo.render.pptx.master import FIRST_MASTER, add_master, levels
from shiryo.render.pptx.oxml import Element, clean, element, emu, foreign, root
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.table import styles
from shiryo.render.pptx.text import Look
from shiryo.units import Rect

FIRST_SLIDE = 256
"""Ids of slides start here (§ 19.7.13); counted, not searched for."""
_NOT_AT_START = (
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〜゛゜ゝゞ・ヽヾーぁぃぅぇぉっゃゅょゎゕゖ"
    "ァィゥェォッャュョヮヵヶ！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠‼⁇⁈⁉‐–゠"
)
_NOT_AT_END = "$([\\{£¥‘“〈《「『【〔〖〘〝＄（［｛｟｢￡￥"
_POWERPOINT = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION_LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_KIND = "application/vnd.openxmlformats-officedocument.presentationml."
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_SIZE = 18


def add_presentation(package: DeckPackage, pages: PageSet, look: Look) -> PresentationPart:
    """Add a presentation without slides: its master, layouts, theme and notes master."""
    tree = _tree(pages, look)
    where = PackURI("/ppt/presentation.xml")
    part = PresentationPart(where, CONTENT_TYPE.PML_PRESENTATION_MAIN, package, tree)
    package.relate_to(part, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    master = add_master(package, pages, look)
    relation = part.relate_to(master, RELATIONSHIP_TYPE.SLIDE_MASTER)
    tree.sldMasterIdLst.append(element("p:sldMasterId", id=FIRST_MASTER, r__id=relation))
    theme = master.part_related_by(RELATIONSHIP_TYPE.THEME)
    part.relate_to(theme, RELATIONSHIP_TYPE.THEME)
    if any(page.notes for page in pages.pages):
        added = notes.add_master(package, pages, look)
        relation = part.relate_to(added, RELATIONSHIP_TYPE.NOTES_MASTER)
        listed = element("p:notesMasterIdLst", element("p:notesMasterId", r__id=relation))
        tree.sldMasterIdLst.addnext(listed)
    for name, tree in (
        ("presProps", root("p:presentationPr")),
        ("viewProps", root("p:viewPr")),
        ("tableStyles", styles(look)),
    ):
        added = XmlPart(PackURI(f"/ppt/{name}.xml"), f"{_KIND}{name}+xml", package, tree)
        part.relate_to(added, _RELATION + name)
    return part


def add_sections(part: PresentationPart, pages: PageSet) -> None:
    """Add the list of sections ([MS-PPTX] § 2.6.2.14): neighbours of one group."""
    if not any(page.group for page in pages.pages):
        return
    extension = element("p:ext", uri=_SECTION_LIST)
    sections = foreign(extension, _POWERPOINT, "p14:sectionLst")
    ids = [listed.id for listed in part._element.sldIdLst.sldId_lst]
    for name, members in _groups(pages):
        identifier = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{members[0]} {name}")).upper()
        section = foreign(
            sections, _POWERPOINT, "p14:section", name=clean(name), id=f"{{{identifier}}}"
        )
        slides = foreign(section, _POWERPOINT, "p14:sldIdLst")
        for n in members:
            foreign(slides, _POWERPOINT, "p14:sldId", id=str(ids[n]))
    tree = part._element
    listed = tree.find(qn("p:extLst"))
    if listed is None:
        tree.append(element("p:extLst", extension))
    else:
        listed.insert(0, extension)


def kinsoku(language: str) -> Element:
    """Return what no line may begin or end with (§ 19.2.1.17)."""
    return element(
        "p:kinsoku", lang=language, invalStChars=_NOT_AT_START, invalEndChars=_NOT_AT_END
    )


def _groups(pages: PageSet) -> list[tuple[str, list[int]]]:
    numbered = groupby(enumerate(pages.pages), key=lambda pair: pair[1].group)
    return [
        (name or wording("objects.no-group"), [n for n, _ in members]) for name, members in numbered
    ]


def _tree(pages: PageSet, look: Look) -> Element:
    ink = pages.colours.get("ink", "000000")
    style = LayoutPlaceholder("body", Rect(0, 0, 0, 0), (Level(_SIZE, ink, leading=1.4),))
    return root(
        "p:presentation",
        element("p:sldMasterIdLst"),
        element("p:sldIdLst"),
        element("p:sldSz", cx=emu(pages.width), cy=emu(pages.height)),
        element("p:notesSz", cx=emu(notes.WIDTH), cy=emu(notes.HEIGHT)),
        kinsoku(pages.info.language),
        element(
            "p:defaultTextStyle",
            element("a:defPPr", element("a:defRPr", **look.language_attributes())),
            *levels(style, look),
        ),
        saveSubsetFonts=True,
    )
