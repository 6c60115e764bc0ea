from dataclasses import replace

import pytest

from shiryo import article, drafting, limits
from shiryo.drafting.select import claims as claims_module
from shiryo.drafting.select import support, weight
from shiryo.drafting.select.choice import key
from shiryo.drafting.select.choice import message as chosen_message
from shiryo.drafting.select.claims import Claim, claims
from shiryo.drafting.select.standing import has_topic
from shiryo.drafting.select.whole import stands_alone
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import replay
from shiryo.japanese.width import width
from shiryo.japanese.words import words


def said(*texts: str) -> list[Sentence]:
    return [Sentence(text, n, n) for n, text in enumerate(texts, 1)]


def points(
    found: list[Claim],
    message: Claim | None,
    most: int,
    announcing: frozenset[int] = frozenset(),
    known: str = "",
) -> list[Claim]:
    made = support.points(found, message, most, announcing=announcing, known=known)
    return [point.claim for point in made]


@pytest.mark.parametrize(
    "text",
    [
        "今回は",
        "といった内容をまとめた",
        "である品物を棚に並べる",
        "現時点では、",
        "市役所の窓口で使えるのか",
        "いつから始まる？",
        "地域の声を聞く住民も",
        "詳しくはこちら",
        "費用を比べ、",
        "右の図に年ごとの数を示す",
        "担当は「市民課の窓口にある",
    ],
)
def test_fragments_and_what_shows_something_else_do_not_stand_alone(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "支援の仕組みは大きく3つ",
        "窓口の混雑はまだ解消されていない",
        "予算は減る見込み",
        "@yatai/kitの部品を更新する",
        ".envの値を店ごとに変える",
        "屋台をどこに置けばよいかは地図を見れば分かるだろう",
    ],
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


def test_a_sentence_of_three_lines_is_a_point_and_longer_ones_where_they_matter_most() -> None:
    long = "本を借りる人も返す人も予約をする人も、" * 3 + "窓口に並ばずに済む"
    others = ("利用者の数は減りました。", "職員の数は増えました。", "町は館を建て替えます。")
    found = claims(said(long + "。", *others), "")
    assert long in texts_of(found, 5)
    longer = "返す人も予約をする人も、" * 4 + long
    found = claims(said(longer + "。", *others), "")
    light, weighty = ([replace(found[0], score=worth), *found[1:]] for worth in (-9.0, 9.0))
    assert longer not in texts_of(light, 5)
    assert longer in texts_of(weighty, 5)


def test_a_slide_of_few_points_has_room_for_a_long_one() -> None:
    long = "返す人も予約をする人も本を借りる人も、" * 5 + "窓口に並ばずに済む"
    found = claims(said(long + "。", "利用者の数は減りました。"), "")
    assert texts_of(found, 5) == [long, "利用者の数は減った"]


def texts_of(found: list[Claim], most: int) -> list[str]:
    return [c.text for c in points(found, None, most)]


def test_what_says_whose_the_first_of_some_is_stands_beside_what_is_said_of_it() -> None:
    found = claims(
        said("市の案の1つ目は、夜の開館でした。", "夜の開館は、働く人のためのものです。"), ""
    )
    message = key(found)
    assert message is not None
    assert message.text == "夜の開館は、働く人のためのもの"
    assert [c.text for c in points(found, message, 5)] == ["市の案の1つ目は、夜の開館だった"]


def test_what_may_happen_is_a_point() -> None:
    found = claims(said("館を夜も開けます。", "本が古くなり、借りる人が減ることもあります。"), "")
    assert [c.text for c in points(found, found[0], 5)] == [
        "本が古くなり、借りる人が減ることもある"
    ]


def texts(found: list[Claim]) -> list[str]:
    return [claim.text for claim in found]


@pytest.mark.parametrize(
    ("text", "hollow"),
    [
        ("灯を消す方法として、芯をつまむ方法がある", False),
        ("灯を消す方法がいくつかある", True),
        ("別の方法がある", True),
        ("町の外から届けられるものがある", False),
        ("町の若者が夜市のニュースを見て集まった", False),
        ("夜市が話題になった", True),
        ("使う前に、必ず確認すること", True),
        ("使う前に、芯の長さを確認すること", False),
    ],
)
def test_what_only_says_that_something_is_there_is_hollow(text: str, hollow: bool) -> None:
    assert (weight.HOLLOW.search(text) is not None) == hollow


