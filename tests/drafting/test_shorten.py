import pytest

from shiryo.drafting.wording.clauses import clauses
from shiryo.drafting.wording.shorten import SHORTER, statement
from shiryo.facts import guard
from shiryo.japanese.width import width


def test_width_counts_half_width_as_half() -> None:
    assert width("AIの開発") == 4.0


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("しかし、費用は増えています。", "費用は増えている"),
        ("さらに市役所では、実験が進んでいます。", "市役所では、実験が進んでいる"),
        ("あるいは，板の裏から釘を打つ。", "板の裏から釘を打つ"),
        ("また「自前主義」の危うさも語られています。", "「自前主義」の危うさも語られている"),
        ("「頼りすぎは危ない」という声も。", "「頼りすぎは危ない」という声もある"),
        ("誰でも利用することができます。", "誰でも利用できる"),
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
