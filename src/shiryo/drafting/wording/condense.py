"""The core of a long sentence: what it says at its end, without what leads up to it.

Japanese says the main thing last. So a sentence is shortened from its front: first the clauses
that only lead up to the last one (〜し、 〜して、), then what describes a noun. The topic stays.
Nothing goes that sets a condition, denies or dates; no description goes that holds a number
or a name, or without which its noun says nothing (こと, 場合, 人, …).
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from types import MappingProxyType

from shiryo.drafting.wording.shorten import LIMIT, parts
from shiryo.facts.facts import facts
from shiryo.japanese.brackets import is_open
from shiryo.japanese.phrases import NOMINAL, Phrase, phrases
from shiryo.japanese.width import width
from shiryo.japanese.words import is_described, words

_CONDITION = re.compile(
    r"(?:ば|たら|だら|なら|ても|でも|とも|のに|場合[にはも]*|際[にはも]*|とき[にはも]*|時[にはも]*|限り|まで|"
    r"ない(?:よう)?[にで]?|なく|ず|ずに|(?<=[うくすつぬぶむるたい])と|[がけれど]|かどうか|か|より|以外|だけで)$"
)
_JOINS = re.compile(r"(?:とともに|と共に|と同時に|だけでなく|のみならず|[るた](?:中|なか)で)$")
"""Ends of clauses beside the last one."""
_LEADS_UP = re.compile(
    r"(?:ながら|つつ|ため|ために|ことで|により|によって|よう|ように|うえで|上で|"
    r"を通じて?|を通して|に向けて?|に伴い|に伴って|に応じて?|を踏まえて?|として|に加えて?|をはじめ|など|等|ほか|"
    r"中|ので|から|を目指し)$"
)
"""Ends of what gives means and reasons; that stays where it holds a name or a number."""
_STAYS = re.compile(
    r"ない|なく|なかっ|なけれ|ず|ぬ|ません|不可|禁|今後|現在|当初|将来|[来昨今先]年|によると|によれば|によっては"
)
_TOPIC = re.compile(r"[^、]{1,24}(?:では|には|とは|は)$")
_LONG_NOUN = 4
_HOLLOW = frozenset(files(__package__).joinpath("hollow.txt").read_text("utf-8").split())
"""Nouns that say nothing without what describes them."""
_PLAIN_BY_HEAD = re.compile(r"環境|体制|能力|方法|取り組み|取組|手段|機能|仕組み")
"""Those of them that an item's head tells of (計算資源の確保: 環境を用意する)."""


def last_clause(text: str) -> str:
    """Return ``text`` without the clauses that lead up to its last one, as few as need be."""
    found = parts(text)
    while len(found) > 1 and width("、".join(found)) > LIMIT:
        place = next((n for n, part in enumerate(found[:-1]) if _leads_up(part)), None)
        before = [part for part in found[: (place or 0) + 1] if not _is_topic(part)]
        if place is None or any(_STAYS.search(p) or _CONDITION.search(p) for p in before):
            break
        rest = "、".join(found[place + 1 :])
        if is_open(rest) or any(_is_leant_on(part, rest) for part in before):
            break
        found = [part for part in found[:place] if _is_topic(part)] + found[place + 1 :]
    return "、".join(found)


def _is_topic(part: str) -> bool:
    return bool(_TOPIC.fullmatch(part))


def _is_leant_on(part: str, rest: str) -> bool:
    """Tell whether ``rest`` takes what it speaks of from ``part`` (Aを開き、市民に配る)."""
    if part.endswith(("は", "が", "も")):
        return True
    had, has = _particles(part), _particles(_before_verb(rest))
    subject = {"が", "は", "も"}
    return bool(had & subject and not has & subject) or bool(had and not has)


def _particles(part: str) -> set[str]:
    return {w.surface for w in words(part) if w.surface in "をがはも" and w.pos == "助詞"}


def _before_verb(text: str) -> str:
    """Return ``text`` up to its first verb that describes no noun."""
    found = words(text)
    for place, word in enumerate(found):
        if word.pos in ("動詞", "形容詞") and not is_described(found[place + 1 :]):
            return "".join(w.surface for w in found[:place])
    return text


