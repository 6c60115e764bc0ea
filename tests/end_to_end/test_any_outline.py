"""What the outline's reader takes is built: every field of the model with values that are odd."""

import copy
import io
import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from chain import template
from PIL import Image
from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML

from shiryo import article, stages
from shiryo.characters import clean
from shiryo.diagnostics import Failed, has_errors
from shiryo.outline import yaml
from shiryo.outline.model import Outline, Variant
from shiryo.outline.problems import real_path

Path = tuple[str | int, ...]

FULL = """
shiryo: 1
title: 題
subtitle: 副題
message: 主張
label: 種類
date: "2026-04-01"
organization: 部署
from: [L1]
how: [polite]
variables: {名: 値}
source: {file: a.txt, sha256: "", title: 原文, url: "https://a.example"}
draft: {slides: 0, minutes: 0, style: 体言止め}
deck: {template: briefing, agenda: true, summary: true, sources: true, glossary: true}
handout: {variant: summary, per-page: 3, template: briefing, paper: A4, columns: 1, contents: auto,
  index: always, glossary: true, sources: true}
summary: [{title: 語, text: 文, full: 全文, note: 注, from: [L1], how: [], items: [項目]}]
glossary: [{term: 用語, reading: ようご, text: 意味, from: [L1], how: []}]
sources: [{title: 資料, by: 著者, url: "https://a.example", date: 日, from: [L1], how: []}]
review: [{at: L1, kind: lost-list, text: 確認}]
unused: [{text: 残り, from: [L1]}]
sections:
  - {id: a, title: 節, brief: 短く, message: 主張, from: [L1], how: [], notes: ノート, only: ~,
    freeze: false, sections: [{id: b, title: 下位の節}], blocks: [
      {id: c, bullets: [{title: 語, text: 文, full: 全, note: 注, items: [{text: 下, items: [底],
        again: false}]},
        項目], start: 1, only: ~, message: 別の主張, was: 前の文, from: [L1], how: []},
      {steps: [{title: 段, text: 文, full: 全, now: true, from: [L1], how: []}], start: 1}]}
  - {id: d, title: 節二, blocks: [
      {timeline: [{date: 日, text: 事, full: 全, from: [L1], how: []}]},
      {table: {columns: [列], rows: [{cells: [語], full: [全], from: [L1], how: []}, [語]],
        caption: 表題, from: [L1], how: []}}]}
  - {id: e, title: 節三, blocks: [
      {compare: {columns: [{title: 甲, items: [{text: 文}], tone: caution, from: [L1], how: []},
        {title: 乙, items: [文]}], from: [L1], how: []}},
      {definition: {term: 別の語, reading: べつ, text: 意味, full: 全, items: [内訳], from: [L1]}}]}
  - {id: f, title: 節四, blocks: [
      {quote: {text: 引用, by: 人, url: "https://a.example", from: [L1], how: []}},
      {dialogue: [{speaker: 人, text: 言葉, from: [L1], how: []}]}]}
  - {id: g, title: 節五, blocks: [
      {figures: [{value: "1", unit: 本, label: 数, note: 補足, from: [L1], how: []}]},
      {chart: {kind: bar, categories: [甲], series: [{name: 系, values: [1]}], unit: 個,
        caption: 図題, alt: 絵, highlight: [甲], data: "", from: [L1], how: []}}]}
  - {id: h, title: 節六, blocks: [
      {image: {file: a.png, alt: 絵, caption: 図題, credit: 提供, from: [L1], how: []}},
      {text: [{text: 文章, from: [L1], how: []}, 文章]}]}
"""
"""Every field of the model."""
# fmt: off
ODD: tuple[Any, ...] = (
    "", " ", "　", "\t", "\n", "一\n二", "{{ '\\n' }}", "**", "**語**", "**\n**", "^[注]",
    "語^[注]", "^[注]^[注]", "^[**語**]", "{漢字|かんじ}", "{漢|}", "[語](https://a.example)",
    "[語](#c)", "[語](javascript:a)", "\\", "|", "{{ title }}", "{{ '' }}", "{{", "%}",
    "\ud800", "\ufffe", "\u202e語\u202c", "\x1b[31m", "\x00", "\u2028", "\u200b", "\u200d",
    "\u00ad", "\u0301", "語" + "\u0301" * 40, "👨\u200d👩\u200d👧", "🏴\U000e0067\U000e007f",
    "葛\U000e0100", "\ufe0f", "\ue000", "\U000f0000", "عربي", "ไทย", "a" * 60, "あ" * 60,
    "9" * 60, "、" * 60, "「" * 60, "-", "0", "-1", "007", "1e400", "nan", "=1+1", "~", "true",
    "2026-04-01", "0001-01-01", "2108-01-01", "9999-12-31", "L1", "L0", "L99999999", "L9-L1",
    "../a", "a.png", "<a>&amp;", "]]>", "%s{0}{}", "https://a.example/" + "a" * 40,
    0, 1, -1, 9_999, 10**15, 1e308, 5e-324, -1.5, float("inf"), float("nan"),
    True, None,
)
# fmt: on
VARIANTS = get_args(Variant)


