import pytest

from shiryo.drafting.wording.clauses import clauses
from shiryo.drafting.wording.pointers import without_pointer
from shiryo.drafting.wording.shorten import SHORTER, statement
from shiryo.drafting.wording.steps import rewordings
from shiryo.facts import guard
from shiryo.japanese.width import width


def test_width_counts_half_width_as_half() -> None:
    assert width("AIの開発") == 4.0


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("しかし、費用は増えています。", "費用は増えている"),
        ("よって、窓口は二つで足ります。", "窓口は二つで足りる"),
        ("それゆえに、橋は架け替えます。", "橋は架け替える"),
        ("このように木の橋は水に弱いです。", "木の橋は水に弱い"),
        ("このように話す人もいます。", "このように話す人もいる"),
        ("まずはじめに、橋は町の財産であるということから説明する。", "橋は町の財産である"),
        ("そのため橋は架け替えます。", "橋は架け替える"),
        ("さらに市役所では、実験が進んでいます。", "市役所では、実験が進んでいる"),
        ("あるいは，板の裏から釘を打つ。", "あるいは，板の裏から釘を打つ"),
        ("また「自前主義」の危うさも語られています。", "「自前主義」の危うさも語られている"),
        ("「頼りすぎは危ない」という声も。", "「頼りすぎは危ない」という声もある"),
        ("誰でも利用することができます。", "誰でも利用できる"),
        ("けれども単なる倉庫ではない。", "単なる倉庫ではない"),
        ("なのでそれぞれに札を付けます。", "それぞれに札を付ける"),
        ("ですが市役所では実験が進んでいます。", "市役所では実験が進んでいる"),
        ("とはいえ 市役所は遠いです。", "市役所は遠い"),
        ("かといって、橋は架け替えません。", "橋は架け替えない"),
        ("加えて橋は架け替えます。", "橋は架け替える"),
        ("加えて中火で三分煮ます。", "加えて中火で三分煮る"),  # what is done with it
        ("突然ですが、窓口は移ります。", "窓口は移る"),
        ("まぁ、北の館へ行くよりは近い。", "北の館へ行くよりは近い"),
        (
            "札の用意が済むまで申し訳ありませんが、しばらくお待ちください。",
            "札の用意が済むまでしばらく待つこと",
        ),
        ("大変お手数ですが、窓口へお越しください。", "窓口へ来ること"),
        ("釘を抜いてご利用ください。", "釘を抜いて利用すること"),
        ("店（下記の表を参照のこと）は坂の上にある。", "店は坂の上にある"),
        ("苔の庭（★）は町の北にある。", "苔の庭は町の北にある"),
        ("水門（図参照）は三つあります。", "水門は三つある"),
        ("苔の庭（池、用語参照）は静かです。", "苔の庭（池）は静かだ"),
        ("水門と堰の例を以下の図に示します。", "水門と堰の例"),
        ("市は方針を図に示した。", "市は方針を図に示した"),
        ("橋は人の勘で直されている、と考えてください。", "橋は人の勘で直されている、と考えること"),
        ("橋の名を考えてください。", "橋の名を考えよう"),
        ("席が多いので、ご利用ください。", "席が多いので、ご利用ください"),  # no order
    ],
)
def test_statement(sentence: str, wanted: str) -> None:
    assert statement(sentence) == wanted


def test_a_contrast_becomes_two_statements_with_the_same_source() -> None:
    text = (
        "報道ベースでは、いくつかの大きな企業の名前がすでに挙がっているが、"
        "最終的な日程はこれから固まっていく見込み"
    )
    assert clauses(text) == [
        "報道ベースでは、いくつかの大きな企業の名前がすでに挙がっている",
        "報道ベースでは、最終的な日程はこれから固まっていく見込み",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "担当者が現地を調べ、市民が参加する必要がある",
        "費用が増えることに加え、人手が足りない",
        "市は道路を直し、来年には橋を架ける",
        "担当者が現地を調べ、市民と共に進めるという特色を持つ計画が参考となる",
        "この広場は、町の計画を市民と共に議論し、改善するための取り組み",
        "この広場は誰もが安心して家族を築き、子育ての喜びが感じられる町のための投資",
        "町の石の橋が古くなり、車の通行が危険だ",
        "町の予算が少しずつ減り、館の人手が足りていない",
        "市は館の決まりを作り、組織の中に周知する",
        "この装置は一つの誤りは訂正し、二つの誤りは見つけるだけにする、という仕組みを備えている",
        "町の子どもは、学校の成績が隣の町と比較し、理科の点が少し低い",
    ],
)
def test_clauses_that_lean_on_each_other_stay_together(text: str) -> None:
    assert clauses(text) == [text]


