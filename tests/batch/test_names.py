"""Names of files and of variables, made of whatever stands in a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shiryo import limits
from shiryo.batch.columns import columns, variable
from shiryo.batch.names import folded, parts, safe
from shiryo.diagnostics import Failed
from shiryo.workspace.files import is_for_windows


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("札幌市", "札幌市"),
        (" a/b\\c:d ", "a_b_c_d"),
        ("行\n替え", "行_替え"),
        ("../../etc", "_.._etc"),
        ("..", ""),
        ("名前. ", "名前"),
        (".hidden", "hidden"),
        ("CON", "_CON"),
        ("か\u3099", "が"),
        ("", ""),
        ("2025年度 第1回", "2025年度 第1回"),
    ],
)
def test_what_a_name_becomes(text: str, wanted: str) -> None:
    assert safe(text) == wanted


@given(st.text())
def test_every_name_is_one_that_all_systems_hold(text: str) -> None:
    name = safe(text)
    assert len(name.encode()) <= limits.BATCH_NAME_BYTES
    assert is_for_windows(f"{name}.pptx")
    assert not name.startswith((".", "/"))
    assert "/" not in name
    assert safe(name) == name


def test_long_names_stay_apart() -> None:
    one, other = safe("長" * 200 + "一"), safe("長" * 200 + "二")
    assert one != other
    assert one.startswith("長長長")


def test_names_that_some_system_takes_for_one_are_one() -> None:
    assert folded("Ａ社") != folded("A社")
    assert folded("Résumé") == folded("re\u0301sume\u0301".upper())
    assert folded("straße") == folded("STRASSE")


def test_only_a_slash_outside_of_braces_parts_folders() -> None:
    assert parts("{{ 県 }}/{{ 人口 / 2 }}-{{ '/' }}") == ["{{ 県 }}", "{{ 人口 / 2 }}-{{ '/' }}"]
    assert parts("{% if 甲 / 2 %}a{% endif %}") == ["{% if 甲 / 2 %}a{% endif %}"]


def test_columns_are_called_as_variables_can_be() -> None:
    assert variable("人口（人）") == "人口_人"
    assert variable("2025年度") == "_2025年度"
    assert variable("ＡＢＣ　単価") == "ABC_単価"
    assert variable("（％）") == ""


def test_columns_that_cannot_be_had_are_said() -> None:
    made, said = columns(["市", "人口（人）", "date", "％", ""], "a.csv")
    assert made.names == ("市", "人口_人", "", "", "")
    assert made.variables(["札幌市", 1, 2, 3, 4]) == {"市": "札幌市", "人口_人": 1}
    assert [d.code for d in said] == ["batch.renamed", "batch.own-variable", "batch.no-variable"]
    with pytest.raises(Failed) as failed:
        columns(["人口（人）", "人口 人"], "a.csv")
    assert failed.value.diagnostics[0].code == "batch.same-column"
