"""The author's lists, whole: as bullets, a table, steps or a timeline, as their items suggest.

A slide takes up to five items at a time, so a longer list is parted. What is too long for a slide
is short there and full in the handout.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from shiryo import limits
from shiryo.article import numbers
from shiryo.article.model import Article
from shiryo.article.model import Block as Source
from shiryo.drafting.forms import chart
from shiryo.drafting.select import items
from shiryo.drafting.wording.shorten import without_date
from shiryo.drafting.wording.splits import sides
from shiryo.drafting.wording.steps import bare, listed
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.countries import is_country
from shiryo.messages import wording
from shiryo.outline import model

_T = TypeVar("_T")
_PROCESS = re.compile(
    r"手順|流れ|ステップ|プロセス|進め方|やり方|方法|段階|工程|手続|順番|順に|フロー"
)
_ACTION = re.compile(
    r"(?:する|す|る|く|ぐ|う|つ|む|ぶ|ぬ|申請|提出|作成|確認|実施|準備|検討|決定|公開|設定|"
    r"登録|送付|通知|審査|契約|開始|導入|選定|調査|分析|評価|設計|開発|運用|報告)$"
)
_CHOICE = re.compile(
    r"候補|選択肢|いずれか|どれか|どちらか|択一|理由|原因|特徴|条件|[案型](?:は|には|が)|ポイント|メリット"
    r"|課題|パターン"
)
"""What is listed side by side, however much of it is done."""
_SOURCE = re.compile(r"(?:参考|出典|引用|リンク|URL)\S{0,3}", re.I)
"""A head under which there are only addresses."""
_PART = re.compile(r"(?:(?<!\s)\s+)?[/／|｜]\s*")


def blocks(
    found: Sequence[Source], about: str, article: Article, avoid: Sequence[str] = ()
) -> Iterator[model.Block]:
    """Yield the outline's blocks for consecutive items; ``about`` is the heading and lead-in.

    ``avoid``: the section's message, and what else was said. An item that says nothing else than
    the message stands in the handout alone.
    """
    for first, items_ in numbers.lists(found):
        yield from _list(items_, first, about, article, avoid)


def _list(
    found: Sequence[Source], first: int, about: str, article: Article, avoid: Sequence[str]
) -> Iterator[model.Block]:
    """Yield the blocks of one list, which counts from ``first`` unless that is 0."""
    flat = all(item.level == found[0].level for item in found) and not _is_long(found)
    if flat and (table := _table(found)):
        yield table
    elif flat and (events := _events(found)):
        yield from (model.TimelineBlock(timeline=part) for part in parted(events))
    elif flat and (drawn := chart.listed(found, about)):
        yield drawn
        for block in _bullets(found, first, article, ()):
            yield block.model_copy(update={"only": "handout"})
    elif flat and first and _is_process(found, about) and (steps := _steps(found, first)):
        yield from steps
    else:
        yield from _bullets(found, first, article, avoid)


def _is_long(found: Sequence[object]) -> bool:
    """Tell whether a list is so long that slides have only its beginning."""
    return len(found) > limits.DRAFT_ITEMS


def parted(found: Sequence[_T], most: int = limits.SLIDE_ITEMS) -> Iterator[tuple[_T, ...]]:
    """Part what is more than a slide takes as evenly as may be."""
    count = -(-len(found) // most)
    size, more = divmod(len(found), count)
    start = 0
    for n in range(count):
        end = start + size + (n < more)
        yield tuple(found[start:end])
        start = end


def reference(source: Source) -> tuple[str, ...]:
    """Return where a block stands, as ``from`` says it."""
    return (model.line_ref(source.first, source.last),)


def _table(found: Sequence[Source]) -> model.TableBlock | None:
    """Return a table for ``名称(提供元/国):特徴`` items, each with a bracket of as many parts."""
    details = [_PART.split(item.detail) for item in found]
    size = len(details[0])
    if len(found) < 2 or size > 2 or any(not i.detail or not i.text for i in found):
        return None
    if any(len(parts) != size for parts in details):
        return None
    heads = [_head([parts[n] for parts in details]) for n in range(size)]
    if len(set(heads)) < size:
        return None
    rows = tuple(_row(i, parts) for i, parts in zip(found, details, strict=True))
    return model.TableBlock(
        table=model.TableBody(
            columns=(wording("drafted.head.name"), *heads, wording("drafted.head.what")), rows=rows
        )
    )


def _row(item: Source, parts: Sequence[str]) -> model.Row:
    said = items.part(item.text, item)
    first = tuple(map(escape, (item.label, *parts)))
    full = (*first, said.full) if said.cut else ()
    return model.Row(cells=(*first, said.text), full=full, from_=said.refs, how=said.how)


def _head(cells: Sequence[str]) -> str:
    if all(map(is_country, cells)):
        return wording("drafted.head.country")
    if all(any(f.kind == "name" for f in facts(c)) or len(c) >= 2 for c in cells):
        made = any(re.search(r"[A-Za-zァ-ヴ]|社$", c) for c in cells)
        return wording("drafted.head.maker" if made else "drafted.head.kind")
    return wording("drafted.head.kind")


def _events(found: Sequence[Source]) -> list[model.Event]:
    """Return the events of a list of which every item has a date; empty if there are too few."""
    events = [event for item in found if (event := _event(item))]
    return events if len(events) == len(found) >= 3 else []


def _event(item: Source) -> model.Event | None:
    """Return the event of an item that opens with a date."""
    date, first = item.label, tuple[str, ...]()
    if not (date and item.text and any(f.kind == "date" for f in facts(date))):
        opening = [f.text for f in facts(item.text) if f.kind == "date"]
        date, first = next((t for t in opening if item.text.startswith(t)), ""), ("drop-date",)
    rest = without_date(item.text) if first else item.text
    if not (date and rest):
        return None
    said = items.part(rest, item)
    full = said.full if said.cut else ""
    how = (*first, *said.how)
    return model.Event(date=escape(date), text=said.text, full=full, from_=said.refs, how=how)


def _is_process(found: Sequence[Source], about: str) -> bool:
    if len(found) < 3:
        return False
    said = [i.label or i.text for i in found]
    actions = sum(any(_ACTION.search(t) for t in (text, listed(text)[0][0])) for text in said)
    acts = actions * 2 > len(found) and not _CHOICE.search(about)
    return bool(_PROCESS.search(about)) or acts


def _steps(found: Sequence[Source], start: int) -> list[model.StepsBlock]:
    """Return the steps, parted; none if one cannot be said in short."""
    steps = [step for item in found if (step := _step(item))]
    made = list[model.StepsBlock]()
    for part in parted(steps) if len(steps) == len(found) else ():
        made.append(model.StepsBlock(steps=part, start=start))
        start += len(part)
    return made


def _step(item: Source) -> model.Step | None:
    if item.label:
        label = item.label + (f"（{item.detail}）" if item.detail else "")
        said = items.part(item.text, item)
        full = said.full if said.cut else ""
        title = escape(label)
        return model.Step(title=title, text=said.text, full=full, from_=said.refs, how=said.how)
    first, _, rest = item.text.partition("。")
    head, said = items.part(first, item), items.part(rest, item)
    if not head.text:
        return None
    full = escape(item.text) if head.cut else said.full if said.cut else ""
    text = said.text if said.how == head.how or not said.how else ""
    if said.text and not text:
        full = full or said.full
    return model.Step(title=head.text, text=text, full=full, from_=reference(item), how=head.how)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An item of the author's with what stands under it."""

    item: model.Item | None
    """For a slide; None if nothing of it fits or nothing is new."""
    cut: bool
    """Whether the author says more, here or below."""
    whole: model.Item
    """For the handout, in the author's words."""


