"""The presentation part: slides in order, sections, sizes, line-breaking rules (§ 19.2.1.26)."""

import uuid
from itertools import groupby

from shiryo.pages import LayoutPlaceholder, PageSet
from shiryo.render.pptx import notes
from shiryo.render.pptx.master import levels
from shiryo.render.pptx.package import Part
from shiryo.render.pptx.text import Look
from shiryo.render.pptx.xml import document, emu, tag
from shiryo.units import Rect

FIRST_MASTER = 2147483648
"""Ids of masters and layouts start here (§ 19.7.2, § 19.7.15)."""
_FIRST_SLIDE = 256
_NOT_AT_START = (
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〜゛゜ゝゞ・ヽヾーぁぃぅぇぉっゃゅょゎゕゖ"
    "ァィゥェォッャュョヮヵヶ！％），．：；？］｝｠｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠‼⁇⁈⁉‐–゠"
)
_NOT_AT_END = "$([\\{£¥‘“〈《「『【〔〖〘〝＄（［｛｟｢￡￥"
_POWERPOINT = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_SECTION_LIST = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_NO_GROUP = "既定のセクション"
_SIZE = 18


def presentation(pages: PageSet, relations: dict[str, list[str]], look: Look) -> bytes:
    """Return the part; ``relations`` are the ids of its ``master``, ``notes`` and ``slides``."""
    ids = [_FIRST_SLIDE + n for n in range(len(pages.pages))]
    slides = (
        tag("p:sldId", id=n, **{"r:id": relation})
        for n, relation in zip(ids, relations["slides"], strict=True)
    )
    notes_masters = [tag("p:notesMasterId", **{"r:id": rid}) for rid in relations["notes"]]
    ink = pages.colours.get("ink", "000000")
    style = LayoutPlaceholder("body", Rect(0, 0, 0, 0), _SIZE, ink, False, 1.4)
    return document(
        "p:presentation",
        "a r p",
        tag(
            "p:sldMasterIdLst",
            tag("p:sldMasterId", id=FIRST_MASTER, **{"r:id": relations["master"][0]}),
        ),
        tag("p:notesMasterIdLst", *notes_masters) if notes_masters else "",
        tag("p:sldIdLst", *slides),
        tag("p:sldSz", cx=emu(pages.width), cy=emu(pages.height)),
        tag("p:notesSz", cx=emu(notes.WIDTH), cy=emu(notes.HEIGHT)),
        tag(
            "p:kinsoku",
            lang=pages.info.language,
            invalStChars=_NOT_AT_START,
            invalEndChars=_NOT_AT_END,
        ),
        tag(
            "p:defaultTextStyle",
            tag("a:defPPr", tag("a:defRPr", **look.language_attributes())),
            *levels(style, look, bullets=False),
        ),
        _sections(pages, ids),
        saveSubsetFonts=True,
    )


def link(
    part: Part, master: Part, slides: tuple[Part, ...], notes_master: Part | None
) -> dict[str, list[str]]:
    """Relate the presentation to its parts; return the ids for `presentation`."""
    return {
        "master": [part.relate("slideMaster", master)],
        "notes": [part.relate("notesMaster", notes_master)] if notes_master else [],
        "slides": [part.relate("slide", slide) for slide in slides],
    }


def _sections(pages: PageSet, ids: list[int]) -> str:
    """Return the list of sections ([MS-PPTX] § 2.6.2.14): neighbours of one group."""
    if not any(page.group for page in pages.pages):
        return ""
    sections = (
        tag(
            "p14:section",
            tag("p14:sldIdLst", *(tag("p14:sldId", id=ids[n]) for n in members)),
            name=name,
            id=f"{{{str(uuid.uuid5(uuid.NAMESPACE_OID, f'{members[0]} {name}')).upper()}}}",
        )
        for name, members in _groups(pages)
    )
    listed = tag("p14:sectionLst", *sections, **{"xmlns:p14": _POWERPOINT})
    return tag("p:extLst", tag("p:ext", listed, uri=_SECTION_LIST))


def _groups(pages: PageSet) -> list[tuple[str, list[int]]]:
    numbered = groupby(enumerate(pages.pages), key=lambda pair: pair[1].group)
    return [(name or _NO_GROUP, [n for n, _ in members]) for name, members in numbered]
