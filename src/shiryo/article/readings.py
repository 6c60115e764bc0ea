"""Readings in brackets right after a name, 源内(げんない), as the ruby that they are.

Only what the dictionary knows, part by part, as a reading of these characters is one: in 人(たち)
and 磁石(スピン) the bracket says something else, and stays.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from shiryo import lazy_re as re
from shiryo.article.marks import Mark, letters
from shiryo.article.model import Article, Block, Kind
from shiryo.japanese.readings import is_read
from shiryo.japanese.words import known_readings, words

_KANJI = "一-鿿々〆ヶ㐀-䶿"
_READ = re.compile(
    rf"(?<![{_KANJI}])(?P<name>[{_KANJI}]{{1,12}}(?:[ \u3000・][{_KANJI}]{{1,8}})?)"
    r"[(（](?P<kana>[ぁ-ゖァ-ヺー]{1,20}(?:[ \u3000・][ぁ-ゖァ-ヺー]{1,20})?)[)）]"
)
_GAP = re.compile("[ \u3000・]")
_NOT = (Kind.HEADING, Kind.CODE, Kind.IMAGE, Kind.MASTHEAD)
"""What shows no ruby, or is not shown."""


class _Reading(NamedTuple):
    """Where, among the letters of a block, a name and its reading in brackets stand."""

    start: int
    end: int
    """Of the name, where the bracket begins."""
    after: int
    kana: str
    cut: tuple[int, int]
    """Where the bracket is in its text."""


def marked(article: Article) -> Article:
    """Return ``article`` with its readings in brackets as marks of what they are readings of."""
    if not any(_READ.search(line) for line in article.lines):
        return article
    blocks = (each if each.kind in _NOT else _block(each) for each in article.blocks)
    return replace(article, blocks=tuple(blocks))


def _block(block: Block) -> Block:
    found, strings, at = list[_Reading](), list(block.strings), 0
    lead = f"{block.label}({block.detail})" if block.label and block.detail else ""
    if lead and (own := [*_readings(lead, 0, block.marks)]) and own[-1].cut[1] == len(lead):
        at = len(letters(block.label + block.detail))
        found, strings[1] = [own[-1]._replace(after=at)], ""  # its brackets are none of its letters
    for n, string in enumerate(strings[2:] if found else strings, 2 if found else 0):
        own = [*_readings(string, at, block.marks)]
        found += own
        strings[n] = _without(string, own)
        at += len(letters(string))
    return _built(block, strings, found) if found else block


def _readings(text: str, at: int, marks: Sequence[Mark]) -> Iterator[_Reading]:
    """Yield the readings in ``text``, before which the block has ``at`` letters.

    What has marks of its own stays as it is.
    """
    done = 0
    for match in _READ.finditer(text):
        start = _start(match["name"], match["kana"])
        if start < 0:
            continue
        first = match.start() + start
        at += len(letters(text[done:first]))
        name, whole = letters(text[first : match.end("name")]), letters(text[first : match.end()])
        cut = (match.end("name"), match.end())
        found = _Reading(at, at + len(name), at + len(whole), match["kana"], cut)
        at, done = found.after, match.end()
        if not any(mark.start < found.after and mark.end > found.start for mark in marks):
            yield found


def _start(name: str, kana: str) -> int:
    """Return where in ``name`` begins what is read as ``kana``; -1 where nothing does."""
    bare = _GAP.sub("", kana)
    ends = {0, *accumulate(len(word.surface) for word in words(name))}
    starts = (n for n in range(len(name)) if not _GAP.search(name, n) and _parts(name, n, ends))
    whole = _GAP.search(name) and _GAP.search(kana) and is_read(_GAP.sub("", name), bare)
    return 0 if whole else next((n for n in starts if is_read(name[n:], bare)), -1)


def _parts(name: str, at: int, ends: Collection[int]) -> bool:
    """Tell whether a word may end at ``at``: the analyser says so, or it is one before a longer."""
    return at in ends or (len(name) - at > 1 and bool(known_readings(name[:at])))


def _without(text: str, found: Sequence[_Reading]) -> str:
    """Return ``text`` without the brackets that are found in it."""
    starts, ends = [0, *(each.cut[1] for each in found)], [each.cut[0] for each in found]
    return "".join(text[a:b] for a, b in zip(starts, [*ends, len(text)], strict=True))


def _built(block: Block, strings: Sequence[str], found: Sequence[_Reading]) -> Block:
    """Return a block that says ``strings``, with its marks and those of its readings."""
    gone = [0, *accumulate(each.after - each.end for each in found)]
    ends = [each.after for each in found]

    def moved(place: int) -> int:
        return place - gone[bisect_right(ends, place)]

    rubies = [Mark(moved(r.start), moved(r.start) + r.end - r.start, reading=r.kana) for r in found]
    kept = [replace(m, start=moved(m.start), end=moved(m.end)) for m in block.marks]
    marks = tuple(sorted([*kept, *rubies], key=lambda mark: (mark.start, mark.end)))
    rest = iter(strings[2:])
    text = block.text if block.cells else next(rest)
    parts = tuple(next(rest) for _ in block.parts)
    cells = tuple(tuple(next(rest) for _ in row) for row in block.cells)
    return replace(
        block, label=strings[0], detail=strings[1], text=text, parts=parts, cells=cells, marks=marks
    )
