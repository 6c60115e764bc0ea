import json
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result
from samples import png

from shiryo import limits
from shiryo.cli import main
from shiryo.cli.show import Show
from shiryo.outline import model, yaml

ARTICLE = """\
図書館の開館時間が変わります

2025年4月1日から、市立図書館の開館時間が変わります。平日は20時まで開きます。

なぜ変えるのか
働く人から、夜も使いたいという声が3年前から寄せられていました。
そこで市は、平日の夜に開くことを決めました。

どう変わるのか
変わる点は2つです。
・平日:20時まで開く
・土日:18時まで開く
"""
OUTLINE = """\
shiryo: 1
title: 図書館
sections:
  - id: hours
    title: 時間
    message: 平日は夜も開く
    blocks:
      - bullets: [平日は20時まで, 土日は18時まで]
"""


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


def run(*args: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, args, input=stdin, catch_exceptions=False)


def there(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_an_article_becomes_an_outline_a_deck_and_a_handout(at: Path):
    drafted = run("outline", "a.txt", "-o", "work/b.yaml", "--with-schema")
    assert drafted.exit_code == 0, drafted.output
    assert "../a.txt" in (at / "work/b.yaml").read_text("utf-8")
    assert run("check", "work/b.yaml").exit_code == 0
    built = run("build", "work/b.yaml", "-d", "out")
    assert built.exit_code == 0, built.output
    assert there(at / "out") == [".shiryo.json", "b-handout", "b-slides", "b.pdf", "b.pptx"]
    assert (at / "out/b.pptx").read_bytes().startswith(b"PK")
    assert (at / "out/b.pdf").read_bytes().startswith(b"%PDF")
    assert all(f"out/{name}" in built.stderr for name in ("b.pptx", "b.pdf", "b-slides"))


def test_check_counts_edited_statements_and_lists_them_when_asked(at: Path):
    run("outline", "a.txt", "-o", "b.yaml")
    assert "draft.edited" not in run("check", "b.yaml").stderr
    text = (at / "b.yaml").read_text("utf-8")
    assert "市は、平日の夜に開く" in text
    (at / "b.yaml").write_text(
        text.replace("市は、平日の夜に開く", "市は、週末の夜に開く"), "utf-8"
    )
    checked = run("check", "b.yaml", "--strict")
    assert checked.exit_code == 0
    assert "[draft.edited-some]" in checked.stderr
    assert "市は、週末の夜に開く" in run("check", "b.yaml", "-v").stderr


def test_a_deck_becomes_a_pdf_with_bookmarks_by_section(at: Path):
    below = """\
    sections:
      - {id: a, title: 平日, message: 20時まで開く}
      - {id: b, title: 土日, message: 18時まで開く}
"""
    (at / "資料.yaml").write_text(OUTLINE + below, "utf-8")
    assert run("deck", "資料.yaml", "-o", "説明会.pdf").exit_code == 0
    assert run("build", "資料.yaml", "--only", "deck-pdf", "-d", "out").exit_code == 0
    assert (at / "out" / "資料-deck.pdf").read_bytes() == (at / "説明会.pdf").read_bytes()
    file = pypdfium2.PdfDocument(at / "説明会.pdf")
    marks = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    assert marks == [
        (0, "表紙・目次"),
        (1, "図書館"),
        (0, "時間"),
        (1, "平日"),
        (1, "土日"),
    ]


def test_a_new_outline_passes_check_and_builds(at: Path):
    assert run("new", "説明会", "-q").exit_code == 0
    checked = run("check", "説明会.yaml", "--strict")
    assert checked.exit_code == 0, checked.output
    assert run("build", "説明会.yaml", "-d", "out", "--only", "deck").exit_code == 0
    assert there(at / "out") == [".shiryo.json", "説明会.pptx"]


@pytest.mark.parametrize(
    "options", [("--slides", "0"), ("--minutes", "十"), ("--style", "丁寧")], ids=lambda o: o[0]
)
def test_a_wrong_length_or_style_is_told_and_nothing_written(at: Path, options: tuple[str, str]):
    before = there(at)
    result = run("outline", "a.txt", "-o", "new.yaml", *options)
    assert result.exit_code == 2
    assert f"「{options[1]}」" in result.stderr
    assert there(at) == before


@pytest.mark.parametrize("command", [("outline", "a.txt"), ("new", "b")])
def test_the_schema_line_points_to_something_that_is_there(at: Path, command: tuple[str, str]):
    line = "# yaml-language-server: $schema=./shiryo.schema.json\n"
    for folder, options in (("bare", ()), ("both", ("--with-schema",)), ("both", ("--force",))):
        assert run(*command, "-o", f"{folder}/b.yaml", *options).exit_code == 0
        pointed = (at / folder / "b.yaml").read_text("utf-8").startswith(line)
        assert pointed == (at / folder / "shiryo.schema.json").is_file() == (folder == "both")


def test_an_outline_notes_how_it_was_drafted(at: Path):
    options = ("--slides", "3", "--minutes", "5", "--style", "敬体")
    assert run("outline", "a.txt", "-o", "new.yaml", *options).exit_code == 0
    assert "draft: {slides: 3, minutes: 5, style: 敬体}" in (at / "new.yaml").read_text("utf-8")
    assert run("check", "new.yaml").exit_code == 0


def test_standard_input_and_output(at: Path):
    drafted = run("outline", "-", "-o", "-", stdin=ARTICLE)
    assert drafted.exit_code == 0, drafted.output
    assert drafted.stdout.startswith("# これは資料の設計図")
    deck = run("deck", "-", "-o", "-", stdin=OUTLINE)
    assert deck.stdout_bytes.startswith(b"PK")
    handout = run("handout", "a.yaml", "-o", "-")
    assert handout.stdout_bytes.startswith(b"%PDF")
    assert there(at) == ["a.txt", "a.yaml"]


def test_an_outline_is_overwritten_only_when_told(at: Path):
    again = run("outline", "a.txt")
    assert (again.exit_code, "files.exists" in again.stderr) == (2, True)
    assert (at / "a.yaml").read_text("utf-8") == OUTLINE
    assert run("outline", "a.txt", "--force").exit_code == 0
    assert (at / "a.yaml").read_text("utf-8") != OUTLINE
    assert run("new", "a").exit_code == 2


def test_an_edited_deck_is_never_lost(at: Path):
    assert run("deck", "a.yaml", "-d", "out").exit_code == 0
    (at / "a.yaml").write_text(OUTLINE.replace("図書館", "公民館"), "utf-8")
    assert run("deck", "a.yaml", "-d", "out").exit_code == 0
    (at / "out/a.pptx").write_bytes(b"edited by hand")
    refused = run("build", "a.yaml", "-d", "out")
    assert refused.exit_code == 2
    assert "files.edited" in refused.stderr
    assert (at / "out/a.pptx").read_bytes() == b"edited by hand"
    assert there(at / "out") == [".shiryo.json", "a.pptx"]
    assert run("deck", "a.yaml", "-d", "out", "--force").exit_code == 0


def test_a_long_build_says_how_far_it_is_on_a_terminal_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    for show in (Show(), Show(quiet=True)):
        with show.progress(("pages", "pdf")) as progress:
            progress("pages")
            progress("pdf")
        assert ("配付資料を書いています" in capsys.readouterr().err) is not show.quiet


def test_variants_of_the_handout_get_names_of_their_own(at: Path):
    built = run("build", "a.yaml", "-d", "out", "--variant", "notes", "--variant", "slides")
    assert built.exit_code == 0, built.output
    assert there(at / "out") == [
        ".shiryo.json",
        "a-handout-notes",
        "a-handout-slides",
        "a-notes.pdf",
        "a-slides",
        "a-slides.pdf",
        "a.pptx",
    ]
    one = run("handout", "a.yaml", "-o", "six.pdf", "--variant", "slides", "--per-page", "6")
    assert one.exit_code == 0, one.output
    assert (at / "six.pdf").read_bytes() != (at / "out/a-slides.pdf").read_bytes()


def test_the_whole_article_needs_its_file(at: Path):
    run("outline", "a.txt", "-o", "b.yaml")
    done = run("handout", "b.yaml", "--variant", "full")
    assert done.exit_code == 0, done.output
    (at / "a.txt").unlink()
    done = run("handout", "b.yaml", "--variant", "full", "-o", "c.pdf")
    assert done.exit_code == 2
    assert "[handout.no-article]" in done.stderr
    assert not (at / "c.pdf").exists()


def test_one_page_says_what_it_leaves_out(at: Path):
    many = "".join(f"          - 項目{n}は、なるべく短く書く\n" for n in range(200))
    (at / "a.yaml").write_text(
        OUTLINE.replace("[平日は20時まで, 土日は18時まで]", f"\n{many}"), "utf-8"
    )
    done = run("handout", "a.yaml", "--variant", "onepage")
    assert done.exit_code == 0, done.output
    assert "[handout.left-out]" in done.stderr
    assert "四つめ以降の項目" in done.stderr
    assert "left-out" not in run("handout", "a.yaml", "--variant", "onepage", "-q").output


def test_the_outline_names_the_variant_of_its_handout(at: Path):
    run("handout", "a.yaml", "-o", "six.pdf", "--variant", "slides", "--per-page", "6")
    said = "title: 図書館\nhandout: {variant: slides, per-page: 6}\n"
    (at / "a.yaml").write_text(OUTLINE.replace("title: 図書館\n", said, 1), "utf-8")
    assert run("handout", "a.yaml").exit_code == 0
    assert (at / "a.pdf").read_bytes() == (at / "six.pdf").read_bytes()


def test_previews_of_slides_that_are_gone_go_too(at: Path):
    more = OUTLINE + "  - {id: b, title: 別, blocks: [bullets: [あ]]}\n"
    (at / "a.yaml").write_text(more, "utf-8")
    assert run("build", "a.yaml", "--only", "previews", "-d", "out").exit_code == 0
    before = len(there(at / "out/a-slides"))
    (at / "a.yaml").write_text(OUTLINE, "utf-8")
    assert run("build", "a.yaml", "--only", "previews", "-d", "out").exit_code == 0
    assert len(there(at / "out/a-slides")) < before


def test_pages_are_drawn_as_svg(at: Path):
    long = OUTLINE + "".join(f"  - {{id: s{n}, title: 節{n}, message: 話}}\n" for n in range(9))
    (at / "a.yaml").write_text(long, "utf-8")
    assert run("build", "a.yaml", "--only", "svg", "-d", "out").exit_code == 0
    drawn = sorted(path.name for path in (at / "out" / "a-slides-svg").iterdir())
    assert drawn == [f"{n:02}.svg" for n in range(1, len(drawn) + 1)]
    assert [path.name for path in (at / "out" / "a-handout-svg").iterdir()] == ["1.svg"]
    assert not list(at.glob("out/*.p*"))
    (at / "a.yaml").write_text(OUTLINE, "utf-8")
    assert run("build", "a.yaml", "--only", "svg", "-d", "out").exit_code == 0
    left = sorted(path.name for path in (at / "out" / "a-slides-svg").iterdir())
    assert left == [f"{n}.svg" for n in range(1, len(left) + 1)]


def test_beside_other_outputs_only_the_first_pages_have_previews(at: Path):
    many = "".join(f"  - {{id: b{n}, title: 別{n}, blocks: [bullets: [あ]]}}\n" for n in range(61))
    (at / "a.yaml").write_text(OUTLINE + many, "utf-8")
    both = run("build", "a.yaml", "--only", "deck", "--only", "previews", "-d", "both")
    assert len(there(at / "both/a-slides")) == limits.PREVIEWS
    assert "[files.first-previews]" in both.stderr
    alone = run("build", "a.yaml", "--only", "previews", "-d", "alone")
    assert len(there(at / "alone/a-slides")) > 61
    assert "first-previews" not in alone.stderr


def test_the_same_outline_gives_the_same_bytes(at: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1758153600")
    for folder in ("one", "two"):
        assert run("build", "a.yaml", "-d", folder).exit_code == 0
    for name in ("a.pptx", "a.pdf", "a-slides/1.png"):
        one, two = at / "one" / name, at / "two" / name
        assert one.exists() == two.exists()
        assert not one.exists() or one.read_bytes() == two.read_bytes()


BAD = {
    "missing file": ("title: 図", "title: 図", "no.yaml", "files.missing"),
    "empty outline": (OUTLINE, "", "a.yaml", "outline.empty"),
    "broken yaml": ("title: 図", 'title: "図', "a.yaml", "outline.yaml-quote"),
    "wrong type": ("[平日は20時まで, 土日は18時まで]", "平日", "a.yaml", "outline.wrong-type"),
    "unknown key": ("message:", "mesage:", "a.yaml", "outline.unknown-key-near"),
    "unknown block": ("bullets:", "bulets:", "a.yaml", "outline.unknown-block-near"),
    "missing image": (
        "- bullets:",
        "- image: {file: x.png, alt: あ}\n      - bullets:",
        "a.yaml",
        "compose.no-image",
    ),
    "missing data": (
        "- bullets:",
        "- chart: {kind: bar, data: x.csv}\n      - bullets:",
        "a.yaml",
        "compose.no-chart-data",
    ),
    "unknown template": (
        "shiryo: 1",
        "shiryo: 1\ndeck: {template: brefing}",
        "a.yaml",
        "files.no-template",
    ),
    "unreadable template": (
        "shiryo: 1",
        "shiryo: 1\ndeck: {template: mine}",
        "a.yaml",
        "template.broken-yaml",
    ),
    "undefined variable": ("平日は夜", '"{{ nobody }}"', "a.yaml", "compose.undefined"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["build", "check"])
def test_bad_input_ends_with_a_message_and_nothing_written(at: Path, name: str, command: str):
    old, new, path, code = BAD[name]
    if name == "undefined variable":
        old, new = "平日は夜も開く", '"{{ nobody }}も開く"'
    assert old in OUTLINE
    (at / "a.yaml").write_text(OUTLINE.replace(old, new), "utf-8")
    (at / "templates/mine").mkdir(parents=True)
    (at / "templates/mine/theme.yaml").write_text("title: [", "utf-8")
    before = there(at)
    done = run(command, path, *(("-d", "out") if command == "build" else ()))
    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr
    assert "エラー" in done.stderr
    assert "→" in done.stderr
    assert "Traceback" not in done.output
    assert there(at) == before


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "article.empty"),
        (b"\n\n", "article.empty"),
        (bytes(range(256)) * 40, "article.binary"),
    ],
)
def test_an_article_that_is_none(at: Path, data: bytes, code: str):
    (at / "bad.txt").write_bytes(data)
    done = run("outline", "bad.txt")
    assert (done.exit_code, f"[{code}]" in done.stderr) == (2, True), done.output
    assert there(at) == ["a.txt", "a.yaml", "bad.txt"]
    assert run("outline", "none.txt").exit_code == 2


