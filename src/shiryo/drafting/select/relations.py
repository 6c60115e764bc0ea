"""How the sentences of a section stand to each other: what turns, follows, grants or denies."""

from collections.abc import Sequence
from itertools import takewhile

from shiryo import lazy_re as re
from shiryo.drafting.wording.sentences import Sentence

POINTS = re.compile(r"次の|以下(?!、)|下記")
"""In a statement that something follows."""
TURNS = re.compile(r"しかし|ところが|だが、|けれども、|でも、|それでも|とはいえ|実際には")
JOINS = re.compile(
    r"(?:その結果|そのため|このため|したがって|従って|よって|ゆえに|つまり|一方で?)、"
)
"""How a sentence begins that follows from the one before it, or is its counterpart."""
CONCLUDES = re.compile(r"(?:この|以上の)ように(?!.*と(?:呼|言|い[いうわ])[^、。]{0,4}$)")
"""How a paragraph begins that says what comes of all before it; it names nothing (…と呼ぶ)."""
_GRANTS, _GRANTED = re.compile(r"もちろん|勿論|確かに|たしかに|なるほど"), 3
"""How a sentence begins that grants something; the sentences after it that may turn against it."""
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


_LISTED = re.compile(r"(こと|もの|点|[ァ-ヶー一-龠])。?$")


def is_counted(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence only lists what the next one speaks of (…こと。この二つを理由に)."""
    following = sentences[place + 1].text if place + 1 < len(sentences) else ""
    listed = _LISTED.search(sentences[place].text)
    return listed is not None and _THESE.match(following) is not None


def is_turned(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether the next sentence turns against it (しかし、…)."""
    after = sentences[place + 1].text if place + 1 < len(sentences) else ""
    return TURNS.match(after) is not None


def is_granted(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether it is of those that grant what another turns against (もちろん…。しかし)."""
    later = sentences[place + 1 : place + 1 + _GRANTED]
    opening = sentences[max(0, place + 1 - _GRANTED) : place + 1]
    so_far = [*takewhile(lambda one: not TURNS.match(one.text), reversed(opening))]
    grants = any(_GRANTS.match(one.text) for one in so_far)
    return grants and any(TURNS.match(one.text) for one in later)


def is_outcome(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether a sentence says what came of what the one before it says was tried."""
    tried = place > 0 and _TRIED.search(sentences[place - 1].text)
    return bool(tried) and _CAME.match(sentences[place].text) is not None


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
