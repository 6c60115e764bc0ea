import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import samples
from lxml import etree
from ooxml_integrity import ERROR, WARN, check_pptx
from openpyxl import load_workbook
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from samples import COLOURS, CONTENT, box, paragraph

from shiryo.pages import (
    Chart,
    ChartSeries,
    Group,
    Info,
    LayoutPlaceholder,
    Level,
    Page,
    PageSet,
    Run,
    Shape,
    Table,
    TextBox,
)
from shiryo.remarks import Remark, plain
from shiryo.render.pptx import write
from shiryo.units import Rect

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(scope="module")
def pages() -> PageSet:
    return samples.deck()


@pytest.fixture(scope="module")
def data(pages: PageSet) -> bytes:
    return write(pages)


@pytest.fixture(scope="module")
def deck(data: bytes):
    return Presentation(io.BytesIO(data))


@pytest.fixture(scope="module")
def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(parts: dict[str, bytes], name: str):
    return etree.fromstring(parts[name])


def shape(slide, name: str):
    return next(shape for shape in slide.shapes if shape.name == name)


def clean(text: str) -> str:
    return re.sub("[\x00-\x08\x0b-\x1f\ud800-\udfff]", "", text)


def boxes(page: Page):
    for item in page.items:
        match item:
            case TextBox():
                yield item
            case Shape(text=TextBox() as inside):
                yield inside
            case Table():
                yield from (cell.text for row in item.rows for cell in row)


@pytest.mark.parametrize("version", [FileFormat.OFFICE_2019, FileFormat.MICROSOFT_365])
def test_is_valid_open_xml(data: bytes, tmp_path: Path, version: FileFormat) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    result = OpenXmlValidator(file_format=version, max_errors=0).validate(str(path))
    assert [str(error) for error in result.errors] == []


