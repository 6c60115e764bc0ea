"""Whether a sentence may say nothing of the matter: a greeting, a plea, what comes next.

What asks a reader to do something is often a plea, and the matter itself under a heading that says
what to do, or what is asked (担当者の選任のお願い).
"""

from shiryo import lazy_re as re
from shiryo.drafting.select.roles import SURE
from shiryo.drafting.select.traits import ACTS, CALLS

_DOUBT = 0.46
"""The chance of saying nothing of the matter that makes a sentence no message."""
_PLEA = 0.6
"""That of what asks a reader to do something, from which on it is a plea."""
_ASKS = re.compile(r"(?:ください|下さい|ましょう|お願い(?:し|いたし|致し)ます)[。！!]*$")
_TASK = re.compile(r"か(?:どうか)?を?(?:ご|お)[一-龠ぁ-ん]{1,6}(?:ください|下さい)[。．]?$")
"""What a reader is to find out (同じ物かご確認ください): that is no plea."""
_PLEADS = re.compile(r"お願い|依頼|要請|連絡先|窓口|問い?合わ?せ先?$|連絡方法")
_THINKS = re.compile(
    r"(?:と|ものだ?と)(?:お?考え|思っ|捉え|とらえ|ご?理解し?)て?(?:おいて)?(?:ください|下さい)[。！!]*$"
)
"""What a reader is to think of it."""


def says_nothing(sentence: str, heading: str, aside: float) -> bool:
    """Tell whether a sentence is no statement; ``aside``: the chance that it says nothing."""
    asks = _ASKS.search(sentence) is not None
    return not _is_matter(sentence, heading) and aside > (_PLEA if asks else SURE)


def is_no_message(sentence: str, heading: str, aside: float) -> bool:
    """Tell whether a sentence that is a statement may well say nothing of the matter."""
    if _THINKS.search(sentence):
        return True
    told = ACTS.search(heading) or CALLS.search(heading)
    most = _PLEA if told and _ASKS.search(sentence) else _DOUBT
    return not _is_matter(sentence, heading) and aside > most


def _is_matter(sentence: str, heading: str) -> bool:
    asked = _PLEADS.search(heading) and _ASKS.search(sentence)
    return bool(asked or _TASK.search(sentence))
