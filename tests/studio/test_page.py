"""What a person sees and does, in a real browser."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import (
    ARTICLE,
    AXE,
    Running,
    briefing,
    chromium,
    drawn,
    needs_chromium,
    opened,
    studio,
    text_of,
    until,
)
from pptx import Presentation
from pypdfium2 import PdfDocument

from shiryo.outline import yaml

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.xdist_group("studio")]
PASTED = "年\t件数\n2023\t10\n2024\t25\n2025\t48\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def showcase(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("showcase")
    briefing(folder)
    with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".") as found:
        yield found


@pytest.fixture
def page(browser: Any, showcase: Running) -> Iterator[Any]:
    found = opened(browser, showcase.address)
    drawn(found, slides=14)
    yield found
    undone(found)
    assert found.faults == []
    found.context.close()


def undone(page: Any) -> None:
    """Take all back, and wait until the studio has it."""
    while not page.is_disabled("#undo"):
        page.click("#undo")
    until(page, "!document.querySelector('#saved').classList.contains('dirty')")


def saying(page: Any, said: str) -> None:
    until(page, f"document.querySelector('#said').textContent.includes({json.dumps(said)})")


def has(page: Any, said: str) -> None:
    until(page, f"view.state.doc.toString().includes({json.dumps(said)})")


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


def taken(page: Any, kind: str) -> Path:
    page.click("#take")
    with page.expect_download(timeout=60_000) as download:
        page.click(f"[data-take='{kind}']")
    return Path(download.value.path())


def test_an_article_becomes_a_briefing(browser: Any, tmp_path: Path) -> None:
    with studio(tmp_path) as running:
        page = opened(browser, running.address)
        until(page, "!document.querySelector('#empty').hidden")
        page.set_input_files("#article-file", str(ARTICLE))
        drawn(page, slides=5)
        page.fill("#form [data-path='sections/0/title']", "変えた見出し")
        has(page, "title: 変えた見出し")
        page.click("#tree [data-path='sections/2']")
        page.fill("#form [data-path='sections/2/message']", "主張を、自分の一文にした")
        has(page, "message: 主張を、自分の一文にした")
        items = page.locator("#form [data-path^='sections/2/blocks/'][data-path$='/text']")
        items.nth(0).fill("一つめの項目も、自分の言葉にした")
        has(page, "一つめの項目も、自分の言葉にした")
        page.locator("#tree [data-path='sections/2']").press("Alt+ArrowUp")
        saying(page, "2 番目に移しました")
        page.select_option("#tree-block", "table")
        saying(page, "表を足しました")
        paste(page, "#form .card.on [data-cell='-1,0']", PASTED)
        saying(page, "4 行 2 列")
        page.select_option("#tree-block", "chart")
        saying(page, "グラフを足しました")
        page.fill("#form .card.on [data-cell='1,1']", "42.5")
        has(page, "values: [1, 42.5, 3]")
        until(page, "document.querySelector('.unused-row button')")
        unused = page.inner_text(".unused-row span >> nth=0")
        page.click(".unused-row button >> nth=0")
        saying(page, "に入れました")
        end = text_of(page)
        while not page.is_disabled("#undo"):
            page.click("#undo")
        assert text_of(page) == ""
        while not page.is_disabled("#redo"):
            page.click("#redo")
        assert text_of(page) == end
        page.keyboard.press("Control+s")
        saying(page, "保存しました")
        assert (tmp_path / "briefing.yaml").read_text() == end
        assert "# " in end
        outline = yaml.load(end, "briefing.yaml")[0].outline
        assert outline.sections[1].message == "主張を、自分の一文にした"
        deck = Presentation(str(taken(page, "deck.pptx")))
        shown = "\n".join(
            json.dumps([*all_text(slide.shapes)], ensure_ascii=False) for slide in deck.slides
        )
        for said in ("主張を、自分の一文にした", "2024", "42.5"):
            assert said in shown
        with PdfDocument(taken(page, "handout.pdfsummary")) as pdf:
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


FOLLOWED = """async ([output, places]) => {
  const wait = ms => new Promise(done => setTimeout(done, ms));
  const letters = text => text.replace(/[^\\p{L}\\p{N}]/gu, "");
  const lost = [];
  for (const place of places) {
    const runs = [...document.querySelectorAll(`#${output} [data-at="${place}"]`)];
    runs[0].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    const said = letters(runs.map(run => run.querySelector("text")?.textContent ?? "").join(""));
    const is = () => {
      const { from, to } = view.state.selection.main;
      return letters(view.state.sliceDoc(from, to)).includes(said.slice(0, 4))
        && runs.some(run => run.closest("figure").classList.contains("on"));
    };
    for (let n = 0; n < 300 && !is(); n++) await wait(10);
    if (!is()) lost.push(place);
  }
  return lost;
}"""


def test_every_statement_leads_to_its_place_and_back(page: Any) -> None:
    page.click("#tab-text")
    for output in ("deck", "handout"):
        page.click(f"#tab-{output}")
        places = page.evaluate(
            f"[...new Set([...document.querySelectorAll('#{output} [data-at]')]"
            ".map(e => e.dataset.at))].filter(p => p && !/^(template|article|program)/.test(p))"
        )
        assert len(places) > 30
        assert page.evaluate(FOLLOWED, [output, places]) == []


def composed(session: Any, state: str) -> None:
    """Let an input method show a state of its composition."""
    at = len(state)
    asked = {"text": state, "selectionStart": at, "selectionEnd": at}
    session.send("Input.imeSetComposition", asked)


def test_an_input_method_is_left_alone(page: Any) -> None:
    page.evaluate(
        """() => { window.sent = []; const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (said) {
            window.sent.push(said);
            return send.call(this, said);
          }; }"""
    )
    page.click("#tree [data-path='sections/1']")
    field = page.locator("#form [data-path='sections/1/message']")
    field.click()
    field.press("End")
    before = field.input_value()
    page.evaluate("window.sent.length = 0")
    session = page.context.new_cdp_session(page)
    for state in ("に", "にほ", "にほん", "日本"):
        session.send(
            "Input.imeSetComposition", {"text": state, "selectionStart": 2, "selectionEnd": 2}
        )
    time.sleep(0.3)
    assert page.evaluate('window.sent.filter(s => /"(push|edit)"/.test(s)).length') == 0
    session.send("Input.insertText", {"text": "日本"})
    has(page, f"{before}日本")
    page.click("#undo")
    until(page, f"!view.state.doc.toString().includes({json.dumps(before + '日本')})")
    page.click("#tab-text")
    page.evaluate("view.focus(); view.dispatch({selection: {anchor: 2}})")
    page.evaluate("window.sent.length = 0")
    for state in ("か", "かん", "漢"):
        session.send(
            "Input.imeSetComposition", {"text": state, "selectionStart": 1, "selectionEnd": 1}
        )
    time.sleep(0.3)
    assert page.evaluate('window.sent.filter(s => /"push"/.test(s)).length') == 0
    session.send("Input.insertText", {"text": "漢字"})
    until(page, 'view.state.doc.toString().startsWith("# 漢字国産AI")')
    until(page, 'window.sent.some(s => /"push"/.test(s))')
    page.click("#tab-form")
    page.locator("#tree [data-path='sections/1']").press("F2")
    page.keyboard.press("Control+a")
    for state in ("み", "みだし"):
        composed(session, state)
    session.send("Input.insertText", {"text": "見出し"})
    page.keyboard.press("Enter")
    has(page, "title: 見出し\n")


def broken(page: Any) -> None:
    page.click("#tab-text")
    page.evaluate(
        "view.dispatch({changes: {insert: 'x: [\\n',"
        "from: view.state.doc.toString().indexOf('sections:')}})"
    )
    until(page, "!document.querySelector('#stale').hidden")


def violations(page: Any) -> list[str]:
    page.evaluate(AXE.read_text())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(
        "tags => axe.run({runOnly: tags}).then(r => r.violations.map("
        "v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')}`))",
        tags,
    )
    return list(found)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci)")
@pytest.mark.parametrize("look", ["ja-light", "en-dark", "ja-dark-zoomed", "en-light-zoomed"])
def test_nothing_bars_anybody(browser: Any, showcase: Running, look: str) -> None:
    width = 720 if "zoomed" in look else 1440
    page = opened(
        browser,
        showcase.address,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if "dark" in look else "light",
        locale="en-US" if "en" in look else "ja-JP",
    )
    drawn(page, slides=14)
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width < 900:
        page.click("#pane-tabs [data-shows=middle]")
    broken(page)
    page.click("#problems-button")
    found = violations(page)
    undone(page)
    assert found == page.faults == []
    page.context.close()


def test_while_the_text_is_no_yaml_the_pages_stay(page: Any) -> None:
    broken(page)
    assert page.locator("#deck figure").count() == 14
    page.click("#tab-form")
    assert page.is_visible("#form-broken")
    page.click("#undo")
    until(page, "document.querySelector('#stale').hidden")


def test_two_tabs_show_one_text_and_the_disk_is_asked(browser: Any, tmp_path: Path) -> None:
    path = briefing(tmp_path)
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        one = opened(browser, running.address)
        two = opened(browser, running.address)
        for page in (one, two):
            drawn(page, slides=14)
        one.fill("#form [data-path='sections/0/title']", "片方で変えた")
        has(two, "片方で変えた")
        two.click("#tree [data-path='sections/1']")
        two.fill("#form [data-path='sections/1/title']", "もう片方で変えた")
        has(one, "もう片方で変えた")
        assert text_of(one) == text_of(two)
        path.write_text(path.read_text("utf-8").replace("企画課", "総務課"), "utf-8")
        until(one, "document.querySelector('#bars').textContent.includes('書き換えられて')")
        one.click("#bars button:has-text('差分を見る')")
        until(one, "document.querySelector('#compare').open")
        one.keyboard.press("Escape")
        one.click("#bars button:has-text('読み直す')")
        has(two, "総務課")
        assert "片方" not in text_of(one)
        path.write_text(path.read_text("utf-8").replace("総務課", "広報課"), "utf-8")
        has(one, "広報課")
        assert one.faults == two.faults == []
        one.context.close()
        two.context.close()


def test_what_was_typed_outlives_the_program(browser: Any, tmp_path: Path) -> None:
    briefing(tmp_path)
    state = tmp_path / "state"
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".", state=state) as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.click("#tab-text")
        page.evaluate("view.focus(); view.dispatch({selection: {anchor: 2}})")
        page.keyboard.type("zanshin ")
        until(page, "document.querySelector('#saved').classList.contains('dirty')")
        time.sleep(0.2)
        running.kill()
        until(page, "document.querySelector('#bars').textContent.includes('つながっていません')")
        with page.expect_download() as download:
            page.click("#bars button")
        assert "zanshin" in Path(download.value.path()).read_text("utf-8")
        page.context.close()
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".", state=state) as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.click("#bars button:has-text('復元する')")
        has(page, "# zanshin ")
        page.context.close()


def test_all_of_it_goes_by_keys_alone(page: Any) -> None:
    page.keyboard.press("F6")
    until(page, "document.activeElement.closest('#left, #middle, #right, #top')")
    page.evaluate("document.querySelector('#tree [tabindex=\"0\"]').focus()")
    page.keyboard.press("Home")
    for _ in range(4):
        page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.path") == "sections/1"
    page.keyboard.press("Alt+ArrowDown")
    saying(page, "3 番目")
    page.keyboard.press("F2")
    page.keyboard.press("Control+a")
    page.keyboard.type("keys")
    page.keyboard.press("Enter")
    has(page, "title: keys")
    until(page, "document.activeElement.getAttribute('role') === 'treeitem'")
    page.keyboard.press("Control+d")
    saying(page, "複製しました")
    page.keyboard.press("Delete")
    saying(page, "削除しました")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.closest('#form')")
    page.keyboard.press("Control+z")
    saying(page, "元に戻しました")
    page.keyboard.press("F6")
    until(page, "document.activeElement.closest('#right')")
    page.keyboard.press("ArrowRight")
    until(page, "!document.querySelector('#handout-pane').hidden")


def test_a_click_on_a_slide_puts_the_cursor_into_its_field(page: Any) -> None:
    places = page.evaluate(
        "[...new Set([...document.querySelectorAll('#deck [data-at]')].map(e => e.dataset.at))]"
        ".filter(p => p.startsWith('sections/'))"
    )
    lost = page.evaluate(
        """async places => {
          const lost = [];
          for (const place of places) {
            document.querySelector(`#deck [data-at="${place}"]`)
              .dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
            const field = () => document.activeElement?.dataset?.path ?? "";
            const is = () => place === field() || place.startsWith(`${field()}/`) && field();
            for (let n = 0; n < 200 && !is(); n++) await new Promise(r => setTimeout(r, 10));
            if (!is()) lost.push([place, field()]);
          }
          return lost;
        }""",
        places,
    )
    assert lost == []


def test_a_section_is_dragged_to_its_place(page: Any) -> None:
    grip = page.locator("#tree [data-path='sections/6'] .grip")
    grip.scroll_into_view_if_needed()
    titles = page.evaluate("[...document.querySelectorAll('#tree .section')].map(e => e.innerText)")
    grip.drag_to(page.locator("#tree [data-path='sections/5']"), target_position={"x": 60, "y": 3})
    saying(page, "6 番目に移しました")
    until(
        page,
        f"""(() => {{ const now = [...document.querySelectorAll('#tree .section')]
      .map(e => e.innerText); return now.length === {len(titles)}
        && JSON.stringify(now) !== {json.dumps(json.dumps(titles, ensure_ascii=False))}; }})()""",
    )


def test_template_and_variant_are_seen_at_once(page: Any) -> None:
    page.click("#tab-handout")
    count = page.locator("#handout figure").count()
    page.select_option("#variant", "slides")
    has(page, "variant: slides")
    until(page, f"document.querySelectorAll('#handout figure').length != {count}")


def test_marks_are_put_by_buttons(page: Any) -> None:
    page.click("#tree [data-path='sections/1']")
    field = page.locator("#form [data-path='sections/1/message']")
    field.evaluate("e => { e.focus(); e.setSelectionRange(0, 3); }")
    page.click("#form .field:focus-within .marks button >> nth=1")
    has(page, "{日本語|よみ}の機微")
    assert field.evaluate("e => e.value.slice(e.selectionStart, e.selectionEnd)") == "よみ"


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci)")
def test_nothing_bars_anybody_where_a_person_is_asked(browser: Any, tmp_path: Path) -> None:
    path = briefing(tmp_path)
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.fill("#form [data-path='sections/0/title']", "変えた")
        has(page, "変えた")
        path.write_text(path.read_text("utf-8").replace("企画課", "総務課"), "utf-8")
        until(page, "document.querySelector('#bars button')")
        assert violations(page) == []
        page.click("#bars button:has-text('差分を見る')")
        until(page, "document.querySelector('#compare').open")
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.evaluate("document.querySelector('#drop').hidden = false")
        assert violations(page) == []
        page.evaluate("document.querySelector('#drop').hidden = true")
        page.click("#take")
        assert violations(page) == []
        page.keyboard.press("Escape")
        page.click("#tab-article")
        until(page, "document.querySelector('#article li')")
        assert violations(page) == []
        assert page.faults == []
        page.context.close()


def test_a_picture_comes_in_by_choosing_it(browser: Any, tmp_path: Path) -> None:
    from PIL import Image

    briefing(tmp_path)
    Image.new("RGB", (640, 360), "#0b4f9e").save(tmp_path / "図.png")
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.click("#tree [data-path='sections/1']")
        page.select_option("#tree-block", "image")
        saying(page, "画像を足しました")
        page.set_input_files("#form .picture input[type=file]", str(tmp_path / "図.png"))
        has(page, "kokusan-ai-figures/図.png")
        until(page, "document.querySelector('#deck svg image')")
        assert (tmp_path / "outlines/kokusan-ai-figures/図.png").is_file()
        page.context.close()
