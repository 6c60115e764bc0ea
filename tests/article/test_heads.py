"""The head of documents: title, subtitle, date, who issues it, its kind; none of it is content."""

import pytest

from shiryo import article
from shiryo.article.model import Article, Kind
from shiryo.drafting import draft

BODY = """

当会では、橋の点検を毎年行っています。橋の傷みは三か所で見つかり、直すには半年かかります。

点検の結果
傷みは橋げたに集まっていました。通行には差し支えありません。
"""

HEADS = {
    "a release with its addressee and a subtitle": (
        """報道関係者各位
2025年10月1日
株式会社あおば縫製

使い終わった作業着を糸に戻す事業を始めます
～回収から納品まで三か月～""",
        (
            "使い終わった作業着を糸に戻す事業を始めます",
            "回収から納品まで三か月",
            "2025-10-01",
            "株式会社あおば縫製",
            "",
        ),
    ),
    "a release that says what it is": (
        """【プレスリリース】
2025年11月4日
ひかり食品株式会社

冷めてもかたくならない餅を発売""",
        (
            "冷めてもかたくならない餅を発売",
            "",
            "2025-11-04",
            "ひかり食品株式会社",
            "プレスリリース",
        ),
    ),
    "a release in English letters": (
        """PRESS RELEASE
報道機関各位
令和7年6月3日
川北大学 農学部
米のとぎ汁で藻を育てる装置を開発""",
        ("米のとぎ汁で藻を育てる装置を開発", "", "2025-06-03", "川北大学 農学部", "PRESS RELEASE"),
    ),
    "a release with a telephone number": (
        """報道発表資料
令和7年9月12日
みどり市 環境部 資源課
（電話 000-111-2222）

古着の回収箱を駅前に置きます""",
        (
            "古着の回収箱を駅前に置きます",
            "",
            "2025-09-12",
            "みどり市 環境部 資源課",
            "報道発表資料",
        ),
    ),
    "a guide with its version": (
        """渡し船予約システム
利用者ガイド

第2.1版　2025年 4月
北港市役所　交通課""",
        ("渡し船予約システム", "第2.1版　2025年4月", "", "北港市役所　交通課", "利用者ガイド"),
    ),
    "a report with its month": (
        """苔の庭　来園者調査
調査報告書

2025年　　03月
北港市役所　公園課""",
        ("苔の庭　来園者調査", "2025年03月", "", "北港市役所　公園課", "調査報告書"),
    ),
    "a municipal letter": (
        """資循第45号
令和7年12月1日

自治会長　様

みどり市長　川上　太郎

燃えるごみの収集日の変更について（通知）""",
        ("燃えるごみの収集日の変更について（通知）", "", "2025-12-01", "", ""),
    ),
    "a letter of an association, signed above the title": (
        """　　　　　　　　　　　　　　令和７年５月２０日
会員各位
　　　　　　　　　　　　　　やまびこ商店会
　　　　　　　　　　　　　　会長　北山　一郎

夏まつりの出店者募集のご案内

拝啓　新緑の候、ますますご清栄のこととお喜び申し上げます。""",
        ("夏まつりの出店者募集のご案内", "", "2025-05-20", "やまびこ商店会", ""),
    ),
    "a company to its customers": (
        """2025年8月20日
お客様各位
株式会社つばめ運輸

年末年始の配送についてのお知らせ""",
        ("年末年始の配送についてのお知らせ", "", "2025-08-20", "株式会社つばめ運輸", ""),
    ),
    "a web page of a town": (
        """断水のお知らせ

みずほ町 上下水道課
更新日：2025年7月7日""",
        ("断水のお知らせ", "", "2025-07-07", "みずほ町 上下水道課", ""),
    ),
    "a school to parents": (
        """令和7年9月1日
保護者の皆様へ
もみじ台小学校
校長　秋田　花子

運動会の実施について""",
        ("運動会の実施について", "", "2025-09-01", "もみじ台小学校", ""),
    ),
    "a school's newsletter": (
        """もみじ台小だより
第6号
令和7年9月30日
もみじ台小学校""",
        ("もみじ台小だより", "第6号", "2025-09-30", "もみじ台小学校", ""),
    ),
    "minutes on two lines": (
        """令和６年度　第３回　みどり市図書館協議会
議事録""",
        ("令和６年度\u3000第３回\u3000みどり市図書館協議会\u3000議事録", "", "", "", ""),
    ),
    "minutes below the name of the council": (
        """みどり市図書館協議会
第3回会議　議事要旨
令和7年2月14日""",
        ("みどり市図書館協議会\u3000第3回会議\u3000議事要旨", "", "2025-02-14", "", ""),
    ),
    "the year above minutes": (
        """令和6年度
第2回放課後クラブ運営委員会　議事録

日時　令和7年1月20日（月）10時から
場所　公民館""",
        ("令和6年度\u3000第2回放課後クラブ運営委員会\u3000議事録", "", "2025-01-20", "", ""),
    ),
    "a report on two lines": (
        """橋の安全に関する
調査報告書
～市内の百二十橋を調べて～
2025年3月
みどり市 土木部""",
        ("橋の安全に関する調査報告書", "市内の百二十橋を調べて", "", "みどり市 土木部", ""),
    ),
    "a paper for a meeting": (
        """資料２

公共施設の使用料の見直し（案）

令和7年10月8日
財政課""",
        ("公共施設の使用料の見直し（案）", "", "2025-10-08", "財政課", ""),
    ),
    "an interim report": (
        """令和7年度
空き家の実態調査　中間報告
2025年11月
都市整備部 住宅課""",
        (
            "令和7年度\u3000空き家の実態調査\u3000中間報告",
            "2025年11月",
            "",
            "都市整備部 住宅課",
            "",
        ),
    ),
    "rules with their changes": (
        """やまびこ商店会会則
平成30年4月1日制定
令和5年10月1日改正""",
        ("やまびこ商店会会則", "", "2023-10-01", "", ""),
    ),
    "rules with a version": (
        """情報の取り扱いに関する規程
Version 2.1
2025-04-01 改訂""",
        ("情報の取り扱いに関する規程", "Version 2.1", "2025-04-01", "", ""),
    ),
    "an internal notice": (
        """社内通知
2025年4月10日
全従業員各位
総務部

通勤手当の計算方法の変更""",
        ("通勤手当の計算方法の変更", "", "2025-04-10", "総務部", "社内通知"),
    ),
    "a memo with its subject": (
        """件名：会議室の予約方法の変更
宛先：各部長
2025年4月10日""",
        ("会議室の予約方法の変更", "", "2025-04-10", "", ""),
    ),
    "a paper with its authors": (
        """水田の藻が米の味に与える影響
山田　太郎¹、鈴木　次郎²
川北大学 農学部
2024年12月20日""",
        ("水田の藻が米の味に与える影響", "", "2024-12-20", "川北大学 農学部", ""),
    ),
    "a page with its last change": (
        """最終更新日：2025年8月8日
粗大ごみの出し方""",
        ("粗大ごみの出し方", "", "2025-08-08", "", ""),
    ),
    "news with its hour": (
        """商店街に無人の本屋、二十四時間営業
2025年5月5日 08:30""",
        ("商店街に無人の本屋、二十四時間営業", "", "2025-05-05", "", ""),
    ),
    "a plan with a subtitle between dashes": (
        """みどり市総合計画
－ともに育つまちへ－
令和7年3月
みどり市""",
        ("みどり市総合計画", "ともに育つまちへ", "", "みどり市", ""),
    ),
    "a subtitle in the line of the title": (
        """地方の書店は生き残れるか ―三つの町を歩いて―
2025年6月1日""",
        ("地方の書店は生き残れるか", "三つの町を歩いて", "2025-06-01", "", ""),
    ),
    "nothing but marks of a form": (
        """取扱注意
令和7年7月7日""",
        ("当会では、橋の点検", "", "2025-07-07", "", ""),
    ),
    "no head at all": (
        """三日坊主の私が続けられた理由""",
        ("三日坊主の私が続けられた理由", "", "", "", ""),
    ),
    "an edition above the title": (
        """第3版
災害対応マニュアル
みずほ町 危機管理課""",
        ("災害対応マニュアル", "第3版", "", "みずほ町 危機管理課", ""),
    ),
    "a discussion paper": (
        """ディスカッションペーパー
雲の上の計算機をどこに置くか
2020年6月""",
        ("雲の上の計算機をどこに置くか", "2020年6月", "", "", "ディスカッションペーパー"),
    ),
    "a form with its number": (
        """様式第3号（第5条関係）
補助金実績報告書
令和7年3月31日
みどり市長　様""",
        ("補助金実績報告書", "", "2025-03-31", "", ""),
    ),
}
"""What a document begins with → title, subtitle, date, organization, kind."""


