"""Statements: what the sentences of a section claim, each in words that can stand alone."""

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import takewhile

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import Block
from shiryo.drafting.select import chatter, relations, roles, salience, weight, worded
from shiryo.drafting.select.doubt import is_no_message, says_nothing
from shiryo.drafting.select.overtaken import is_overtaken
from shiryo.drafting.select.traits import ASKS
from shiryo.drafting.select.whole import names_speaker, stands_alone
from shiryo.drafting.wording import naming, pointers, shorten
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.steps import (
    DROP_CONNECTIVE,
    DROP_POINTER,
    is_endless,
    listed,
    replay,
)
from shiryo.facts.facts import unsupported
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.outline.model import line_ref
from shiryo.values import dataclass

_THEN = re.compile(r"(?:その|(?:その|この)ような|そういう|そんな)(?:際|場合|とき|時|ケース)")
"""How a sentence begins that says what is to be done if that of the one before it is so."""
_ANSWER = 10.0
"""Full-width characters below which a sentence only says yes or no, in few words."""
_FEW = 4
"""Words of such a sentence, if it has no yes or no in the end."""
_YES = re.compile(r"^[^、。]{0,12}(?:はい|いいえ|イエス|ノー|(?i:yes|no))[」』\"]?(?:だ|である)?$")
_ANSWERS = 15.0
"""The score of what answers."""
_LEANS = 1.0
"""What a statement is worth less that points back."""
_JOINT, _OWNER, _APART = -0.4, -1.5, 2
"""What such a sentence is worth more together with the one that it points to; what that is worth at
least; lines from one to the other at most, where that is a paragraph of its own."""
_IS_SO = re.compile(
    r"(?:でき(?:る|た)|可能|存在(?:する)?|(?:提供|用意|定義|設定|分類|指定)?され(?:る|ている)|求められる|必要(?:がある|になる|となる)?|ある)$"
)
"""How a sentence ends that says what is so for everybody …"""
_BEFORE, _MATTER = 3.0, 1.5
"""… what it is worth less before what is done in the article's own matter, and that one more."""
WORTH = 1.5
"""What a sentence's worth as the key of its section, and its wording, count beside all else."""
_ANSWER_OF = 1.5
"""What an answer counts beside what is asked right before it (では、どうすればよいか。…)."""
_OUTCOME = 0.8
"""What a result counts beside the trial that it came of (…を試みた。結果として…)."""
_NOTE = re.compile(r"※|[(（]?(?:注意?|補足|備考)[:：]")
"""How a sentence begins that is a note to another one, and so is the rest of its line."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, with the lines that it comes from."""

    text: str
    first: int
    last: int
    order: int
    """Its place in the section."""
    sentence: int
    """The place of its sentence in the section."""
    score: float
    """Its worth as the message; its sentence gives 1.0 on average."""
    how: tuple[str, ...]
    """The changes that made it from its sentence (`rewording.replay`)."""
    conceded: bool = False
    """Whether the sentence grants it only to say something else (〜が、…)."""
    leans: bool = False
    """Whether it points back to what stands before it."""
    aside: bool = False
    """Whether it may well say nothing of the matter: it is no message then."""
    turned: bool = False
    """Whether the next sentence turns against it (しかし、…)."""
    overtaken: bool = False
    """Whether it only leads to what one of the next sentences says (これまで…た。そこで、…)."""
    head: int = 0
    """The line of the heading that says what it speaks of; 0 if it does so itself."""
    joint: bool = False
    """Whether it is said with the sentence that it points back to."""
    whole: bool = False
    """Whether it is a compound sentence (〜が、…) whose clauses are claims, too: no message."""
    boxed: bool = False
    """Whether it is aside only as it stands in a box that comments on the text around it."""
    worth: float = 0.0
    """What its sentence is worth as the key of its section: 0.0 on average."""
    said: Sentence | None = None
    """Its sentence, without what only points to what follows."""
    joined: str = ""
    """Its text with the word that joins it to the sentence before it (しかし、…); "" if none."""
    opens: bool = False
    """Whether its paragraph begins with it."""
    beyond: bool = False
    """Whether a sentence before it in its paragraph points to what follows that (次のとおり)."""

    @property
    def refs(self) -> tuple[str, ...]:
        """Its lines, as ``from`` says them."""
        heads = (line_ref(self.head, self.head),) if self.head else ()
        return (line_ref(self.first, self.last), *heads)


