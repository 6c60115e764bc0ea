"""From an article to its deck and its handout, with a mouse and without one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import (
    ARTICLE,
    added,
    drawn,
    has,
    needs_chromium,
    opened,
    saying,
    studio,
    text_of,
    until,
)  # fmt: skip
from pptx import Presentation
from pypdfium2 import PdfDocument

from shiryo.outline import yaml

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.xdist_group("studio")]
PASTED = "年\t件数\n2023\t10\n2024\t25\n2025\t48\n"


def paste(page: Any, cell: str, text: str) -> None:
    page.evaluate(
        """([cell, text]) => {
          const data = new DataTransfer();
          data.setData("text/plain", text);
          document.querySelector(cell).dispatchEvent(
            new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        [cell, text],
    )


class Mouse:
    """A person who clicks; sections are moved by keys all the same."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def bring(self, article: Path) -> None:
        self.page.set_input_files("#article-file", str(article))

    def press(self, place: str) -> None:
        self.page.click(place)

    def fill(self, place: str, text: str) -> None:
        self.page.fill(place, text)

    def hold(self, path: str) -> None:
        self.page.click(f"#tree [data-path='{path}']")

    def add(self, kind: str) -> None:
        added(self.page, kind)

    def paste(self, cell: str, text: str) -> None:
        paste(self.page, cell, text)

    def every(self, which: str) -> None:
        while not self.page.is_disabled(f"#{which}"):
            self.page.click(f"#{which}")

    def take(self, kind: str) -> None:
        self.page.click("#take")
        self.page.click(f"[data-take='{kind}']")


class Keys:
    """A person who has no mouse: all is reached by Tab, by arrows in trees and menus."""

    def __init__(self, page: Any) -> None:
        self.page, self.key = page, page.keyboard

    def _reach(self, place: str, by: str = "Tab") -> None:
        for _ in range(400):
            if self.page.evaluate("place => document.activeElement.matches(place)", place):
                return
            self.key.press(by)
        raise AssertionError(f"{by} does not lead to {place}")

    def bring(self, article: Path) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.press("#bring-first")
        chooser.value.set_files(str(article))

    def press(self, place: str) -> None:
        self._reach(place)
        self.key.press("Enter")

    def fill(self, place: str, text: str) -> None:
        self._reach(place)
        self.key.press("Control+a")
        self.key.insert_text(text)

    def hold(self, path: str) -> None:
        self._reach("#tree [tabindex='0']")
        self.key.press("Home")
        self._reach(f"#tree [data-path='{path}']", "ArrowDown")

    def add(self, kind: str) -> None:
        self.press("#tree-block")
        self._reach(f"#tree-kinds [data-kind='{kind}']", "ArrowDown")
        self.key.press("Enter")

    def paste(self, cell: str, text: str) -> None:
        self._reach(cell)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.key.press("Control+v")

    def every(self, which: str) -> None:
        while not self.page.is_disabled(f"#{which}"):
            self.key.press("Control+z" if which == "undo" else "Control+y")

    def take(self, kind: str) -> None:
        self.press("#take")
        self._reach(f"[data-take='{kind}']", "ArrowDown")
        self.key.press("Enter")


def taken(hands: Mouse | Keys, kind: str) -> Path:
    with hands.page.expect_download(timeout=60_000) as download:
        hands.take(kind)
    return Path(download.value.path())


@pytest.mark.parametrize("person", [Mouse, Keys])
def test_an_article_becomes_a_briefing(
    browser: Any, tmp_path: Path, person: type[Mouse | Keys]
) -> None:
    with studio(tmp_path) as running:
        page = opened(browser, running.address, permissions=["clipboard-read", "clipboard-write"])
        hands = person(page)
        until(page, "!document.querySelector('#empty').hidden")
        hands.bring(ARTICLE)
        drawn(page, slides=5)
        hands.fill("#form [data-path='sections/0/title']", "変えた見出し")
        has(page, "title: 変えた見出し")
        hands.hold("sections/2")
        hands.fill("#form [data-path='sections/2/message']", "主張を、自分の一文にした")
        has(page, "message: 主張を、自分の一文にした")
        items = "#form [data-path^='sections/2/blocks/'][data-path$='/text']"
        hands.fill(f":nth-match({items}, 1)" if person is Mouse else items, "自分の言葉にした項目")
        has(page, "自分の言葉にした項目")
        hands.hold("sections/2")
        page.keyboard.press("Alt+ArrowUp")
        saying(page, "2 番目に移しました")
        hands.add("table")
        saying(page, "表を足しました")
        hands.paste("#form .card.on [data-cell='-1,0']", PASTED)
        saying(page, "4 行 2 列")
        hands.add("chart")
        saying(page, "グラフを足しました")
        hands.fill("#form .card.on [data-cell='1,1']", "42.5")
        has(page, "values: [1, 42.5, 3]")
        until(page, "document.querySelector('.unused-row button')")
        unused = page.inner_text(".unused-row span >> nth=0")
        hands.press(".unused-row button")
        saying(page, "に入れました")
        end = text_of(page)
        hands.every("undo")
        assert text_of(page) == ""
        hands.every("redo")
        assert text_of(page) == end
        page.keyboard.press("Control+s")
        saying(page, "保存しました")
        assert (tmp_path / "briefing.yaml").read_text() == end
        assert "# " in end
        outline = yaml.load(end, "briefing.yaml")[0].outline
        assert outline.sections[1].message == "主張を、自分の一文にした"
        deck = Presentation(str(taken(hands, "deck.pptx")))
        shown = "\n".join(
            json.dumps([*all_text(slide.shapes)], ensure_ascii=False) for slide in deck.slides
        )
        for said in ("主張を、自分の一文にした", "2024", "42.5"):
            assert said in shown
        with PdfDocument(taken(hands, "handout.pdfsummary")) as pdf:
            text = "".join(p.get_textpage().get_text_range() for p in pdf)
        assert re.sub(r"\s", "", unused)[:8] in re.sub(r"\s", "", shown + text)
        assert page.faults == []
        page.context.close()


def all_text(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.shape_type == 6:
            yield from all_text(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text
        elif shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_chart:
            yield str([list(series.values) for series in shape.chart.plots[0].series])
