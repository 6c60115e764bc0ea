"""What was typed and not saved outlives the program, whatever ends it."""

import errno
from pathlib import Path
from typing import Any

import pytest

from shiryo.diagnostics import Failed
from shiryo.outline.editing import Splice
from shiryo.workspace.journal import Journal


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))


def typed(journal: Journal, *texts: str) -> None:
    for before, after in zip(("", *texts), texts, strict=False):
        journal.append([Splice(len(before), len(before), after[len(before) :])], after)


def left(outline: str = "a.yaml") -> list[str]:
    journal = Journal(outline)
    try:
        return [one.text for one in journal.left()]
    finally:
        journal.close()


def test_what_was_typed_is_found_again() -> None:
    journal = Journal("a.yaml")
    typed(journal, "題", "題: ", "題: 一")
    journal.close()
    assert left() == ["題: 一"]
    assert left("b.yaml") == []


def test_what_was_saved_is_not() -> None:
    journal = Journal("a.yaml")
    typed(journal, "題", "題: 一")
    journal.begin("digest")
    journal.close()
    assert left() == []


def test_a_line_that_is_torn_is_the_only_one_lost(tmp_path: Path) -> None:
    journal = Journal("a.yaml")
    typed(journal, "題", "題: ", "題: 一")
    journal.close()
    (file,) = tmp_path.rglob("*.jsonl")
    data = file.read_bytes()
    for cut in range(len(data)):
        file.write_bytes(data[:cut])
        whole = data[:cut].count(b"\n")
        assert left() == [["題", "題: ", "題: 一"][whole - 1]][: min(whole, 1)]


def test_a_second_studio_on_the_same_outline_is_refused() -> None:
    journal = Journal("a.yaml")
    with pytest.raises(Failed) as failed:
        Journal("a.yaml")
    assert failed.value.diagnostics[0].code == "studio.open"
    journal.close()
    Journal("a.yaml").close()


class Full:
    """A file on a disk that is full after some bytes."""

    def __init__(self, file: Any, room: int) -> None:
        self._file, self.room, self.name = file, room, file.name

    def write(self, data: bytes) -> int:
        taken = data[: self.room]
        self.room -= len(taken)
        if taken:
            self._file.write(taken)
            return len(taken)
        raise OSError(errno.ENOSPC, "No space left on device")

    def fileno(self) -> int:
        return int(self._file.fileno())

    def close(self) -> None:
        self._file.close()


@pytest.mark.parametrize("room", [0, 3])
def test_a_full_disk_is_told_and_what_comes_when_there_is_room_is_whole(room: int) -> None:
    journal = Journal("a.yaml")
    typed(journal, "題")
    journal._file = Full(journal._file, room)  # type: ignore[assignment]
    journal.append([Splice(1, 1, "名")], "題名")
    assert journal.problem is not None
    assert journal.problem.code == "studio.no-journal"
    journal.append([Splice(2, 2, "一")], "題名一")
    assert journal.problem is None
    journal.close()
    assert left() == ["題名一"]


def test_an_fsync_that_fails_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    journal = Journal("a.yaml")
    typed(journal, "題")

    def fails(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.fsync", fails)
    journal.sync()
    assert journal.problem is not None
    journal.close()


def test_without_a_home_the_studio_works_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    journal = Journal("a.yaml")
    typed(journal, "題")
    assert journal.problem is not None
    assert journal.left() == []
    journal.close()
