from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.wording.sentences import Sentence, of, split


def test_stops_in_quotes_do_not_split() -> None:
    text = "彼は「もう遅い。帰ろう。」と言った。雨だった！本当に？"
    assert split(text) == ["彼は「もう遅い。帰ろう。」と言った。", "雨だった！", "本当に？"]


def test_a_point_after_a_hiragana_is_a_stop() -> None:
    text = "表１．２は雪の深さ (0.5 m) である．A．Bの順に並ぶ.図３．に続く"
    assert split(text) == ["表１．２は雪の深さ (0.5 m) である．", "A．Bの順に並ぶ.", "図３．に続く"]
    assert split("えーと...そうだ．．．") == ["えーと...そうだ．．．"]


def test_each_sentence_cites_its_own_lines() -> None:
    lines = ("春が来た。花が", "咲いた。", "夏が来た。")
    article = Article("a.txt", "", "", lines, ())
    block = Block(Kind.PARAGRAPH, "春が来た。花が咲いた。夏が来た。", 1, 3)
    assert of(block, article) == [
        Sentence("春が来た。", 1, 1, opens=True),
        Sentence("花が咲いた。", 1, 2),
        Sentence("夏が来た。", 3, 3, closes=True),
    ]


def test_words_that_the_lines_do_not_have_cite_the_block() -> None:
    article = Article("a.txt", "", "", ("*春*が来た。", "夏だ。"), ())
    block = Block(Kind.PARAGRAPH, "春が来た。夏だ。", 1, 2)
    assert {(s.first, s.last) for s in of(block, article)} == {(1, 2)}
