"""What is done in order is numbered; what comes of it, and what else is told, is not."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.wording.splits.order import is_operation
from shiryo.outline import model


def drafted(text: str) -> list[model.BulletsBlock]:
    read, _ = article.read(f"# 手引き\n\n{text}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    blocks = (b for _, s in outline.walk() for b in s.blocks if b.only != "handout")
    return [b for b in blocks if isinstance(b, model.BulletsBlock)]


def said(block: model.BulletsBlock) -> list[tuple[str, list[str]]]:
    return [(i.text, [below.text for below in i.items]) for i in block.bullets]


_PROSE = """## 書き出し

地図は、印刷用のファイルにしてから町内の全世帯に配る。

まず、「ファイル」を開きます。メニューが表示されます。

![図](a.png)

次に、形式を選択します。

以下のコマンドを入力します。

```
export map.pdf
```

最後の画面で、保存先を指定します。
※ 保存先は、あとから変えられません。

印刷の色は、画面の色と少し違って見えることが多い。
"""


def test_operations_between_pictures_are_one_numbered_list() -> None:
    (steps,) = [b for b in drafted(_PROSE) if b.start]
    assert said(steps) == [
        ("「ファイル」を開く", ["メニューが表示される"]),
        ("形式を選択する", []),
        ("以下のコマンドを入力する", ["export map.pdf"]),
        ("最後の画面で、保存先を指定する", ["保存先は、あとから変えられない"]),
    ]


def test_what_is_told_before_stays_the_message() -> None:
    read, _ = article.read(f"# 手引き\n\n{_PROSE}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    message = next(s.message for _, s in outline.walk() if s.title == "書き出し")
    assert message.startswith("地図は、印刷用の")


def test_a_list_of_operations_is_numbered_on_slides_alone() -> None:
    blocks = drafted(
        "## 書き出し\n\n- 形式を選択します。\n- 保存先を指定します。\n- 「開始」を押します。\n"
        "- 終わった場合、通知が表示されます。\n"
    )
    assert [(b.start, [text for text, _ in said(b)]) for b in blocks] == [
        (1, ["形式を選択する", "保存先を指定する", "「開始」を押す"]),
        (0, ["終わった場合、通知が表示される"]),
    ]


def test_the_handout_keeps_the_list_without_numbers() -> None:
    text = "# 手引き\n\n## 手順\n\n- 形式を選択する\n- 保存先を指定する\n- 「開始」を押す\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    lists = [(b.only, b.start) for _, s in outline.walk() for b in s.blocks]
    assert lists == [("deck", 1), ("handout", 0)]


@pytest.mark.parametrize(
    "text",
    [
        "## 送り方\n\n次の方法があり、どちらかで送ります。\n\n"
        "- 紙に印刷します。\n- 画面から入力します。\n- 窓口に提出します。\n",
        "## 機能\n\n- 画像を保存する\n- 文字を検索する\n- 印刷を実行する\n",
        "## 動き\n\n- 保存すると、索引が作成されます。\n- 索引は毎晩更新されます。\n"
        "- 古い索引は削除されます。\n",
        "## 沿革\n\n- 倉庫を移動しました。\n- 名簿を作成しました。\n- 会費を変更しました。\n",
    ],
)
def test_choices_functions_and_reports_are_not_numbered(text: str) -> None:
    assert all(block.start == 0 for block in drafted(text))


def test_below_a_heading_that_names_an_order_nouns_are_operations() -> None:
    (block,) = drafted("## 印刷の手順\n\n- 形式を選択\n- 保存先を指定\n- 「開始」をクリック\n")
    assert block.start == 1
    (block,) = drafted("## できること\n\n- 形式を選択\n- 保存先を指定\n- 古い版を削除\n")
    assert block.start == 0


@pytest.mark.parametrize(
    ("sentence", "does"),
    [
        ("ボタンを押してしばらく待ちます。", True),
        ("画面が開いたら、名前を入力してください", True),
        ("形式をPDFにします", True),
        ("先に予備の紙を用意しておきましょう", True),
        ("最後に「保存」をクリックして完了です", True),
        ("作業は、ここで終わりです", False),
        ("画面が開きます", False),
        ("保存できます", False),
        ("この命令は保存先を作成します", False),
        ("設定を変更しました", False),
    ],
)
def test_an_operation_is_what_the_reader_does_next(sentence: str, does: bool) -> None:
    assert is_operation(sentence) is does