def test_news_about_news_gives_way_to_what_is_new() -> None:
    found = claims(
        said(
            "2025年9月18日、町に驚きの知らせが飛び込んできました。",
            "町は図書館を10年ぶりに建て替えます。",
            "工事の費用はおよそ12億円です。",
        ),
        "",
    )
    message = key(found)
    assert message is not None
    assert "驚き" not in message.text
    assert "町に驚きの知らせ" not in "".join(texts(points(found, message, 5, known="2025-09-18")))


def test_what_a_sentence_only_grants_is_no_message_and_no_point_alone() -> None:
    sentence = (
        "財政課は町の図書館と公民館と児童館の予算は実質では少しも減っていないと主張していますが、"
        "本の値段の上がり方を踏まえると館の負担は大きくなっています。"
    )
    found = claims(said(sentence), "")
    message = key(found)
    assert message is not None
    assert message.text.endswith("館の負担は大きくなっている")
    (point,) = texts(points(found, None, 5))
    assert "減っていないと主張しているが、" in point
    assert point.endswith(message.text)


def test_what_points_back_stands_only_after_what_it_means() -> None:
    found = claims(
        said(
            "町の図書館の利用者は10年で3割減りました。",
            "その背景には駅前の店の閉店があります。",
            "県は2026年に館の統合を決めました。",
            "これには反対の声も上がっています。",
        ),
        "",
    )
    assert texts(points(found, found[0], 5)) == [
        "その背景には駅前の店の閉店がある",
        "県は2026年に館の統合を決めた",
        "これには反対の声も上がっている",
    ]
    assert texts(points(found, found[2], 1)) == ["町の図書館の利用者は10年で3割減った"]
    assert "これには" not in "".join(texts(points([found[3]], found[0], 5)))


def test_a_lead_in_that_counts_is_no_point_beside_its_list() -> None:
    found = claims(
        said("町の図書館の使い道は大きく分けて二つあります。", "館は駅前にあります。"), "図書館"
    )
    assert texts(points(found, None, 5, announcing=frozenset({1}))) == ["館は駅前にある"]


def test_a_link_says_nothing_on_a_slide() -> None:
    assert claims(said("現在の計画はこちらから確認できます。"), "") == []


def test_a_yes_or_no_is_said_with_what_it_is_about() -> None:
    found = claims(
        said("できません。", "決定を受けてから発注してください。"), "先に発注できますか。"
    )
    message = key(found)
    assert message is not None
    assert message.text == "できない。決定を受けてから発注すること"
    assert replay("できません。決定を受けてから発注してください。", message.how) == message.text


@pytest.mark.parametrize("text", ["(山田太郎/鈴木花子/佐藤次郎)", "山田太郎・鈴木花子・佐藤次郎"])
def test_a_row_of_people_claims_nothing(text: str) -> None:
    assert not stands_alone(text)


def test_what_comes_after_a_turn_is_the_claim() -> None:
    found = claims(
        said(
            "町の計画ではアプリが6割を占めるはずでした。", "しかし、窓口では電話が8割を占めます。"
        ),
        "",
    )
    message = key(found)
    assert message is not None
    assert message.text == "窓口では電話が8割を占める"


def test_an_exception_keeps_its_word_and_follows_its_rule() -> None:
    rule = "町の館と隣の町の館は、働く人や学ぶ人も使えるよう、夜の九時まで開いています。"
    exception = "ただし、道が雪で通れなくなることのある冬の三か月は、夕方の五時に閉まります。"
    found = claims(said(rule, exception), "")
    assert texts(points(found, found[0], 5)) == [exception.replace("まります。", "まる")]
    assert points([found[1]], None, 5) == []


