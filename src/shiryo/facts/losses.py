"""What a shorter wording of a sentence leaves out although its truth hangs on it.

Both are laid beside each other, part by part. The wording may lack much as long as it has what is
spoken of (the last topic, or the subject where there is none), of whom and in which case it is
said, all of a condition, and what tells how sure a number is. What belongs to another clause of the
sentence may go with it.
"""

from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from functools import lru_cache
from typing import Literal

from shiryo import lazy_re as re
from shiryo.facts import modality
from shiryo.facts.bearings import CONDITION, TIME
from shiryo.japanese.brackets import CALLED, depth
from shiryo.japanese.words import Word, is_described, words
from shiryo.values import dataclass

Kind = Literal["subject", "restriction", "condition", "hedge", "predicate"]
_KEPT = 1024
"""How many pairs of texts are remembered: a sentence is compared with each of its wordings."""
_TOLD = 4096
"""How many texts are whose topics were asked for."""
_GRANTS = (
    r"(?:(?<=[すだたるいうくぐむぬぶつん])(?:が|けれども?|のに対して?|にもかかわらず)|"
    r"ものの|とはいえ)"
)
_GRANTED = re.compile(rf"[ぁ-ん]{{0,8}}?{_GRANTS}、")
_BREAK = re.compile(rf"(?:{_GRANTS}|一方で?|(?<=[るたいだす])し)、$")
"""How a part ends that says something of its own."""
_RESTRICTS = re.compile(
    r"(?:に対し(?:て)?|において|における|について|に関し(?:て)?|に関する|に限[りっる](?:て)?|にとって|"
    r"に応じて?|を除[いき](?:て)?|以外|のうち|の[なか中]で|(?<=[のなるたい])(?:場合|とき|際)|ごとに?|限り|"
    r"[でに]は(?!な|あ)|からは)(?:は|も|に|の)?"
)
"""Of whom, of what, in which case something is said."""
_ADJUNCT = re.compile(rf"{_RESTRICTS.pattern}$")
_WHEN = re.compile(
    rf"(?:{TIME.pattern}|[\d一二三四五六七八九十元](?:年度?|か?月|日|時|分|期|週)(?:間|頃|ごろ|末|中)?)$"
)
_IF = re.compile(
    r"(?<!例)(?<!たと)[えけげせてねべめれ]ば|(?<=[っんい])[ただ]ら|なら(?=[、ば])|場合"
)
_UNSURE = re.compile(
    r"二次情報|[未不]確|確認(?:中|待ち|できず)|速報|暫定|推[定計測]|見込|見通し|予[定想測]|概[数算]|試算|目[標安]|仮|案|"
    r"調べ|調査|集計|発表|による|同社|自社|自称|非公式|伝聞|噂|うわさ|税[抜込別]|除[くき]|含[むみ]|限[るり定]|のみ|(?<!いた)だけ|"
    r"以外|場合|ただし|当時|時点|現在|前年|比$|最大|最小|平均|延べ|とされ|という|らしい|可能性|おそれ|恐れ"
)
"""What a bracket says of how sure, whose, or of how much something is."""
_BRACKET = re.compile(r"\([^()]*\)")
_COUNTED = re.compile(r"\d[^\d、。()]{0,3}$")
_GOES_ON = re.compile(r"(?:と(?![もくりきこどてっ]|い[うえ]?ば|は[いか])|との|って|らしい|などと)")
"""How a part begins that has no sense without the clause before its pause."""
_JOINS = ("したがって", "従って", "よって", "実際には", "具体的には")
"""Parts that only join a sentence to the one before it, though they look like more."""
_HELD = 0.34
"""Share of the letters of a part from which on a wording has it."""
_NOUN = 12
"""Letters from which on what ends a sentence is more than a noun: what is said of its topic."""
_COPULAS = ("", "だ", "です", "である", "であります", "でした", "だった")
_SIGNS = re.compile(r"^\W+|\W+$")
_HOLLOW = ("こと", "もの", "事", "物", "必要", "可能性")
"""Nouns that only carry a predicate (読むことができる)."""
_NOMINAL = ("名詞", "接尾辞", "接頭辞", "形状詞")
_PREDICATE = ("動詞", "形容詞", "形状詞")


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two pauses of a sentence."""

    start: int
    text: str
    has: tuple[bool, ...]
    """Which of its letters the wording has."""

    @property
    def is_gone(self) -> bool:
        return sum(self.has) < _HELD * len(self.has)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a sentence speaks of."""

    noun: str
    whole: str
    """The noun with others before it (東の窓口)."""
    end: int
    """Where its particle ends."""
    topic: bool
    """Whether it is a topic (は), else a subject (が)."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a reader has before him beside a sentence."""

    statement: str
    """All of which the sentence is part, such as a row of a table."""
    heads: tuple[str, ...] = ()
    """What it stands under."""

    def names(self, subject: Spoken, meant: str) -> bool:
        """Tell whether a reader knows that this, a subject of ``meant``, is spoken of."""
        before, noun = meant[: subject.end - 1], subject.noun
        heads = (head for head in self.heads if noun in head)
        if any(len(head) <= 2 * len(noun) or before.endswith(head) for head in heads):
            return True
        if noun.endswith("さ") and re.search(
            rf"{re.escape(noun[:-1])}[いくけかし]", self.statement
        ):
            return True
        alone = sum(other.noun == noun for other in spoken(meant)) == 1
        return (noun if alone else subject.whole) in self.statement


