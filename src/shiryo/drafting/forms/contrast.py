"""Comparisons out of prose: what is said of one side, then of the other."""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.drafting.forms.sequence import Found, Told, short
from shiryo.drafting.wording.splits import sides, taken
from shiryo.outline import model

_MORE = 2
"""Sentences at most that go on with a side, after the one that names it."""
_TURNS = re.compile(
    r"(?:しかし|ただ|なお|また|このよう|この|その|これ|それ|こう|どちら|いずれ|両|以上|つまり|だから|そこで|市|国|そして|一方|まず|次に|例えば|たとえば)"
)
"""What begins something else than more of the same side."""


def comparisons(found: Sequence[Told], heading: str) -> Iterator[Found]:
    """Yield a comparison of two sides that a paragraph, or two in a row, sets beside each other.

    The sides are opposites (利点, 欠点), or things of one kind that 一方 sets against each other,
    or both named in the ``heading``.
    """
    for n, (sentence, _) in enumerate(found):
        one = sides.side(sentence.text)
        last = min(len(found), n + 2 + _MORE)
        for m in range(n + 1, last) if one else ():
            other = sides.side(found[m][0].text)
            if not (other and _is_pair(one[0], other[0], found[m], heading, near=m == n + 1)):
                continue
            weighs = any(sides.CAUTION.fullmatch(title) for title in (one[0], other[0]))
            if m > n + 1 and not weighs:
                continue
            left, right = found[n:m], [found[m], *(_more(found, m) if weighs else ())]
            columns = [c for c in (_column(one, left), _column(other, right)) if c]
            if len(columns) == 2:
                body = model.CompareBody(columns=tuple(columns))
                yield (model.CompareBlock(compare=body, only="deck"),), (*left, *right)
                return


def _is_pair(one: str, other: str, told: Told, heading: str, *, near: bool) -> bool:
    if sides.are_opposites(one, other):
        return True
    named = one in heading and other in heading and one not in other and other not in one
    against = sides.is_against(told[0].text) and sides.are_alike(one, other)
    return near and (named or against)


def _more(found: Sequence[Told], first: int) -> Iterator[Told]:
    """Yield the sentences of the paragraph that go on with what its sentence ``first`` says."""
    for sentence, block in found[first + 1 : first + 1 + _MORE]:
        if block is not found[first][1] or _TURNS.match(sentence.text):
            return
        yield sentence, block


def _column(parts: tuple[str, ...], told: Sequence[Told]) -> model.CompareColumn | None:
    """Return a side; None if its first sentence does not fit."""
    title, says = parts
    if any(_TURNS.match(sentence.text) for sentence, _ in told[1:]):
        return None
    made = [
        short(says, told[0], taken.SIDE, title),
        *(short(t[0].text, t, "", title) for t in told[1:]),
    ]
    items = tuple(model.Item(text=s.text, from_=s.refs, how=s.how) for s in made if s)
    if not made[0]:
        return None
    tone = "caution" if sides.CAUTION.fullmatch(title) else "plain"
    return model.CompareColumn(
        title=title, items=items, tone=tone, from_=made[0].refs, how=(taken.SIDE,)
    )