def claims(
    sentences: Sequence[Sentence],
    heading: str,
    announcing: Collection[int] = (),
    title: str = "",
    *,
    joint: bool = False,
    opens: bool = False,
    own: frozenset[str] = frozenset(),
) -> list[Claim]:
    """Return what the sentences claim, in their order; questions and fragments claim nothing.

    An endless sentence neither: it says nothing in short. Of very many the most central do.
    ``announcing``: lines that lead in to a list or a table, and so say what the section is about.
    ``joint``: also what points back with what it points to, which can only be a message.
    ``opens``: nothing stands between the heading and the first sentence. ``own``: nouns by which
    the article speaks of its own matter (このアプリ).
    """
    sentences = worded.with_exceptions([s for s in sentences if not is_endless(s.text)], heading)
    sentences = _central(sentences, heading)
    bare = [replace(s, text=pointers.without_pointer(s.text)) for s in sentences]
    told = roles.told(bare, heading, title)
    found = _answer(sentences, heading, told[0].aside if told else 0.0)
    named = " ".join((heading, *sorted(own)))
    matter, cases = relations.matter(sentences, own), relations.cases(sentences)
    pointed = noted = False
    equals = relations.equals(sentences)
    for place, (sentence, role) in enumerate(zip(sentences, told, strict=True)):
        beyond = pointed and (not sentence.opens or bool(relations.COMMENTS.match(sentence.text)))
        goes_on = not sentence.opens and sentence.first == sentences[place - 1].first
        noted = _NOTE.match(sentence.text) is not None or (noted and goes_on)
        pointed = beyond or relations.POINTS.search(sentence.text) is not None
        if names_speaker(sentence.text, heading):
            found.append(_speaker(sentence, len(found), place))
            continue
        nothing = says_nothing(sentence.text, heading, role.aside)
        if nothing or relations.is_counted(sentences, place):
            continue
        before = "".join(s.text for s in sentences[max(0, place - relations.NEAR) : place])
        limited = place > 0 and relations.is_owned(sentences, place - 1)
        made = worded.wordings(sentence.text, heading, answers=limited)
        entire = worded.entire(sentence.text, made)
        overtaken, old = is_overtaken(sentences, place), relations.is_old(sentences, place)
        mends = place > 0 and relations.is_old(sentences, place - 1)
        for number, wording in enumerate((*made, *entire)):
            text = wording.text
            if stands_alone(text) and not unsupported(text, sentence.text):
                worth = 1.0 + WORTH * (role.worth + weight.of(text)) - 0.1 * number
                worth += 0.8 if sentence.first in announcing else 0.0
                worth -= 1.0 if wording.conceded else 0.0
                worth += _OUTCOME if relations.is_outcome(sentences, place) else 0.0
                worth += _ANSWER_OF * relations.is_answer(sentences, place)
                worth -= _BEFORE if place < matter and _IS_SO.search(text) else 0.0
                worth += _MATTER if place == matter > 0 else 0.0
                worth += _BEFORE * (mends - old)
                leans = weight.points_back(text, named, title, before)
                leans &= not (opens and place == 0 and weight.opens_under(text, heading))
                aside = is_no_message(sentence.text, heading, role.aside) or weight.counts_off(text)
                aside |= noted or place in cases
                aside |= place in equals
                aside |= (bool(cases) and worth < 0) or chatter.is_chatter(text)
                denied = relations.is_denied(
                    text, sentences[place + 1 : place + 1 + relations.NEAR]
                )
                aside |= denied
                granted = old or relations.is_granted(sentences, place)
                granted |= denied and _IS_SO.search(text) is not None
                leans |= place > 0 and (weight.explains(text) or weight.follows(sentence.text))
                worth -= _LEANS if leans else 0.0
                found.append(
                    Claim(
                        text, sentence.first, sentence.last, len(found), place, worth,
                        (*sentence.how, *wording.steps), wording.conceded or granted, leans, aside,
                        old or relations.is_turned(sentences, place), overtaken, sentence.head,
                        whole=wording in entire, joined=worded.joined(sentence.text, wording),
                        opens=sentence.opens, beyond=beyond, worth=role.worth, said=bare[place],
                    )
                )  # fmt: skip
        found += _joint(sentences, place, found) if joint else ()
    return found


