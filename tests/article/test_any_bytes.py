"""Whatever a file holds, it is read or refused with a message: no reader breaks."""

import io
import zipfile

import docx
import pptx
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from shiryo.article import read
from shiryo.diagnostics import Failed

EXTENSIONS = ("txt", "md", "html", "docx", "pptx", "pdf", "", "doc", "xlsx")
FRAGMENTS = (
    *("# ", "## 見出し", "- ", "1. ", "> ", "```", "$$", "| a | b |", "|---|---|", ":::message"),
    *("---", "[^1]", "[^1]: 注", "**「強調」**", "![図](a.png)", "[文](https://example.com)"),
    *("<table><tr><td rowspan='0' colspan='x'>", "</td></table>", "<ul><li>", "<dl><dt>", "<dd>"),
    *(
        "<div>",
        "</p>",
        "<ruby>源<rt>げん",
        "<!-- ",
        "-->",
        "<![CDATA[",
        "<script>",
        "<h7>",
        "<svg>",
    ),
    *("&#0;", "&nbsp;", "Q1. 何ですか。", "A. はい。", "・項目", "①", "第1章", "次のとおりです。"),
    *("司会：はい", "○議長　では", "「引用」", "出典：", "目次", "……3", "令和7年13月40日"),
    *("2025年2月30日", "\n", "\n\n", "\t", "　", "\x0c", "\x00", "\ufeff", "\u202e"),
    *("\U0001f469\u200d\U0001f4bb", "市は窓口を見直す。"),
)


def _sample(extension: str) -> bytes:
    out = io.BytesIO()
    if extension == "docx":
        document = docx.Document()
        document.add_heading("窓口の見直し", 1)
        document.add_paragraph("市は窓口を見直す。", style="List Number").add_run(
            "太字"
        ).bold = True
        document.add_table(2, 2).cell(0, 0).text = "費用"
        document.save(out)
    elif extension == "pptx":
        deck = pptx.Presentation()
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.placeholders[0].text, slide.placeholders[1].text = "窓口", "市は見直す。"
        slide.notes_slide.notes_text_frame.text = "覚え書き"
        deck.save(out)
    else:
        canvas = Canvas(out)
        canvas.drawString(72, 720, "A line of text.")
        canvas.save()
    return out.getvalue()


SAMPLES = {extension: _sample(extension) for extension in ("docx", "pptx", "pdf")}


def reads_or_refuses(data: bytes, name: str) -> None:
    try:
        article, _ = read(data, name)
    except Failed:  # is one with a message
        return
    assert article.blocks
    assert all(1 <= b.first <= b.last <= len(article.lines) for b in article.blocks)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(EXTENSIONS))
def test_any_bytes(data: bytes, extension: str) -> None:
    reads_or_refuses(data, f"a.{extension}")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8), min_size=1, max_size=30),
    st.sampled_from(("txt", "md", "html")),
)
def test_any_markup(parts: list[str], extension: str) -> None:
    reads_or_refuses("".join(parts).encode("utf-8", "replace"), f"a.{extension}")


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_any_damage(extension: str, data: st.DataObject) -> None:
    whole = bytearray(SAMPLES[extension])
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(len(whole) // 2, len(whole)))
    reads_or_refuses(bytes(whole[:end]), f"a.{extension}")


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(("docx", "pptx")), st.data())
def test_any_part_of_a_package_in_disorder(extension: str, data: st.DataObject) -> None:
    source = zipfile.ZipFile(io.BytesIO(SAMPLES[extension]))
    parts = {name: source.read(name) for name in source.namelist()}
    xml = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    name = data.draw(st.sampled_from(xml))
    text = parts[name]
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, min(len(text), first + 400)))
    parts[name] = (
        text[:first] + data.draw(st.sampled_from((b"", b"<w:p/>", b"x", b'"'))) + text[last:]
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for each, content in parts.items():
            package.writestr(each, content)
    reads_or_refuses(out.getvalue(), f"a.{extension}")
