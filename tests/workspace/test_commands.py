import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import shiryo
from shiryo.cli import main

OUTLINE = "shiryo: 1\ntitle: 題\nsections: [{id: a, title: 節, blocks: [{bullets: [あ]}]}]\n"


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "a.txt").write_text("見出し\n\n市は図書館の開館時間を変える。\n", "utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(main, args, catch_exceptions=False)


def refused(code: str, *args: str) -> bool:
    done = run(*args)
    return done.exit_code == 2 and f"[{code}]" in done.stderr


def test_a_schema_replaces_nothing_but_a_schema_of_its_own(at: Path):
    assert refused("files.exists", "schema", "-o", "a.yaml")
    assert (at / "a.yaml").read_text("utf-8") == OUTLINE
    (at / "shiryo.schema.json").write_text("mine")
    assert refused("files.exists", "outline", "a.txt", "-o", "b.yaml", "--with-schema")
    assert refused("files.exists", "new", "c", "--with-schema")
    assert not (at / "b.yaml").exists()
    assert run("schema", "-o", "shiryo.schema.json", "--force").exit_code == 0
    assert (at / "shiryo.schema.json.bak").read_text() == "mine"
    assert run("schema", "-o", "shiryo.schema.json").exit_code == 0
    assert run("outline", "a.txt", "-o", "b.yaml", "--with-schema").exit_code == 0
    same = ("outline", "a.txt", "-o", "shiryo.schema.json", "--with-schema", "--force")
    assert refused("files.same-output", *same)


def test_a_redrafted_outline_leaves_the_edited_one(at: Path):
    done = run("outline", "a.txt", "--force")
    assert (at / "a.yaml.bak").read_text("utf-8") == OUTLINE
    assert "a.yaml.bak" in done.stderr


def test_no_command_replaces_what_it_reads(at: Path):
    article = (at / "a.txt").read_bytes()
    assert refused("files.own-input", "outline", "a.txt", "-o", "a.txt", "--force")
    assert refused("files.wrong-suffix", "deck", "a.yaml", "-o", "a.yaml", "--force")
    (at / "data.pdf").write_text("年,数\n2024,1\n2025,2\n", "utf-8")  # CSV by another name
    (at / "c.yaml").write_text(
        "shiryo: 1\ntitle: 題\nsource: {file: a.txt}\n"
        "sections: [{id: a, title: 節, blocks: [{chart: {kind: bar, data: data.pdf}}]}]\n",
        "utf-8",
    )
    for code, name in (("wrong-suffix", "a.txt"), ("own-input", "data.pdf")):
        before = (at / name).read_bytes()
        assert refused(f"files.{code}", "handout", "c.yaml", "-o", name, "--force")
        assert (at / name).read_bytes() == before
    assert (at / "a.txt").read_bytes() == article


def test_an_output_of_another_outline_is_asked_about(at: Path):
    (at / "y").mkdir()
    (at / "y/a.yaml").write_text(OUTLINE.replace("あ", "い"), "utf-8")
    (at / "a-notes.yaml").write_text(OUTLINE.replace("あ", "う"), "utf-8")
    assert run("handout", "y/a.yaml", "-d", "out").exit_code == 0
    assert refused("files.other-outline", "handout", "a.yaml", "-d", "out")
    assert run("handout", "a-notes.yaml", "-d", "out").exit_code == 0
    notes = ("handout", "a.yaml", "-d", "out", "--variant", "notes")
    assert refused("files.other-outline", *notes)
    assert run(*notes, "--force").exit_code == 0
    assert sorted(path.name for path in (at / "out").glob("*.pdf*")) == [
        "a-notes.pdf",
        "a-notes.pdf.bak",
        "a.pdf",
    ]


@pytest.mark.skipif(os.name != "posix", reason="a shell")
def test_a_build_needs_nobody_who_reads_its_messages(at: Path):
    for messages in ("2>&-", "2>/dev/full" if Path("/dev/full").exists() else "2>&-"):
        command = f'"$0" -m shiryo build a.yaml -d out --only deck {messages}'
        done = subprocess.run(
            ["sh", "-c", command, sys.executable],
            env={**os.environ, "PYTHONPATH": str(Path(shiryo.__file__).parents[1])},
            check=False,
        )
        assert done.returncode == 0
        assert (at / "out/a.pptx").read_bytes().startswith(b"PK")
