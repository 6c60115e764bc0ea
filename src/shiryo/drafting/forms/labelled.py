"""The author's lists under labels of their own (よい点:), as slides show them.

Two labels of one kind stand beside each other; else an item is its list's head. The handout has
label and list as the author has them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from shiryo import limits
from shiryo.article.model import Block, Kind
from shiryo.drafting.cards import is_shown
from shiryo.drafting.select.parting import reference
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.splits import sides
from shiryo.drafting.wording.steps import listed
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_SENTENCE = re.compile(r"[。！!？?]$|[いただるす]$")
_TITLE = 14.0
"""Full-width characters of the title of a column."""

Labels = Mapping[int, Block]
"""The line of a list's first item → its label."""
Blocks = tuple[model.Block, ...]


def labels(blocks: Sequence[Block], *, alone: bool) -> Labels:
    """Return what stands right above lists and says whose they are.

    Of several lists a sentence, too (以下は、…を了承した上で試すこと): without it the next list
    goes on under the first one's. Of one list what is no sentence, and only where it is
    ``alone``, in a section without a message.
    """
    runs = [list(run) for _, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM)]
    over = [
        (before[-1], items[0]) for before, items in pairwise(runs) if items[0].kind is Kind.ITEM
    ]
    found = {item.first: block for block, item in over if _is_label(block, said=len(over) > 1)}
    return found if alone or len(found) > 1 else {}


def _is_label(block: Block, *, said: bool) -> bool:
    """Tell whether a block heads the list below it; ``said``: a sentence does, too."""
    sentence = _SENTENCE.search(_words(block))
    fits = said and len(split(block.text)) == 1 and width(block.text) <= LIMIT
    breaks_off = block.text.strip().endswith("、")
    return block.kind is Kind.LEAD_IN and not breaks_off and (fits or not sentence)


def _words(label: Block) -> str:
    return label.text.strip().rstrip(":：").strip()


def placed(heads: Labels, made: Mapping[int, Blocks]) -> dict[int, Blocks]:
    """Return the blocks of lists, each by the line of its first item, as their labels have them."""
    found, waiting = dict(made), sorted(line for line in made if line in heads)
    while waiting:
        line, *rest = waiting
        beside = rest and _compared(heads[line], made[line], heads[rest[0]], made[rest[0]])
        if beside:
            found[line] = (*_handed(made[line]),)
            found[rest[0]] = (*beside, *_handed(made[rest[0]]))
        else:
            found[line] = (*_headed(heads[line], made[line]),)
        waiting = rest[1:] if beside else rest
    return found


def _headed(label: Block, made: Blocks) -> Iterator[model.Block]:
    """Yield the blocks of a list, those of slides under its label.

    A list of other numbers that follows is none of the label's.
    """
    own = tuple(takewhile(lambda block: _is_numbered(block) == _is_numbered(made[0]), made))
    items = tuple(_shown(own)) if all(isinstance(b, model.BulletsBlock) for b in own) else ()
    (text,), how = listed(_words(label))
    if not items:
        if isinstance(made[0], model.TableBlock) and made[0].only == "deck":
            head = model.Item(text=escape(text), from_=reference(label), how=how)
            yield model.BulletsBlock(bullets=(head,), only="deck")
        yield from made
        return
    head = model.Item(text=escape(text), items=items, from_=reference(label), how=how)
    yield model.BulletsBlock(bullets=(head,), only="deck")
    yield from _handed(own)
    yield from made[len(own) :]


def _is_numbered(block: model.Block) -> bool:
    return isinstance(block, model.BulletsBlock) and block.start > 0


def _compared(one: Block, left: Blocks, other: Block, right: Blocks) -> Blocks:
    """Return two lists side by side, for slides; nothing if their labels are no pair."""
    names, both = (_words(one), _words(other)), (list(_shown(left)), list(_shown(right)))
    pair = sides.are_opposites(*names) or sides.are_alike(*names)
    plain = all(isinstance(block, model.BulletsBlock) for block in (*left, *right))
    flat = not any(item.items for items in both for item in items)
    short = all(0 < len(items) <= limits.SLIDE_ITEMS for items in both)
    if not (pair and plain and flat and short and max(map(width, names)) <= _TITLE):
        return ()
    columns = tuple(
        model.CompareColumn(
            title=escape(name),
            items=tuple(items),
            tone="caution" if sides.CAUTION.fullmatch(name) else "plain",
            from_=reference(label),
        )
        for name, items, label in zip(names, both, (one, other), strict=True)
    )
    return (model.CompareBlock(compare=model.CompareBody(columns=columns), only="deck"),)


def _shown(made: Blocks) -> Iterator[model.Item]:
    """Yield the items of lists that slides show, numbers in their words."""
    for block in made:
        if isinstance(block, model.BulletsBlock) and is_shown(block):
            for n, item in enumerate(block.bullets, block.start):
                number = f"{n}. " if block.start else ""
                first = "title" if item.title else "text"
                numbered = {first: f"{number}{getattr(item, first)}", "full": ""}
                yield item.model_copy(update=numbered)


def _handed(made: Blocks) -> Iterator[model.Block]:
    """Yield the blocks for the handout."""
    for block in made:
        if block.only != "deck":
            yield block.model_copy(update={"only": "handout"})
