"""Marks of an article's words: what is strong, linked or read otherwise, and calls for notes.

Offsets count letters, characters that are no blanks: lines are joined, collapsed and trimmed on
the way from a file to a block, and letters stay.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from shiryo import inline
from shiryo import lazy_re as re
from shiryo.addresses import is_link
from shiryo.values import dataclass

_BLANK = "\\s\u00ad\u200b\u2060\ufeff\U000f0000-\U000ffffd"
_BLANKS, _SOLID = re.compile(f"[{_BLANK}]+"), re.compile(f"[^{_BLANK}]+")
"""What a text may gain or lose; readers put private characters for what they leave out."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Words under their marks."""

    text: str
    marks: "tuple[Mark, ...]" = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said of a stretch of letters, or of the place after one."""

    start: int
    """Letters before it."""
    end: int
    """Letters up to its end; as `start` where it calls a note."""
    strong: bool = False
    href: str = ""
    reading: str = ""
    """The ruby over it."""
    note: Marked | None = None
    """The footnote that is called."""


def letters(text: str) -> str:
    """Return the characters of ``text`` that offsets count."""
    return _BLANKS.sub("", text)


def joined(parts: Iterable[Marked]) -> tuple[Mark, ...]:
    """Return the marks of texts one after the other."""
    found, at = list[Mark](), 0
    for part in parts:
        found += (_at(mark, mark.start + at, mark.end + at) for mark in part.marks)
        at += len(letters(part.text))
    return tuple(found)


def parted(marks: Sequence[Mark], strings: Sequence[str]) -> list[tuple[Mark, ...]]:
    """Return the marks of each of ``strings``, which together are what ``marks`` count in."""
    if not marks:
        return [() for _ in strings]
    found, at, first = list[tuple[Mark, ...]](), 0, 0
    for n, string in enumerate(strings):
        end = at + len(letters(string))
        own = list[Mark]()
        while first < len(marks) and (marks[first].start < end or _calls_at(marks[first], end)):
            own += _clipped(marks[first], at, end)
            if marks[first].end > end and n + 1 < len(strings):
                break
            first += 1
        found.append(tuple(own))
        at = end
    return found


def within(marks: Iterable[Mark], start: int, end: int) -> tuple[Mark, ...]:
    """Return what ``marks`` say of the letters from ``start`` to ``end``, counted from there."""
    return tuple(made for mark in marks for made in _clipped(mark, start, end))


def moved(marks: Sequence[Mark], before: Sequence[str], after: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks of texts ``before`` as those of the texts ``after`` that they became.

    These are parts of the others, or have them as parts. A call that stood between them stands at
    the end of the one before it.
    """
    if not marks:
        return ()
    old, new = letters("".join(before)), letters("".join(after))
    if old == new:
        return tuple(marks)
    whole = _windows(old, after)
    if whole is None:
        turned = _windows(new, before)
        whole = turned and [_Window(w.there, w.here, w.size) for w in turned]
    return tuple(_through(marks, _ends(old, new) if whole is None else whole))


def shown(text: str, marks: Sequence[Mark]) -> inline.Text:
    """Return ``text`` under its marks as inline text; what may be no link is text alone."""
    if not marks:
        return (inline.Run(text),) if text else ()
    places = [n for found in _SOLID.finditer(text) for n in range(*found.span())]
    ends = [0, *(n + 1 for n in places)]
    runs, at = list[inline.Run](), 0
    for mark in sorted(marks, key=lambda m: (m.start, m.end)):
        start = ends[min(mark.start, len(places))] if mark.note else _place(places, mark.start)
        end = max(at, ends[min(mark.end, len(places))])
        if at < start or mark.note:
            runs.append(inline.Run(text[at : max(at, start)]))
            at = max(at, start)
        if mark.note:
            runs.append(inline.Run("", note=shown(mark.note.text, mark.note.marks)))
        elif at < end:
            href = mark.href if is_link(mark.href) else None
            runs.append(inline.Run(text[at:end], mark.strong, href, mark.reading or None))
            at = end
    runs.append(inline.Run(text[at:]))
    return inline.merged(runs)


def marked(text: inline.Text) -> Marked:
    """Return inline text as words under their marks."""
    found, at = list[Mark](), 0
    for run in text:
        end = at + len(letters(run.text))
        href = run.href if isinstance(run.href, str) else ""
        if at < end and (run.strong or href or run.ruby):
            found.append(Mark(at, end, run.strong, href, run.ruby or ""))
        at = end
        if run.note is not None:
            found.append(Mark(at, at, note=marked(run.note)))
    return Marked("".join(run.text for run in text), tuple(found))


def dressed(strings: Sequence[str], marks: Sequence[Mark]) -> list[inline.Text]:
    """Return each of ``strings`` as inline text, under the ``marks`` that count in all of them."""
    return [shown(s, own) for s, own in zip(strings, parted(marks, strings), strict=True)]


class _Window(NamedTuple):
    """A stretch that two texts share."""

    here: int
    there: int
    size: int


def _windows(whole: str, parts: Sequence[str]) -> list[_Window] | None:
    """Return where ``parts`` stand in ``whole``, in their order; None if one of them does not."""
    found, at, there = list[_Window](), 0, 0
    for part in map(letters, parts):
        place = whole.find(part, at) if part else at
        if place < 0:
            return None
        if part:
            found.append(_Window(place, there, len(part)))
            at, there = place + len(part), there + len(part)
    return found


def _ends(old: str, new: str) -> list[_Window]:
    """Return the beginning and the end that two texts share."""
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    windows = (_Window(0, 0, first), _Window(len(old) - last, len(new) - last, last))
    return [window for window in windows if window.size]


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _through(marks: Sequence[Mark], windows: Sequence[_Window]) -> Iterator[Mark]:
    starts = [window.here for window in windows]
    for mark in marks:
        n = bisect_right(starts, max(0, mark.start - bool(mark.note))) - 1
        if n < 0:
            continue
        here, there, size = windows[n]
        at = min(mark.start - here, size)
        end = min(mark.end - here, size)
        if mark.note or at < end:
            yield _at(mark, there + at, there + end)


def _clipped(mark: Mark, start: int, end: int) -> Iterator[Mark]:
    """Give the part of a mark between two places; a reading is of the whole or of nothing."""
    if mark.note:
        if start < mark.start <= end or mark.start == start == 0:
            yield _at(mark, mark.start - start, mark.start - start)
        return
    first, last = max(mark.start, start), min(mark.end, end)
    if first >= last:
        return
    if mark.reading and (first, last) != (mark.start, mark.end):
        mark = replace(mark, reading="")
    if mark.strong or mark.href or mark.reading:
        yield _at(mark, first - start, last - start)


def _at(mark: Mark, start: int, end: int) -> Mark:
    """Return a mark of other letters; there may be many, and `dataclasses.replace` takes longer."""
    if (start, end) == (mark.start, mark.end):
        return mark
    return Mark(start, end, mark.strong, mark.href, mark.reading, mark.note)


def _calls_at(mark: Mark, end: int) -> bool:
    return mark.note is not None and mark.start <= end


def _place(places: Sequence[int], letter: int) -> int:
    return places[letter] if letter < len(places) else (places[-1] + 1 if places else 0)
