"""What an outline, its article and its templates may have read, at the command line."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from shiryo.cli import main
from shiryo.workspace import named

SECRET = "合言葉は山と川である。"
HEAD = "shiryo: 1\ntitle: 題\n"
SOURCE = HEAD + "source: {{file: {}}}\nsections:\n  - {{id: a, title: 節, from: [L1]}}\n"
CHART = "      - chart: {{kind: bar, data: {}}}\n"
IMAGE = "      - image: {{file: {}, alt: 絵}}\n"
BLOCK = HEAD + "sections:\n  - id: a\n    title: 節\n    blocks:\n"
TEMPLATE = HEAD + "deck: {{template: {}}}\nsections: [{{id: a, title: 節}}]\n"


def run(*args: str | Path, **values: str) -> Result:
    arguments = [str(a) for a in args]
    return CliRunner().invoke(main, arguments, catch_exceptions=False, env=values)


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder ``work`` for outlines, beside a folder with what is none of their business."""
    (tmp_path / "work").mkdir()
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET * 3, "utf-8")
    (outside / "n.csv").write_text("月,数\n一月,1\n二月,2\n", "utf-8")
    Image.new("RGB", (8, 8)).save(outside / "p.png")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path


def outline(at: Path, text: str) -> Path:
    path = at / "work" / "a.yaml"
    path.write_text(text, "utf-8")
    return path


def links(at: Path) -> None:
    (at / "work/link.txt").symlink_to("../outside/secret.txt")
    (at / "work/folder").symlink_to("../outside")
    for name in ("link.csv", "link.png"):
        (at / "work" / name).symlink_to(at / "outside" / {"csv": "n.csv", "png": "p.png"}[name[5:]])


OUT = {
    "source above": (SOURCE, "../outside/secret.txt", 3),
    "source by its full path": (SOURCE, "{at}/outside/secret.txt", 3),
    "source by a link": (SOURCE, "link.txt", 3),
    "source by a linked folder": (SOURCE, "folder/secret.txt", 3),
    "data above": (BLOCK + CHART, "../outside/n.csv", 7),
    "data by a link": (BLOCK + CHART, "link.csv", 7),
    "picture above": (BLOCK + IMAGE, "../outside/p.png", 7),
    "picture by a link": (BLOCK + IMAGE, "link.png", 7),
    "picture by a linked folder": (BLOCK + IMAGE, "folder/p.png", 7),
    "template above": (TEMPLATE, "../outside/own", 3),
    "template by a link": (TEMPLATE, "./own", 3),
    "template by the name of a link": (TEMPLATE, "named", 3),
}


@pytest.mark.parametrize("command", ["check", "deck", "fonts"])
@pytest.mark.parametrize("name", OUT)
def test_what_is_outside_is_read_below_a_root_alone(at: Path, name: str, command: str):
    text, path, line = OUT[name]
    links(at)
    template(at / "outside/own")
    (at / "work/own").symlink_to("../outside/own")
    (at / "work/templates").mkdir()
    (at / "work/templates/named").symlink_to("../../outside/own")
    file = outline(at, text.format(path.format(at=at)))
    more = ("-o", at / "out.pptx") if command == "deck" else ()
    refused = run(command, file, *more)
    assert (refused.exit_code, "[files.out-of-reach]" in refused.stderr) == (2, True)
    assert f"a.yaml:{line}: " in refused.stderr
    assert f"shiryo check {file} --root {at / 'outside'}" in refused.stderr
    assert not (at / "out.pptx").exists()
    allowed = run(command, file, *more, "--root", "outside")
    assert allowed.exit_code == 0, allowed.output
    assert run(command, file, *more, SHIRYO_ROOT=f"work{os.pathsep}outside").exit_code == 0


