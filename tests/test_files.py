from pathlib import Path

import pytest

from shiryo import article, files
from shiryo.diagnostics import Failed
from shiryo.outline import yaml


def code(call, *args):
    with pytest.raises(Failed) as failed:
        call(*args)
    return failed.value.diagnostics[0].code


def test_reading_says_why_it_cannot(tmp_path: Path):
    (tmp_path / "sjis.yaml").write_bytes("題\n資料".encode("shift_jis"))
    assert code(files.read_bytes, str(tmp_path / "no.txt")) == "files.missing"
    assert code(files.read_bytes, str(tmp_path / "sjis.yaml" / "x")) == "files.missing"
    assert code(files.read_bytes, str(tmp_path)) == "files.folder"
    assert code(files.read_text, str(tmp_path / "sjis.yaml")) == "files.not-utf8"
    assert code(files.read_bytes, "a\0b") == "files.unreadable"


def test_a_byte_order_mark_is_no_text(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfa")
    assert files.read_text(str(tmp_path / "a")) == "a"


def test_writing_makes_folders_and_replaces(tmp_path: Path):
    target = tmp_path / "new" / "deep" / "a.bin"
    files.write(target, b"1")
    files.write(target, b"2")
    assert target.read_bytes() == b"2"
    assert [p.name for p in target.parent.iterdir()] == ["a.bin"]


def test_all_is_written_or_nothing(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "old").write_bytes(b"old")
    wanted = {
        tmp_path / "old": b"new",
        tmp_path / "folder" / "a": b"1",
        tmp_path / "file" / "below": b"2",
    }
    assert code(files.write_all, wanted) == "files.not-writable"
    assert (tmp_path / "old").read_bytes() == b"old"
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["file", "old"]


def test_a_folder_is_never_replaced_by_a_file(tmp_path: Path):
    (tmp_path / "a").mkdir()
    assert code(files.write, tmp_path / "a", b"x") == "files.not-writable"


def test_assets_are_read_beside_the_outline(tmp_path: Path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "n.csv").write_bytes(b"a,1")
    text = """\
shiryo: 1
title: 題
sections:
  - id: a
    title: 題
    blocks:
      - chart: {kind: bar, data: data/n.csv}
      - image: {file: none.png}
"""
    outline = yaml.load(text, "x.yaml")[0].outline
    assert files.assets(outline, tmp_path) == {"data/n.csv": b"a,1", "none.png": None}


def test_pictures_of_an_article_are_read_beside_it(tmp_path: Path):
    (tmp_path / "art").mkdir()
    (tmp_path / "art" / "a.png").write_bytes(b"png")
    text = "shiryo: 1\ntitle: 題\nsource: {file: art/x.md}\nsections: [{id: a, title: 題}]\n"
    outline = yaml.load(text, "x.yaml")[0].outline
    words = "# 題\n\n![絵](a.png)\n\n![絵](../out.png)\n\n![絵](none.png)\n".encode()
    read = article.read(words, "art/x.md")[0]
    assert files.assets(outline, tmp_path, read) == {"art/a.png": b"png", "art/none.png": None}