@pytest.mark.parametrize(
    "text",
    [
        "と聞かれることが多いが、館は駅前にある",
        "次のすべてに当てはまる方",
        "本の数 $N$ を求める",
        "本の数の割合 \\frac{1}{2} を求める",
    ],
)
def test_lead_ins_and_formulas_claim_nothing(text: str) -> None:
    assert not stands_alone(text)


def test_what_speaks_of_the_matter_answers_a_heading_that_asks() -> None:
    found = claims(
        said(
            "図書館の本は全部で3万冊になる予定です。",
            "図書館は家からも本の予約を受け付けています。",
        ),
        "家から本の予約はできますか。",
    )
    message = key(found)
    assert message is not None
    assert message.text == "図書館は家からも本の予約を受け付けている"


@pytest.mark.parametrize(
    "yes", ["一言で言えば「yes」です。", "いいえ。", "簡単な答えとしてはイエスです。"]
)
def test_yes_or_no_answers_with_what_is_said_of_it(yes: str) -> None:
    more = "図書館は家からも本の予約を受け付けています。"
    message = key(claims(said(yes, more, "予約は三冊までです。"), "家から本の予約はできますか。"))
    assert message is not None
    assert message.text.endswith("。図書館は家からも本の予約を受け付けている")
    assert yes[:3] in message.text


def test_a_message_takes_three_lines_where_no_shorter_one_says_nearly_as_much() -> None:
    long = Claim("館は" + "長" * 95, 1, 1, 0, 0, 5.0, ())
    short = Claim("町の館は丘の上にある", 2, 2, 1, 1, 1.5, ())
    assert chosen_message([long, short]) is long
    near = replace(short, score=4.2)
    assert chosen_message([long, near]) is near
    assert chosen_message([replace(long, text="長" * 103), short]) is short


@pytest.mark.parametrize(
    "text",
    [
        "係はこれらの品を棚に並べる",
        "閉館までにそれ以上借りれば、次の月は借りられない",
        "見回りの人がこれを見つけた",
        "次にその札を箱に入れて棚の奥の方にしまう",
    ],
)
def test_what_points_back_within_leans(text: str) -> None:
    assert [c.leans for c in claims(said("館は朝に開く。", text), "館")] == [False, True]


@pytest.mark.parametrize(
    ("heading", "opens", "leans"),
    [
        ("棚の札がいつのまにか消えます。", True, False),
        ("札はなぜ消えるのか？", True, False),
        ("棚の札がいつのまにか消えます。", False, True),
        ("棚の札", True, True),
    ],
)
def test_what_opens_a_section_may_speak_of_what_its_heading_states(
    heading: str, opens: bool, leans: bool
) -> None:
    found = claims(said("これは、札を留めた糊が乾くと起こります。"), heading, opens=opens)
    assert [c.leans for c in found] == [leans]


def test_what_the_title_names_needs_no_more() -> None:
    told = "この水車は一日に米を三俵ひく。"
    found = claims(said("米は村の人が運ぶ。", told), "仕組み", title="川上村の水車")
    assert [c.leans for c in found] == [False, False]
    other = claims(said("隣の村にも水車がある。", told), "仕組み", title="川上村の水車")
    assert [c.leans for c in other] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "町の山は昔からその高さで広く知られている",
        "雨が続き、これが川をあふれさせた",
        "町はこの20年で人が半分になった",
        "石と木、これらの材料で橋を架ける",
        "係の人が「これを箱に入れて」と頼んだ",
        "会はこれまでに四回開かれた",
        "よその館の決まりを見ると、罰金のあるところが多い",
        "古い本をこの世に残すのは町の務めだ",
        "うちの屋台は夜だけ火を使う",
        "人を増やしたいが、そんな余裕は町にない",
    ],
)
def test_what_a_sentence_names_itself_does_not_lean(text: str) -> None:
    assert [c.leans for c in claims(said("館は朝に開く。", text), "館")] == [False, False]


def test_what_the_next_sentence_turns_against_gives_way() -> None:
    turned = Claim("館は朝から夜まで開いている", 1, 1, 0, 0, 2.0, (), turned=True)
    other = Claim("夜は一階だけが開いている", 2, 2, 1, 1, 1.5, ())
    assert key([turned, other]) is other
    assert key([replace(turned, score=2.5), other]) == replace(turned, score=2.5)