def lost(said: str, meant: str, read: Read) -> Iterator[tuple[Kind, str]]:
    """Yield what ``said`` lacks of ``meant``, the sentence that it was made from, by kind.

    All are without spaces.
    """
    blocks = matching(said, meant)
    if not blocks:
        return
    end = blocks[-1].a + blocks[-1].size
    has = [False] * len(meant)
    for block in blocks:
        has[block.a : block.a + block.size] = [True] * block.size
    known = read.statement
    yield from (("hedge", text) for text in _hedges(meant, has, end) if text[1:-1] not in known)
    if _is_bare(said) and (len(said) <= _NOUN or meant[end:] not in _COPULAS):
        return
    parts = list(_parts(meant[:end], has))
    breaks = [n for n, part in enumerate(parts) if part.is_gone and _BREAK.search(part.text)]
    own = parts[breaks[-1] + 1 :] if breaks else parts
    subject = _subject(meant, own[0].start if own else end, end)
    if subject and not read.names(subject, meant) and (subject.topic or not spoken(said)):
        yield "subject", subject.whole
    yield from _parted(own, known)


def granted(said: str, meant: str) -> str:
    """Return what ``meant`` says after having granted ``said`` (…が、…); empty if it does not."""
    blocks = matching(said, meant)
    if not blocks or blocks[-1].b + blocks[-1].size < len(said) - 4:
        return ""
    found = _GRANTED.match(meant, blocks[-1].a + blocks[-1].size)
    return meant[found.end() :] if found else ""


@lru_cache(_KEPT)
def matching(said: str, meant: str) -> tuple[Match, ...]:
    """Return what two sentences have in common, in order; single letters are chance."""
    found = SequenceMatcher(None, meant, said, autojunk=False).get_matching_blocks()
    return tuple(block for block in found if block.size > 1)


def _hedges(meant: str, has: Sequence[bool], end: int) -> Iterator[str]:
    """Yield the brackets behind words that are there, if they limit those."""
    for found in _BRACKET.finditer(meant):
        before = meant[: found.start()]
        near = found.start() <= end or "、" not in meant[end : found.start()]
        if not near or not before or not has[min(found.start(), end) - 1]:
            continue
        if CALLED.fullmatch(found[0]):
            continue
        if _UNSURE.search(found[0][1:-1]) or _COUNTED.search(before):
            yield found[0]


@lru_cache(_KEPT)
def _is_bare(text: str) -> bool:
    """Tell whether ``text`` states nothing: a name, a noun, a heading."""
    found = words(text)
    tells = any(w.pos == "助詞" and w.surface in "はがをにでも" for w in found)
    return not tells and (not found or found[-1].pos not in ("動詞", "形容詞", "助動詞"))


def _parts(text: str, has: Sequence[bool]) -> Iterator[_Part]:
    start = inside = 0
    for place, sign in enumerate(text):
        inside += depth(sign)
        if sign == "、" and inside <= 0:
            yield _Part(start, text[start : place + 1], tuple(has[start:place]))
            start = place + 1
    if start < len(text):
        yield _Part(start, text[start:], tuple(has[start : len(text)]))


