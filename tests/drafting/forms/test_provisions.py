"""Rules of contracts on slides: what is laid down first is said, and nothing stands where it binds
what it is not of."""

from shiryo import article, drafting
from shiryo.drafting import cards
from shiryo.drafting.replay.edited import edited
from shiryo.drafting.select import terms
from shiryo.outline import model

_AIM = "## 目的\n\n当会は、工房を使う条件として本規約を定めます。"
_OTHERS = """
## 利用料

利用者は、毎月の末日までに、当会が定める利用料を支払うものとします。

## 届出

利用者は、住所を変更したときは、遅滞なく当会に届け出るものとします。

## 管轄

本規約に関する紛争は、当会の所在地の裁判所で解決するものとします。
"""


def drafted(text: str) -> model.Section:
    """Return the section drafted of an article of the rules of a workshop."""
    said = f"# 工房の利用規約\n\n{_AIM}\n\n## 工房の休止\n\n{text}\n{_OTHERS}"
    read, _ = article.read(said.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return next(s for _, s in outline.walk() if s.title == "工房の休止")


def blocks(section: model.Section) -> list[tuple[str | None, list[str]]]:
    """Return what a section's slides show: the message of each list, and its items."""
    lists = [b for b in section.blocks if isinstance(b, model.BulletsBlock) and b.only == "deck"]
    return [(b.message, [item.text for item in b.bullets]) for b in lists]


_CASES = """- 設備を点検するとき
- 台風などにより工房を開けないとき
- 前各号のほか、係が必要と認めたとき
"""
_PAUSE = "当会は、次の場合には工房を休止することがあります。"
_NOTICE = (
    "当会は、前項の規定により工房を休止するときは、あらかじめ利用者に掲示で知らせます。"
    "ただし、急を要する場合はこの限りではありません。"
)


def test_a_rule_is_said_before_its_notice_and_stands_over_its_cases() -> None:
    section = drafted(f"{_PAUSE}\n\n{_CASES}\n{_NOTICE}")
    assert section.message == "当会は、次の場合には工房を休止することがある"
    cases, notice = blocks(section)
    assert [len(cases[1]), len(notice[1])] == [3, 1]


def test_what_a_sentence_enumerates_is_not_of_the_one_before_it() -> None:
    section = drafted(
        "当会は、利用者が工房を安全に使えるように必要な措置を講じるものとします。"
        f"工房を休止するのは次の場合です。\n\n{_CASES}"
    )
    assert section.message.startswith("当会は、利用者が工房を安全に")
    ((message, cases),) = blocks(section)
    assert message is not None
    assert message.startswith("工房を休止するのは次の場合")
    assert len(cases) == 3


def test_the_summary_has_what_rules_say_first() -> None:
    said = (
        f"# 工房の利用規約\n\n{_AIM}\n\n## 工房の休止\n\n{_PAUSE}\n\n{_CASES}\n{_NOTICE}\n{_OTHERS}"
    )
    outline, _ = drafting.draft(article.read(said.encode(), "a.md")[0], "a.md")
    told = " ".join(item.text for item in outline.summary)
    assert "利用料を支払うものとする" in told
    assert "設備を点検" not in told
    assert "掲示で知らせる" not in told


def test_an_exception_stays_with_its_sentence_and_a_reference_goes_where_all_is_said() -> None:
    section = drafted(f"{_PAUSE}\n\n{_CASES}\n{_NOTICE}")
    (said,) = blocks(section)[1][1]
    assert said == (
        "当会は、工房を休止するときは、あらかじめ利用者に掲示で知らせる。"
        "ただし、急を要する場合はこの限りではない"
    )


def test_rules_that_go_on_in_a_list_of_cases_are_none_of_them() -> None:
    more = "- 当会は、休止により利用者に生じた損害について責任を負いません。\n"
    section = drafted(
        f"当会は、次の各号のいずれかに当たるときは工房を休止します。\n\n{_CASES}{more}"
    )
    cases, other = blocks(section)
    assert len(cases[1]) == 3
    assert other[1] == ["当会は、休止により利用者に生じた損害について責任を負わない"]


def test_cases_stand_under_their_own_rule_when_others_come_before_it() -> None:
    section = drafted(
        "工房の休みは、毎週火曜日とします。\n\n休みの日は、係が年の初めに掲示します。\n\n"
        f"当会は、次の各号のいずれかに該当するときは工房を休止します。\n\n{_CASES}"
    )
    assert section.message == "工房の休みは、毎週火曜日とする"
    before, cases = blocks(section)
    assert before == (None, ["休みの日は、係が年の初めに掲示"])
    assert cases[0] == "当会は、次の各号のいずれかに該当するときは工房を休止"


def test_rules_are_told_in_their_order_whole() -> None:
    section = drafted(
        "当会は工房を休止することがあります。"
        "当該休止を行うときは、その期間を掲示により周知します。\n\n"
        "休止の期間が2か月以上あるときは、係のうち1人を連絡の係と定めます。\n\n"
        "連絡の係は、休止の間、利用者の問い合わせに電話で答えるものとします。\n\n"
        "利用者は、休止の間、工房に置いた道具を係の許しを得て持ち帰ることができます。\n\n"
        "休止の間の利用料は、日割りで計算した額を翌月の利用料から差し引きます。\n\n"
        "休止が3か月を超えたときは、利用者は本規約による契約を終えることができます。\n\n"
        "契約を終えた利用者には、残りの期間の利用料を返すものとします。"
    )
    assert section.message == "当会は工房を休止することがある"
    ((_, told),) = blocks(section)
    assert [text[:4] for text in told] == [
        "当該休止", "休止の期", "連絡の係", "利用者は", "休止の間", "休止が3", "契約を終",
    ]  # fmt: skip


def test_cases_that_are_told_on_a_card_stand_below_their_rule() -> None:
    cases = model.BulletsBlock(
        message="次のときは休む",
        start=1,
        bullets=(model.Item(text="雨のとき"), model.Item(text="風のとき")),
    )
    section = model.Section(id="a", title="第3条（休み）", message="毎週休む", blocks=(cases,))
    _, rule = cards.said(section)
    assert (rule.text, [i.text for i in rule.items]) == (
        "次のときは休む",
        ["1. 雨のとき", "2. 風のとき"],
    )


def test_a_text_that_speaks_of_rules_sets_none() -> None:
    told = "新しい利用規約では、当会は前項の規定により工房を休みます。直した理由は三つあります。"
    more = "掲示が見にくいという声がありました。係が町を回って聞きました。多くの人が賛成しました。"
    read, _ = article.read(f"# 規約を直した話\n\n{told}{more}\n".encode(), "a.md")
    assert not terms.sets_rules(read)


def test_what_a_box_says_of_a_rule_is_no_message() -> None:
    rules = "".join(
        f"## 第{n}条（{name}）\n\n1. 当会の{name}は、役員が定めるものとする。\n"
        f"2. 前項の{name}は、総会に報告しなければならない。\n\n"
        '!!! info "定めた理由"\n\n'
        "    役員が定めることで、総会を待たずに工房を直せるようにしています。\n\n"
        for n, name in enumerate(("利用料", "開館日", "当番"), 1)
    )
    read, _ = article.read(f"# 工房の規程\n\n{rules}".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert not any("総会を待たずに" in s.message for _, s in outline.walk())
