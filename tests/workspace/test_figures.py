"""Pictures of Word and PowerPoint files come into the draft, as files beside the outline."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from docx import Document
from docx.shared import Cm
from PIL import Image
from pptx import Presentation
from pptx.util import Cm as Centimetre
from ruamel.yaml import YAML
from shapes import every

from shiryo.cli import main


def png(colour: str) -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(file, "PNG")
    return io.BytesIO(file.getvalue())


def word(path: Path, *, cut: bool = False, decorative: bool = False) -> None:
    document = Document()
    document.add_heading("港の調べ", 0)
    document.add_heading("灯台", 1)
    document.add_paragraph("灯台の光は二十海里まで届きます。")
    shape = document.add_picture(png("red"), Cm(4))
    properties = shape._inline.docPr
    properties.set("descr", "夜の灯台")
    if cut:
        document.paragraphs[-1]._p.xpath(".//a:blip")[0].addnext(rect())
    if decorative:
        properties.append(decoration())
    document.add_paragraph("図1　灯台の光", style="Caption")
    document.add_paragraph("光は十秒に一度まわります。")
    document.save(str(path))


def rect() -> Any:
    from lxml import etree

    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect"
    return etree.Element(name, l="20000")


def decoration() -> Any:
    from lxml import etree

    name = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
    return etree.Element(name, val="1")


def drafted(folder: Path, file: str, *more: str) -> Any:
    output = folder / "案.yaml"
    done = CliRunner().invoke(main, ["outline", str(folder / file), "-o", str(output), *more])
    assert done.exit_code == 0, done.output
    return YAML(typ="safe").load(output.read_text("utf-8"))


def images(outline: Any) -> list[Any]:
    return [b["image"] for s in outline["sections"] for b in s["blocks"] if "image" in b]


def test_a_picture_of_a_word_file_stands_in_the_draft_and_beside_it(tmp_path: Path) -> None:
    word(tmp_path / "港.docx")
    (found,) = images(drafted(tmp_path, "港.docx"))
    assert (found["file"], found["alt"]) == ("案-figures/01.png", "夜の灯台")
    assert "灯台の光" in (found.get("caption", "") + found.get("credit", ""))
    assert (tmp_path / "案-figures/01.png").read_bytes() == png("red").getvalue()


@pytest.mark.parametrize("how", ["cut", "decorative"])
def test_what_the_author_hides_is_not_taken(tmp_path: Path, how: str) -> None:
    word(tmp_path / "港.docx", **{how: True})
    assert images(drafted(tmp_path, "港.docx")) == []
    assert not (tmp_path / "案-figures").exists()


def test_a_file_of_a_person_is_not_overwritten(tmp_path: Path) -> None:
    word(tmp_path / "港.docx")
    (tmp_path / "案-figures").mkdir()
    (tmp_path / "案-figures/01.png").write_bytes(b"mine")
    done = CliRunner().invoke(
        main, ["outline", str(tmp_path / "港.docx"), "-o", str(tmp_path / "案.yaml")]
    )
    assert done.exit_code == 2
    assert (tmp_path / "案-figures/01.png").read_bytes() == b"mine"
    assert not (tmp_path / "案.yaml").exists()
    assert images(drafted(tmp_path, "港.docx", "--force"))
    assert [p.read_bytes() for p in (tmp_path / "案-figures").glob("*.bak")] == [b"mine"]


def slides(path: Path, shown: list[io.BytesIO], logo: bool) -> None:
    deck = Presentation()
    for n, picture in enumerate(shown):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"第{n + 1}の港"
        box = slide.shapes.add_textbox(Centimetre(1), Centimetre(5), Centimetre(9), Centimetre(2))
        box.text_frame.text = f"港{n + 1}には船が{n + 2}隻あります。"
        slide.shapes.add_picture(picture, Centimetre(1), Centimetre(9))
        if logo:
            slide.shapes.add_picture(png("black"), Centimetre(20), Centimetre(1))
    deck.save(str(path))


def test_pictures_of_slides_stand_with_their_slide_and_what_all_have_does_not(
    tmp_path: Path,
) -> None:
    slides(tmp_path / "港.pptx", [png(c) for c in ("red", "green", "blue", "white")], logo=True)
    found = images(drafted(tmp_path, "港.pptx"))
    assert [image["file"] for image in found] == [f"案-figures/0{n}.png" for n in (1, 2, 3, 4)]
    kept = [p.read_bytes() for p in sorted((tmp_path / "案-figures").iterdir())]
    assert kept == [png(c).getvalue() for c in ("red", "green", "blue", "white")]


def test_a_picture_that_no_output_can_show_is_named(tmp_path: Path) -> None:
    word(tmp_path / "港.docx")
    made = tmp_path / "別.docx"
    repack(tmp_path / "港.docx", made)
    outline = drafted(tmp_path, "別.docx")
    assert images(outline) == []
    assert any("夜の灯台" in each["text"] for each in outline["review"])


def repack(path: Path, to: Path) -> None:
    """Copy a package, its pictures turned into something else."""
    from zipfile import ZipFile

    with ZipFile(path) as source, ZipFile(to, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, b"\xd7\xcd\xc6\x9a" if "media" in name else data)


def test_the_draft_with_its_pictures_is_built(tmp_path: Path) -> None:
    word(tmp_path / "港.docx")
    drafted(tmp_path, "港.docx")
    shutil.rmtree(tmp_path / "out", ignore_errors=True)
    done = CliRunner().invoke(
        main, ["build", str(tmp_path / "案.yaml"), "-d", str(tmp_path / "out"), "--only", "deck"]
    )
    assert done.exit_code == 0, done.output
    pictures = [s for slide in Presentation(str(tmp_path / "out/案.pptx")).slides
                for s in every(slide) if s.shape_type == 13]  # fmt: skip
    assert len(pictures) == 1
