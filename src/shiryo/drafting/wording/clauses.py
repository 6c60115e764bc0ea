"""The clauses of a compound sentence, each as a statement of its own.

A sentence is split where a finite clause ends (〜が、 〜ものの、 〜のに対し、 〜し、) and where
a verb pauses (〜ており、 連用中止), as often as need be. Both halves keep their force: who says
so and what is spoken of are said of each, the tense of the end holds for both, and a modal end,
which may reach back, keeps them together; so does a noun at the end that clauses describe.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from shiryo import lazy_re as re
from shiryo.drafting.wording.shorten import LIMIT, without_conjunction
from shiryo.facts.losses import spoken
from shiryo.japanese import inflect
from shiryo.japanese.brackets import depth
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, is_described, words

_MODAL = re.compile(
    r"(?:必要(?:が|も|は)?(?:ある|ない)?|(?:なら|いけ)ない|ほしい|欲しい|可能|見込み|見通し|可能性(?:がある|もある)?|予定|方針|という|らしい|そう|よう|はず|しれない|わけ|べき|"
    r"たい|だろう|こと|もの|ため)(?:だ|である)?$"
    r"|(?<!\w)(?=\w++$)\w*?(?:求められ|でき|され|考え|思わ|みら|見ら|言わ|いわ)"
)
"""Endings whose force may reach back over the clauses before."""
_NAMED = re.compile(r"、(?:という|といった|との)")
"""After it comes what all the clauses before are part of."""
_SAYS_WHO = re.compile(r"[^、]{2,20}(?:によると|によれば|ベースでは|の調べで)、")


_FINITE = re.compile(r"(?:が|けれども?|ものの|のに対して?|し|一方で?)、")
"""What joins a finite clause to the next one …"""
_OR = re.compile(r"または|又は|もしくは|若しくは|あるいは|或いは|それとも")
"""After it comes the other of two that only hold together."""
_LEANS = re.compile(
    r"[こそ](?:れ(?!ぞれ|ら)|こ|う)|[こそ](?:れら)?の(?P<noun>[一-龠ァ-ヴーA-Za-z]+)"
)
"""How a clause begins that speaks of the one before it (…が、これを防ぐには…)."""
_BACK = re.compile(r"、?[こそ](?:こ(?:から|[にでへを])|れ[をにが])")
"""How it goes on behind its topic, likewise (…であり、道はそこから始まる)."""
_JOINS = re.compile(r"(?:し|一方で?)、")
"""… and says both alike: neither is only granted."""
_ENDS = ("終止形", "連体形")
_NOUN_OF_MODE = re.compile(
    r"(?:予定|方針|見込み|見通し|必要|可能性?|よう|はず|わけ)(?:だ|である)?$"
)
_TOPIC = re.compile(r"([^、はがをにで。「」]{2,14}は)(?:、|(?=[^、]))")
_SHORTEST = 8
_KEPT = 64
"""Texts whose clauses are remembered: which there are, and which are granted, is asked apart."""


def clauses(text: str) -> list[str]:
    """Split a long statement into its independent clauses, or return it alone.

    Each has a subject or topic of its own, takes over the one of the first clause, or has none in
    either half (国が制度を作り、…: a list of what is done).
    """
    return [clause for clause, _ in _split(text)]


def conceded(text: str) -> frozenset[int]:
    """Return which clauses of ``text`` (1, 2, …) it grants only to say something else (〜が、)."""
    return frozenset(n for n, (_, granted) in enumerate(_split(text), 1) if granted)


@lru_cache(_KEPT)
def _split(text: str) -> tuple[tuple[str, bool], ...]:
    together = _NAMED.search(text) or _is_described_noun(text)
    for place, ending, after, finite in () if together else _joints(text):
        if _OR.match(text, after):
            continue
        left, right = text[:place] + ending, without_conjunction(text[after:])
        said = _second(text, left, right, text[place:after], finite=finite)
        if said and min(width(left), width(right)) >= _SHORTEST:
            who = _SAYS_WHO.match(text)
            whole = (who[0] if who and not said.startswith(who[0]) else "") + said
            granted = finite and not _JOINS.fullmatch(text[place:after])
            return ((left, granted), *_rest(whole))
    return ((text, False),)


def _rest(text: str) -> tuple[tuple[str, bool], ...]:
    return _split(text) if width(text) > LIMIT else ((text, False),)


def _second(text: str, left: str, right: str, pause: str, *, finite: bool) -> str:
    """Return what the second clause says alone; empty if it leans on the first."""
    back, opening = _LEANS.match(right), _TOPIC.match(right)
    within = opening is not None and _BACK.match(right, opening.end())
    if within or (back and (back["noun"] or "") in left):
        return ""
    topic, topics = _TOPIC.match(left), [found for found in spoken(left) if found.topic]
    own = [found for found in spoken(right) if found.topic]
    if topics and own and _is_reported(right, own[-1].end):
        return ""
    both = len(topics) > 1 and not _is_reported(left, topics[0].end)
    if both and len(own) == 1 and finite:
        return topic[1] + right if topic and topics[0].end == topic.end(1) else ""
    goes_on = bool(topics) and not own
    if _has_subject(left) and _has_subject(right, first=not finite or goes_on):
        return right if finite or not _describes(right) else ""
    if topic and len(topics) == 1 and (finite or pause == "おり、") and not _has_subject(right):
        return topic[1] + right
    if not finite and not (_has_subject(left) or _has_topic(text)) and _is_deed(right):
        return right if _has_object(right) or not _has_object(left) else ""
    return ""


def _is_reported(text: str, end: int) -> bool:
    """Tell whether what is spoken of up to ``end`` may be so in somebody's words (…と話す)."""
    before, word, after = (words(text[end:])[n:] for n in range(3))
    return any(
        to.surface == "と"
        and to.sub == "格助詞"
        and of.form.startswith(_ENDS)
        and by.base != "いう"
        for of, to, by in zip(before, word, after, strict=False)
    )


