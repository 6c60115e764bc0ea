"""What speaks for each sentence of a section as its message, and against it (`roles`)."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from shiryo import lazy_re as re
from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.looks import Looks, topic
from shiryo.drafting.select.manner import manner
from shiryo.drafting.wording.sentences import Sentence
from shiryo.japanese.width import width

ROLES = (
    "claim", "decision", "definition", "reason", "number", "contrast", "example", "concession",
    "background", "announcement", "about-the-document", "formula", "furniture", "advertisement",
)  # fmt: skip
ASIDE = 9
"""From this role on nothing is said of the matter itself."""
_CLAIM, _DECISION, _DEFINITION = 0, 1, 2
_SAYS = 3
"""The roles before this one say the matter itself: a claim, a decision, a definition."""
_OWN = (
    "of heading", "of title", "number", "date", "name", "has は", "has が", "has も",
    "asks", "shouts", "points on", "points back", "I", "you", "but", "so", "instance", "grants",
    "counts", "if", "because", "trails off", "label", "stops", "calls", "asks for", "sends",
    "will tell", "has told", "writing", "points around", "bracketed", "marked", "markup", "digit",
)  # fmt: skip
"""Looks that choose the key sentence, too."""
_NEIGHBOURS = ("so", "points back", "instance", "because", "asks", "grants", "but", "if")
"""Looks of the sentences around that do."""
_ENDS = {
    "copula": r"(?:です|だ|である|であった|でした)$",
    "noun": r"[一-龠ァ-ヴー]$",
    "past": r"(?:た|でした)$",
    "denies": r"(?:ない|ません)$",
    "may": r"かもしれ(?:ない|ません)$|(?:こと|場合|可能性)[がも](?:ある|あります|あり得る)$",
    "exists": r"[がも](?:ある|あります|いる|います|存在する|存在します|多い|多いです)$",
    "can": r"でき(?:る|ます)$|可能(?:だ|です|である)?$",
    "must": r"べき|必要|なければ|ねば|重要|大切|ください|下さい|ましょう|推奨|すすめ|こと$",
}
_BEGINS = {
    "adds": r"なお|また|さらに|もう[一1]つ|次に|つ[づぎ]いて|続[いけ]て|他に|ほかに|加えて|その他|"
    r"ちなみに|それから",
    "sums up": r"つまり|このように|以上|要する|すなわち|結局|結果|したがって|従って|よって|"
    r"まとめると|総じて",
    "ours": r"この(?!よう|ため|場合|時|とき|中|うち|他|ほか)[^、。はがを]{1,12}(?:で?は|が|の目的)|"
    r"[本当][一-龠ァ-ヴ]|弊社|私たち|我々|わたしたち",
}
SAID_BY = {
    **{name: re.compile(pattern) for name, pattern in _ENDS.items()},
    **{name: re.compile(rf"^(?:{pattern})") for name, pattern in _BEGINS.items()},
}
_AIMS = re.compile(
    r"目的(?:は|と[しす]|で(?:ある|す))|目指[しす]|^(?:本|今回の?)[一-龠ァ-ヴー]{2,6}(?:では|は|の)"
)
"""What is meant to be done, by the writer or in what is written of."""
_IS = ("may", "exists", "can")
"""How a sentence ends that only says what there is, and what may be done."""
ACTS = re.compile(r"(?:[うくすつぬぶむるい]|ない)$")
"""A heading that says what is to be done."""
ASKS = re.compile(r"[?？]$|[かは][。?？]*$")
"""A heading that asks."""
_NAMES = re.compile(r"とは[?？]?$|について$|概要$|は[?？]?$")
"""A heading that asks what something is."""
CALLS = re.compile(r"(?:よう|[おこそとのもろごぼ]う)[。！!]*$")
"""A heading that calls its reader to something (…を決めよう)."""
_SINGLE = 0.8
"""Paragraphs for each sentence from which on every sentence is one."""
_SHORT, _LONG = 20.0, 100.0
"""Full-width characters of a sentence that says little, and of one that no message holds."""


def traits(
    sentences: Sequence[Sentence],
    seen: Sequence[Looks],
    chances: Sequence[Sequence[float]],
    heading: str,
    title: str = "",
) -> list[Looks]:
    """Return what speaks for each sentence, and against it, as the message of its section."""
    whose = [*_own(sentences, seen, chances, heading, title)]
    return [
        {**own, **among, **around, **along, **place}
        for own, among, around, along, place in zip(
            whose,
            _among(sentences, chances, heading),
            _around(seen, chances),
            _along(sentences, whose),
            _place(sentences, chances, heading),
            strict=True,
        )
    ]


def _own(
    sentences: Sequence[Sentence],
    seen: Sequence[Looks],
    chances: Sequence[Sequence[float]],
    heading: str,
    title: str,
) -> Iterator[Looks]:
    """Yield what a sentence is and says, and how that goes with the heading and the title."""
    under, above = topic(heading), topic(title)
    for sentence, look, chance in zip(sentences, seen, chances, strict=True):
        said = sentence.text.rstrip("。！!")
        subject = topic(said.partition("は")[0]) if "は" in said else frozenset[str]()
        must = float(SAID_BY["must"].search(said) is not None)
        yield {
            **dict(zip(ROLES, chance, strict=True)),
            **{name: look[name] for name in _OWN if name in look},
            **{name: float(how.search(said) is not None) for name, how in SAID_BY.items()},
            **manner(sentence.text),
            "strong": float(sentence.strong),
            "terse": float(width(said) < weight.TERSE),
            "hollow": float(weight.HOLLOW.search(said) is not None),
            "leans": float(weight.points_back(said, heading)),
            "explains": float(weight.explains(said)),
            "aside": sum(chance[ASIDE:]),
            "heading is topic": float(bool(under & subject)),
            "topic is heading": len(subject & under) / max(1, len(subject)),
            "topic is title": float(bool(subject & above)),
            "claim under acts": chance[_CLAIM] * bool(ACTS.search(heading)),
            "past under acts": float(bool(SAID_BY["past"].search(said) and ACTS.search(heading))),
            "done under acts": chance[_DECISION] * bool(ACTS.search(heading)),
            "must under acts": must * bool(ACTS.search(heading)),
            "claim under a question": chance[_CLAIM] * bool(ASKS.search(heading)),
            "definition under a name": chance[_DEFINITION] * bool(_NAMES.search(heading)),
            "strong and says": sentence.strong * sum(chance[:_SAYS]),
            "claim with numbers": chance[_CLAIM] * look.get("number", 0.0),
            "aims": float(_AIMS.search(said) is not None),
            "calls under calls": float("calls" in look and CALLS.search(heading) is not None),
            "decision under calls": chance[_DECISION] * (CALLS.search(heading) is not None),
            **dict(_length(width(said))),
        }


def _length(characters: float) -> Iterator[tuple[str, float]]:
    """Yield how long a sentence is."""
    yield "length", math.log1p(characters)
    yield "short", max(0.0, 1 - characters / _SHORT)
    yield "long", float(characters > _LONG)


def _among(
    sentences: Sequence[Sentence], chances: Sequence[Sequence[float]], heading: str
) -> Iterator[Looks]:
    """Yield how a sentence stands out among all of them: in what it does, and in its words."""
    central = salience.salience([sentence.text for sentence in sentences], heading)
    says = [sum(chance[:_SAYS]) for chance in chances]
    most = [max(row, default=0.0) for row in (says, central, *zip(*chances, strict=True))]
    bags = [topic(sentence.text) for sentence in sentences]
    first = {word: at for at, bag in reversed([*enumerate(bags)]) for word in bag}
    last = {word: at for at, bag in enumerate(bags) for word in bag}
    best = list(accumulate(says, max, initial=0.0))
    under = topic(heading)
    named = max((len(bag & under) for bag in bags), default=0)
    for at, bag in enumerate(bags):
        new = [word for word in bag if first[word] == at]
        yield {
            "central": central[at],
            "says less": says[at] - most[0],
            "less central": central[at] - most[1],
            "less of a claim": chances[at][_CLAIM] - most[2 + _CLAIM],
            "less of a decision": chances[at][_DECISION] - most[2 + _DECISION],
            "said before": best[at],
            "new": len(new) / 10,
            "introduces": sum(last[word] > at for word in new) / 5,
            "recalls": (len(bag) - len(new)) / max(1, len(bag)),
            "less of heading": (len(bag & under) - named) / max(1, len(under)),
        }


def _around(seen: Sequence[Looks], chances: Sequence[Sequence[float]]) -> Iterator[Looks]:
    """Yield what the sentences around do: a claim stands before its reason, after a question."""
    for at in range(len(seen)):
        found: Looks = {"after asides": 0.5}
        for name, other in (("after", at - 1), ("before", at + 1)):
            if 0 <= other < len(seen):
                found |= {f"{name} {r}": c for r, c in zip(ROLES, chances[other], strict=True)}
                found |= {f"{name} what {n}": 1.0 for n in _NEIGHBOURS if n in seen[other]}
        if at:
            found["after asides"] = sum(chances[at - 1][ASIDE:])
        yield found


def _along(sentences: Sequence[Sentence], whose: Sequence[Looks]) -> Iterator[Looks]:
    """Yield what goes before and comes after; what opens a section says less the longer that is.

    ``whose``: what each sentence is by itself.
    """
    paragraphs = sum(sentence.opens for sentence in sentences)
    single = paragraphs >= _SINGLE * len(sentences)
    added, summed = ([0.0, *_most(own[name] for own in whose)] for name in ("adds", "sums up"))
    announced = [0.0, *_most(own["announcement"] for own in reversed(whose))][-2::-1]
    for at, sentence in enumerate(sentences):
        before = whose[at - 1] if at else Looks()
        after = whose[at + 1] if at + 1 < len(whose) else Looks()
        first = at == 0
        yield {
            "after follows": before.get("follows", 0.0),
            "after adds": before.get("adds", 0.0),
            "before adds": after.get("adds", 0.0),
            "before orders": after.get("orders", 0.0),
            "added before": added[at],
            "summed up before": summed[at],
            "announced later": announced[at],
            "first, announced later": first * announced[at],
            "first alone": float(first and sentence.closes),
            "opens later": float(sentence.opens and not first),
            "first of many": first * math.log(len(sentences)),
            "first of paragraphs": float(first * paragraphs),
            "first of one": float(first and paragraphs == 1),
            "first of single": float(first and single),
        }


def _most(values: Iterable[float]) -> Iterator[float]:
    """Yield the greatest of the values so far."""
    return accumulate(values, max)


def _place(
    sentences: Sequence[Sentence], chances: Sequence[Sequence[float]], heading: str
) -> Iterator[Looks]:
    """Yield where a sentence stands, in its section and in its paragraph."""
    acts = ACTS.search(heading) is not None
    for at, (sentence, chance) in enumerate(zip(sentences, chances, strict=True)):
        late = at / max(1, len(sentences) - 1)
        says = sum(chance[:_SAYS])
        only_is = any(SAID_BY[name].search(sentence.text.rstrip("。")) for name in _IS)
        yield {
            "first": float(at == 0),
            "second": float(at == 1),
            "last": float(at == len(sentences) - 1),
            "late": late,
            "late claim": late * chance[_CLAIM],
            "first decision": (at == 0) * chance[_DECISION],
            "first and only is": float(at == 0 and only_is),
            "first under acts": float(at == 0 and acts),
            "opens": float(sentence.opens),
            "closes": float(sentence.closes),
            "paragraph": float(sentence.opens and sentence.closes),
            "opens and says": sentence.opens * says,
            "closes and says": sentence.closes * says,
            "paragraph and says": (sentence.opens and sentence.closes) * says,
            "opens under acts": float(sentence.opens and acts),
        }
