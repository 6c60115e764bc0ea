"""What to try where something fails, one after the other."""

import pytest

from shiryo import article
from shiryo.drafting import draft
from shiryo.drafting.replay.edited import edited
from shiryo.outline import model

FIRST = (
    "ほとんどは、紙が湿っていることが原因です。紙を新しいものに替えて、もう一度刷ってみてください。"
)


def listed(*paragraphs: str) -> list[tuple[str, list[str]]]:
    text = "# 印刷機\n\n## 紙が詰まる\n\n" + "\n\n".join(paragraphs) + "\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = draft(read, "a.md")
    assert edited(outline, read) == []
    return [
        (item.text, [below.text for below in item.items])
        for block in outline.sections[0].blocks
        if isinstance(block, model.BulletsBlock) and block.start
        for item in block.bullets
    ]


def test_tries_are_counted_each_with_what_says_that_it_follows() -> None:
    assert listed(
        FIRST + "それでも詰まる場合は、蓋の裏に紙片が残っていることがあります。"
        "蓋を開けて、紙片を取り除いてください。"
    ) == [
        ("紙を新しいものに替えて、もう一度刷ってみよう", []),
        (
            "蓋を開けて、紙片を取り除くこと",
            ["それでも詰まる場合は、蓋の裏に紙片が残っていることがある"],
        ),
    ]


def test_a_try_may_say_itself_that_the_others_failed() -> None:
    found = listed(
        "紙の向きを確かめてください。蓋が閉まっているか確かめてください。まれですが、熱が原因のこともあります。",
        "電源を切って、十分ほど待ってください。まだ詰まりが続く場合は、窓口に電話してください。",
    )
    assert [text for text, _ in found] == [
        "紙の向きを確かめること",
        "蓋が閉まっているか確かめること",
        "電源を切って、十分ほど待つこと",
        "まだ詰まりが続く場合は、窓口に電話すること",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "紙の向きを確かめてください。蓋を閉めてください。",
        "紙が詰まったら、こちらの頁をご覧ください。それでも解決しない場合は、窓口に電話してください。",
        "それでも詰まる場合は、蓋を開けてください。窓口に電話してください。",
        FIRST
        + "紙は地下にあります。鍵は係が持っています。それでも詰まる場合は、電話してください。",
    ],
)
def test_what_only_asks_is_no_row_of_tries(text: str) -> None:
    assert listed(text) == []