def test_a_weighty_sentence_of_four_lines_is_a_point() -> None:
    short = [Claim(f"第{n}の棚には古い本が並ぶ", n, n, n, n, 3.0 - n / 9, ()) for n in range(1, 5)]
    long = Claim("館の決まりは" + "長" * 110 + "と定める", 9, 9, 9, 9, 1.2, ())
    assert long in points([*short, long], short[0], 9)
    assert replace(long, score=0.9) not in points([*short, replace(long, score=0.9)], short[0], 9)


def test_a_sentence_is_said_with_its_ground_or_without_it() -> None:
    found = claims(
        said(
            "館の本は毎年百冊ほどが棚から消えています。",
            "それらを見つけるために、係の人が毎月すべての棚を機械で調べています。",
        ),
        "消える本",
    )
    assert len([c for c in found if c.sentence == 1]) == 2
    assert len(points(found, found[0], 5)) == 1


def test_what_points_back_is_said_with_what_it_points_to() -> None:
    sentences = said(
        "本の背は日に焼けると色があせます。",
        "新しい本は窓から離れた棚に置くと、すぐに汚れたり傷んだりすることがあります。",
        "そのような場合は、表紙に透明な紙を掛けましょう。",
    )
    found = claims(sentences, "本を守ろう", joint=True)
    joint = [c for c in found if c.joint]
    assert [c.text for c in joint] == [
        "新しい本は窓から離れた棚に置くと、すぐに汚れたり傷んだりすることがある。"
        "そのような場合は、表紙に透明な紙を掛けよう"
    ]
    both = sentences[1].text + sentences[2].text
    assert replay(both, joint[0].how) == joint[0].text
    assert joint[0].refs == ("L2-L3",)
    others = [c.text for c in points(found, joint[0], 5)]
    assert others == ["本の背は日に焼けると色があせる"]


def test_what_points_back_over_a_paragraphs_end_is_not_joined() -> None:
    first, second = said("本は乾いた棚に置く。", "そのような場合は、表紙に紙を掛けましょう。")
    found = claims([replace(first, closes=True), second], "本", joint=True)
    assert not any(c.joint for c in found)


def test_what_points_back_is_joined_to_a_paragraph_of_one_sentence_above_it() -> None:
    first, second = said(
        "新しい本は窓から離れた棚に置くと、すぐに汚れたり傷んだりすることがあります。",
        "そのような場合は、表紙に透明な紙を掛けましょう。",
    )
    first = replace(first, opens=True, closes=True)
    near = claims([first, replace(second, first=3, last=3)], "本を守ろう", joint=True)
    assert sum(c.joint for c in near) == 1
    far = claims([first, replace(second, first=9, last=9)], "本を守ろう", joint=True)
    assert not any(c.joint for c in far)


def test_what_points_to_what_stands_further_up_is_not_joined() -> None:
    found = claims(
        said(
            "館は紙を守るために乾いた薬草を使う。",
            "棚の上では猫が一日じゅう眠っている。",
            "この薬草は夏のうちに入れ替えないと効き目がなくなる。",
        ),
        "棚",
        joint=True,
    )
    assert not any(c.joint for c in found)


def test_a_rule_is_said_with_its_exception() -> None:
    found = claims(
        said("館は夜九時まで開けます。ただし、月曜は休みます。", "席は四十あります。"), "館"
    )
    assert texts(found) == ["館は夜九時まで開ける。ただし、月曜は休む", "席は四十ある"]


def test_a_greeting_is_no_answer() -> None:
    heading = "鍵をなくしたらどうすればよいですか?"
    found = claims(said("ありがとうございます。", "窓口で新しい鍵を受け取れます。"), heading)
    assert texts(found) == ["窓口で新しい鍵を受け取れる"]


