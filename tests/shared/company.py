"""Files as companies hand them on, each difficult in its own way; made by python-pptx and lxml."""

import copy
import io
from collections.abc import Callable
from functools import cache
from typing import Any

from chain import template
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml.ns import qn
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Emu, Pt
from samples import png

from shiryo.template import load
from shiryo.template.model import Template

NAMES = (
    "タイトル スライド", "タイトルとコンテンツ", "中表紙", "2 つのコンテンツ", "比較",
    "タイトルのみ", "白紙", "タイトル付きのコンテンツ", "タイトル付きの図", "縦書きテキスト",
    "縦書きタイトル",
)  # fmt: skip
COVER, CONTENT, SECTION, TWO, _COMPARE, ONLY = range(6)
FILES: dict[str, Callable[[], bytes]] = {}
"""What is difficult → what makes the file."""
OUTLINE = """
shiryo: 1
title: 見本の計画を説明する
subtitle: 部門をまたいで進める三つの取り組み
label: 説明資料
date: 2026-04-01
organization: 見本課
number: 資料1
summary: [一つめの要点を述べる, 二つめの要点を述べる]
sections:
  - id: why
    title: なぜ今か
    message: 期限が近づき、早い判断が要る
    blocks:
      - bullets:
          - 申請の期限は九月末である
          - {text: 準備には三か月かかる, items: [担当を決める, 手順を確かめる]}
          - 遅れると翌年度になる
    notes: 時間をかけて話す
  - id: how
    title: 進め方
    message: 三つの段階で進める
    blocks:
      - steps:
          - {title: 調べる, text: 四月まで}
          - {title: 作る, text: 七月まで}
          - {title: 配る, text: 九月まで}
      - bullets: [段階ごとに報告する, 止まれば見直す]
  - id: cost
    title: 費用
    message: 費用は三年で減る
    blocks:
      - table:
          columns: [年度, 費用, 備考]
          rows: [[一年目, 120万円, 初期費を含む], [二年目, 80万円, "－"], [三年目, 60万円, "－"]]
  - id: count
    title: 件数
    blocks:
      - chart:
          {kind: bar, unit: 件, categories: [東, 西], series: [{name: 件数, values: [30, 20]}]}
  - id: sides
    title: 期待と懸念
    message: 期待は大きいが、懸念も残る
    blocks:
      - compare:
          columns:
            - {title: 期待, items: [早くなる, 安くなる]}
            - {title: 懸念, items: [人が足りない, 慣れが要る]}
  - id: last
    title: むすび
    sections:
      - id: ask
        title: お願い
        message: 六月までに返事を待つ
        blocks:
          - bullets: [様式に書く, 窓口に出す]
"""
WIDE, A4, FOUR_THREE = (960.0, 540.0), (780.0, 540.0), (720.0, 540.0)


def difficult(make: Callable[[], bytes]) -> Callable[[], bytes]:
    FILES[make.__name__] = cache(make)
    return FILES[make.__name__]


def begun(size: tuple[float, float] = WIDE) -> Any:
    """Return a presentation in Japanese with python-pptx's eleven layouts, in another size."""
    made = Presentation()
    across, down = size[0] / 720, size[1] / 540
    made.slide_width, made.slide_height = Pt(size[0]), Pt(size[1])
    master = made.slide_master
    for owner in (master, *master.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = (
                    Emu(int(shape.left * across)),
                    Emu(int(shape.width * across)),
                )
                shape.top, shape.height = Emu(int(shape.top * down)), Emu(int(shape.height * down))
    for layout, name in zip(master.slide_layouts, NAMES, strict=True):
        layout.name = name
    colours(made, accent1="1F4E79", accent2="C55A11", dk2="203864")
    return made


def colours(made: Any, **named: str) -> None:
    """Change colours of the theme, and its font to a Japanese one."""
    part = made.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree: Any = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for name, value in named.items():
        (slot,) = tree.xpath(f".//a:clrScheme/a:{name}", namespaces=space)
        for child in list(slot):
            slot.remove(child)
        etree.SubElement(slot, qn("a:srgbClr")).set("val", value)
    for font in tree.xpath(".//a:fontScheme/*/a:ea", namespaces=space):
        font.set("typeface", "メイリオ")
    part.blob = etree.tostring(tree, encoding="UTF-8", standalone=True, xml_declaration=True)


def drawn(
    owner: Any, frame: tuple[float, float, float, float], colour: str = "", text: str = ""
) -> Any:
    """Draw a rectangle on a master or a layout behind its placeholders; without colour, a text."""
    scratch = Presentation()
    slide = scratch.slides.add_slide(scratch.slide_layouts[6])
    x, y, width, height = map(Pt, frame)
    if colour:
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, x, y, width, height)
        shape.fill.solid()
        shape.fill.fore_color.rgb = RGBColor.from_string(colour)
        shape.line.fill.background()
    else:
        shape = slide.shapes.add_textbox(x, y, width, height)
    shape.text_frame.text = text
    for run in (r for p in shape.text_frame.paragraphs for r in p.runs):
        run.font.size = Pt(10)
    element = shape._element
    element.nvSpPr.cNvPr.set("id", str(900 + len(owner.shapes)))
    owner.shapes._spTree.insert(2, element)
    return element


