"""``--watch``: each save is built once it is whole, and nothing is written that is as it was."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest

OUTLINE = """\
shiryo: 1
title: 図書館
source: {file: 記事.txt}
sections:
  - id: hours
    title: 時間
    message: 平日は夜も開く
    blocks:
      - bullets: [平日は20時まで, 土日は18時まで]
      - chart: {kind: bar, data: 数.csv, caption: 来館者}
"""


class Watcher:
    """A process that watches, and the lines that it says."""

    def __init__(self, at: Path, *command: str, **environment: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "shiryo", *command, "--watch"],
            cwd=at,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=os.environ | environment,
        )
        self._lines: Queue[str] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stderr
        for line in self._process.stderr:
            self._lines.put(line.rstrip("\n"))

    def round(self, seconds: float = 60) -> list[str]:
        """Return what is said of the next round, its own line the last."""
        said: list[str] = []
        while not said or "秒）" not in said[-1]:
            said.append(self._lines.get(timeout=seconds))
        return said

    def silent(self, seconds: float = 1.5) -> bool:
        """Tell whether nothing is said for a while."""
        try:
            self._lines.get(timeout=seconds)
        except Empty:
            return True
        return False

    def end(self, number: int = signal.SIGINT) -> int:
        """Stop it; return its exit code."""
        self._process.send_signal(number)
        return self._process.wait(30)

    def kill(self) -> None:
        self._process.kill()
        self._process.wait(30)


@pytest.fixture(autouse=True)
def from_a_terminal() -> Iterator[None]:
    """Let Ctrl-C end the processes, even if the tests run in the background, where it does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def at(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "記事.txt").write_text("図書館の時間\n\n平日は20時まで開く。\n", "utf-8")
    (tmp_path / "数.csv").write_text("月,人\n4月,10\n", "utf-8")
    return tmp_path


@pytest.fixture(params=[{}, {"WATCHFILES_FORCE_POLLING": "1"}], ids=["told", "polled"])
def building(at: Path, request: pytest.FixtureRequest) -> Iterator[Watcher]:
    made = Watcher(at, "build", "a.yaml", "-d", "out", "--only", "deck", **request.param)
    assert "a.pptx を書き出しました" in made.round()[-1]
    yield made
    made.kill()


def edited(at: Path, new: str, name: str = "a.yaml") -> None:
    """Save a file as editors do: under another name first."""
    (at / f".{name}.tmp").write_text(new, "utf-8")
    (at / f".{name}.tmp").replace(at / name)


def test_each_save_is_built_and_nothing_else_is_written(at: Path, building: Watcher) -> None:
    deck = at / "out/a.pptx"
    first = deck.read_bytes()
    edited(at, OUTLINE.replace("夜も", "朝から"))
    assert building.round()[-1].startswith("a.yaml → a.pptx を書き出しました（")
    second = deck.read_bytes()
    assert second != first
    before = deck.stat()
    edited(at, OUTLINE.replace("夜も", "朝から") + "# 注\n")
    assert "変わりません" in building.round()[-1]
    assert (deck.stat().st_mtime_ns, deck.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    (at / "他.txt").write_text("関わりのない文", "utf-8")
    assert building.silent()
    edited(at, "月,人\n4月,99\n", "数.csv")
    assert building.round()[-1].startswith("数.csv → a.pptx を書き出しました（")
    assert deck.read_bytes() != second


def test_what_is_gone_or_broken_is_said_and_mended(at: Path, building: Watcher) -> None:
    deck = (at / "out/a.pptx").read_bytes()
    (at / "a.yaml").write_text("title: [", "utf-8")
    *problems, line = building.round()
    assert "[outline." in problems[0]
    assert "前のままです" in line
    (at / "a.yaml").unlink()
    *problems, line = building.round()
    assert "[files.missing]" in problems[0]
    assert (at / "out/a.pptx").read_bytes() == deck
    edited(at, OUTLINE.replace("夜も", "昼も"))
    assert "a.pptx を書き出しました" in building.round()[-1]


def test_a_file_that_is_being_written_is_built_once_it_is_whole(
    at: Path, building: Watcher
) -> None:
    new = OUTLINE.replace("夜も", "昼も")
    with (at / "a.yaml").open("w", encoding="utf-8") as file:
        for start in range(0, len(new), 40):
            file.write(new[start : start + 40])
            file.flush()
            time.sleep(0.03)
    assert "a.pptx を書き出しました" in building.round()[-1]
    assert building.silent()


def test_a_template_beside_the_outline_is_watched(at: Path) -> None:
    folder = at / "templates" / "own"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("extends: briefing\n", "utf-8")
    edited(at, OUTLINE.replace("title: 図書館\n", "title: 図書館\ndeck: {template: own}\n"))
    watcher = Watcher(at, "build", "a.yaml", "-d", "out", "--only", "deck")
    try:
        watcher.round()
        (folder / "footer.j2").write_text("脚注の言葉", "utf-8")
        assert watcher.round()[-1].startswith("footer.j2 → a.pptx を書き出しました")
    finally:
        assert watcher.end() == 130


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_check_says_what_is_wrong_after_every_save(at: Path, number: int) -> None:
    watcher = Watcher(at, "check", "a.yaml")
    assert "a.yaml: エラー 0・" in watcher.round()[-1]
    edited(at, OUTLINE.replace("平日は20時まで,", "平日は21時まで,"))
    assert watcher.round()[-1].startswith("a.yaml → a.yaml: エラー 0・")
    assert watcher.end(number) == 128 + number


def test_what_is_typed_is_not_waited_for(at: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "shiryo", "build", "-", "--watch"],
        cwd=at,
        input=OUTLINE,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "[files.watched-stdin]" in done.stderr
