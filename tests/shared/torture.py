"""A torture outline: every kind of block, every inline mark, deep nesting, rare characters.

`outline` returns YAML as a person would have to write it; the same numbers give the same text.
No two sections say the same, and no two lines of a page look the same but for their digits, as in
a document that was written: what returns on three pages is taken for a running head.
"""

import io
import json
import random
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageDraw

from shiryo.article import read
from shiryo.compose.material import Material
from shiryo.outline import yaml

ARTICLE, PICTURE, NUMBERS = "article.txt", "picture.png", "numbers.csv"
"""The files that the outline names."""

DEEPEST = 6
"""Levels of sections: one more than there are headings to mark them with."""

_LINES = 3000
_KANA = [chr(c) for c in range(ord("あ"), ord("ん")) if chr(c) not in "ぃぅぇぉっゃゅょゎゐゑ"]

_WHO = [
    "市役所",
    "委員会",
    "図書館",
    "事業者",
    "住民",
    "研究班",
    "財団",
    "商店会",
    "消防団",
    "学校",
    "農協",
    "交通局",
    "港湾課",
    "審議会",
]
_WHAT = [
    "照明の更新",
    "予算の見直し",
    "公用車の共用",
    "**電子申請**の導入",
    "避難所の点検",
    "水道管の耐震化",
    "バス路線の再編",
    "空き家の活用",
    "古文書の保存",
    "学校給食の改善",
    "観光案内の多言語化",
    "[調達の手引き](https://example.jp/guide)の改定",
    "太陽光発電の普及",
    "地域医療の連携",
]
_HOW = [
    "を進めると述べた。",
    "を2025年度に始める。",
    "には3,400万円がかかる。",
    "をAPIとCSVで公開する。",
    "について、延べ128人の意見を聞いた。",
    "を「まず小さく」試す（第1期）。",
    "は8.5％減った。",
    "をDX推進の柱とした。",
    "は、夜間・休日にも行う。",
    "を巡り、賛否が割れた……。",
    "は——難航している。",
]
_RARE = (
    "𠮟る、髙﨑さん、葛󠄀城、方（ほう）、・の列、　全角の空き、①から⑳、㈱、㎡、"
    "連絡先sodan@example.jp、www.example.jp/a、"
    "“引用”と‘引用’、〈山〉《川》〔註〕、〜と～、―と—、100 ℃、½、é、Ω、ﾊﾝｶｸ、いぬ゚"
)
_UNITS = ["万円", "件", "人", "億円", "世帯", "トン", "か所", "％", "キロ", ""]
_URL = "https://www.example.jp/{0}/2025/09/very-long-path/with_underscores/and-more/{0}.html"


def outline(sections: int = 1, *, handout: dict[str, Any] | None = None) -> str:
    """Return a torture outline of so many parts, each with every kind of block.

    ``handout`` are options of the handout (template, paper, columns, contents).
    """
    made: dict[str, Any] = {
        "shiryo": 1,
        "title": "拷問のような{資料|しりょう}──すべての記法を一つに",
        "subtitle": "𠮟・髙・﨑・葛󠄀を含む、組版の試験",
        "message": "どの紙面も、**読み上げ**と保存に耐える",
        "label": "試験資料",
        "date": "2025-09-18",
        "organization": "組版試験室",
        "source": {"file": ARTICLE, "title": "試験のための原文", "url": "https://example.jp/"},
        "handout": handout or {},
        "summary": [
            {"title": "記法", "text": "強調・ルビ・脚注・リンク", "from": ["L1"]},
            {"title": "部品", "text": "表・グラフ・画像", "items": ["小さな項目", "もう一つ"]},
            "題のない要点^[要点にも脚注が付く。]",
        ],
        "sections": [_part(number) for number in range(1, sections + 1)],
        "glossary": [{"term": "{禁則|きんそく}", "text": "行の頭と末に置けない字の決まり"}],
        "sources": [
            {"title": "長い URL の資料", "by": "組版試験室", "url": _url(0), "date": "2025年"}
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=1)


def material(sections: int = 1, *, handout: dict[str, Any] | None = None) -> Material:
    """Return a torture outline, read, with all that it names."""
    loaded, _ = yaml.load(outline(sections, handout=handout), "torture.yaml")
    source, _ = read(article().encode(), ARTICLE)
    return Material(loaded.outline, loaded.places, "torture.yaml", source, assets())


def article() -> str:
    """Return the article that the outline cites."""
    draw = random.Random(7)
    return "\n".join(f"{_kanji(n)}に、{_plain(_sentence(draw))}" for n in range(_LINES))


def assets() -> dict[str, bytes]:
    """Return the files that the outline names, but for the article."""
    picture = Image.new("RGB", (640, 400), "#e7f0fa")
    ImageDraw.Draw(picture).ellipse((160, 60, 480, 340), fill="#0b4f9e")
    file = io.BytesIO()
    picture.save(file, "PNG")
    rows = ["年,甲市,乙市", *(f"{2015 + n},{10 + n},{30 - 2 * n}" for n in range(8))]
    return {PICTURE: file.getvalue(), NUMBERS: "\n".join(rows).encode()}


def _plain(text: str) -> str:
    for mark in ("**", "{", "}", "|", "[", "]"):
        text = text.replace(mark, "")
    return text


def _sentence(draw: random.Random) -> str:
    ruby = _ruby(draw) if draw.random() < 0.2 else ""
    how = draw.choice(_HOW).removesuffix("。")
    number = _kanji(draw.randrange(1, 10**4))
    who, what = f"{draw.choice(_WHO)}の{_name(draw)}", draw.choice(_WHAT)
    return f"{who}は、{ruby}{what}{how}（{number}号）と{_name(draw)}。"


def _name(draw: random.Random) -> str:
    """Return a name that hardly comes twice, for lines to begin and short ones to end in."""
    return "".join(draw.choices(_KANA, k=4))


def _kanji(number: int) -> str:
    """Return a number as ``四二``: what repeats but for digits would pass for a running head."""
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(number))


