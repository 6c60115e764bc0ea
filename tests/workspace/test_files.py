import errno
import os
import socket
from pathlib import Path

import pytest

from shiryo.diagnostics import Failed
from shiryo.workspace import files


def code(call, *args):
    with pytest.raises(Failed) as failed:
        call(*args)
    return failed.value.diagnostics[0].code


def read(path: Path | str, most: int = 1000) -> bytes:
    return files.read_bytes(str(path), most)


def test_reading_says_why_it_cannot(tmp_path: Path):
    (tmp_path / "sjis.yaml").write_bytes("題\n資料".encode("shift_jis"))
    assert code(read, tmp_path / "no.txt") == "files.missing"
    assert code(read, tmp_path / "sjis.yaml" / "x") == "files.missing"
    assert code(read, tmp_path) == "files.folder"
    assert code(files.read_text, str(tmp_path / "sjis.yaml")) == "files.not-utf8"
    assert code(read, "a\0b") == "files.unreadable"


def test_only_regular_files_of_a_size_are_read(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "to-pipe").symlink_to("pipe")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
    with (tmp_path / "sparse").open("wb") as file:
        file.truncate(20_000_000_000)
    odd = ("/dev/zero", "/dev/full", "/proc/self/status", "/proc/kmsg", "/sys/kernel/uevent_seqnum")
    for path in (*(tmp_path / n for n in ("pipe", "to-pipe", "socket")), *odd):
        assert not Path(path).exists() or code(read, path) == "files.not-regular", path
    assert code(read, tmp_path / "sparse") == "files.too-large"
    assert code(read, tmp_path / "loop") == "files.unreadable"
    (tmp_path / "a").write_bytes(b"x" * 1000)
    assert read(tmp_path / "a") == b"x" * 1000
    assert code(read, tmp_path / "a", 999) == "files.too-large"


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "空き"), (errno.EACCES, "許可"), (errno.EIO, "接続"), (9999, "別の場所")],
)
def test_reasons_are_japanese_and_have_a_remedy_of_their_own(number: int, words: str):
    reason, remedy = files.why(OSError(number, os.strerror(number)))
    assert words in remedy
    assert number == 9999 or not reason.isascii()


def test_a_byte_order_mark_is_no_text(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa")
    assert files.read_text(str(tmp_path / "a")) == "a"


@pytest.mark.parametrize(
    ("name", "holds"),
    [
        ("資料.pptx", True),
        ("資料-slides/01.png", True),
        ("v1.2 案.yaml", True),
        ("concept.pdf", True),
        ("a:b.yaml", False),
        ("問い?.pptx", False),
        ("NUL.yaml", False),
        ("com1", False),
        ("終わり.", False),
        ("終わり ", False),
        ("a|b-slides/01.png", False),
    ],
)
def test_names_that_windows_cannot_hold(name: str, holds: bool) -> None:
    assert files.is_for_windows(name) is holds
