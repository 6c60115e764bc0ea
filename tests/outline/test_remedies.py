"""A problem with one remedy is mended; where more could be meant, nothing is done."""

import pytest

from shiryo.diagnostics import Failed
from shiryo.outline import yaml
from shiryo.outline.remedies import mended

HEAD = "shiryo: 1\ntitle: 題\nsections:\n"
SECTION = "  - id: a\n    title: 節\n"


@pytest.mark.parametrize(
    ("text", "code", "line", "now"),
    [
        (HEAD + "  - id: a\n    titel: 節\n", "unknown-key-near", 5, "    title: 節"),
        (HEAD + SECTION + "    blocks:\n      - bulets: [x]\n", "unknown-block-near", 7,
         "      - bullets: [x]"),
        (HEAD + SECTION + "    only: dek  # 注\n", "not-allowed", 6, "    only: deck  # 注"),
        (HEAD + SECTION + SECTION, "duplicate-id", 6, "  - id: a-2"),
        (HEAD + "  - id: a\n    title: 予算: 増\n", "yaml-colon", 5, "    title: '予算: 増'"),
        (HEAD + "  - id: a\n\ttitle: 節\n", "yaml-tab", 5, "  title: 節"),
    ],
)  # fmt: skip
def test_a_problem_is_gone_and_nothing_else(text: str, code: str, line: int, now: str) -> None:
    with pytest.raises(Failed) as failed:
        yaml.load(text, "a.yaml")
    assert (f"outline.{code}", line) in [
        (d.code, d.span.line if d.span else 0) for d in failed.value.diagnostics
    ]
    made = mended(text, f"outline.{code}", line)
    assert made is not None
    before, after = text.split("\n"), made.split("\n")
    assert after[line - 1] == now
    assert [*before[: line - 1], *before[line:]] == [*after[: line - 1], *after[line:]]


def test_what_is_not_sure_is_left_to_a_person() -> None:
    assert mended(HEAD + "  - id: a\n    qqqq: 節\n", "outline.unknown-key", 5) is None
    assert mended(HEAD + SECTION, "outline.unknown-key-near", 5) is None
    assert mended("x: [", "outline.duplicate-id", 1) is None
    assert mended(HEAD + SECTION, "outline.yaml-colon", 99) is None
    assert mended(HEAD + "  - id: a\n    title: 予算: 増\n", "outline.yaml-colon", 2) is None