def _bullets(
    found: Sequence[Source], first: int, article: Article, avoid: Sequence[str]
) -> Iterator[model.BulletsBlock | model.CompareBlock]:
    """Yield a list that both have, or one for slides and one for the handout."""
    nested = _nested(found, article, avoid)
    if compare := _compared(nested):
        cut = any(one.cut for one in nested)
        yield compare.model_copy(update={"only": "deck" if cut else None})
        if not cut:
            return
        yield model.BulletsBlock(bullets=tuple(one.whole for one in nested), only="handout")
        return
    shown = [one.item for one in nested if one.item]
    if all(_is_like(one) for one in nested) and not _is_long(found):
        cut = any(one.cut for one in nested)
        kept = shown if cut else [_without_full(item) for item in shown]
        yield from _numbered(kept, first)
        return
    flat = list(map(_without_full, _flatter(shown)))[: limits.DRAFT_ITEMS]
    counts = len(flat) == min(len(nested), limits.DRAFT_ITEMS)
    for block in _numbered(flat, first if counts else 0) if flat else ():
        yield block.model_copy(update={"only": "deck"})
    for block in _numbered([one.whole for one in nested], first, limits.ROWS):
        yield block.model_copy(update={"only": "handout"})


def _numbered(
    found: Sequence[model.Item], first: int, most: int = limits.SLIDE_ITEMS
) -> Iterator[model.BulletsBlock]:
    """Yield a list in parts of ``most`` items, numbered from ``first`` unless that is 0.

    Numbers end where no list may have them any more.
    """
    for part in parted(found, most):
        last = first + len(part) - 1
        yield model.BulletsBlock(bullets=part, start=first if last <= limits.LIST_NUMBER else 0)
        first += len(part) * bool(first)