def template(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("extends: briefing\ntitle: 別\n", "utf-8")


def test_what_is_inside_is_read_however_it_is_named(at: Path):
    (at / "work/in").mkdir()
    shutil.copy(at / "outside/secret.txt", at / "work/in/x.txt")
    (at / "work/link.txt").symlink_to("in/x.txt")
    (at / "other").symlink_to("work")
    for path in (
        "in/x.txt",
        "link.txt",
        "in/../in/x.txt",
        at / "work/in/x.txt",
        "../other/link.txt",
    ):
        outline(at, SOURCE.format(path))
        done = run("check", at / "other/a.yaml")
        assert (done.exit_code, "no-source" in done.stderr) == (0, False), done.output


def test_an_article_named_on_the_command_line_may_be_read_by_its_outline_alone(at: Path):
    assert run("outline", "outside/secret.txt", "-o", "work/a.yaml").exit_code == 0
    assert run("check", "work/a.yaml").exit_code == 0
    assert (
        run("build", at.joinpath("outside", "..", "work", "a.yaml"), "-d", at / "out").exit_code
        == 0
    )
    text = (at / "work/a.yaml").read_text("utf-8")
    assert str(at) not in text
    (at / "work/b.yaml").write_text(text, "utf-8")
    assert "[files.out-of-reach]" in run("check", "work/b.yaml").stderr
    (at / "outside/other.txt").write_text(SECRET, "utf-8")
    outline(at, text.replace("secret.txt", "other.txt"))
    assert "[files.out-of-reach]" in run("check", "work/a.yaml").stderr


def test_an_article_that_became_a_link_is_another(at: Path):
    (at / "outside/x.txt").write_text("本文である。\n" * 3, "utf-8")
    assert run("outline", "outside/x.txt", "-o", "work/a.yaml").exit_code == 0
    (at / "outside/x.txt").unlink()
    (at / "outside/x.txt").symlink_to("secret.txt")
    assert "[files.out-of-reach]" in run("check", "work/a.yaml").stderr


def test_a_state_folder_that_cannot_be_used_is_a_note(at: Path):
    (at / "state").write_bytes(b"")
    done = run("outline", "outside/secret.txt", "-o", "work/a.yaml")
    assert (done.exit_code, "[files.not-remembered]" in done.stderr) == (0, True)
    assert f"--root {at / 'outside'}" in done.stderr
    assert run("check", "work/a.yaml").exit_code == 2
    assert run("check", "work/a.yaml", "--root", "outside").exit_code == 0


@pytest.mark.parametrize("note", [b"", b"[" * 50_000, b'{"a": 1}', b"\xff", b'"x"', None])
def test_a_damaged_note_remembers_nothing(at: Path, note: bytes | None):
    assert run("outline", "outside/secret.txt", "-o", "work/a.yaml").exit_code == 0
    (kept,) = (at / "state").rglob("*.json")
    kept.unlink()
    kept.write_bytes(note) if note is not None else os.mkfifo(kept)
    assert named.before("work/a.yaml") == frozenset()


def test_nothing_is_remembered_of_what_lies_below_the_outline(at: Path):
    shutil.copy(at / "outside/secret.txt", at / "x.txt")
    assert run("outline", "x.txt", "-o", "a.yaml").exit_code == 0
    assert not (at / "state").exists()


def test_the_remedy_can_be_copied_into_a_shell_whatever_a_folder_is_called(at: Path):
    (at / "x;touch y").mkdir()
    shutil.copy(at / "outside/secret.txt", at / "x;touch y/a.txt")
    done = run("check", outline(at, SOURCE.format("'../x;touch y/a.txt'")))
    assert f"--root '{at / 'x;touch y'}' （" in done.stderr


def test_a_root_that_is_no_folder_is_an_error(at: Path):
    file = outline(at, HEAD + "sections: [{id: a, title: 節}]\n")
    assert "[files.no-root]" in run("check", file, "--root", "none").stderr


def test_pictures_of_an_article_that_are_out_of_reach_are_left_out_and_named(at: Path):
    (at / "work/art").mkdir()
    shutil.copy(at / "outside/p.png", at / "work/p.png")
    (at / "work/art/link.png").symlink_to("../../outside/p.png")
    os.mkfifo(at / "work/art/pipe.png")
    pictures = ("../p.png", "../../outside/p.png", "link.png", "pipe.png", "none.png")
    words = "# 題\n\n" + "".join(f"本文である。\n\n![絵]({p})\n\n" for p in pictures)
    (at / "work/art/x.md").write_text(words, "utf-8")
    text = (
        HEAD
        + "source: {file: art/x.md}\nhandout: {variant: full}\nsections: [{id: a, title: 節}]\n"
    )
    done = run("handout", outline(at, text), "-d", at / "out")
    assert done.exit_code == 0, done.output
    assert done.stderr.count("[files.left-picture]") == 3
    assert "x.md:9: 警告" in done.stderr
    few = (at / "out/a.pdf").stat().st_size
    again = run("handout", at / "work/a.yaml", "-d", at / "out", "--root", "outside")
    assert again.stderr.count("[files.left-picture]") == 1
    assert (at / "out/a.pdf").stat().st_size > few


def test_no_more_is_read_than_all_pictures_may_have(at: Path, monkeypatch: pytest.MonkeyPatch):
    size = (at / "outside/p.png").stat().st_size
    monkeypatch.setattr("shiryo.limits.ASSETS_BYTES", 2 * size + 1)
    for n in range(3):
        shutil.copy(at / "outside/p.png", at / f"work/{n}.png")
    blocks = "".join(IMAGE.format(f"{n}.png") for n in (0, 0, 1, 2))
    done = run("check", outline(at, BLOCK + blocks))
    assert done.stderr.count("[files.too-much]") == 1
    assert "a.yaml:10" in done.stderr


def test_of_a_template_only_its_own_files_are_read(at: Path):
    template(at / "work/templates/own")
    folder = at / "work/templates/own"
    with (folder / "big.bin").open("wb") as big:
        big.truncate(20_000_000_000)
    os.mkfifo(folder / "pipe")
    (folder / "fonts").mkdir()
    os.mkfifo(folder / "fonts/x.ttf")
    (folder / "fonts/y.ttf").symlink_to("/dev/zero")
    file = outline(at, TEMPLATE.format("own"))
    assert run("check", file).exit_code == 0
    (folder / "footer.j2").symlink_to(at / "outside/secret.txt")
    assert "[files.template-link]" in run("check", file, "--root", at).stderr


@pytest.mark.parametrize("path", ["/etc", "/", "..", "/proc/self"])
def test_a_folder_that_is_no_template_is_not_gone_through(at: Path, path: str):
    done = run("check", outline(at, TEMPLATE.format(path)), "--root", "/")
    assert (done.exit_code, "[template.no-theme]" in done.stderr) == (2, True)


def test_an_installed_package_looks_only_into_its_own_folder(
    at: Path, monkeypatch: pytest.MonkeyPatch
):
    template(at / "lib/templates/planted")
    package = at / "lib/site-packages/shiryo"
    shutil.copytree(Path(__file__).parents[2] / "templates", package / "templates")
    monkeypatch.setattr("shiryo.__file__", str(package / "__init__.py"))
    listed = run("template", "list").stdout
    assert "briefing" in listed
    assert "planted" not in listed
