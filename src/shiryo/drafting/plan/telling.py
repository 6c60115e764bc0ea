"""What may be a main point at all, and what headings and statements are for."""

from collections.abc import Sequence
from itertools import dropwhile

from shiryo import lazy_re as re
from shiryo.drafting.select import chatter, weight, whole
from shiryo.facts.facts import facts
from shiryo.facts.losses import spoken
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.japanese.words import words

_LEAST = 10.0
"""Full-width characters of a main point."""
_RESOLVED = re.compile(
    r"^(?:決定|結論|結果|合意|提言|要点)|変更点$|(?:承認|決定|可決|合意)(?:する|した)?$"
)
_BUDGET = re.compile(r"予算|費用|経費|総額|事業費|資金|助成|補助|支援")
_NAMED_DEED = re.compile(r"を[一-龠ァ-ヴー]{2,8}$")
_STATES = ("ある", "いる", "できる", "なる", "思う", "考える", "言える", "持つ")
_FORMAL = ("もの", "こと", "ところ", "わけ", "とおり", "通り")
"""Nouns that only carry what is said (決めたもの)."""
_TOPIC = re.compile(r"^[一-龠ァ-ヴーA-Za-z0-9・]{2,16}[はが]|[一-龠ァ-ヴーA-Za-z」）)]も.")
"""What a sentence opens with and speaks of, or what is one more of a kind (料金も下がる)."""
_SPEAKS = ("は", "が", "を", "も")
"""Particles of a sentence; a phrase without any is a name of something."""
_LABEL = re.compile(r"^[^。、:：（(]{1,24}[:：] ?(?=[^\d/])")
_ITSELF = re.compile(
    r"(?:本|この|当)(?:稿|概要|記事|資料|文書|書|章|節|ページ|連載|ドキュメント)(?:[はでに]|において)"
    r"(?=.*(?:紹介|解説|説明|記[載述]|述べ|まとめ|扱|触れ|取り上げ|報告)[^。]{0,8}$)|"
    r".*(?:てみ(?:た|よう)|に触れた|(?:質問|発言)があった|(?:紹介|説明|解説)(?:する|した|を(?:する|行う|行った))|"
    r"か?を(?:紹介|説明|解説)|(?:方針|内容|考え|知見|経験|感想)を共有(?:する|した)?)$|"
    r"これは[^、。]{0,40}(?:記事|メモ|ドキュメント|ページ|記録|資料)(?:だ|である)?$"
)
"""What says something of the text, or of what was said, instead of the matter."""
_DANGLES = re.compile(
    r"、これ[はがを]|^[^、。]{1,8}[はに]、?これ[のがをにで]|いくつかの[^、。]{1,8}が考えられる$|次に(?:掲げ|定め|示|述べ)|(?<![一-龠])次の(?!世代|時代|[日年月週朝春夏秋冬]|大会|機会|段階|ステップ)[一-龠ァ-ヴ0-9]|"
    r"(?<![0-9０-９％%割人円歳つ個件回])(?:以下|下記)の(?=[^、。])|(?<![0-9０-９％%割人円歳つ個件回])以下に|この(?:ような[^、。]{1,4}[でが]|ように?結果)|[上左右下]の?図[はがにを]|^(?:写真|図|画像|動画)[はがで]"
)
"""Points to what does not stand beside it."""
_OF_WORDS = re.compile(
    r"(?:と|とも)(?:呼ぶ|よぶ|呼ばれる|称する|略す|略記する|表記する)$|"
    r"^(?:以下|ここ|本[稿文書])では?、?[「『]|(?:記事|資料|文章|文書)(?:だが|であるが|なので)、?|"
    r"読み飛ばす|何度か?(?:出て|述べ|触れ)|(?:^|、)前(?:の)?(?:章|回|節)(?:では?|の|は)|"
    r"(?:上|先|前)に(?:挙げ|述べ|示し)た|(?:リンク|一覧|情報|記事)を(?:いくつか)?(?:掲載|紹介)(?:する|した)?$|"
    r"更新を(?:重ね|続け|し)てい(?:く|きたい)(?:と思う)?$|"
    r"にも(?:注意|留意)(?:する|すること)$|^(?:当該|前[項条])|"
    r"^\d{4}-\d\d-\d\d[ T(（]|^\d\d?:\d\d[ 　]"
)
"""What says how a thing is called, how the text is to be read or what it told before, what is to be
minded besides; a line of a log."""
_OPERATION = re.compile(
    r"(?:クリック|タップ|選択|入力|押下|インストール|ダウンロード|コピー|貼り付け|追記)"
    r"(?:する|した|しよう|すること)?$|を(?:開く|押す|実行)$"
)
"""How one thing ends that a reader does at a screen."""
_FORMULA = re.compile(
    r"[∈∉⊂∀∃∑∏√≡]|(?<![A-Za-z0-9_])[A-Za-z]_[({]?[A-Za-z0-9](?![A-Za-z0-9])|\\[a-z]{2,}"
)
"""What a slide sets as a formula."""
_SUMS = re.compile(r"まとめ(?:る|ると|ます|たい)|要約(?:する|すると)|要点(?:を|は)|要するに")
_ASIDE = re.compile(
    r"問い?合わ?せ|連絡先|会社概要|免責|(?:^|[\s、.．)）])(?:参考|関連|付録|謝辞|配布資料|出席者)\S{0,4}$|リンク集?$|(?i:acknowledge?ments?|references?|links?)$"
)
"""Headings below which nothing is a main point."""
_FRAME = re.compile(
    r"(?:\S{0,4}(?:概要|背景|目的|趣旨|要旨|要約|ビジョン|現状(?:認識)?|経緯|詳細|解説|説明|本文|内容|感想|その他)|"
    r"はじめに|おわりに|終わりに|まとめ|最後に|さいごに|結論|考察)(?:[・と](?:\S{1,6}))?"
)
"""Headings that say what a section is for, in any text, and not of what it speaks."""


