"""A list that goes on after a paragraph: what stood over its items stands over them again."""

from collections.abc import Iterable, Iterator, Sequence

from shiryo.article.model import Block
from shiryo.drafting.select.parting import reference
from shiryo.japanese.sentences import split, unstopped
from shiryo.outline import model


class Owners:
    """The items of a section under which further ones may stand."""

    def __init__(self) -> None:
        self._open = list[Block]()

    def over(self, members: Sequence[Block]) -> Block | None:
        """Return the nearest item before consecutive ``members`` that is over their first."""
        found = [item for item in self._open if item.level < members[0].level]
        for item in members:
            self._open = [*(o for o in self._open if o.level < item.level), item]
        return found[-1] if found else None


def resumed(made: Iterable[model.Block], owner: Block) -> Iterator[model.Block]:
    """Yield the blocks of a list under ``owner``, which was shown before, with that said of it."""
    for block in made:
        if isinstance(block, model.BulletsBlock) and block.bullets[0].from_ == reference(owner):
            first, *others = block.bullets
            yield block.model_copy(update={"bullets": (_again(first), *others)})
        else:
            yield block


def _again(item: model.Item) -> model.Item:
    """Return an item as it is named where it goes on: its title, else its first sentence."""
    first = unstopped(split(item.text)[0]) if item.text else ""
    words = {"text": "", "how": ()} if item.title else {"text": first.rstrip(":：")}
    return item.model_copy(update={"again": True, "full": "", "note": "", **words})
