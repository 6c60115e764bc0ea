"""Whether words are a whole statement, that can stand alone: no fragment, question or name."""

from shiryo import lazy_re as re
from shiryo.drafting.select import weight
from shiryo.drafting.wording import shorten
from shiryo.drafting.wording.style import is_polite
from shiryo.japanese.brackets import OPEN, is_open
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

_FRAGMENT = re.compile(
    r"^(?:と(?:いった|いう|は|の|[、,])|などの?|ような|みたいな|(?:いいえ|はい|いや|ええ)[、。]|"
    r"である|でした|[をぁぃぅぇぉっゃゅょー]|が[、一-龠]|[、。，）」』・※*])|https?://|\S@\S"
)
_LABEL = re.compile(
    r"(?:【[^【】]{1,14}】|[^。、\s（(【]{1,10}(?:(?<![0-9])[:：]|[:：](?![0-9])))\s*"
)
"""What a statement may be headed by (注意：…), if there is one after it."""
_OPENING = OPEN + "”\"'"
_BEGINS = re.compile(r"[^\W_]|(?:[@./~_\\]|--?)[A-Za-zァ-ヴ]|([^\w\s])(?=[^\W_])[^。]{1,20}?\1")
"""How a statement begins: with a word, the name of what is typed (@acme/kit, .env), or a name
between two signs of a kind (†紅†)."""
_LAST_PARTICLES = ("ぞ", "ぜ", "ね", "よ", "わ", "さ")
"""Particles that only end a sentence: a name may begin as they are written (ぞん子)."""
_OPEN_ENDS = ("、", "，", "：", ":", "…", "・")
_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠々]")
_SHARE = 0.12
"""Of a Japanese statement that names foreign things."""
_FORMULA = re.compile(r"\\[()\[\]]|\\[a-zA-Z]+\{[^{}]*\}\{|\$")
"""TeX within a sentence, but for the name of one command (\\bibliographyを使う)."""
_DISCLAIMER = re.compile(
    r"作成途中|(?:本|この)(?:マニフェスト|資料|記事|文書|書|ページ|サイト|リポジトリ|ドキュメント)"
    r"\S{0,200}?(?:変更|ライセンス|免責|無断)|内容は\S{0,8}変更|転載を禁|すべての権利|"
    r"(?:記載|掲載|各社|該当する|それぞれ)[^。]{0,30}商標|"
    r"^(?:昨日|前日|明日|翌日)の[^、。はが]{0,40}(?:記事|担当|投稿|エントリー?|Calendar)[^、。はが]{0,12}[はが]|"
    r"^(?:昨日|前日|明日|翌日)は[^。「」]{0,30}さんの?「|"
    r"^(?:昨日|明日|翌日|次回|来週|来月)は[、，]?「[^「」]+」$|"
    r"ご(?:意見|指摘|感想)[^。]{0,12}?(?:こと|を(?:もと|基|元)に|を?踏まえ|を?反映|お?待ち|お?寄せ|お?聞かせ|いただけ|頂け|歓迎|幸い|願|しよう)|"
    r"更新日|改訂履歴"
)
"""What says something about the document itself: no claim of its author's, however it is put."""
_BYLINE = re.compile(r"[（(][^（()）]*[)）]|[^。、]{2,8}(?:[/／・][^。、/／・は]{2,8}){2,}")
"""Names of people in a row, a remark in brackets."""
_SPEAKERS = re.compile(
    r"講師|登壇|スピーカー|パネリスト|講演者|発表者|話し手|司会|出演|ゲスト|プロフィール|著者|モデレーター"
)
_SPEAKER = re.compile(
    r"[^、。（）()：:]{2,20}(?<![でをはが])(?:[（(][^、。（）()]{2,60}[)）]|[/／][^、。/／]{2,40})"
)
"""A name with what somebody is (海野 灯（北港館 館長）), and what such names stand under."""
_QUESTION = re.compile(
    r"[?？](?!(?:とい(?:う|った)|っていう|とか|など)[^。]{4})|(?<!ではな)(?<!ではない)(?:の|だろう|でしょう|る|た|い)か$|"
    r"(?<![^、。])(?=[^、。]*だろう$)[^、。]*?(?:何|なに|なぜ|(?<!か)どう|どれ|(?<!な)どの|どこ|いつ|誰|だれ)(?!で?も|か[のを]?|[年人度回日]も)"
    r"(?![^、。]*か[はがをにも])"
)
_GUARDED = re.compile(r"ない(?:だろう|でしょう)?か$")
"""A claim put as a question: よいのではないだろうか."""
_RHETORICAL = re.compile(r"(?<=ではないだろうか)[?？]$")
_REQUEST = re.compile(r"(?<=[をて])(?:いただけ|頂け|もらえ)ないだろうか$")
"""What is asked of somebody, and is no question."""
_QUOTED = re.compile(r"「[^「」]*」(?=\S)|(?<=\S) ?[（(][^（()）]*[)）]")
"""Somebody's words within a sentence, a remark; what these ask it does not ask."""
_WHO_END = ("助詞", "接続詞", "連体詞", "接頭辞", "感動詞")
_GOES_ON = ("連用形", "未然形", "仮定形", "命令形", "連体形-ウ")
_OBJECT = re.compile(r"[^ぁ-ん][はもをに]")
_WHOLE = re.compile(r"[はがもを]")
_SAYABLE_PARTICLES = ("だけ", "のみ", "ばかり", "など", "ほど", "まで", "ぐらい", "くらい")


