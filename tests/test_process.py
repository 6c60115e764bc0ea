"""What only whole processes show: what a command loads, whom it calls, that chance has no part."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from shiryo.cli import main as commands

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "kokusan-ai.txt"
SHOWCASE = ROOT / "outlines" / "kokusan-ai.yaml"
CALLS = (
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.bind",
    "socket.sendto",
)
RUN = f"""\
import sys
def hook(event, args):
    if event in {CALLS!r}:
        print("CALLED", event, args, file=sys.stderr)
        sys.exit(99)
sys.addaudithook(hook)
from shiryo.cli import main
try:
    main(sys.argv[1:])
finally:
    names = ("sudachipy", "httpx", "docx", "reportlab", "pptx", "xlsxwriter")
    print("LOADED", *(name for name in names if name in sys.modules), file=sys.stderr)
"""
COMMANDS = {
    "version": ["--version"],
    "help": ["outline", "--help"],
    "schema": ["schema"],
    "new": ["new", "a", "-o", "-"],
    "templates": ["template", "show", "briefing"],
    "fonts": ["fonts"],
    "outline": ["outline", str(SEED), "-o", "-"],
    "check of a draft": ["check", "draft.yaml"],
    "check of one's own outline": ["check", str(SHOWCASE), "--root", str(ROOT)],
    "deck": ["deck", str(SHOWCASE), "--root", str(ROOT), "-o", "-"],
    "handout": ["handout", str(SHOWCASE), "--root", str(ROOT), "-o", "-"],
    "build": ["build", "draft.yaml", "-d", "out", "--only", "deck", "--only", "handout"],
}


def run(folder: Path, *arguments: str, hashes: int = 0) -> subprocess.CompletedProcess[bytes]:
    code = [sys.executable, "-c", RUN, *arguments]
    environment = {**os.environ, "PYTHONHASHSEED": str(hashes), "PYTHONPATH": str(ROOT / "src")}
    return subprocess.run(code, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafted")
    assert run(folder, "outline", str(SEED), "-o", "draft.yaml").returncode == 0
    return folder


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_opens_a_connection_nor_loads_what_it_does_not_need(
    name: str, drafted: Path
) -> None:
    made = run(drafted, *COMMANDS[name])
    said = made.stderr.decode()
    assert made.returncode == 0, said
    assert "CALLED" not in said
    loaded = set(said.rpartition("LOADED")[2].split())
    reads = ("outline", "check of a draft", "check of one's own outline")  # names in Japanese
    assert ("sudachipy" in loaded) == (name in reads)
    assert not loaded & {"httpx", "docx"}
    assert ("xlsxwriter" in loaded) == (name == "deck")  # of those built here, the one with a chart
    if name not in ("check of a draft", "check of one's own outline", "deck", "handout", "build"):
        assert not loaded & {"reportlab", "pptx"}


def test_a_connection_would_be_seen() -> None:
    code = RUN.replace("main(sys.argv[1:])", "import socket; socket.getaddrinfo('example.jp', 80)")
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert made.returncode == 99
    assert b"CALLED socket.getaddrinfo" in made.stderr


@pytest.mark.parametrize("name", ["outline", "check of a draft", "check of one's own outline"])
def test_the_order_of_hashes_changes_nothing(name: str, drafted: Path) -> None:
    made = [run(drafted, *COMMANDS[name], hashes=seed) for seed in (0, 1, 2)]
    assert len({(m.stdout, m.stderr) for m in made}) == 1
    assert made[0].stdout or made[0].stderr


PROGRAM = "import sys; sys.argv[0] = 'shiryo'; from shiryo.__main__ import main; main()"


def asked(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    around = {**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment}
    code = [sys.executable, "-c", PROGRAM, *arguments]
    return subprocess.run(code, env=around, capture_output=True, check=False)


def test_the_stored_help_is_what_the_commands_say(request: pytest.FixtureRequest) -> None:
    made = CliRunner().invoke(commands, ["--help"], prog_name="shiryo").stdout
    stored = ROOT / "src" / "shiryo" / "messages" / "help.txt"
    if request.config.getoption("--golden"):
        stored.write_text(made, "utf-8")
    assert stored.read_text("utf-8") == made, "other commands: see `make golden`"


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("columns", ["", "60", "80", "many"])
def test_help_is_shown_whole_on_any_screen(flag: str, columns: str) -> None:
    done = asked(flag, COLUMNS=columns)
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert said.startswith("Usage: shiryo ")
    assert {"outline", "build", "check"} <= set(said.split())
    assert columns != "60" or max(map(len, said.splitlines())) <= 60


def test_help_that_nobody_can_read_is_an_error() -> None:
    with Path("/dev/full").open("wb") as full:
        code = [sys.executable, "-c", PROGRAM, "--help"]
        around = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(code, env=around, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


WAITS = """\
import threading as t
t.Thread(target=lambda: (t.main_thread().join(), print("終"))).start()
"""


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("import atexit; atexit.register(print, '終')", "終\n"),
        (WAITS, "終\n"),
        ("", ""),
    ],
    ids=["what was registered", "another thread", "nothing"],
)
def test_what_is_to_be_done_at_the_end_is_done(before: str, said: str) -> None:
    code = [sys.executable, "-c", f"{before}\n{PROGRAM}", "schema"]
    around = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(code, env=around, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().endswith("}\n" + said)


def test_an_error_that_nobody_can_read_is_an_error_all_the_same() -> None:
    with Path("/dev/full").open("wb") as full:
        code = [sys.executable, "-c", PROGRAM, "check", "none.yaml"]
        around = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        done = subprocess.run(code, env=around, stdout=full, stderr=full, check=False)
    assert done.returncode == 2
