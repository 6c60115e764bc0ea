"""The author's lists, whole: as bullets, a table, steps or a timeline, as their items suggest.

A slide takes up to five items at a time, so a longer list is parted. What is too long for a slide
is short there and full in the handout.
"""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.article import numbers
from shiryo.article.model import Article
from shiryo.article.model import Block as Source
from shiryo.drafting.forms import answers, chart, fields, operations
from shiryo.drafting.forms.bullets import bullets
from shiryo.drafting.select import items
from shiryo.drafting.select.parting import is_long, parted, reference
from shiryo.drafting.wording.shorten import without_date
from shiryo.drafting.wording.steps import listed
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.countries import is_country
from shiryo.japanese.words import words
from shiryo.messages import wording
from shiryo.outline import model

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
_COMPANY = re.compile(r"(?:社|法人|大学|研究所|機構|協会|省|庁)$|\b(?:Inc|Ltd|Corp|LLC|GmbH)\.?$")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d:\d\d\b")
_OWN = 0.7
"""Share of events that have a date of their own."""
DETAILS = re.compile(r"(?:(?<!\s)\s+)?[/／|｜]\s*")
"""Between the details of an item."""


def blocks(found: Sequence[Source], about: str, article: Article) -> Iterator[model.Block]:
    """Yield the outline's blocks for consecutive items; ``about`` is the heading and lead-in."""
    for first, items_ in numbers.lists(found):
        yield from _list(items_, first, about, article)


def _list(
    found: Sequence[Source], first: int, about: str, article: Article
) -> Iterator[model.Block]:
    """Yield the blocks of one list, which counts from ``first`` unless that is 0."""
    flat = all(item.level == found[0].level for item in found) and not is_long(found)
    if flat and (table := _table(found)):
        yield table
    elif flat and (events := _events(found)):
        yield from (model.TimelineBlock(timeline=part) for part in parted(events))
    elif drawn := _drawn(found, about, flat=flat):
        yield drawn
        for block in bullets(found, first, article):
            if block.only != "deck":
                yield block.model_copy(update={"only": "handout"})
    elif flat and first and _is_process(found, about) and (steps := _steps(found, first)):
        yield from steps
    elif first:
        yield from bullets(found, first, article)
    else:
        yield from operations.counted(bullets(found, first, article), found, about)


def _drawn(
    found: Sequence[Source], about: str, *, flat: bool
) -> model.ChartBlock | model.TableBlock | None:
    """Return a list of numbers or of fields as slides show it; None of another."""
    if flat:
        return chart.listed(found, about) or fields.table(found) or answers.table(found, about)
    return None if is_long(found) else fields.nested(found)


def _table(found: Sequence[Source]) -> model.TableBlock | None:
    """Return a table for ``名称(提供元/国):特徴`` items, each with a bracket of as many parts."""
    details = [DETAILS.split(item.detail) for item in found]
    size = len(details[0])
    if len(found) < 2 or size > 2 or any(not i.detail or not i.text for i in found):
        return None
    if any(len(parts) != size for parts in details):
        return None
    heads = _heads([[parts[n] for parts in details] for n in range(size)])
    if not all(heads) or len(set(heads)) < size:
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


def _heads(columns: Sequence[Sequence[str]]) -> list[str]:
    """Return a head for each column; empty where it is not known what its cells are."""
    abroad = any(all(map(is_country, cells)) for cells in columns)
    return [_head(cells, abroad=abroad) for cells in columns]


def _head(cells: Sequence[str], *, abroad: bool) -> str:
    """Return what cells are: beside countries (``abroad``) their companies.

    Words of which none returns are no sorts; they may be the names again, in another language.
    """
    if all(map(is_country, cells)):
        return wording("drafted.head.country")
    if abroad or all(map(_COMPANY.search, cells)):
        return wording("drafted.head.maker")
    return wording("drafted.head.kind") if len(set(cells)) < len(cells) else ""


def _events(found: Sequence[Source]) -> list[model.Event]:
    """Return the events of a list of which every item has a date; empty if there are too few.

    Where the dates come again, or have the clock, the list is a log: of talk, of mails.
    """
    events = [event for item in found if (event := _event(item))]
    own = len({event.date for event in events}) >= _OWN * len(events)
    clocked = sum(_CLOCK.search(item.text) is not None for item in found)
    if len(events) < len(found) or len(found) < 3 or not own or 2 * clocked > len(found):
        return []
    return events


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
    actions = sum(map(_is_act, said))
    acts = actions * 2 > len(found) and not _CHOICE.search(about)
    return bool(_PROCESS.search(about)) or acts


def _is_act(text: str) -> bool:
    """Tell whether an item says what is done next; with a topic it is a rule of its own."""
    rules = any(w.sub == "係助詞" and w.surface == "は" for w in words(text))
    return not rules and any(_ACTION.search(said) for said in (text, listed(text)[0][0]))


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