def _leads_up(part: str) -> bool:
    if _CONDITION.search(part) or _is_topic(part):
        return False
    if _JOINS.search(part):
        return True
    if _LEADS_UP.search(part):
        return not facts(part)
    last = words(part)[-1] if part else None
    if last is None:
        return False
    if last.surface == "で" and last.pos == "助動詞":
        return not facts(part)  # as likely where or by what as 〜であり
    joint = last.sub == "接続助詞" and last.surface in ("て", "で")
    if last.form == "連用形-ニ":
        return False  # how, not what
    return joint or (last.pos in ("動詞", "助動詞") and last.form.startswith("連用形"))


def _may_go(text: str, rest: str = "") -> bool:
    """Tell whether ``text`` can be spared beside ``rest``, which may have its names as well."""
    kept = {fact.value for fact in facts(rest)}
    lost = [fact for fact in facts(text) if fact.value not in kept]
    return not (_STAYS.search(text) or _CONDITION.search(text) or lost or is_open(text))


_VIEW = re.compile(
    r"^[^、「」は]{2,30}(?:を考えると|から(?:見る|みる|考える)と|の(?:面|観点|立場)から(?:も|は)?(?=、))、?"
)


def without_view(text: str) -> str:
    """Return ``text`` without the point of view that opens it (安全を考えると、…)."""
    found = _VIEW.match(text)
    return text[found.end() :] if found and _may_go(found[0].rstrip("と、")) else text


_ROW = re.compile(
    r"(?P<first>[^、や。「」（）()]{2,20})(?:、|や)[^。「」（）()]{0,100}?(?P<end>など|等)(?=[のをにがはでと、])"
)


def first_example(text: str) -> str:
    """Return ``text`` with only the first of a row of examples that ends in など."""
    if width(text) <= LIMIT:
        return text
    for match in _ROW.finditer(text):
        gone = text[match.end("first") : match.start("end")]
        is_row = words(match["first"])[-1].pos in NOMINAL
        if (
            is_row
            and all(w.pos in NOMINAL or w.surface in "、や・の" for w in words(gone))
            and _may_go(gone.strip("、や"))
        ):
            return text[: match.end("first")] + text[match.start("end") :]
    return text


def without_adjectives(text: str) -> str:
    """Return ``text`` with adjectives before nouns left out (大量な, 新しい), as few as need be."""
    return _fitted(text, "adjective")


def without_modifiers(text: str) -> str:
    """Return ``text`` with what describes nouns left out: clauses, then 〜の before long nouns."""
    for role in ("clause", "adjective", "の"):
        text = _fitted(text, role)
    return text


def without_described(text: str) -> str:
    """Return ``text`` with what describes nouns left out, as far as an item's head tells it."""
    return _fitted(text, "clause", headed=True)


def _fitted(text: str, role: str, *, headed: bool = False) -> str:
    while width(text) > LIMIT and (choices := list(_shorter(text, role, headed))):
        fitting = [c for c in choices if width(c) <= LIMIT]
        text = max(fitting, key=width) if fitting else min(choices, key=width)
    return text


def _shorter(text: str, role: str, headed: bool) -> Iterator[str]:
    """Yield ``text`` with one description of this role left out."""
    found = phrases(text)
    for end, phrase in enumerate(found[:-1]):
        following = found[end + 1]
        if phrase.role != role or not following.noun:
            continue
        told = headed and _PLAIN_BY_HEAD.fullmatch(following.lead)
        if following.lead in _HOLLOW and not told:
            continue
        if following.text.rstrip("、").endswith(("は", "が", "も")):
            continue  # of what is spoken of the description says which
        if role == "の" and following.size < _LONG_NOUN:
            continue
        if role == "adjective" and not _PRAISE.fullmatch(phrase.text):
            continue
        if role == "adjective" and end and _ARGUMENT.search(found[end - 1].text):
            continue
        start = _start(found, end) if role == "clause" else end
        if role == "adjective" and end and found[end - 1].role == "の":
            start = end - 1  # 質の高い
        if start and found[start - 1].text.endswith("も"):
            continue
        gone = "".join(p.text for p in found[start : end + 1])
        rest = "".join(p.text for p in found[:start] + found[end + 1 :])
        which = not (_is_named(found[end + 1 :]) or _within(gone, rest) or _EFFORT.search(gone))
        if role != "adjective" and which and not told:
            continue
        alone = start == end or "・" not in gone
        if alone and _may_go(gone, rest) and not _in_a_row(found[:start]):
            yield rest


