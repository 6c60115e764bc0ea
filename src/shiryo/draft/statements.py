"""Statements: what the sentences of a section claim, each in words that can stand alone."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shiryo.draft import salience, shorten
from shiryo.draft.rewording import rewordings
from shiryo.draft.sentences import Sentence
from shiryo.draft.style import is_polite
from shiryo.draft.words import words
from shiryo.outline.facts import facts, unsupported

LONGEST = 64.0
"""Full-width characters beyond which a clause is no statement of a slide."""

_TALK = re.compile(
    r"詳しくは|こちら$|幸い$|いただける|お願い|お待ちし|クリック|問い合わせ|ありがとう|ご存知|ご存じ|ご覧|お楽しみ|是非|ぜひ|(?:見て|考えて|紹介して)?いきましょう|紹介する$|解説する$|"
    r"まとめた$|見ていく$|(?:見て|考えて)みる$|(?:て|で)おきたい|お伝え|(?:以下|下記|次)の(?:通り|とおり|よう|\S{0,8}(?:がある|とおり)$)|"
    r"(?:以下|下記)(?:に|、|を|が)|(?:上|左|右|下)の(?:図|表|画像|写真)"
)
_FRAGMENT = re.compile(
    r"^(?:と(?:いった|いう|は|の)|などの?|こういった|ような|みたいな|(?:いいえ|はい|いや|ええ)[、。]|"
    r"[、。，）」』・【※*]|[^。、\s]{1,10}[:：])|https?://|\S@\S"
)
_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠々]")
_POINTS_BACK = re.compile(
    r"^(?:こ|そ|あ)(?:れ|の|こ|う|ちら)|^(?:彼|前者|後者|同様)|^(?:こう|そう)|以下|次の[0-9０-９]"
)
_HOLLOW = re.compile(
    r"ニュース|話題|飛び込|"
    r"(?:点|問題|課題|懸念|理由|不安|壁|もの|こと|特徴)(?:が|も)(?:いくつか|多く)?ある$"
)
"""What only announces that something is there."""
_QUESTION = re.compile(r"[?？]|(?:の|だろう|でしょう|る|た|い)か$")
_WHO_END = ("助詞", "接続詞", "連体詞", "接頭辞", "感動詞")
_SAYABLE_PARTICLES = ("だけ", "のみ", "など", "ほど", "まで", "ぐらい", "くらい")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, with the lines that it comes from."""

    text: str
    first: int
    last: int
    order: int
    """Its place in the section."""
    score: float
    """How central its sentence is; 1.0 is the average."""


def claims(
    sentences: Sequence[Sentence], heading: str, announcing: Collection[int] = ()
) -> list[Claim]:
    """Return what the sentences claim, in their order; questions and fragments claim nothing.

    ``announcing``: lines that lead in to a list or a table, and so say what the section is about.
    """
    scores = salience.salience([s.text for s in sentences], heading)
    found: list[Claim] = []
    for sentence, score in zip(sentences, scores, strict=True):
        for number, text in enumerate(r.text for r in rewordings(sentence.text)):
            if stands_alone(text) and not unsupported(text, sentence.text):
                opening = not found or found[0].first == sentence.first
                bonus = _bonus(text, first=opening) - 0.1 * number
                bonus += 0.8 if sentence.first in announcing else 0.0
                found.append(Claim(text, sentence.first, sentence.last, len(found), score + bonus))
    return found


def stands_alone(text: str) -> bool:
    """Tell whether ``text`` is a whole statement: with an end, closed brackets, no です・ます."""
    if shorten.width(text) < 6 or is_polite(text) or _TALK.search(text) or _QUESTION.search(text):
        return False
    if _FRAGMENT.match(text) or text.endswith(("、", "：", ":", "…", "・")):
        return False
    if any(text.count(a) != text.count(b) for a, b in ("「」", "『』", "（）", "()", "【】")):
        return False
    if len(_JAPANESE.findall(text)) < max(6, len(text) * 0.4):
        return False
    last = words(text)[-1]
    if last.pos in _WHO_END:
        return last.surface in _SAYABLE_PARTICLES
    if last.surface == "な" or re.fullmatch(r"「[^」]*」", text):
        return False
    return not last.form.startswith(("連用形", "未然形", "仮定形", "命令形", "連体形-ウ"))


def points_back(text: str) -> bool:
    """Tell whether ``text`` needs what stands before or after it to be understood."""
    return _POINTS_BACK.search(text) is not None


def _bonus(text: str, *, first: bool) -> float:
    """Return what speaks for a claim besides its words: its place, its facts, no pointing back."""
    bonus = 0.3 if first else 0.0
    bonus += 0.1 * min(3, len(facts(text)))
    bonus -= 0.5 if points_back(text) else 0.0
    bonus -= 0.3 if re.match(r"[^、はが]{1,15}も", text) else 0.0
    return bonus - (1.5 if _HOLLOW.search(text) else 0.0)


def key(found: Sequence[Claim]) -> Claim | None:
    """Return the most central claim that fits one line of 40, or the shortest if none does."""
    short = [c for c in found if shorten.width(c.text) <= shorten.LIMIT]
    if short:
        return max(short, key=lambda c: (c.score, -c.order))
    longer = [c for c in found if shorten.width(c.text) <= LONGEST]
    return min(longer, key=lambda c: (shorten.width(c.text), c.order), default=None)


def points(found: Sequence[Claim], message: Claim | None, most: int) -> list[Claim]:
    """Return up to ``most`` central claims beside the message, in their order, none said twice.

    Claims over 40 characters are taken only where there are fewer than two others.
    """
    rest = [c for c in found if c is not message and shorten.width(c.text) <= LONGEST]
    ranked = sorted(rest, key=lambda c: (-c.score, c.order))
    short = [c for c in ranked if shorten.width(c.text) <= shorten.LIMIT]
    longer = [c for c in ranked if shorten.width(c.text) > shorten.LIMIT]
    chosen: list[Claim] = []
    for claim in [*short, *longer]:
        said = [c.text for c in (*chosen, *([message] if message else []))]
        enough = len(chosen) >= (2 if claim in longer else most)
        if not enough and all(salience.overlap(claim.text, text) < 0.6 for text in said):
            chosen.append(claim)
    return sorted(chosen, key=lambda c: c.order)
