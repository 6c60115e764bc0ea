"""What a form takes out of a sentence: somebody's words and whose they are, a term and its meaning.

The log names what was taken (`TAKEN`); a form's fields are these parts, or wordings of them. So
that they can be taken again, nothing else than the sentence decides.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from shiryo import lazy_re as re
from shiryo.drafting.wording.shorten import LIMIT, without_conjunction
from shiryo.drafting.wording.splits import counts, order, sides, stated
from shiryo.facts.bearings import TIME
from shiryo.facts.facts import facts
from shiryo.japanese.brackets import is_open
from shiryo.japanese.width import width
from shiryo.japanese.words import words

QUOTE, SPEAKER, DEFINE = "quote", "speaker", "define"
ORDER, DATE, SIDE, COUNT, HEAD = "order", "date", "side", "count", "head"
STATED = "stated"

_SURU = "指摘|説明|強調|主張|コメント|発言|提案|警告|評価|分析|回答|明言|予測|期待|反論|批判"
_SAYS = (
    rf"(?:(?:述べ|答え|訴え|考え|打ち明け|期待を寄せ|力を込め)(?:る|た|ます|ました|て(?:いる|いた|い?ます))|"
    rf"(?:{_SURU}|話)(?:する|す|した|します|しました|して(?:いる|いた|い?ます))|"
    r"(?:語|振り返|胸を張)(?:る|った|ります|りました|って(?:いる|いた|い?ます))|"
    r"言(?:う|った|います|いました|って(?:いる|いた|い?ます))|明か(?:す|した|します|しました)|"
    r"書(?:く|いた|いて(?:いる|いた|い?ます)))"
)
_WHERE = r"(?P<where>[^「」『』、]{1,14}[でに])?"
_QUOTED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<who>[^「」『』]{{2,40}}?)は、?{_WHERE}、?「(?P<said>.+)」と{_SAYS}",
        rf"「(?P<said>.+)」と、?(?P<who>[^「」『』、]{{2,40}}?)は{_WHERE}、?{_SAYS}",
        r"「(?P<said>.+)」[（(](?P<who>[^（()）]{2,30})[)）]",
    )
)
_PERSON = re.compile(
    r"(?:氏|さん|教授|准教授|講師|博士|研究員|[市町村区]長|知事|首相|大臣|長官|大統領|[一-龠]{2}長|[社会部課係室局所館校園院店]長|"
    r"理事長?|委員長|議員|議長|代表|取締役|監督|選手|医師|弁護士|担当者|関係者|責任者|経営者|開発者|CEO|CTO|"
    r"[課部局省庁]|協会|組合|委員会|研究所|大学|政府|[一-龠]市|[一-龠]県|[女男]性)(?:[（(][^（()）]*[)）])?$"
)
_LEANS = re.compile(
    r"(?:彼|私|僕|俺|わたし|同|その|この|ある|友人|知人|これ|それ|前者|後者|両|我々)"
)
_SHORTEST, _LONGEST = 10.0, 120.0
"""Full-width characters of a quotation."""


def quoted(sentence: str) -> tuple[str, ...]:
    """Return what somebody says, in its brackets, and who; nothing if it is not said so plainly.

    Neither hearsay (述べたという) nor what goes on after the quotation is taken.
    """
    bare = without_conjunction(sentence.strip().rstrip("。"))
    for pattern in _QUOTED:
        found = pattern.fullmatch(bare)
        if found is None or not _is_whole(found["said"]):
            continue
        where = found.groupdict().get("where") or ""
        who = found["who"].strip()
        if not _is_somebody(who) or _tells(where):
            continue
        if _SHORTEST <= width(found["said"]) <= _LONGEST:
            return f"「{found['said']}」", who
    return ()


_ANNOUNCED = re.compile(
    rf"(?:.*、)?(?P<who>[^「」『』、。]{{2,30}}?)は、?(?:次|以下)の(?:ように|とおり|通り){_SAYS}"
)


def announced(sentence: str) -> tuple[str, ...]:
    """Return whose words a sentence says that a quotation follows (X氏は次のように述べている)."""
    found = _ANNOUNCED.fullmatch(sentence.strip().rstrip("。：:"))
    return (found["who"],) if found and _is_somebody(found["who"]) else ()


def _is_somebody(who: str) -> bool:
    return bool(_PERSON.search(who)) and not _LEANS.match(who) and "、" not in who


def _is_whole(said: str) -> bool:
    """Tell whether ``said`` closes no bracket that it has not opened."""
    depth = 0
    for sign in said:
        depth += (sign == "「") - (sign == "」")
        if depth < 0:
            return False
    return depth == 0


def _tells(text: str) -> bool:
    return bool(facts(text) or TIME.search(text))


_OWN = (
    r"(?:(?:本[^、。]{1,6}|この(?:記事|資料|文書)|ここ)"
    r"(?:において(?:は)?|では|で(?:いう|言う)?)、?)?"
)
_TERM = r"(?:[「『](?P<quoted>[^「」『』]{2,16})[」』]|(?P<bare>[^「」『』、。]{2,16}?))"
_BRACKET = r"(?:[（(](?P<also>[^（()）]{1,40})[)）])?"
_MEANS = r"を(?:(?:指|さ)(?:す|します)|い(?:う|います)|意味(?:する|します))"
_DEFINED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_OWN}{_TERM}{_BRACKET}とは、?(?P<says>.+?){_MEANS}",
        rf"{_OWN}{_TERM}{_BRACKET}とは、?(?P<says>.+?(?:です|である|だ))",
        rf"{_OWN}{_TERM}{_BRACKET}は、?(?P<says>.+?){_MEANS}",
        rf"{_TERM}{_BRACKET}を「(?P<says>[^「」]+)」と定義(?:する|します|して(?:いる|います))",
    )
)
_CALLED = re.compile(
    r"(?P<says>.+)を(?:[「『](?P<quoted>[^「」『』]{2,16})[」』]|(?P<bare>[^「」『』、。をはがでにと]{2,16}))"
    r"(?:[（(][^（()）]*[)）])?と(?:呼ぶ|呼びます|いう|いいます|呼んで(?:いる|います))"
)
_NO_TERM = re.compile(
    r"(?:これ|それ|あれ|ここ|そこ|この|その|あの|こと|もの|の|私|僕|私たち|我々|何|なに|理由|目的|意味|違い|問題|答え|本当|"
    r"相応|真)|[こそあ]の.*|(?:そもそも|いったい|一体|もともと|元来|本来).*|.*(?:こと|もの|の|理由|目的|違い|問題|時|とき)"
)
_POINTS = re.compile(
    r"以下|次の(?:よう|通り|とおり|式)|上記|前述|何か|なの[かで]|^(?:こ|そ|あ)[のれうん]|[こそ]れら|[こそ](?:うした|のような)|"
    r"^このよう|^そのよう|と(?:思|考え|言|いう(?:声|人|意見))|"
    r"という(?:わけ|問題|意味)|の略|名ばかり|極言|いわば|言わば|ある意味|[うくすつぬぶむるたいだ]が、|をいい、|とは|"
    r"を[一-龠ァ-ヴーA-Za-z]{1,20}(?:[（(][^（()）]{1,60}[)）])?、"
)
"""What points elsewhere, or is more than one term and its meaning."""
_LEAST = 8.0


def defined(sentence: str) -> tuple[str, ...]:
    """Return a term and what it means; nothing if the sentence does not define one.

    Of ``Xとは…を指す`` and ``…をXと呼ぶ`` the meaning is the noun; of ``Xとは…である`` the copula
    stays, for the style to end it.
    """
    bare = without_conjunction(sentence.strip().rstrip("。"))
    for pattern in (*_DEFINED, _CALLED):
        found = pattern.fullmatch(bare)
        if found is None:
            continue
        term = (found["quoted"] or found["bare"] or "").strip()
        meaning = found["says"].strip("、 ")
        if _is_term(term) and _is_meaning(meaning):
            return term, meaning
    return ()


def _is_term(term: str) -> bool:
    if not term or _NO_TERM.fullmatch(term):
        return False
    nominal = ("名詞", "接頭辞", "接尾辞", "補助記号", "記号", "形状詞")
    found = words(term)
    return all(w.pos in nominal or w.surface in "のな" for w in found) and not term.isdecimal()


def _is_meaning(text: str) -> bool:
    clear = not _POINTS.search(text) and "？" not in text and "$" not in text
    noun = words(re.sub(r"(?:です|である|だ)$", "", text))[-1:]
    named = bool(noun) and noun[0].pos in ("名詞", "接尾辞", "補助記号")
    return not is_open(text) and clear and named and _LEAST <= width(text) <= 3 * LIMIT


_HEADED = re.compile(
    r"【(?P<bracket>[^【】]{2,40})】(?P<after>.*)|(?P<colon>[^。、「」:：【】]{2,30})[:：](?P<says>.+)"
)


def headed(sentence: str) -> tuple[str, ...]:
    """Return the head that a sentence begins with (【雨の日】…, 結果：…) and what follows it."""
    found = _HEADED.fullmatch(sentence.strip())
    parts = [part.strip() for part in found.groups() if part] if found else []
    return () if parts[1:] and parts[1].startswith("//") else tuple(filter(None, parts))


TAKEN: Mapping[str, Callable[[str], tuple[str, ...]]] = MappingProxyType(
    {
        QUOTE: quoted,
        SPEAKER: announced,
        DEFINE: defined,
        ORDER: order.ordered,
        DATE: order.dated,
        SIDE: sides.side,
        COUNT: counts.counted,
        HEAD: headed,
        STATED: stated.figured,
    }
)
"""What takes parts out of a sentence, by the names that the log gives it."""