def test_the_outline_here_has_every_field_of_the_model() -> None:
    said: set[tuple[type[BaseModel], str]] = set()
    there: set[tuple[type[BaseModel], str]] = set()

    def down(node: Any) -> None:
        if isinstance(node, BaseModel):
            said.update((type(node), name) for name in node.model_fields_set)
            there.update((type(node), name) for name in type(node).model_fields)
            for name in type(node).model_fields:
                down(getattr(node, name))
        for part in node if isinstance(node, tuple) else ():
            down(part)

    down(yaml.load(FULL, "o.yaml")[0].outline)
    inherited = {"id", "only", "from_", "how", "message", "was"}
    assert {(m, name) for m, name in there - said if name not in inherited} == set()
    assert {name for _, name in said} >= inherited


def _places(value: Any, path: Path = ()) -> Iterator[Path]:
    if path:
        yield path
    parts: Any = ()
    if isinstance(value, dict):
        parts = value.items()
    elif isinstance(value, list):
        parts = enumerate(value)
    for key, below in parts:
        yield from _places(below, (*path, key))


def changed(changes: dict[Path, Any]) -> str:
    data = copy.deepcopy(DATA)
    for path, value in changes.items():
        at = data
        for part in path[:-1]:
            at = at[part]
        at[path[-1]] = value
    return json.dumps(data)


DATA = YAML(typ="safe").load(FULL)
PLACES = tuple(_places(DATA))
_NAMES = {"id", "template", "variant", "file", "data"}
"""What says which parts there are."""
LEAVES = {
    path
    for path in PLACES
    if path[-1] not in _NAMES and not any(p[: len(path)] == path and p != path for p in PLACES)
}


def taken(value: Any) -> dict[Path, Any]:
    """Return the most places of which each takes ``value``, while the others have it too."""
    read = clean(value) if isinstance(value, str) else value
    places = dict.fromkeys(LEAVES, read)
    for _ in range(10):
        try:
            Outline.model_validate(json.loads(changed(places)))
            return dict.fromkeys(places, value)
        except ValidationError as error:
            data = json.loads(changed(places))
            wrong = {real_path(e["loc"], data) for e in error.errors()}
            alone = wrong & places.keys()  # what is around them may be wrong because of them
            places = {p: v for p, v in places.items() if not _is_in(p, alone or wrong)}
    raise AssertionError("no end of errors")


def _is_in(path: Path, around: set[Path]) -> bool:
    return any(path[:n] in around for n in range(1, len(path) + 1))


def _picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (8, 8)).save(made, "PNG")
    return made.getvalue()


ASSETS = {"a.png": _picture()}
ARTICLE, _ = article.read("題\n\n文である。\n".encode(), "a.txt")


def checked_and_built(text: str, variant: str) -> bool:
    """Tell whether an outline is right; what `check` passes must be built."""
    loaded, _ = yaml.load(text, "o.yaml")
    templates = {stages.DECK: template(), stages.HANDOUT: template()}
    inputs: Any = {"article": ARTICLE, "templates": templates, "assets": ASSETS}
    try:
        if has_errors(stages.inspect(loaded, **inputs)):
            return False
    except Failed:
        return False
    want = frozenset({stages.DECK, stages.HANDOUT})
    outputs, _ = stages.build(loaded, **inputs, want=want, variants=[variant])
    assert outputs.pptx
    assert outputs.pdf
    return True


@pytest.mark.parametrize(("n", "value"), [*enumerate(ODD)], ids=lambda value: repr(value)[:30])
def test_what_every_field_takes_at_once_is_built(n: int, value: Any) -> None:
    places = taken(value)
    assert places
    checked_and_built(changed(places), VARIANTS[n % len(VARIANTS)])


@pytest.mark.parametrize("value", [[], {}, [""], [[]], {"text": ""}], ids=repr)
def test_what_is_no_text_is_taken_or_refused_with_its_line(value: Any) -> None:
    for path in PLACES[::3]:
        try:
            yaml.load(changed({path: value}), "o.yaml")
        except Failed as failure:
            found = failure.diagnostics
            assert [d for d in found if d.span and d.span.line and d.hint] == [*found]
