"""Shorter wordings of a sentence that say nothing else.

Every step takes something away that can be spared: a leading conjunction, a bracket, an adverb of
emphasis, a clause that gives the circumstances. Nothing goes that holds a number, a name or a
negation, that says who says so, when, or on which condition.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from shiryo.draft import inflect
from shiryo.draft.style import plain
from shiryo.draft.words import Word, words
from shiryo.outline.facts import facts

LIMIT = 40.0
"""Full-width characters of a key message or a bullet."""

_OPEN, _CLOSE = "「『（([【“", "」』）)]】”"
_LEADING = re.compile(
    r"(?:実は|もちろん|まず|次に|最後に|ちなみに|その結果|結果として|このように|加えて|さらに|とはいえ|"
    r"つまり|要するに|それでは|そのため|このため|一方で|一方|なお|また|しかし|しかしながら|ただし|ただ|"
    r"そこで|そして|だから|したがって|すなわち|ところが|しかも|だが|それでも|なので|ですが|ですから)[、，,]\s*"
)
_BRACKET = re.compile(r"[（(]([^（()）]*)[)）]")
_EMPHASIS = re.compile(
    r"どんどん|しっかりと?|まさに|やはり|とても|非常に|きわめて|極めて|大いに|ぜひ|実際に"
)
_WORDY = (
    (re.compile(r"することができ(?=[るたなず])"), "でき"),
    (re.compile(r"ということになる$"), "ことになる"),
    (re.compile(r"(?<=[うくすつぬむぶるたい])わけだ?$"), ""),
    (re.compile(r"(という(?:声|意見|指摘|見方|懸念|批判|話|考え))も$"), r"\1もある"),
)
_CIRCUMSTANCE = re.compile(
    r"(?:[るたい]中で|[るたい]なかで|ながら|つつ|に伴い|に伴って|とともに|[るた]上で|[るた]うえで)$"
)
_REASON = re.compile(r"(?:[るたいな]ため|[るたいな]ので|[るたい]から)$")
_CLAUSE = re.compile(
    r"(?<!とし)(?<!にとっ)(?<!によっ)(?<!に対し)(?<!につい)(?<!に関し)(?<!におい)(?<!に比べ)て$"
)
_STAYS = re.compile(
    r"ない|なく|なかっ|なけれ|ず|ぬ|不|無|非|によると|によれば|ベースでは|今後|現在|現時点|当初|"
    r"これまで|将来|来年|昨年|今年|先月|今月|来月"
)
_MODAL = re.compile(
    r"(?:必要(?:が|も|は)?(?:ある|ない)?|(?:なら|いけ)ない|ほしい|欲しい|求められ\w*|でき\w*|可能|見込み|見通し|可能性(?:がある|もある)?|予定|方針|という|らしい|そう|よう|はず|しれない|わけ|べき|"
    r"(?:と|が)?(?:され|考え|思わ|みら|見ら|言わ|いわ)\w*|たい|だろう|こと|もの|ため)(?:だ|である)?$"
)
"""Endings whose force may reach back over the clauses before."""
_SAYS_WHO = re.compile(r"[^、]{2,20}(?:によると|によれば|ベースでは|の調べで)、")


def width(text: str) -> float:
    """Return the length of ``text`` in full-width characters."""
    return sum(1.0 if unicodedata.east_asian_width(c) in "WFA" else 0.5 for c in text)


def statement(sentence: str) -> str:
    """Return ``sentence`` as a statement: plain style, no leading conjunction, no final stop."""
    text = plain(_without_conjunction(sentence.strip())).rstrip("。．！!").strip()
    for pattern, wording in _WORDY:
        text = pattern.sub(wording, text)
    return text


def shorten(text: str, limit: float = LIMIT) -> str:
    """Return a statement shortened until it fits ``limit``, or as far as is safe."""
    for step in (_without_brackets, _without_emphasis, _without_reasons, _without_circumstances):
        if width(text) <= limit:
            break
        text = step(text)
    return text


def clauses(text: str) -> list[str]:
    """Split a long statement into its independent clauses, or return it alone.

    Both parts have a subject of their own; who says so is said of each.
    """
    for place, finite, after in _joints(text):
        left, right = text[:place] + finite, text[after:]
        first = bool(finite)  # a pause may lie inside a clause that qualifies a noun further on
        if (
            _has_subject(left)
            and _has_subject(right, first=first)
            and min(width(left), width(right)) >= 8
        ):
            who = _SAYS_WHO.match(text)
            right = _without_conjunction(right)
            return [left, *clauses((who[0] if who else "") + right)]
    return [text]


def _joints(text: str) -> Iterator[tuple[int, str, int]]:
    """Yield where a finite clause ends, what completes it, and where the next one starts."""
    depth, place = 0, 0
    found = words(text)
    modal, past = bool(_MODAL.search(text)), text.endswith(("た", "だ"))
    for number, word in enumerate(found[:-2]):
        depth += sum((c in _OPEN) - (c in _CLOSE) for c in word.surface)
        following = found[number + 1].surface
        end = place + len(word.surface) + len(following)
        if depth == 0 and following == "、":
            if word.sub == "接続助詞" and word.surface in ("が", "けれど", "けれども", "し"):
                copula = number > 0 and found[number - 1].surface == "だ"
                yield place - copula, "", end
            elif _pauses(found, number) and not modal:
                yield place, _finite(word, past), end
        place += len(word.surface)


_PARTICLE_LIKE = (
    "加える", "伴う", "基づく", "よる", "応じる", "対する", "比べる", "関する", "あたる", "当たる",
    "限る", "先立つ", "続く", "向ける", "沿う", "際する", "通じる", "問う", "含める", "踏まえる",
    "除く", "する", "なる",
)  # fmt: skip
"""Verbs that, after a particle, only join (…に加え、…にあたり、…を通じ、…とし、)."""


def _pauses(found: Sequence[Word], number: int) -> bool:
    """Tell whether a verb in its conjunctive form ends a clause of its own here (連用中止)."""
    word = found[number]
    if word.pos != "動詞" or not word.form.startswith("連用形"):
        return False
    after_particle = number > 0 and found[number - 1].surface in ("に", "を", "と", "は")
    return not (after_particle and word.base in _PARTICLE_LIKE)


def _finite(word: Word, past: bool) -> str:
    if word.base == "おる":
        return "いた" if past else "いる"
    return inflect.past(word) if past else word.base


def _has_subject(text: str, *, first: bool = False) -> bool:
    """Tell whether ``text`` has a subject or topic (``first``: before any verb)."""
    depth = 0
    for word in words(text):
        depth += sum((c in _OPEN) - (c in _CLOSE) for c in word.surface)
        if first and word.pos == "動詞":
            return False
        if depth == 0 and (
            (word.sub == "係助詞" and word.surface in ("は", "も"))
            or (word.sub == "格助詞" and word.surface == "が")
        ):
            return True
    return False


def _without_conjunction(text: str) -> str:
    shorter = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
    first = words(shorter[:12])[:2] if shorter else ()
    if len(first) == 2 and (first[0].pos == "接続詞" or first[0].surface == "さらに"):
        rest = shorter[len(first[0].surface) :].lstrip("、 ")
        if first[1].pos in ("名詞", "補助記号", "接頭辞", "代名詞"):
            return rest
    return shorter


def _without_brackets(text: str) -> str:
    return _BRACKET.sub(lambda m: m[0] if facts(m[1]) or _STAYS.search(m[1]) else "", text)


def _without_emphasis(text: str) -> str:
    return _EMPHASIS.sub("", text)


def _without_reasons(text: str) -> str:
    return _without(text, lambda part: bool(_spare(part)))


def _spare(part: str) -> bool:
    if facts(part) or _STAYS.search(part) or "は" in part:
        return False
    return bool(_REASON.search(part) or (_CLAUSE.search(part) and "が" not in part))


def _without_circumstances(text: str) -> str:
    return _without(text, lambda p: bool(_CIRCUMSTANCE.search(p)) and not _STAYS.search(p))


def _without(text: str, spare: Callable[[str], bool]) -> str:
    """Leave out the parts between commas that can be spared; the last one always stays."""
    parts = _parts(text)
    kept: list[str] = []
    for part in parts[:-1]:
        if not spare(part) or (kept and _leans_on_next(kept[-1])):
            kept.append(part)
    return "、".join([*kept, parts[-1]])


def _leans_on_next(part: str) -> bool:
    """Tell whether ``part`` qualifies, or is in a row with, what follows its comma."""
    last = words(part)[-1] if part else None
    if last is None or last.surface in ("の", "と", "や", "か", "も"):
        return True
    return last.pos in ("名詞", "連体詞", "接続詞") or last.form.startswith(("終止形", "連体形"))


def _parts(text: str) -> list[str]:
    """Split at commas outside brackets and quotation marks."""
    parts, depth, start = [], 0, 0
    for place, sign in enumerate(text):
        depth += (sign in _OPEN) - (sign in _CLOSE)
        if sign == "、" and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    return [*parts, text[start:]]
