"""The gate for what a model says: sentences that an editor would write, and untrue ones."""

import pytest

from shiryo.assist.accept import reason_against

DECIDED = "町は、川沿いの道に街灯を12本加えることを秋の会議で決めました。"
TOLD = "冬も店を閉めなかったわけは、常連が来てくれるから、と女将は懐かしんでいます。"
HALVED = "掲示板を広げた月から、問い合わせが半分になり、窓口の列も短くなりました。"
COUNTED = "集まった署名のうち七割が駅前の人であったため、町は説明会を駅前で開くことにしました。"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("川沿いの道に街灯を12本加えることを、町は秋の会議で決めた", DECIDED),
        ("町は、川沿いの道に街灯を12本加える", DECIDED),
        ("冬も店を閉めなかったのは、常連が来てくれるからと女将は懐かしむ", TOLD),
        ("掲示板を広げた月から、問い合わせが半分になった", HALVED),
        ("集まった署名のうち七割が駅前の人", COUNTED),
        ("町は説明会を駅前で開く", COUNTED),
    ],
)
def test_what_an_editor_would_write_passes(text: str, lines: str) -> None:
    assert reason_against(text, lines, "") == ""


@pytest.mark.parametrize(
    ("text", "lines", "reason"),
    [
        ("町は、川沿いの道に街灯を12本加えた", DECIDED, "済んだこと"),
        ("町は説明会を駅前で開いた", COUNTED, "済んだこと"),
        ("冬も店を閉めなかった", TOLD, "誰の話"),
        ("集まった署名のうち八割が駅前の人", COUNTED, "割"),
    ],
)
def test_what_is_not_so_does_not(text: str, lines: str, reason: str) -> None:
    assert reason in reason_against(text, lines, "")
