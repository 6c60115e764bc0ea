from pathlib import Path

import pytest

from shiryo import article, drafting
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics
from shiryo.drafting.replay import edited as replay
from shiryo.outline import check, model, statements, yaml

SEED = Path(__file__).parents[2] / "seeds" / "kokusan-ai.txt"
TEXTS = {
    "library": (
        "市の図書館計画\n\n背景\n\n"
        "駅前の再開発が進行する中で、市内の図書館の利用者は10年で3割減り、職員の数も足りていません。"
        "しかし、平日の夜に使える館は一つもありません。\n\n"
        "これから\n\n"
        "この計画は2026年の春に市民へ示されますが、費用の見通しはまだ立っていません。"
        "貸出の手続きを電子化し、夜間の窓口を北山大学の学生の手で開く予定です。\n\n"
        "まとめ\n\n図書館は夜も使える場所に変わろうとしています。\n"
    ),
    "bus": (
        "# 町のバス\n\n⚠️本資料は作成途中版であり、内容は今後変更の可能性があります。\n\n"
        "## 現状\n\n南野町のバスは1日に12本しかありません。担当者によると、運転手が足りないため、"
        "来年は本数がさらに減る見込みだということです。\n\n"
        "## 対策\n\n- 町は小型の車を5台買う。\n- 予約の仕組みをサクラ・テクノスが作る。\n"
    ),
    "all kinds of blocks": (
        "# 町の図書館\n\n## 歩み\n\n- 2001年4月: 中央館が開きました\n- 2010年: 分館を作りました\n"
        "- 2019年5月に夜間の窓口を設けました\n\n## 申し込みの手順\n\n"
        "1. 用紙を書きます。窓口にあります。\n2. 身分証を示します。\n3. 券を受け取ります。\n\n"
        "## 機器\n\n| 名 | 台数 |\n|---|---|\n| 検索機 | 12台 |\n\n表1: 機器の数\n\n"
        "- ヨミル(南野社/米):検索に強い。利用が急増しています\n"
        "- ブクロ(西川社/日):料金が安く、学校での利用が多いです\n\n"
        "## 約束\n\n> 図書館は{町}の**居間**である\n\n"
        "「電子図書館」とは、本を画面で読める仕組みです。\n"
    ),
    "numbers, dates and stops of the author's own": (
        "# 町の窓口\n\n"
        "## 借り方\n\n"
        "町の窓口で本を借りる方法は次のとおりです。\n\n"
        "(1) 券は、町内に住む人だけが作れます。\n"
        "券を作るには身分を示す物が要ります。\n\n"
        "(2) 本は、一人が十冊まで借りられます。\n\n"
        "## 参加の仕方\n\n"
        "部屋に入る方法として次の二つが用意されています。\n"
        "組み合わせると一台で二つの部屋に入れます。\n\n"
        "1. 窓口の端末 - 一つだけ入れる : 係に頼む\n"
        "2. 家の端末 - 一つだけ入れる : 券で入る\n\n"
        "次の三つには気をつけます。\n\n"
        "- 音を消す\n"
        "- 名を書く\n"
        "- 時を守る\n\n"
        "## 声\n\n"
        "- 2024-03-11 (木) 夜も開いていると助かります。雨の日は特に助かりますが、"
        "町の北の人には窓口まで歩く道が遠く、坂も多いので、"
        "駅に近いところに箱を置いてくれるとありがたいと家の者も隣の人もいつも話しています。"
        "\n"
        "- 2024-03-12 (金) 本がもっと要ります。地図も要ります。\n"
        "- 2024-03-13 (土) 駅から遠いと感じます。道もせまいです。\n\n"
        "## 話し合い\n\n"
        "- 窓口を駅に移すことに決まった.\n"
        "- 費用は来年に話し合う.\n"
        "- 手伝ってくれる方々も...。\n"
    ),
    "seed": SEED.read_text("utf-8"),
}


def drafted(text: str, name: str) -> tuple[str, Article]:
    read, _ = article.read(text.encode(), f"{name}.md" if text.startswith("#") else f"{name}.txt")
    return yaml.dump(drafting.draft(read, name)[0]), read