def test_tense_of_the_end_holds_for_both_clauses() -> None:
    assert clauses("市役所の窓口が新しくなり、待ち時間が短くなった") == [
        "市役所の窓口が新しくなった",
        "待ち時間が短くなった",
    ]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("誰でも町の資料を使うことができる", "誰でも町の資料を使える"),
        ("閉館の日には読むことができない", "閉館の日には読めない"),
        ("町の外からも見ることができる", "町の外からも見ることができる"),
        ("町における支援に対する意見を集める", "町での支援への意見を集める"),
        ("ABC や DEF 、 XYZ を使う", "ABCやDEF、XYZを使う"),
        ("北山市の「まなび」という事業で本を配る", "北山市の「まなび」で本を配る"),
        ("全ての館で調査を実施する", "全ての館で調査"),
    ],
)
def test_fewer_letters_say_the_same(text: str, short: str) -> None:
    assert SHORTER["tighten"](text) == short
    assert guard.keeps(text, short)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("館は本を探す道具（目録、棚の図など）を新しくする", "館は本を探す道具を新しくする"),
        ("来た人は三百人（速報）に上る", "来た人は三百人（速報）に上る"),
        ("町の外に住む人（未確認）も借りる", "町の外に住む人（未確認）も借りる"),
        ("町に越した人が多い（観光課調べ）", "町に越した人が多い（観光課調べ）"),
        ("新しい分館（予定）に棚を置く", "新しい分館（予定）に棚を置く"),
    ],
)
def test_only_brackets_of_examples_go(text: str, short: str) -> None:
    assert SHORTER["drop-brackets"](text) == short


HALVES = (
    (
        "東の門が朝から夕方まで開くのに対し、西の門は祭りの日だけ開け、"
        "遠くから来る人の車を半分に減らす広い停留所を前に置きます。",
        [
            "東の門が朝から夕方まで開く",
            "西の門は祭りの日だけ開け、遠くから来る人の車を半分に減らす広い停留所を前に置く",
        ],
    ),
    (
        "畑の札に書いた収穫の日は毎月直していますが、"
        "農園は札を見て早く摘んだ人の実の味や重さについて何も請け合うものではありません。",
        [
            "畑の札に書いた収穫の日は毎月直している",
            "農園は札を見て早く摘んだ人の実の味や重さについて何も請け合うものではない",
        ],
    ),
    (
        "展示の数は年ごとに増えているものの、解説を書ける人が辞めてしまって、"
        "新しい札の半分以上は題と年だけしか書かれていません。",
        [
            "展示の数は年ごとに増えている",
            "解説を書ける人が辞めてしまって、新しい札の半分以上は題と年だけしか書かれていない",
        ],
    ),
)


@pytest.mark.parametrize(("sentence", "wanted"), HALVES)
def test_a_long_sentence_is_parted_into_clauses_that_have_their_own_subject(
    sentence: str, wanted: list[str]
) -> None:
    found = rewordings(sentence)
    assert [made.text for made in found] == wanted
    assert [made.conceded for made in found] == [True, False]


@pytest.mark.parametrize(
    "sentence",
    [
        "六回以上続けて通って、途中の休みがなければ皿一枚と「次の窯」の案内が秋に郵便で届きます。",
        "温室は、年間券を持つ人以外の来園者に対して、午前中に咲く花の部屋への立ち入りを認めません。",
        "冬に氷を売り続けてきた理由は、雪の少ない町からの注文が毎年増えるから、と店主は振り返っています。",
    ],
)
def test_what_bears_the_meaning_stays(sentence: str) -> None:
    assert [made.text for made in rewordings(sentence)] == [statement(sentence)]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "取り違えやすいのは、「四十席」は机の数であって、一日に座れる人の数の上限ではない点です。",
            "「四十席」は机の数であって、一日に座れる人の数の上限ではない",
        ),
        ("難しいのは、雨の日は客が読めないという点だ。", "雨の日は客が読めない"),
        (
            "ここで強調しておきたいのは、館の灯りは夜だけ明るくなるという点です。",
            "館の灯りは夜だけ明るくなる",
        ),
        ("ここで重要なのは、水がめの水が冬に減るということです。", "水がめの水が冬に減る"),
        ("期待されるのは、水道代が下がる点です。", "期待されるのは、水道代が下がる点だ"),
        ("大きいのは、駅に近い点です。", "大きいのは、駅に近い点だ"),
    ],
)
def test_a_lead_that_only_rates_is_taken_off(sentence: str, wanted: str) -> None:
    assert statement(sentence) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "町の水がめが枯れ、人が去った村",
        "市は堤を直したが、川の幅が狭い所",
        "雪が道をふさぎ、荷が届かなくなると運送会社の担当者は話している",
        "棚は高くて届きにくいが、表に出ず、読まれない本が多い",
    ],
)
def test_what_may_belong_to_the_other_half_is_not_parted(text: str) -> None:
    assert clauses(text) == [text]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("下記のように板の角と穴の角が合う向きに置く", "板の角と穴の角が合う向きに置く"),
        ("下記の写真通りに支柱と横木をひもで結ぶ", "支柱と横木をひもで結ぶ"),
        ("札を以下のように直して、棚の名を大きくする", "札を直して、棚の名を大きくする"),
        ("以下の火気使用届を出す必要がある", "火気使用届を出す必要がある"),
        ("以下の火気使用届がある", "以下の火気使用届がある"),
        ("以下の紙を出す", "以下の紙を出す"),
        ("下図のように支柱と横木をひもで結ぶ", "支柱と横木をひもで結ぶ"),
        (
            "屋台の場所は、以下の観点から係が火の近さを確かめる",
            "屋台の場所は、係が火の近さを確かめる",
        ),
        ("以下の tent コマンドを打つと、屋台の図が出る", "tent コマンドを打つと、屋台の図が出る"),
        ("以下の条件で火を使う店は水を用意する", "以下の条件で火を使う店は水を用意する"),
        ("以下の観点から火の使用を認めない", "以下の観点から火の使用を認めない"),
        ("灯りを2割に削減し、次のような札も読めるようになった", "灯りを2割に削減した"),
        (
            "灯りを直し、次のような札も読めるようになった",
            "灯りを直し、次のような札も読めるようになった",
        ),
        ("支柱は次のように組み立てる", "支柱は次のように組み立てる"),  # nothing else is said
        ("店主は次のように客の多さを述べた", "店主は次のように客の多さを述べた"),
        ("次のように縄を結ぶことは勧めない", "次のように縄を結ぶことは勧めない"),
    ],
)
def test_what_is_done_is_said_without_what_shows_it(text: str, said: str) -> None:
    assert without_pointer(text) == said