def _speaker(sentence: Sentence, order: int, place: int) -> Claim:
    """Return who speaks as a point that stays, and is no message."""
    (text,), how = listed(sentence.text)
    return Claim(text, sentence.first, sentence.last, order, place, _ANSWERS, how, aside=True)


def _joint(sentences: Sequence[Sentence], place: int, found: Sequence[Claim]) -> list[Claim]:
    """Return a sentence that points back with the one before it, where a message holds both."""
    near = list(takewhile(lambda c: c.sentence >= place - 1, reversed(found)))
    near = [c for c in near if not c.whole]
    own = [c for c in near if c.sentence == place]
    owner = [c for c in near if c.sentence < place and not c.joint]
    if not (own and owner and own[0].leans) or owner[0].leans or owner[0].aside or own[0].aside:
        return []
    most = math.inf if _THEN.match(sentences[place].text) else own[0].score + _LEANS
    if not _OWNER <= owner[0].score <= most or weight.counts_off(own[0].text):
        return []
    before, sentence = sentences[place - 1], sentences[place]
    both = before.text.rstrip() + sentence.text
    first = (DROP_POINTER,) if DROP_POINTER in own[0].how else ()
    (text,), how = listed(both, first=first)
    if owner[0].turned:  # しかし、… stays beside what it turns against
        how = tuple(step for step in how if step != DROP_CONNECTIVE)
        text = replay(both, how)
    apart = before.closes and not (before.opens and sentence.first <= before.last + _APART)
    apart |= relations.is_elsewhere(sentences, place)
    if apart or before.how or width(text) > shorten.THREE or unsupported(text, both):
        return []
    worth = own[0].score + _LEANS + _JOINT + bool(_THEN.match(sentence.text))
    return [
        replace(
            own[0], text=text, first=owner[0].first, order=len(found), how=how, leans=False,
            score=worth, joint=True,
        )
    ]  # fmt: skip


def _central(sentences: Sequence[Sentence], heading: str) -> Sequence[Sentence]:
    """Return the most central of very many sentences: no section can say more of them."""
    most = limits.SECTION_SENTENCES
    if len(sentences) <= most:
        return sentences
    scores = salience.salience([s.text for s in sentences], heading)
    places = sorted(range(len(sentences)), key=lambda at: -scores[at])[:most]
    return [sentences[at] for at in sorted(places)]


def _answer(sentences: Sequence[Sentence], heading: str, aside: float) -> list[Claim]:
    """Return what answers a ``heading`` that asks: a terse yes or no with what is said of it.

    ``aside``: the chance that the first sentence is a greeting.
    """
    if not ASKS.search(heading) or len(sentences) < 2:
        return []
    first, second = sentences[:2]
    ((terse,), _), ((more,), _) = listed(first.text), listed(second.text)
    (text,), how = listed(first.text + second.text)
    few = width(terse) < _ANSWER and len(words(terse)) <= _FEW and aside <= roles.SURE
    says = few or _YES.search(terse) is not None
    fits = says and stands_alone(more) and width(text) <= shorten.MESSAGE
    if not fits or unsupported(text, first.text + second.text):
        return []
    return [Claim(text, first.first, second.last, 0, 0, _ANSWERS, how)]


def named(blocks: Sequence[Block]) -> Claim | None:
    """Return what the first lead-in that counts says when it names what it counts."""
    for lead, tops, text in naming.announcements(blocks):
        cited = "\n".join((lead.text, *(f"{b.label} {b.text}" for b in tops)))
        if naming.are_told(lead, tops) and not unsupported(text, cited):
            return Claim(text, lead.first, tops[-1].last, 0, 0, 2.0, (naming.STEP,))
    return None
