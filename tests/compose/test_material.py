import pytest

from shiryo.compose.material import joined, opening


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("市は方針を決めた。", "市は方針を決めた。"),
        ("- 資金支援:数百億円規模の予算が組まれている", "資金支援:数百億円規模の予算が…"),
        ("いま使われているChatGPTやClaudeの例", "いま使われているChatGPTや…"),
        ("令和7年度における地方公共団体の取組の例", "令和7年度における地方公共団体の…"),
        ("審議会は2025年9月18日に公表した", "審議会は2025年9月18日に…"),
        ("独立行政法人情報処理推進機構中央研究所の年報", "独立行政法人情報処理推進機構中央研究…"),
        ("ChatGPT(OpenAI社)とは何か", "ChatGPT(OpenAI社)とは…"),
        ("日本政府は「国産AIの開発を本格的に支援する」と述べた", "日本政府は…"),
        ("政府と研究機関による支援（総務省の所管）のあらまし", "政府と研究機関による支援…"),
        ("これが一行目\n二行目", "これが一行目"),
        ("**はい**\n\n条件は三つあります。", "はい　条件は三つあります。"),
        ("## [手引き](https://a.jp)の**改定**について", "手引きの改定について"),
        ("市は`shiryo`を試す[^1]。", "市はshiryoを試す。"),
        ("いいえ", "いいえ"),
        ("", ""),
    ],
)
def test_a_note_quotes_the_words_that_a_line_opens_with(line: str, said: str) -> None:
    assert opening(line) == said


@pytest.mark.parametrize(
    ("most", "left"),
    [(4, ((1, 2), (4, 5), (9, 9), (30, 31))), (3, ((1, 5), (9, 9), (30, 31))), (1, ((1, 31),))],
)
def test_of_many_ranges_the_nearest_are_named_as_one(
    most: int, left: tuple[tuple[int, int], ...]
) -> None:
    assert joined(((1, 2), (4, 5), (9, 9), (30, 31)), most) == left
    assert joined((), most) == ()
