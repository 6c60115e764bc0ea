"""What headings, and lines that never are headings, say: the lexicon of the heading score."""

from functools import cache

from shiryo import lazy_re as re
from shiryo.article.structure.lines import POLITE_END

_STOCK = (
    r"まとめ|はじめに|おわりに|終わりに|最後に|さいごに|目次|概要|背景|目的|趣旨|結論|結果|考察|前提|導入|要旨"
    r"|議事(概要|要旨|録)?|議題|参考(文献|資料|リンク|記事)?|関連(記事|リンク|資料)|(合|あ)わせて.{1,8}"
    r"|補足|備考|注意(点|事項)?|FAQ|よくある(質問|ご質問)|今後の(予定|課題|展望|展開)|(開催)?(日時|場所|概要)|対象(者)?"
    r"|ビジョン|現状(と課題)?|課題|対策|方針|経緯|事例|効果|特徴|詳細|具体例|手順|準備|使い方"
    r"|お?(申し?込み?|問い?合わ?せ)(先|方法|窓口|について)?|費用|料金|定員|持ち物"
)
STOCK = re.compile(f"({_STOCK})")
"""Headings that any article may have: none of them is the title of one."""
WORDS = re.compile(
    rf"({_STOCK}|.*とは\??|(なぜ|どうして).*(\?|か)"
    r"|.*の(ポイント|まとめ|方法|手順|流れ|課題|背景|特徴|理由|概要|例|メリット|デメリット|使い方|違い))"
)
"""Headings by their words."""
MARKED = re.compile(r"([■◆●▼▶◇□【《<]|#+ )")
"""Signs that are set before or around headings."""
PREDICATE = re.compile(
    r"(です|ます|ました|でした|ません|ましょう|でしょう|ください|下さい|だ|だった|である|であった|ない"
    r"|なかった|たい|なさい|のだ|れる|られる|する|した|なる|なった|いる|いた|ある|あった|できる|できた"
    r"|思う|思った|という)$"
)
"""A sentence's end without its full stop."""
VERB = re.compile(r"[うくぐすつぬぶむる]$")
"""Perhaps a verb in its dictionary form."""
GOES_ON = re.compile(
    r"(といった|という|などの|のような|この(ような)?|その|そのような|こうした|こういった|そのため|また"
    r"|しかし|さらに|なお|ただし|つまり|例えば|たとえば|それでは|では、|そこで|次に|ここで|これ(は|ら))"
)
"""Takes up what was said before."""
CONTINUES = re.compile(
    r"(と(いう|いった|して|する|なり)|のよう|など|[をがはにとへ](?=[^ぁ-ん])|です)"
)
"""Ends a sentence that the line before has begun."""
LEADS_IN = re.compile(
    r":$|(?<![^。])(?=[^。]*。$)[^。]*?(以下|次|下記)[^。]{0,14}(です|ます|ある|考えられ)"
)
"""Says that a list follows."""
CAPTION = re.compile(
    r"(出典|出所|引用|参考|図|表|写真|画像|動画|資料)[0-9 ]*[:;]|(例|注|※|\*|→|↓)"
    r"|\(?(図|表|写真)[ 0-9]"
)
"""Opens a source, a caption or a note."""
ENGLISH = re.compile(r"[A-Z][A-Za-z'’&-]*( [A-Za-z'’&-]+){0,7}[?!]?")
"""A heading in English, perhaps."""
CODE = re.compile(r"[\\{}<>=_$@#&^`]|::|\(\)|https?:|^[!-~\s]+$")
"""Signs of a formula, a command or an address."""
CLASSES = (
    ("kana", re.compile(r"[ぁ-ゟ]")),
    ("katakana", re.compile(r"[゠-ヿ]")),
    ("kanji", re.compile(r"[一-鿿々]")),
    ("digit", re.compile(r"\d")),
    ("latin", re.compile(r"[A-Za-z]")),
    ("stop", re.compile(r"[。.]")),
    ("bang", re.compile(r"!")),
    ("question", re.compile(r"\?")),
    ("colon", re.compile(r":")),
    ("comma", re.compile(r"[、,]")),
    ("close", re.compile(r"[)」』】》>\]\"”]")),
)
"""Classes of characters: name and pattern."""
PARTICLE = re.compile(
    r"([がをへにでや、,]|(?<!と)は|(?<!も)の|(?<![こひあも])と|(?<![とい])も|(?<![れるいんすた])か)$"
)
"""What a heading seldom ends with: a particle that is no part of もの, こと, とは and the like."""
NEVER = re.compile(
    r"\*\*.+\*\*|__.+__|(--|[—―])(?!.*[-—―]$).+|.*(。|[、,]|(?<!と)(?<!とき|場合)(?<!際)[はがを]|[↓↑→]|、(つまり|例えば|たとえば|すると))|[\W\d_]*|\[!?[A-Z]+\]"
    r"|.*\\\\.*|\$\$.*|.*(です|ます|ました|ません|ください|下さい|でしょう|ましょう|れば|例えば|たとえば):"
    r"|[そこ]のため|そこで|しかし|ところが|また|さらに|なお|ただし|つまり|すなわち|(例|たと)えば"
    r"|具体的に|もともと|同様に|(以上|ここ|これ)から|その(後|結果)|一方(で)?|このように"
    r"|[^。、\d]{2,8}[日時](時|付)?[: ] *(令和|平成)?(\d+|元)[年/.-]\d+[月/.-]\d+.{0,12}"
    r"|.{1,14}(…|\(笑\)|♪)"
    r"|.*(ご存[知じ]|いかが)(で(しょう|した|す))か\??",
    re.DOTALL,
)
"""Sentences, clauses cut off, conjunctions, asides, dates of issue, who said it, lines without a
word: never headings."""
_BEHIND = re.compile(r"(?<!\s)(?:\s*+(?:\([^()]{1,60}\)|#\d{1,6})){1,3}$")
"""What stands behind the words of a heading: a gloss in brackets, the number of an issue."""
LINK = re.compile(r"https?://\S+")
"""An address alone."""
CLAUSE = re.compile(
    r"(ば|ので|けど|けれども?|のに|ながら|つつ|たら|なら|[っしいきぎりけえせてめねべげにん][てで]|ため|から)$"
)
"""Ends a clause that another one goes on from."""
_CONTENT = re.compile(r"[゠-ヿ一-鿿々A-Za-z0-9]{2,}")


