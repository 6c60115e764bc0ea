"""Whether what a model says is no more, and nothing else, than the lines that it cites for it."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from shiryo import lazy_re as re
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.facts import guard
from shiryo.facts.bearings import bearings, reports
from shiryo.facts.comparison import granted
from shiryo.facts.facts import unsupported
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, spelt_alike, words
from shiryo.messages import wording

_MOST_NEW = 0.2
"""The share of words of content that the cited lines need not have: for other words of the same."""
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")
_FORMAL = re.compile(
    r"こと|もの|ため|とき|ところ|的|性|化|する|ある|いる|なる|できる|よう|必要|可能"
)
_GRANTING = re.compile(
    r"(?<=[すだたるいうくぐむぬぶつん])(?:が|けれども?|けど)、|ものの、|とはいえ、"
)
"""What parts something that is granted from what is said against it."""
_MARKUP = re.compile(r"https?://|\]\(|\{\{|\{%|\^\[|<[a-zA-Z/]|`|\*\*")


def reason_against(text: str, cited: str, beside: str) -> str:
    """Return why ``text`` may not stand on a slide, in Japanese; empty if it may.

    All are plain text; ``cited`` is what stands in the lines that the model names for it,
    ``beside`` the heading that it is read with.
    """
    if not text or any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in text):
        return wording("causes.assist.no-line")
    if _MARKUP.search(text):
        return wording("causes.assist.marks")
    if width(text) > LIMIT:
        return wording("causes.assist.long", most=f"{LIMIT:.0f}")
    if found := unsupported(text, cited, beside):
        return "、".join(wording(f"causes.assist.unsupported.{f.kind}", text=f.text) for f in found)
    if new := _foreign(text, cited):
        return wording("causes.assist.foreign", words="、".join(new))
    return _otherwise(text, cited)


def _otherwise(text: str, cited: str) -> str:
    """Return in what ``text`` is not as sure, or as unsure, as what it says is in the lines."""
    if main := granted(text, cited):
        return wording("causes.assist.granted", text=main)
    meant = _meant(text, cited)
    if guard.loses_voice(meant, text) or (_is_told(meant) and not _is_told(text)):
        return wording("causes.assist.voice")
    if done := _done(text) & (_coming(cited) - _done(cited)):
        return wording("causes.assist.tense", words="、".join(sorted(done)))
    if bearings(meant)["condition"] > bearings(text)["condition"]:
        return wording("causes.assist.condition")
    if guard.denies_otherwise(meant, text):
        return wording("causes.assist.denial")
    return ""


def _is_told(text: str) -> bool:
    """Tell whether a sentence ends in what somebody does with a clause that と quotes."""
    if reports(text):
        return True
    found = words(text)
    for n, word in enumerate(found):
        after = found[n + 1 :]
        before = next((w for w in reversed(found[:n]) if w.surface != "、"), None)
        quotes = word.surface == "と" and word.sub == "格助詞" and before is not None
        if quotes and before and (before.form.startswith("終止形") or before.surface in "からか」"):
            return any(w.surface in "はがも" for w in after) and _ends_in_verb(after)
    return False


def _ends_in_verb(found: Sequence[Word]) -> bool:
    return any(w.pos == "動詞" and w.sub == "一般" for w in found)


def _done(text: str) -> frozenset[str]:
    """Return the predicates of ``text`` that are past."""
    return frozenset(name for name, past in _predicates(text) if past)


def _coming(text: str) -> frozenset[str]:
    """Return the predicates of ``text`` that are not past."""
    return frozenset(name for name, past in _predicates(text) if not past)


def _predicates(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the verbs of ``text``, nouns with する among them, and whether they are past.

    A verb that pauses (なり、) has the tense of what follows, and none of its own.
    """
    found = words(text)
    for n, word in enumerate(found):
        before = found[n - 1] if n else None
        if word.pos != "動詞" or (word.base == "する" and (not before or before.pos != "名詞")):
            continue
        tail = list(takewhile(_inflects, found[n + 1 :]))
        auxiliaries = [w for w in tail if w.pos == "助動詞"]
        if auxiliaries or word.form.startswith(("終止形", "連体形")):
            name = before.surface if before and word.base == "する" else word.base
            yield name, any(w.base == "た" for w in auxiliaries)


def _inflects(word: Word) -> bool:
    return word.pos == "助動詞" or word.surface in ("て", "で", "い", "いる")


def _meant(text: str, cited: str) -> str:
    """Return the sentences, or the one part of each, whose words ``text`` has."""
    left = _content(text)
    found: list[str] = []
    sentences = [s.rstrip("。") for line in cited.splitlines() for s in split(line)]
    while left and (best := _closest(left, sentences)):
        sentences.remove(best)
        said = [part for part in _GRANTING.split(best) if left & _content(part)]
        found.append(said[0] if len(said) == 1 else best)
        left -= _content(best)
    return "。".join(found)


def _closest(wanted: frozenset[str], sentences: Sequence[str]) -> str:
    """Return the sentence that has most of the ``wanted`` words; empty if none has any."""
    shared = [len(wanted & _content(sentence)) for sentence in sentences]
    most = max(shared, default=0)
    return sentences[shared.index(most)] if most else ""


def _content(text: str) -> frozenset[str]:
    return frozenset(same for word, same in _spelt(text) if _counts(word))


def _spelt(text: str) -> list[tuple[Word, str]]:
    """Return the words of ``text``, each with the one spelling of all that it may have."""
    return [(w, same) for w, (_, same) in zip(words(text), spelt_alike(text), strict=True)]


def _foreign(text: str, cited: str) -> list[str]:
    """Return the words of content that ``cited`` lacks, if they are more than rewording takes."""
    known = {same for _, same in _spelt(cited)}
    said = [(word, same) for word, same in _spelt(text) if _counts(word)]
    lacking = [w for w, same in said if same not in known and w.surface not in cited]
    new = [word.surface for word in lacking]
    named = any(word.sub == "固有名詞" for word in lacking)
    return new if named or len(new) > _MOST_NEW * len(said) else []


def _counts(word: Word) -> bool:
    return (
        word.pos in _CONTENT
        and not _FORMAL.fullmatch(word.base)
        and word.sub not in ("非自立可能", "数詞")
    )
