"""Outlines at the edge of what is accepted: what `check` lets through builds, with nothing lost."""

import io
import json
from typing import Any

import pytest
from chain import template
from pptx import Presentation
from shapes import every

from shiryo import stages
from shiryo.outline import yaml

_WANT = frozenset({stages.DECK, stages.HANDOUT})


def built(*blocks: dict[str, Any]) -> tuple[str, list[str], list[int], set[str]]:
    """Return the text of the slides, that of each of them, levels, and codes of what is said."""
    section = {"id": "s", "title": "節", "message": "一つのことを言う", "blocks": blocks}
    data = {"shiryo": 1, "title": "資料", "sections": [section]}
    loaded, _ = yaml.load(json.dumps(data, ensure_ascii=False), "a.yaml")
    templates = dict.fromkeys(("deck", "handout"), template("briefing"))
    made, found = stages.build(loaded, article=None, templates=templates, assets={}, want=_WANT)
    assert made.pptx
    assert made.pdf
    deck = Presentation(io.BytesIO(made.pptx))
    paragraphs = [
        paragraph
        for slide in deck.slides
        for shape in every(slide)
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
    ]
    texts = ["".join(run.text for run in p.runs) for p in paragraphs]
    levels = [paragraph.level for paragraph in paragraphs]
    return "".join(texts), texts, levels, {one.code for one in found}


def _nested(depth: int) -> dict[str, Any]:
    item: dict[str, Any] = {"text": f"第{depth}段の項目"}
    for level in range(depth - 1, 0, -1):
        item = {"text": f"第{level}段の項目", "items": [item]}
    return item


def test_a_list_of_nine_levels_keeps_to_those_that_a_file_has() -> None:
    _, texts, levels, _ = built({"bullets": [_nested(9), "次"]})
    shown = [(level, text) for level, text in zip(levels, texts, strict=True) if "段の項目" in text]
    assert [text for _, text in shown] == [f"第{n}段の項目" for n in range(1, 10)]
    assert max(level for level, _ in shown) <= 8


def test_a_pie_of_many_parts_is_built_as_bars_and_that_is_said() -> None:
    names = [f"第{n}部" for n in range(60)]
    series = [{"values": list(range(1, 61))}]
    _, _, _, codes = built({"chart": {"kind": "pie", "categories": names, "series": series}})
    assert "compose.chart-changed" in codes


def test_a_line_break_in_a_unit_is_built() -> None:
    figure = {"value": "12", "unit": "万\n人", "label": "利用者"}
    text, _, _, _ = built({"figures": [figure, figure]})
    assert text.count("利用者") == 2


@pytest.mark.parametrize("sign", ["a", "国", "）", "[", "…"])
@pytest.mark.parametrize("kind", ["text", "bullets", "cell", "quote"])
def test_a_field_without_a_break_is_told_in_full(kind: str, sign: str) -> None:
    said = sign.replace("[", r"\[") * 900
    blocks: dict[str, dict[str, Any]] = {
        "text": {"text": said},
        "bullets": {"bullets": [said, "終"]},
        "cell": {"table": {"columns": ["名", "値"], "rows": [["あ", said]]}},
        "quote": {"quote": {"text": said}},
    }
    text, _, _, codes = built(blocks[kind])
    assert not {code for code in codes if code.startswith("layout.too")}
    if kind != "cell":
        assert text.count(sign) >= 900
