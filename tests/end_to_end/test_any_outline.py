"""What the outline's reader takes is built: every field of the model with values that are odd."""

from typing import Any, get_args

import pytest
from chain import template
from every_field import ARTICLE, ASSETS, FULL, PLACES, changed, taken
from pydantic import BaseModel

from shiryo import stages
from shiryo.diagnostics import Failed, has_errors
from shiryo.outline import yaml
from shiryo.outline.model import Variant

# fmt: off
ODD: tuple[Any, ...] = (
    "", " ", "　", "\t", "\n", "一\n二", "{{ '\\n' }}", "**", "**語**", "**\n**", "^[注]",
    "語^[注]", "^[注]^[注]", "^[**語**]", "{漢字|かんじ}", "{漢|}", "[語](https://a.example)",
    "[語](#c)", "[語](javascript:a)", "\\", "|", "{{ title }}", "{{ '' }}", "{{", "%}",
    "\ud800", "\ufffe", "\u202e語\u202c", "\x1b[31m", "\x00", "\u2028", "\u200b", "\u200d",
    "\u00ad", "\u0301", "語" + "\u0301" * 40, "👨\u200d👩\u200d👧", "🏴\U000e0067\U000e007f",
    "葛\U000e0100", "\ufe0f", "\ue000", "\U000f0000", "عربي", "ไทย", "a" * 60, "あ" * 60,
    "9" * 60, "、" * 60, "「" * 60, "-", "0", "-1", "007", "1e400", "nan", "=1+1", "~", "true",
    "2026-04-01", "0001-01-01", "2108-01-01", "9999-12-31", "L1", "L0", "L99999999", "L9-L1",
    "../a", "a.png", "<a>&amp;", "]]>", "%s{0}{}", "https://a.example/" + "a" * 40,
    0, 1, -1, 9_999, 10**15, 1e308, 5e-324, -1.5, float("inf"), float("nan"),
    True, None,
)
# fmt: on
VARIANTS = get_args(Variant)


def test_the_outline_here_has_every_field_of_the_model() -> None:
    said: set[tuple[type[BaseModel], str]] = set()
    there: set[tuple[type[BaseModel], str]] = set()

    def down(node: Any) -> None:
        if isinstance(node, BaseModel):
            said.update((type(node), name) for name in node.model_fields_set)
            there.update((type(node), name) for name in type(node).model_fields)
            for name in type(node).model_fields:
                down(getattr(node, name))
        for part in node if isinstance(node, tuple) else ():
            down(part)

    down(yaml.load(FULL, "o.yaml")[0].outline)
    inherited = {"id", "only", "from_", "how", "message", "was", "layout", "together", "break_"}
    assert {(m, name) for m, name in there - said if name not in inherited} == set()
    assert {name for _, name in said} >= inherited


def checked_and_built(text: str, variant: str) -> bool:
    """Tell whether an outline is right; what `check` passes must be built."""
    loaded, _ = yaml.load(text, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template()}
    inputs: Any = {"article": ARTICLE, "templates": templates, "assets": ASSETS}
    try:
        if has_errors(stages.inspect(loaded, **inputs)):
            return False
    except Failed:
        return False
    want = frozenset({stages.DECK, stages.HANDOUT})
    outputs, _ = stages.build(loaded, **inputs, want=want, variants=[variant])
    assert outputs.pptx
    assert outputs.pdf
    return True


@pytest.mark.parametrize(("n", "value"), [*enumerate(ODD)], ids=lambda value: repr(value)[:30])
def test_what_every_field_takes_at_once_is_built(n: int, value: Any) -> None:
    places = taken(value)
    assert places
    checked_and_built(changed(places), VARIANTS[n % len(VARIANTS)])


@pytest.mark.parametrize("value", [[], {}, [""], [[]], {"text": ""}], ids=repr)
def test_what_is_no_text_is_taken_or_refused_with_its_line(value: Any) -> None:
    for path in PLACES[::3]:
        try:
            yaml.load(changed({path: value}), "o.yaml")
        except Failed as failure:
            found = failure.diagnostics
            assert [d for d in found if d.span and d.span.line and d.hint] == [*found]
