"""Companies' files as templates: what is refused, what may be overruled, what is said."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import company
import pytest
from chain import template
from click.testing import CliRunner

from shiryo import limits
from shiryo.cli import main
from shiryo.diagnostics import Failed
from shiryo.template import load
from shiryo.template.contrast import contrast
from shiryo.template.office.palette import colours, shades
from shiryo.template.office.reading import read

OUTLINE = """\
shiryo: 1
title: 見本
sections:
  - id: one
    title: はじめ
    layout: {layout}
    message: 言いたいこと
    blocks:
      - bullets: [一つめ, 二つめ]
deck: {{template: {template}}}
"""


def changed(data: bytes, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> bytes:
    """Return a package whose parts are changed, or left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if made := change(name, old.read(name)):
                new.writestr(*made)
    return out.getvalue()


def with_macros(data: bytes) -> bytes:
    kind = b"presentationml.presentation.main+xml"
    macro = b"presentationml.presentation.macroEnabled.main+xml"
    kind, macro = (
        b"application/vnd.openxmlformats-officedocument." + kind,
        (b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml"),
    )
    return changed(data, lambda name, part: (name, part.replace(kind, macro)))


def without_layouts(data: bytes) -> bytes:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        return name, part.replace(b"sldLayoutId ", b"sldLayoutIx ") if "Master" in name else part

    return changed(data, change)


def as_template(data: bytes) -> bytes:
    kinds = b"presentation.main+xml", b"template.main+xml"
    return changed(data, lambda name, part: (name, part.replace(*kinds)))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "office-old": lambda _: OLE + "PowerPoint Document".encode("utf-16-le"),
    "office-encrypted": lambda _: OLE + "EncryptedPackage".encode("utf-16-le"),
    "office-broken": lambda data: data[: len(data) // 2],
    "office-macros": with_macros,
    "office-no-layouts": without_layouts,
}


@pytest.mark.parametrize("code", REFUSED)
def test_what_cannot_serve_is_refused_with_what_to_do(code: str) -> None:
    with pytest.raises(Failed) as failed:
        company.opened(REFUSED[code](company.FILES["a4"]()))
    (said,) = failed.value.diagnostics
    assert said.code == f"template.{code}"
    assert said.hint
    assert said.span.file == "corp.pptx"


def test_what_is_no_archive_or_no_presentation_is_refused() -> None:
    book = changed(
        company.FILES["a4"](), lambda n, part: (n, part.replace(b"presentationml", b"sheetml"))
    )
    for data, code in ((b"hello", "office-broken"), (book, "office-other")):
        with pytest.raises(Failed) as failed:
            company.opened(data)
        assert failed.value.diagnostics[0].code == f"template.{code}"


def test_a_package_that_swells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BASE_UNPACKED", 1000)
    with pytest.raises(Failed) as failed:
        read(company.FILES["a4"]())
    assert failed.value.diagnostics[0].code == "template.office-bomb"


@pytest.mark.parametrize("part", ["theme/theme1", "slideMasters/slideMaster1", "presentation"])
def test_a_part_that_is_missing_or_no_xml_is_no_crash(part: str) -> None:
    data = company.FILES["a4"]()
    for change in (None, b"<a><b></a>"):
        broken = changed(data, lambda n, p, c=change: (n, p) if part not in n else c and (n, c))
        with pytest.raises(Failed):
            company.opened(broken)


def test_a_handout_is_dark_on_white_whatever_the_slides_are() -> None:
    made = company.opened(company.FILES["dark"]())
    on_paper = load.printed(made).theme.colours
    assert contrast(on_paper["ink"], "FFFFFF") >= 7
    assert contrast(on_paper["accent"], "FFFFFF") >= 4.5
    assert made.theme.colours["paper"] == "1B1B1B"


def test_a_potx_is_a_template_like_any() -> None:
    made = company.opened(as_template(company.FILES["a4"]()))
    assert made.theme.deck.size == (780, 540)


def test_every_colour_of_text_can_be_read_on_every_ground() -> None:
    for name in company.FILES:
        theme = company.opened(company.FILES[name]()).theme
        for ground in ("paper", "surface", "tint"):
            for text in ("ink", "accent", "accent2", "teal", "caution", "muted", "ink2"):
                assert contrast(theme.colours[text], theme.colours[ground]) >= 4.5, (name, text)


def test_colours_are_those_of_the_theme_or_shades_of_them() -> None:
    made = company.opened(company.FILES["japanese_names"]())
    known = made.base.shades
    assert {made.theme.colours[n] for n in ("ink", "accent", "accent2", "surface")} <= {*known}
    assert made.theme.colours["accent"] == "1F4E79"


def test_a_dark_ground_gives_light_text() -> None:
    scheme = {"bg1": "101010", "tx1": "FFFFFF", "accent1": "2E7D32"}
    found = colours(scheme, "101010")
    assert found["ink"] == "FFFFFF"
    assert shades(scheme)[found["accent"]][0] == "accent1"


def test_a_theme_may_overrule_what_the_file_says() -> None:
    theme = "deck: {layouts: {content: {layout: タイトルのみ}}}\n"
    made = company.opened(company.FILES["a4"](), theme + "colours: {accent: 'C00000'}\n")
    assert made.theme.deck.layouts["content"].layout == "タイトルのみ"
    assert made.theme.colours["accent"] == "C00000"


@pytest.mark.parametrize(
    ("theme", "code", "line"),
    [
        ("deck:\n  layouts:\n    cover:\n      layout: 表紙がない\n", "office-no-layout", 4),
        (
            "deck:\n  layouts:\n    content:\n      placeholders:\n        body: 99\n",
            "office-no-placeholder",
            5,
        ),
        ("deck:\n  layouts:\n    content:\n      kind: 1\n", "invalid", 4),
    ],
)
def test_what_a_theme_says_wrong_is_said_with_its_line(theme: str, code: str, line: int) -> None:
    with pytest.raises(Failed) as failed:
        company.opened(company.FILES["a4"](), theme)
    (said,) = failed.value.diagnostics
    assert (said.code, said.span.line) == (f"template.{code}", line)


def run(*arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(main, arguments)
    return found.exit_code, found.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corp.pptx").write_bytes(company.FILES["title_means_message"]())
    return tmp_path


def test_a_template_is_made_checked_and_used(folder: Path) -> None:
    code, said = run("template", "new", "kaisha", "--from", "corp.pptx")
    assert code == 0, said
    made = folder / "templates" / "kaisha"
    assert {path.name for path in made.iterdir()} == {"base.pptx", "theme.yaml", "report.html"}
    assert (made / "base.pptx").read_bytes() == (folder / "corp.pptx").read_bytes()
    page = (made / "report.html").read_text("utf-8")
    assert page.count("<svg") >= 11
    assert "<script" not in page
    assert run("template", "check", "kaisha")[0] == 0
    (folder / "o.yaml").write_text(OUTLINE.format(layout="auto", template="kaisha"), "utf-8")
    assert run("deck", "o.yaml", "-o", "one.pptx")[0] == 0
    (folder / "o.yaml").write_text(OUTLINE.format(layout="auto", template="./corp.pptx"), "utf-8")
    assert run("deck", "o.yaml", "-o", "two.pptx")[0] == 0
    assert (folder / "one.pptx").read_bytes() == (folder / "two.pptx").read_bytes()


def test_a_template_that_is_there_stays(folder: Path) -> None:
    there = folder / "templates" / "kaisha"
    there.mkdir(parents=True)
    code, said = run("template", "new", "kaisha", "--from", "corp.pptx")
    assert (code, list(there.iterdir())) == (2, [])
    assert "files.template-there" in said


def test_nothing_is_written_where_the_file_cannot_serve(folder: Path) -> None:
    (folder / "old.ppt").write_bytes(OLE)
    code, said = run("template", "new", "kaisha", "--from", "old.ppt")
    assert (code, (folder / "templates").exists()) == (2, False)
    assert "template.office-old" in said


def test_what_no_longer_fits_after_an_edit_is_said(folder: Path) -> None:
    run("template", "new", "kaisha", "--from", "corp.pptx")
    theme = folder / "templates" / "kaisha" / "theme.yaml"
    theme.write_text(theme.read_text("utf-8").replace("sizes: [", "sizes: [90pt, "), "utf-8")
    code, said = run("template", "check", "kaisha")
    assert (code, "template.office-large" in said) == (0, True)


@pytest.mark.parametrize(("layout", "is_there"), [("only", True), ("比較", True), ("ない", False)])
def test_a_section_may_name_its_layout(folder: Path, layout: str, is_there: bool) -> None:
    from pptx import Presentation

    text = OUTLINE.format(layout=layout, template="./corp.pptx")
    (folder / "o.yaml").write_text(text, "utf-8")
    code, said = run("deck", "o.yaml", "-o", "deck.pptx")
    assert code == (0 if is_there else 2), said
    if is_there:
        slide = Presentation(str(folder / "deck.pptx")).slides[1]
        assert slide.slide_layout.name == {"only": "タイトルのみ"}.get(layout, layout)
    else:
        assert "o.yaml:6" in said


def test_the_file_itself_is_never_written_over(folder: Path) -> None:
    before = (folder / "corp.pptx").read_bytes()
    (folder / "o.yaml").write_text(OUTLINE.format(layout="auto", template="./corp.pptx"), "utf-8")
    assert run("deck", "o.yaml", "-o", "corp.pptx", "--force")[0] == 2
    assert (folder / "corp.pptx").read_bytes() == before


def test_colours_of_bullets_that_the_theme_has_not_are_known() -> None:
    def change(name: str, part: bytes) -> tuple[str, bytes]:
        bullet = b'<a:buClr><a:srgbClr val="B00020"/></a:buClr><a:buChar char="\xe2\x96\xa0"/>'
        part = re.sub(rb'<a:buChar char="[^"]*"/>', bullet, part)
        return name, part

    made = company.opened(changed(company.FILES["a4"](), change)).theme
    assert made.labels["square"] == "■"
    assert made.colours[made.deck.levels[0].bullet_colour] == "B00020"


def test_what_shows_or_links_to_samples_goes_with_them() -> None:
    space = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'
    section = f'<p14:sectionLst {space}><p14:section name="見本節" id="{{0}}"/></p14:sectionLst>'
    more = {
        b"<p:defaultTextStyle>": b'<p:custShowLst><p:custShow name="X" id="0"><p:sldLst>'
        b'<p:sld r:id="rId2"/></p:sldLst></p:custShow></p:custShowLst><p:defaultTextStyle>',
        b"</p:presentation>": b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
        + section.encode()
        + b"</p:ext></p:extLst></p:presentation>",
    }

    def change(name: str, part: bytes) -> tuple[str, bytes]:
        for old, new in more.items() if name == "ppt/presentation.xml" else ():
            part = part.replace(old, new)
        return name, part

    from shiryo import stages
    from shiryo.outline import yaml

    data = changed(company.FILES["four_to_three"](), change)
    loaded, _ = yaml.load(company.OUTLINE, "o.yaml")
    templates = {"deck": company.opened(data), "handout": template()}
    want = frozenset({stages.DECK})
    made, _ = stages.build(loaded, article=None, templates=templates, assets={}, want=want)
    with zipfile.ZipFile(io.BytesIO(made.pptx)) as archive:
        tree = archive.read("ppt/presentation.xml").decode()
    assert "custShow" not in tree
    assert tree.count("</p14:sectionLst>") == 1  # ours
    assert "見本節" not in tree
