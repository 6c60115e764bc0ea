import pytest

from shiryo.draft.sentences import Sentence
from shiryo.draft.shorten import LIMIT, width
from shiryo.draft.statements import claims, key, points, stands_alone


def said(*texts: str) -> list[Sentence]:
    return [Sentence(text, n, n) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "今回は",
        "といった内容をまとめた",
        "現時点では、",
        "市役所の窓口で使えるのか",
        "いつから始まる？",
        "地域の声を聞く住民も",
        "詳しくはこちら",
        "費用を比べ、",
        "ぜひご覧ください",
        "更新日:2025年9月1日",
        "担当は「市民課の窓口にある",
    ],
)
def test_fragments_and_talk_do_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text", ["支援の仕組みは大きく3つ", "窓口の混雑はまだ解消されていない", "予算は減る見込み"]
)
def test_statements_stand_alone(text: str) -> None:
    assert stands_alone(text)


def test_the_key_claim_says_something() -> None:
    found = claims(
        said(
            "図書館には課題もあります。",
            "図書館の利用者は10年で3割減りました。",
            "この傾向は続いています。",
        ),
        "図書館の利用者",
    )
    best = key(found)
    assert best is not None
    assert best.text == "図書館の利用者は10年で3割減った"


def test_points_do_not_repeat_the_message() -> None:
    found = claims(
        said(
            "図書館の利用者は10年で3割減りました。",
            "図書館の利用者は10年で3割も減りました。",
            "貸出の手続きは電子化されました。",
        ),
        "",
    )
    message = found[0]
    assert [c.text for c in points(found, message, 5)] == ["貸出の手続きは電子化された"]


def test_points_fit_a_line() -> None:
    long = "市内の七つの図書館では貸出の手続きと返却の手続きと予約の手続きの窓口の電子化が順に進む"
    found = claims(said(long + "。", "利用者の数は減りました。", "職員の数は増えました。"), "")
    chosen = points(found, None, 5)
    assert len(chosen) == 2
    assert all(width(c.text) <= LIMIT for c in chosen)
