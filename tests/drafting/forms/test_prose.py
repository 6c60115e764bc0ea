"""Forms of prose in a draft: the right one with the author's words, and what else is there."""

from collections.abc import Iterator
from typing import Literal

import pytest

from shiryo import article, drafting
from shiryo.article.model import Article
from shiryo.drafting.replay.edited import edited
from shiryo.facts.facts import unsupported
from shiryo.outline import model, statements


def drafted(*paragraphs: str) -> tuple[model.Outline, Article]:
    text = "\n\n".join(("# 題", "## 節", *paragraphs))
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert edited(outline, read) == []
    return outline, read


def shown(outline: model.Outline) -> Iterator[model.Block]:
    for _, section in outline.walk():
        yield from (b for b in section.blocks if b.only == "deck")


def accused(outline: model.Outline, read: Article) -> list[str]:
    return [
        fact.text
        for said in statements.statements(outline)
        for fact in unsupported(
            said.text,
            "\n".join(read.cited(*model.line_range(r)) for r in said.refs),
            said.beside,
        )
    ]


def test_somebodys_words_are_a_quotation_and_no_bullet() -> None:
    outline, read = drafted(
        "会議録を作る時間が六割減った。森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。"
    )
    (quote,) = [b for b in shown(outline) if isinstance(b, model.QuoteBlock)]
    assert (quote.quote.text, quote.quote.by) == ("浮いた時間は相談の仕事に使う", "森田市長")
    assert outline.sections[0].message == "会議録を作る時間が六割減った"
    assert not any(isinstance(b, model.BulletsBlock) for b in shown(outline))
    assert accused(outline, read) == []


def test_another_speaker_is_found_by_the_check() -> None:
    outline, read = drafted(
        "会議録を作る時間が六割減った。森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。"
    )
    (said,) = [s for s in statements.statements(outline) if "quote" in s.how]
    wrong = said.text.replace("森田市長", "佐伯市長")
    assert [f.text for f in unsupported(wrong, read.lines[4])] == ["佐伯市長"]


def test_a_section_of_one_quotation_stays_as_it_is() -> None:
    outline, _ = drafted("森田市長は会見で「浮いた時間は相談の仕事に使う」と述べた。")
    assert outline.sections[0].message
    assert list(shown(outline)) == []


def test_whose_words_a_quotation_is_stands_before_it() -> None:
    outline, _ = drafted(
        "『海の地図』の著者、梶原直樹氏は次のように書いている。", "> 場所を選べることは給料だ。"
    )
    (quote,) = [b for b in outline.sections[0].blocks if isinstance(b, model.QuoteBlock)]
    assert (quote.quote.text, quote.quote.by) == ("場所を選べることは給料だ。", "梶原直樹氏")


def headed(heading: str, text: str) -> tuple[model.Outline, Article]:
    read, _ = article.read(f"# 題\n\n## {heading}\n\n{text}\n".encode(), "a.md")
    return drafting.draft(read, "a.md")[0], read


def test_a_definition_on_the_way_has_no_slide_before_its_section() -> None:
    store = "オブジェクトストレージとは、ファイルを識別子で管理する方式です。"
    outline, read = headed("統一の方針", f"全社で一つの置き場に統一します。{store}")
    assert not any(isinstance(b, model.DefinitionBlock) for b in shown(outline))
    assert any("識別子で管理" in said.text for said in statements.statements(outline))
    assert accused(outline, read) == []


def test_terms_of_a_contract_are_one_list() -> None:
    outline, _ = headed(
        "定義",
        "「利用者」とは、端末を借りる者を指し、市との約束を結ぶ者を意味します。\n\n"
        "「記録」とは、見守りに役立てることを目的として、利用者が端末に残した歩数を意味します。\n\n"
        "「通知」とは、電話や文書による知らせを含みます。",
    )
    (found,) = outline.sections[0].blocks
    assert isinstance(found, model.BulletsBlock)
    assert [item.title for item in found.bullets] == ["利用者", "記録", "通知"]
    assert "役立てることを目的として" in found.bullets[1].text


