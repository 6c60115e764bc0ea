"""What a section is about, in a few letters for the agenda: its weightiest compound noun."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from shiryo import lazy_re as re
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

LONGEST = 15.0
"""Full-width characters of a brief."""
_SHORTEST = 3.0
_READ = 50_000
"""Characters of a section that are enough to tell what it is about."""
_TERM = re.compile(r"[一-龠々ァ-ヴーA-Za-z0-9０-９]+")
_NOT_ALONE = ("副詞可能", "数詞", "助数詞可能")
_VAGUE = re.compile(
    r"^(?:[一二三四五六七八九十0-9]|各|本|同|当|全|今回|以下|上記|場合|可能|必要)|[的等者化時後前中]$"
)


def brief(title: str, message: str, text: str) -> str:
    """Return the compound noun that ``text`` uses most, by count and parts (FLR: Nakagawa 2003).

    It is in the message and used twice, is not in the title, and has two parts or more; empty if
    there is none such.
    """
    text = text[:_READ]
    found = Counter(_compounds(text))
    fit = {
        term: count * len(term)
        for term, count in found.items()
        if _fits("".join(term), title) and count >= 2 and "".join(term) in message
    }
    best = max(fit, key=lambda term: (fit[term], -text.index("".join(term))), default=())
    return "".join(best)


def _fits(term: str, title: str) -> bool:
    if not _SHORTEST <= width(term) <= LONGEST or _VAGUE.search(term):
        return False
    return term not in title and _TERM.fullmatch(term) is not None


def _compounds(text: str) -> Iterator[tuple[str, ...]]:
    run: list[Word] = []
    for word in chain.from_iterable((*words(sentence), None) for sentence in split(text)):
        if word and (word.pos in ("名詞", "接頭辞") or (word.pos == "接尾辞" and run)):
            run.append(word)
            continue
        if len(run) > 1 and run[0].sub not in _NOT_ALONE and run[-1].sub not in _NOT_ALONE:
            yield tuple(w.surface for w in run)
        run = []
