"""What each sentence does in its section, and which is its message."""

import pytest

from shiryo.drafting.select.choice import key
from shiryo.drafting.select.claims import claims
from shiryo.drafting.select.roles import Told, told
from shiryo.drafting.wording.sentences import Sentence


def _message(*texts: str, heading: str = "", title: str = "") -> str:
    found = [Sentence(text, n, n) for n, text in enumerate(texts, 1)]
    message = key(claims(found, heading, title=title))
    return message.text if message else ""


def _told(*texts: str, heading: str = "") -> list[Told]:
    return told([Sentence(text, n, n) for n, text in enumerate(texts, 1)], heading)


@pytest.mark.parametrize(
    "text",
    [
        "本書が読者の皆様のお役に立てば幸いです。",
        "この記事では、糸の染め方について紹介します。",
        "本資料のライセンスはCC BY 4.0です。",
        "以下に申請の手順を示します。",
    ],
)
def test_what_says_nothing_of_the_matter_is_told(text: str) -> None:
    assert _told(text, "堰は毎年の大水でこわれます。")[0].aside > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "堰は毎年の大水でこわれます。",
        "工事は来年三月に終わります。",
        "申請者は前日までに窓口へ届け出なければならない。",
        "二つの倉庫を一つに統合します。",
        "利用者にお願いするのは、返却の日を守ることだけです。",
        "参加者は41人で、前の年の倍でした。",
    ],
)
def test_what_says_something_of_the_matter_stays(text: str) -> None:
    assert _told(text)[0].aside < 0.6


def test_thanks_are_no_message_and_the_decision_is() -> None:
    assert _message(
        "雪の中、意見をお寄せくださった皆様に心よりお礼申し上げます。",
        "寄せられた三百通のうち七割が朝の便を望んでいたため、市は春から朝六時台のバスを二便加えることを決めました。",
        heading="バスの時刻",
    ).endswith("市は春から朝六時台のバスを二便加えることを決めた")


def test_what_speaks_of_the_text_is_no_message_and_the_finding_is() -> None:
    assert (
        _message(
            "※この記事は町の広報に載せたものです。",
            "このシリーズでは、朝市の十年を振り返りながら、看板の効き目を考えます。",
            "看板に作り手の顔を入れた月から、売れ残りが三割減りました。",
            title="朝市の看板",
        )
        == "看板に作り手の顔を入れた月から、売れ残りが三割減った"
    )


def test_the_worth_of_sentences_is_told_against_each_other() -> None:
    asked, found = _told(
        "では、どう直すのでしょうか。",
        "町は堰を石からコンクリートに替えることを決めました。",
        heading="堰の直し方",
    )
    assert asked.worth < found.worth
    assert asked.worth + found.worth == pytest.approx(0)


def test_no_sentences_are_told_nothing() -> None:
    assert told([]) == []
