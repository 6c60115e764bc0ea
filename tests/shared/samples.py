"""A deck made by hand, with everything in it that the writers can draw."""

import struct
import zlib
from dataclasses import replace

from shiryo.pages import (
    Anchor,
    Cell,
    Chart,
    ChartLabel,
    ChartSeries,
    Info,
    Layout,
    LayoutPlaceholder,
    Level,
    Page,
    PageSet,
    Paragraph,
    Picture,
    Polygon,
    Run,
    Shade,
    Shape,
    Table,
    TextBox,
)
from shiryo.remarks import Remark
from shiryo.units import Rect

INK, ACCENT, MUTED, TINT, RULE = "16243A", "0B4F9E", "5B6675", "E7F0FA", "D5DCE5"
COLOURS = {
    "ink": INK,
    "ink2": "3C4A5E",
    "muted": MUTED,
    "accent": ACCENT,
    "accent2": "2F74C0",
    "tint": TINT,
    "surface": "F4F6F9",
    "rule": RULE,
    "caution": "B4540A",
    "caution-tint": "FCF1E6",
    "teal": "006B5F",
    "paper": "FFFFFF",
}
TITLE = Rect(48, 30, 864, 39)
MESSAGE = Rect(48, 87, 864, 51)
CONTENT = Rect(48, 147, 864, 330)
SOURCE = Rect(48, 480, 864, 16)
FOOTER = Rect(48, 507, 675, 16)
NUMBER = Rect(762, 507, 150, 16)


def paragraph(text: str, size: float = 22, colour: str = INK, **more) -> Paragraph:
    strong = more.pop("strong", False)
    href = more.pop("href", None)
    return Paragraph((Run(text, size, colour, strong, href=href),), **more)


def box(frame: Rect, *paragraphs: Paragraph, **more) -> TextBox:
    return TextBox(frame, paragraphs, (), **more)


def level(size: float, colour: str = INK, leading: float = 1.3, **more) -> tuple[Level, ...]:
    return (Level(size, colour, leading=leading, **more),)


LAYOUTS = (
    Layout(
        "cover",
        "表紙",
        (
            LayoutPlaceholder("title", Rect(48, 160, 864, 110), level(40, strong=True), "bottom"),
            LayoutPlaceholder("subtitle", Rect(48, 290, 864, 60), level(20, MUTED, 1.4)),
        ),
        (Shape(Rect(48, 278, 864, 3), fill=ACCENT),),
    ),
    Layout(
        "content",
        "タイトルとコンテンツ",
        (
            LayoutPlaceholder("title", TITLE, level(28, strong=True), prompt="見出し"),
            LayoutPlaceholder("message", MESSAGE, level(21, ACCENT, 1.35, strong=True), "middle"),
            LayoutPlaceholder("body", CONTENT, level(22, leading=1.4)),
            LayoutPlaceholder("source", SOURCE, level(12, MUTED)),
            LayoutPlaceholder("footer", FOOTER, level(12, MUTED)),
            LayoutPlaceholder("number", NUMBER, level(12, MUTED, align="right")),
        ),
        (Shape(Rect(48, 72, 864, 1.5), fill=ACCENT),),
    ),
)


