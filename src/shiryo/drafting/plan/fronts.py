"""What a section says before a quotation or a term of its own, which has a slide to itself.

That may share a slide with the sections before it where one of them is slight; the last of it is
what the slide of the quotation says then, which stands below that one.
"""

from shiryo.drafting import cards
from shiryo.outline import model

_REST = "-rest"
"""What the id of a slide ends in that has the rest of a section."""
_ALONE = (model.QuoteBlock, model.DefinitionBlock, model.DialogueBlock)


def front(section: model.Section) -> model.Section | None:
    """Return what a card can say of a section before what follows; None if it is no such one."""
    shown = [block for block in section.blocks if cards.is_shown(block)]
    listed, others = (shown[0], shown[1:]) if section.message and len(shown) > 1 else (None, [])
    if not isinstance(listed, model.BulletsBlock) or listed.only != "deck":
        return None
    *kept, last = listed.bullets
    if last.items or not all(isinstance(block, _ALONE) for block in others):
        return None
    blocks = (listed.model_copy(update={"bullets": tuple(kept)}),) if kept else ()
    made = section.model_copy(update={"blocks": blocks})
    return made if cards.is_card(made) else None


def rest(section: model.Section) -> model.Section | None:
    """Return for slides what follows the front of a section that a card tells; None if nothing."""
    if not front(section):
        return None
    listed, *others = (block for block in section.blocks if cards.is_shown(block))
    assert isinstance(listed, model.BulletsBlock)
    last = listed.bullets[-1]
    said = {"message": last.text, "from_": last.from_, "how": last.how}
    first, *more = others
    return section.model_copy(
        update={
            "id": f"{section.id}{_REST}",
            "only": "deck",
            "blocks": (first.model_copy(update=said), *more),
            "message": "",
            "from_": (),
            "how": (),
            "brief": "",
            "notes": "",
            "sections": (),
        }
    )