def sums_up(text: str) -> bool:
    """Tell whether ``text`` says of the list below it that it sums up."""
    return _SUMS.search(text) is not None


def is_headed(text: str) -> bool:
    """Tell whether ``text`` has its own lead word before it (資金: …)."""
    return _LABEL.match(text) is not None


def is_frame(heading: str) -> bool:
    """Tell whether ``heading`` only names the part of a text that stands below it."""
    return _FRAME.fullmatch(heading.strip()) is not None


def is_point(text: str, headings: Sequence[str] = ()) -> bool:
    """Tell whether a statement below ``headings`` may be a main point at all."""
    terse = width(text) < _LEAST and not any(map(is_resolved, headings[-1:]))
    if terse or any(map(_ASIDE.search, headings)):
        return False
    above = "\n".join((*headings[:1], *headings[-1:]))
    if _ITSELF.match(text) or weight.HOLLOW.search(text) or weight.points_back(text, above):
        return False
    if _DANGLES.search(text) or chatter.is_chatter(text):
        return False
    if any(p.search(text) for p in (_OF_WORDS, _OPERATION, _FORMULA)):
        return False
    return is_statement(split(text)[0])


def is_statement(text: str) -> bool:
    """Tell whether ``text``, after the lead word that it may have, says something of something."""
    said = _LABEL.sub("", text).rstrip("。")
    speaks = any(w.pos == "助詞" and w.surface in _SPEAKS for w in words(said))
    return whole.stands_alone(said) and speaks and not _is_thing(said)


def _is_thing(text: str) -> bool:
    """Tell whether ``text`` is a noun that a past clause describes: 去年の秋に買った傘."""
    *before, last = words(text)
    rest = [*dropwhile(lambda w: w.pos in ("名詞", "接尾辞", "接頭辞"), before[::-1])]
    past = rest and rest[0].surface in ("た", "だ") and rest[0].form.startswith("連体形")
    noun = last.pos in ("名詞", "接尾辞") and last.surface not in _FORMAL
    return noun and bool(past) and not has_topic(text)


def has_topic(text: str) -> bool:
    """Tell whether ``text`` says itself what it speaks of, so that no heading need.

    What only stands for it (出力されるのは、…) does not.
    """
    nouns = (found.noun for found in spoken(text))
    return (
        any(noun and not noun.endswith("の") for noun in nouns) or _TOPIC.search(text) is not None
    )


def is_resolved(heading: str) -> bool:
    """Tell whether what stands under ``heading`` was decided, or is asked for."""
    return _RESOLVED.search(heading) is not None


def is_budget(text: str) -> bool:
    """Tell whether ``text`` says what the matter costs."""
    money = any(fact.kind == "number" and fact.value.endswith("円") for fact in facts(text))
    return money and _BUDGET.search(text) is not None


def is_deed(text: str) -> bool:
    """Tell whether a statement ends in what somebody does to something (〜を創設する, 〜を創設)."""
    if _NAMED_DEED.search(text):
        return True
    found = words(text)
    last = found[-1]
    done = last.pos == "動詞" and last.form.startswith("終止形") and last.base not in _STATES
    return done and any(w.surface == "を" and w.pos == "助詞" for w in found)
