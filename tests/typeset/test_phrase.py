import pytest
from fake_font import set_text, texts

TITLE = "国産AIの開発を国が本格的に支援する理由"


def test_breaks_between_phrases() -> None:
    assert texts(set_text(TITLE, 12, "phrase")) == ["国産AIの開発を国が", "本格的に支援する理由"]


def test_as_few_lines_as_can_be() -> None:
    assert len(set_text(TITLE, 30, "phrase")) == 1
    assert len(set_text(TITLE, 11, "phrase")) == 2


def test_lines_are_balanced() -> None:
    widths = [line.width for line in set_text(TITLE, 18, "phrase")]
    assert len(widths) == 2
    assert max(widths) - min(widths) <= 30


def test_phrase_wider_than_the_measure_is_broken() -> None:
    lines = set_text("独立行政法人情報処理推進機構の", 6, "phrase")
    assert "".join(texts(lines)) == "独立行政法人情報処理推進機構の"
    assert max(line.width for line in lines) <= 60


def test_a_word_of_katakana_is_whole_though_it_ends_like_another() -> None:
    lines = texts(set_text("広域観光案内ネットワーク", 6, "phrase"))
    assert lines[-1] == "ネットワーク"
    lines = texts(set_text("広域観光案内ネットワークサービス", 7, "phrase"))
    assert not any(line.endswith("ネット") for line in lines)


def test_a_full_width_space_parts_phrases() -> None:
    assert texts(set_text("第一章\u3000はじめに", 6, "phrase")) == ["第一章\u3000", "はじめに"]


@pytest.mark.parametrize(
    ("title", "em", "lines"),
    [
        (
            "さくらインターネットが国産クラウドに採択",
            12,
            "さくらインターネットが／国産クラウドに採択",
        ),
        (
            "さくらインターネットが国産クラウドに採択",
            9,
            "さくら／インターネットが／国産クラウドに採択",
        ),
        ("国産AI「さくらのAI」を開発する", 9, "国産AI／「さくらのAI」を／開発する"),
        (
            "生成AIを使いこなすための職員研修を始める",
            9,
            "生成AIを／使いこなすための／職員研修を始める",
        ),
        (
            "マイナンバーカードの健康保険証利用を全国の医療機関で",
            16,
            "マイナンバーカードの／健康保険証利用を全国の医療機関で",
        ),
        ("ガバメントクラウドの条件付き採択", 9, "ガバメント／クラウドの／条件付き採択"),
        ("東京都千代田区霞が関三丁目の庁舎", 9, "東京都千代田区／霞が関三丁目の庁舎"),
        ("みんなの銀行とゆうちょ銀行が提携", 12, "みんなの銀行と／ゆうちょ銀行が提携"),
        (
            "研究機関(NEDO)の「GENIAC」というプロジェクト",
            11,
            "研究機関(NEDO)の／「GENIAC」という／プロジェクト",
        ),
        ("市民にとって大切な制度について", 9, "市民にとって／大切な制度について"),
        ("この記事は処理を3か月かけて移した記録", 11, "この記事は処理を／3か月かけて移した記録"),
        (
            "トヨタ自動車の子会社ウーブン・バイ・トヨタ",
            9,
            "トヨタ自動車の／子会社ウーブン・／バイ・トヨタ",
        ),
    ],
)
def test_names_are_not_torn(title: str, em: float, lines: str) -> None:
    assert "／".join(texts(set_text(title, em, "phrase", spacing="solid"))) == lines