def _is_named(following: Sequence[Phrase]) -> bool:
    """Tell whether the noun has a name of its own: it needs nothing to say which it is."""
    for phrase in following:
        if phrase.name or _ABBREVIATED.search(phrase.text):
            return True
        if not (phrase.noun and (phrase.role == "の" or phrase.bare)):
            return False
    return False


_ABBREVIATED = re.compile(r"[（(][A-Z][A-Za-z0-9]+[)）]")


def _within(gone: str, rest: str) -> bool:
    """Tell whether ``rest`` has all the words of ``gone``."""
    said = {w.base for w in words(rest)}
    return all(w.base in said for w in words(gone) if w.pos in _CONTENT)


_CONTENT = ("名詞", "動詞", "形容詞", "形状詞", "副詞")
_EFFORT = re.compile(
    r"(?<![^、])(?=[^、]*た$)[^、]*?(?:時間|年月|歳月|手間|労力|費用)をかけて[^、]{2}"
)
"""What says how much went into it, not which it is."""
_PRAISE = re.compile(
    r"(?:(?:大量|高品質|膨大|豊富|貴重|重要|優秀|様々|さまざま|多様|多彩|広範|急速|円滑|迅速|強力|密接|"
    r"画期的|抜本的|積極的|効果的|効率的|便利|身近|貴重|万全|丁寧|柔軟)[・、]?)+な|高い|幅広い|素晴らしい|良い|大きい"
)
"""Adjectives that say how good or how much; without them the same is meant."""
_ARGUMENT = re.compile(r"[にとでがをより]$")
"""What belongs to the adjective after it (処理に必要な)."""


def _start(found: Sequence[Phrase], end: int) -> int:
    """Return where the description that ends with phrase ``end`` starts."""
    start = end
    while start and not found[start - 1].text.endswith(("、", "は", "も")):
        start -= 1
    return start


def _in_a_row(before: Sequence[Phrase]) -> bool:
    """Tell whether what stands before goes on in a row (AやB、 〜したり、)."""
    if not before:
        return False
    last = before[-1]
    return last.text.endswith(("や", "と", "か", "・", "たり、", "や、", "と、", "など、")) or (
        last.text.endswith("、") and last.noun and last.text[-2] not in "はもがをにでて"
    )


def says_enough(text: str) -> bool:
    """Tell whether ``text`` fits and still says something."""
    fits = _LEAST <= width(text) <= LIMIT and not is_open(text) and not _LEFTOVER.search(text)
    return fits and not _two_objects(text)


def _two_objects(text: str) -> bool:
    """Tell whether two 〜を stand before one verb."""
    waiting = False
    for word in words(text.replace("を、", "、")):
        if word.pos == "動詞":
            waiting = False
        elif word.surface == "を" and word.pos == "助詞":
            if waiting:
                return True
            waiting = True
    return False


_LEAST = 12
_LEFTOVER = re.compile(
    r"[?？]|^(?:[（(・]|こと|もの|よう|ため|という)|を、[^、]*を[^をのへにで、]{1,8}$"
)
"""What shows that too much is gone: a question, no head at the start, an object without a verb."""

SPARE: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-view": without_view,
        "first-example": first_example,
        "drop-adjectives": without_adjectives,
        "drop-modifiers": without_modifiers,
        "drop-described": without_described,
    }
)
"""What takes away what can be spared, by the names that the log of a rewording gives it."""
