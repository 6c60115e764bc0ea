"""How the sentences of a section stand to each other: what turns, follows, grants or denies."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, takewhile

from shiryo import lazy_re as re
from shiryo.drafting.wording.sentences import Sentence

POINTS = re.compile(r"次の|次に(?:掲げ|定め|示|挙げ|述べ)|以下(?!、)|下記")
"""In a statement that something follows."""
TURNS = re.compile(r"しかし|ところが|だが、|けれども、|でも、|それでも|とはいえ|実際には")
JOINS = re.compile(
    r"(?:その結果|そのため|このため|したがって|従って|よって|ゆえに|つまり|一方で?)、"
)
"""How a sentence begins that follows from the one before it, or is its counterpart."""
COMMENTS = re.compile(r"\s*[こそ]れら?[をはにで]")
"""How a line between a list and what points to it begins that says more of the items."""
CONCLUDES = re.compile(r"(?:この|以上の)ように(?!.*と(?:呼|言|い[いうわ])[^、。]{0,4}$)")
"""How a paragraph begins that says what comes of all before it; it names nothing (…と呼ぶ)."""
_GRANTS, _GRANTED = re.compile(r"もちろん|勿論|確かに|たしかに|なるほど"), 3
"""How a sentence begins that grants something; the sentences after it that may turn against it."""
_OWNS = re.compile(
    r"(?:で|[にと]?)は(?:あ[るっ]|あり|言え|いえ|ある)[^、。]{0,6}[。．]?$|"
    r"ことは(?:確か|事実|間違いな|たしか)[^、。]{0,4}[。．]?$"
)
"""How a sentence ends that owns something only to limit it (よい本ではあった。ただ、…)."""
_LIMITS = re.compile(r"ただ、|しかし|だが|ですが|が、|もっとも、|とはいえ|けれど|でも、")
_DENIES = re.compile(
    r"(?P<noun>[一-龠ァ-ヴー]{2,12})[はを](?P<verb>[一-龠ァ-ヴー]{1,6})[ぁ-ん]{0,3}(?:ない|ません)。?$"
)
_TRIED = re.compile(
    r"(?:(?:試み|試し|目指し|検討し|調査し|調べ|比較し|実験し|検証し|分析し)(?:まし)?た|[行実][施なっい]*(?:まし)?た)[。．]?$"
)
_CAME = re.compile(r"(?:その|この|以上の|これらの)?結果(?:として|、|から)")
_CASE = re.compile(r"(?:(?:場合|とき|時|際|方)に?は|のであれば)、")
_TURN = re.compile(
    r"(?:参照|覧|問い?合わ?せ|連絡|報告|相談|対話|議論|質問)[^、。]{0,12}"
    r"(?:ください|下さい|こと|ましょう|幸いです|願いします|できます)[。．]?$"
)
_CASES = 3
"""Sentences that tell a reader what to do in some case, and how many of them are several."""
_POINTED = re.compile(r"[こそ](?:れら)?の([一-龠ァ-ヴーA-Za-z]{2,})")
NEAR = 8
"""Sentences before one that may name what it points to."""
_THESE = re.compile(r"(この|これらの?|以上の?)[二三四五六七八九2-9２-９]つ")


def cases(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of sentences each of which says where to turn in a case of its own.

    One of several such is no message of all (…を見つけた場合は、係にお知らせください).
    """
    found = [n for n, s in enumerate(sentences) if _CASE.search(s.text) and _TURN.search(s.text)]
    return frozenset(found if len(found) >= _CASES else ())


def is_denied(text: str, later: Sequence[Sentence]) -> bool:
    """Tell whether a later sentence denies just what ``text`` says (札を置く … 札は置かない)."""
    denials = (_DENIES.search(sentence.text) for sentence in later)
    return any(found and f"{found['noun']}を{found['verb']}" in text for found in denials)


_SAID = re.compile(
    r"(?:と(?:述べ|言っ|い[いっ]|書[いき]|伝え|説明し|発表し|予想し|見込)[^、。]{0,8}|だっ|でし|てい(?:まし)?)た。?$"
)
_SINCE = re.compile(
    r"(?:それ(?:以来|から|が|以降)|その後|現在|今回|今では|今は|いま|この(?:たび|度|バージョン))"
    r"(?=[^。]*(?:改善|向上|増[えや加]|減|上が|下が|伸び|短縮|削減|な[っり]))"
)
_UNITS = re.compile(r"(?<![0-9０-９.,])[0-9０-９.,]++ ?([%％]|[一-龠ァ-ヴーA-Za-z]+)")
"""A number, with what it counts."""
_HEADED = re.compile(r"[^。、「」（(]{2,40}?[:：](?!//)")
_EQUALS, _MOSTLY, _END = 3, 0.6, 6
"""Paragraphs that are equals at least, their share, and signs in which they end alike."""
_LISTED = re.compile(r"(こと|もの|点|[ァ-ヶー一-龠])。?$")
_ASKS = re.compile(
    r"(?:どう(?!しても)|どのよう|どんな|どれ|どこ|何|なに|なぜ|いくつ|誰)[^。？?]{0,40}"
    r"(?:でしょうか?|だろうか?|ですか|ますか|のか|いいか|よいか)[。？?]*$"
)
_ANSWERS = re.compile(
    r"(?:そこで|ここで|(?:その)?(?:答え|正解|結論)は|[そこ]れを(?:解決|可能に|かなえ|実現))(?!、?(?:は|も))"
)
"""How a sentence asks, and how the next one begins that answers that."""


