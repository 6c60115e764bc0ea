"""An outline with every field of the model, and what becomes of it where some say other things."""

import copy
import io
import json
from collections.abc import Iterator
from typing import Any

from PIL import Image
from pydantic import ValidationError
from ruamel.yaml import YAML

from shiryo import article
from shiryo.characters import clean
from shiryo.outline.model import Outline
from shiryo.outline.problems import real_path

Path = tuple[str | int, ...]

FULL = """
shiryo: 1
title: 題
subtitle: 副題
message: 主張
label: 種類
date: "2026-04-01"
date-style: 和暦
organization: 部署
authors: [著者]
number: 資料1
confidentiality: 機密性2
logo: {file: a.png, alt: 印, place: top-left, height: 10}
from: [L1]
how: [polite]
variables: {名: 値}
source: {file: a.txt, sha256: "", title: 原文, url: "https://a.example"}
draft: {slides: 0, minutes: 0, style: 体言止め}
deck: {template: briefing, agenda: true, summary: true, sources: true, glossary: true,
  total: true}
handout: {variant: summary, per-page: 3, template: briefing, paper: A4, columns: 1, contents: auto,
  index: always, glossary: true, sources: true}
summary: [{title: 語, text: 文, full: 全文, note: 注, from: [L1], how: [], items: [項目]}]
glossary: [{term: 用語, reading: ようご, text: 意味, from: [L1], how: []}]
sources: [{title: 資料, by: 著者, url: "https://a.example", date: 日, from: [L1], how: []}]
review: [{at: L1, kind: lost-list, text: 確認}]
unused: [{text: 残り, from: [L1]}]
sections:
  - {id: a, title: 節, brief: 短く, message: 主張, from: [L1], how: [], notes: ノート, only: ~,
    freeze: false, layout: list, together: false, sections: [{id: b, title: 下位の節}], blocks: [
      {id: c, bullets: [{title: 語, text: 文, full: 全, note: 注, items: [{text: 下, items: [底],
        again: false}]},
        項目], start: 1, only: ~, message: 別の主張, layout: list,
        together: true, break: before, was: 前の文, from: [L1], how: []},
      {steps: [{title: 段, text: 文, full: 全, now: true, from: [L1], how: []}], start: 1}]}
  - {id: d, title: 節二, blocks: [
      {timeline: [{date: 日, text: 事, full: 全, from: [L1], how: []}]},
      {table: {columns: [列], rows: [{cells: [語], full: [全], group: 組, from: [L1], how: []},
        [語]], caption: 表題, align: [left], widths: [1], total: true, notes: [注],
        highlight: [{row: 1, column: 1}],
        merge: [{row: 1, column: 1, rowspan: 1, colspan: 1}], from: [L1], how: []}}]}
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
        caption: 図題, alt: 絵, highlight: [甲], data: "", stack: none, scale: auto, format: "0",
        axis: 軸, target: {value: 1, label: 目標}, from: [L1], how: []}}]}
  - {id: h, title: 節六, blocks: [
      {image: {file: a.png, alt: 絵, caption: 図題, credit: 提供, from: [L1], how: []}},
      {text: [{text: 文章, from: [L1], how: []}, 文章]}]}
"""
"""Every field of the model."""


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
