"""What an outline names by variables: read where they lead, and nowhere else."""

from pathlib import Path

import pytest

import shiryo
from shiryo.diagnostics import Failed
from shiryo.workspace import sources
from shiryo.workspace.job import prepare

OUTLINE = """\
shiryo: 1
title: 題
variables: {code: north}
sections:
  - {id: a, title: 節, message: 文, blocks: [{chart: {kind: column, data: "rows/{{ code }}.csv"}}]}
"""


@pytest.fixture
def at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(OUTLINE, "utf-8")
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows/north.csv").write_text("年,人\n2024,1\n2025,2\n", "utf-8")
    (tmp_path / "rows/south.csv").write_text("年,人\n2024,30\n2025,40\n", "utf-8")
    return tmp_path


def code(call, *args) -> str:
    with pytest.raises(Failed) as failed:
        call(*args)
    return failed.value.diagnostics[0].code


def test_a_path_with_variables_leads_to_a_file(at: Path):
    job = shiryo.load("a.yaml")
    assert job.assets["rows/{{ code }}.csv"] == (at / "rows/north.csv").read_bytes()
    assert at / "rows/north.csv" in [path.resolve() for path in job.inputs]
    assert not [d for d in shiryo.build(job)[1] if d.severity == "error"]


def test_values_from_outside_take_the_place_of_variables(at: Path):
    form = prepare("a.yaml", is_form=True)
    assert not form.assets
    job = form.varied({"code": "south"})
    assert list(job.assets.values()) == [(at / "rows/south.csv").read_bytes()]


def test_a_variable_may_hold_the_data_itself(at: Path):
    text = OUTLINE.replace("rows/{{ code }}.csv", "{{ code }}")
    (at / "a.yaml").write_text(text, "utf-8")
    job = prepare("a.yaml", is_form=True).varied({"code": "年,人\n2024,7\n2025,8\n"})
    made, problems = shiryo.build(job, ("deck",))
    assert made.pptx
    assert not problems


def test_a_variable_leads_nowhere_else(at: Path):
    (at.parent / "secret.csv").write_text("年,人\n2024,1\n", "utf-8")
    form = prepare("a.yaml", is_form=True)
    assert code(form.varied, {"code": "../../secret"}) == "files.out-of-reach"
    assert code(form.varied, {"code": "none"}) == "files.missing"
    (at / "a.yaml").write_text(OUTLINE.replace("{{ code }}", "{{ cod }}"), "utf-8")
    assert code(shiryo.load, "a.yaml") == "compose.undefined"


def test_the_digest_of_an_outline_is_of_all_that_was_read(at: Path):
    first = sources.read("a.yaml")[1]
    assert sources.read("a.yaml")[1] == first
    assert sources.read("a.yaml", is_form=True)[1] != first
    (at / "rows/north.csv").write_text("年,人\n2024,1\n2025,3\n", "utf-8")
    second = sources.read("a.yaml")[1]
    (at / "templates/own").mkdir(parents=True)
    (at / "templates/own/theme.yaml").write_text("extends: briefing\n", "utf-8")
    (at / "a.yaml").write_text(f"{OUTLINE}deck: {{template: own}}\n", "utf-8")
    third = sources.read("a.yaml")[1]
    (at / "templates/own/theme.yaml").write_text("extends: briefing\n# 別\n", "utf-8")
    assert len({first, second, third, sources.read("a.yaml")[1]}) == 4
