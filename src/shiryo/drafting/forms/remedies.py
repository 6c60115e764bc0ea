"""What to try one after the other where something fails, as a numbered list on slides.

Sentences that ask for something are tries; それでも…場合は says that the next one follows.
"""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.drafting.forms.sequence import Found, Told, short
from shiryo.outline import model
from shiryo.values import dataclass

_ASKS = re.compile(r"(?:ください|下さい|ましょう)[。.!！]?$")
_FAILS = re.compile(
    r"(?:それでも|(?:まだ|なお)[^。、]{0,12}(?:ある|出る|起きる|続く|直らない)|"
    r"(?:直|治|変わ)(?:ら|りま)|(?:解決|改善|解消|復旧|表示|起動)(?:し|され|できま?)(?:な|ませ)|うまくいか|だめ|駄目|ダメ)"
    r"[^。]{0,16}(?:場合|とき|時)(?:は|には|、)|"
    r"(?:それでも|これでも)[^。]{0,16}(?:なければ|ないなら|なら|たら)"
)
"""Says of what comes next that it is for where the last try was in vain."""
_READS = re.compile(r"こちら|ご覧|参照|お読み|役立て|ご活用")
"""Asks a reader to read on, which mends nothing."""
_FEWEST, _ASIDES = 2, 1
"""Tries at least, and sentences at most that may stand between two of them."""


@dataclass(frozen=True, slots=True)
class _Try:
    told: Told
    when: Told | None
    """What says before it that the one before may fail."""
    after: bool
    """Whether it is for where that failed."""


def remedies(found: Sequence[Told]) -> Iterator[Found]:
    """Yield the tries of a row of sentences of which one says what to do if others fail."""
    for run, first, last in _runs(found):
        reads = any(_READS.search(each.told[0].text) for each in run)
        chain = len(run) >= _FEWEST and not run[0].after and any(each.after for each in run)
        if reads or not chain:
            continue
        items = [item for each in run if (item := _item(each))]
        if len(items) == len(run):
            block = model.BulletsBlock(bullets=tuple(items), start=1, only="deck")
            yield (block,), tuple(found[first : last + 1])


def _runs(found: Sequence[Told]) -> Iterator[tuple[list[_Try], int, int]]:
    """Yield tries that follow each other, with the places of the first and the last sentence."""
    run, first, last = list[_Try](), 0, 0
    when: Told | None = None
    for n, told in enumerate(found):
        fails = _FAILS.search(told[0].text) is not None
        if run and n - last - (when is not None) - 1 > _ASIDES:
            yield run, first, last
            run, when = [], None
        if _ASKS.search(told[0].text):
            first = first if run else n
            run.append(_Try(told, when, after=fails or when is not None))
            when, last = None, n
        elif fails and run:
            when = told
    yield run, first, last


def _item(each: _Try) -> model.Item | None:
    said = short(each.told[0].text, each.told, "")
    when = short(each.when[0].text, each.when, "") if each.when else None
    if said is None or (each.when and when is None):
        return None
    below = (model.Item(text=when.text, from_=when.refs, how=when.how),) if when else ()
    return model.Item(text=said.text, items=below, from_=said.refs, how=said.how)
