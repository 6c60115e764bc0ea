"""What speaks for each statement as a main point of the article, and against it.

A linear score of what it says, in what form, where, and under which headings; the weights are data
(``worth.json``), fitted by ``benchmarks/train_summaries.py`` to labelled statements.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from shiryo import lazy_re as re
from shiryo.drafting.plan import telling
from shiryo.drafting.plan.spoken import Said
from shiryo.drafting.select import roles, salience, traits, weight
from shiryo.drafting.select.looks import Looks, looks
from shiryo.facts.facts import facts
from shiryo.japanese.width import width

_HEADS = {
    "about": r"概要|とは[?？]?$|について$|はじめに|導入|紹介|要約|要旨|abstract|introduction",
    "aim": r"目的|趣旨|ねらい|狙い|動機|きっかけ|理念|ビジョン",
    "why": r"背景|経緯|理由|原因|なぜ|どうして|現状",
    "result": r"結果|成果|効果|評価|考察|分析",
    "sums": r"まとめ|結論|おわりに|終わりに|最後に|さいごに|総括|振り返り|感想|所感",
    "decided": r"決定|合意|承認|方針|提言|対応|対策|政策|施策|取り組み|変更|改善",
    "when": r"いつ|日時|日程|期間|期日|スケジュール|予定|時期|開催",
    "next": r"今後|次回|展望|これから",
    "cost": r"予算|費用|金額|料金|価格|経費|財源|コスト",
    "worry": r"課題|懸念|問題|注意|リスク|不安|制限|制約|欠点|デメリット",
    "how": r"方法|手順|使い方|インストール|設定|準備|環境|作り方|実装|操作|構成|流れ|ステップ",
    "case": r"例|サンプル|デモ|補足|おまけ|余談|備考|その他|付録|質問|FAQ|Q&A",
    "who": r"対象|参加|出席|メンバー|体制|登壇|講師|主催",
    "refs": r"参考|関連|リンク|問い?合わ?せ|連絡先|謝辞|ライセンス|免責|文献|資料",
    "asks": r"[?？]$|[かは][?？]?$",
}
"""What headings promise."""
_SAYS = {
    "money": r"[0-9０-９][^\s、。]{0,4}(?:円|ドル|ユーロ)",
    "share": r"[0-9０-９] ?[%％割]|倍|過去最|最多|最大|最も",
    "does": r"開始|実施|導入|創設|設置|構築|公開|発表|開催|制定|廃止|変更|改正|拡充|支援|提供",
    "aims": r"目的|目指|ねらい|狙い|ため(?:の|に)",
    "found": r"分かった|わかった|判明|明らか|確認(?:でき|された)|示さ|結果|見え[たてる]",
    "worries": r"懸念|不安|課題|問題|リスク|難し|困難|不足|注意|おそれ|恐れ",
    "must": r"必要|べき|なければ|重要|求め|義務|大切|推奨|望まし",
    "plans": r"予定|今後|見込|見通し|計画|次回|検討",
    "only": r"のみ|だけ|限[らりるっ]|対象",
    "compares": r"より(?:も)?|比べ|対し|一方|違い|異な",
    "grants": r"場合|とき[はに]?|際[はに]?|もし|れば|たら",
    "case": r"例えば|たとえば|など|といった|例[:：]",
    "I": r"私|僕|自分|筆者|思[うっわ]|感じ|個人的|かな",
    "screen": r"クリック|ボタン|画面|タブ|メニュー|選択|入力|コマンド|ファイル|コード|表示",
    "quotes": r"「[^「」]{4,}」",
    "label": r"^[^。、:：（(]{1,24}[:：] ",
}
"""What statements speak of."""
_PATTERNS = {
    **{f"says {name}": re.compile(pattern) for name, pattern in _SAYS.items()},
    **{f"ends {name}": pattern for name, pattern in traits.SAID_BY.items()},
}
_HEADINGS = {name: re.compile(pattern, re.I) for name, pattern in _HEADS.items()}
_FEW, _WORSE = 3, 4.0
"""Sections at the top that are few; the worth as a message below which all are alike."""


def worths(said: Sequence[Said], title: str, last: int) -> list[float]:
    """Return the worth of each statement of an article of ``last`` lines."""
    weights = _weights()
    return [
        sum(weights.get(name, 0.0) * value for name, value in row.items())
        for row in features(said, title, last)
    ]


def answers(one: Said, asked: str) -> bool:
    """Tell whether a statement stands below a heading of what is ``asked``: "when", "worry"."""
    return _HEADINGS[asked].search(one.headings[-1]) is not None


def features(said: Sequence[Said], title: str, last: int) -> list[Looks]:
    """Return what is told of each statement."""
    rows = zip(
        map(_words, said), map(_headed, said), _placed(said, last), _central(said, title),
        _roles(said, title), strict=True,
    )  # fmt: skip
    return [{name: value for part in row for name, value in part} for row in rows]


_Row = Sequence[tuple[str, float]]


def _words(one: Said) -> _Row:
    text = one.text
    found = [fact.kind for fact in facts(text)]
    return [
        *((name, 1.0) for name, how in _PATTERNS.items() if how.search(text)),
        *((kind, min(3, found.count(kind)) / 3) for kind in ("number", "date", "name")),
        *((f"any {kind}", 1.0) for kind in ("number", "date", "name") if kind in found),
        *((f"has {p}", float(p in text)) for p in "はがをも"),
        ("topic", float(telling.has_topic(text))),
        ("deed", float(telling.is_deed(text))),
        ("budget", float(telling.is_budget(text))),
        ("hollow", float(weight.HOLLOW.search(text) is not None)),
        ("leans", float(weight.points_back(text, one.headings[-1]))),
        ("explains", float(weight.explains(text))),
        ("point", float(telling.is_point(text, one.headings))),
        ("long", math.log1p(width(text)) / 4),
    ]


def _headed(one: Said) -> _Row:
    title, own = one.headings[0], one.headings[-1]
    return [
        *((f"under {name}", 1.0) for name, how in _HEADINGS.items() if how.search(own)),
        ("of heading", salience.share(own, one.text)),
        ("of title", salience.share(title, one.text)),
        ("near title", salience.overlap(title, one.text)),
        ("heading of title", salience.share(title, own)),
        ("resolved", float(telling.is_resolved(own))),
    ]


def _placed(said: Sequence[Said], last: int) -> Iterator[_Row]:
    """Yield where each stands, and in what form."""
    units = max((one.unit for one in said), default=0) + 1
    seen = set[int]()
    for one in said:
        late, form = one.line / max(1, last), one.form.name.lower()
        leads = one.unit not in seen
        seen.add(one.unit)
        yield [
            (form, 1.0),
            (f"{form} first", float(one.place == 0)),
            (f"{form} last", float(one.place == one.of - 1)),
            (f"{form} of many", math.log1p(one.of)),
            (f"{form} opening", float(one.unit == 0)),
            (f"{form} closing", float(one.closing)),
            ("key", max(-_WORSE, one.key)),
            ("leads", float(leads)),
            ("leads one of few", float(leads and units <= _FEW)),
            ("early", max(0.0, 1 - late * 5)),
            ("late", late),
            ("end", max(0.0, late * 5 - 4)),
            ("last unit", float(one.unit == units - 1)),
            ("deep", float(one.depth)),
        ]


def _central(said: Sequence[Said], title: str) -> Iterator[_Row]:
    """Yield how each stands out among all, in its words."""
    central = salience.salience([one.text for one in said], title)
    ranks = {score: n for n, score in enumerate(sorted(central))}
    most = max(central, default=0.0)
    for score in central:
        yield [
            ("central", score),
            ("central rank", ranks[score] / max(1, len(said) - 1)),
            ("less central", score - most),
        ]


def _roles(said: Sequence[Said], title: str) -> Iterator[_Row]:
    """Yield the chances of what each does in its section."""
    for one in said:
        (look,) = looks([one.text], one.headings[-1], title)
        yield [*zip(traits.ROLES, roles.chances(look), strict=True)]


@cache
def _weights() -> Mapping[str, float]:
    found: dict[str, float] = json.loads(
        files(__package__).joinpath("worth.json").read_text("utf-8")
    )
    return found