def pictured(
    owner: Any, frame: tuple[float, float, float, float], data: bytes, kind: str = "png"
) -> Any:
    """Put a picture on a master or a layout."""
    package = owner.part.package
    types = {"png": CONTENT_TYPE.PNG, "emf": "image/x-emf"}
    part = Part(PackURI(f"/ppt/media/logo{len(data)}.{kind}"), types[kind], package, data)
    relation = owner.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    x, y, width, height = (round(each * 12700) for each in frame)
    markup = (
        '<p:pic xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<p:nvPicPr><p:cNvPr id="950" name="ロゴ"/><p:cNvPicPr><a:picLocks noMove="1" noResize="1"'
        ' noSelect="1" noChangeAspect="1"/></p:cNvPicPr><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</p:blipFill><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
    element = etree.fromstring(markup)
    owner.shapes._spTree.insert(2, element)
    return element


def saved(made: Any, *used: int) -> bytes:
    """Return the file, with sample slides on layouts, the first of them of pictures and notes."""
    for n, index in enumerate(used):
        slide = made.slides.add_slide(made.slide_layouts[index])
        for shape in slide.placeholders:
            if shape.has_text_frame:
                shape.text_frame.text = f"見本{n}"
        if not n:
            slide.notes_slide.notes_text_frame.text = "見本のノート"
            slide.shapes.add_picture(io.BytesIO(png(3, 2)), 0, 0)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@difficult
def japanese_names() -> bytes:
    """Layouts without types, named in Japanese, titles white on a band."""
    made = begun()
    for layout in made.slide_layouts:
        layout._element.attrib.pop("type", None)
    for index in (CONTENT, TWO, ONLY):
        layout = made.slide_layouts[index]
        drawn(layout, (0, 0, 960, 120), "1F4E79")
        _coloured_title(layout, "bg1")
    return saved(made, COVER, CONTENT, TWO)


@difficult
def no_body() -> bytes:
    """No layout has a placeholder for content."""
    made = begun()
    for layout in made.slide_layouts:
        for shape in list(layout.placeholders):
            if shape.placeholder_format.idx and shape.placeholder_format.idx < 10:
                shape._element.getparent().remove(shape._element)
    return saved(made, COVER, ONLY)


@difficult
def two_masters() -> bytes:
    """A second master, which the samples use."""
    made = begun()
    package, first = made.part.package, made.slide_master.part
    theme = first.part_related_by(RELATIONSHIP_TYPE.THEME)
    second = SlideMasterPart.load(
        PackURI("/ppt/slideMasters/slideMaster2.xml"),
        CONTENT_TYPE.PML_SLIDE_MASTER,
        package,
        first.blob,
    )
    other = Part(PackURI("/ppt/theme/theme9.xml"), CONTENT_TYPE.OFC_THEME, package, theme.blob)
    second.relate_to(other, RELATIONSHIP_TYPE.THEME)
    listed = second._element.find(qn("p:sldLayoutIdLst"))
    for each in list(listed):
        listed.remove(each)
    for n, layout in enumerate(list(made.slide_layouts)[:6], 1):
        name = PackURI(f"/ppt/slideLayouts/slideLayout{20 + n}.xml")
        copied = SlideLayoutPart.load(
            name, CONTENT_TYPE.PML_SLIDE_LAYOUT, package, layout.part.blob
        )
        copied.relate_to(second, RELATIONSHIP_TYPE.SLIDE_MASTER)
        copied.slide_layout.name = f"新{layout.name}"
        each = etree.SubElement(listed, qn("p:sldLayoutId"))
        each.set("id", str(2147483700 + n))
        each.set(qn("r:id"), second.relate_to(copied, RELATIONSHIP_TYPE.SLIDE_LAYOUT))
    masters = made.part._element.find(qn("p:sldMasterIdLst"))
    each = etree.SubElement(masters, qn("p:sldMasterId"))
    each.set("id", "2147483690")
    each.set(qn("r:id"), made.part.relate_to(second, RELATIONSHIP_TYPE.SLIDE_MASTER))
    for layout in (COVER, CONTENT, CONTENT):
        made.slides.add_slide(made.slide_masters[1].slide_layouts[layout])
    return saved(made)


@difficult
def four_to_three() -> bytes:
    return saved(begun(FOUR_THREE), COVER, CONTENT)


@difficult
def a4() -> bytes:
    """A4, with a page number and a footer that the layouts have."""
    made = begun(A4)
    drawn(made.slide_master, (0, 108, 780, 3), "C55A11")
    return saved(made, COVER, CONTENT, SECTION)


@difficult
def all_zero() -> bytes:
    """Every placeholder has the number 0, as LibreOffice writes them."""
    made = begun()
    for layout in made.slide_layouts:
        for shape in layout.placeholders:
            shape._element.ph.attrib.pop("idx", None)
    return saved(made)


@difficult
def body_off_the_slide() -> bytes:
    made = begun()
    for shape in made.slide_layouts[CONTENT].placeholders:
        if shape.placeholder_format.idx == 1:
            shape.left, shape.top, shape.width, shape.height = map(Pt, (1900, 1060, 700, 300))
    for index in range(10, 1, -1):
        _removed(made, index)
    return saved(made, CONTENT, CONTENT)


@difficult
def title_means_message() -> bytes:
    """A low body over the title is what we call the title; the title says the message."""
    made = begun()
    for index in (CONTENT, ONLY):
        layout = made.slide_layouts[index]
        title = layout.placeholders[0]
        title.left, title.top, title.width, title.height = map(Pt, (48, 60, 864, 52))
        over = copy.deepcopy(title._element)
        over.nvSpPr.cNvPr.set("id", "77")
        over.nvSpPr.cNvPr.set("name", "見出し")
        over.ph.set("type", "body")
        over.ph.set("idx", "21")
        over.spPr.find(qn("a:xfrm")).find(qn("a:off")).set("y", str(20 * 12700))
        over.spPr.find(qn("a:xfrm")).find(qn("a:ext")).set("cy", str(34 * 12700))
        _level(over, 18)
        _level(title._element, 24)
        layout.shapes._spTree.append(over)
    return saved(made, COVER, CONTENT)


@difficult
def framed_message() -> bytes:
    """A line for the message under the title, in a frame that the layout draws."""
    made = begun()
    layout = made.slide_layouts[CONTENT]
    title, body = layout.placeholders[0], layout.placeholders[1]
    title.left, title.top, title.width, title.height = map(Pt, (48, 20, 864, 60))
    only = made.slide_layouts[ONLY].placeholders[0]
    only.left, only.top, only.width, only.height = map(Pt, (48, 20, 864, 60))
    body.left, body.top, body.width, body.height = map(Pt, (48, 150, 864, 330))
    under = copy.deepcopy(title._element)
    under.nvSpPr.cNvPr.set("id", "78")
    under.nvSpPr.cNvPr.set("name", "主張")
    under.ph.set("type", "body")
    under.ph.set("idx", "22")
    under.spPr.find(qn("a:xfrm")).find(qn("a:off")).set("y", str(90 * 12700))
    under.spPr.find(qn("a:xfrm")).find(qn("a:ext")).set("cy", str(44 * 12700))
    _level(under, 20)
    layout.shapes._spTree.append(under)
    drawn(layout, (48, 90, 864, 44), "DDEBF7")
    return saved(made, COVER, CONTENT, CONTENT)


@difficult
def number_as_text() -> bytes:
    """The number of the page is a text box of the master."""
    made = begun()
    for owner in (made.slide_master, *made.slide_layouts):
        for shape in list(owner.placeholders):
            if shape.placeholder_format.type in (13, 15, 16):
                shape._element.getparent().remove(shape._element)
    box = drawn(made.slide_master, (880, 505, 60, 24), text="x")
    paragraph = box.find(f".//{qn('a:p')}")
    for child in list(paragraph):
        paragraph.remove(child)
    field = etree.SubElement(paragraph, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:rPr")).set("lang", "ja-JP")
    etree.SubElement(field, qn("a:t")).text = "‹#›"
    return saved(made, COVER, CONTENT)


@difficult
def picture_ground() -> bytes:
    """A dark picture is the ground of all slides; text is white."""
    made = begun()
    mapped(made, bg1="dk1", tx1="lt1", bg2="dk2", tx2="lt2")
    master = made.slide_master
    part = Part(PackURI("/ppt/media/ground.png"), CONTENT_TYPE.PNG, master.part.package, ground())
    relation = master.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    data = master._element.find(qn("p:cSld"))
    old = data.find(qn("p:bg"))
    if old is not None:
        data.remove(old)
    data.insert(0, etree.fromstring(
        '<p:bg xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><p:bgPr>'
        f'<a:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        "</a:blipFill><a:effectLst/></p:bgPr></p:bg>"
    ))  # fmt: skip
    return saved(made, COVER, CONTENT)


@difficult
def locked_logo() -> bytes:
    """A locked logo in the corner of the body."""
    made = begun()
    pictured(made.slide_master, (820, 430, 110, 60), png(110, 60))
    return saved(made, COVER, CONTENT)


@difficult
def emf() -> bytes:
    """A logo that only an office program can draw."""
    made = begun()
    pictured(made.slide_master, (40, 500, 90, 30), b"\x01\x00\x00\x00" + bytes(104), "emf")
    return saved(made, COVER, CONTENT)


@difficult
def dark() -> bytes:
    """Light on dark, by the map of the master; an accent that is hard to read."""
    made = begun()
    mapped(made, bg1="dk1", tx1="lt1", bg2="dk2", tx2="lt2")
    colours(made, dk1="1B1B1B", accent1="234F1E")
    return saved(made, COVER, CONTENT)


@difficult
def footers_as_text() -> bytes:
    """The company's name, ©, and a band at the foot."""
    made = begun()
    for owner in (made.slide_master, *made.slide_layouts):
        for shape in list(owner.placeholders):
            if shape.placeholder_format.type in (15, 16):
                shape._element.getparent().remove(shape._element)
    drawn(made.slide_master, (0, 470, 960, 70), "E7E6E6", "© 2026 見本株式会社")
    return saved(made, COVER, CONTENT)


@difficult
def one_layout() -> bytes:
    made = begun()
    for index in range(10, -1, -1):
        if index != CONTENT:
            _removed(made, index)
    return saved(made, 0, 0)


def mapped(made: Any, **names: str) -> None:
    for name, slot in names.items():
        made.slide_master._element.find(qn("p:clrMap")).set(name, slot)


def ground() -> bytes:
    """Return a dark picture."""
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (160, 90), (18, 30, 48)).save(out, "PNG")
    return out.getvalue()


def _removed(made: Any, index: int) -> None:
    made.slide_layouts.remove(made.slide_layouts[index])


def _level(element: Any, size: int) -> None:
    style = element.txBody.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    level = etree.SubElement(style, qn("a:lvl1pPr"))
    level.set("marL", "0")
    level.set("indent", "0")
    etree.SubElement(level, qn("a:buNone"))
    etree.SubElement(level, qn("a:defRPr")).set("sz", str(size * 100))


def _coloured_title(layout: Any, name: str) -> None:
    style = layout.placeholders[0]._element.txBody.find(qn("a:lstStyle"))
    for child in list(style):
        style.remove(child)
    run = etree.SubElement(etree.SubElement(style, qn("a:lvl1pPr")), qn("a:defRPr"))
    etree.SubElement(etree.SubElement(run, qn("a:solidFill")), qn("a:schemeClr")).set("val", name)


def opened(data: bytes, theme: str = "") -> Template:
    """Return the template that a file makes, with what a ``theme.yaml`` says over it."""
    briefing = template()
    files = {load.BASES[0]: data, **({load.THEME: theme.encode()} if theme else {})}
    return load.parse("corp.pptx", files, briefing, (), briefing.theme)[0]