@pytest.mark.parametrize(
    "text",
    [
        "窓口に来る前に、以下の書類を確かめる",
        "係が以下2つの条件を満たしているかを確かめている",
        "借りる人の減った館には、次の傾向が見られた",
        "以下は、館の鍵についての問いと答え",
        "参考として、通れる道の図を載せた",
        "館と港の関係を図で示すと、左が館になる",
    ],
)
def test_what_leads_in_claims_nothing(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "本文中に記載された店の名は、各店の商標",
        "昨日の読書の集いの記事は、橋の話だった",
        "明日の担当は、隣の館の館長",
        "昨日は山田さんの「橋の歩き方」だった",
    ],
)
def test_what_speaks_of_names_or_of_other_days_of_a_series_is_no_statement(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize("text", ["Lamp Days 2031を開催", "Oil, wick, glass, stand は棚にある"])
def test_a_statement_may_be_mostly_of_foreign_names(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("ここ十年で館の本は倍になった", False),
        ("ここで館の本は倍になった", True),
        ("館は鍵の棚（前述）を門の横に置く", False),
        ("一通り読み終えると、今度は書く側に回りたくなった", True),
        ("先の段落で、館長の話をした", True),
        ("さきほど述べた講座のために、新しい教材を作った", True),
    ],
)
def test_what_a_statement_leans_on(text: str, leans: bool) -> None:
    assert weight.points_back(text) == leans


@pytest.mark.parametrize(
    "text",
    [
        "係から資料2に基づき説明がありました。",
        "詳しい数字は、館の年報をご参照ください。",
        "図書館の歩き方についてまとめてみました。",
        "こんにちは、図書館の者です。",
        "ぜひ館のページをご覧ください。",
    ],
)
def test_what_says_nothing_of_the_matter_is_no_message(text: str) -> None:
    """It is told by its role, not by a list of phrases."""
    message = key(claims(said("館の本は三万冊です。", text), "図書館"))
    assert message is not None
    assert message.text == "館の本は三万冊"
    assert key(claims(said(text), "図書館")) is None


@pytest.mark.parametrize(
    "text",
    [
        "閲覧室の席は前日までの予約をお願いします。",
        "担当の方は四月十日までに名簿を館の窓口へお送りくださいますようお願いいたします。",
    ],
)
def test_a_request_with_a_duty_is_a_claim(text: str) -> None:
    assert key(claims(said("いつも館をご利用いただきありがとうございます。", text), "利用のお願い"))


def test_what_points_back_is_no_message_even_alone() -> None:
    for text in (
        "この比率が職員の数を決めています。",
        "館が増えれば、そんなことは問題になりません。",
        "唯一この手順だけは職員が行います。",
        "2 は手間が少ないやり方です。",
    ):
        assert key(claims(said(text), "館の運営")) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("この方針で館の棚を一つずつ直していきます。", "今後の方針転換"),
        ("上図は職員が描いた館の見取り図です。", "館の運営"),
        ("左の表にある棚は来年の春に直します。", "館の運営"),
        ("館の棚は次のコードで並べ替えられます。", "館の運営"),
        ("はじめに、館長が館の運営の紹介を行いました。", "館の運営"),
        ("館には様々な仕組みがあります。", "館の運営"),
        ("館が丘の上に移ったとしましょう。", "館の運営"),
        ("棚の数は館の報告書の本文を参照されたい。", "館の運営"),
        ("町の皆さまのご理解とご協力をお願いします。", "館の運営"),
        ("館の運営には多くの問題点が存在します。", "館の運営"),
        ("次の章にある札の絵を押して、棚を並べてみましょう。", "棚の使い方"),
    ],
)
def test_what_shows_or_announces_something_else_is_no_message(text: str, heading: str) -> None:
    assert key(claims(said(text), heading)) is None


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("この方針で館の棚を一つずつ直していきます。", "棚の方針"),
        ("このたび、館は駅前の古い蔵に移りました。", "館の移転"),
        ("館には多くの町の人が通っています。", "館の運営"),
    ],
)
def test_what_needs_nothing_beside_it_is_a_message(text: str, heading: str) -> None:
    assert key(claims(said(text), heading))


def test_what_points_to_its_own_words_is_a_message() -> None:
    message = key(claims(said("館は古い棚を直し、その棚を学校に贈りました。"), "館の運営"))
    assert message is not None


