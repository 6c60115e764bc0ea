"""What an author tells only to say what came of it is no message where that follows."""

import pytest

from shiryo.drafting.select.choice import message
from shiryo.drafting.select.claims import claims
from shiryo.drafting.select.overtaken import is_overtaken
from shiryo.drafting.wording.sentences import Sentence


def said(*texts: str) -> list[Sentence]:
    return [Sentence(text, n, n) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("told", "came"),
    [
        (
            "これまで、館は毎年三つの展示を新しく作ってきました。",
            "今後は、町の人が作る展示を増やします。",
        ),
        ("堰の石は長年、隣の村から運ばれていた。", "そこで、町は石をやめて木を使うことにした。"),
        ("券を改札で探す人がよくあります。", "券は、入る前に手に持っておいてください。"),
        ("近年、夜に開く店が増えています。", "夜の店は、火の元を二人で確かめることが必要です。"),
        ("題名の順の棚では、探すのに時間がかかります。", "棚は主題ごとに並べましょう。"),
    ],
)
def test_what_was_or_is_common_is_overtaken_by_what_came_of_it(told: str, came: str) -> None:
    assert is_overtaken(said(told, came), 0)
    assert not is_overtaken(said(told, came), 1)
    assert not is_overtaken(said(told, "館の壁は白い。"), 0)
    assert not is_overtaken(said(came, told), 1)


def test_what_must_be_done_is_not_overtaken_by_a_call_to_do_it() -> None:
    texts = said(
        "古い棚は二度と使えないようにする必要があります。", "みんなでよい棚を作りましょう。"
    )
    assert not is_overtaken(texts, 0)


def test_what_came_of_it_long_after_is_another_matter() -> None:
    far = said(
        "堰の石は長年、隣の村から運ばれていた。", *["館の壁は白い。"] * 3, "町は石をやめた。"
    )
    assert not is_overtaken(far, 0)


def test_the_new_state_is_the_message_and_not_the_old_one() -> None:
    found = claims(
        said(
            "今まで、祭りの展示のために、毎回三つほどの新しい案を考えて作ってきました。",
            "また、12月には全員で案を出し合ってきました。",
            "今後は、新しく入った人が中心となる展示を増やしていきたいと考えています。",
        ),
        "展示について",
    )
    chosen = message(found)
    assert chosen is not None
    assert chosen.text.startswith("今後は、新しく入った人が")


def test_a_request_is_the_matter_under_a_heading_that_asks() -> None:
    texts = (
        "4月から授業の多くが遠隔で行われる見込みです。",
        "各学部では、教員と職員から一人ずつ担当者を選び、3月末までに本部へ届け出てください。",
    )
    asked = [c.text for c in claims(said(*texts), "担当者の選任のお願い") if not c.aside]
    assert any("3月末までに本部へ" in text for text in asked)
