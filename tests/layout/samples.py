"""A deck with every slide form, written for the tests."""

from shiryo import document as d
from shiryo.inline import Text, parse

LABELS = d.Labels(
    page="{n} / {total}",
    continued="（{n}/{total}）",
    table="表{n}",
    figure="図{n}",
    contents="目次",
    summary="要点",
    term="用語",
)


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
    }
    return d.Slide(name, "content", **{**values, "blocks": blocks, **more})  # type: ignore[arg-type]


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


ALL = deck(slide("bullets", BULLETS), slide("table", TABLE))
