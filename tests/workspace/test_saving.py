import hashlib
import json
import os
import stat
import threading
import time
from pathlib import Path

import pytest

from shiryo import limits
from shiryo.diagnostics import Failed
from shiryo.workspace.saving import Maker, record, save, temporary

MAKER = Maker("../a.yaml", "0")


def code(call, *args, **kwargs) -> str:
    with pytest.raises(Failed) as failed:
        call(*args, **kwargs)
    return failed.value.diagnostics[0].code


def files(folder: Path) -> dict[str, bytes]:
    found = (p for p in folder.rglob("*") if p.is_file() and p.name != record.NAME)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def claim(folder: Path, **names: object) -> None:
    (folder / record.NAME).write_text(json.dumps(names))


def test_folders_are_made_and_outputs_replaced(tmp_path: Path):
    save(tmp_path / "new/deep", {"a.pptx": b"1", "a-slides/1.png": b"1"}, MAKER)
    save(tmp_path / "new/deep", {"a.pptx": b"2"}, MAKER)
    assert files(tmp_path) == {"new/deep/a.pptx": b"2", "new/deep/a-slides/1.png": b"1"}


def test_all_is_written_or_nothing(tmp_path: Path):
    save(tmp_path, {"old": b"old"}, MAKER)
    (tmp_path / "file").write_bytes(b"x")
    wanted = {"old": b"new", "a-slides/1.png": b"1", "file/1.png": b"2"}
    assert code(save, tmp_path, wanted, MAKER) == "files.not-writable"
    assert files(tmp_path) == {"old": b"old", "file": b"x"}
    assert sorted(p.name for p in tmp_path.iterdir()) == [record.NAME, "file", "old"]


def test_a_folder_is_never_replaced_by_a_file(tmp_path: Path):
    (tmp_path / "a").mkdir()
    assert code(save, tmp_path, {"a": b"x"}, force=True) == "files.not-writable"


def test_what_is_overwritten_by_force_is_kept_and_no_copy_is_lost(tmp_path: Path):
    for edit in (b"one", b"two", b"two", b"one"):
        (tmp_path / "a.pptx").write_bytes(edit)
        assert code(save, tmp_path, {"a.pptx": b"new"}, MAKER) == "files.edited"
        saved = save(tmp_path, {"a.pptx": b"new"}, MAKER, force=True)
        assert saved.backups[0].read_bytes() == edit
    assert files(tmp_path) == {"a.pptx": b"new", "a.pptx.bak": b"one", "a.pptx.bak1": b"two"}
    assert save(tmp_path, {"a.pptx": b"newer"}, MAKER, force=True).backups == ()


@pytest.mark.parametrize("kind", ["fifo", "socket folder", "link", "dangling", "huge"])
def test_what_cannot_be_looked_into_counts_as_a_persons(tmp_path: Path, kind: str):
    output, other = tmp_path / "out/a.pptx", tmp_path / "other"
    save(output.parent, {"a.pptx": b"old"}, MAKER)
    output.unlink()
    if kind == "fifo":
        os.mkfifo(output)
    elif kind == "socket folder":
        output.mkdir()
    elif kind == "huge":
        with output.open("wb") as file:
            file.truncate(limits.OUTPUT_BYTES + 1)
    else:
        output.symlink_to(other)
        if kind == "link":
            other.write_bytes(b"old")
    before = output.lstat()
    assert code(save, output.parent, {"a.pptx": b"new"}, MAKER).startswith("files.")
    assert os.path.samestat(output.lstat(), before)
    if kind != "socket folder":
        save(output.parent, {"a.pptx": b"new"}, MAKER, force=True)
        assert output.read_bytes() == b"new"
        assert not output.is_symlink()
        assert os.path.samestat(output.with_name("a.pptx.bak").lstat(), before)
    assert not other.exists() or other.read_bytes() == b"old"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads all")
def test_an_output_without_permissions_counts_as_a_persons(tmp_path: Path):
    save(tmp_path, {"a.pptx": b"old"}, MAKER)
    (tmp_path / "a.pptx").chmod(0)
    assert code(save, tmp_path, {"a.pptx": b"new"}, MAKER) == "files.edited-unreadable"


GARBAGE = {
    "deep": b"[" * 200_000,
    "no utf-8": b"\xff\xfe{}",
    "empty": b"",
    "a list": b"[1]",
    "no digests": b'{"a.pptx": 3, "b": {"sha256": {}}, "c": {"sha256": [1]}, "d": null}',
    "too long": b" " * (limits.RECORD_BYTES + 1) + b"{}",
    "a long number": b'{"a": ' + b"9" * 5000 + b"}",
}


