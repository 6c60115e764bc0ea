"""Numbers of one kind as a chart: a table's columns of one unit, a list or a sentence of amounts.

A chart stands on the slide, the author's table or list in the handout. There is none where units
are mixed, where a row or column adds up the others, where numbers are codes, prices or measures of
a thing, or where there are fewer than three points.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Block, Kind
from shiryo.drafting.wording.splits import series
from shiryo.drafting.wording.steps import PLOT
from shiryo.inline import escape
from shiryo.japanese import dates, units
from shiryo.japanese.amounts import alike, amount
from shiryo.japanese.quantities import half
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.outline import model
from shiryo.outline.statements import plotted

_FEWEST, _MOST, _SERIES, _SLICES = 3, 12, 3, 4
_COLUMNS = 9
"""Columns at most, of all series; more numbers than these in time are lines."""
_LABEL = 24.0
"""Full-width characters of the name of a point or a series."""
_TOTAL = re.compile(
    r".*(?:合計|総計|総数|小計|累計|平均|全体|トータル|全国)|計|total|average", re.I
)
_CODE = re.compile(r"番号|内線|電話|コード|順位|序列|郵便|版|号|ページ|頁|行目|№|no\.?$|id$", re.I)
_PRICE = re.compile(
    r"価格|値段|単価|定価|料金|使用料|利用料|手数料|入場料|入館料|会費|税額|送料|販売|月額|分量|目安|材料|サイズ|"
    r"仕様|寸法|定員"
)
_MEASURE = re.compile(
    r"幅|高さ|奥行|長さ|重さ|重量|直径|深さ|厚さ|厚み|容量|寸法|サイズ|身長|体重|体長"
)
_COUNT = re.compile(r"数|額|量|率|高|割合|構成比|比率|シェア|人口|面積|得点|スコア|件|点")
_DRAWN: tuple[units.Kind, ...] = (
    "share", "money", "tally", "things", "measure", "time", "calendar",
)  # fmt: skip
_BRACKET = re.compile(
    r"(?:[(（](?:単位\s*+(?:[:：]\s*+)?)?([^()（）:：]{1,8})[)）]|単位\s*+[:：]\s*+([^()（）:：]{1,8}))\s*$"
)
_NOTE = re.compile(r"[(（]?\s*単位\s*[:：].{1,12}")
_UNIT = re.compile(rf"[十百千万億兆]*{units.pattern(*_DRAWN)}")
_LISTED = re.compile(
    rf"[千万億兆百]+{units.pattern('money', 'tally', 'things', 'measure')}"
    rf"|{units.pattern('tally')}|%"
)
"""Units of which a list is counted; ingredients and times are listed in others."""
_SHARES = re.compile(r"割合|比率|調査|回答|アンケート|投票|内訳|シェア")
"""What says that shares are of one whole, though rounded or not all there."""
_NUMBER = re.compile(r"(?:図表|表|図)\s*[\d.\-]*\s*[:：.．]?\s*")


def tabled(block: Block, beside: Sequence[Block]) -> model.ChartBlock | None:
    """Return the chart of a table; None if its numbers are not of one kind.

    ``beside``: its caption and what says its unit, as far as there are such.
    """
    heads, *rows = ([half(" ".join(c.split())) for c in row] for row in _ranked(block.cells))
    if len(rows) < 1 or any(len(row) != len(heads) for row in rows) or len(heads) < 2:
        return None
    raw = [[" ".join(c.split()) for c in row] for row in _ranked(block.cells)]
    if len(heads) > _FEWEST and _moments(heads[1:]):
        raw = [list(column) for column in zip(*raw, strict=True)]
    names, categories = raw[0][1:], [row[0] for row in raw[1:]]
    columns = [[row[n] for row in raw[1:]] for n in range(1, len(raw[0]))]
    about = " ".join((*heads, *(b.text for b in beside)))
    if _CODE.search(half(raw[0][0])) or _TOTAL.fullmatch(half(raw[0][0])):
        return None
    caption = next((b.text for b in beside if b.kind is Kind.CAPTION), "")
    title = caption or (names[0] if len(names) == 1 else "")
    refs = tuple(model.line_ref(b.first, b.last) for b in (block, *beside))
    return _chart(names, categories, columns, about, title, refs)


def is_note(block: Block) -> bool:
    """Tell whether a block beside a table only says in which unit its numbers are."""
    return block.kind is not Kind.TABLE and _NOTE.fullmatch(block.text.strip()) is not None


def _ranked(cells: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Return the rows without a first column that only counts them."""
    rows = [tuple(row) for row in cells]
    counts = [half(row[0]).strip().rstrip("位.") for row in rows[1:] if row]
    ranked = counts == [str(n) for n in range(1, len(rows))] and len(rows[0]) > 2
    return [row[1:] for row in rows] if ranked else rows


def listed(found: Sequence[Block], about: str) -> model.ChartBlock | None:
    """Return the chart of a list of ``名前: 数と単位``; ``about`` is the heading and lead-in."""
    if any(b.number or not b.label for b in found):
        return None
    amounts = [amount(b.text.rstrip("。")) for b in found]
    same = alike([a for a in amounts if a])
    if None in amounts or same is None or not _LISTED.fullmatch(same[1]):
        return None
    if same[1] == "%" and not _is_whole(same[0]) and not _SHARES.search(about):
        return None
    columns = [[b.text.rstrip("。") for b in found]]
    refs = (model.line_ref(found[0].first, found[-1].last),)
    names = [f"{b.label}（{b.detail}）" if b.detail else b.label for b in found]
    return _chart([""], names, columns, about, "", refs)


