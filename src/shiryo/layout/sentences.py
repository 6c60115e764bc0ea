"""Where a text may be parted: after a sentence or a clause, outside brackets."""

from dataclasses import replace

from shiryo import inline

_ENDS = "。！？!?"
_OPENING, _CLOSING = "「『（(［〔【〈《", "」』）)］〕】〉》"


def sentences(text: inline.Text) -> list[inline.Text]:
    """Part ``text`` after each sentence, its marks kept; at least one part is returned.

    An end inside brackets is no end, and closing brackets stay with the sentence that they close.
    """
    return _parted(text, _ENDS)


def clauses(text: inline.Text) -> list[inline.Text]:
    """Part ``text`` after each comma and sentence outside brackets."""
    return _parted(text, _ENDS + "、，；;")


def _parted(text: inline.Text, ends: str) -> list[inline.Text]:
    plain = inline.plain(text)
    depth, cuts = 0, list[int]()
    for n, character in enumerate(plain):
        depth += (character in _OPENING) - (character in _CLOSING)
        following = plain[n + 1 : n + 2]
        ended = character in ends or (character in _CLOSING and plain[n - 1 : n] in tuple(_ENDS))
        if ended and depth <= 0 and following and following not in ends + _CLOSING:
            cuts.append(n + 1)
    return [_slice(text, a, b) for a, b in zip([0, *cuts], [*cuts, len(plain)], strict=True)]


def _slice(text: inline.Text, first: int, last: int) -> inline.Text:
    made, at = list[inline.Run](), 0
    for run in text:
        end = at + len(run.text)
        part = run.text[max(first - at, 0) : max(last - at, 0)]
        whole = first <= at and end <= last
        note = run.note if first < end <= last or (not run.text and first < at <= last) else None
        if part or note:
            ruby, each = (run.ruby, run.readings) if whole else (None, ())
            made.append(replace(run, text=part, ruby=ruby, readings=each, note=note))
        at = end
    return tuple(made)
