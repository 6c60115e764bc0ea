import pytest

from shiryo import article
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

TEXT = """市の図書館計画

現状

利用者は10年で3割減りました。職員の数は変わっていません。市は夜間の開館を検討する予定です。

対策

- 駅前の館を22時まで開ける
- 電子書籍の貸出を始めます
"""


def drafted(style: str) -> model.Outline:
    read, _ = article.read(TEXT.encode(), "a.txt")
    options = model.DraftOptions.model_validate({"style": style})
    made, _ = draft(read, "a.txt", options)
    assert edited(made, read) == []
    return made


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (
            "体言止め",
            ["利用者は10年で3割減った", "職員の数は変わっていない", "市は夜間の開館を検討する予定"],
        ),
        (
            "常体",
            [
                "利用者は10年で3割減った",
                "職員の数は変わっていない",
                "市は夜間の開館を検討する予定だ",
            ],
        ),
        (
            "敬体",
            [
                "利用者は10年で3割減りました",
                "職員の数は変わっていません",
                "市は夜間の開館を検討する予定です",
            ],
        ),
    ],
)
def test_statements_are_in_the_style_that_is_wanted(style: str, said: list[str]) -> None:
    section = drafted(style).sections[0]
    items = [i.text for b in section.blocks if isinstance(b, model.BulletsBlock) for i in b.bullets]
    assert sorted([section.message, *items]) == sorted(said)


def test_the_outline_notes_its_style() -> None:
    assert drafted("敬体").draft.style == "敬体"