def _subject(meant: str, start: int, end: int) -> Spoken | None:
    """Return what the clause from ``start`` to ``end`` speaks of.

    It is the last topic; in a clause without one its own subject, or the topic before it.
    """
    before = [found for found in spoken(meant) if found.end <= end]
    own = [found for found in before if found.end > start]
    for found in ([s for s in own if s.topic], own, [s for s in before if s.topic], before):
        if found:
            return found[-1]
    return None


@lru_cache(_TOLD)
def spoken(text: str) -> tuple[Spoken, ...]:
    """Return what a sentence speaks of, in its order."""
    return tuple(_found(words(text)))


def _found(found: Sequence[Word]) -> Iterator[Spoken]:
    """Yield topics and subjects; none in brackets, none of a clause that describes a noun."""
    inside = end = 0
    for number, word in enumerate(found):
        inside += depth(word.surface)
        end += len(word.surface)
        if inside > 0 or word.pos != "助詞" or word.surface not in ("は", "が"):
            continue
        noun = _noun(found[:number])
        topic = word.sub == "係助詞" and not TIME.fullmatch(noun)
        if (
            noun
            and noun not in _HOLLOW
            and (topic or (word.sub == "格助詞" and _is_main(found[number + 1 :])))
        ):
            yield Spoken(noun, _chain(found[:number], noun), end, topic)


_HEAD = re.compile(r"[^、はがをにでも]{1,12}の\Z")
_WORD = re.compile(r"\w")


def _chain(before: Sequence[Word], noun: str) -> str:
    """Return ``noun``, which ends ``before``, with what の joins to it."""
    text = "".join(word.surface for word in before)
    place = text.rfind(noun)
    if place < 0 or _WORD.search(text, place + len(noun)):
        return noun
    head = _HEAD.search(text, 0, place)
    return head[0] + noun if head else noun


def _noun(before: Sequence[Word]) -> str:
    """Return the noun that ends ``before``, or the clause that の makes one."""
    if before and before[-1].sub in ("準体助詞", "副助詞"):
        return "".join(w.surface for w in before[-3:])
    noun = ""
    for word in reversed(before):
        if not noun and word.surface.isspace():
            continue
        if word.pos not in _NOMINAL and word.surface not in "「」『』・":
            break
        noun = word.surface + noun
    return _SIGNS.sub("", noun)


def _is_main(after: Sequence[Word]) -> bool:
    """Tell whether the predicate after a subject ends a clause of the sentence itself."""
    place = next((n for n, word in enumerate(after) if word.pos in _PREDICATE), None)
    if place is None:
        return True
    return not (after[place].form.startswith("仮定形") or is_described(after[place + 1 :]))


def _parted(parts: Sequence[_Part], known: str) -> Iterator[tuple[Kind, str]]:
    """Yield what is gone of the parts of a clause, though the rest of it is true only with it."""
    depends = [n for n, part in enumerate(parts) if not part.is_gone and _IF.search(part.text)]
    for number, part in enumerate(parts):
        text = part.text.rstrip("、")
        if text in _JOINS:
            continue
        if not part.is_gone or number == len(parts) - 1:
            yield from (("restriction", found) for found in _inside(part, _RESTRICTS, known))
            yield from (("condition", found) for found in _inside(part, _IF, known))
        elif _sets(part.text):
            yield "condition", text
        elif (found := _ADJUNCT.search(text)) and _limits(text[: found.start()], known):
            yield "restriction", text
        elif depends and number < depends[-1] and any(w.pos in _PREDICATE for w in words(text)):
            yield "condition", text
        elif _GOES_ON.match(parts[number + 1].text if number + 1 < len(parts) else ""):
            yield "predicate", text


def _limits(noun: str, known: str) -> bool:
    """Tell whether ``noun`` is neither a time, of which `bearings` knows, nor これ, nor known."""
    return noun not in ("", "これ", "それ") and not _WHEN.search(noun) and noun[-3:] not in known


def _sets(part: str) -> bool:
    """Tell whether a part sets a condition for what follows it."""
    ends = any(found.end() >= len(part) - 1 for found in CONDITION.finditer(part))
    return ends and not modality.ACCORDING.search(part)


def _inside(part: _Part, pattern: re.Pattern[str], known: str) -> Iterator[str]:
    """Yield what of ``pattern`` is gone, with its noun, from a part of which the rest is there."""
    for found in pattern.finditer(part.text):
        before = part.text[: found.start()]
        gone = not any(part.has[max(0, found.start() - 2) : found.end()])
        if gone and _limits(before, known):
            yield before[-2:] + found[0]
