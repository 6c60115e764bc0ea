"""Nothing outside is opened, nobody is called and nothing is started, whatever an input says."""

import os
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from watched import watch

HEAD = "shiryo: 1\ntitle: 題\n"
BODY = "sections:\n  - id: a\n    title: 節\n    from: [L1]\n    blocks:\n"
SECTION = "sections: [{id: a, title: 節}]\n"
OUTLINES = {
    "source": HEAD + "source: {file: /etc/passwd}\n" + SECTION,
    "source-above": HEAD + "source: {file: ../outside/secret.txt}\n" + SECTION,
    "source-link": HEAD + "source: {file: link.txt}\n" + SECTION,
    "source-pipe": HEAD + "source: {file: pipe}\n" + SECTION,
    "source-device": HEAD + "source: {file: /dev/zero}\n" + SECTION,
    "source-address": HEAD + "source: {file: 'http://127.0.0.1:9/x', url: 'http://127.0.0.1:9/'}\n"
    + SECTION,
    "data": HEAD + BODY + "      - chart: {kind: bar, data: ../outside/n.csv}\n",
    "data-link": HEAD + BODY + "      - chart: {kind: bar, data: link.txt}\n",
    "image": HEAD + BODY + "      - image: {file: ../outside/p.png, alt: 絵}\n",
    "image-link": HEAD + BODY + "      - image: {file: folder/p.png, alt: 絵}\n",
    "image-address": HEAD + BODY + "      - image: {file: 'http://127.0.0.1:9/p.png', alt: 絵}\n",
    "image-file": HEAD + BODY + "      - image: {file: 'file:///etc/passwd', alt: 絵}\n",
    "image-svg": HEAD + BODY + "      - image: {file: p.svg, alt: 絵}\n",
    "image-eps": HEAD + BODY + "      - image: {file: p.eps, alt: 絵}\n",
    "template": HEAD + "deck: {template: /etc}\n" + SECTION,
    "template-above": HEAD + "handout: {template: ../outside}\n" + SECTION,
    "template-linked": HEAD + "deck: {template: linked}\n" + SECTION,
    "template-links": HEAD + "deck: {template: links}\n" + SECTION,
    "template-include": HEAD + "deck: {template: include}\n" + SECTION,
    "jinja": HEAD + "message: \"{% include '/etc/passwd' %}{% import 'os' as x %}\"\n" + SECTION,
    "tags": HEAD + "label: !!python/object/apply:os.system [touch x]\n" + SECTION,
    "links": HEAD + BODY
    + "      - bullets: ['[a](file:///etc/passwd)', '[b](http://127.0.0.1:9/)', '[c](x.exe)']\n",
    "article": HEAD + "source: {file: art.md}\nhandout: {variant: full}\n" + SECTION,
    "page": HEAD + "source: {file: page.html}\nhandout: {variant: full}\n" + SECTION,
    "whole": HEAD + BODY + "      - bullets: [項目一, 項目二]\n",
}  # fmt: skip
ARTICLE = "# 題\n\n本文である。\n\n" + "".join(
    f"![絵]({at})\n\n"
    for at in (
        "../outside/p.png", "link.png", "folder/p.png", "/etc/passwd", "file:///etc/passwd", "pipe",
        "http://127.0.0.1:9/p.png", "%2e%2e/outside/p.png", "..\\outside\\p.png", "/dev/zero",
        "zero",
    )
)  # fmt: skip
PAGE = """<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><head><title>題</title>
<base href="file:///etc/"><link rel=stylesheet href="http://127.0.0.1:9/x.css">
<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"><script src="http://127.0.0.1:9/x"></script>
</head><body><h1>題</h1><p>本文である。&x;</p><iframe src="file:///etc/passwd"></iframe>
<img src="http://127.0.0.1:9/p.png"><img src="../outside/p.png"></body></html>
"""
DOCUMENT = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
<w:t>本文である。&e;</w:t></w:r></w:p></w:body></w:document>"""
RELATIONS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"
 Target="{}" TargetMode="{}"/></Relationships>"""
TYPES = """<?xml version="1.0"?><Types
 xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override
 PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
ARTICLES = ("art.md", "page.html", "word.docx", "page.pdf", "link.txt")


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with hostile inputs, beside one with what is none of their business."""
    base = tmp_path_factory.mktemp("hostile")
    work, outside = base / "work", base / "outside"
    for folder in (work, outside, work / "templates/links", work / "templates/include"):
        folder.mkdir(parents=True)
    (outside / "secret.txt").write_text("合言葉は山と川である。\n", "utf-8")
    (outside / "n.csv").write_text("月,数\n一月,1\n", "utf-8")
    (outside / "theme.yaml").write_text("extends: briefing\n", "utf-8")
    Image.new("RGB", (8, 8)).save(outside / "p.png")
    for name, at in (
        ("link.txt", "../outside/secret.txt"), ("link.png", "../outside/p.png"),
        ("zero", "/dev/zero"),
        ("folder", "../outside"), ("templates/linked", "../../outside"),
        ("templates/links/footer.j2", "../../../outside/secret.txt"),
        ("templates/links/fonts", "/usr"),
    ):  # fmt: skip
        (work / name).symlink_to(at)
    os.mkfifo(work / "pipe")
    for name in ("links", "include"):
        (work / f"templates/{name}/theme.yaml").write_text("extends: briefing\n", "utf-8")
    (work / "templates/include/footer.j2").write_text("{% include '/etc/passwd' %}", "utf-8")
    (work / "p.svg").write_text('<svg><image href="http://127.0.0.1:9/"/></svg>', "utf-8")
    (work / "p.eps").write_text("%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%touch x) (w) file\n", "utf-8")
    (work / "art.md").write_text(ARTICLE, "utf-8")
    (work / "page.html").write_text(PAGE, "utf-8")
    (work / "page.pdf").write_bytes(
        b"%PDF-1.7\n1 0 obj<</OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>>>"
    )
    with zipfile.ZipFile(work / "word.docx", "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr(
            "_rels/.rels", RELATIONS.format("officeDocument", "word/document.xml", "Internal")
        )
        file.writestr(
            "word/_rels/document.xml.rels",
            RELATIONS.format("attachedTemplate", "file:///etc/x", "External"),
        )
        file.writestr("word/document.xml", DOCUMENT)
    for name, text in OUTLINES.items():
        (work / f"{name}.yaml").write_text(text, "utf-8")
    return work


@pytest.mark.parametrize("name", OUTLINES)
def test_building_reaches_nothing_outside(work: Path, name: str) -> None:
    made = watch(work, "build", f"{name}.yaml", "-d", f"out-{name}", "--variant", "full")
    assert made.outside == ()
    assert made.code in (0, 2)
    assert "files.internal" not in made.said
    if name not in ("article", "page"):  # their variant asks for the article
        assert watch(work, "check", f"{name}.yaml").outside == ()


@pytest.mark.parametrize("name", ARTICLES)
def test_drafting_reaches_nothing_outside(work: Path, name: str) -> None:
    made = watch(work, "outline", name, "-o", f"{name}.drafted.yml")
    named = str((work / name).resolve())  # a person gave it, wherever it leads
    assert [at for _, at in made.outside if at != named] == []
    assert made.code in (0, 2)
    assert "files.internal" not in made.said


def test_what_is_reached_outside_is_seen(work: Path) -> None:
    seen = watch(work, "check", "source-above.yaml", "--root", "../outside").outside
    assert ("open", str(work.parent / "outside/secret.txt")) in seen