def test_a_sentence_in_bold_is_the_message() -> None:
    plain = said("館は毎月本を選んでいます。", "館は毎月本を買っています。")
    for n in (0, 1):
        marked = [replace(s, strong=n == at) for at, s in enumerate(plain)]
        message = key(claims(marked, "館の仕事"))
        assert message is not None
        assert message.sentence == n


def test_a_long_sentence_with_facts_stays_whole_on_three_lines() -> None:
    long = (
        "森の木を切ろうとする人は、切り始める日の90日前から30日前までの間に、"
        "切る木の数と場所と切った後の植え方を書いた届けを村長に出すことが法律で決まっている"
    )
    chosen = points(claims(said(f"{long}。", "届けは窓口で受け取る。"), ""), None, 5)
    assert LIMIT < width(long) <= 1.5 * LIMIT
    assert long in texts(chosen)


def test_of_very_many_sentences_the_most_central_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECTION_SENTENCES", 3)
    central = [f"北山市は図書館の開館時間を{n}時まで延ばした。" for n in (18, 19, 20)]
    said = ["猫が庭で鳴いていた。", *central, "空には白い雲が浮かんでいた。"]
    sentences = [Sentence(text, at, at) for at, text in enumerate(said, 1)]
    assert {claim.first for claim in claims_module.claims(sentences, "")} == {2, 3, 4}


def test_what_is_only_listed_for_the_next_sentence_claims_nothing() -> None:
    sentences = said(
        "堰がこわれやすいこと、そして世話役が足りないこと。", "この二つを理由に、村は工事を決めた。"
    )
    assert {c.first for c in claims(sentences, "工事")} <= {2}
    assert {c.first for c in claims(sentences[:1], "工事")} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "「この橋はいつ直るの？」という声が村中から上がっている",
        "堰を直すかどうかで来年の水の量が決まるだろう",
        "堰を直せば米の取れ高が戻るのではないだろうか",
    ],
)
def test_what_is_asked_within_a_statement_makes_no_question_of_it(text: str) -> None:
    assert stands_alone(text)


def test_what_a_reader_is_to_find_out_is_no_plea() -> None:
    found = claims(said("お手元の袋の中身が札と同じものかご確認ください。"), "確かめること")
    assert [claim.text for claim in found] == ["お手元の袋の中身が札と同じものか確認すること"]


def test_what_is_to_be_done_is_said_without_what_shows_it() -> None:
    found = claims(said("下記の写真通りに、支柱の穴と横木の印を合わせてひもで結びます。"), "")
    assert [claim.text for claim in found] == ["支柱の穴と横木の印を合わせてひもで結ぶ"]
    assert found[0].how[0] == "drop-pointer"


def test_what_is_asked_of_somebody_is_no_question() -> None:
    assert stands_alone("棚を運ぶ日に、お力添えをいただけないだろうか")
    assert not stands_alone("棚を運ぶ日は、いつだろうか")


def test_a_name_for_what_follows_points_to_nothing() -> None:
    assert stands_alone("本館と分館（以下、「館」という）は、月曜日に休む")
    assert not stands_alone("本館の休みは、以下、表にまとめた日")


@pytest.mark.parametrize(
    "text",
    [
        "館の使い方について、いくつかの重要な点を挙げておくことが重要",
        "ここでは館のよいところを見ていきたい",
        "次は館の使い方を説明していこう",
        "ひとりの読者として書かせてもらおう",
        "返事が遅れて申し訳ない",
    ],
)
def test_what_only_announces_is_no_message_beside_what_says_something(text: str) -> None:
    assert weight.HOLLOW.search(text)
    assert not weight.HOLLOW.search("分館を三つの町に広げていきたい")
    assert not weight.HOLLOW.search("町は夜の当番について話し合っていこう")
    assert not weight.HOLLOW.search("いくつかの本を読むことより、本の数を減らすことが重要")


def test_what_shows_a_picture_that_is_not_there_is_no_statement() -> None:
    assert not stands_alone("開場前の係の人たちはこんな感じだった")
    assert stands_alone("町の係の人たちは朝の会をこんな感じで始める")


