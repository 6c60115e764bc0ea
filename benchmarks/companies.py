"""The same content in difficult company files, by this program and by Pandoc: what a person finds.

``python benchmarks/companies.py [FILE.pptx …] [--write]`` prints a table, for the files of
``tests/shared/company.py`` and those that are named, and writes it to ``docs/companies.md``.
"""

import argparse
import io
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree.ElementTree import canonicalize

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "shared"))

import company  # noqa: E402
import pypandoc  # noqa: E402
from chain import template  # noqa: E402
from lxml import etree  # noqa: E402
from openxml_audit import FileFormat, OpenXmlValidator  # noqa: E402
from pptx import Presentation  # noqa: E402

from shiryo.diagnostics import Failed  # noqa: E402
from shiryo.template.office import free  # noqa: E402
from shiryo.template.office.model import OfficeLayout  # noqa: E402
from shiryo.template.office.parts import parts  # noqa: E402
from shiryo.template.office.reading import read  # noqa: E402
from shiryo.units import Rect  # noqa: E402

MARKDOWN = """---
title: 見本の計画を説明する
subtitle: 部門をまたいで進める三つの取り組み
author: 見本課
date: 2026年4月1日
---

# なぜ今か

期限が近づき、早い判断が要る

- 申請の期限は九月末である
- 準備には三か月かかる
    - 担当を決める
    - 手順を確かめる
- 遅れると翌年度になる

# 進め方

三つの段階で進める

1. 調べる（四月まで）
2. 作る（七月まで）
3. 配る（九月まで）

# 費用

| 年度 | 費用 | 備考 |
|---|---|---|
| 一年目 | 120万円 | 初期費を含む |
| 二年目 | 80万円 | － |
| 三年目 | 60万円 | － |

# 期待と懸念

:::: {.columns}
::: {.column}
- 早くなる
- 安くなる
:::
::: {.column}
- 人が足りない
- 慣れが要る
:::
::::
"""
PAGE = ROOT / "docs" / "companies.md"
HEAD = (
    "| file | who | slides | new errors | lost or changed parts | not on a layout of the company "
    "| without a title in its place | over logos, footers, edges |\n"
    "|---|---|--:|--:|--:|--:|--:|--:|"
)
_KEPT = ("slideMasters/", "slideLayouts/", "theme/", "tags/", "embeddings/", "customXml/")


class Found(NamedTuple):
    """What a person finds in a deck."""

    slides: int
    errors: int
    lost: int
    foreign: int
    untitled: int
    over: int

    def row(self, file: str, who: str) -> str:
        return f"| {file} | {who} | " + " | ".join(str(each) for each in self) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    files = {"english_names": english()}
    files |= {name: make() for name, make in company.FILES.items()}
    files |= {path.name: path.read_bytes() for path in asked.files}
    rows = [HEAD]
    for name, data in files.items():
        for who, make in (("shiryo", built), ("Pandoc", by_pandoc)):
            try:
                rows.append(looked(data, make(data)).row(name, who))
            except (Failed, RuntimeError, KeyError, ValueError) as error:
                rows.append(f"| {name} | {who} | {type(error).__name__} | | | | | |")
            print(rows[-1], flush=True)
    if asked.write:
        said = PAGE.read_text("utf-8").partition("<!-- table -->")
        end = said[2].partition("<!-- /table -->")[2]
        table = "\n".join(rows)
        PAGE.write_text(f"{said[0]}<!-- table -->\n{table}\n<!-- /table -->{end}", "utf-8")


def built(data: bytes) -> bytes:
    from shiryo import stages
    from shiryo.outline import yaml

    loaded, _ = yaml.load(company.OUTLINE, "o.yaml")
    templates = {"deck": company.opened(data), "handout": template()}
    want = frozenset({stages.DECK})
    made, _ = stages.build(loaded, article=None, templates=templates, assets={}, want=want)
    return made.pptx or b""


def by_pandoc(data: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        base, out = Path(folder, "base.pptx"), Path(folder, "out.pptx")
        base.write_bytes(data)
        more = [f"--reference-doc={base}", "--slide-level=1"]
        pypandoc.convert_text(MARKDOWN, "pptx", "md", outputfile=str(out), extra_args=more)
        return out.read_bytes()


def looked(base: bytes, deck: bytes) -> Found:
    """Return what is found in a deck that was made in ``base``."""
    before, after = errors(base), errors(deck)
    old, new = parts_of(base), parts_of(deck)
    kept = [n for n in old if any(k in n for k in _KEPT) and "/_rels/" not in n]
    lost = sum(said(new.get(name)) != said(old[name]) for name in kept)
    names = {layout.name: layout for layout in read(base).layouts}
    try:
        office = read(deck)
    except Failed:
        return Found(0, len(after - before), lost, 0, 0, 0)
    by = {layout.part: layout for layout in office.layouts}
    page = Rect(0, 0, *office.size)
    foreign = untitled = over = 0
    made = Presentation(io.BytesIO(deck))
    for slide in made.slides:
        layout = by[str(slide.slide_layout.part.partname)]
        own = names.get(layout.name)
        foreign += own is None or places(own) != places(layout)
        here = parts(layout, office.size)
        has = here.title is not None
        titles = [p for p in slide.placeholders if p.placeholder_format.type in (1, 3)]
        untitled += has and not any(p.text_frame.text.strip() for p in titles)
        blocked = free.obstacles(here)
        shown = [*frames(slide, layout)]
        hits = any(free.touches(o, f) for o in blocked for f in shown)
        outside = any(f.right > page.right + 1 or f.bottom > page.bottom + 1 for f in shown)
        over += hits or outside
    return Found(len(made.slides), len(after - before), lost, foreign, untitled, over)


def said(part: bytes | None) -> bytes | str | None:
    """Return what a part says, however it is written."""
    if part is None or not part.lstrip().startswith(b"<"):
        return part
    written = etree.tostring(etree.fromstring(part), encoding="unicode")
    return canonicalize(written, strip_text=True, rewrite_prefixes=True)


def frames(slide: Any, layout: OfficeLayout) -> Iterator[Rect]:
    """Yield where things with anything in them stand on a slide, but for titles and footers."""
    held = {(slot.kind, slot.idx): slot.home or slot.frame for slot in layout.slots}
    for shape in slide.shapes:
        if shape.has_text_frame and not shape.text_frame.text.strip():
            continue
        named = shape._element.xpath("./p:nvSpPr/p:nvPr/p:ph")
        kind = named[0].get("type", "") if named else ""
        if kind in ("title", "ctrTitle", "subTitle", "dt", "ftr", "sldNum"):
            continue
        if named and not shape._element.xpath("./p:spPr/a:xfrm"):
            frame = held.get((kind, int(named[0].get("idx", "0"))))
            yield from [frame] if frame else []
        elif shape.left is not None:
            sides = (shape.left, shape.top, shape.width, shape.height)
            yield Rect(*(side / 12700 for side in sides))


def places(layout: OfficeLayout) -> set[Rect]:
    """Return where the placeholders of a layout stand."""
    return {slot.home or slot.frame for slot in layout.slots}


def english() -> bytes:
    """Return a file whose layouts have the names that an English program gives them."""
    made = company.begun()
    for layout, own in zip(made.slide_layouts, Presentation().slide_layouts, strict=True):
        layout.name = own.name
    return company.saved(made, company.COVER, company.CONTENT)


def errors(data: bytes) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(data)
        found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=0)
        return {str(error) for error in found.validate(str(path)).errors}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


if __name__ == "__main__":
    main()
