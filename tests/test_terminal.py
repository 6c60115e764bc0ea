"""What reaches the screen: no character of any data steers a terminal; closed and full streams."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from shiryo import limits
from shiryo.characters import UNWANTED
from shiryo.cli import main
from shiryo.diagnostics import diagnose

ROOT = Path(__file__).parent.parent
EVIL = "\x1b[31m\x9b1m\u202egpj\x07\x7f"
OUTLINE = "shiryo: 1\ntitle: 題\nsections: [{id: a, title: 節}]\n"
FULL = Path("/dev/full")


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, catch_exceptions=False)


def process(folder: Path, *args: str, **how: object) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from shiryo.cli import main; main()", *args]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **how.pop("env", {})}  # type: ignore[dict-item]
    return subprocess.run(
        command, cwd=folder, env=env, check=False, stdin=subprocess.DEVNULL, **how
    )  # type: ignore[call-overload]


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    return tmp_path


def raw(result: Result) -> list[str]:
    return UNWANTED.findall(result.output)


HELD = {
    "a key": OUTLINE.replace("節}", '節, "EVIL": 1}'),
    "an unknown template": OUTLINE + 'deck: {template: "EVIL"}\n',
    "a template by path": OUTLINE + 'deck: {template: "./EVIL"}\n',
    "a source": OUTLINE + 'source: {file: "EVIL"}\n',
    "a link": OUTLINE.replace("節}", '節, message: "[x](#EVIL)"}'),
    "a picture": OUTLINE.replace("節}", '節, blocks: [image: {file: "EVIL"}]}'),
    "a variable": OUTLINE.replace("節}", '節, message: "{{ EVIL }}"}'),
    "an address": OUTLINE.replace("節}", '節, message: "[x](javascript:EVIL)"}'),
}


@pytest.mark.parametrize("text", HELD.values(), ids=HELD)
@pytest.mark.parametrize("evil", [r"\e[31m\x9b1m\u202egpj\x07\x7f", r"\U0000FFFE\uD800"])
def test_what_an_outline_holds_is_never_raw_on_a_terminal(at: Path, text: str, evil: str):
    (at / "a.yaml").write_text(text.replace("EVIL", evil), "utf-8")
    for options in ((), ("--verbose",), ("--json",)):
        done = run("check", "a.yaml", *options)
        assert done.output
        assert raw(done) == []
        assert "Traceback" not in done.output
        if options == ("--json",):
            assert all(json.loads(line)["code"] for line in done.stderr.splitlines())


@pytest.mark.usefixtures("at")
def test_names_given_on_the_command_line_are_never_raw():
    name = EVIL
    uses = (
        (name,), ("build", f"--{name}"), ("build", "a.yaml", "--only", name), ("check", name),
        ("template", "show", name), ("outline", name), ("new", f"{name}\n"),
        ("build", "a.yaml", "-d", f"a.yaml/{name}"), ("new", f"x\n{name}"),
        ("check", "a.yaml", "--root", name), ("fonts", "-t", f"./{name}"),
    )  # fmt: skip
    for done in (run(*use) for use in uses):
        assert (done.exit_code, raw(done)) == (2, []), done.output
        assert "\\x1b[31m" in done.output
    made = run("new", name)
    assert (made.exit_code, raw(made)) == (0, [])
    assert raw(run("new", name, "-o", "-")) == []


def test_names_of_templates_are_never_raw(at: Path):
    folder = at / "templates" / f"t{EVIL}"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text('extends: briefing\ntitle: "\\e[31m題"\n', "utf-8")
    listed = run("template", "list")
    assert (listed.exit_code, raw(listed)) == (0, [])
    assert "\\x1b[31m題" in listed.stdout
    assert raw(run("template", "show", folder.name)) == []


def test_data_of_json_is_whole(at: Path):
    (at / f"{EVIL}.yaml").write_text("", "utf-8")
    done = run("check", f"{EVIL}.yaml", "--json")
    assert json.loads(done.stderr)["file"] == f"{EVIL}.yaml"
    assert raw(done) == []


def test_a_long_key_is_shortened_and_many_problems_are_summed_up(at: Path):
    (at / "a.yaml").write_text(
        OUTLINE.replace("title: 節", f"title: 節, {'k' * 100_000}: 1"), "utf-8"
    )
    assert len(run("check", "a.yaml").stderr) < 3 * limits.MESSAGE_CHARACTERS
    many = "".join(f"k{n}: 1\n" for n in range(limits.SAME_DIAGNOSTICS + 7))
    (at / "a.yaml").write_text(OUTLINE + many, "utf-8")
    done = run("check", "a.yaml")
    assert done.stderr.count("エラー") == limits.SAME_DIAGNOSTICS
    assert "ほかに 7 件" in done.stderr
    assert len(run("check", "a.yaml", "--json").stderr.splitlines()) == limits.SAME_DIAGNOSTICS + 7


def test_what_a_message_quotes_has_a_length(at: Path):  # noqa: ARG001
    for value in ("x" * 10**6, [["x"] * 10**6], 10**6000, 1e308 * 10, " " * 10**6):
        assert len(diagnose("files.missing", path=value).message) < 2 * limits.MESSAGE_CHARACTERS


def test_a_file_whose_name_is_no_utf8_is_refused_in_words(at: Path):
    (at / os.fsdecode(b"\xff.yaml")).write_text(OUTLINE, "utf-8")
    for command in ("check", "build", "outline"):
        done = process(at, command, os.fsdecode(b"\xff.yaml"), capture_output=True)
        assert done.returncode == 2
        assert b"[files.name-not-utf8]" in done.stderr
        assert b"\xff" not in done.stderr


def test_a_folder_that_is_gone_is_said(at: Path):
    code = "import os, shutil; shutil.rmtree(os.getcwd()); from shiryo.cli import main; main()"
    (at / "gone").mkdir()
    command = [sys.executable, "-c", code, "check", str(at / "a.yaml")]
    done = subprocess.run(command, cwd=at / "gone", capture_output=True, check=False)
    assert (done.returncode, b"[files.no-current-folder]" in done.stderr) == (2, True), done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="a system without /dev/full")
@pytest.mark.parametrize(
    "args",
    [
        ("deck", "a.yaml", "-o", "-", "--quiet"),
        ("schema",),
        ("template", "list"),
        ("fonts",),
        ("new", "x", "-o", "-"),
    ],
    ids=lambda args: args[0],
)
def test_a_full_or_closed_output_is_said_in_words(at: Path, args: tuple[str, ...]):
    with FULL.open("wb") as full:
        done = process(at, *args, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, b"[files.not-writable]" in done.stderr) == (2, True), done.stderr
    assert done.stderr.count(b"\n") == 2
    closed = process(at, *args, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
    assert (closed.returncode, b"[files.not-writable]" in closed.stderr) == (2, True)
    with FULL.open("wb") as full:
        assert process(at, *args, stdout=full, stderr=full).returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="a system without /dev/full")
@pytest.mark.parametrize("args", [("--help",), ("build", "--help"), ("--version",)])
def test_a_help_text_that_cannot_be_printed_is_said_in_words(at: Path, args: tuple[str, ...]):
    with FULL.open("wb") as full:
        done = process(at, *args, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, b"[files.system]" in done.stderr) == (2, True), done.stderr
    assert done.stderr.count(b"\n") == 2


@pytest.mark.parametrize("args", [("--help",), ("build", "--help"), ("--version",), ("schema",)])
def test_a_reader_that_has_enough_is_no_error(at: Path, args: tuple[str, ...]):
    reading, writing = os.pipe()
    os.close(reading)
    done = process(at, *args, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_closed_input_is_said_in_words(at: Path):
    done = process(at, "check", "-", stderr=subprocess.PIPE, preexec_fn=lambda: os.close(0))
    assert (done.returncode, b"[files.unreadable]" in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize("home", ["", "file", "gone/x", "/proc"])
def test_nothing_of_the_home_folder_is_run(at: Path, home: str):
    for name in (
        ".reportlab_mods",
        ".reportlab_settings",
        "reportlab_mods.py",
        "reportlab_settings.py",
    ):
        (at / name).write_text("raise SystemExit('RUN')", "utf-8")
    (at / "file").write_bytes(b"")
    for folder in (home, str(at)):
        env = {"HOME": folder and str(at / folder), "PYTHONSAFEPATH": "1"}
        done = process(at, "deck", "a.yaml", "-o", "a.pdf", "--force", capture_output=True, env=env)
        assert (done.returncode, done.stderr.count(b"RUN")) == (0, 0), done.stderr


def test_modules_of_the_current_folder_are_not_imported(at: Path):
    for name in ("click", "pptx", "json", "PIL", "reportlab_mods", "signal", "tomllib", "logging"):
        (at / f"{name}.py").write_text("raise SystemExit('RUN')", "utf-8")
    env = {k: v for k, v in os.environ.items() if k != "PYTHONSAFEPATH"}
    done = subprocess.run(
        [sys.executable, "-m", "shiryo", "build", "a.yaml"],
        cwd=at, env={**env, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, b"RUN" in done.stderr) == (0, False), done.stderr
