"""Master and layouts: real placeholders, once for all slides (ECMA-376-1 § 19.3.1.39, .42)."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from shiryo.pages import Layout, LayoutPlaceholder, PageSet
from shiryo.render.pptx.shapes import placeholder, shape, tree
from shiryo.render.pptx.text import ALIGN, Look, body_properties, nowhere
from shiryo.render.pptx.xml import content, document, emu, hundredths, tag
from shiryo.units import Points, Rect

# A type each, since some readers find a placeholder's layout by its type alone.
_TYPES: dict[str, dict[str, object]] = {
    "title": {"type": "title"},
    "body": {"type": "obj", "idx": 1},
    "date": {"type": "dt", "idx": 10},
    "footer": {"type": "ftr", "idx": 11},
    "number": {"type": "sldNum", "idx": 12},
    "message": {"type": "subTitle", "idx": 13},
    "subtitle": {"type": "subTitle", "idx": 14},
    "source": {"type": "body", "idx": 15},
}
_ON_MASTER = {"title": "title", "body": "body", "date": "dt", "footer": "ftr", "number": "sldNum"}
_STYLED = ("title", "body")
_SMALL = ("date", "footer", "number")
COLOUR_MAP = {
    "bg1": "lt1",
    "tx1": "dk1",
    "bg2": "lt2",
    "tx2": "dk2",
    **{name: name for name in (*(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")},
}
_PROMPT = "クリックしてテキストを入力"
_BULLET = "•"


def keyed(layout: Layout) -> Iterator[tuple[LayoutPlaceholder, dict[str, object]]]:
    """Yield the placeholders, each with the attributes of ``p:ph`` that name it."""
    seen: Counter[str] = Counter()
    for item in layout.placeholders:
        kind = dict(_TYPES[item.kind])
        if seen[item.kind]:
            kind |= {"idx": int(str(kind.get("idx", 0))) + 20 * seen[item.kind]}
        seen[item.kind] += 1
        yield item, kind


def layout_part(layout: Layout, look: Look) -> bytes:
    """Return a slide layout: its decoration first, then its placeholders."""
    shapes = [shape(n, item, look, nowhere) for n, item in enumerate(layout.decoration, 2)]
    start = 2 + len(shapes)
    for number, (item, kind) in enumerate(keyed(layout), start):
        shapes.append(placeholder(number, item, kind, _text(item, look)))
    return document(
        "p:sldLayout",
        "a r p",
        tag("p:cSld", tree(*shapes), name=layout.title),
        tag("p:clrMapOvr", tag("a:masterClrMapping")),
        preserve=True,
        userDrawn=True,
    )


def master_part(pages: PageSet, look: Look, layout_ids: Iterable[tuple[int, str]]) -> bytes:
    """Return the slide master; ``layout_ids`` are the layouts' ids and relationships."""
    defaults = _defaults(pages)
    shapes = [
        placeholder(n, item, _master_kind(item.kind), _text(item, look))
        for n, item in enumerate(defaults.values(), 2)
    ]
    background = tag(
        "p:bg",
        tag("p:bgPr", tag("a:solidFill", tag("a:schemeClr", val="bg1")), tag("a:effectLst")),
    )
    layouts = (tag("p:sldLayoutId", id=n, **{"r:id": rid}) for n, rid in layout_ids)
    return document(
        "p:sldMaster",
        "a r p",
        tag("p:cSld", background, tree(*shapes)),
        tag("p:clrMap", **COLOUR_MAP),
        tag("p:sldLayoutIdLst", *layouts),
        tag(
            "p:txStyles",
            tag("p:titleStyle", _level(defaults["title"], look, 1, "+mj")),
            tag("p:bodyStyle", *levels(defaults["body"], look)),
            tag("p:otherStyle", *levels(defaults["body"], look, bullets=False)),
        ),
        preserve=True,
    )


def levels(item: LayoutPlaceholder, look: Look, *, bullets: bool = True) -> Iterator[str]:
    """Yield the styles of nine levels, each indented by an em more where there are bullets."""
    for level in range(1, 10):
        yield _level(item, look, level, "+mn", _BULLET if bullets else "")


def _level(
    item: LayoutPlaceholder, look: Look, level: int, fonts: str = "", bullet: str = ""
) -> str:
    indent = item.size if bullet else 0
    character = tag("a:buFont", typeface="+mj-lt") + tag("a:buChar", char=bullet)
    faces = (
        tag("a:latin", typeface=f"{fonts}-lt")
        + tag("a:ea", typeface=f"{fonts}-ea")
        + tag("a:cs", typeface=f"{fonts}-cs")
    )
    return tag(
        f"a:lvl{level}pPr",
        look.spacing(item.leading),
        tag("a:spcBef", tag("a:spcPts", val=0)),
        character if bullet else tag("a:buNone"),
        tag(
            "a:defRPr",
            look.palette.fill(item.colour),
            faces if fonts else "",
            sz=hundredths(item.size),
            b=item.strong,
            kern=0 if fonts else None,
        ),
        marL=emu(indent * level),
        indent=-emu(indent),
        algn=ALIGN[item.align],
        defTabSz=914400 if fonts else None,
        rtl=False if fonts else None,
        eaLnBrk=True if fonts else None,
        latinLnBrk=False if fonts else None,
        hangingPunct=False if fonts else None,
    )


def _text(item: LayoutPlaceholder, look: Look) -> str:
    """Return the text body of a placeholder's definition: its style and its prompt."""
    run = tag("a:rPr", **look.language_attributes())
    prompt = tag("a:t", content(item.prompt or _PROMPT))
    if item.kind == "number":
        field = tag("a:t", "‹#›")
        shown = tag(
            "a:fld", run, field, id="{5B1F2C6E-7A34-4D0B-9C1D-0A2E8F6B4C12}", type="slidenum"
        )
    elif item.kind in _SMALL and not item.prompt:
        shown = tag("a:endParaRPr", **look.language_attributes())
    else:
        shown = tag("a:r", run, prompt)
    style = tag("a:lstStyle", _level(item, look, 1, bullet=_BULLET if item.kind == "body" else ""))
    return tag("p:txBody", body_properties(item.anchor), style, tag("a:p", shown))


def _defaults(pages: PageSet) -> dict[str, LayoutPlaceholder]:
    """Return the master's five placeholders: as the layouts have them, or else at the edges."""
    found: dict[str, LayoutPlaceholder] = {}
    for layout in pages.layouts:
        for item in layout.placeholders:
            found.setdefault(item.kind, item)
    edge: Points = pages.width / 20
    frame = Rect(0, 0, pages.width, pages.height).inset(edge)
    text = LayoutPlaceholder("body", frame.below(edge * 2), 20, _ink(pages), False, 1.4)
    foot = Rect(frame.x, frame.bottom - edge / 2, frame.width, edge / 2)
    small = replace(text, frame=foot, size=12)
    columns = foot.columns(3, edge)
    fallback = {
        "title": replace(text, kind="title", frame=replace(frame, height=edge * 1.5), strong=True),
        "body": text,
        "date": replace(small, kind="date", frame=columns[1]),
        "footer": replace(small, kind="footer", frame=columns[0]),
        "number": replace(small, kind="number", frame=columns[2], align="right"),
    }
    return {kind: found.get(kind, item) for kind, item in fallback.items()}


def _ink(pages: PageSet) -> str:
    return pages.colours.get("ink", "000000")


def _master_kind(kind: str) -> dict[str, object]:
    return {**_TYPES[kind], "type": _ON_MASTER[kind]}