def is_counted(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence only lists what the next one speaks of (…こと。この二つを理由に)."""
    following = sentences[place + 1].text if place + 1 < len(sentences) else ""
    listed = _LISTED.search(sentences[place].text)
    return listed is not None and _THESE.match(following) is not None


def is_turned(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether the next sentence turns against it (しかし、…)."""
    after = sentences[place + 1].text if place + 1 < len(sentences) else ""
    return TURNS.match(after) is not None


def is_owned(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether it only owns what the next sentence limits (…ではあった。ただ、…)."""
    after = sentences[place + 1].text if place + 1 < len(sentences) else ""
    return _OWNS.search(sentences[place].text) is not None and _LIMITS.match(after) is not None


def is_granted(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether it is of those that grant what another turns against (もちろん…。しかし)."""
    if is_owned(sentences, place):
        return True
    later = sentences[place + 1 : place + 1 + _GRANTED]
    opening = sentences[max(0, place + 1 - _GRANTED) : place + 1]
    so_far = [*takewhile(lambda one: not TURNS.match(one.text), reversed(opening))]
    grants = any(_GRANTS.match(one.text) for one in so_far)
    return grants and any(TURNS.match(one.text) for one in later)


def is_old(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether it gives a number that the next sentence says is another one by now."""
    after = sentences[place + 1].text if place + 1 < len(sentences) else ""
    text = sentences[place].text
    return (
        _SAID.search(text) is not None
        and _SINCE.match(after) is not None
        and bool(set(_UNITS.findall(text)) & set(_UNITS.findall(after)))
    )


def equals(sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the places of sentences of paragraphs that are equals: each of one of several things.

    They have heads (遅刻は認めません：…), or end alike; none of them speaks for the others.
    """
    opens = [n for n, sentence in enumerate(sentences) if sentence.opens]
    heads = [n for n in opens if _HEADED.match(sentences[n].text)]
    ends = Counter(_ending(sentences[n].text) for n in opens)
    end, _ = max(ends.items(), key=lambda pair: (bool(pair[0]), pair[1]), default=("", 0))
    alike = (
        heads if len(heads) > 1 else [n for n in opens if end and _ending(sentences[n].text) == end]
    )
    if len(alike) < _EQUALS or len(alike) < _MOSTLY * len(opens):
        return frozenset()
    until = dict(pairwise([*opens, len(sentences)]))
    return frozenset(at for n in alike for at in range(n, until[n]))


def _ending(text: str) -> str:
    """Return how a sentence ends, if that says anything."""
    end = text.strip().rstrip("。．！!")[-_END:]
    return end if re.search(r"[一-龠ァ-ヴ]", end) else ""


def is_outcome(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence says what came of what the one before it says was tried."""
    tried = place > 0 and _TRIED.search(sentences[place - 1].text)
    return bool(tried) and _CAME.match(sentences[place].text) is not None


def is_answer(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence answers what the one before it asks (では、どうすれば…か)."""
    asked = place > 0 and _ASKS.search(sentences[place - 1].text)
    return bool(asked) and _ANSWERS.match(sentences[place].text) is not None


def matter(sentences: Sequence[Sentence], own: frozenset[str]) -> int:
    """Return the place of the first sentence on the article's own matter (このアプリでは…)."""
    known = "|".join(map(re.escape, sorted(own)))
    says = (
        re.compile(rf"(?:^|、)(?:[この本]{{1,2}}(?:{known})|本[一-龠]{{2,4}})で?は")
        if own
        else None
    )
    found = (n for n, s in enumerate(sentences) if says and says.search(s.text))
    return next(found, 0)


def is_elsewhere(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence points to what is not in the one before it, but earlier (この札)."""
    noun = _POINTED.search(sentences[place].text)
    if noun is None or noun[1] in sentences[place - 1].text:
        return False
    return any(noun[1] in s.text for s in sentences[max(0, place - NEAR) : place - 1])