def stands_alone(text: str, *, over: bool = False) -> bool:
    """Tell whether ``text`` is a whole statement: with an end, closed brackets, no です・ます.

    ``over``: it stands over what it may point to.
    """
    points = not over and weight.points_on(text)
    if width(text) < _least(text) or is_polite(text) or points or asks(text):
        return False
    opens = _BEGINS.match(text) or text[0] in _OPENING or shorten.opens_with_named_sign(text)
    if _DISCLAIMER.search(text) or not opens:
        return False
    if _BYLINE.fullmatch(text) or _FORMULA.search(text):
        return False
    if (
        _FRAGMENT.match(text)
        or _is_labelled(text)
        or text.endswith(("、", "，", "：", ":", "…", "・"))
    ):
        return False
    if is_open(text):
        return False
    if len(_JAPANESE.findall(text)) < max(_least(text), len(text) * _SHARE):
        return False
    found = words(_GUARDED.sub("ない", text))
    last = found[-1]
    if _goes_on(*found[:2], *found[:1]):
        return False
    if last.pos in _WHO_END:
        return last.surface in _SAYABLE_PARTICLES
    if last.surface == "な" or re.fullmatch(r"「[^」]*」", text):
        return False
    told = last.form.startswith("命令形") and _OBJECT.search(text)
    return bool(told) or not last.form.startswith(_GOES_ON)


def _is_labelled(text: str) -> bool:
    """Tell whether ``text`` is a label and what belongs to it, and no statement (電話：…)."""
    label = _LABEL.match(text)
    return label is not None and not (
        _WHOLE.search(text, label.end()) and stands_alone(text[label.end() :])
    )


def _least(text: str) -> float:
    """Return how wide a statement is at least: 送料は無料 is one."""
    return 3.0 if _OBJECT.search(text) else 6.0


def _goes_on(first: Word, second: Word, *_: Word) -> bool:
    """Tell whether what begins so goes on from the line before, or greets; one word is both."""
    if first.surface in _LAST_PARTICLES or (first.pos, len(first.surface)) == ("感動詞", 1):
        return second.pos == "補助記号"
    return first.pos in ("助詞", "助動詞", "感動詞")


def names_speaker(text: str, heading: str) -> bool:
    """Tell whether a line under 講師 or the like names one, with what he or she is."""
    return bool(_SPEAKERS.search(heading)) and _SPEAKER.fullmatch(text.strip()) is not None


def asks(text: str) -> bool:
    """Tell a question; what is asked within quotation marks, of somebody, or guardedly, is none."""
    bare = _RHETORICAL.sub("", _QUOTED.sub("「」", text))
    return _QUESTION.search(_REQUEST.sub("", bare)) is not None


def is_name(text: str) -> bool:
    """Tell whether ``text`` is a name or a row of them, and says nothing of anything."""
    return not any(w.pos == "助詞" and w.surface != "の" for w in words(text))
