"""A handout by hand that holds every kind of block."""

import struct
import zlib
from dataclasses import replace

from shiryo import document as d
from shiryo.inline import Run, parse

LABELS = d.Labels(
    page="{n} / {total}",
    continued="（{n}/{total}）",
    again="（続き）",
    resumed="（続き）",
    table="表{n}",
    figure="図{n}",
    section="{n}節",
    see="{text}（{number}、p. {page}）",
    where="{text}（p. {page}）",
    contents="目次",
    index="索引",
    summary="要点",
    term="用語",
    square="▪",
    dot="・",
    dash="–",
    remark="※",
)


def picture(width: int, height: int) -> bytes:
    """Return a PNG of one colour."""
    rows = b"".join(b"\0" + b"\x9b\xb6\xd6" * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def item(text: str, title: str = "", note: str = "", *items: d.Item) -> d.Item:
    return d.Item(parse(text), parse(title), parse(note), items)


def prose(*paragraphs: str) -> d.Prose:
    return d.Prose(tuple(parse(p) for p in paragraphs))


WHY = d.Section(
    "why",
    "1",
    parse("なぜ{庁舎|ちょうしゃ}の照明を替えるのか"),
    (
        *parse("電気代と故障の両面から、いまが替えどきである"),
        Run("", note=parse("出典：記事 第3–8行")),
    ),
    (
        prose(
            "市役所の照明は1998年に据えられたもので、蛍光灯の製造は2027年末に終わる^[水銀に関する"
            "国際条約の締約国会議で決まった。]。予備の在庫は二年分に満たず、このままでは窓口の"
            "明るさを保てない。LED（light-emitting diode）に替えれば、消費電力はおよそ半分になる。",
            "一方で、工事は開庁時間を避けなければならない。夜間と休日の作業には割増の費用がかかり、"
            "**入札の不調**も続いている。詳しくは[調達の手引き](https://example.jp/guide)に記した。",
        ),
        d.Figures(
            (
                d.Figure("1,240", "万円", parse("年間の電気代"), parse("2024年度の実績")),
                d.Figure("52", "％", parse("減らせる消費電力"), parse("同じ明るさで比べて")),
                d.Figure("8", "年", parse("費用を取り戻すまで")),
            )
        ),
    ),
    line=10,
)

PLAN = d.Section(
    "plan",
    "2",
    parse("三つの進め方と工程"),
    parse("本庁舎から始め、二年で全施設を終える"),
    (
        d.Bullets(
            (
                item(
                    "施設ごとに器具の数と点灯時間を調べ、効果の大きい順に並べる。調査は職員が担い、"
                    "外部への委託はしない。",
                    "調査",
                ),
                item(
                    "国の交付金と市債を組み合わせ、一般財源の負担をならす^[交付金の率は二分の一。]。",
                    "資金",
                ),
                item("器具の規格をそろえ、まとめて調達する。", "調達", "契約課"),
            )
        ),
        d.Steps(
            (
                d.Step(parse("計画の決定"), parse("庁議にはかり、予算を要求する。")),
                d.Step(parse("本庁舎の工事"), parse("夜間に一階ずつ進める。"), now=True),
                d.Step(parse("学校と図書館"), parse("夏休みに集中して工事する。")),
            )
        ),
        d.Definition(
            parse("照度"),
            parse(
                "光を受ける面の明るさ。単位はlx（ルクス）で、事務室は750 lx以上が望ましいとされる。"
            ),
            (item("窓口は1,000 lx"), item("廊下は100 lx")),
        ),
    ),
    (
        d.Section(
            "schedule",
            "2.1",
            parse("日程"),
            (),
            (
                d.Timeline(
                    (
                        d.Event(parse("2026年4月"), parse("予算の成立")),
                        d.Event(
                            parse("2026年7月"),
                            parse(
                                "入札の公告。三週間の期間を置き、説明会を二度ひらく。落札者が決まらなければ九月に再度の公告をする。"
                            ),
                        ),
                        d.Event(parse("2027年3月"), parse("本庁舎の完成")),
                    )
                ),
                d.Table(
                    (parse("施設"), parse("器具の数"), parse("費用（万円）"), parse("備考")),
                    tuple(
                        (
                            parse(f"{name}"),
                            parse(f"{n * 137:,}"),
                            parse(f"{n * 96.5:,.1f}"),
                            parse(note),
                        )
                        for n, (name, note) in enumerate(
                            [
                                ("本庁舎", "夜間に工事する。議場は閉会中に限る"),
                                ("中央図書館", "休館日に工事する"),
                                ("第一小学校", "夏休み"),
                                ("市民ホール", "催しのない週"),
                                ("Civic Center", "賃貸借契約^[契約は2030年まで。]を確かめる"),
                            ],
                            1,
                        )
                    ),
                    parse("施設ごとの器具の数と費用"),
                ),
            ),
            (
                d.Section(
                    "detail",
                    "2.1.1",
                    parse("議場の扱い"),
                    (),
                    (prose("議場の天井は高さが9メートルあり、足場を組む必要がある。"),),
                ),
            ),
        ),
    ),
    line=20,
)

VIEWS = d.Section(
    "views",
    "3",
    parse("賛成と懸念"),
    (),
    (
        d.Compare(
            (
                d.Side(
                    parse("期待"),
                    (
                        item("電気代が半分になる"),
                        item("器具の寿命は四万時間で、取り替えの手間が減る"),
                    ),
                ),
                d.Side(
                    parse("懸念"),
                    (
                        item("初期の費用が大きい"),
                        item("夜間の工事の音"),
                        item("まぶしさを訴える人がいる"),
                    ),
                    caution=True,
                ),
            )
        ),
        d.Quote(
            parse("明るさは数字だけでは決まらない。机に向かう人の目の高さで確かめてほしい。"),
            parse("市民ワークショップの記録 [第二回](https://example.jp/workshop)"),
        ),
        d.Dialogue(
            (
                d.Utterance(parse("司会"), parse("工事の間、窓口は閉まりますか。")),
                d.Utterance(
                    parse("施設課"),
                    parse(
                        "閉めません。一階の工事は閉庁後に限り、翌朝までに片づけます。騒音の出る作業は二十二時までとします。"
                    ),
                ),
            )
        ),
        d.Chart(
            "column",
            ("2022", "2023", "2024", "2025"),
            (d.Series("", (1010, 1180, 1240, 1320)),),
            alt="年ごとの電気代。2022年の1,010万円から、2025年の1,320万円へ、年を追って増えている。",
            unit="万円",
            caption=parse("年ごとの電気代"),
            highlight=("2025",),
        ),
        d.Chart(
            "bar",
            ("本庁舎", "図書館", "学校", "ホール"),
            (d.Series("", (48, 21, 19, 12)),),
            alt="施設ごとの割合。",
            unit="％",
        ),
        d.Image(
            picture(40, 18),
            (40, 18),
            "天井の照明の写真",
            parse("本庁舎一階の天井"),
            parse("写真：施設課"),
        ),
        d.Bullets(
            (
                item("親の項目である。", "", "", item("子の項目である。"), item("もう一つの子。")),
                item("次の項目"),
            )
        ),
    ),
    line=40,
)

BACK = (
    d.Section(
        "glossary",
        "",
        parse("用語"),
        (),
        (
            d.Glossary(
                (
                    d.Term(parse("照度"), parse("光を受ける面の明るさ。")),
                    d.Term(
                        parse("交付金"),
                        parse(
                            "国が自治体に使い道を定めて渡す資金。率は事業によって違い、計画の認定を受けることが条件になる。"
                        ),
                    ),
                )
            ),
        ),
    ),
    d.Section(
        "sources",
        "",
        parse("出典"),
        (),
        (
            d.References(
                (
                    parse("[照明の更新について](https://example.jp/article)"),
                    parse("施設課「庁舎の電力の記録」（2025年5月）"),
                )
            ),
        ),
    ),
)

HANDOUT = d.Handout(
    info=d.Info("庁舎の照明をLEDに替える", "施設課"),
    title=parse("庁舎の照明を、二年でLEDに替える"),
    subtitle=parse("施設の電力と費用の見通し"),
    byline=parse("2026年2月3日　施設課"),
    label=parse("庁議資料"),
    running=parse("庁舎の照明をLEDに替える"),
    summary=(
        item("蛍光灯の製造は2027年末に終わり、在庫は二年分に満たない。"),
        item("LEDに替えると電気代は半分になり、八年で費用を取り戻せる。"),
        item("本庁舎から始め、学校と図書館は夏休みに工事する。"),
    ),
    sections=(WHY, PLAN, VIEWS, *BACK),
    labels=LABELS,
)


def long_handout() -> d.Handout:
    """Return a handout whose blocks go on over pages."""
    rows = tuple((parse(f"施設{n}"), parse(f"{n}")) for n in range(90))
    table = d.Table((parse("名"), parse("数")), rows, parse("長い表"))
    text = prose("電気代は半分になり、八年で費用を取り戻せる。" * 90)
    compare = d.Compare(
        tuple(
            d.Side(parse(side), tuple(d.Item(parse(f"{side}の{n}")) for n in range(60)))
            for side in ("甲", "乙")
        )
    )
    section = d.Section("long", "1", parse("長い節"), (), (text, table, compare))
    return replace(HANDOUT, sections=(section,))
