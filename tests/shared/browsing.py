"""A studio in a process of its own, and Chromium to look at it with."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).parents[2]
SHOWCASE = ROOT / "outlines" / "kokusan-ai.yaml"
ARTICLE = ROOT / "seeds" / "kokusan-ai.txt"
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome") or ""
AXE = ROOT / "src/shiryo/studio/web/node_modules/axe-core/axe.min.js"

needs_chromium = pytest.mark.skipif(
    not CHROMIUM and os.environ.get("CI") != "true", reason="Chromium is not installed"
)


@dataclass
class Running:
    """A studio that runs."""

    process: subprocess.Popen[str]
    address: str
    """With the token."""

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


@contextmanager
def studio(folder: Path, *arguments: str, state: Path | None = None) -> Iterator[Running]:
    """Run ``shiryo studio`` in ``folder`` until the block ends."""
    code = [sys.executable, "-P", "-m", "shiryo", "studio", *arguments, "--no-open"]
    around = os.environ | {"XDG_STATE_HOME": str(state or folder / ".state")}
    process = subprocess.Popen(
        code, cwd=folder, env=around, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout
        yield Running(process, process.stdout.readline().strip())
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        if process.stdout:
            process.stdout.close()


def briefing(folder: Path) -> Path:
    """Put the showcase and its article into ``folder``; return the outline."""
    for file in (SHOWCASE, ARTICLE):
        (folder / file.parent.name).mkdir(exist_ok=True)
        shutil.copy(file, folder / file.parent.name)
    return folder / "outlines" / SHOWCASE.name


@contextmanager
def chromium() -> Iterator[Any]:
    """Run Chromium with a folder of its own that nobody else has."""
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM or None, args=quiet)
        try:
            yield browser
        finally:
            browser.close()


def opened(browser: Any, address: str, **look: Any) -> Any:
    """Open a page on an address; what goes wrong in it fails the test that asks `faults`."""
    context = browser.new_context(
        viewport=look.pop("viewport", {"width": 1440, "height": 900}),
        **{"locale": "ja-JP", "reduced_motion": "reduce", **look},
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.faults = []
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on(
        "request",
        lambda asked: page.faults.append(asked.url) if "127.0.0.1" not in asked.url
        and not asked.url.startswith(("data:", "blob:")) else None,
    )  # fmt: skip
    page.goto(address)
    return page


def until(page: Any, said: str, seconds: float = 30) -> Any:
    """Wait until an expression is true; no policy of the page lets it wait itself."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := page.evaluate(said):
            return found
        time.sleep(0.03)
    raise AssertionError(f"never: {said}")


def text_of(page: Any) -> str:
    """Return what the editor holds."""
    return str(page.evaluate("view.state.doc.toString()"))


def drawn(page: Any, *, slides: int = 1) -> None:
    """Wait until there are slides and pages, and everything was checked."""
    until(page, f"document.querySelectorAll('#deck figure svg').length >= {slides}")
    until(page, "document.querySelectorAll('#handout figure svg').length > 0")


def undone(page: Any) -> None:
    """Take all back, and wait until the studio has it."""
    while not page.is_disabled("#undo"):
        page.click("#undo")
    until(page, "!document.querySelector('#saved').classList.contains('dirty')")


def saying(page: Any, said: str) -> None:
    until(page, f"document.querySelector('#said').textContent.includes({json.dumps(said)})")


def has(page: Any, said: str) -> None:
    until(page, f"view.state.doc.toString().includes({json.dumps(said)})")


def added(page: Any, kind: str) -> None:
    page.click("#tree-block")
    page.click(f"#tree-kinds [data-kind='{kind}']")


def broken(page: Any) -> None:
    page.click("#tab-text")
    page.evaluate(
        "view.dispatch({changes: {insert: 'x: [\\n',"
        "from: view.state.doc.toString().indexOf('sections:')}})"
    )
    until(page, "!document.querySelector('#stale').hidden")