def _compared(nested: Sequence[_Listed]) -> model.CompareBlock | None:
    """Return two items that are opposites (利点, 欠点), with what stands in them, side by side."""
    items_ = [one.item for one in nested if one.item]
    titles = [item.title or item.text for item in items_]
    if len(items_) != 2 or len(nested) != 2 or not sides.are_opposites(*titles):
        return None
    below = [
        tuple(map(_without_full, item.items[: limits.SLIDE_ITEMS]))
        or ((item,) if item.title else ())
        for item in items_
    ]
    if not all(below) or any(not i.text for items_ in below for i in items_):
        return None
    columns = tuple(
        model.CompareColumn(
            title=title,
            items=tuple(i.model_copy(update={"title": ""}) if i is item else i for i in said),
            tone="caution" if sides.CAUTION.fullmatch(title) else "plain",
            from_=item.from_,
            how=() if item.title else item.how,
        )
        for title, item, said in zip(titles, items_, below, strict=True)
    )
    return model.CompareBlock(compare=model.CompareBody(columns=columns))


def _is_like(one: _Listed) -> bool:
    """Tell whether a slide has the item with all that is under it, and not too much."""
    item = one.item
    return item is not None and len(item.items) == len(one.whole.items) <= limits.SLIDE_ITEMS


def _flatter(shown: Sequence[model.Item]) -> Iterator[model.Item]:
    """Yield items; what stands under one beyond the fifth follows it."""
    for item in shown:
        yield item.model_copy(update={"items": item.items[: limits.SLIDE_ITEMS]})
        yield from item.items[limits.SLIDE_ITEMS :]


def _without_full(item: model.Item) -> model.Item:
    below = tuple(_without_full(i) for i in item.items)
    return item.model_copy(update={"full": "", "items": below})


def _nested(found: Sequence[Source], article: Article, avoid: Sequence[str]) -> list[_Listed]:
    """Return items with what stands deeper under each; the third level joins the second.

    Of a long list what comes late is for the handout alone.
    """
    groups: list[list[Source]] = []
    for item in found:
        if item.level <= found[0].level or not groups or len(groups[-1]) > limits.ROWS:
            groups.append([item])
        else:
            groups[-1].append(item)
    said = list(avoid)
    made: list[_Listed] = []
    for group in groups:
        made.append(_listed(group, article, said, whole=len(made) >= limits.DRAFT_ITEMS))
        said += [i.text for one in made[-1:] if one.item for i in (one.item, *one.item.items)]
    return made


def _listed(
    group: Sequence[Source], article: Article, avoid: Sequence[str], *, whole: bool = False
) -> _Listed:
    """Return an item with what stands under it; ``whole``: in the author's words alone."""
    top, *under = group
    below = [_listed([item], article, avoid, whole=whole) for item in under]
    more = {"title": escape(top.label), "note": escape(top.detail)}
    full = model.Item(
        text=escape(bare(top.text)),
        items=tuple(one.whole for one in below),
        from_=reference(top),
        **more,
    )
    if whole:
        return _Listed(None, True, full)
    said = items.short(top, article, avoid)
    cut = said.cut or any(one.cut for one in below)
    if not said.text and (not top.label or _SOURCE.fullmatch(top.label)):
        return _Listed(None, cut, full)
    made = model.Item(
        text=said.text,
        full=said.full,
        items=tuple(one.item for one in below if one.item),
        from_=said.refs,
        how=said.how,
        **more,
    )
    return _Listed(made, cut, full)
