import pytest

from shiryo.outline.facts import facts, unsupported


def values(text: str) -> set[str]:
    return {fact.value for fact in facts(text)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("３つ", "三つ"),
        ("3つの柱", "3種類の柱"),
        ("１億2000万円", "120,000,000円"),
        ("3割", "30％"),
        ("12パーセント", "12%"),
        ("1,200人", "1200名"),
        ("2025年9月18日", "2025-09-18"),
        ("令和7年9月18日", "2025年9月18日"),
        ("平成元年", "1989年"),
        ("経産省", "経済産業省"),
        ("ＮＥＤＯ", "NEDO"),
        ("サクラ・テクノス", "サクラテクノス"),
        ("6か月", "6ヶ月"),
    ],
)
def test_two_spellings_are_one_fact(one: str, other: str) -> None:
    assert values(one)
    assert values(one) == values(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("数百億円", "数百万円"),
        ("数百億円", "100億円"),
        ("40%", "4%"),
        ("1.5倍", "15倍"),
        ("2025年度", "2025年"),
        ("9月18日", "9月19日"),
        ("3人", "3社"),
    ],
)
def test_different_facts_differ(one: str, other: str) -> None:
    assert values(one) != values(other)


def test_names_of_all_sorts() -> None:
    text = "総務省系の研究機関（NICT）と「源内」、Nano Banana、サクラ・テクノス、北山大学。"
    assert values(text) == {
        "総務省",
        "nict",
        "源内",
        "nanobanana",
        "サクラテクノス",
        "北山大学",
    }


@pytest.mark.parametrize(
    "text",
    [
        "クラウドサービスのセキュリティを高め、AIのデータを活用する",
        "一部の企業と各省庁が一つになり、反省を生かす",
        "「データを守る」という考え方",
        "地方都市の政府系機関",
    ],
)
def test_ordinary_words_are_no_facts(text: str) -> None:
    assert facts(text) == frozenset()


def test_text_is_as_written() -> None:
    assert [(f.kind, f.text) for f in facts("予算は１億円")] == [("number", "１億円")]


@pytest.mark.parametrize(
    ("statement", "cited"),
    [
        ("2025年9月に始動", "2025年9月18日、計画が始まった。"),
        ("2025年10月1日に開始", "2025年9月18日に発表され、10月1日に始まる。"),
        ("支援は3つ", "支援は大きく三つです。"),
        ("支援は3つ", "データの提供\n資金の支援\n\n設備の貸与"),
        ("2020年から2025年まで", "2020〜2025年の計画"),
        ("総務省が支援", "総務省系の機関が支援する。"),
        ("経済産業省が支援", "経産省が支援する。"),
        ("ナノ社のAI「源内」", "源内(げんない)というAIをナノ社が作った。"),
        ("クラウドのコストを削減", "経費が下がった。"),
        ("予算は12億円", "| 予算(億円) | 12億円 |"),
        ("米国に追いつく", "先を行くアメリカに並ぶ。"),
        ("米国の企業", "米中の企業が競う。"),
        ("日程は決まっていない", "日程はまだ決まっていません。"),
        ("日程は未定", "日程はまだ決まっていません。"),
        ("資料を提出する必要がある", "資料を提出しなければなりません。"),
        ("来年に開始する見込み", "来年に開始すると見込まれています。"),
        ("窓口を開く予定", "窓口を開く予定です。"),
        ("利用者は増えている", "利用者は増えているだけでなく、若返っています。"),
        ("話を広げよう", "話を広げましょう。"),
    ],
)
def test_true_statements_are_supported(statement: str, cited: str) -> None:
    assert unsupported(statement, cited) == ()


@pytest.mark.parametrize(
    ("statement", "cited", "lacking"),
    [
        ("予算は数百万円", "予算は数百億円規模。", "数百万円"),
        ("2025年9月19日に発表", "2025年9月18日に発表した。", "2025年9月19日"),
        ("2024年9月に発表", "2025年9月18日に発表した。", "2024年9月"),
        ("OpenAIが参加", "Anthropicが参加する。", "OpenAI"),
        ("文部科学省が支援", "総務省が支援する。", "文部科学省"),
        ("「明日」を公開", "「源内」を公開した。", "「明日」"),
        ("ミツハシが参加", "サクラ・テクノスが参加する。", "ミツハシ"),
        ("支援は4つ", "支援は3つです。", "4つ"),
        ("東京大学が協力", "京都大学が協力する。", "東京大学"),
        ("中国の企業", "アメリカの企業が進む。", "中国"),
        ("大阪の図書館", "東京の図書館が開く。", "大阪"),
        ("待ち時間は10分", "待ち時間は10時間です。", "10分"),
        ("1社が参加", "1人が参加した。", "1社"),
        ("日程は決まっている", "日程はまだ決まっていません。", "決まっている"),
        ("費用は増えない", "費用は増えます。", "増えない"),
        ("簡単な作業ではない", "簡単な作業です。", "作業ではない"),
        ("来年に開始する", "来年に開始する予定です。", "開始する"),
        ("費用は下がる見込み", "費用は下がる可能性がある。", "下がる見込み"),
        ("窓口で申請する必要がある", "窓口で申請できる。", "申請する必要がある"),
    ],
)
def test_a_slip_is_found(statement: str, cited: str, lacking: str) -> None:
    assert [fact.text for fact in unsupported(statement, cited)] == [lacking]