@pytest.mark.parametrize("kind", [*GARBAGE, "fifo", "link"])
def test_a_record_that_is_none_counts_as_none(tmp_path: Path, kind: str):
    path = tmp_path / "out" / record.NAME
    path.parent.mkdir()
    (tmp_path / "other").write_text(json.dumps({"a.pptx": sha(b"edit")}))
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "link":
        path.symlink_to(tmp_path / "other")
    else:
        path.write_bytes(GARBAGE[kind])
    (path.parent / "a.pptx").write_bytes(b"edit")
    assert code(save, path.parent, {"a.pptx": b"1"}, MAKER) == "files.edited"
    save(path.parent, {"b.pptx": b"1"}, MAKER)
    save(path.parent, {"b.pptx": b"2"}, MAKER)
    assert (tmp_path / "other").read_text() == json.dumps({"a.pptx": sha(b"edit")})


@pytest.mark.parametrize(
    "name",
    [
        "a-slides/../../victim.png",
        "a-slides/../victim.png",
        "../victim.png",
        "a-slides//../../victim.png",
        "a-slides/notes.txt",
        "a-slides/1.png.bak",
        "a-slides/deep/1.png",
        "a-slides/linked/1.png",
        "b-slides/1.png",
        "notes.txt",
        "a-slides",
    ],
)
def test_a_strangers_record_removes_nothing_but_previews(tmp_path: Path, name: str):
    out = tmp_path / "out"
    (out / "a-slides/deep").mkdir(parents=True)
    (out / "b-slides").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (out / "a-slides/linked").symlink_to(tmp_path / "elsewhere")
    places = ("victim.png", "elsewhere/1.png", "out/notes.txt", "out/victim.png", f"out/{name}")
    for place in places:
        path = Path(os.path.normpath(tmp_path / place))
        if path.is_relative_to(tmp_path) and not path.is_dir():
            path.write_bytes(b"victim")
    (out / "a-slides/9.png").write_bytes(b"victim")
    before = set(tmp_path.rglob("*")) - {out / "a-slides/9.png"}
    claim(out, **{name: sha(b"victim"), "a-slides/9.png": sha(b"victim")})
    save(out, {"a-slides/1.png": b"1"}, MAKER, previews=("a-slides/",), force=True)
    assert before <= set(tmp_path.rglob("*"))
    assert not (out / "a-slides/9.png").exists()


def test_nothing_is_written_or_removed_through_a_linked_folder(tmp_path: Path):
    (tmp_path / "out").mkdir()
    (tmp_path / "mine").mkdir()
    for name in ("1.png", "9.png"):
        (tmp_path / "mine" / name).write_bytes(b"mine")
    (tmp_path / "out/a-slides").symlink_to(tmp_path / "mine")
    claim(tmp_path / "out", **{f"a-slides/{n}.png": sha(b"mine") for n in (1, 9)})
    wanted = {"a-slides/1.png": b"1", "a.pdf": b"1"}
    options = {"previews": ("a-slides/",), "force": True}
    assert code(save, tmp_path / "out", wanted, MAKER, **options) == "files.not-writable"
    save(tmp_path / "out", {"a.pdf": b"1"}, MAKER, **options)
    assert files(tmp_path / "mine") == {"1.png": b"mine", "9.png": b"mine"}


def made_by(outline: Path, title: str, folder: Path) -> Maker:
    return Maker.of(str(outline), title, folder)


def test_outputs_of_another_outline_are_not_overwritten_unasked(tmp_path: Path):
    one, two, out = tmp_path / "y/a.yaml", tmp_path / "a.yaml", tmp_path / "out"
    one.parent.mkdir()
    one.write_text("1")
    two.write_text("2")
    save(out, {"a.pptx": b"one"}, made_by(one, "題", out))
    save(out, {"a.pptx": b"one, later"}, made_by(one, "別題", out))
    assert code(save, out, {"a.pptx": b"two"}, made_by(two, "題", out)) == "files.other-outline"
    saved = save(out, {"a.pptx": b"two"}, made_by(two, "題", out), force=True)
    assert saved.backups[0].read_bytes() == b"one, later"
    assert code(save, out, {"a.pptx": b"one"}, made_by(one, "題", out)) == "files.other-outline"


def test_an_outline_is_known_where_its_folder_or_that_of_the_outputs_moved(tmp_path: Path):
    outline, out = tmp_path / "work/a.yaml", tmp_path / "work/out"
    outline.parent.mkdir()
    outline.write_text("1")
    save(out, {"a.pptx": b"1"}, made_by(outline, "題", out))
    (tmp_path / "work").rename(tmp_path / "moved")
    outline, out = tmp_path / "moved/a.yaml", tmp_path / "moved/out"
    save(out, {"a.pptx": b"2"}, made_by(outline, "改題", out))
    (tmp_path / "far/away").mkdir(parents=True)
    out = out.rename(tmp_path / "far/away/out")
    save(out, {"a.pptx": b"3"}, made_by(outline, "改題", out))
    assert (out / "a.pptx").read_bytes() == b"3"


def test_records_of_earlier_versions_are_understood(tmp_path: Path):
    (tmp_path / "a.pptx").write_bytes(b"old")
    claim(tmp_path, **{"a.pptx": sha(b"old")})
    save(tmp_path, {"a.pptx": b"new"}, MAKER)
    assert (tmp_path / "a.pptx").read_bytes() == b"new"


