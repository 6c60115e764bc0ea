from pathlib import Path

import pytest

from shiryo import article, draft
from shiryo.draft.rewording import Rewording, replay, rewordings, shorter, trace
from shiryo.draft.shorten import LIMIT, width
from shiryo.outline import model

TEXTS = {
    "library": (
        "市の図書館計画\n\n背景\n\n"
        "駅前の再開発が進行する中で、市内の図書館の利用者は10年で3割減り、職員の数も足りていません。"
        "しかし、平日の夜に使える館は一つもありません。\n\n"
        "これから\n\n"
        "この計画は2026年の春に市民へ示されますが、費用の見通しはまだ立っていません。"
        "貸出の手続きを電子化し、夜間の窓口を北山大学の学生の手で開く予定です。\n\n"
        "まとめ\n\n図書館は夜も使える場所に変わろうとしています。\n"
    ),
    "bus": (
        "# 町のバス\n\n⚠️本資料は作成途中版であり、内容は今後変更の可能性があります。\n\n"
        "## 現状\n\n南野町のバスは1日に12本しかありません。担当者によると、運転手が足りないため、"
        "来年は本数がさらに減る見込みだということです。\n\n"
        "## 対策\n\n- 町は小型の車を5台買う。\n- 予約の仕組みをサクラ・テクノスが作る。\n"
    ),
}


SEED = Path(__file__).parents[2] / "seeds" / "kokusan-ai.txt"
TEXTS["seed"] = SEED.read_text("utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_every_statement_can_be_made_again_from_its_lines(name: str) -> None:
    read, _ = article.read(TEXTS[name].encode(), f"{name}.md" if name == "bus" else f"{name}.txt")
    outline, _ = draft.draft(read, name)
    said = [(i.text, i.lines) for i in outline.summary]
    for _, section in outline.walk():
        said += [(section.message, section.lines)] if section.message else []
        for block in section.blocks:
            if isinstance(block, model.BulletsBlock):
                said += [(i.text, i.lines) for i in block.bullets]
    assert len(said) > 3
    for text, lines in said:
        found = trace(text, "\n".join(read.cited(*pair) for pair in lines))
        assert found is not None, text
        assert "。".join(replay(*origin) for origin in found) == text


def test_an_invented_statement_has_no_trace() -> None:
    assert trace("費用は減った", "費用は増えました。") is None


def test_the_log_names_what_was_done() -> None:
    found = rewordings("しかし、費用は増えています。")
    assert [(r.text, r.steps) for r in found] == [
        ("費用は増えている", ("drop-connective", "plain-style", "tidy"))
    ]


def test_both_halves_of_a_compound_sentence_fit() -> None:
    found = rewordings(
        "この仕組みは市民の声を集める手立てとして2019年に始まりましたが、"
        "学校や病院の窓口ではまだ使われていません。"
    )
    assert [r.text for r in found] == [
        "この仕組みは市民の声を集める手立てとして2019年に始まった",
        "この仕組みは学校や病院の窓口ではまだ使われていない",
    ]
    assert all(width(r.text) <= LIMIT for r in found)


def test_circumstances_that_are_dropped_are_said_apart() -> None:
    found = rewordings(
        "海外の便利な道具が町の隅々まで普及する中で、"
        "地域の言葉や暮らしの細部まで理解できる製品はまだ少ないのが現状です。"
    )
    assert [r.text for r in found][-1] == "海外の便利な道具が町の隅々まで普及"


def test_background_goes_before_the_claim() -> None:
    text = (
        "海外の便利な道具が次々に普及する中で、地域の言葉や暮らしの細部まで"
        "理解できる製品はまだ少ない"
    )
    assert shorter(Rewording(text)).text == "地域の言葉や暮らしの細部まで理解できる製品はまだ少ない"


def test_what_fits_is_left_alone() -> None:
    fitting = Rewording("道具が普及する中で、製品はまだ少ない")
    assert shorter(fitting) == fitting


@pytest.mark.parametrize(
    "kept",
    [
        "予算が足りなければ、",
        "担当省庁の説明によると、",
        "2026年4月に始まる新しい制度に合わせて、",
        "現時点では、",
        "人手が足りないため、",
    ],
)
def test_conditions_sources_dates_and_negations_stay(kept: str) -> None:
    text = f"{kept}地域の図書館と学校が協力して進める読書の計画は来年以降に見直される見込み"
    assert width(text) > LIMIT
    assert kept in shorter(Rewording(text)).text
