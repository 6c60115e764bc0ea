"""The author's lists as bullets: as short as a slide takes them, and whole in the handout."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import Article
from shiryo.article.model import Block as Source
from shiryo.drafting.forms import named
from shiryo.drafting.select import chatter, items
from shiryo.drafting.select.parting import is_long, parted, reference
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.splits import sides
from shiryo.drafting.wording.steps import DROP_CONNECTIVE, bare, replay
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model
from shiryo.values import dataclass

_TOLD = 32.0
"""Full-width characters that the two cases of a matter say, to be told side by side."""
_PROBLEMS = 2
"""Items before a remedy, at least, that it is one for."""
_REMEDY = re.compile(r"(?:対策|解決|改善|対応|回避|打開)(?:案|策|方法)?")
"""An item that only says that what stands below it is one."""
_SO = re.compile(r"(?:そのため|このため|したがって|従って|その結果|よって|ゆえに|だから)、")
"""How an item begins that follows from the one above it."""
_SOURCE = re.compile(r"(?:参考|出典|引用|リンク|URL)\S{0,3}", re.I)
"""A head under which there are only addresses."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """An item of the author's with what stands under it."""

    item: model.Item | None
    """For a slide; None if nothing of it fits or nothing is new."""
    cut: bool
    """Whether the author says more, here or below."""
    whole: model.Item
    """For the handout, in the author's words."""


def bullets(
    found: Sequence[Source], first: int, article: Article
) -> Iterator[model.BulletsBlock | model.CompareBlock]:
    """Yield a list that both have, or one for slides and one for the handout.

    What is to be done about the others (対策案), last of them, is no further one of them.
    """
    *others, last = _groups(found)
    if remedy := _remedy(last, article) if len(others) >= _PROBLEMS and not first else None:
        yield from bullets(found[: -len(last)], first, article)
        yield remedy
        whole = _listed(last, article, whole=True).whole
        yield model.BulletsBlock(bullets=(whole,), only="handout")
        return
    nested = _nested(found, article)
    if compare := _compared(nested):
        cut = any(one.cut for one in nested)
        yield compare.model_copy(update={"only": "deck" if cut else None})
        if not cut:
            return
        yield model.BulletsBlock(bullets=tuple(one.whole for one in nested), only="handout")
        return
    if made := named.cards([one.item for one in nested if one.item], found):
        yield made
        for block in _numbered([one.whole for one in nested], first):
            yield block.model_copy(update={"only": "handout"})
        return
    shown = [one.item for one in nested if one.item]
    if all(_is_like(one) for one in nested) and not is_long(found):
        cut = any(one.cut for one in nested)
        kept = shown if cut else [_without_full(item) for item in shown]
        yield from _numbered(kept, first)
        return
    flat = list(map(_without_full, shown))[: limits.DRAFT_ITEMS]
    counts = len(flat) == min(len(nested), limits.DRAFT_ITEMS)
    for block in _numbered(flat, first if counts else 0) if flat else ():
        yield block.model_copy(update={"only": "deck"})
    for block in _numbered([one.whole for one in nested], first):
        yield block.model_copy(update={"only": "handout"})


def _remedy(group: Sequence[Source], article: Article) -> model.BulletsBlock | None:
    """Return what stands below nothing but the name of a remedy, under that as its title."""
    top, *under = group
    if top.label or not under or not _REMEDY.fullmatch(bare(top.text).strip().rstrip(":：")):
        return None
    below = [one.item for one in _nested(under, article)]
    said = [_without_full(item) for item in below if item]
    if not said or len(said) < len(below):
        return None
    first, *others = said
    title = escape(bare(top.text).strip().rstrip(":："))
    more = {"title": title, "from_": (*reference(top), *first.from_)}
    alone = not (others or first.title or first.items)
    item = (
        first.model_copy(update=more)
        if alone
        else model.Item(title=title, items=tuple(said), from_=reference(top))
    )
    return model.BulletsBlock(bullets=(item,), only="deck")


def _numbered(found: Sequence[model.Item], first: int) -> Iterator[model.BulletsBlock]:
    """Yield a list, numbered from ``first`` unless that is 0, in parts that an outline may hold.

    Numbers end where no list may have them any more.
    """
    for part in parted(found, limits.ROWS):
        last = first + len(part) - 1
        yield model.BulletsBlock(bullets=part, start=first if last <= limits.LIST_NUMBER else 0)
        first += len(part) * bool(first)