def read(text: str, file: str = "a.txt") -> Article:
    return article.read(text.encode(), file)[0]


@pytest.mark.parametrize(
    ("head", "said"), [pytest.param(*case, id=name) for name, case in HEADS.items()]
)
def test_what_the_head_says(head: str, said: tuple[str, ...]) -> None:
    found = read(head + BODY)
    known = found.head
    assert (found.title, known.subtitle, found.date, known.organization, known.kind) == said


@pytest.mark.parametrize("head", [head for head, _ in HEADS.values()])
def test_every_line_of_the_head_is_named_or_on_the_cover(head: str) -> None:
    found = read(head + BODY)
    outline, _ = draft(found, "a.txt")
    cover = f"{outline.title}{outline.subtitle}{outline.organization}{outline.label}"
    named = "".join(each.text for each in outline.unused)
    lines = [block.text for block in found.blocks if block.kind is Kind.MASTHEAD]
    left = [line for line in lines if line not in found.head.lines]
    assert all(line in named for line in left)
    for line in set(lines) - set(left):
        said = "".join(line.strip("【】～－").split())
        assert said in "".join(cover.split()) or outline.date
    shown = [text for _, s in outline.walk() for text in (s.title, s.message)]
    assert not set(lines) & set(shown)


@pytest.mark.parametrize(
    "line",
    ["市では、令和7年10月5日に訓練を行います。", "申請の締切は2025年3月31日です。"],
)
def test_the_day_of_something_to_come_is_not_that_of_the_article(line: str) -> None:
    assert read(f"訓練の話\n\n{line}\n訓練には毎年百人が集まります。\n").date == ""