def frame_items(number: int, total: int, title: str, message: str = "") -> tuple[TextBox, ...]:
    small = {"size": 12, "colour": MUTED, "leading": 1.3}
    items = [
        box(
            TITLE,
            paragraph(title, 28, strong=True, leading=1.3),
            role="title",
            placeholder="title",
            name="タイトル",
        )
    ]
    if message:
        text = paragraph(message, 21, ACCENT, strong=True, leading=1.35)
        items.append(box(MESSAGE, text, role="message", placeholder="message", anchor="middle"))
    items += [
        box(
            FOOTER, paragraph("企画課　2025年9月18日", **small), role="footer", placeholder="footer"
        ),
        box(
            NUMBER,
            paragraph(f"{number} / {total}", align="right", **small),
            role="page-number",
            placeholder="number",
        ),
    ]
    return tuple(items)


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = (b"\0" + b"\x0b\x4f\x9e" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def table(frame: Rect = CONTENT, rows: int = 4) -> Table:
    texts = [("名称", "担い手", "ねらい")]
    texts += [(f"施策{n}", "総務省・NICT", "日本語に強い基盤を育てる") for n in range(1, rows)]
    widths, height = (200.0, 264.0, 400.0), 44.0

    def cell(row: int, column: int, text: str) -> Cell:
        place = Rect(frame.x + sum(widths[:column]), frame.y + row * height, widths[column], height)
        inner = box(
            place.inset(9, 6),
            paragraph(text, 19, ACCENT if row == 0 else INK, strong=row == 0, leading=1.35),
            role="table",
            anchor="middle",
        )
        return Cell(place, inner, fill=TINT if row == 0 else None)

    return Table(
        Rect(frame.x, frame.y, sum(widths), height * rows),
        widths,
        (height,) * rows,
        tuple(tuple(cell(r, c, t) for c, t in enumerate(row)) for r, row in enumerate(texts)),
        1,
        RULE,
        0.75,
        ACCENT,
        1.5,
        "施策の名称、担い手、ねらい",
        "施策の表",
    )


def chart(kind: str, frame: Rect = CONTENT, *, several: bool = False) -> Chart:
    categories = ("2022年", "2023年", "2024年")
    grey, blue, light = Shade(RULE), Shade(ACCENT), Shade("2F74C0", 0.25)
    shades = (grey, grey, blue) if kind != "pie" else (blue, light, grey)
    series = [
        ChartSeries("投資額", (120.0, 340.5, 1260.0), shades[-1:] if kind == "line" else shades)
    ]
    if several:
        series = [
            ChartSeries("国", (120.0, 340.0, 1260.0), (blue,)),
            ChartSeries("民間", (80.0, None, 900.0), (Shade(MUTED),)),
        ]
    place = {"line": "right", "column": "over", "pie": "over"}.get(kind, "right")
    label = ChartLabel(
        2, "1,260", frame, 16, Shade(INK), "#,##0", place, (0, -12), named=kind == "line"
    )
    series = [replace(each, labels=(label,)) for each in series]
    legend = Rect(frame.x + 120, frame.y, 200, 20) if several and kind != "line" else None
    return Chart(
        frame,
        kind,
        "none",
        categories,
        tuple(series),
        Rect(frame.x + 40, frame.y + 30, frame.width - 80, frame.height - 60),
        0,
        1500,
        16,
        INK,
        RULE,
        1.5,
        RULE,
        "FFFFFF",
        True,
        (),
        f"投資額の推移（{kind}）",
        "投資額",
        step=500 if several else 0,
        code="#,##0",
        gap=67,
        apart=10,
        line_width=2.5,
        dot=8,
        legend=legend,
        note="（単位：億円）",
        note_frame=Rect(frame.x, frame.y, 110, 20),
    )


def _text_page() -> tuple:
    listed = box(
        CONTENT,
        paragraph("強調と", bullet="•", bullet_colour=ACCENT, indent=22, hang=22, leading=1.4),
        paragraph(
            "二段目の項目\n改行つき",
            19,
            bullet="–",
            indent=44,
            hang=20,
            level=1,
            before=6,
            leading=1.4,
        ),
        paragraph(
            "番号つきの項目は折り返しても頭がそろう" * 3,
            bullet="3.",
            indent=30,
            hang=30,
            before=12,
            leading=1.4,
        ),
        Paragraph(
            (
                Run("出典は", 22, INK),
                Run("国の資料", 22, ACCENT, href="https://example.com/a?b=1&c=2"),
                Run("と", 22, INK),
                Run("表", 22, ACCENT, True, href="#tables"),
                Run("と", 22, INK),
                Run("行き先なし", 22, ACCENT, href="#nowhere"),
                Run("、引用は明朝", 22, "123456", family="Noto Serif JP"),
            ),
            before=12,
            leading=1.4,
        ),
        role="list",
        placeholder="body",
    )
    source = box(
        SOURCE,
        paragraph('出典：総務省 <資料> & "発表"\x00\x0b\ud800', 12, MUTED, leading=1.3),
        role="source",
        placeholder="source",
    )
    return (listed, source)


def _shapes_page() -> tuple:
    left, middle, right = Rect(48, 160, 864, 80).columns(3, 12)
    items = []
    for n, (frame, geometry) in enumerate(
        ((left, "pentagon"), (middle, "chevron"), (right, "rectangle")), 1
    ):
        words = paragraph(f"段階{n}", 20, "FFFFFF", strong=True, align="center", leading=1.3)
        text = box(frame.inset(24, 6), words, anchor="middle", role="label")
        items.append(Shape(frame, geometry, fill=ACCENT, text=text, point=20, name=f"段階 {n}"))
    circle = Rect(48, 270, 40, 40)
    number = box(
        circle,
        paragraph("1", 20, ACCENT, strong=True, align="center", leading=1.3),
        anchor="middle",
    )
    return (
        *items,
        Shape(circle, "ellipse", stroke=ACCENT, stroke_width=1.5, text=number),
        Shape(Rect(120, 290, 300, 0), "line", stroke=RULE, stroke_width=1.5),
        Shape(Rect(480, 260, 100, 60), fill=TINT, alt="空いた枠"),
        Polygon(((640, 260), (700, 320), (580, 320)), fill="006B5F"),
        Polygon(((720, 320), (760, 280), (800, 300)), False, None, ACCENT, 2.25),
        Picture(Rect(48, 350, 120, 100), png(), "青い四角", "図"),
        Picture(Rect(200, 350, 120, 100), png(), ""),
    )


def deck() -> PageSet:
    cover = Page(
        (
            box(
                Rect(48, 160, 864, 110),
                paragraph("国産AIの開発支援", 40, strong=True, leading=1.3),
                role="title",
                placeholder="title",
                anchor="bottom",
            ),
            box(
                Rect(48, 290, 864, 60),
                paragraph("背景と施策", 20, MUTED, leading=1.4),
                placeholder="subtitle",
            ),
        ),
        "cover",
        "国産AIの開発支援",
        group="表紙",
    )
    halves = CONTENT.columns(2, 24)
    bodies = (
        ("文字", _text_page()),
        ("図形", _shapes_page()),
        ("表", (table(),)),
        ("棒", (chart("bar", halves[0]), chart("column", halves[1]))),
        ("線と円", (chart("line", halves[0], several=True), chart("pie", halves[1]))),
        ("二系列", (chart("column", CONTENT, several=True),)),
    )
    pages = [cover]
    for number, (title, items) in enumerate(bodies, 2):
        fixed = frame_items(number, len(bodies) + 1, f"{title}の頁", f"{title}を確かめる")
        pages.append(
            Page(
                (*fixed[:2], *items, *fixed[2:]),
                "content",
                f"{title}の頁",
                notes=(Remark(f"{title}の頁の話"), Remark("原文：3行目")) if number != 3 else (),
                anchors=(Anchor("tables", 0),) if title == "表" else (),
                group="本文" if number < 5 else "グラフ",
            )
        )
    info = Info("国産AIの開発支援", "企画課", "説明資料", "AI, 政策", date="2025-09-18")
    return PageSet(960, 540, tuple(pages), info, {}, LAYOUTS, COLOURS)
