import pytest

from shiryo.facts.comparison import granted
from shiryo.facts.facts import unsupported

SENTENCES = {
    "ferry": (
        "西の船着き場は平日に開くのに対し、東の船着き場は土日に切符を売り、"
        "島に渡る人の待つ時間を半分に縮める新しい窓口を置きました。"
    ),
    "lesson": (
        "申込書を郵便で送って、当日までに受講料が振り込まれれば教室の席と資料の冊子が確保されます。"
    ),
    "pool": "町の温水プールは、町内に住む子どもに対して、夏休みのあいだ入場料を取りません。",
    "stock": "倉庫に残る米は340トン（速報）で、秋までの学校給食をまかなえます。",
    "count": "まちがえやすいのは、「二十年」は屋根の寿命であって、壁を塗り直す間隔ではない点です。",
    "reason": "店を畳まずにいる理由は、遠くから来る客がいまも多いから、と主人は話しています。",
    "clerk": "担当者が書類を確かめ、課長が許可を出します。",
    "roof": "雨漏りのない新館の屋根に関しては何の手直しもしません。",
    "house": "駅前の図書館は町で最も古い建物のうちの一つです。",
    "snow": "雪が深い地区では除雪車を二台に増やし、町は歩道の幅を広げました。",
}


@pytest.mark.parametrize(
    ("said", "sentence", "kind"),
    [
        ("島に渡る人の待つ時間を半分に縮める新しい窓口を置いた", "ferry", "subject"),
        ("西の船着き場は島に渡る人の待つ時間を半分に縮める新しい窓口を置いた", "ferry", "subject"),
        (
            "当日までに受講料が振り込まれれば教室の席と資料の冊子が確保される",
            "lesson",
            "condition",
        ),
        (
            "申込書を郵便で送って、教室の席と資料の冊子が確保される",
            "lesson",
            "condition",
        ),
        ("町の温水プールは、夏休みのあいだ入場料を取らない", "pool", "restriction"),
        ("倉庫に残る米は340トンで、秋までの学校給食をまかなえる", "stock", "hedge"),
        ("340トン", "stock", "hedge"),
        ("まちがえやすいのは、壁を塗り直す間隔ではない点", "count", "subject"),
        ("店を畳まずにいる理由は、と主人は話している", "reason", "predicate"),
        ("許可を出す", "clerk", "subject"),
        ("何の手直しもしない", "roof", "restriction"),
        ("町で最も古い建物のうちの一つ", "house", "subject"),
    ],
)
def test_what_the_truth_hangs_on_is_missed(said: str, sentence: str, kind: str) -> None:
    assert kind in [fact.kind for fact in unsupported(said, SENTENCES[sentence])]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("西の船着き場は平日に開く", "ferry"),
        (
            "東の船着き場は土日に切符を売り、島に渡る人の待つ時間を半分に縮める新しい窓口を置いた",
            "ferry",
        ),
        ("「二十年」は屋根の寿命であって、壁を塗り直す間隔ではない", "count"),
        ("課長が許可を出す", "clerk"),
        ("担当者が書類を確かめる", "clerk"),
        ("町は歩道の幅を広げた", "snow"),
        ("除雪車", "snow"),
        ("駅前の図書館は町で最も古い建物のうちの一つ", "house"),
        ("秋までの学校給食", "stock"),
    ],
)
def test_a_clause_with_its_own_subject_is_missed_nothing(said: str, sentence: str) -> None:
    assert unsupported(said, SENTENCES[sentence]) == ()


def test_a_heading_that_is_the_subject_gives_it() -> None:
    assert unsupported(
        "夏休みのあいだ町の子から入場料を取らない",
        "温水プールは夏休みのあいだ町の子から入場料を取りません。",
    )
    assert not unsupported(
        "夏休みのあいだ町の子から入場料を取らない",
        "温水プールは夏休みのあいだ町の子から入場料を取りません。",
        "町の施設\n温水プール",
    )


GRANTED = "貸し出す本の数は毎年増えていますが、返されない本のために棚はすき間だらけです。"


@pytest.mark.parametrize(
    "cited",
    [
        GRANTED,
        GRANTED.replace("いますが", "いるものの"),
        GRANTED.replace("いますが", "いるけれども"),
        GRANTED.replace("いますが", "いるにもかかわらず"),
    ],
)
def test_what_is_only_granted_is_half(cited: str) -> None:
    said = "貸し出す本の数は毎年増えている"
    assert granted(said, cited) == "返されない本のために棚はすき間だらけです"
    assert granted("返されない本のために棚はすき間だらけだ", cited) == ""
    assert granted(said, cited, ["返されない本のために棚はすき間だらけだ"]) == ""


def test_what_is_granted_may_be_answered_in_other_words() -> None:
    cited = "店の名は三つ挙がっていますが、いつ開くかという日取りは決まっていません。"
    said = "店の名は三つ挙がっている"
    assert granted(said, cited, ["開く日取りは、まだ決まっていない"]) == ""
    assert granted(said, cited, ["開く日取りは、もう決まっている"])
    assert granted(said, cited, ["日取り"])


def test_a_quality_may_be_told_as_such() -> None:
    cited = "布の強さは群を抜き、色や柄を通じて町の外とのつながりを広げている。"
    said = "布に強く、色や柄で町の外とのつながりを拡大"
    assert not [f for f in unsupported(said, cited) if f.kind == "subject"]
    assert [f for f in unsupported(said.replace("布に強く", "人気"), cited) if f.kind == "subject"]


def test_a_subject_before_a_pause_is_not_granted() -> None:
    assert granted("返されない本", "返されない本が、棚をすき間だらけにしています。") == ""