@pytest.mark.parametrize("folder", ["a.txt", "a.txt/out", "a\0b"])
def test_a_folder_that_cannot_be_written(at: Path, folder: str):
    done = run("build", "a.yaml", "-d", folder)
    assert (done.exit_code, "[files.not-writable]" in done.stderr) == (2, True), done.output
    assert there(at) == ["a.txt", "a.yaml"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("biuld",), "files.no-command"),
        (("xyz",), "files.no-command"),
        (("build", "a.yaml", "b"), "files.usage"),
        (("build", "a.yaml", "-d"), "files.option-value"),
        (("build", "a.yaml", "--json=3"), "files.option-value"),
        (("outline", "a.txt", "--assist-timeout", "x"), "files.no-number"),
        (("outline", "a.txt", "--assist-timeout", "0"), "files.no-number"),
        (("build",), "files.no-argument"),
        (("build", "a.yaml", "--onyl"), "files.no-option"),
        (("build", "a.yaml", "--only", "dek"), "files.no-choice"),
        (("handout", "a.yaml", "--variant", "x"), "files.no-choice"),
        (("handout", "a.yaml", "--per-page", "5"), "files.no-choice"),
        (("handout", "a.yaml", "--per-page", "4"), "handout.per-page"),
        (
            ("handout", "a.yaml", "-o", "x.pdf", "--variant", "notes", "--variant", "slides"),
            "handout.one-output",
        ),
        (("template", "x"), "files.no-command"),
        (("new", ""), "files.bad-name"),
        (("template", "show", "x"), "files.no-template"),
    ],
)
def test_wrong_use_is_explained(at: Path, args: tuple[str, ...], code: str):  # noqa: ARG001
    done = run(*args)
    assert (done.exit_code, f"[{code}]" in done.stderr) == (2, True), done.output
    assert not re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{3,}", done.stderr)


