"""A batch as tests run it: a program of its own, in a folder of its own."""

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pptx import Presentation

from shiryo.batch import manifest
from shiryo.workspace.saving import temporary

OUTLINE = """\
shiryo: 1
title: "{{ 市 }}の人口"
sections:
  - id: a
    title: 人口
    message: "{{ 市 }}の人口は{{ 人口 }}人である"
    blocks:
      - chart: {kind: column, data: "{% if 系列 %}{{ 系列 }}{% else %}無し.csv{% endif %}"}
"""
ROWS = [("札幌市", 1973395), ("小樽市", 111299), ("函館市", 251084), ("旭川市", 329306)]
NAME = "{{ 市 }}"


def needed(*names: str) -> None:
    """Skip where an extra is not installed; where everything has to be tried, fail."""
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip(f"{name} is not installed", allow_module_level=True)


def table(rows: Sequence[tuple[str, Any]] = ROWS) -> str:
    series = "年,人\n2020,1\n2025,2"
    return "市,人口,系列\n" + "".join(f'{a},{b},"{series}"\n' for a, b in rows)


def written(folder: Path, rows: Sequence[tuple[str, Any]] = ROWS) -> Path:
    """Write an outline and a table into a folder, and return it."""
    folder.mkdir(exist_ok=True)
    (folder / "a.yaml").write_text(OUTLINE, "utf-8")
    (folder / "rows.csv").write_text(table(rows), "utf-8")
    return folder


def command(*args: str) -> list[str]:
    return [sys.executable, "-P", "-m", "shiryo", "batch", *args, "--workers", "1"]


def rows(*args: str, to: str = "out") -> list[str]:
    return command("a.yaml", "--data", "rows.csv", "--name", NAME, "-d", to, *args)


def run(at: Path, line: list[str], **env: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        line, cwd=at, env={**os.environ, **env}, capture_output=True, text=True, check=False
    )


def told(at: Path, folder: str = "out") -> list[dict[str, Any]]:
    return parsed((at / folder / manifest.NAME).read_text("utf-8"))


def parsed(text: str) -> list[dict[str, Any]]:
    """Return the lines of a manifest, without what no two runs have in common."""
    lines = [json.loads(line) for line in text.splitlines()]
    return [{key: value for key, value in line.items() if key != "seconds"} for line in lines]


def files(at: Path, folder: str = "out") -> dict[str, bytes]:
    """Return the outputs; nothing else may a run leave than what tells of it."""
    own = {manifest.NAME, "report.html"}
    found = {p.relative_to(at / folder).as_posix(): p for p in (at / folder).rglob("*")}
    assert not [name for name in found if temporary.is_temporary(Path(name).name)]
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if path.is_file() and name not in own and not name.startswith(".shiryo-batch")
    }


def words(at: Path, name: str) -> tuple[str, str]:
    """Return what the deck and the handout of a name say, without spaces."""
    deck = Presentation(str(at / f"out/{name}.pptx"))
    said = "".join(s.text_frame.text for p in deck.slides for s in p.shapes if s.has_text_frame)
    with pypdfium2.PdfDocument((at / f"out/{name}.pdf").read_bytes()) as pages:
        printed = "".join(page.get_textpage().get_text_range() for page in pages)
    return "".join(said.split()), "".join(printed.split())