def test_has_no_overflow_and_no_collision(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "deck.pptx"
    path.write_bytes(data)
    grave = [f for f in check_pptx(str(path)) if f.severity in (ERROR, WARN)]
    assert [str(finding) for finding in grave] == []


def test_every_text_of_the_pages_is_in_the_slides(pages: PageSet, parts) -> None:
    for number, page in enumerate(pages.pages, 1):
        root = tree(parts, f"ppt/slides/slide{number}.xml")
        written = [
            "".join("\n" if e.tag == f"{A}br" else e.text or "" for e in p.iter(f"{A}t", f"{A}br"))
            for p in root.iter(f"{A}p")
        ]
        wanted = [
            clean("".join(run.text for run in paragraph.runs))
            for box in boxes(page)
            for paragraph in box.paragraphs
        ]
        assert [text for text in written if text] == wanted


def test_slides_fill_the_placeholders_of_their_layout(deck) -> None:
    slide = deck.slides[1]
    assert slide.slide_layout.name == "タイトルとコンテンツ"
    filled = {s.placeholder_format.type: s.text_frame.text for s in slide.placeholders}
    assert slide.shapes.title.text == "文字の頁"
    assert filled[PP_PLACEHOLDER.SUBTITLE] == "文字を確かめる"
    assert filled[PP_PLACEHOLDER.SLIDE_NUMBER] == "2 / 7"
    assert filled[PP_PLACEHOLDER.FOOTER] == "企画課　2025年9月18日"
    inherited = [s for s in slide.placeholders if s._element.spPr.find(f"{A}xfrm") is None]
    assert len(inherited) == len(list(slide.placeholders)) == 6


def test_only_the_layouts_of_the_pages_are_there(deck) -> None:
    assert [layout.name for layout in deck.slide_layouts] == ["表紙", "タイトルとコンテンツ"]
    body = deck.slide_layouts[1].placeholders[2]
    assert (body.left.pt, body.top.pt, body.width.pt, body.height.pt) == (48, 147, 864, 330)
    assert "見出し" in [p.text_frame.text for p in deck.slide_layouts[1].placeholders]


def test_slide_number_is_a_field(parts) -> None:
    fields = tree(parts, "ppt/slides/slide3.xml").findall(f".//{A}fld")
    assert [(f.get("type"), f.findtext(f"{A}t")) for f in fields] == [("slidenum", "3")]


def test_theme_has_the_colours_and_the_japanese_font(parts) -> None:
    theme = tree(parts, "ppt/theme/theme1.xml")
    for which in ("majorFont", "minorFont"):
        font = theme.find(f".//{A}{which}")
        assert font.find(f"{A}latin").get("typeface") == "Noto Sans JP"
        assert font.find(f"{A}ea").get("typeface") == "Noto Sans JP"
        assert font.find(f"{A}font[@script='Jpan']").get("typeface") == "Noto Sans JP"
    scheme = {e.tag.removeprefix(A): e[0].get("val") for e in theme.find(f".//{A}clrScheme")}
    assert (scheme["dk1"], scheme["lt1"], scheme["accent1"]) == ("16243A", "FFFFFF", "0B4F9E")
    custom = {e.get("name"): e[0].get("val") for e in theme.iter(f"{A}custClr")}
    assert custom == {"tint": "E7F0FA", "caution-tint": "FCF1E6"}


def test_runs_name_their_language_and_the_colours_of_the_theme(parts) -> None:
    for name in [name for name in parts if re.match(r"ppt/(slides|notesSlides)/[^/]+$", name)]:
        for properties in tree(parts, name).iter(f"{A}rPr"):
            assert (properties.get("lang"), properties.get("altLang")) == ("ja-JP", "en-US")
    slide = tree(parts, "ppt/slides/slide2.xml")
    assert {e.get("val") for e in slide.iter(f"{A}srgbClr")} == {"123456"}
    assert {e.get("typeface") for e in slide.iter(f"{A}ea")} == {"Noto Serif JP"}


def test_a_shade_of_the_ground_follows_the_theme_when_its_colours_are_changed() -> None:
    colours = {**COLOURS, "tint": "E4E9F0"}
    shape = Shape(CONTENT, fill="E4E9F0")
    data = write(replace(samples.deck(), colours=colours, pages=(Page((shape,), "content"),)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    fill = slide.find(f".//{P}spPr/{A}solidFill")
    assert [(e.tag, e.get("val")) for e in fill.iter()][1:] == [
        (f"{A}schemeClr", "bg2"),
        (f"{A}lumMod", "95000"),
    ]


def test_line_breaking_rules_are_those_of_japanese(parts) -> None:
    rules = tree(parts, "ppt/presentation.xml").find(f"{P}kinsoku")
    assert rules.get("lang") == "ja-JP"
    assert set("、。）」ーゃ々！？") <= set(rules.get("invalStChars"))
    assert set("（「『【") <= set(rules.get("invalEndChars"))
    assert rules.getnext().tag == f"{P}defaultTextStyle"


def test_lists_hang_by_as_much_as_the_page_says(deck) -> None:
    body = deck.slides[1].shapes[2].text_frame.paragraphs
    properties = [p._p.pPr for p in body[:3]]
    assert [(int(p.get("marL")), int(p.get("indent"))) for p in properties] == [
        (22 * 12700, -22 * 12700),
        (44 * 12700, -20 * 12700),
        (30 * 12700, -30 * 12700),
    ]
    assert properties[0].find(f"{A}buChar").get("char") == "•"
    number = properties[2].find(f"{A}buAutoNum")
    assert (number.get("type"), number.get("startAt")) == ("arabicPeriod", "3")
    assert properties[1].find(f"{A}spcBef/{A}spcPts").get("val") == "600"


def test_links_lead_to_urls_and_to_slides(deck) -> None:
    runs = {r.text: r for p in deck.slides[1].shapes[2].text_frame.paragraphs for r in p.runs}
    assert runs["国の資料"].hyperlink.address == "https://example.com/a?b=1&c=2"
    click = runs["表"]._r.rPr.find(f"{A}hlinkClick")
    assert click.get("action") == "ppaction://hlinksldjump"
    (relation,) = [v for k, v in click.items() if k.endswith("}id")]
    assert deck.slides[1].part.related_part(relation) is deck.slides[3].part
    assert runs["行き先なし"]._r.rPr.find(f"{A}hlinkClick") is None


def test_addresses_are_written_as_uris() -> None:
    words = samples.paragraph("頁", href="https://example.com/資料 1?q=%E8&a=b#x")
    page = Page((samples.box(samples.CONTENT, words),))
    slide = Presentation(io.BytesIO(write(PageSet(960, 540, (page,), Info("題"), {})))).slides[0]
    address = slide.shapes[0].text_frame.paragraphs[0].runs[0].hyperlink.address
    assert address == "https://example.com/%E8%B3%87%E6%96%99%201?q=%E8&a=b#x"


def test_what_is_not_text_is_described_or_marked_as_decoration(deck) -> None:
    described = {}
    for slide in deck.slides:
        for item in slide.shapes:
            properties = item._element.xpath(".//p:cNvPr")[0]
            described[item.name] = properties.get("descr")
            text = item.has_text_frame and item.text_frame.text
            decorative = b'decorative" val="1"' in etree.tostring(properties)
            assert text or bool(properties.get("descr")) != decorative
    assert described["施策の表"] == "施策の名称、担い手、ねらい"
    assert described["図"] == "青い四角"
    assert described["投資額"] == "投資額の推移（column）"


def test_tables_are_native(deck) -> None:
    frame = shape(deck.slides[3], "施策の表")
    table = frame.table
    assert table.first_row
    assert not table.horz_banding
    assert [column.width.pt for column in table.columns] == [200, 264, 400]
    assert {row.height.pt for row in table.rows} == {44}
    cell = table.cell(1, 1)
    assert cell.text == "総務省・NICT"
    assert (cell.margin_left.pt, cell.margin_top.pt) == (9, 6)
    assert [cell._tc.tcPr.find(f"{A}{side}") for side in ("lnT", "lnB", "lnL")] == [None] * 3


def test_the_style_of_tables_has_what_its_switches_show(parts) -> None:
    root = tree(parts, "ppt/tableStyles.xml")
    [style] = root.findall(f"{A}tblStyle")
    assert root.get("def") == style.get("styleId")
    parts_ = {etree.QName(part).localname: part for part in style}
    assert {"wholeTbl", "band1H", "firstCol", "lastRow", "firstRow"} <= set(parts_)
    head = parts_["firstRow"]
    assert head.find(f"{A}tcTxStyle").get("b") == "on"
    assert head.find(f".//{A}bottom/{A}ln").get("w") == "19050"
    assert not root.findall(f".//{A}srgbClr")


@pytest.mark.parametrize("place", [4, 5, 6])
def test_charts_can_be_edited(deck, pages: PageSet, place: int) -> None:
    wanted = [i for i in pages.pages[place].items if hasattr(i, "categories")]
    frames = [s for s in deck.slides[place].shapes if s.has_chart]
    assert len(frames) == len(wanted)
    for frame, item in zip(frames, wanted, strict=True):
        plot = frame.chart.plots[0]
        assert tuple(plot.categories) == item.categories
        assert [tuple(s.values) for s in plot.series] == [s.values for s in item.series]
        book = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
        rows = list(book.active.iter_rows(values_only=True))
        assert rows[0][1:] == tuple(s.name for s in item.series)
        assert [row[0] for row in rows[1:]] == list(item.categories)
        assert tuple(row[1] for row in rows[1:]) == item.series[0].values


def native(item: Chart) -> tuple[Any, list[tuple[Any, ...]]]:
    """Return the chart of an office program, and the rows of its workbook."""
    page = Page((item,), "content")
    whole = replace(samples.deck(), pages=(page,))
    (slide,) = Presentation(io.BytesIO(write(whole))).slides
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    book = load_workbook(io.BytesIO(frame.chart.part.chart_workbook.xlsx_part.blob))
    return frame.chart, list(book.active.iter_rows(values_only=True))


def test_shares_are_formulas_beside_the_numbers_that_a_person_edits() -> None:
    item = replace(samples.chart("column", several=True), stack="100%")
    shares = [(60.0, 100.0, 58.3), (40.0, None, 41.7)]
    series = [
        replace(one, values=share, counted=one.values)
        for one, share in zip(item.series, shares, strict=True)
    ]
    chart, rows = native(replace(item, series=tuple(series)))
    assert [tuple(s.values) for s in chart.plots[0].series] == [s.counted for s in series]
    assert rows[1][1:3] == (120.0, 80.0)
    assert rows[1][3] == "=IFERROR(B2/SUMPRODUCT(ABS($B2:$C2)),0)"
    said = chart._chartSpace.xpath(".//*[local-name()='datalabelsRange']/*[local-name()='f']")
    assert [one.text for one in said] == ["Sheet1!$D$2:$D$4", "Sheet1!$E$2:$E$4"]


def test_sums_of_stacks_are_numbers_of_the_chart_that_are_not_seen() -> None:
    item = replace(samples.chart("column", several=True), stack="sum")
    label = replace(item.series[0].labels[0], text="2,160", shift=(0, 0))
    total = ChartSeries("合計", (200.0, 340.0, 2160.0), item.series[0].shades, (label,))
    chart, rows = native(replace(item, totals=total))
    assert [tuple(s.values) for s in chart.plots[0].series][-1] == total.values
    assert rows[0][1:] == ("国", "民間", "合計")
    own = chart.plots[0].series[2]._element
    assert own.spPr.find(f"{A}noFill") is not None
    assert own.xpath(".//c:dLblPos/@val") == ["inBase"]
    gone = chart.legend._element.xpath("./c:legendEntry[c:delete/@val='1']/c:idx/@val")
    assert gone == ["2"]


def test_notes_are_kept_with_their_master(deck, pages: PageSet, parts) -> None:
    for slide, page in zip(deck.slides, pages.pages, strict=True):
        assert slide.has_notes_slide == bool(page.notes)
        if page.notes:
            assert slide.notes_slide.notes_text_frame.text == plain(page.notes)
    root = tree(parts, "ppt/presentation.xml")
    assert len(root.findall(f"{P}notesMasterIdLst/{P}notesMasterId")) == 1


def test_groups_are_sections(parts) -> None:
    root = tree(parts, "ppt/presentation.xml")
    sections = root.xpath("//*[local-name()='section']")
    found = [(s.get("name"), len(s.xpath("./*/*"))) for s in sections]
    assert found == [("表紙", 1), ("本文", 3), ("グラフ", 3)]
    listed = [e.get("id") for e in root.xpath("//*[local-name()='sldIdLst']/*")]
    assert listed[:7] == listed[7:]


def test_properties_come_from_the_pages(deck, parts) -> None:
    core = deck.core_properties
    assert (core.title, core.author, core.language) == ("国産AIの開発支援", "企画課", "ja-JP")
    assert core.created.isoformat()[:10] == "2025-09-18"
    assert not [name for name in parts if "thumbnail" in name]


def test_same_pages_give_the_same_bytes_in_any_process(data: bytes) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import samples;"
        "from shiryo.render.pptx import write; sys.stdout.buffer.write(write(samples.deck()))"
    )
    for seed in ("1", "2"):
        made = subprocess.run(
            [sys.executable, "-c", code, str(Path(samples.__file__).parent)],
            env=os.environ | {"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        )
        assert made.stdout == data


@pytest.mark.parametrize(("date", "year"), [("", 1980), ("まだ", 1980), ("1970-01-01", 1980)])
def test_a_date_that_a_zip_cannot_hold_is_1980(pages: PageSet, date: str, year: int) -> None:
    undated = replace(pages, info=Info("題", date=date))
    with zipfile.ZipFile(io.BytesIO(write(undated))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {year}


def test_pages_without_layouts_or_colours_make_a_deck() -> None:
    box = samples.box(samples.CONTENT, samples.paragraph("本文"), samples.paragraph(""))
    bare = PageSet(960, 540, (Page((box,), layout="none"),), Info("題"), {})
    slide = Presentation(io.BytesIO(write(bare))).slides[0]
    assert slide.shapes[0].text_frame.text == "本文\n"


def test_effort_grows_with_the_number_of_slides() -> None:
    def calls(count: int) -> int:
        counted = 0

        def count_call(_frame, event: str, _argument) -> None:
            nonlocal counted
            counted += event == "call"

        table, chart = samples.table(rows=3), samples.chart("column")
        page = Page((table, chart), "content", notes=(Remark("話"),))
        deck = replace(samples.deck(), pages=(page,) * count)
        sys.setprofile(count_call)
        try:
            write(deck)
        finally:
            sys.setprofile(None)
        return counted

    few, many = calls(10), calls(40)
    assert many < few * 4.1


def test_runs_with_nothing_but_breaks_keep_them() -> None:
    run = Run("一\n\n二", 20, "000000")
    box = TextBox(samples.CONTENT, (samples.paragraph("零"), replace_runs(run)), ())
    slide = Presentation(io.BytesIO(write(PageSet(960, 540, (Page((box,)),), Info("題"), {}))))
    assert slide.slides[0].shapes[0].text_frame.text == "零\n一\v\v二"


@pytest.mark.parametrize(
    "said", ["a<b>&c;", '"二"\'', "一\t二", " ", "&lt;", "]]>", "一 ", "\u3000"]
)
def test_signs_of_xml_in_text_and_names_are_kept(said: str) -> None:
    box = TextBox(samples.CONTENT, (samples.paragraph(said),), (), name=said)
    named = Shape(samples.CONTENT, fill="123456", alt=said)
    table = samples.table(rows=1)
    first = replace(table.rows[0][0], text=box)
    table = replace(table, rows=((first, *table.rows[0][1:]), *table.rows[1:]))
    written = write(PageSet(960, 540, (Page((box, named, table)),), Info("題"), {}))
    shapes = Presentation(io.BytesIO(written)).slides[0].shapes
    shown = said.replace("\t", " ")  # an office program would jump there
    assert (shapes[0].text_frame.text, shapes[0].name) == (shown, said)
    assert shapes[1]._element._nvXxPr.cNvPr.get("descr") == said
    assert shapes[2].table.cell(0, 0).text == shown


def replace_runs(run: Run):
    return replace(samples.paragraph(""), runs=(run,))


def test_groups_are_groups_and_links_lie_on_shapes_that_are_not_seen() -> None:
    inner = Shape(Rect(100, 200, 50, 20), fill="0B4F9E", name="縁")
    words = box(Rect(110, 200, 300, 40), paragraph("本を貸す"), name="本文")
    link = Shape(Rect(48, 300, 400, 30), name="第1節へ", alt="第1節へ", href="https://example.jp/")
    whole = (Group(0, 3, "一覧"), Group(0, 2, "カード 1"))
    page = Page((inner, words, link), "content", groups=whole)
    data = write(replace(samples.deck(), pages=(page,)))
    (outer,) = Presentation(io.BytesIO(data)).slides[0].shapes
    assert outer.name == "一覧"
    card, last = outer.shapes
    assert [shape.name for shape in card.shapes] == ["縁", "本文"]
    assert (card.left.pt, card.top.pt, card.width.pt, card.height.pt) == (100, 200, 310, 40)
    assert last.click_action.hyperlink.address == "https://example.jp/"
    assert last.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert last._element.find(f".//{A}alpha").get("val") == "0"


def test_what_a_person_adds_is_fitted_and_an_empty_body_shows_its_levels(deck) -> None:
    layout = deck.slide_layouts[1]
    for item in layout.placeholders:
        small = item.placeholder_format.type in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
        fitted = item._element.find(f".//{A}normAutofit") is not None
        assert fitted != small
    assert [shape.name for shape in layout.placeholders][:2] == ["タイトル 3", "主張 4"]


def test_levels_have_the_bullets_and_the_spacing_of_the_page() -> None:
    first = Level(22, "16243A", leading=1.4, before=11, bullet="▪", indent=25, hang=25)
    second = replace(first, size=18, bullet="–", indent=40, hang=15, before=4)
    levels = (first, second)
    body = LayoutPlaceholder("body", CONTENT, levels)
    inside = replace(samples.LAYOUTS[1], placeholders=(body,), kind="obj")
    said = tuple(
        paragraph("本を貸す", level.size, level=n, leading=1.4, before=level.before,
                  bullet=level.bullet, indent=level.indent, hang=level.hang)
        for n, level in enumerate(levels)
    )  # fmt: skip
    text = box(CONTENT, *said, placeholder="body")
    made = replace(samples.deck(), layouts=(inside,), pages=(Page((text,), "content"),))
    deck = Presentation(io.BytesIO(write(made)))
    (written,) = deck.slides[0].placeholders
    assert [p.level for p in written.text_frame.paragraphs] == [0, 1]
    assert not written._element.findall(f".//{A}buChar") + written._element.findall(f".//{A}spcBef")
    assert not [run for run in written._element.iter(f"{A}rPr") if run.get("sz")]
    style = deck.slide_layouts[0].placeholders[0]._element
    marks = [mark.get("char") for mark in style.iter(f"{A}buChar")]
    assert marks[:3] == ["▪", "–", "–"]
    assert deck.slide_layouts[0]._element.get("type") == "obj"


def test_a_tab_in_text_is_no_jump() -> None:
    text = box(CONTENT, paragraph("1.\t本を貸す"))
    data = write(replace(samples.deck(), pages=(Page((text,), "content"),)))
    (shape_,) = Presentation(io.BytesIO(data)).slides[0].shapes
    assert shape_.text_frame.text == "1. 本を貸す"