def _ruby(draw: random.Random) -> str:
    """Return a number as ``{四二|よそあめ}番の``: a reading of which hardly a part comes twice."""
    base = _kanji(draw.randrange(10**3, 10**4))
    return f"{{{base}|{''.join(draw.choices(_KANA, k=2 * len(base)))}}}番の"


def _url(number: int) -> str:
    return _URL.format(f"{random.Random(number).getrandbits(32):08x}")


def _prose(draw: random.Random, sentences: int) -> str:
    return "".join(_sentence(draw) for _ in range(sentences))


def _part(number: int) -> dict[str, Any]:
    """Return a section with every block, and a chain of sections as deep as there are levels."""
    draw = random.Random(number)
    made = _section(draw, number, 1, [block(draw, number) for block in _BLOCKS])
    below = None
    for level in range(DEEPEST, 1, -1):
        blocks = [_text(draw, number)] if level % 2 else [_nested(draw, number)]
        inner = _section(draw, number, level, blocks)
        if below:
            inner["sections"] = [below]
        below = inner
    bare = {"id": f"bare-{number}", "title": f"{_ruby(draw)}題だけの節"}
    return {**made, "sections": [below, bare]}


def _section(
    draw: random.Random, number: int, level: int, blocks: list[dict[str, Any]]
) -> dict[str, Any]:
    first = 1 + 6 * (number * 7 + level) % (_LINES - 6)
    what = draw.choice(_WHAT)
    return {
        "id": f"part-{number}-{level}",
        "title": f"{draw.choice(_WHO)}による{what}の{number}.{level}",
        "brief": f"要るものの{number}",
        "message": _sentence(draw).rstrip("。") + f"^[{_sentence(draw)}]",
        "from": [f"L{first}-L{first + draw.randrange(3)}", f"L{first + 4}"],
        "notes": _prose(draw, 3),
        "blocks": blocks,
    }


def _text(draw: random.Random, number: int) -> dict[str, Any]:
    url = _url(number)
    here, seen = f"[この部](#part-{number}-1)", draw.randrange(100)
    cross = f"{_name(draw)}は[第一部](#part-1-1)と{here}に{seen}回ある。"
    return {
        "text": [
            _prose(draw, 6)
            + f"^[{_name(draw)}の中の[リンク](https://example.jp/{number})と{_sentence(draw)}]",
            cross + _prose(draw, 2) + f"[{url}]({url})を見る。" + _rare(draw),
        ]
    }


def _rare(draw: random.Random) -> str:
    """Return `_RARE` in another order each time, so that no line of it returns; its end stays."""
    *parts, last = _RARE.split("、")
    return "、".join([*draw.sample(parts, len(parts)), last])


def _bullets(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "bullets": [
            _sentence(draw),
            {
                "text": _prose(draw, 2) + f"^[項目の脚注。{_sentence(draw)}]",
                "note": f"担当：企画{_kanji(number)}課",
            },
            {
                "text": f"{_kanji(number)}の下位のある項目",
                "items": [_sentence(draw), _sentence(draw)],
            },
            f"{_kanji(number)}の終わりに{_url(number)}",
        ]
    }


def _cards(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "bullets": [
            {
                "title": f"{what}の{_kanji(number)}",
                "text": _sentence(draw),
                "note": f"補足の{_kanji(number)}",
            }
            for what in draw.sample(_WHO, 3)
        ]
    }


def _nested(draw: random.Random, _number: int) -> dict[str, Any]:
    return {
        "bullets": [
            {
                "text": f"第{_kanji(n)}項：{_sentence(draw)}",
                "items": [_sentence(draw) for _ in range(3)],
            }
            for n in range(1, 4)
        ]
    }


def _steps(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "steps": [
            {
                "title": f"{_kanji(number)}の段階{_kanji(n)}",
                "text": _sentence(draw) if n % 2 else "",
                "now": n == number % 5,
            }
            for n in range(1, 6)
        ]
    }


def _timeline(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "timeline": [
            {"date": f"20{10 + n}年{n}月", "text": _sentence(draw) + f"（{number}）"}
            for n in range(1, 7)
        ]
    }