@pytest.mark.parametrize(
    "text",
    [
        "送料は無料",
        "注意：札の掛け替えは係だけができる",
        "【雨の日】屋台は橋の下に並ぶ",
        "集めた豆を大きさの順に並べよ",
        "今から買うならこちらが良い",
        "反則をした店は五日以下の休みになる",
        "札（以下、木札）は朝に掛ける",
        "店主は客の数（これで足りるのか？）を気にする",
        "講に入った人は誰でも同じ畑を使えるだろう",
        "町はご意見を集める道を三つに増やす",
        "これですべての札が読める",
        "札の並べ方は \\fudaset で変えられる",
        "\\fudaset を使うと札の並びが変わる",
    ],
)
def test_what_says_something_is_a_statement_however_it_looks(text: str) -> None:
    assert stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "電話：03-0000",
        "問い：なぜ",
        "町へ",
        "詳しくはこちらを参照",
        "ご意見をもとに文書を直していく",
    ],
)
def test_what_says_nothing_is_none(text: str) -> None:
    assert not stands_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "ぞん太の声を使った歌は、名前を書けば売ってよい",
        "あやたんの声を使った歌は売ってよい",
        "†銀の騎士†の声を使った歌は売ってよい",
        "案内では「図に「窓は三つあります。」と書かれています。」が読み上げられる",
    ],
)
def test_a_statement_may_begin_with_a_name_and_quote_what_quotes(text: str) -> None:
    assert stands_alone(text)
    assert not stands_alone("の声を使った歌は売ってよい")
    assert not stands_alone("ねえ、その歌は売ってよい")
    assert not stands_alone("その歌は売ってよいと思います")


def test_what_the_article_says_of_its_own_matter_goes_before_what_is_so_for_all() -> None:
    sentences = said(
        "屋台の火には炭とガスの二つが用意されている。",
        "この夜市では炭だけを使う。",
    )
    found = claims(sentences, "火", own=frozenset({"夜市"}))
    message = key(found)
    assert message is not None
    assert message.text == "この夜市では炭だけを使う"
    assert not message.leans


def test_what_a_later_sentence_denies_is_no_message() -> None:
    told = said(
        "夜に開く店は、客のために大きな雨傘を用意するのがよい。", "市では雨傘は用意しない。"
    )
    assert [c.aside for c in claims(told, "雨の日")] == [True, False]
    other = said(
        "夜に開く店は、客のために大きな雨傘を用意するのがよい。", "市では木札は用意しない。"
    )
    assert [c.aside for c in claims(other, "雨の日")] == [False, False]


def test_what_only_begins_something_gives_way() -> None:
    first = Claim("まずは豆を水につける", 1, 1, 0, 0, 2.0, ())
    then = Claim("豆は朝まで水につける", 2, 2, 1, 1, 1.7, ())
    assert key([first, then]) is then
    past = Claim("豆は高かった", 1, 1, 0, 0, 3.0, (), turned=True)
    assert key([past, then]) is then


@pytest.mark.parametrize(
    "text",
    [
        "古い店をたたみ、こうした品を扱う",
        "係の話では、それは夜のこと",
        "館でもこのように本を並べる",
    ],
)
def test_what_stands_for_something_said_before_leans(text: str) -> None:
    assert weight.points_back(text)


def test_one_word_is_looked_at_as_well() -> None:
    assert len(words("パーソナリティーズ")) == 1
    assert stands_alone("パーソナリティーズ")
    assert not stands_alone("ありがとうございます")


def test_advice_that_says_what_its_heading_names_is_the_message_though_it_is_set_against() -> None:
    told = said(
        "館が棚の本をすべて数え直すことは求めていません。",
        "それには何日もかかるでしょう。",
        "ただし、去年の秋に棚を並べ替えたときと同じく、入口の棚と奥の棚の本だけを二人で数えることをお勧めします。",
    )
    message = key(claims(told, "入口の棚と奥の棚の本を数える"))
    assert message is not None
    assert message.text.startswith("去年の秋に棚を並べ替えたときと同じく、入口の棚")
    assert replay(told[-1].text, message.how) == message.text
    other = key(claims(told, "館の費用"))
    assert other is None or "勧め" not in other.text


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("これからも町は窓口を続ける", False),
        ("これからの町は窓口を減らす", False),
        ("これからも分かるように窓口は混む", True),
        ("これから得た数で窓口を減らす", True),
    ],
)
def test_the_time_to_come_is_no_pointing_back(text: str, back: bool) -> None:
    assert weight.points_back(text) is back


