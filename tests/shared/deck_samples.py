"""A deck with every slide form, written for the tests."""

import io

from handout_sample import LABELS
from PIL import Image

from shiryo import document as d
from shiryo.inline import Text, parse


def t(text: str) -> Text:
    return parse(text)


def items(*texts: str) -> tuple[d.Item, ...]:
    return tuple(d.Item(t(text)) for text in texts)


BULLETS = d.Bullets(
    (
        d.Item(
            t("図書館の利用者は、五年で**三割**減った"),
            items=items("とくに十代と二十代の来館が少ない"),
        ),
        d.Item(t("電子書籍の貸し出しは、年に二倍の速さで増えている")),
        d.Item(t("開館時間を延ばした館では、夕方の利用が戻りつつある")),
    )
)

TABLE = d.Table(
    (t("館"), t("所在"), t("蔵書"), t("取り組み")),
    (
        (t("中央館"), t("本町"), t("412,000"), t("夜間開館と自動貸し出し機の導入")),
        (t("北館"), t("北丘"), t("98,500"), t("子ども向けの読み聞かせを毎週開く")),
        (t("港館"), t("港"), t("64,200"), t("地域の資料をデジタル化して公開")),
        (t("移動図書館"), t("全域"), t("5,800"), t("団地と小学校を二週間ごとに回る")),
    ),
)


def slide(name: str, *blocks: d.Block, **more: object) -> d.Slide:
    values: dict[str, object] = {
        "title": t("図書館のこれから"),
        "message": t("来館が減るなかで、借り方と居場所の両方を作り直す"),
        "source": t("出典：市の統計 第12–20行"),
        "role": "content",
    }
    return d.Slide(name, **{**values, "blocks": blocks, **more})


def deck(*slides: d.Slide) -> d.Deck:
    return d.Deck(
        info=d.Info("図書館のこれから", author="企画課", date="2026-04-01"),
        title=t("市立図書館を、人が集まる場所へ"),
        subtitle=t("来館者の変化、五つの館の取り組み、これからの課題"),
        label=t("勉強会資料"),
        byline=(t("2026年4月1日"), t("企画課")),
        footer=t("図書館のこれから　企画課　2026年4月"),
        slides=(d.Slide("cover", "cover", t("市立図書館を、人が集まる場所へ")), *slides),
        labels=LABELS,
    )


CARDS = d.Bullets(
    (
        d.Item(
            t("長年集めた大量の郷土資料を、学校と研究者へ"),
            t("資料の公開"),
            t("中央館（市の所管）"),
        ),
        d.Item(t("**三千万円**規模の予算を、自習席と会議室の改修へ"), t("席の確保"), t("市の予算")),
        d.Item(t("司書と市民が企画する講座を「まち塾」で開く"), t("学びの場"), t("市民協働課")),
    )
)

LABELLED = d.Bullets(
    (
        d.Item(t("来館は減ったが、居場所への期待は高い"), t("背景")),
        d.Item(t("改修の予算は決まり、時期は調整中"), t("現状")),
        d.Item(t("司書の育成、開館時間、近隣の市との連携が課題"), t("今後")),
    )
)

STEPS = d.Steps(
    (
        d.Step(t("方針の決定"), t("2026年4月1日")),
        d.Step(t("設計"), t("いまここ"), now=True),
        d.Step(t("改修工事"), t("時期は未定")),
        d.Step(t("開館"), t("時期は未定")),
    )
)

MORE = d.Bullets(
    items("設計には、市民の声を聞く会を三回はさむ", "工事のあいだも、貸し出しは続ける見込み")
)

MANY_STEPS = d.Steps(
    tuple(
        d.Step(t(title), t(text))
        for title, text in (
            ("聞く", "利用者と、来なくなった人の両方に会う"),
            ("数える", "時間帯ごとの席の埋まり方を一週間はかる"),
            ("描く", "間取りの案を三つ作り、模型で比べる"),
            ("試す", "一つの階だけを先に改め、半年使ってみる"),
            ("直す", "使われない所をやめ、足りない所を広げる"),
            ("広げる", "うまくいった形を、ほかの館へ移す"),
        )
    )
)

TIMELINE = d.Timeline(
    tuple(
        d.Event(t(date), t(text))
        for date, text in (
            ("1968年", "中央館が開館する"),
            ("1994年", "北館と港館が加わり、三館になる"),
            ("2012年", "移動図書館が団地と小学校を回り始める"),
            ("2026年4月", "居場所づくりの方針が決まる"),
        )
    )
)

COMPARE = d.Compare(
    (
        d.Side(
            t("期待"), items("子どもの居場所が増える", "調べ学習を支えられる", "地域の講座が根づく")
        ),
        d.Side(
            t("懸念"),
            items(
                "静かに読む場所が減る", "司書の負担が増える", "維持費が見通せない「箱もの」になる"
            ),
            caution=True,
        ),
    )
)

DEFINITION = d.Definition(
    t("第三の場所"),
    t("家でも職場でもない、くつろいで人と会える所。出入りが自由で、会話がある"),
    (
        d.Item(t("だれでも、いつでも入れるか"), t("開かれている")),
        d.Item(t("用がなくても居てよいか"), t("急がされない")),
        d.Item(t("知らない人と話が始まるか"), t("交わる")),
    ),
)

SHORT_DEFINITION = d.Definition(
    t("相互貸借"), t("ほかの市の図書館から、本を取り寄せて貸し出す仕組み。送料は館が持つ")
)

