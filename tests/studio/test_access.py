"""Nothing bars anybody: axe-core over every state of the page, small, large, light and dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from browsing import (
    AXE,
    Running,
    briefing,
    broken,
    drawn,
    has,
    needs_chromium,
    opened,
    studio,
    undone,
    until,
)  # fmt: skip

pytestmark = [needs_chromium, pytest.mark.slow, pytest.mark.xdist_group("studio")]


def violations(page: Any) -> list[str]:
    page.evaluate(AXE.read_text())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(
        "tags => axe.run({runOnly: tags}).then(r => r.violations.map("
        "v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')}`))",
        tags,
    )
    return list(found)


LOOKS = [
    {"locale": locale, "color_scheme": scheme, "viewport": {"width": width, "height": height}}
    for width, height, shown in (
        (1440, 900, (("ja-JP", "light"), ("ja-JP", "dark"), ("en-US", "light"), ("en-US", "dark"))),
        (720, 450, (("ja-JP", "light"), ("ja-JP", "dark"), ("en-US", "light"), ("en-US", "dark"))),
        (320, 256, (("ja-JP", "light"),)),
    )
    for locale, scheme in shown
]
"""Two languages, light and dark, at 100 and 200 %, and one of them at 400 % (WCAG 2.2, 1.4.10)."""
has_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm ci)")


@contextmanager
def looked(browser: Any, running: Running, look: dict[str, Any]) -> Iterator[Any]:
    """Open a page that looks so, and hold that it needs no scrolling sideways."""
    page = opened(browser, running.address, **look)
    try:
        yield page
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.faults == []
    finally:
        page.context.close()


@has_axe
def test_nothing_bars_anybody_from_the_beginning(browser: Any, tmp_path: Path) -> None:
    with studio(tmp_path) as running:
        for look in LOOKS:
            with looked(browser, running, look) as page:
                until(page, "!document.querySelector('#empty').hidden")
                assert violations(page) == []


@has_axe
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look.values())))
def test_nothing_bars_anybody(browser: Any, showcase: Running, look: dict[str, Any]) -> None:
    with looked(browser, showcase, look) as page:
        drawn(page, slides=14)
        assert violations(page) == []
        if look["viewport"]["width"] < 900:
            page.click("#pane-tabs [data-shows=middle]")
        broken(page)
        page.click("#problems-button")
        found = violations(page)
        undone(page)
        assert found == []


@has_axe
def test_nothing_bars_anybody_where_a_person_is_asked(browser: Any, tmp_path: Path) -> None:
    path = briefing(tmp_path)
    with studio(tmp_path, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        first = opened(browser, running.address)
        drawn(first, slides=14)
        first.fill("#form [data-path='sections/0/title']", "変えた")
        has(first, "変えた")
        path.write_text(path.read_text("utf-8").replace("企画課", "総務課"), "utf-8")
        for look in LOOKS:
            with looked(browser, running, look) as page:
                until(page, "document.querySelector('#bars button')")
                assert violations(page) == []
                page.click("#bars button >> nth=1")
                until(page, "document.querySelector('#compare').open")
                assert violations(page) == []
                page.keyboard.press("Escape")
                page.evaluate("document.querySelector('#drop').hidden = false")
                assert violations(page) == []
        first.click("#take")
        assert violations(first) == []
        first.keyboard.press("Escape")
        first.click("#tab-article")
        until(first, "document.querySelector('#article li')")
        assert violations(first) == []
        assert first.faults == []
        first.context.close()
