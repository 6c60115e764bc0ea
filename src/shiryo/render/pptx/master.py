"""Master and layouts: real placeholders, once for all slides (ECMA-376-1 § 19.3.1.39, .42)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import XmlPart
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart

from shiryo.messages import wording
from shiryo.pages import Layout, LayoutPlaceholder, Level, PageSet, Shape
from shiryo.render.pptx.markup import escaped, parsed, tag
from shiryo.render.pptx.oxml import Element, element, emu, foreign, hundredths, root
from shiryo.render.pptx.package import DeckPackage
from shiryo.render.pptx.shapes import drawn, outlined, placed, placeholder
from shiryo.render.pptx.text import ALIGN, Look, bullet, frame, nowhere, spacing
from shiryo.render.pptx.theme import theme
from shiryo.units import Points, Rect

FIRST_MASTER = 2147483648
"""Ids of masters and layouts start here (§ 19.7.2, § 19.7.15)."""
# A type each, since some readers find a placeholder's layout by its type alone.
_TYPES = {
    "title": (PP_PLACEHOLDER.TITLE, 0),
    "body": (PP_PLACEHOLDER.OBJECT, 1),
    "date": (PP_PLACEHOLDER.DATE, 10),
    "footer": (PP_PLACEHOLDER.FOOTER, 11),
    "number": (PP_PLACEHOLDER.SLIDE_NUMBER, 12),
    "message": (PP_PLACEHOLDER.SUBTITLE, 13),
    "subtitle": (PP_PLACEHOLDER.SUBTITLE, 14),
    "source": (PP_PLACEHOLDER.BODY, 15),
    "label": (PP_PLACEHOLDER.BODY, 16),
    "byline": (PP_PLACEHOLDER.BODY, 17),
    "heading": (PP_PLACEHOLDER.SUBTITLE, 18),
    "object": (PP_PLACEHOLDER.OBJECT, 19),
    "picture": (PP_PLACEHOLDER.PICTURE, 20),
}
_NEXT = 20
"""From the number of a placeholder to that of the next of its kind."""
_SMALL = ("date", "footer", "number")
_SHOWN_LEVELS = 5
"""Levels of a body that say what they are while it is empty."""
_COLOUR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")},
}
_NUMBER_FIELD = "{5B1F2C6E-7A34-4D0B-9C1D-0A2E8F6B4C12}"
_GUIDES = "{27BBF7A9-308A-43DC-89C8-2F10F3537804}"
_GUIDE = "http://schemas.microsoft.com/office/powerpoint/2012/main"
_EIGHTHS = 8
"""Of a point: in these guides are placed."""
_Empty = Callable[[LayoutPlaceholder], tuple[str, str]]
"""Where an empty placeholder stands, and its text."""


def keyed(layout: Layout) -> Iterator[tuple[LayoutPlaceholder, PP_PLACEHOLDER, int]]:
    """Yield the placeholders, each with its type and the number that names it."""
    seen: Counter[str] = Counter()
    for item in layout.placeholders:
        kind, index = _TYPES[item.kind]
        yield item, kind, index + _NEXT * seen[item.kind]
        seen[item.kind] += 1


def add_master(package: DeckPackage, pages: PageSet, look: Look) -> SlideMasterPart:
    """Add the slide master with its theme and one layout for each of the pages' layouts."""
    defaults = _defaults(pages)
    listed = element("p:sldLayoutIdLst")
    tree = root(
        "p:sldMaster",
        slide_data(background=True),
        colour_map(),
        listed,
        element(
            "p:txStyles",
            element("p:titleStyle", *parsed(_level(defaults["title"].level(0), look, 1, "+mj"))),
            element("p:bodyStyle", *levels(defaults["body"], look)),
            element("p:otherStyle", *levels(_plain(defaults["body"]), look)),
        ),
        _guides(defaults),
        preserve=True,
    )
    name = package.next_partname("/ppt/slideMasters/slideMaster%d.xml")
    part = SlideMasterPart(name, CONTENT_TYPE.PML_SLIDE_MASTER, package, tree)
    own = (
        (item, PP_PLACEHOLDER.BODY if item.kind == "body" else kind, index)
        for item in defaults.values()
        for kind, index in (_TYPES[item.kind],)
    )
    empty = cache(partial(_empty, look=look))  # many layouts have the same
    tree.cSld.spTree.extend(parsed(*_placeholders(own, 2, empty)))
    for number, layout in enumerate(pages.layouts, FIRST_MASTER + 1):
        added = _add_layout(package, layout, look, empty)
        added.relate_to(part, RELATIONSHIP_TYPE.SLIDE_MASTER)
        relation = part.relate_to(added, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        listed.append(element("p:sldLayoutId", id=number, r__id=relation))
    add_theme(package, part, pages)
    return part


def add_theme(package: DeckPackage, owner: XmlPart, pages: PageSet) -> XmlPart:
    """Add a theme for a master; return its part."""
    name = package.next_partname("/ppt/theme/theme%d.xml")
    part = XmlPart(name, CONTENT_TYPE.OFC_THEME, package, theme(pages))
    owner.relate_to(part, RELATIONSHIP_TYPE.THEME)
    return part


def slide_data(name: str | None = None, *, background: bool = False) -> Element:
    """Return ``p:cSld`` with an empty tree of shapes."""
    fill = element("a:solidFill", element("a:schemeClr", val="bg1"))
    group = element("p:nvGrpSpPr", element("p:cNvPr", id=1, name=""), element("p:cNvGrpSpPr"))
    group.append(element("p:nvPr"))
    return element(
        "p:cSld",
        element("p:bg", element("p:bgPr", fill, element("a:effectLst"))) if background else None,
        element("p:spTree", group, element("p:grpSpPr")),
        name=name,
    )


def colour_map() -> Element:
    """Return what a master calls the theme's colours."""
    return element("p:clrMap", **_COLOUR_MAP)


def levels(item: LayoutPlaceholder, look: Look) -> Iterator[Element]:
    """Yield the styles of nine levels."""
    for level in range(1, 10):
        yield from parsed(_level(item.level(level - 1), look, level, "+mn"))


def _plain(item: LayoutPlaceholder) -> LayoutPlaceholder:
    """Return a placeholder of but the first level, without its bullet."""
    first = replace(item.level(0), bullet="", before=0, indent=0, hang=0)
    return replace(item, levels=(first,))


def _guides(defaults: dict[str, LayoutPlaceholder]) -> Element:
    """Return the guides of all slides: the edges of the text, and where it begins and ends."""
    body, title = defaults["body"].frame, defaults["title"].frame
    extension = element("p:ext", uri=_GUIDES)
    listed = foreign(extension, _GUIDE, "p15:sldGuideLst")
    places = (("", body.x), ("", body.right), ("horz", title.bottom), ("horz", body.y))
    for n, (orient, at) in enumerate((*places, ("horz", body.bottom)), 1):
        said = {"orient": orient} if orient else {}
        guide = foreign(
            listed, _GUIDE, "p15:guide", id=str(n), **said, pos=str(round(at * _EIGHTHS))
        )
        guide.set("userDrawn", "1")
        foreign(guide, _GUIDE, "p15:clr").append(element("a:schemeClr", val="accent6"))
    return element("p:extLst", extension)


def _add_layout(package: DeckPackage, layout: Layout, look: Look, empty: _Empty) -> SlideLayoutPart:
    """Add a slide layout: its decoration first, then its placeholders."""
    tree = root(
        "p:sldLayout",
        slide_data(layout.title),
        element("p:clrMapOvr", element("a:masterClrMapping")),
        type=layout.kind or None,
        preserve=True,
        userDrawn=True,
    )
    name = package.next_partname("/ppt/slideLayouts/slideLayout%d.xml")
    part = SlideLayoutPart(name, CONTENT_TYPE.PML_SLIDE_LAYOUT, package, tree)
    own = [shape for shape in layout.decoration if isinstance(shape, Shape)]
    shapes = (drawn(n, shape, look, nowhere) for n, shape in enumerate(own, 2))
    placeholders = _placeholders(keyed(layout), 2 + len(layout.decoration), empty)
    tree.cSld.spTree.extend(parsed(*shapes, *placeholders))
    return part


def _placeholders(
    found: Iterable[tuple[LayoutPlaceholder, PP_PLACEHOLDER, int]], first: int, empty: _Empty
) -> Iterator[str]:
    """Yield placeholders, whose ids count from ``first``."""
    for number, (item, kind, index) in enumerate(found, first):
        name = wording(f"objects.placeholder.{item.kind}", n=number)
        yield placeholder(number, name, kind, index, *empty(item))


def _empty(item: LayoutPlaceholder, look: Look) -> tuple[str, str]:
    """Return where an empty placeholder stands, and its text."""
    deep = len(item.levels)
    style = "".join(_level(item.level(n), look, n + 1) for n in range(9 if deep > 1 else 1))
    framed = frame(item.anchor, style=style, fitted=item.kind not in _SMALL)
    return placed(item.frame) + outlined("rect"), tag("p:txBody", framed, *_prompts(item, look))


def _prompt(item: LayoutPlaceholder, look: Look) -> str:
    """Return what stands in a placeholder while it is empty."""
    language = look.language_attributes()
    if item.kind == "number":
        shown = tag("a:rPr", **language) + tag("a:t", "‹#›")
        return tag("a:fld", shown, id=_NUMBER_FIELD, type="slidenum")
    if item.kind in _SMALL and not item.prompt:
        return tag("a:endParaRPr", **language)
    said = item.prompt or wording("objects.prompt.any")
    return tag("a:r", tag("a:rPr", **language), tag("a:t", escaped(said)))


def _prompts(item: LayoutPlaceholder, look: Look) -> Iterator[str]:
    """Yield the paragraphs of an empty placeholder: of a body, one for each level."""
    yield tag("a:p", _prompt(item, look))
    for n in range(1, min(len(item.levels), _SHOWN_LEVELS)):
        said = escaped(wording("objects.prompt.level", n=n + 1))
        run = tag("a:r", tag("a:rPr", **look.language_attributes()), tag("a:t", said))
        yield tag("a:p", tag("a:pPr", lvl=n), run)


def _level(item: Level, look: Look, level: int, fonts: str = "") -> str:
    scripts = ("latin", "lt"), ("ea", "ea"), ("cs", "cs")
    faces = [tag(f"a:{name}", typeface=f"{fonts}-{end}") for name, end in scripts]
    whole = {"defTabSz": 914400, "rtl": 0, "eaLnBrk": 1, "latinLnBrk": 0, "hangingPunct": 0}
    return tag(
        f"a:lvl{level}pPr",
        spacing(item.leading),
        tag("a:spcBef", tag("a:spcPts", val=hundredths(item.before))),
        bullet(item, look),
        tag(
            "a:defRPr",
            look.palette.solid(item.colour),
            *(faces if fonts else []),
            sz=hundredths(item.size),
            b=item.strong,
            kern=0 if fonts else None,
        ),
        marL=emu(item.indent),
        indent=-emu(item.hang if item.bullet else 0),
        algn=ALIGN[item.align],
        **(whole if fonts else {}),
    )


def _defaults(pages: PageSet) -> dict[str, LayoutPlaceholder]:
    """Return the master's five placeholders: as the layouts have them, or else at the edges."""
    found: dict[str, LayoutPlaceholder] = {}
    for layout in pages.layouts:
        for item in layout.placeholders:
            found.setdefault(item.kind, item)
    edge: Points = pages.width / 20
    frame = Rect(0, 0, pages.width, pages.height).inset(edge)
    ink = pages.colours.get("ink", "000000")
    text = LayoutPlaceholder("body", frame.below(edge * 2), (Level(20, ink, leading=1.4),))
    foot = Rect(frame.x, frame.bottom - edge / 2, frame.width, edge / 2)
    small = replace(text, frame=foot, levels=(Level(12, ink, leading=1.4),))
    large = (Level(20, ink, True, 1.4),)
    columns = foot.columns(3, edge)
    fallback = {
        "title": replace(text, kind="title", frame=replace(frame, height=edge * 1.5), levels=large),
        "body": text,
        "date": replace(small, kind="date", frame=columns[1]),
        "footer": replace(small, kind="footer", frame=columns[0]),
        "number": replace(
            small,
            kind="number",
            frame=columns[2],
            levels=(Level(12, ink, leading=1.4, align="right"),),
        ),
    }
    return {kind: found.get(kind, item) for kind, item in fallback.items()}
