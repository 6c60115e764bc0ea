"""Long items of the author's lists: by their central claims in the deck, whole in the handout."""

from collections.abc import Sequence

from shiryo.article.model import Article, Block
from shiryo.draft import lists, sentences, shorten, statements
from shiryo.draft.marks import escape
from shiryo.draft.statements import Claim
from shiryo.outline import model

_LONG = 52.0
"""Full-width characters of an item that is a paragraph; one with a lead word may be longer."""


def _long(item: Block) -> bool:
    return shorten.width(item.text) > (statements.LONGEST if item.label else _LONG)


def claims(items: Sequence[Block], article: Article, heading: str) -> list[Claim]:
    """Return what items claim, together, where they are sentences and not only names of things."""
    found = [s for item in items if _says(item) for s in sentences.of(item, article)]
    return statements.claims(found, heading)


def _says(item: Block) -> bool:
    return _long(item) or (not item.label and item.text.rstrip().endswith("。"))


def blocks(
    whole: model.BulletsBlock, items: Sequence[Block], article: Article, message: Claim | None
) -> tuple[model.BulletsBlock, ...]:
    """Return the list for the deck, each long item by one of its claims, and for the handout."""
    by_line = {lists.reference(item)[0]: item for item in items}
    said = message.text if message else ""
    short = tuple(
        found for item in whole.bullets if (found := _digest(item, by_line, article, said))
    )
    if not short or short == whole.bullets:
        return (whole,)
    return (
        model.BulletsBlock(bullets=short, only="deck"),
        whole.model_copy(update={"only": "handout"}),
    )


def _digest(
    item: model.Item, by_line: dict[str, Block], article: Article, said: str
) -> model.Item | None:
    """Return the item with its text and what is below it shortened; None if nothing new is left."""
    source = by_line[item.from_[0]]
    below = tuple(d for i in item.items if (d := _digest(i, by_line, article, said)))
    found = statements.claims(sentences.of(source, article), item.title)
    if said and [c.text for c in found] == [said] and not (item.title or below):
        return None
    if not _long(source):
        return item.model_copy(update={"items": below})
    claim = statements.best([c for c in found if c.text != said])
    if claim is None and not (item.title or below) and said in [c.text for c in found]:
        return None
    if claim is None:
        return item.model_copy(update={"items": below})
    cited = (model.line_ref(claim.first, claim.last),)
    return item.model_copy(
        update={"text": escape(claim.text), "items": below, "from_": cited, "how": claim.how}
    )
