"""The guard of every change of wording: what it changes beyond words does not happen.

A change may leave out words, never a number, a date, a name, a denial, a doubt, a plan, a time, a
condition or who says so. That is held against what comes out, whatever the change was; so a change
that errs does nothing instead of saying something else.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from shiryo import lazy_re as re
from shiryo.facts import modality
from shiryo.facts.bearings import CONDITION, SAID_BY, SAYS, TIME, bearings, reports
from shiryo.facts.facts import facts, unsupported
from shiryo.facts.losses import matching
from shiryo.japanese.brackets import CALLED
from shiryo.japanese.words import Word, words

_KEPT = 8192
"""How many wordings are remembered."""
_SUPPOSES = re.compile(r"^(?:もし(?!かし)|仮に|万一|たとえ)")
_JOINTS = ("助詞", "助動詞")
"""What joins and ends: taken out, it stands before another of its kind, a sign or the end."""
_CLOSES = (*_JOINTS, "接尾辞", "補助記号", "記号", "空白")
_WHOLE = ("名詞", "代名詞", "副詞", "形状詞", "感動詞", "連体詞", "接続詞")
"""Words that do not inflect."""


def keeps(before: str, after: str) -> bool:
    """Tell whether ``after``, a wording of ``before``, says as much and no more."""
    if before == after:
        return True
    (had, bore), (has, bears) = _essence(before), _essence(after)
    known = bore == bears and had <= has and not unsupported(after, before)
    return known and not mangles(before, after)


def mangles(before: str, after: str) -> bool:
    """Tell whether a word of ``before`` is cut in ``after``, a wording of it: はんだづけ → はづけ.

    Either it lacks letters of its own, or what was taken for an ending stood within it.
    """
    had, has = words(before), words(after)
    one, other = ([word.surface for word in row] for row in (had, has))
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, start, end, first, last in matcher.get_opcodes():
        said = "".join(other[first:last])
        if tag != "equal" and any(_is_cut(word, said) for word in had[start:end]):
            return True
        if tag == "delete" and start and _is_inside(had[start:end], had[end:]):
            return True
    return False


def _is_cut(word: Word, said: str) -> bool:
    text = re.sub(r"^ご(?=[一-龠]{2})", "", word.surface)  # ご利用 is 利用
    cut = word.pos in _WHOLE and len(word.surface) > 2 and text not in said
    return cut and (text[:-1] in said or text[1:] in said)


def _is_inside(gone: Sequence[Word], after: Sequence[Word]) -> bool:
    """Tell whether an ending that is gone stood before what follows no ending."""
    return bool(after) and after[0].pos not in _CLOSES and all(w.pos in _JOINTS for w in gone)


def loses_voice(before: str, after: str) -> bool:
    """Tell whether ``after`` no longer says that somebody says so."""
    return reports(before) and not reports(after)


def denies_otherwise(before: str, after: str) -> bool:
    """Tell whether ``after`` denies more or less often than ``before``."""
    return bearings(before)["denied"] != bearings(after)["denied"]


def is_part(whole: str, part: str) -> bool:
    """Tell whether ``part`` of a compound sentence says by itself what it says in it.

    Who says so is said of the whole; time and condition that open it hold for what follows.
    """
    if unsupported(part, whole) or _lost_voice(whole, part):
        return False
    return all(mark in part for mark in _opening(whole)) and not _lost_condition(whole, part)


def _lost_voice(whole: str, part: str) -> bool:
    says = SAYS.search(whole)
    according = modality.ACCORDING.search(whole)
    if (says and not part.endswith(says[0])) or (according and according[0] not in part):
        return True
    blocks = matching(part, whole)
    end = blocks[-1].a + blocks[-1].size if blocks else 0
    return any(found.start() >= end for found in SAID_BY.finditer(whole))


def _opening(whole: str) -> list[str]:
    """Return the time that a sentence opens with."""
    head = re.split(r"[、はがをで]", whole, maxsplit=1)[0]
    said = [fact.text for fact in facts(head) if fact.kind == "date"]
    return said + [m[0] for m in TIME.finditer(head)]


def _lost_condition(whole: str, part: str) -> bool:
    """Tell whether ``part`` has a condition less than what stands before it and in it.

    One that only begins in it (もし…ないけれども、…場合は) is lost as well.
    """
    if _SUPPOSES.search(part) and not CONDITION.search(part):
        return True
    until = whole[: whole.find(part[-6:]) + 6] if part[-6:] in whole else whole
    return len(CONDITION.findall(part)) < len(CONDITION.findall(until))


@lru_cache(_KEPT)
def _essence(text: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, int]]]:
    values = frozenset((fact.kind, fact.value) for fact in facts(CALLED.sub("", text)))
    return values, frozenset(bearings(text).items())