def test_a_telling_of_a_day_dates_the_article() -> None:
    assert read("駅前の本屋\n\n2025年5月5日、町は本屋を開くと発表しました。\n").date == "2025-05-05"


def test_markdown_whose_first_heading_is_an_addressee() -> None:
    found = read("# 報道関係者各位\n\n## 新しい橋を開通\n\n橋は北の村をつなぐ。\n", "a.md")
    assert found.title == "新しい橋を開通"
    assert [b.kind for b in found.blocks][:2] == [Kind.MASTHEAD, Kind.HEADING]


@pytest.mark.parametrize("title", ["手引", "開発者の方へ", "VRM が定める姿勢の仕様"])
def test_a_marked_title_stays(title: str) -> None:
    found = read(f"# {title}\n\n## 対象\n\n全員が読むものです。\n", "a.md")
    assert found.title == title


def test_who_signs_a_letter_at_its_foot() -> None:
    found = read(f"橋の点検について{BODY}\n以上\n\nやまびこ橋の会\n会長　北山　一郎\n")
    assert found.head.organization == "やまびこ橋の会"
    assert next(b.text for b in found.blocks if b.kind is Kind.MASTHEAD) == "以上"


def test_a_name_of_a_body_at_the_end_of_a_list_signs_nothing() -> None:
    found = read("# 関わる人\n\n次の二つが関わる。\n\n- 市の広報課\n- 県の土木部\n", "a.md")
    assert found.head.organization == ""


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ('"橋の本" # 題名', "橋の本"),
        ("'橋の''本'", "橋の'本"),
        ("\"'橋'の本\"", "'橋'の本"),
        ("橋の本 # 題名", "橋の本"),
        ("橋#2の本", "橋#2の本"),
    ],
)
def test_a_title_in_front_matter(field: str, title: str) -> None:
    text = f"---\ntitle: {field}\nsubtitle: 北の村へ\nlastmod: 2025-06-01\n---\n\n橋は古い。\n"
    found = read(text, "a.md")
    assert (found.title, found.head.subtitle, found.date) == (title, "北の村へ", "2025-06-01")


def test_a_title_below_a_heading_that_says_so() -> None:
    found = read("## タイトル\n\n橋を直す順序\n\n## 目的\n\n橋を長く使うためです。\n", "a.md")
    assert found.title == "橋を直す順序"


@pytest.mark.parametrize("mark", ["#", "##"])
def test_the_one_heading_above_all_others_is_the_title(mark: str) -> None:
    parts = (f"{mark} 北と南の橋", "橋は古い。", f"{mark}# 北", "広い。", f"{mark}# 南", "狭い。")
    found = read("\n\n".join(parts), "a.md")
    assert found.title == "北と南の橋"
    assert [b.level for b in found.blocks if b.level] == [1, 2, 2]


@pytest.mark.parametrize("title", ["FAQ", "よくある質問", "使い方"])
def test_the_only_heading_of_the_highest_level_is_the_title_whatever_it_says(title: str) -> None:
    found = read(f"# {title}\n\n橋は古い。\n\n## 北\n\n広い。\n\n## 南\n\n狭い。\n", "a.md")
    assert found.title == title


def test_an_address_is_no_title() -> None:
    found = read("https://example.jp/hashi\n\n橋は川の上にある道のことです。\n", "a.md")
    assert "http" not in found.title


def test_a_heading_between_waves_below_the_title_is_the_subtitle() -> None:
    text = (
        "# 橋の町、川の市と協力\n\n## 〜橋を共に直し、費用を二割減らす〜\n\n二つは始めた。\n\n"
        "## 背景\n\n橋は古い。\n"
    )
    found, _ = article.read(text.encode(), "a.md")
    assert found.head.subtitle == "橋を共に直し、費用を二割減らす"
    assert [b.text for b in found.blocks if b.kind is Kind.HEADING][1:] == ["背景"]