def _compared(nested: Sequence[_Listed]) -> model.CompareBlock | None:
    """Return two items that are opposites (利点, 欠点), with what stands in them, side by side."""
    items_ = [one.item for one in nested if one.item]
    titles = [item.title or item.text for item in items_]
    if len(items_) != 2 or len(nested) != 2:
        return None
    below = [_side(item) for item in items_]
    if not all(below) or any(not i.text for items_ in below for i in items_):
        return None
    told = sum(width(i.text) for items_ in below for i in items_) >= _TOLD
    if not (sides.are_opposites(*titles) or (told and sides.are_cases(*titles))):
        return None
    columns = tuple(
        model.CompareColumn(
            title=title,
            items=said,
            tone="caution" if sides.CAUTION.fullmatch(title) else "plain",
            from_=item.from_,
            how=() if item.title else item.how,
        )
        for title, item, said in zip(titles, items_, below, strict=True)
    )
    return model.CompareBlock(compare=model.CompareBody(columns=columns))


def _side(item: model.Item) -> tuple[model.Item, ...]:
    """Return what a side of a comparison says: the item, if it is named, and what is below it."""
    own = item.model_copy(update={"title": "", "items": (), "full": ""})
    head = (own,) if item.title and item.text else ()
    return (*head, *map(_without_full, item.items))[: limits.SLIDE_ITEMS]


def _is_like(one: _Listed) -> bool:
    """Tell whether a slide has the item with all that is under it."""
    return one.item is not None and _is_whole(one.item, one.whole)


def _is_whole(item: model.Item, whole: model.Item) -> bool:
    same = len(item.items) == len(whole.items)
    return same and all(map(_is_whole, item.items, whole.items))


def _without_full(item: model.Item) -> model.Item:
    below = tuple(_without_full(i) for i in item.items)
    return item.model_copy(update={"full": "", "items": below})


def _nested(found: Sequence[Source], article: Article) -> list[_Listed]:
    """Return items with what stands deeper under each, as deep as it stands.

    Of a long list what comes late is for the handout alone.
    """
    most = limits.DRAFT_ITEMS
    groups = enumerate(_groups(found))
    made = [_listed(group, article, whole=n >= most) for n, group in groups]
    tops = [group[0] for group in _groups(found)]
    return [
        replace(one, item=_following(one.item, top)) if n and one.item and made[n - 1].item else one
        for n, (one, top) in enumerate(zip(made, tops, strict=True))
    ]


def _following(item: model.Item, top: Source) -> model.Item:
    """Return an item that follows from the one above it with the word that says so."""
    if not _SO.match(top.text) or DROP_CONNECTIVE not in item.how:
        return item
    how = tuple(step for step in item.how if step != DROP_CONNECTIVE)
    text = replay(top.text, how) if len(split(top.text)) == 1 else ""
    return item.model_copy(update={"text": escape(text), "how": how}) if text else item


def _groups(found: Sequence[Source]) -> list[list[Source]]:
    """Return items, each with those that are deeper than the first; of more than a list may
    have, the last under the same head again.
    """
    groups = list[list[Source]]()
    for item in found:
        if not groups or item.level <= found[0].level:
            groups.append([item])
        elif len(groups[-1]) > limits.ROWS:
            groups.append([groups[-1][0], item])
        else:
            groups[-1].append(item)
    return groups


def _listed(group: Sequence[Source], article: Article, *, whole: bool = False) -> _Listed:
    """Return an item with what stands under it; ``whole``: in the author's words alone."""
    top, *under = group
    below = [_listed(each, article, whole=whole) for each in _groups(under)]
    more = {"title": escape(top.label), "note": escape(top.detail)}
    full = model.Item(
        text=escape(bare(top.text)),
        items=tuple(one.whole for one in below),
        from_=reference(top),
        **more,
    )
    if whole:
        return _Listed(None, True, full)
    said = items.short(top, article)
    cut = said.cut or any(one.cut for one in below)
    leads = items.is_address(top.text) and not below
    if chatter.is_nothing(top.text) and not below:
        return _Listed(None, True, full)
    if not said.text and (leads or items.leads_away(top.text) or _SOURCE.fullmatch(top.label)):
        return _Listed(None, cut, full)
    made = model.Item(
        text=said.text or ("" if top.label else items.opening(bare(top.text))),
        full=said.full,
        items=(*_rest(top, said, article), *(one.item for one in below if one.item)),
        from_=said.refs,
        how=said.how,
        **more,
    )
    return _Listed(made, cut, full)


def _rest(top: Source, said: items.Short, article: Article) -> tuple[model.Item, ...]:
    """Return what an item says further, to stand under it before what does anyway."""
    return items.rest(top, article) if said.text and said.cut else ()
