import pytest
from jinja2.sandbox import SandboxedEnvironment

from shiryo import inline
from shiryo.inline import escape


@pytest.mark.parametrize(
    "text",
    [
        "普通の文。",
        "{{ 名前 }}と{% if %}と{# 注 #}",
        "[文](url)と**強調**と^[注]と{漢字|かんじ}",
        r"C:\*と\[は道の名",
        "配列[0]とf(x)",
    ],
)
def test_signs_come_out_as_they_went_in(text: str) -> None:
    rendered = SandboxedEnvironment().from_string(escape(text)).render()
    assert inline.plain(inline.parse(rendered)) == text


def test_what_is_no_mark_is_not_touched() -> None:
    assert escape("**80%**は#1") == r"\*\*80%\*\*は#1"
    assert escape("配列[0]とf(x)の{例}") == "配列[0]とf(x)の{例}"
