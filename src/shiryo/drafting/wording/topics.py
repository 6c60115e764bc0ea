"""What a sentence speaks of, where only its heading says so: the heading's noun becomes its topic.

Done only where it is certain: under 保安林制度 something that is told to be a 制度, under
対象者はだれか what is a noun, under 支援金はどう使われるか what is 使われる.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.shorten import statement, without_conjunction
from shiryo.facts.losses import spoken
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

STEP = "topic-from-heading"
"""What the log of a rewording calls it; it is done to heading and sentence together."""
DEMONSTRATIVE = "demonstrative-from-heading"
"""Likewise: この装置は → 測定装置は, under a heading 測定装置."""
STEPS = (STEP, DEMONSTRATIVE)

_ABOUT = re.compile(r"(?:について|に関して|とは)[?？]?$")
_ASKED = re.compile(r"(?P<topic>[^、。はがを]{2,20})は、?(?P<rest>[^、。]{2,30}?)[?？]?")
_WHAT = re.compile(r"(?:何|なに|なん|だれ|誰|どこ|いつ|どれ|いくら)(?:です)?(?:か|の)?")
_THIS = re.compile(r"[こそ]の(?P<noun>[一-龠ァ-ヴーA-Za-z]{2,12})(?=[はがをにで])")
_COPULA = re.compile(r"(?:である|だ|であった|だった)$")
_LONGEST = 20.0
"""Full-width characters of a topic."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9.+#_-]*(?: [A-Za-z0-9.+#_-]+)?")
_HOLLOW = ("こと", "もの", "ため", "話", "方", "時", "ところ", "わけ", "はず", "よう", "予定", "例")


def stated(heading: str, sentence: str, *, first: bool = True) -> tuple[str, str]:
    """Return what ``sentence`` says with what ``heading`` gives it, and the step; else as it is.

    ``first``: it opens its section.
    """
    if named := _named(heading, sentence):
        return named, DEMONSTRATIVE
    said = statement(sentence)
    if not said or without_conjunction(sentence) != sentence.strip() or _speaks(said):
        return sentence, ""
    found = words(_COPULA.sub("", said))
    topic = _defined(heading, found, first=first) or (_asked(heading, found) if first else "")
    return (f"{topic}は、{sentence.strip()}", STEP) if topic else (sentence, "")


def headed(found: Sequence[Sentence], heading: str, line: int) -> Iterator[Sentence]:
    """Yield the sentences of a section, each with what the heading on ``line`` gives it."""
    for place, sentence in enumerate(found):
        text, step = stated(heading, sentence.text, first=place == 0) if line else ("", "")
        yield replace(sentence, text=text, how=(step,), head=line) if step else sentence


def is_phrase(text: str) -> bool:
    """Tell whether a statement is a noun that all before it describes, and says it of nothing."""
    return not _speaks(text) and bool(_kind(words(_COPULA.sub("", text))))


def _speaks(said: str) -> bool:
    """Tell whether a statement has a topic or a subject of its own."""
    return bool(spoken(said)) or any(
        w.pos == "助詞" and w.surface in ("は", "も", "が") for w in words(said)
    )


def _noun(heading: str) -> str:
    """Return the noun that a heading is; empty if it is anything else."""
    bare = _ABOUT.sub("", without_number(heading)).strip()
    found = words(bare) if bare else ()
    plain = all(
        w.pos not in ("助動詞", "形容詞", "補助記号")
        and (w.pos != "動詞" or w.form.startswith("連用形"))
        for w in found
    )
    joined = all(w.surface in ("の", "と", "や") for w in found if w.pos == "助詞")
    ends = bool(found) and found[-1].pos in ("名詞", "接尾辞")
    return bare if plain and joined and ends and width(bare) <= _LONGEST else ""


def _defined(heading: str, found: Sequence[Word], *, first: bool) -> str:
    """Return the heading where a statement tells what it is: of its kind, or of its name."""
    kind = _kind(found)
    topic = _noun(heading) if kind else ""
    same = topic.endswith(kind) and topic != kind
    told = "".join(w.surface for w in found).removesuffix(kind)
    name = first and _NAME.fullmatch(topic) is not None and not told.endswith("の")
    asked = first and re.search(r"とは[?？]?$", heading) is not None
    return topic if topic and (same or name or asked) else ""


def _kind(found: Sequence[Word]) -> str:
    """Return the noun that ends a statement and that all before it describes; empty if none."""
    at = len(found)
    while at and found[at - 1].pos in ("名詞", "接尾辞"):
        at -= 1
    noun = "".join(w.surface for w in found[at:])
    if not 0 < at < len(found) or noun in _HOLLOW:
        return ""
    joint = found[at - 1]
    return noun if joint.form.startswith("連体形") or joint.surface == "の" else ""


def _asked(heading: str, found: Sequence[Word]) -> str:
    """Return what a heading asks of, where the statement is an answer in its own words."""
    question = _ASKED.fullmatch(without_number(heading))
    if not (question and found and _noun(question["topic"])):
        return ""
    if _WHAT.fullmatch(question["rest"]):
        return question["topic"] if found[-1].pos in ("名詞", "接尾辞") else ""
    asks = question["rest"].endswith("か") and {
        w.base for w in words(question["rest"]) if _tells(w)
    }
    done = next((w.base for w in reversed(found) if _tells(w)), "")
    return question["topic"] if asks and done in asks else ""


def _tells(word: Word) -> bool:
    """Tell whether a word says what is done or how it is."""
    return word.base not in ("する", "いる", "ある", "なる", "れる", "できる") and (
        word.pos in ("動詞", "形容詞", "形状詞") or word.sub in ("普通名詞",)
    )


def _named(heading: str, sentence: str) -> str:
    """Return a sentence that opens with この and the heading's last noun, with all of that noun."""
    found = _THIS.match(sentence.strip())
    topic = _noun(heading) if found else ""
    if not (found and topic.endswith(found["noun"]) and topic != found["noun"]):
        return ""
    return topic + sentence.strip()[found.end() :]
