"""Whatever the system refuses to a batch, or stops it: nothing is half, and no edit is lost."""

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import batch_faults
import faults
import pytest
from batches import files, rows, run, told, written

from shiryo.diagnostics import Failed
from shiryo.workspace.delivery import Folder


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
@pytest.mark.parametrize("way", faults.WAYS)
def test_whatever_fails_or_stops_it_nothing_is_lost_and_the_next_run_is_right(
    way: str, tmp_path: Path
):
    memory = Path("/dev/shm")  # where bringing to the disk costs nothing
    folder = memory if os.access(memory, os.W_OK) else tmp_path
    done = subprocess.run(
        [sys.executable, batch_faults.__file__, way],
        capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "TMPDIR": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    found = done.stdout.splitlines()
    assert (found[:-1], done.stderr) == ([], "")
    assert int(found[-1].removeprefix("calls ")) > 40


def test_a_manifest_is_known_as_our_own_however_often_a_run_was_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> None:
        raise OSError(errno.EIO, "")

    with Folder(tmp_path, force=False) as folder:
        folder.write("list.jsonl", ["一"])
        with monkeypatch.context() as patch:
            patch.setattr(os, "replace", fail)
            for text in ("二", "三"):
                with pytest.raises(Failed):
                    folder.write("list.jsonl", [text])
        folder.refuse_foreign("list.jsonl")
        folder.write("list.jsonl", ["四"])
    assert (tmp_path / "list.jsonl").read_text("utf-8") == "四"
    assert not [*tmp_path.glob("*.bak*")]


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Yield a folder on a disk that holds some briefings of a dozen."""
    disk = tmp_path / "out"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=500k", "none", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_stops_a_batch_that_goes_on_once_there_is_room(small: Path):
    many = [(f"第{n}市", n) for n in range(12)]
    at = written(small.parent, many)
    done = run(at, rows())
    assert done.returncode == 2
    assert "空き容量がありません" in done.stderr
    assert "--resume" in done.stderr
    assert 0 < len(files(at)) < 24
    again = run(at, rows("--resume"))
    assert again.returncode == 2
    assert "Traceback" not in again.stderr
    subprocess.run(["mount", "-o", "remount,size=20m", str(small)], check=True)
    done = run(at, rows("--resume"))
    assert done.returncode == 0
    assert "作成 12 件" not in done.stderr
    whole = written(at.parent / "whole", many)
    run(whole, rows())
    assert files(at) == files(whole)
    assert told(at) == told(whole)