def told(text: str, about: str, refs: tuple[str, ...]) -> model.ChartBlock | None:
    """Return the chart of what a sentence tells of several things or times; None of another."""
    found = series.series(text)
    if found is None:
        return None
    same = alike([a for a in map(amount, found.amounts) if a])
    whole = same is not None and (same[1] != "%" or _is_whole(same[0]) or _SHARES.search(about))
    names, about = [name.strip("「」") for name in found.names], f"{about} {found.of}"
    return _chart([found.of], names, [found.amounts], about, found.of, refs) if whole else None


def _chart(
    names: Sequence[str],
    categories: Sequence[str],
    columns: Sequence[Sequence[str]],
    about: str,
    title: str,
    refs: tuple[str, ...],
) -> model.ChartBlock | None:
    times = _moments(categories)
    unlike = _PRICE.search(about) and not times
    if unlike or not _are_names(categories) or not _FEWEST <= len(categories) <= _MOST:
        return None
    if len(columns) > _SERIES or any(map(_TOTAL.fullmatch, (*map(_bare, names), *categories))):
        return None
    if any(_CODE.search(half(n)) for n in names) or any(map(_MEASURE.search, categories)):
        return None
    numbers = _numbers(names, columns, about)
    if numbers is None:
        return None
    values, unit = numbers
    if times and times == sorted(times, reverse=True):
        categories, values = categories[::-1], [column[::-1] for column in values]
    title = _unnumbered(title)
    shown = [_bare(name) for name in names]
    body = model.ChartBody(
        kind=_kind(categories, values, unit),
        categories=tuple(map(escape, categories)),
        series=tuple(
            model.Series(name=escape(name) if name not in title else "", values=v)
            for name, v in zip(shown, values, strict=True)
        ),
        unit=unit,
        caption=escape(title),
        from_=refs,
        how=(PLOT,),
    )
    return model.ChartBlock(chart=body, only="deck")


def _numbers(
    names: Sequence[str], columns: Sequence[Sequence[str]], about: str
) -> tuple[list[tuple[float, ...]], str] | None:
    """Return the numbers of the columns and the unit of them all; None if there are several."""
    amounts = [amount(cell) for column in columns for cell in column]
    same = alike([a for a in amounts if a])
    if None in amounts or same is None:
        return None
    flat, unit = same
    said = {_unit(name) for name in names}
    if not unit:
        if len(said) > 1:
            return None
        unit = said.pop() or _unit(about)
        if not unit and "単位" in about:
            return None
        counted = all(_COUNT.search(name) for name in names) and len(names) == 1
        if not unit and not counted and not _moments(names):
            return None
    elif not _UNIT.fullmatch(unit):
        return None
    size = len(columns[0])
    return [flat[n : n + size] for n in range(0, len(flat), size)], unit


def _unit(text: str) -> str:
    """Return the unit that ends a head or a caption in brackets."""
    match = _BRACKET.search(half(text))
    unit = (match[1] or match[2] or "") if match else ""
    return unit if _UNIT.fullmatch(unit) else ""


def _bare(name: str) -> str:
    return _BRACKET.sub("", name) if _unit(name) else name


def _kind(categories: Sequence[str], values: Sequence[Sequence[float]], unit: str) -> str:
    if moments := _moments(categories):
        even = len({b - a for a, b in pairwise(moments)}) == 1
        many = len(values) * len(categories) > _COLUMNS
        return "line" if even and many else "column"
    shares = unit == "%" and len(values) == 1 and _is_whole(values[0])
    return "pie" if shares and len(categories) <= _SLICES else "bar"


def _is_whole(values: Sequence[float]) -> bool:
    return abs(sum(values) - 100) <= 0.5


def _are_names(categories: Sequence[str]) -> bool:
    unique = len(set(categories)) == len(categories)
    return unique and all(0 < width(c) <= _LABEL and "\n" not in c for c in categories)


def _moments(names: Sequence[str]) -> list[int]:
    """Return times as numbers that grow with them; empty unless all names are times, alike."""
    found = [point for name in names if (point := dates.point(half(name)))]
    alike = len({bool(point.day) for point in found}) == 1
    return dates.moments(found) if alike and len(found) == len(names) else []


def _unnumbered(title: str) -> str:
    """Return a title without the number of its table and without the unit, which points have."""
    return _bare(_NUMBER.sub("", title, count=1) if _NUMBER.match(title) else title).strip()


def words(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield what a chart of these blocks, a table with its caption or a list, says."""
    tables = [b for b in blocks if b.kind is Kind.TABLE and len(b.cells) > 1]
    beside = [b for b in blocks if b.kind is Kind.CAPTION or is_note(b)]
    items = [b for b in blocks if b.kind is Kind.ITEM]
    drawn = [tabled(b, beside) for b in tables] or [listed(items, "割合") if items else None]
    prose = [b for b in blocks if b.kind in PROSE]
    drawn += [told(said, "割合", ()) for b in prose for said in split(b.text)]
    for block in drawn:
        yield from plotted(block.chart) if block else ()
