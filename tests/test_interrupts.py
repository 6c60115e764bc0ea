"""Stopping whole processes: the moment is that at which a module has been imported."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")
SRC = str(Path(__file__).parent.parent / "src")
OUTLINE = "shiryo: 1\ntitle: 題\nsections: [{id: a, title: 節, blocks: [{bullets: [あ]}]}]\n"
ENVIRONMENT = {**os.environ, "PYTHONPATH": SRC}


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Start processes that hear signals, though this one may run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    also = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, before)
    signal.signal(signal.SIGHUP, also)


def stopped(folder: Path, module: str, number: int, *arguments: str) -> tuple[int, list[str]]:
    """Run shiryo, stop it once ``module`` is there; return the exit code and what it said then."""
    command = [sys.executable, "-X", "importtime", "-m", "shiryo", *arguments]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdin=pipe, stderr=pipe, text=True
    ) as process:
        assert process.stderr is not None
        end = threading.Timer(60, process.kill)
        end.start()
        for line in process.stderr:
            if line.rpartition("|")[2].strip() == module:
                process.send_signal(number)
                break
        rest = process.stderr.readlines()
        end.cancel()
    return process.returncode, [line for line in rest if not line.startswith("import time:")]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize(
    "module", ["click.core", "shiryo.workspace.saving", "pydantic", "pptx.util"]
)
def test_a_signal_ends_in_one_line_whenever_it_comes(tmp_path: Path, module: str, number: int):
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    code, said = stopped(tmp_path, module, number, "build", "a.yaml", "-d", "out")
    assert (code, said) == (128 + number, ["中断しました\n"])
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_run_that_waits_for_its_input_can_be_stopped(tmp_path: Path):
    code, said = stopped(
        tmp_path, "shiryo.workspace.saving", signal.SIGINT, "outline", "-", "-o", "b"
    )
    assert (code, said) == (130, ["中断しました\n"])
    assert list(tmp_path.iterdir()) == []


def test_a_signal_that_is_ignored_stays_so(tmp_path: Path):
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        code, _ = stopped(tmp_path, "pydantic", signal.SIGHUP, "build", "a.yaml", "--only", "deck")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert code == 0
    assert (tmp_path / "a.pptx").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_what_a_library_makes_of_a_signal_keeps_its_code(number: int):
    lines = (
        "import os, sys; from shiryo import interrupts; interrupts.install()\n"
        f"try: os.kill(os.getpid(), {int(number)})\n"
        "except SystemExit: sys.exit(interrupts.code())\n"
    )
    done = subprocess.run([sys.executable, "-c", lines], check=False, capture_output=True)
    assert done.returncode == 128 + number