QUOTE = d.Quote(
    t("本のある所に人が集まるのではない。人の集まる所に、本を置きに行くのである。"),
    t("「移動図書館の三十年」『市史だより』第12号の要約"),
)

DIALOGUE = d.Dialogue(
    (
        d.Utterance(t("市民"), t("勉強する席が、いつも足りません")),
        d.Utterance(t("館長"), t("二階の書庫を自習室に変えます。百二十席になります")),
        d.Utterance(t("市民"), t("話してもよい部屋はできますか")),
        d.Utterance(t("館長"), t("会議室を三つ作り、予約なしで使えるようにします")),
    )
)

FIGURES = d.Figures(
    (
        d.Figure("3", "割", t("五年で減った来館者"), t("十代は四割減")),
        d.Figure("数千", "万円", t("改修の予算の規模"), t("席と会議室")),
        d.Figure("120", "席", t("新しくできる自習席"), t("いまの二倍")),
    )
)

BAR = d.Chart(
    "bar",
    ("中央館", "北館", "港館"),
    (d.Series("", (412000, 98500, 64200)),),
    "館ごとの蔵書の数",
    unit="冊",
    highlight=("中央館",),
)

COLUMN = d.Chart(
    "column",
    ("2021年", "2022年", "2023年", "2024年", "2025年"),
    (
        d.Series("紙の本", (52, 49, 45, 41, 37)),
        d.Series("電子書籍", (2, 5, 9, 16, 28)),
    ),
    "紙と電子の貸し出し",
    unit="万",
    caption=t("貸し出しの点数（年度）"),
)

LINE = d.Chart(
    "line",
    ("2021", "2022", "2023", "2024", "2025"),
    (d.Series("来館", (88, 81, 74, 66, 62)), d.Series("電子", (2, 5, 9, 16, 28))),
    "来館と電子書籍の移り変わり",
    unit="万",
)

PIE = d.Chart(
    "pie",
    ("小説", "児童書", "実用書", "そのほか"),
    (d.Series("", (42, 28, 18, 12)),),
    "貸し出しの内訳",
    unit="％",
)

PROSE = d.Prose(
    (
        t("図書館は、本を借りる所から、時間を過ごす所へ変わりつつある。席の数は足りていない。"),
        t("市は、書庫の一部を自習室に改める。工事は二年かかる。"),
    )
)

AGENDA = d.Agenda(
    tuple(
        d.AgendaEntry(str(n), t(title), t(brief), target)
        for n, (title, brief, target) in enumerate(
            (
                ("なぜ変えるのか", "来館者の減少と、席の不足", "bullets"),
                ("市の取り組み", "公開・席・学びの三本柱", "cards"),
                ("いつ変わるのか", "いまは設計の段階", "steps"),
                ("期待と懸念", "静けさと、にぎわい", "compare"),
                ("数字で見る", "三つの数", "figures"),
            ),
            1,
        )
    )
)

GLOSSARY = d.Glossary(
    (
        d.Term(t("第三の場所"), t("家でも職場でもない、くつろいで人と会える所")),
        d.Term(t("相互貸借"), t("ほかの市の図書館から、本を取り寄せて貸し出す仕組み")),
        d.Term(t("移動図書館"), t("本を積んだ車が団地や学校を回り、その場で貸し出すこと")),
    )
)

REFERENCES = d.References(
    (
        t("企画課「図書館のこれから」（2026年4月1日）"),
        t("[市立図書館年報 2025](https://example.org/nenpo) 市立中央図書館（2026年2月）"),
        t("「移動図書館の三十年」『市史だより』第12号"),
    )
)


def image(width: int, height: int) -> d.Image:
    """Draw a picture of stripes, so that nothing need be read from a file."""
    picture = Image.new("RGB", (width, height), "#dfe7f2")
    for n in range(0, width, 40):
        picture.paste("#8fa8c8", (n, height - (n * 7) % height, n + 24, height))
    data = io.BytesIO()
    picture.save(data, "PNG")
    return d.Image(
        data.getvalue(),
        (width, height),
        "棒の並び",
        t("時間帯ごとの席の埋まり方"),
        t("提供：中央館"),
    )


ALL = deck(
    slide("agenda", AGENDA, role="agenda", title=t("この資料の流れ"), source=()),
    d.Slide("part", "section", t("いま起きていること"), t("来館は減り、席は足りない")),
    slide("bullets", BULLETS),
    slide("cards", CARDS),
    slide("table", TABLE),
    slide("steps", STEPS, MORE),
    slide("definition", DEFINITION),
    slide("short", SHORT_DEFINITION),
    slide("compare", COMPARE),
    slide("quote", QUOTE),
    slide("figures", FIGURES),
    slide("bar", BAR),
    slide("column", COLUMN),
    slide("line", LINE),
    slide("pie", PIE),
    slide("timeline", TIMELINE),
    slide("many", MANY_STEPS),
    slide("dialogue", DIALOGUE),
    slide("wide", image(1200, 500)),
    slide("tall", image(500, 600)),
    slide("prose", PROSE),
    slide("summary", LABELLED, role="summary", title=t("まとめ")),
    slide("glossary", GLOSSARY, role="glossary", title=t("用語"), message=(), source=()),
    slide("sources", REFERENCES, role="sources", title=t("出典"), message=(), source=()),
)
