"""Where a text may be parted: after a sentence or a clause, outside brackets."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from shiryo import inline
from shiryo.japanese.sentences import COMMAS, STOPS, ends


def sentences(text: inline.Text) -> list[inline.Text]:
    """Part ``text`` after each sentence, its marks kept; at least one part is returned.

    An end inside brackets is no end, and closing brackets stay with the sentence that they close.
    """
    return _parted(text, STOPS)


def clauses(text: inline.Text) -> list[inline.Text]:
    """Part ``text`` after each comma and sentence outside brackets."""
    return _parted(text, STOPS + COMMAS)


def torn(text: inline.Text, most: int) -> list[inline.Text]:
    """Part ``text`` after every ``most`` characters, wherever that is."""
    length = len(inline.plain(text))
    return [*_slices(text, [*range(0, length, max(most, 1)), length])] if length else [text]


def fragments(text: inline.Text, most: int) -> list[inline.Text]:
    """Part ``text`` into sentences, and those of more than ``most`` characters into clauses.

    Clauses that are as long are torn.
    """
    made = list[inline.Text]()
    for sentence in sentences(text):
        is_short = len(inline.plain(sentence)) <= most
        parts = [sentence] if is_short else clauses(sentence)
        made += (piece for part in parts for piece in torn(part, most))
    return made


def _parted(text: inline.Text, signs: str) -> list[inline.Text]:
    plain = inline.plain(text)
    cuts = [end for end in ends(plain, signs) if plain[end - 1] != "\n" and end < len(plain)]
    return [*_slices(text, [0, *cuts, len(plain)])]


def _slices(text: inline.Text, cuts: Sequence[int]) -> Iterator[inline.Text]:
    """Yield what stands between one of ``cuts`` and the next."""
    ends = list(accumulate(len(run.text) for run in text))
    starts = [end - len(run.text) for end, run in zip(ends, text, strict=True)]
    for first, last in pairwise(cuts):
        runs = range(bisect_right(ends, first), bisect_right(starts, last))
        yield tuple(
            made for n in runs if (made := _sliced(text[n], first - starts[n], last - starts[n]))
        )


def _sliced(run: inline.Run, first: int, last: int) -> inline.Run | None:
    """Return what of a run stands between two offsets in it, if anything does."""
    end = len(run.text)
    part = run.text[max(first, 0) : max(last, 0)]
    note = run.note if first < end <= last else None
    if not (part or note):
        return None
    ruby, each = (run.ruby, run.readings) if first <= 0 and end <= last else (None, ())
    return replace(run, text=part, ruby=ruby, readings=each, note=note)
