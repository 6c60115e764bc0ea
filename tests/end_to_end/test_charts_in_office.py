"""Native charts in LibreOffice: no words on words, and everything where our drawing has it.

A sample of kinds, series, categories and awkward numbers; `make soak` takes them all.
"""

import json
from itertools import combinations, product
from typing import NamedTuple

import chain
import office
import pypdfium2
import pytest

from shiryo import stages
from shiryo.outline import yaml
from shiryo.units import Rect

pytestmark = office.needs_office

_KINDS = ("bar", "column", "line", "pie", "stacked")
_SERIES, _CATEGORIES = (1, 2, 3, 6), (1, 3, 6, 12, 24)
_SPECIALS = ("negative", "missing", "zero", "large", "names")
_SAMPLE = 23
"""Of the whole, each so manieth is looked at: a prime, so that all values of each occur."""


class Words(NamedTuple):
    """Words on a page: what they say, and where, as shares of the page's width and height."""

    said: str
    at: Rect


def section(n: int, kind: str, series: int, count: int, special: str) -> dict[str, object]:
    def value(s: int, c: int) -> float | None:
        found = 5 + (s * 37 + c * 53) % 90 + 0.5
        if special == "negative" and (s + c) % 2:
            return -found
        if special == "missing" and (3 * s + c) % 4 == 1:
            return None
        if special == "zero" and (s + c) % 3 == 0:
            return 0.0
        return found * 1e12 if special == "large" else found

    name = "図書館の分館ごとの来館と貸出の数"
    names = [
        f"{name}{'甲乙丙'[c % 3]}{c}" if special == "names" else f"{c}月" for c in range(count)
    ]
    chart = {
        "kind": "column" if kind == "stacked" else kind,
        "stack": "sum" if kind == "stacked" else "none",
        "unit": "円",
        "categories": names,
        "series": [
            {"name": f"{'春夏秋冬朝夕'[s]}の計", "values": [value(s, c) for c in range(count)]}
            for s in range(series)
        ],
    }
    title = f"{kind} {series} {count} {special}"
    return {"id": f"s{n}", "title": title, "message": "主張", "blocks": [{"chart": chart}]}


def words(pdf: bytes) -> list[list[Words]]:
    pages = []
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            (width, height), text = page.get_size(), page.get_textpage()
            found = []
            for n in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(n)
                said = "".join(text.get_text_bounded(left, bottom, right, top).split())
                at = Rect(
                    left / width, 1 - top / height, (right - left) / width, (top - bottom) / height
                )
                if said:
                    found.append(Words(said, at))
            pages.append(found)
    return pages


def meet(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    least = min(one.width * one.height, other.width * other.height)
    return across > 0 and down > 0 and across * down > 0.2 * least


def crossed(page: list[Words]) -> list[tuple[str, str]]:
    return [(a.said, b.said) for a, b in combinations(page, 2) if meet(a.at, b.at)]


def shifts(ours: list[Words], theirs: list[Words]) -> list[float]:
    """Return how much higher or lower each of our words stands in the other drawing."""
    made = []
    for said, at in ours:
        same = [b.at for b in theirs if b.said == said and abs(b.at.x - at.x) < 0.05]
        if same:
            made.append(min(abs(b.y + b.height / 2 - at.y - at.height / 2) for b in same))
    return made


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Try a sample of the charts, when soaking all of them, as many at a time."""
    if "first" in metafunc.fixturenames:
        whole = metafunc.config.getoption("--hypothesis-profile") == "soak"
        metafunc.parametrize("first", range(_SAMPLE if whole else 1))


def test_native_charts_stand_as_they_are_drawn(first: int) -> None:
    chosen = [*product(_KINDS, _SERIES, _CATEGORIES, _SPECIALS)][first::_SAMPLE]
    outline = {
        "shiryo": 1,
        "title": "試験",
        "deck": {"agenda": False, "summary": False, "sources": False, "glossary": False},
        "sections": [section(n, *one) for n, one in enumerate(chosen)],
    }
    loaded, _ = yaml.load(json.dumps(outline), "o.yaml")
    templates = {stages.DECK: chain.template(), stages.HANDOUT: chain.template()}
    want = frozenset({stages.DECK, stages.DECK_PDF})
    made, _ = stages.build(loaded, article=None, templates=templates, assets={}, want=want)
    assert made.pptx
    assert made.deck_pdf
    ours, theirs = words(made.deck_pdf), words(office.render(made.pptx))
    assert len(ours) == len(theirs)
    assert [found for page in (*ours, *theirs) if (found := crossed(page))] == []
    moved = sorted(shift for a, b in zip(ours, theirs, strict=True) for shift in shifts(a, b))
    assert len(moved) > 5 * len(chosen)
    assert moved[len(moved) // 2] < 0.003
    assert moved[int(len(moved) * 0.98)] < 0.008
