"""The author's lists, whole: as bullets, a table, steps or a timeline, as their items suggest."""

import re
from collections.abc import Sequence
from typing import Any

from shiryo.article.model import Block as Source
from shiryo.draft.marks import escape
from shiryo.draft.rewording import listed
from shiryo.outline import model
from shiryo.outline.facts import facts

_COUNTRY = re.compile(
    r"(?:米|中|日|英|仏|独|韓|加|伊|露|印|豪|台|欧|EU|UAE|米国|中国|日本|英国|フランス|ドイツ|"
    r"韓国|カナダ|イタリア|ロシア|インド|台湾|オーストラリア|スイス|スペイン|オランダ|スウェーデン|イスラエル|シンガポール|ブラジル|アメリカ)"
)
_PROCESS = re.compile(
    r"手順|流れ|ステップ|プロセス|進め方|やり方|方法|段階|工程|手続|順番|順に|フロー"
)
_ACTION = re.compile(
    r"(?:する|す|る|く|ぐ|う|つ|む|ぶ|ぬ|申請|提出|作成|確認|実施|準備|検討|決定|公開|設定|"
    r"登録|送付|通知|審査|契約|開始|導入|選定|調査|分析|評価|設計|開発|運用|報告)$"
)
_PART = re.compile(r"\s*[/／|｜]\s*")


def block(items: Sequence[Source], about: str) -> model.Block:
    """Return the outline's block for consecutive items; ``about`` is the heading and lead-in."""
    flat = all(item.level == items[0].level for item in items)
    if flat and (table := _table(items)):
        return table
    if flat and (timeline := _timeline(items)):
        return timeline
    if flat and _is_process(items, about):
        return model.StepsBlock(steps=tuple(_step(item) for item in items))
    return model.BulletsBlock(bullets=_nested(items, items[0].level))


def item(text: str, source: Source, **more: Any) -> model.Item:
    """Return ``text`` of ``source`` as an item, in the plain style, with its lines and how."""
    (said,), how = listed(text)
    return model.Item(text=escape(said), from_=reference(source), how=how, **more)


def reference(source: Source) -> tuple[str, ...]:
    """Return where a block stands, as ``from`` says it."""
    return (model.line_ref(source.first, source.last),)


def _table(items: Sequence[Source]) -> model.TableBlock | None:
    """Return a table for ``名称(提供元/国):特徴`` items, each with a bracket of as many parts."""
    details = [_PART.split(item.detail) for item in items]
    size = len(details[0])
    if len(items) < 2 or size > 2 or any(not i.detail or not i.text for i in items):
        return None
    if any(len(parts) != size for parts in details):
        return None
    heads = [_head([parts[n] for parts in details]) for n in range(size)]
    if len(set(heads)) < size:
        return None
    rows = tuple(_row(i, parts) for i, parts in zip(items, details, strict=True))
    return model.TableBlock(table=model.TableBody(columns=("名称", *heads, "特徴"), rows=rows))


def _row(item: Source, parts: Sequence[str]) -> model.Row:
    (said,), how = listed(item.text)
    cells = tuple(map(escape, (item.label, *parts, said)))
    return model.Row(cells=cells, from_=reference(item), how=how)


def _head(cells: Sequence[str]) -> str:
    if all(_COUNTRY.fullmatch(cell) for cell in cells):
        return "国・地域"
    if all(any(f.kind == "name" for f in facts(c)) or len(c) >= 2 for c in cells):
        return "提供元" if any(re.search(r"[A-Za-zァ-ヴ]|社$", c) for c in cells) else "区分"
    return "区分"


def _timeline(items: Sequence[Source]) -> model.TimelineBlock | None:
    events = [_event(item) for item in items]
    found = tuple(event for event in events if event)
    if len(found) < 3 or len(found) < len(items):
        return None
    return model.TimelineBlock(timeline=found)


def _event(item: Source) -> model.Event | None:
    """Return the event of an item that opens with a date."""
    date = item.label
    first: tuple[str, ...] = ()
    if not (date and item.text and any(f.kind == "date" for f in facts(date))):
        opening = [f.text for f in facts(item.text) if f.kind == "date"]
        date = next((text for text in opening if item.text.startswith(text)), "")
        first = ("drop-date",)
    (said,), how = listed(item.text, first=first)
    if not (date and said):
        return None
    return model.Event(date=escape(date), text=escape(said), from_=reference(item), how=how)


def _is_process(items: Sequence[Source], about: str) -> bool:
    if len(items) < 3 or not all(item.ordered for item in items):
        return False
    actions = sum(bool(_ACTION.search(listed(i.label or i.text)[0][0])) for i in items)
    return bool(_PROCESS.search(about)) or actions * 2 > len(items)


def _step(item: Source) -> model.Step:
    if item.label:
        title, text = item.label + (f"（{item.detail}）" if item.detail else ""), item.text
    else:
        title, _, text = item.text.partition("。")
    (title, text), how = listed(title, text)
    return model.Step(title=escape(title), text=escape(text), from_=reference(item), how=how)


def _nested(items: Sequence[Source], level: int) -> tuple[model.Item, ...]:
    """Return items with what stands deeper under each; the third level joins the second."""
    found: list[tuple[Source, list[Source]]] = []
    for item in items:
        if item.level <= level or not found:
            found.append((item, []))
        else:
            found[-1][1].append(item)
    return tuple(_item(item, tuple(_item(below) for below in under)) for item, under in found)


def _item(source: Source, below: tuple[model.Item, ...] = ()) -> model.Item:
    title, note = escape(source.label), escape(source.detail)
    return item(source.text, source, title=title, note=note, items=below)
