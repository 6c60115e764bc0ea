"""The page that is committed is the one that its sources make."""

import shutil
import subprocess
from pathlib import Path

import pytest

import shiryo

STUDIO = Path(shiryo.__file__).parent / "studio"
WEB, STATIC = STUDIO / "web", STUDIO / "static"

needs_node = pytest.mark.skipif(
    not shutil.which("node") or not (WEB / "node_modules").is_dir(),
    reason="no Node, or no packages (npm ci in src/shiryo/studio/web)",
)


@needs_node
def test_building_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run(["node", "build.mjs", str(tmp_path)], cwd=WEB, check=True, timeout=120)
    for name in ("app.js", "app.js.licenses.txt"):
        assert (tmp_path / name).read_bytes() == (STATIC / name).read_bytes(), name


@needs_node
def test_its_types_hold() -> None:
    subprocess.run(["npx", "--no-install", "tsc", "--noEmit"], cwd=WEB, check=True, timeout=120)


def test_the_lock_names_no_host_and_the_page_no_other() -> None:
    assert "resolved" not in (WEB / "package-lock.json").read_text("utf-8")
    page = (STATIC / "index.html").read_text("utf-8") + (STATIC / "app.css").read_text("utf-8")
    assert "//" not in page.replace("://www.w3.org", "")


def test_whose_work_is_in_it_is_said() -> None:
    said = (STATIC / "app.js.licenses.txt").read_text("utf-8")
    for name in ("@codemirror/view", "@lezer/common", "style-mod", "crelt"):
        assert f"{name} " in said
    assert "MIT" in said