def _is_described_noun(text: str) -> bool:
    """Tell whether ``text`` ends in a noun that a clause describes: all before it may do so."""
    if _NOUN_OF_MODE.search(text):
        return False
    found = list(words(re.sub(r"(?:だ|である)$", "", text)))
    while found and (found[-1].pos in ("名詞", "接尾辞") or found[-1].surface == "の"):
        found.pop()
    return 0 < len(found) < len(words(text)) and found[-1].form.startswith(_ENDS)


def _has_object(text: str) -> bool:
    return any(w.sub == "格助詞" and w.surface == "を" for w in words(text))


def _describes(text: str) -> bool:
    """Tell whether the first verb of ``text`` describes a noun: what precedes may do so too."""
    found = words(text)
    verbs = [n for n, word in enumerate(found) if word.pos in ("動詞", "形容詞")]
    return bool(verbs) and is_described(found[verbs[0] + 1 :])


def _has_topic(text: str) -> bool:
    return _has_subject(text) or any(w.sub == "係助詞" for w in words(text))


def _is_deed(text: str) -> bool:
    """Tell whether ``text`` says what is done, its only verb at its end: no clause of a noun."""
    found = words(text)
    before = found[:-1]
    if any(w.form.startswith("連体形") or w.pos == "接続詞" for w in before):
        return False
    objects = [w for w in before if w.sub == "格助詞" and w.surface in ("を", "に")]
    return bool(objects) and found[-1].form.startswith("終止形") and found[-1].pos == "動詞"


def _joints(text: str) -> Iterator[tuple[int, str, int, bool]]:
    """Yield where a clause ends, what completes it, where the next one starts; if it is finite."""
    inside, place = 0, 0
    found = words(text)
    modal, past = bool(_MODAL.search(text)), found[-1].conjugation == "助動詞-タ"
    for number, word in enumerate(found[:-2]):
        inside = max(inside + depth(word.surface), 0)
        before = found[number - 1] if number else word
        mark = _FINITE.match(text, place) if before.form.startswith(_ENDS) else None
        if inside == 0 and mark:
            copula = before.pos == "助動詞" and before.surface in ("だ", "な")
            yield place - copula, "", mark.end(), True
        elif (
            inside == 0
            and _pauses(found, number)
            and not modal
            and (past or _is_steady(word, found))
        ):
            yield place, _finite(word, past), place + len(word.surface) + 1, False
        place += len(word.surface)


def _is_steady(pause: Word, found: Sequence[Word]) -> bool:
    """Tell whether the verb that pauses means the same in its plain present.

    Where the end tells a state (〜ている, 〜だ), what led to it is over (予算が減り、…).
    """
    state = found[-1].base in ("いる", "だ", "ない", "ある") or found[-1].pos in ("形容詞", "名詞")
    return (
        not state
        or pause.base in ("ある", "いる", "おる", "できる", "する")
        or pause.base.endswith("れる")
    )


_PARTICLE_LIKE = (
    "加える", "伴う", "基づく", "よる", "応じる", "対する", "比べる", "関する", "あたる", "当たる",
    "限る", "先立つ", "続く", "向ける", "沿う", "際する", "通じる", "問う", "含める", "踏まえる",
    "除く", "する", "なる",
)  # fmt: skip
"""Verbs that, after a particle, only join (…に加え、…にあたり、…を通じ、…とし、)."""


def _pauses(found: Sequence[Word], number: int) -> bool:
    """Tell whether a verb in its conjunctive form ends a clause of its own here (連用中止)."""
    word = found[number]
    if (
        found[number + 1].surface != "、"
        or word.pos != "動詞"
        or not word.form.startswith("連用形")
    ):
        return False
    if word.base == "する" and number and found[number - 1].surface == "比較":
        return False
    after_particle = number > 0 and found[number - 1].surface in ("に", "を", "と", "は")
    return not (after_particle and word.base in _PARTICLE_LIKE)


def _finite(word: Word, past: bool) -> str:
    if word.base == "おる":
        return "いた" if past else "いる"
    return inflect.past(word) if past else word.base


def _has_subject(text: str, *, first: bool = False) -> bool:
    """Tell whether ``text`` has a subject or topic (``first``: before any verb)."""
    inside, before = 0, ""
    for word in words(text):
        inside = max(inside + depth(word.surface), 0)
        if first and word.pos == "動詞":
            return False
        if inside == 0 and (
            (
                word.sub == "係助詞"
                and word.surface in ("は", "も")
                and before not in ("に", "と", "で")
            )
            or (word.sub == "格助詞" and word.surface == "が")
        ):
            return True
        before = word.surface
    return False