def test_what_the_heading_names_is_its_message_where_it_is_defined() -> None:
    text = (
        "# 題\n\n## 薬草園の概要\n\n園長の本も、薬草園とは何かを述べています。"
        "薬草園とは、薬になる草を育てて、だれにでも分ける園のことです。\n"
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert outline.sections[0].message.startswith("薬草園とは、薬になる草を育てて")
    assert not any(isinstance(block, model.DefinitionBlock) for block in shown(outline))


STEPS = (
    "職員はまず、所属長に利用を申請する。次に、研修を受け、確認試験に合格する。"
    "続いて、端末に利用証を登録する。最後に、三か月ごとに使い方を報告する。"
)


def test_what_is_counted_off_is_steps() -> None:
    outline, read = drafted(STEPS)
    (block,) = shown(outline)
    assert isinstance(block, model.StepsBlock)
    assert [step.title for step in block.steps] == [
        "職員は所属長に利用を申請",
        "研修を受け、確認試験に合格",
        "端末に利用証を登録",
        "三か月ごとに使い方を報告",
    ]
    assert accused(outline, read) == []


def test_the_handout_has_the_sentences() -> None:
    outline, _ = drafted(STEPS)
    (prose,) = [b for b in outline.sections[0].blocks if b.only != "deck"]
    assert isinstance(prose, model.TextBlock)
    assert prose.text[0].text == STEPS


def test_more_than_five_steps_go_on_counting() -> None:
    outline, _ = drafted(
        "まず、窓を開ける。次に、棚を拭く。続いて、本を並べる。その後、札を書く。"
        "それから、灯りをつける。続いて、鍵を開ける。最後に、看板を出す。"
    )
    first, second = (b for b in shown(outline) if isinstance(b, model.StepsBlock))
    assert (len(first.steps), second.start, len(second.steps)) == (4, 5, 3)


def test_reasons_and_asides_are_no_steps() -> None:
    outline, _ = drafted(
        "まず、機械の寿命は短い。次に、電気代が高い。最後に、置く場所がない。",
        "まず部品を買う。それは駅前の店にある。値段は高い。次に工具を借りる。最後に組み立てる。",
    )
    assert not any(isinstance(b, model.StepsBlock) for b in shown(outline))


def test_dated_sentences_in_a_row_are_a_timeline() -> None:
    outline, read = drafted(
        "予約制の乗合は段階を踏んで広げてきた。2022年10月、北部地区で実証運行を開始した。"
        "2023年4月に範囲を中部地区へ広げた。令和7年度には、市内全域での本格運行を予定している。"
    )
    (block,) = [b for b in shown(outline) if isinstance(b, model.TimelineBlock)]
    assert [(event.date, event.text) for event in block.timeline] == [
        ("2022年10月", "北部地区で実証運行を開始した"),
        ("2023年4月", "範囲を中部地区へ広げた"),
        ("令和7年度", "市内全域での本格運行を予定している"),
    ]
    assert outline.sections[0].message == "予約制の乗合は段階を踏んで広げてきた"
    assert accused(outline, read) == []


def test_years_that_go_back_and_forth_are_no_timeline() -> None:
    outline, _ = drafted(
        "2022年、北部地区で運行を始めた。2019年には、会議を開いていた。2024年に、範囲を広げた。"
    )
    assert not any(isinstance(b, model.TimelineBlock) for b in shown(outline))


def compared(*paragraphs: str) -> list[tuple[str, list[str], str]]:
    outline, read = drafted(*paragraphs)
    assert accused(outline, read) == []
    return [
        (column.title, [item.text for item in column.items], column.tone)
        for block in shown(outline)
        if isinstance(block, model.CompareBlock)
        for column in block.compare.columns
    ]


def test_good_and_bad_sides_stand_beside_each_other() -> None:
    assert compared(
        "よかった点は、外出先からも見られることです。版が食い違うこともなくなりました。"
        "困った点は、大きな動画に時間がかかることです。なお、費用は変わりません。"
    ) == [
        ("よかった点", ["外出先からも見られること", "版が食い違うこともなくなった"], "plain"),
        ("困った点", ["大きな動画に時間がかかること"], "caution"),
    ]


def test_things_of_one_kind_are_compared_where_the_author_does() -> None:
    assert compared(
        "ガス給湯器は、使うときに湯を沸かす。これに対し、電気給湯機は夜のうちに湯をためる。"
    ) == [
        ("ガス給湯器", ["使うときに湯を沸かす"], "plain"),
        ("電気給湯機", ["夜のうちに湯をためる"], "plain"),
    ]


def test_on_the_other_hand_alone_compares_nothing() -> None:
    assert compared("市は、遊歩道を直した。一方、日帰り客は113万人にとどまる。") == []
    assert compared("ガス給湯器は、使うときに湯を沸かす。電気給湯機は夜のうちに湯をためる。") == []


def figures(*paragraphs: str) -> list[tuple[str, str, str]]:
    outline, read = drafted(*paragraphs)
    assert accused(outline, read) == []
    found = [b for b in shown(outline) if isinstance(b, model.FiguresBlock)]
    return [(f.value, f.unit, f.label) for block in found for f in block.figures]


def test_two_to_four_counts_stand_large() -> None:
    assert figures(
        "市は来年度も続ける。費用は2,640万円で、内訳は利用料が1,800万円、研修が840万円である。"
    ) == [("2,640", "万円", "費用"), ("1,800", "万円", "利用料"), ("840", "万円", "研修")]


def test_one_count_or_five_are_no_figures() -> None:
    assert figures("市は来年度も続ける。費用は2,640万円である。") == []
    assert figures("席は1席、本は2冊、棚は3台、窓口は4か所、職員は5人である。") == []


def test_a_wrong_figure_is_found() -> None:
    outline, read = drafted("費用は2,640万円で、利用料が1,800万円である。市は来年度も続ける。")
    said = next(s for s in statements.statements(outline) if "count" in s.how)
    wrong = said.text.replace("2,640", "2,460")
    assert [f.text for f in unsupported(wrong, read.lines[4])] == ["2,460万円"]


ORDINALS = (
    "第一に、在宅でできる仕事を書き出す。第二に、評価の基準を改める。"
    "第三に、出社する日をチームで決める。"
)


def test_ordinals_are_steps_where_there_is_an_order() -> None:
    outline, _ = drafted("制度づくりには順序がある。" + ORDINALS)
    (block,) = [b for b in shown(outline) if isinstance(b, model.StepsBlock)]
    assert block.steps[0].title == "在宅でできる仕事を書き出す"


def test_ordinals_of_aims_are_none() -> None:
    outline, _ = drafted("本計画は三つの方針を掲げる。" + ORDINALS)
    assert not any(isinstance(b, model.StepsBlock) for b in shown(outline))


def test_a_comment_is_quoted_under_its_heading() -> None:
    words = "作業服は働く人の一日を支える道具です。その終わりまで責任を持つのが務めです"
    text = f"# 題\n\n## 代表のコメント\n\n「{words}」\n\n## 背景\n\n「{words}」\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    (quote,) = [b for b in shown(outline) if isinstance(b, model.QuoteBlock)]
    assert quote.quote.text == words
    assert edited(outline, read) == []


def test_an_aside_between_steps_is_neither_message_nor_bullet() -> None:
    outline, _ = drafted(
        "まず、窓口の端末で番号を入力する。番号は会員証の裏面にある。次に、暗証番号を決める。"
        "最後に、札を受け取る。"
    )
    assert outline.sections[0].message == ""
    assert [model.block_kind(b) for b in shown(outline)] == ["steps"]


@pytest.mark.parametrize("style", ["常体", "敬体"])
def test_forms_come_out_again_in_every_style(style: Literal["常体", "敬体"]) -> None:
    text = (
        "# 題\n\n## 経緯\n\n2022年10月、北部地区で実証運行を開始した。2023年4月に範囲を広げた。"
        "2024年には、市内全域で運行する。\n\n## 賛否\n\n賛成派は、便利になると見る。"
        "反対派は、費用がかさむと見る。\n\n## 流れ\n\n" + STEPS
    )
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md", model.DraftOptions(style=style))
    kinds = [model.block_kind(block) for block in shown(outline)]
    assert kinds == ["timeline", "compare", "steps"]
    assert edited(outline, read) == []
