"""Scalars that are written without ruamel: as it writes them."""

import datetime as dt
import io
import subprocess
import sys
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.scalarstring import LiteralScalarString

from shiryo.outline.scalars import scalar

SIGNS = "あア漢AZadefz09 .,:;#?!()（）「」[]{}'\"&*|>%@`-+~/　、。・ー…％："
LINE = st.text(st.sampled_from(SIGNS), max_size=9)
TEXTS = st.lists(LINE, min_size=1, max_size=3).map("\n".join)
SEED = Path(__file__).parents[2] / "seeds" / "kokusan-ai.txt"


def by_ruamel(value: Any, flow: bool) -> str:
    made = CommentedMap(k=value)
    if flow:
        made.fa.set_flow_style()
    engine, out = YAML(), io.StringIO()
    engine.width = 10**6
    engine.dump(made, out)
    return out.getvalue()[4:-2] if flow else out.getvalue()[2:-1].removeprefix(" ")


@given(st.booleans() | st.integers() | st.dates(), st.booleans())
def test_truth_numbers_and_dates_are_written_as_ruamel_does(value: Any, flow: bool) -> None:
    assert scalar(value, flow=flow) == by_ruamel(value, flow)


@given(TEXTS)
def test_what_is_written_without_quotes_ruamel_writes_so_too(text: str) -> None:
    if not (made := scalar(text)).startswith(("'", '"')):
        lines = "\n" in text.strip("\n") and not text.endswith("\n")
        assert made == by_ruamel(LiteralScalarString(text) if lines else text, False)


@given(TEXTS | st.dates() | st.datetimes())
def test_what_is_written_reads_as_it_was(value: str | dt.date) -> None:
    read = YAML(typ="safe").load(f"k: {scalar(value)}\n")["k"]
    assert read == value


def test_a_draft_needs_no_reader_of_yaml() -> None:
    code = (
        f"import sys; from shiryo import draft, dump; dump(draft({str(SEED)!r})[0]);"
        "print([name for name in sys.modules if name.startswith('ruamel')])"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"
