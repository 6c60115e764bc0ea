"""What comes after what, and what only sounds like it."""

import pytest

from shiryo.drafting.wording.splits.order import dated, moments, ordered


@pytest.mark.parametrize(
    ("sentence", "acts"),
    [
        ("職員はまず、所属長に利用を申請する。", ("職員は所属長に利用を申請する",)),
        ("その後、一週間だけ並行して動かします。", ("一週間だけ並行して動かします",)),
        ("最後に、封をして窓口に出してください。", ("封をして窓口に出してください",)),
        (
            "まず6月に素案を公表し、次に7月から意見を募る。",
            ("6月に素案を公表する", "7月から意見を募る"),
        ),
        ("まず席を増やし、最後に棚を直した。", ("席を増やした", "棚を直した")),
    ],
)
def test_acts_without_the_words_that_count(sentence: str, acts: tuple[str, ...]) -> None:
    assert ordered(sentence) == acts


@pytest.mark.parametrize(
    "sentence",
    [
        "まず言っておきたいのは、私は早起きが苦手だということです。",
        "次に書くことも、許してほしいのです。",
        "最後に朝日を見たのがいつか、思い出せません。",
        "まず、機械の寿命は短いです。",
        "次に、費用の問題がある。",
        "申請書は、まず窓口で受け取る。",
        "その後も雨が続いている。",
    ],
)
def test_what_is_no_act(sentence: str) -> None:
    assert ordered(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "date", "rest"),
    [
        ("2023年11月、庁内に研究会を置いた。", "2023年11月", "庁内に研究会を置いた"),
        ("店は1974年、初代が駅前に開いた。", "1974年", "店は初代が駅前に開いた"),
        ("2022年ごろから、出社する人が増えた。", "2022年ごろから", "出社する人が増えた"),
        ("2011年の震災では、三か月操業を止めた。", "2011年", "震災では、三か月操業を止めた"),
        ("令和７年度には、本格運行を予定している。", "令和７年度", "本格運行を予定している"),
    ],
)
def test_the_date_that_opens_a_sentence(sentence: str, date: str, rest: str) -> None:
    assert dated(sentence) == (date, rest)


@pytest.mark.parametrize(
    "sentence",
    [
        "2024年の補正予算は前の年より少ない。",
        "市が検討を始めたのは2023年5月だった。",
        "2019年度を上回る人が訪れた。",
        "2021年は十人だ。",
    ],
)
def test_a_date_that_dates_no_event(sentence: str) -> None:
    assert dated(sentence) == ()


def test_a_month_alone_is_of_the_year_before() -> None:
    assert moments(["令和5年10月", "11月", "2024年"]) == [
        (2023, 10, 0),
        (2023, 11, 0),
        (2024, 0, 0),
    ]


def test_a_date_with_its_day_of_the_week_opens_an_event() -> None:
    assert dated("市は4月1日（火）に、新しい窓口を開いた。") == (
        "4月1日（火）",
        "市は新しい窓口を開いた",
    )
    assert dated("大正12年9月1日、地震で橋が落ちた。") == ("大正12年9月1日", "地震で橋が落ちた")
    assert moments(["2024年4月下旬", "5月上旬"]) == [(2024, 4, 21), (2024, 5, 1)]


@pytest.mark.parametrize(
    ("sentence", "time", "rest"),
    [
        ("9時に門を開ける。", "9時", "門を開ける"),
        ("午後1時15分ごろに、船が着く。", "午後1時15分ごろ", "船が着く"),
        ("10:30、受付を始める。", "10:30", "受付を始める"),
    ],
)
def test_a_time_of_day_opens_an_event_too(sentence: str, time: str, rest: str) -> None:
    assert dated(sentence) == (time, rest)
    assert dated("3時間に一度、水をまく。") == ()


def test_times_of_day_are_in_order() -> None:
    found = moments(["9時", "10:30", "午後1時15分ごろ", "5時半"])
    assert found == [(0, 9, 0), (0, 10, 30), (0, 13, 15), (0, 5, 30)]
