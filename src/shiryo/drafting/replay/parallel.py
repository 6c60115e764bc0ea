"""Lists in one form: where an item of a list ends in its predicate, all of them do.

A draft ends in nouns where it can (体言止め). Beside 〜を防ぐ, which has no such end, 〜を創設
reads like another kind of thing; so it becomes 〜を創設する again, by its own log without that.
What would end in だ again (予定, 必要) reads well beside both and stays.
"""

from collections.abc import Sequence

from shiryo.article.model import Article
from shiryo.drafting.replay.edited import Cited, starts
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import NOUN_ENDING, replay
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.outline import model, statements

_PREDICATES = ("動詞", "形容詞", "助動詞")


def evened(outline: model.Outline, article: Article) -> model.Outline:
    """Return ``outline`` with each list of its items, and its summary, in one form."""
    cited = Cited(article)
    return outline.model_copy(
        update={
            "summary": _items(outline.summary, (), cited),
            "sections": tuple(_section(section, cited) for section in outline.sections),
        }
    )


def _section(section: model.Section, cited: Cited) -> model.Section:
    blocks = tuple(
        block.model_copy(update={"bullets": _items(block.bullets, (), cited)})
        if isinstance(block, model.BulletsBlock)
        else block
        for block in section.blocks
    )
    below = tuple(_section(s, cited) for s in section.sections)
    return section.model_copy(update={"blocks": blocks, "sections": below})


def _items(
    items: Sequence[model.Item], refs: tuple[str, ...], cited: Cited
) -> tuple[model.Item, ...]:
    made = [
        item.model_copy(update={"items": _items(item.items, item.from_ or refs, cited)})
        if item.items
        else item
        for item in items
    ]
    if any(_ends_in_predicate(item.text) for item in made):
        whole = [_predicated(item, refs, cited) for item in made]
        if all(whole):
            return tuple(item for item in whole if item)
    return tuple(made)


def _ends_in_predicate(text: str) -> bool:
    found = words(text.rstrip("。")) if text else ()
    return bool(found) and found[-1].pos in _PREDICATES


def _predicated(item: model.Item, refs: tuple[str, ...], cited: Cited) -> model.Item | None:
    """Return ``item`` ending in its predicate; None if it does not fit then."""
    if NOUN_ENDING not in item.how:
        return item
    how = tuple(step for step in item.how if step != NOUN_ENDING)
    said = statements.Statement((), (item.text,), item.from_ or refs, item.how)
    for start in starts(said, cited):
        text = _replayed(start, how)
        if text in (f"{item.text}だ", f"{item.text}である"):
            return item
        if text.startswith(item.text) and width(text) <= LIMIT:
            return item.model_copy(update={"text": text, "how": how})
    return None


def _replayed(start: str, how: tuple[str, ...]) -> str:
    try:
        return escape(replay(start, how))
    except (KeyError, IndexError):
        return ""