@pytest.mark.parametrize("args", [(), ("template",)])
def test_a_command_that_needs_another_shows_its_help(args: tuple[str, ...]):
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "\n\n" in done.stderr
    assert "Commands:" in done.stderr


def test_diagnostics_as_data(at: Path):
    (at / "a.yaml").write_text(OUTLINE.replace("message:", "mesage:"), "utf-8")
    done = run("check", "a.yaml", "--json")
    (found,) = [json.loads(line) for line in done.stderr.splitlines()]
    assert (found["code"], found["severity"]) == ("outline.unknown-key-near", "error")
    assert (found["file"], found["line"]) == ("a.yaml", 6)
    assert "message" in found["hint"]


def test_strict_counts_warnings_and_quiet_hides_them(at: Path):
    (at / "a.yaml").write_text(OUTLINE + "  - {id: b, title: 空}\n", "utf-8")
    assert run("check", "a.yaml").exit_code == 0
    assert run("check", "a.yaml", "--strict").exit_code == 2
    assert run("check", "a.yaml", "--quiet").output == ""


def test_a_bad_epoch_is_refused(at: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert "files.bad-epoch" in run("build", "a.yaml", "-d", "out").stderr
    assert there(at) == ["a.txt", "a.yaml"]


def test_what_nobody_foresaw_is_one_message(at: Path, monkeypatch: pytest.MonkeyPatch):
    def break_(*_: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("shiryo.workspace.job.read_text", break_)
    done = run("check", "a.yaml")
    assert (done.exit_code, "Traceback" in done.output) == (2, False)
    assert "[files.internal]" in done.stderr
    assert "Traceback" in run("check", "a.yaml", "--verbose").stderr
    assert there(at) == ["a.txt", "a.yaml"]


@pytest.mark.parametrize(
    "command", ["outline", "build", "deck", "handout", "check", "schema", "template", "new"]
)
def test_every_command_shows_an_example(command: str):
    shown = run(command, "--help").stdout
    assert "例: shiryo" in shown
    assert run("--help").stdout.count(f"  {command} ") >= 1


def test_templates_are_listed_and_shown(at: Path):  # noqa: ARG001
    assert "briefing" in run("template", "list").stdout
    assert "accent" in run("template", "show", "briefing").stdout


@pytest.mark.parametrize(
    "args", [["--help"], ["build", "--help"], ["schema"], ["new", "x", "-o", "-"]]
)
def test_light_commands_load_no_heavy_library(args: list[str], tmp_path: Path):
    heavy = [
        "pptx",
        "reportlab",
        "sudachipy",
        "uharfbuzz",
        "fontTools",
        "budoux",
        "pypdfium2",
        "lxml",
    ]
    code = (
        "import sys\nfrom shiryo.cli import main\n"
        f"try: main({args!r})\nexcept SystemExit: pass\n"
        f"print([m for m in {heavy!r} if m in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stderr.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("args", "meant"),
    [
        (("biuld",), "build"),
        (("build", "a.yaml", "--variant", "onepgae"), "onepage"),
        (("template", "show", "breifing"), "briefing"),
    ],
)
def test_what_was_meant_is_suggested(at: Path, args: tuple[str, ...], meant: str):  # noqa: ARG001
    assert f"「{meant}」の誤りではありませんか" in run(*args).stderr


def test_a_template_that_extends_none_is_told_where_it_says_so(at: Path):
    (at / "mine").mkdir()
    (at / "mine" / "theme.yaml").write_text("# 自分の\nextends: breifing\n", "utf-8")
    done = run("template", "show", "./mine")
    assert done.exit_code == 2
    assert done.stderr.startswith("mine/theme.yaml:2: ")
    assert "「briefing」の誤り" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no such names")
def test_a_name_that_windows_cannot_hold_is_told_once(at: Path):
    for done in (run("deck", "a.yaml", "-o", "問い?.pptx"), run("new", "何: どこ")):
        assert done.exit_code == 0, done.output
        assert done.stderr.count("[files.not-for-windows]") == 1
    assert (at / "問い?.pptx").exists()
    assert "[files.not-for-windows]" not in run("deck", "a.yaml", "-o", "答え.pptx").stderr


def test_pictures_of_an_article_stand_in_its_draft_beside_their_text(at: Path):
    (at / "art").mkdir()
    (at / "art/wall.png").write_bytes(png())
    (at / "art/text.png").write_text("絵ではない", "utf-8")
    (at / "far.png").write_bytes(png())
    pictures = (
        "![北側の壁](wall.png)\n\n図1：工事を終えた壁\n\n![欠け](no.png)\n\n![文](text.png)\n"
    )
    text = (
        f"# 館の工事\n\n## 様子\n\n工事は九月に終わりました。\n\n{pictures}\n![遠い](../far.png)\n"
    )
    (at / "art/a.md").write_text(text, "utf-8")
    assert run("outline", "art/a.md", "-o", "art/a.yaml").exit_code == 0
    made = yaml.load((at / "art/a.yaml").read_text("utf-8"), "a.yaml")[0].outline
    found = [b.image for b in made.sections[0].blocks if isinstance(b, model.ImageBlock)]
    assert [(i.file, i.alt, i.credit, i.from_) for i in found] == [
        ("wall.png", "北側の壁", "図1：工事を終えた壁", ("L7",))
    ]
    assert [note.kind for note in made.review].count("image") == 3
    assert run("build", "art/a.yaml", "-d", "out").exit_code == 0
