"""Charts and SmartArt graphics of Office files: their numbers as a table, their words as a list."""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import Kind
from shiryo.article.plain import plain
from shiryo.article.readers.office import number
from shiryo.article.structure.pieces import Piece, piece
from shiryo.messages import wording

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DEEPEST = 5
"""Levels of items in items."""
_EPOCH = dt.date(1899, 12, 30)
"""Day 0 of a workbook's dates, as they count from March 1900 (ECMA-376-1 §18.17.4)."""


class Chart(NamedTuple):
    """What a chart says."""

    title: str
    cells: tuple[tuple[str, ...], ...]
    """A row of heads, then a row for each category; empty where it keeps no numbers."""


class Node(NamedTuple):
    """A shape of a SmartArt graphic."""

    level: int
    text: str


def chart(frame: Any, part: Any) -> Chart | None:
    """Return the chart that a drawing names, None where it names none.

    ``part`` is the part of the package that ``frame`` stands in. The numbers are those that the
    chart itself keeps (§21.2.2.120), whether its workbook is there or not.
    """
    named = next(frame.iter(f"{_C}chart"), None)
    if named is None:
        return None
    root = _related(part, named.get(f"{_R}id"))
    if root is None:
        return Chart("", ())
    title = root.find(f"{_C}chart/{_C}title")
    series = [_Series.of(each) for each in root.iter(f"{_C}ser")]
    series = [each for each in series if each.values][: limits.COLUMNS - 1]
    return Chart("" if title is None else _words(title), tuple(_rows(series)))


class _Series(NamedTuple):
    name: str
    categories: dict[int, str]
    values: dict[int, str]

    @classmethod
    def of(cls, element: Any) -> "_Series":
        name = " ".join(
            v.text or "" for tx in element.iterchildren(f"{_C}tx") for v in tx.iter(f"{_C}v")
        )
        return cls(
            plain(name).strip(), _points(element, "cat", "xVal"), _points(element, "val", "yVal")
        )


def _points(series: Any, *names: str) -> dict[int, str]:
    """Return the points that a chart keeps, by their index; those of levels are joined."""
    data = next(series.iterchildren(*(f"{_C}{name}" for name in names)), None)
    if data is None:
        return {}
    levels = list(data.iter(f"{_C}lvl"))
    if levels:
        return _joined([_level(each, "") for each in levels])
    cache = next(
        data.iter(*(f"{_C}{n}" for n in ("numCache", "strCache", "numLit", "strLit"))), None
    )
    return {} if cache is None else _level(cache, cache.findtext(f"{_C}formatCode") or "")


def _level(cache: Any, form: str) -> dict[int, str]:
    found = {}
    for point in cache.iterchildren(f"{_C}pt"):
        at = number(point.get("idx"), limits.ROWS)
        if at is not None and at < limits.ROWS:
            own = point.get("formatCode") or form
            found[at] = written(plain(point.findtext(f"{_C}v") or ""), own)
    return found


def _joined(levels: list[dict[int, str]]) -> dict[int, str]:
    """Return categories of several levels, the innermost first, as one: ``2024 春``."""
    found = dict(levels[0])
    for outer in levels[1:]:
        starts = sorted(outer)
        for at, name in found.items():
            over = [each for each in starts if each <= at]
            if over:
                found[at] = f"{outer[over[-1]]} {name}"
    return found


def _rows(series: list[_Series]) -> Iterator[tuple[str, ...]]:
    if not series:
        return
    names = {at: name for each in reversed(series) for at, name in each.categories.items()}
    yield "", *(each.name for each in series)
    for at in sorted({at for each in series for at in (*each.categories, *each.values)}):
        yield names.get(at, str(at + 1)), *(each.values.get(at, "") for each in series)


def written(value: str, form: str) -> str:
    """Return a number of a workbook as a person reads it, by its format (§18.8.31)."""
    try:
        found = float(value)
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        return " ".join(value.split())
    bare = re.sub(r'"[^"]*"|\[[^\]]{0,200}\]|\\.', "", form.split(";", 1)[0])
    if "%" in bare:
        return f"{_figures(found * 100)}%"
    if re.search(r"[ymd]|ge|[年月日]", bare, re.I) and not re.search("general", bare, re.I):
        return _day(found, bare)
    return _figures(found)


def _figures(value: float) -> str:
    """Return a number as its workbook keeps it, with 15 figures."""
    return f"{value:.15g}" if abs(value) < 1e15 else f"{value:.0f}"


def _day(value: float, form: str) -> str:
    if not 1 <= value < 2_958_466:
        return _figures(value)
    day = _EPOCH + dt.timedelta(days=int(value))
    said = [(r"[yeg]", f"{day.year}年"), (r"m", f"{day.month}月"), (r"d", f"{day.day}日")]
    return "".join(part for sign, part in said if re.search(sign, form, re.I))


def diagram(frame: Any, part: Any) -> list[Node] | None:
    """Return the words of a SmartArt graphic by its tree (§21.4.2.10), None where there is none."""
    named = next(frame.iter(f"{_D}relIds"), None)
    if named is None:
        return None
    root = _related(part, named.get(f"{_R}dm"))
    if root is None:
        return []
    said = {p.get("modelId"): _words(p) for p in root.iter(f"{_D}pt")}
    tops = [p.get("modelId") for p in root.iter(f"{_D}pt") if p.get("type") == "doc"]
    below: dict[str, list[tuple[int, str]]] = {}
    for each in root.iter(f"{_D}cxn"):
        if each.get("type", "parOf") == "parOf":
            place = number(each.get("srcOrd"), 2**31) or 0
            below.setdefault(each.get("srcId"), []).append((place, each.get("destId")))
    found, seen = list[Node](), set[str | None]()
    waiting: list[tuple[int, str | None]] = [(-1, each) for each in reversed(tops)]
    while waiting:
        level, name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if text := said.get(name, ""):
            found.append(Node(max(0, level), text))
        inner = level + 1 if said.get(name) or level < 0 else level
        waiting += [(inner, each) for _, each in sorted(below.get(name or "", ()), reverse=True)]
    rest = [Node(0, text) for name, text in said.items() if text and name not in seen]
    return found + rest


def _words(element: Any) -> str:
    """Return the words of the paragraphs of an element on one line."""
    lines = ("".join(t.text or "" for t in p.iter(f"{_A}t")) for p in element.iter(f"{_A}p"))
    return " ".join(plain(" ".join(lines)).split())


def pieces(frame: Any, part: Any, described: str) -> list[Piece] | None:
    """Return what a chart or a SmartArt graphic says, None where ``frame`` holds neither.

    A chart is a table under its title. One of which nothing is kept is a picture, by its alt text.
    """
    if (found := chart(frame, part)) is not None:
        title = found.title or described
        if not found.cells:
            return [piece(Kind.IMAGE, title or wording("read.chart"))]
        text = "\n".join(" ".join(filter(None, row)) for row in found.cells if any(row))
        head = [piece(Kind.CAPTION, title)] if title else []
        return [*head, piece(Kind.TABLE, text, cells=found.cells)]
    if (nodes := diagram(frame, part)) is not None:
        items = [piece(Kind.ITEM, node.text, level=min(node.level, _DEEPEST)) for node in nodes]
        return items or [piece(Kind.IMAGE, described or "SmartArt")]
    return None


def _related(part: Any, name: str | None) -> Any:
    """Return the root of a part that another names, None where it is missing or damaged."""
    try:
        blob = part.rels[name].target_part.blob
        return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, AttributeError, ValueError, etree.XMLSyntaxError):
        return None