def loaded(text: str) -> yaml.Loaded:
    return yaml.load(text, "x.yaml")[0]


@pytest.mark.parametrize("name", TEXTS)
def test_every_statement_of_a_draft_can_be_made_again_from_its_lines(name: str) -> None:
    text, read = drafted(TEXTS[name], name)
    outline = loaded(text).outline
    said = list(statements.statements(outline))
    assert len(said) > 5
    assert [s for s in said if not s.refs] == []
    assert replay.edited(outline, read) == []
    assert any(s.how for s in said)


def test_every_kind_of_block_was_among_them() -> None:
    outline = loaded(drafted(TEXTS["all kinds of blocks"], "x")[0]).outline
    kinds = {model.block_kind(b) for _, s in outline.walk() for b in s.blocks}
    assert {"timeline", "steps", "table", "quote"} <= kinds


def notes(text: str, read: Article, *, each: bool) -> Diagnostics:
    return replay.notes(loaded(text), read, each=each)


def test_edited_statements_are_counted_and_listed_on_demand() -> None:
    text, read = drafted(TEXTS["bus"], "bus")
    said = text.count("町は小型の車を5台買う")
    changed = text.replace("町は小型の車を5台買う", "小型車を5台買う")
    assert said
    (count,) = notes(changed, read, each=False)
    assert f"{said} 件" in count.message
    each = notes(changed, read, each=True)
    assert len(each) == said
    assert all("小型車を5台買う" in note.message for note in each)


@pytest.mark.parametrize(
    ("old", "new", "edited"),
    [
        ("本数がさらに減る", "本数がさらに増える", True),  # no fact, yet not what the article says
        ("町は小型の車を5台買う", "町は**小型**の車を5台買う", False),
        ("how: [plain-style]", "how: [no-such-step]", True),
        ("how: [plain-style]", "how: [clause-9]", True),
    ],
)
def test_only_words_count_as_edits(old: str, new: str, edited: bool) -> None:
    text, read = drafted(TEXTS["bus"], "bus")
    assert old in text
    assert bool(notes(text.replace(old, new), read, each=False)) is edited


def test_of_an_article_that_has_changed_nothing_is_said() -> None:
    text, _ = drafted(TEXTS["bus"], "bus")
    _, other = drafted(TEXTS["bus"].replace("5台", "7台"), "bus")
    assert notes(text, other, each=True) == ()


def test_the_beginning_of_a_sentence_that_no_slide_holds_is_the_authors_own() -> None:
    read, _ = article.read(
        ("村の橋はどれも古く傷みが進み、板も欠け、" * 40 + "\n").encode(), "a.txt"
    )
    outline, _ = drafting.draft(read, "a.txt")
    (shown,) = (b for b in outline.sections[0].blocks if b.only == "deck")
    assert isinstance(shown, model.TextBlock)
    said = shown.text[0].text
    assert (said[-1], replay.edited(outline, read)) == ("…", [])
    other = shown.model_copy(update={"text": (model.Text(text=f"板{said}", from_=("L1",)),)})
    section = outline.sections[0].model_copy(update={"blocks": (other,)})
    changed = outline.model_copy(update={"sections": (section,)})
    assert [one.text for one in replay.edited(changed, read)] == [f"板{said}"]


