"""Patterns that are kept compiled from run to run: the same ones, whatever became of the file."""

import importlib
import os
import pickle
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import shiryo
from shiryo import compiled_patterns
from shiryo.lazy_re import Lazy

SRC = Path(shiryo.__file__).parent
RUN = """\
import re, sys
from shiryo import compiled_patterns as kept, lazy_re
made = []
def compiled(pattern, flags, own=kept._compiled):
    made.append(pattern)
    return own(pattern, flags)
kept._compiled = compiled
KANA = lazy_re.compile("(?P<k>[ぁ-んァ-ヶ一-龠]+)年", lazy_re.I)
DAY = [lazy_re.compile(each) for each in ("[ぁ-んァ-ヶ一-龠]+日",)]
def own():
    return lazy_re.compile("[ぁ-んァ-ヶ一-龠]+時")
TIME = own()
exec(compile("def other(re): return re.compile('[ぁ-んァ-ヶ一-龠]+月')", "another", "exec"))
assert KANA.search("昭和年").groupdict() == {"k": "昭和"} and KANA.flags == re.I | re.U
assert DAY[0].match("五日") and TIME.match("五時") and other(lazy_re).match("五月")
print(len(made))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where Python keeps what it compiles, in place of the program's own folder."""
    return tmp_path / "kept"


def run(folder: Path, **environment: str) -> str:
    around = {**os.environ, "PYTHONPATH": str(SRC.parent), "PYTHONPYCACHEPREFIX": str(folder)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    code, given = [sys.executable, "-c", RUN], around | environment
    done = subprocess.run(code, env=given, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_what_a_module_compiles_is_compiled_once(folder: Path):
    assert [run(folder), run(folder), run(folder)] == ["3", "0", "0"]
    [file] = folder.rglob("*.bin")
    assert "月".encode() not in file.read_bytes()  # may be made of what a person wrote


@pytest.mark.parametrize("data", [b"", b"\xff" * 99, b"i\x01\x00\x00\x00", b")\x02N["])
def test_a_file_that_cannot_be_used_is_written_anew(folder: Path, data: bytes):
    run(folder)
    [file] = folder.rglob("*.bin")
    file.write_bytes(data)
    assert [run(folder), run(folder)] == ["3", "0"]


def test_what_another_python_kept_is_left_alone(folder: Path):
    run(folder)
    [file] = folder.rglob("*.bin")
    file.write_bytes(file.read_bytes().replace(b"[GCC", b"[AAA").replace(b"[Clang", b"[Bbbbb"))
    assert run(folder) == "3"


def test_nothing_is_kept_where_modules_are_not(folder: Path):
    assert run(folder, PYTHONDONTWRITEBYTECODE="1") == "3"
    assert not list(folder.rglob("*.bin"))


def test_every_pattern_is_what_python_compiles():
    names = [found.name for found in pkgutil.walk_packages(shiryo.__path__, "shiryo.")]
    found = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    patterns = [v for module in found for v in vars(module).values() if isinstance(v, Lazy)]
    assert len(patterns) > 300
    for each in patterns:
        wanted = re.compile(each.pattern, each._flags)
        made = compiled_patterns._made(
            each.pattern, compiled_patterns._compiled(each.pattern, each._flags)
        )
        assert made == wanted
        assert (made.flags, made.groups) == (wanted.flags, wanted.groups)
        assert made.groupindex == wanted.groupindex
        assert pickle.loads(pickle.dumps(made)) == wanted