def core(text: str) -> str:
    """Return a line without what stands in brackets at its end: テスト手順 (音声閲覧環境)."""
    found = _BEHIND.search(text)
    return text[: found.start()] if found and found.start() else text


@cache
def sign_class(sign: str) -> str:
    """Return the class of a character."""
    return next((name for name, pattern in CLASSES if pattern.match(sign)), "other")


def ending(text: str) -> str:
    """Return what a line ends with: its last kana, or the class of its last character."""
    last = core(text).rstrip("!?。.")[-1:]
    return last if "ぁ" <= last <= "ゟ" else sign_class(last) if last else ""


def end(text: str) -> str:
    """Return how a line ends: as a sentence, with a stop, as a question, with a noun …."""
    bare = core(text).rstrip("!")
    if bare.endswith(("。", ".")):
        return "stop"
    if bare.endswith(("?", "か")):
        return "asks"
    if POLITE_END.search(bare):
        return "polite"
    if PREDICATE.search(bare) or VERB.search(bare):
        return "predicate"
    if PARTICLE.search(bare):
        return "particle"
    return sign_class(bare[-1:] or text[-1])


def grams(text: str, most: int = 80) -> frozenset[str]:
    """Return the pairs of characters in the content words of the first ``most`` characters."""
    return frozenset(
        word[at : at + 2]
        for word in _CONTENT.findall(text[:most].lower())
        for at in range(len(word) - 1)
    )
