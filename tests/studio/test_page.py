"""What a person sees and does, in a real browser."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from browsing import (
    added,
    briefing,
    broken,
    drawn,
    has,
    needs_chromium,
    opened,
    saying,
    studio,
    text_of,
    until,
)

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.xdist_group("studio")]

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


def journalled(state: Path) -> str:
    """Return the letters that the studio has put down since it began its journal."""
    lines = [line for file in state.rglob("*.jsonl") for line in file.read_text().splitlines()[1:]]
    return "".join(new for line in lines for _, _, new in json.loads(line))


def test_what_was_typed_outlives_the_program(browser: Any, tmp_path: Path) -> None:
    briefing(tmp_path)
    state = tmp_path / "state"
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".", state=state) as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.click("#tab-text")
        page.evaluate("view.focus(); view.dispatch({selection: {anchor: 2}})")
        page.keyboard.type("zanshin ")
        end = time.monotonic() + 30
        while not journalled(state).endswith("hin ") and time.monotonic() < end:
            time.sleep(0.03)
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


def test_a_picture_comes_in_by_choosing_it(browser: Any, tmp_path: Path) -> None:
    from PIL import Image

    briefing(tmp_path)
    Image.new("RGB", (640, 360), "#0b4f9e").save(tmp_path / "図.png")
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        page.click("#tree [data-path='sections/1']")
        added(page, "image")
        saying(page, "画像を足しました")
        page.set_input_files("#form .picture input[type=file]", str(tmp_path / "図.png"))
        has(page, "kokusan-ai-figures/図.png")
        until(page, "document.querySelector('#deck svg image')")
        assert (tmp_path / "outlines/kokusan-ai-figures/図.png").is_file()
        page.context.close()