def _table(draw: random.Random, number: int) -> dict[str, Any]:
    """Return a table longer than a page now and then, with footnotes in its cells."""
    rows = [
        [
            f"{_kanji(number)}の施設{n}",
            f"{draw.randrange(10**6):,}",
            f"{draw.random():.1%}",
            _sentence(draw),
        ]
        for n in range(1, 60 if number % 5 == 1 else 8)
    ]
    rows[1][3] += f"^[表の脚注。{_sentence(draw)}]"
    rows[2][0] = ""
    note = f"^[見出しの脚注。{_sentence(draw)}]"
    columns = [f"施設の{_kanji(number)}{note}", "費用（円）", "割合", f"{_ruby(draw)}備考"]
    return {"table": {"columns": columns, "rows": rows, "caption": f"施設{_kanji(number)}の一覧"}}


def _wide_table(draw: random.Random, number: int) -> dict[str, Any]:
    months = [f"{month}月" for month in range(1, 10)]
    rows = [[who, *(str(draw.randrange(1000)) for _ in months)] for who in draw.sample(_WHO, 4)]
    return {"table": {"columns": [f"{_kanji(number)}の区分", *months], "rows": rows}}


def _compare(draw: random.Random, number: int) -> dict[str, Any]:
    count = 2 + number % 3
    return {
        "compare": {
            "columns": [
                {
                    "title": f"{_kanji(number)}の案{_kanji(n)}",
                    "tone": "caution" if n == count else "plain",
                    "items": [
                        f"{_kanji(number)}の利点{_kanji(n)}",
                        {"text": _sentence(draw), "items": [f"{_kanji(number)}の内訳{_kanji(n)}"]},
                    ],
                }
                for n in range(1, count + 1)
            ]
        }
    }


def _definition(draw: random.Random, number: int) -> dict[str, Any]:
    items = [{"title": "内訳", "text": _sentence(draw)}, f"もう一つの内訳{_kanji(number)}"]
    term = f"{_ruby(draw)}用語"
    return {"definition": {"term": term, "text": _sentence(draw), "items": items}}


def _quote(draw: random.Random, number: int) -> dict[str, Any]:
    by = f"『白書』第{_kanji(number)}章"
    return {"quote": {"text": _prose(draw, 2), "by": by, "url": "https://example.jp/white"}}


def _bare_quote(draw: random.Random, number: int) -> dict[str, Any]:
    return {"quote": {"text": _sentence(draw) + str(number)}}


def _dialogue(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "dialogue": [
            {"speaker": "記者", "text": f"{_kanji(number)}番目の問い。" + _sentence(draw)},
            {"speaker": "担当", "text": _prose(draw, 3)},
            {"text": f"（{_kanji(number)}秒の沈黙）"},
        ]
    }


def _figures(draw: random.Random, number: int) -> dict[str, Any]:
    return {
        "figures": [
            {
                "value": f"{draw.randrange(10**5):,}",
                "unit": draw.choice(_UNITS),
                "label": f"{draw.choice(_WHO)}の{_kanji(number)}期の費用",
                "note": f"{_kanji(number)}期の前年比" if n == 2 else "",
            }
            for n in range(1, 2 + number % 4)
        ]
    }


def _chart(kind: str) -> Callable[[random.Random, int], dict[str, Any]]:
    def chart(draw: random.Random, number: int) -> dict[str, Any]:
        names = [f"{who}{_kanji(number)}" for who in draw.sample(_WHO, 5)]
        series = [
            {"name": f"{_kanji(number)}の件数", "values": [draw.randrange(1, 90) for _ in names]}
        ]
        if kind in ("column", "line"):
            series.append(
                {
                    "name": f"{_kanji(number)}の前年",
                    "values": [None, *(draw.randrange(90) for _ in names[1:])],
                }
            )
        body = {"kind": kind, "categories": names, "series": series, "unit": "件"}
        return {"chart": {**body, "caption": f"{names[0]}ほかの件数"}}

    return chart


def _data_chart(_draw: random.Random, number: int) -> dict[str, Any]:
    alt = f"甲市は増え、乙市は減っている（{number}）"
    return {"chart": {"kind": "line", "data": NUMBERS, "alt": alt}}


def _image(_draw: random.Random, number: int) -> dict[str, Any]:
    caption = f"円を描いた図の{_kanji(number)}"
    alt = f"水色の地に紺の円（{number}）"
    credit = f"提供：組版試験{_kanji(number)}室"
    return {"image": {"file": PICTURE, "alt": alt, "caption": caption, "credit": credit}}


_BLOCKS: tuple[Callable[[random.Random, int], dict[str, Any]], ...] = (
    _text,
    _bullets,
    _cards,
    _steps,
    _timeline,
    _table,
    _compare,
    _definition,
    _quote,
    _dialogue,
    _figures,
    _chart("bar"),
    _chart("column"),
    _image,
    _nested,
    _wide_table,
    _bare_quote,
    _chart("line"),
    _chart("pie"),
    _data_chart,
)
