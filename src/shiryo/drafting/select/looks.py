"""What a sentence looks like in its section: what its role is told by (`roles`)."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.facts.facts import facts
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

Looks = dict[str, float]

_CONTENT = (
    "名詞", "動詞", "形容詞", "形状詞", "代名詞", "感動詞", "接続詞", "連体詞", "副詞", "助動詞",
)  # fmt: skip
_TOPIC = ("名詞", "動詞", "形容詞", "形状詞")
_SIGNS = {
    "address": r"https?://|www\.|\S@\S",
    "bracketed": r"^[（(\[【「『].*[）)\]】」』][。.]?$",
    "marked": r"^[※■□●○◆◇★☆→>＞*・#|]",
    "label": r"^[^。、\s]{1,12}[:：]",
    "markup": r"[<>{}|`\\$=]|\]\(",
    "asks": r"[?？][）)」』]?$|か[。]?$",
    "shouts": r"[!！]",
    "points on": r"(?:以下|下記|次)の|以下[、にをが]|[:：]$",
    "points back": r"^[こそ](?:れ|の|こ|う|ちら|んな)|上記|前述|先ほど|前回",
    "this text": r"[本この](?:書|稿|文書|資料|記事|ページ|サイト|ドキュメント|章|節|連載|ブログ)",
    "I": r"^(?:私|わたし|僕|ぼく|俺|自分|筆者)",
    "you": r"みなさ|皆さ|あなた|皆様|各位",
    "but": r"^(?:しかし|ところが|だが|けれど|でも|それでも|とはいえ|一方|ただ)",
    "so": r"^(?:だから|そのため|このため|したがって|よって|つまり|すなわち|結局|そこで|ゆえに)",
    "instance": r"^(?:例えば|たとえば|例:|なかでも|中でも)|など[をがはにで]",
    "grants": r"^(?:もちろん|確かに|たしかに|なお|ただし|もっとも)|[がけど]、",
    "counts": r"[二三四五六七八九十2-9２-９](?:つ|点|種類|項目)",
    "if": r"(?:場合|とき|時|際|れば|たら|なら)[はには]?、",
    "because": r"ため|ので|から[。、]|理由|よって",
    "digit": r"[0-9０-９]",
    "stops": r"[。．.][）)」』]?$",
    "trails off": r"…|\.\.\.",
    "points around": r"こちら|(?:以下|下記)(?:に|、|を|が|の)|"
    r"(?:上|左|右|下)の(?:図|表|画像|写真|リンク)",
    "sends": r"参照|ご覧|お読み|ご一読|ご確認|詳し[くい]|問い?合わ?せ",
    "will tell": r"(?:紹介|解説|説明|報告|まと|伝え|話|述べ|挙げ|書[いきこ]|触れ|考え|見て|"
    r"取り上げ)[^、。]{0,10}?(?:する|します|いく|いきます|みる|みます|よう|おく|おきます|たい|思う|思います|"
    r"なる|なります)[。！!]?$",
    "this tells": r"(?:[本この](?:書|稿|文書|資料|記事|ページ|サイト|ドキュメント|章|節|連載)|今回)"
    r"[^。]{0,40}?(?:紹介|解説|説明|報告|まと|述べ|記載|掲載)",
    "courtesy": r"ご(?:理解|協力|了承|容赦|愛顧|支援|意見|感想)",
    "has told": r"(?:(?:紹介|解説|説明|まとめ|報告|記事|書い|調べ|作っ)[^、。]{0,8}"
    r"(?:した|ました|みた|みました|ある|あります)|(?:説明|報告|挨拶|あいさつ|質問|発言)が[^、。]{2,8}た)[。！!]?$",
    "calls": r"(?:しょう|よう|おきたい|おきたいところ)(?:です|だ)?[。！!]?$",
    "asks for": r"お願い|ください|下さい|くださ|いただけ|頂け|幸い|ぜひ|是非",
    "thanks": r"ありがと|感謝|お礼|御礼|申し上げ|よろしく|お待ちし|楽しみ|ご了承",
    "greets": r"^(?:こん[にば]|おはよう|どうも|はじめまして|皆さん|みなさん|さて|それでは|では)",
    "rights": r"ライセンス|著作権|転載|免責|無断|©|(?i:copyright|license)",
    "dates itself": r"更新|投稿|公開日|改訂|掲載|執筆|追記|修正",
    "writing": r"記事|本稿|エントリ|ブログ|連載|本書|資料|シリーズ|前編|後編|ページ|サイト|"
    r"スライド|動画",
}  # fmt: skip
_PATTERNS = {name: re.compile(pattern) for name, pattern in _SIGNS.items()}
_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠々]")


def looks(sentences: Sequence[str], heading: str = "", title: str = "") -> list[Looks]:
    """Return the looks of each sentence of a section under ``heading``, in an article ``title``."""
    said = [words(text) for text in sentences]
    under = topic(heading), topic(title)
    return [
        dict(
            [
                *_vocabulary(said[at]),
                *_ends(said[at]),
                *_shape(text, said[at]),
                *_ties(said, at, under),
                *((f"under {word}", 1.0) for word in under[0]),
                ("", 1.0),
            ]
        )
        for at, text in enumerate(sentences)
    ]


def topic(text: str) -> frozenset[str]:
    """Return the words of ``text`` that say what it is about."""
    return frozenset(w.base for w in words(text) if w.pos in _TOPIC and w.sub != "非自立可能")


def _vocabulary(said: Sequence[Word]) -> Iterator[tuple[str, float]]:
    for word in said:
        if word.sub == "数詞":
            yield "word #", 1.0
        elif word.pos in _CONTENT:
            yield f"word {word.base}", 1.0


def _ends(said: Sequence[Word]) -> Iterator[tuple[str, float]]:
    """Yield the first words, and the last ones with their particles and forms."""
    solid = [w for w in said if w.pos not in ("補助記号", "空白")]
    tail = [w.surface if w.sub != "数詞" else "#" for w in solid[-4:]]
    for size in range(1, len(tail) + 1):
        yield f"ends {'·'.join(tail[-size:])}", 1.0
    head = [w.surface if w.sub != "数詞" else "#" for w in solid[:2]]
    for size in range(1, len(head) + 1):
        yield f"begins {'·'.join(head[:size])}", 1.0
    if solid:
        yield f"ends in {solid[-1].pos} {solid[-1].form.split('-')[0]}", 1.0
        yield f"begins with {solid[0].pos}", 1.0
    for one, other in pairwise(solid):
        yield f"pair {one.base}·{other.base}", 1.0


def _shape(text: str, said: Sequence[Word]) -> Iterator[tuple[str, float]]:
    long = width(text)
    yield "long", math.log1p(long) / 4
    yield f"length {min(8, int(long // 12))}", 1.0
    yield "japanese", len(_JAPANESE.findall(text)) / max(1, len(text))
    found = [fact.kind for fact in facts(text)]
    for kind in ("number", "date", "name"):
        yield kind, min(3, found.count(kind)) / 3
    surfaces = [(w.surface, w.pos) for w in said]
    for particle in ("は", "が", "も", "を"):
        yield f"has {particle}", float((particle, "助詞") in surfaces)
    for name, pattern in _PATTERNS.items():
        if pattern.search(text):
            yield name, 1.0


def _ties(
    said: Sequence[Sequence[Word]], at: int, under: tuple[frozenset[str], frozenset[str]]
) -> Iterator[tuple[str, float]]:
    """Yield what the sentence shares with heading and title."""
    own = frozenset(w.base for w in said[at] if w.pos in _TOPIC and w.sub != "非自立可能")
    for name, words_ in zip(("heading", "title"), under, strict=True):
        yield f"of {name}", len(own & words_) / len(words_) if words_ else 0.0