def test_an_answer_stands_without_saying_that_it_is_one() -> None:
    assert (
        statement("答えは、どの屋台も雨の日は火を使えないからです。")
        == "どの屋台も雨の日は火を使えない"
    )


def test_so_it_is_that_opens_a_sentence_goes_as_other_conjunctions_do() -> None:
    assert statement("そういうわけで火の番は先に決めておきます。") == "火の番は先に決めておく"
    assert statement("そういうわけではありません。") == "そういうわけではない"


@pytest.mark.parametrize(
    "opening",
    [
        "その代わり",
        "それに加えて、",
        "この結果、",
        "これらの理由から、",
        "こうした事情から、",
        "といっても、",
        "ならばいっそ、",
        "だったら、",
        "冒頭で述べたように、",
        "すでに見てきたとおり、",
        "前述の通り、",
        "以上のように、",
        "まずはじめに、",
        "もっと一般的に言えば、",
    ],
)
def test_what_only_ties_a_sentence_to_the_one_before_goes(opening: str) -> None:
    assert statement(f"{opening}町は橋を直しました。") == "町は橋を直した"
    assert statement("この結果は町が調べました。") == "この結果は町が調べた"
    assert statement("町長が述べたように、橋は直った。").startswith("町長が述べた")


def test_no_clause_is_cut_off_from_its_alternative() -> None:
    text = "館においては、届いた本を係が棚に収め、または隣の町の係が書庫に運ぶ"
    assert clauses(text) == [text]
    assert len(clauses(text.replace("または", ""))) > 1


@pytest.mark.parametrize(
    ("end", "count"),
    [("これを防ぐには係が毎朝水を捨てる必要があるだろう", 1), ("町は係に毎朝の水捨てを頼んだ", 2)],
)
def test_no_clause_is_cut_off_from_what_it_speaks_of(end: str, count: int) -> None:
    text = f"古い水路の底に泥がたまりやすい場所では夏の終わりに虫が増えることがあるが、{end}"
    assert len(clauses(text)) == count


def test_a_conjunction_goes_though_it_looks_like_a_condition_or_a_place() -> None:
    for word in ("でも", "それでも", "実際には", "具体的には", "とは言え"):
        (said, *_) = rewordings(f"{word}、町の橋は去年の秋に直りました。")
        assert said.text == "町の橋は去年の秋に直った"
    (said, *_) = rewordings("しかしそれでも、町の橋は去年の秋に直りました。")
    assert said.text == "それでも、町の橋は去年の秋に直った"
    (said, *_) = rewordings("雨の日でも、町の橋は渡れます。")
    assert said.text == "雨の日でも、町の橋は渡れる"


def test_a_clause_that_takes_up_the_one_before_it_behind_its_topic_stays_with_it() -> None:
    first = "町の北にある古い橋は川を渡る人のための道だったが"
    assert len(clauses(f"{first}、市場の店はそこから広がった")) == 1
    assert len(clauses(f"{first}、市場の店は百年前から広がった")) == 2


def test_no_reader_of_a_slide_is_sent_back_in_the_text_whatever_is_denied() -> None:
    text = "前述のようにそのような係は町に一人もいない"
    assert without_pointer(text) == "そのような係は町に一人もいない"
