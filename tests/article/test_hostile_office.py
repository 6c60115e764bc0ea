"""Office files and PDF that are damaged are read; hostile ones are read or refused, and end."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hostile_office import SENTENCE, damaged, deck, hostile, packed, without, word

from shiryo import limits
from shiryo.article import read
from shiryo.cli import main
from shiryo.diagnostics import Failed
from shiryo.workspace import reading

DAMAGED = {f"{name}.{kind}": data for name, kind, data in damaged()}
HOSTILE = {f"{name}.{kind}": data for name, kind, data in hostile()}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_damaged_is_read(name: str) -> None:
    article, _ = read(DAMAGED[name], name)
    expected = "The city reviews line 3 now." if name.endswith("pdf") else SENTENCE
    if "another-encoding" not in name:
        assert expected in article.text
    assert article.blocks


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (without(word(), "word/styles.xml"), "a.docx", "スタイルの定義"),
        (without(word(), "word/numbering.xml"), "a.docx", "箇条書きの定義"),
        (without(deck(), "ppt/slides/slide2.xml"), "a.pptx", "スライド"),
    ],
)
def test_what_is_lost_is_said(data: dict[str, bytes], name: str, said: str) -> None:
    _, found = read(packed(data), name)
    assert [said in each.message for each in found if each.code == "article.lost-part"] == [True]


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "READ_SECONDS", 1)
    try:
        found = reading.read(HOSTILE[name], name)[1]
    except Failed as failed:
        found = failed.diagnostics
    assert all(each.hint for each in found)
    assert "article.stopped-crash" not in [each.code for each in found]


@pytest.mark.parametrize("name", ["word-span.docx", "deck-groups.pptx", "pdf-widths.pdf"])
def test_the_command_says_it_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    result = CliRunner().invoke(main, ["outline", str(path), "-o", str(tmp_path / "a.yaml")])
    assert result.exit_code in (0, 2)
    assert "files.internal" not in result.output


@pytest.mark.parametrize(("parts", "name"), [(word(), "a.docx"), (deck(), "a.pptx")])
def test_more_paragraphs_than_are_read_are_refused_in_words(
    parts: dict[str, bytes], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = packed(parts)
    lines = read(data, name)[0].lines
    monkeypatch.setattr(limits, "LINES", len(lines))
    assert read(data, name)[0].lines == lines
    monkeypatch.setattr(limits, "LINES", len(lines) - 1)
    with pytest.raises(Failed) as failed:
        read(data, name)
    assert [found.code for found in failed.value.diagnostics] == ["article.many-lines"]