@pytest.mark.parametrize("more", [0, 1, 120, 1999])
def test_the_end_of_a_sentence_without_end_is_the_authors_own(more: int) -> None:
    read, _ = article.read(f"# 町\n\n## 窓口\n\n{'橋' * (12_000 + more)}\n".encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert replay.edited(outline, read) == []


def test_parts_of_a_sentence_without_end_are_the_authors_own() -> None:
    source = "# 町の窓口\n\n" + "、".join(f"第{n}の窓口を開き" for n in range(2000)) + "。\n"
    text, read = drafted(source, "endless")
    assert text.count("第1000の窓口を開き") == 1
    assert not any("第1000の" in note.message for note in notes(text, read, each=True))
    changed = text.replace("第1000の窓口を開き", "第1000の窓口を閉じ")
    before, after = (len(notes(each, read, each=True)) for each in (text, changed))
    assert after == before + 1


def warned(text: str, read: Article) -> list[str]:
    found = check.check(loaded(text), read)
    return [d.message for d in found if d.code.startswith("outline.unsupported")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("政府の手厚い後押し", "日本政府の手厚い後押し"),  # it is China's
        ("数百億円", "数百万円"),
        ("2025年9月18日", "2025年9月19日"),
        ("総務省の流れをくむ研究機関", "経産省の流れをくむ研究機関"),
        ("まだ多くない", "すでに多い"),
        ("疑いようがない", "疑いようがある"),
    ],
)
def test_what_an_edit_gets_wrong_is_found(old: str, new: str) -> None:
    text, read = drafted(TEXTS["seed"], "seed")
    assert old in text
    assert warned(text, read) == []
    assert warned(text.replace(old, new), read) != []


def test_the_first_sentence_of_a_long_cell_is_the_articles() -> None:
    rest = "鍵の貸し出しと返却を帳面に書き、足りないものがあれば係に知らせ、翌月までに買い足す。"
    rest += "月の末には、棚にある品物の数を帳面と合わせる。"
    text = f"# 倉\n\n## 役\n\n| 役 | 仕事 |\n|---|---|\n| 番人 | 倉の鍵の管理者。{rest} |\n"
    found = article.read(text.encode(), "a.md")[0]
    outline, _ = drafting.draft(found, "a.md")
    (table,) = (b for b in outline.sections[0].blocks if isinstance(b, model.TableBlock))
    assert table.table.rows[0].cells[1] == "倉の鍵の管理者"
    assert replay.edited(outline, found) == []


def test_a_cell_of_several_lines_is_the_articles() -> None:
    rest = "弁当と水筒を持って来てください。" * 4
    cell = f"渡り初め<br>まずは、となりの人と名前を言い合いましょう。{rest}"
    page = f"<h1>橋の日</h1><h2>四月</h2><table><tr><td>9:00</td><td>{cell}</td></tr></table>"
    read, _ = article.read(f"<html><body>{page}</body></html>".encode(), "a.html")
    outline, _ = drafting.draft(read, "a.html")
    assert replay.edited(outline, read) == []


@pytest.mark.parametrize(("number", "edited"), [("4", False), ("5", True)])
def test_a_numbered_item_without_its_conjunction_is_the_articles(number: str, edited: bool) -> None:
    rows = "1. 橋を見る。\n2. 柱を測る。\n3. 図を描く。\n4. さらに町の人に話を聞く。\n"
    found = article.read(f"# 橋\n\n## 直し方\n\n{rows}".encode(), "a.md")[0]
    item = model.Item(text=f"{number}. 町の人に話を聞く", from_=("L8",), how=("drop-connective",))
    blocks = (model.BulletsBlock(bullets=(item,)),)
    section = model.Section(id="a", title="直し方", blocks=blocks)
    outline = model.Outline(shiryo=1, title="橋", sections=(section,))
    assert bool(replay.edited(outline, found)) is edited


def test_what_lines_say_is_no_more_for_being_asked_again() -> None:
    _, read = drafted(TEXTS["bus"], "bus")
    cited = replay.Cited(read)
    said = statements.Statement((), ("一文目。二文目。",), ("L1-L9",), ())
    once = [*replay.starts(said, cited)]
    assert [[*replay.starts(said, cited)] for _ in range(3)] == [once] * 3


def test_the_head_over_days_that_have_none_is_no_edit() -> None:
    rows = "".join(f"<tr><td>6/{n} (日) 13:00</td><td>東の館</td></tr>" for n in (6, 13, 20))
    text = f"# 集まり\n\n## 日どり\n\n<table>{rows}</table>\n\n## 費用\n\n町が払う。\n"
    read, _ = article.read(text.encode(), "a.md")
    outline, _ = drafting.draft(read, "a.md")
    assert replay.edited(outline, read) == []
