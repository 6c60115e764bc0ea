"""What is said to a reader beside the matter, and what only sounds so."""

import pytest

from shiryo import article, drafting
from shiryo.drafting.select.chatter import is_chatter


@pytest.mark.parametrize(
    "text",
    [
        "興味があればぜひ声をかけてみよう",
        "発信に関心がある人は、ぜひ飛び込んでみよう",
        "もしよろしければ参加していただけると嬉しい",
        "来週の話し合いも見逃せない",
        "読者としても期待が高まる",
        "使いやすくなっているので、今後に期待",
        "手を貸してくれる方は大歓迎",
        "余談だが、庭の池には鯉がいる",
        "3月に館のエントリを書こうと思ったけど、4月まで待った",
        "館で働くヤマと申す",
        "北の館で司書をしているヤマ丸",
        "普段は自分のブログで本の記事を書いていて、館の催しで話したこともある",
        "例えば、借りた本をなくしたとする",
        "ここで「夜間」という言葉を使ったが、六時からを指す",
        "職員の皆様に心から感謝している",
        "会場を貸した方々にお礼を申し上げたい",
        "閉館後の水やりなどをｗ",
        "庭の花の方がよかったという方がいたらスミマセン…ｗ",
    ],
)
def test_what_is_said_to_a_reader_is_chatter(text: str) -> None:
    assert is_chatter(text)


@pytest.mark.parametrize(
    "text",
    [
        "ぜひ4月9日までに申し込むこと",
        "参加を希望する人は、ぜひ申込フォームに登録しよう",
        "館は市民の意見を大切にしている",
        "市は効果に期待している",
        "係は本を棚に戻すこと",
        "北の館で案内をしている人は、五人",
        "普段は館の入口で切符を売っている",
        "会場を貸した株式会社北山に感謝している",
        "貸出の画面は端末のw3mで見る",
        "夜の講座は6月から始まるので、ぜひ参加しよう",
        "返さない人を会員でないとする",
        "係は館の日誌に毎日の記事を書く",
    ],
)
def test_what_states_something_is_none(text: str) -> None:
    assert not is_chatter(text)


def shown(text: str) -> str:
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    said = [section.message for _, section in outline.walk()]
    for _, section in outline.walk():
        for block in section.blocks:
            if block.only != "handout" and hasattr(block, "bullets"):
                said += [item.text for item in block.bullets]
    return "\n".join(said)


def test_chatter_is_neither_message_nor_point_where_there_is_another() -> None:
    text = (
        "# 館の便り\n\n## 夜の講座\n\n夜の講座は席が足りなくなりました。"
        "広い部屋への引っ越しを考えています。興味がある方は、ぜひ一度のぞいてみてください。\n\n"
        "## 朝の講座\n\n朝の講座は棚の直し方を教えます。道具は館が貸します。"
    )
    said = shown(text)
    assert "広い部屋への引っ越しを考えている" in said
    assert "のぞいて" not in said


def test_a_question_in_a_sentence_leaves_it_a_statement() -> None:
    text = (
        "# 館の便り\n\n## 窓口\n\n窓口が違う？という問い合わせが毎日のように届いています。"
        "係は案内板を直しています。\n"
    )
    assert "窓口が違う？という問い合わせが毎日のように届いている" in shown(text)
