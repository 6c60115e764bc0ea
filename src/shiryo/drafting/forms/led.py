"""Lists and code on slides: below the sentence that leads on to them, where that is chosen."""

from collections.abc import Collection, Mapping, Sequence

from shiryo.article.model import PROSE, Article, Block
from shiryo.drafting.cards import counted, is_shown
from shiryo.drafting.forms import labelled, points
from shiryo.drafting.select.relations import POINTS
from shiryo.drafting.select.salience import share
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.steps import listed
from shiryo.outline import model, statements

_SAME = 0.8
"""Share of what a sentence says that makes a statement the same."""


def over(blocks: Sequence[Block]) -> dict[int, Block]:
    """Return the paragraph right over each list, and over code, by the line that this begins on."""
    lists = ((lead, items[0].first) for lead, items in labelled.over(blocks))
    return {line: lead for lead, line in lists if lead.kind in PROSE}


def placed(
    made: Sequence[model.Block],
    chosen: Sequence[model.BulletsBlock],
    over: Mapping[int, Block],
    article: Article,
    code: Collection[int],
) -> tuple[list[model.Block], list[model.BulletsBlock]]:
    """Return a section's blocks, each list below the chosen statement that is the sentence over it.

    And what is ``chosen`` with that; the handout has such a list by itself. ``code``: the lines on
    which what is to be typed begins. Several commands are of all that their paragraph says.
    """
    found, at = list[model.Block](), -1
    own = {id(block): block for block in chosen}
    for block in made:
        lead = _lead(block, over)
        before = found[at] if lead and at >= 0 else None
        host = next((key for key, one in own.items() if one is before), None)
        if (
            lead
            and host
            and isinstance(block, model.BulletsBlock)
            and _says(own[host], lead, article, last=not _is_several(block, code))
        ):
            found[at] = own[host] = _with(own[host], block)
            if block.only is None:
                found.append(block.model_copy(update={"only": "handout"}))
            continue
        at = len(found) if is_shown(block) else at
        found.append(block)
    return found, [*own.values()]


def _lead(block: model.Block, over: Mapping[int, Block]) -> Block | None:
    """Return what stands over a plain list that slides show; None over anything else."""
    if not isinstance(block, model.BulletsBlock) or not is_shown(block) or block.message:
        return None
    deep = any(item.items for item in block.bullets)
    return None if deep else over.get(points.line(block))


def _is_several(block: model.BulletsBlock, code: Collection[int]) -> bool:
    return points.line(block) in code and len(block.bullets) > 1


def _says(block: model.BulletsBlock, lead: Block, article: Article, *, last: bool) -> bool:
    """Tell whether the last statement of a list is what the paragraph ``lead`` says of another.

    That is what points to it (次のように…), else the only sentence, or the ``last`` one.
    """
    end = block.bullets[-1]
    end = end.items[-1] if end.items else end
    found = sentences.of(lead, article)
    pointing = [one for one in found if POINTS.search(one.text)]
    if not (pointing or last or len(found) == 1):
        return False
    (text,), _ = listed((pointing or found)[-1].text)
    said = statements.shown(end.text)
    return max(share(text, said), share(said, text)) >= _SAME


def _with(block: model.BulletsBlock, under: model.BulletsBlock) -> model.BulletsBlock:
    """Return statements with a list below the last of them; a single item stands beside that."""
    *others, last = block.bullets
    return block.model_copy(update={"bullets": (*others, _over(last, tuple(counted(under))))})


def _over(item: model.Item, below: tuple[model.Item, ...]) -> model.Item:
    if not item.items or len(below) == 1:
        return item.model_copy(update={"items": (*item.items, *below)})
    *others, last = item.items
    return item.model_copy(update={"items": (*others, _over(last, below))})