@pytest.mark.parametrize("how", ["same", "hard link", "link", "linked folder"])
def test_what_is_read_is_never_an_output(tmp_path: Path, how: str):
    read = tmp_path / "in/a.yaml"
    read.parent.mkdir()
    read.write_bytes(b"mine")
    target = tmp_path / "b.yaml"
    if how == "same":
        target = read
    elif how == "hard link":
        target.hardlink_to(read)
    elif how == "link":
        target.symlink_to(read)
    else:
        (tmp_path / "linked").symlink_to(read.parent)
        target = tmp_path / "linked/a.yaml"
    wanted = {target.name: b"new"}
    found = code(save, target.parent, wanted, MAKER, inputs=[read], force=True)
    assert (found, read.read_bytes()) == ("files.own-input", b"mine")


def test_the_record_is_no_output(tmp_path: Path):
    assert code(save, tmp_path, {record.NAME: b"x"}, force=True) == "files.reserved"


def test_modes_are_kept_and_new_files_have_those_of_the_umask(tmp_path: Path):
    before = os.umask(0o027)
    try:
        save(tmp_path, {"a": b"1", "b": b"1"}, MAKER)
        (tmp_path / "a").chmod(0o600)
        (tmp_path / "b").chmod(0o664)
        save(tmp_path, {"a": b"2", "b": b"2", "c": b"2"}, MAKER)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in "abc"]
    assert modes == [0o600, 0o664, 0o640]


def test_only_files_that_shiryo_named_are_swept(tmp_path: Path):
    dead = temporary.Temporary(tmp_path).write(b"half")
    alike = [".shiryo-abcdefgh", f".shiryo-{'0' * 32}", f"{dead.name}x", dead.name[:-1] + "-"]
    for name in alike:
        (tmp_path / name).write_bytes(b"mine")
    (tmp_path / temporary.Temporary(tmp_path).new().name).mkdir()
    save(tmp_path, {"a": b"1"}, MAKER)
    assert not dead.exists()
    assert all((tmp_path / name).exists() for name in alike)


def test_a_second_run_waits_and_then_says_that_another_is_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from shiryo.workspace.saving import place

    monkeypatch.setattr(limits, "LOCK_SECONDS", 0.2)
    with place.held_alone(tmp_path):
        assert code(save, tmp_path, {"a": b"1"}, MAKER) == "files.locked"
    monkeypatch.setattr(limits, "LOCK_SECONDS", 30)
    with place.held_alone(tmp_path):
        waiting = threading.Thread(target=save, args=(tmp_path, {"a": b"1"}, MAKER))
        waiting.start()
        time.sleep(0.1)
        assert not (tmp_path / "a").exists()
    waiting.join()
    assert (tmp_path / "a").read_bytes() == b"1"


def test_two_outlines_may_be_written_into_one_folder_at_once(tmp_path: Path):
    def often(name: str) -> None:
        for n in range(20):
            save(tmp_path / "out", {name: f"{name} {n}".encode()}, Maker(f"../{name}.yaml", "0"))

    runs = [threading.Thread(target=often, args=(name,)) for name in ("a", "b", "c")]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert files(tmp_path / "out") == {name: f"{name} 19".encode() for name in "abc"}
    assert set(record.read(tmp_path / "out")) == {"a", "b", "c"}


def test_what_stands_there_as_it_is_to_be_is_not_written_unless_asked(tmp_path: Path):
    out = tmp_path / "out"
    files = {"a.pptx": b"1", "a-slides-svg/1.svg": b"2", "a-slides-svg/2.svg": b"3"}
    save(out, files, MAKER, previews=("a-slides-svg/",))
    before = {name: (out / name).stat().st_ino for name in files}
    record = (out / ".shiryo.json").stat().st_ino
    assert save(out, files, MAKER, previews=("a-slides-svg/",), again=False).written == ()
    assert (out / ".shiryo.json").stat().st_ino == record
    saved = save(out, files | {"a.pptx": b"9"}, MAKER, previews=("a-slides-svg/",), again=False)
    assert saved.written == ("a.pptx",)
    assert (out / "a.pptx").read_bytes() == b"9"
    assert {n: (out / n).stat().st_ino == before[n] for n in files} == {
        name: name != "a.pptx" for name in files
    }
    del files["a-slides-svg/2.svg"]
    files["a.pptx"] = b"9"
    assert save(out, files, MAKER, previews=("a-slides-svg/",), again=False).written == ()
    assert not (out / "a-slides-svg/2.svg").exists()


def test_what_a_person_changed_is_kept_there_too(tmp_path: Path):
    save(tmp_path, {"a.pptx": b"1"}, MAKER)
    (tmp_path / "a.pptx").write_bytes(b"mine")
    with pytest.raises(Failed):
        save(tmp_path, {"a.pptx": b"1"}, MAKER, again=False)
    assert (tmp_path / "a.pptx").read_bytes() == b"mine"
