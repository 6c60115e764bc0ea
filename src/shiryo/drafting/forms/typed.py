"""Code on slides: below the sentence that it belongs to, where that is chosen."""

from collections.abc import Collection, Mapping, Sequence

from shiryo.article.model import PROSE, Article, Block
from shiryo.drafting.cards import is_shown
from shiryo.drafting.forms import labelled, points
from shiryo.drafting.select.leads import POINTS
from shiryo.drafting.select.salience import share
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.steps import listed
from shiryo.outline import model, statements

_SAME = 0.8
"""Share of what a sentence says that makes a statement the same."""


def over(blocks: Sequence[Block], code: Collection[int]) -> dict[int, Block]:
    """Return the paragraph right over each list that begins with ``code``, by that line."""
    lists = ((lead, items[0].first) for lead, items in labelled.over(blocks))
    return {line: lead for lead, line in lists if line in code and lead.kind in PROSE}


def placed(
    made: Sequence[model.Block],
    chosen: Sequence[model.BulletsBlock],
    over: Mapping[int, Block],
    article: Article,
) -> tuple[list[model.Block], list[model.BulletsBlock]]:
    """Return a section's blocks, code below the chosen statement that is the sentence over it.

    And what is ``chosen`` with that; the handout has such code by itself.
    """
    found, at = list[model.Block](), -1
    own = {id(block): block for block in chosen}
    for block in made:
        lead = over.get(points.line(block)) if isinstance(block, model.BulletsBlock) else None
        before = found[at] if lead and at >= 0 else None
        host = next((key for key, one in own.items() if one is before), None)
        if (
            lead
            and host
            and isinstance(block, model.BulletsBlock)
            and _says(own[host], lead, article)
        ):
            found[at] = own[host] = _with(own[host], block.bullets)
            found.append(block.model_copy(update={"only": "handout"}))
            continue
        at = len(found) if is_shown(block) else at
        found.append(block)
    return found, [*own.values()]


def _says(block: model.BulletsBlock, lead: Block, article: Article) -> bool:
    """Tell whether the last statement of a list is what the paragraph ``lead`` says of the code.

    That is what points to it (次のように…), else the last sentence.
    """
    last = block.bullets[-1]
    last = last.items[-1] if last.items else last
    found = sentences.of(lead, article)
    pointing = [one for one in found if POINTS.search(one.text)]
    (text,), _ = listed((pointing or found)[-1].text)
    return share(text, statements.shown(last.text)) >= _SAME


def _with(block: model.BulletsBlock, code: Sequence[model.Item]) -> model.BulletsBlock:
    *others, last = block.bullets
    below = last.model_copy(update={"items": (*last.items, *code)})
    return block.model_copy(update={"bullets": (*others, below)})