def test_what_came_of_a_trial_says_more_than_the_trial() -> None:
    tried = "公園の遊具を選ぶ方法の開発を、西公園で五つの案を作りながら試みた。"
    came = "結果として方法は、調べる段階と並べる段階の２つに分けることができた。"
    found = chosen_message(claims(said(tried, came), "おわりに"))
    assert found
    assert found.text == came.removesuffix("。")


def test_a_remark_is_no_message_and_keeps_the_number_of_its_mark() -> None:
    counted = said("※1 旧回転塔は2000年に撤去された。", "調査は三回に分けて行った。")
    assert [c.text for c in claims(counted, "方法")] == ["調査は三回に分けて行った"]
    bare = claims(said("※旧回転塔は2000年に撤去された。", "調査は三回に分けて行った。"), "方法")
    assert [(c.text, c.aside) for c in bare] == [
        ("旧回転塔は2000年に撤去された", True),
        ("調査は三回に分けて行った", False),
    ]


def test_what_is_granted_before_a_turn_is_no_point_without_it() -> None:
    granted = "もちろん、投稿の質を自動で判定するのは難しい課題です。"
    goes_on = "人が見る仕組みは費用が高いことも理解しています。"
    turned = "しかし、量の制限だけで済ませるのは、問題の本質に届いていません。"
    found = {c.text: c.conceded for c in claims(said(granted, goes_on, turned), "上限")}
    assert found["量の制限だけで済ませるのは、問題の本質に届いていない"] is False
    assert found["人が見る仕組みは費用が高いことも理解している"] is True
    alone = {c.text: c.conceded for c in claims(said(goes_on, turned), "上限")}
    assert alone["人が見る仕組みは費用が高いことも理解している"] is False


def test_what_everybody_needs_is_no_point_where_it_is_said_to_be_left_out_here() -> None:
    general = "横にすると字が崩れてしまうため、横向き用の画面を用意するなどの工夫が必要になります。"
    own = "そのため、縦向きを前提に画面を作ります。"
    found = claims(said(general, own, "横向き用の画面は用意しません。"), "画面の向き")
    message = chosen_message(found)
    told = [c.text for c in points(found, message, 5)]
    assert told == ["横向き用の画面は用意しない"]


def test_one_of_several_that_opens_a_sentence_is_its_topic() -> None:
    assert has_topic("夜間の貸出なら、予約をせずに借りやすい")
    assert not has_topic("予約をせずに借りやすい")


def test_whom_to_ask_is_something_and_that_one_looks_is_nothing() -> None:
    assert weight.HOLLOW.search("利用の前に必ず確認すること")
    assert weight.HOLLOW.search("係が町の人に贈った言葉を引用する")
    assert weight.HOLLOW.search("三週間の旅についてあれこれ書いていくことにしよう")
    assert not weight.HOLLOW.search("係は町の人が贈った言葉を引用して灯の名を決めた")
    assert not weight.HOLLOW.search("参加を望む人は町の役所に確認すること")


def test_what_answers_a_question_right_before_it_is_the_message() -> None:
    text = (
        "# 水門の話\n\n## 水門の開け閉め\n\n前の章では、係がすべての水門を手で開け閉めしました。"
        "手で開け閉めする方法は手間がかかります。\n\n"
        "すべての水門を一人で見て回るのは現実的ではありません。では、どのように開け閉めすればよいでしょうか？\n\n"
        "ここで用いられるのが、水位に応じて水門を自動で動かす制御盤です。"
        "制御盤には、古い型と新しい型があります。\n"
    )
    outline, _ = drafting.draft(article.read(text.encode(), "a.md")[0], "a.md")
    (section,) = (s for _, s in outline.walk() if s.title == "水門の開け閉め")
    assert section.message == "用いられるのが、水位に応じて水門を自動で動かす制御盤"
