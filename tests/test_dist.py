"""What is handed on: a wheel of the same bytes each time, with all that the program reads."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from shiryo import __version__

ROOT = Path(__file__).parent.parent
DIST = f"shiryo-{__version__}.dist-info"
SOURCE = ROOT / "src" / "shiryo"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a wheel's contents, of which two were built."""
    made: list[Path] = []
    for name in ("one", "two"):
        folder = tmp_path_factory.mktemp(name)
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        made += folder.glob("*.whl")
    assert made[0].read_bytes() == made[1].read_bytes()
    unpacked = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(made[0]) as archive:
        archive.extractall(unpacked)
    return unpacked


def test_a_wheel_has_all_that_the_program_is_and_reads(wheel: Path) -> None:
    ours = {
        path.relative_to(SOURCE)
        for path in SOURCE.rglob("*")
        if path.is_file() and not {"web", "__pycache__"} & {*path.relative_to(SOURCE).parts}
    }
    templates = {
        Path("templates") / path.relative_to(ROOT / "templates")
        for path in (ROOT / "templates").rglob("*")
        if path.is_file()
    }
    there = {p.relative_to(wheel / "shiryo") for p in (wheel / "shiryo").rglob("*") if p.is_file()}
    assert there == ours | templates
    assert {path.name for path in wheel.iterdir()} == {"shiryo", DIST}
    assert {path.name for path in (wheel / DIST / "licenses").iterdir()} == {
        "LICENSE",
        "NOTICE",
    }


def test_a_wheel_makes_a_briefing_by_itself(wheel: Path, tmp_path: Path) -> None:
    (tmp_path / "記事.txt").write_bytes((ROOT / "seeds" / "kokusan-ai.txt").read_bytes())
    code = f"""
import sys
sys.path.insert(0, {str(wheel)!r})
import shiryo
assert shiryo.__file__.startswith({str(wheel)!r})
from shiryo.cli import main
main(sys.argv[1:])
"""
    for command in (
        ["outline", "記事.txt"],
        ["build", "記事.yaml", "--only", "deck", "--only", "handout"],
        ["template", "show", "tategaki"],
        ["--help"],
    ):
        done = subprocess.run(
            [sys.executable, "-P", "-c", code, *command],
            cwd=tmp_path, env={"HOME": str(tmp_path)}, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr.decode()
    assert {p.suffix for p in tmp_path.iterdir() if p.is_file() and p.name[0] != "."} == {
        ".txt",
        ".yaml",
        ".pptx",
        ".pdf",
    }
