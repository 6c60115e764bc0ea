"""The studio under a person's hands: delay of what is typed, memory, idling, and being killed.

`python benchmarks/studio.py [EDITS] [KILLS]` types into a real browser and prints what it measured.
"""

import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).parents[1] / "tests" / "shared")]

from browsing import (  # noqa: E402 (the path is set above)
    SHOWCASE,
    briefing,
    chromium,
    drawn,
    opened,
    studio,
    text_of,
    until,
)

_TYPED = """async ([word, count]) => {
  const at = view.state.doc.toString().indexOf(word) + word.length, took = [];
  for (let n = 0; n < count; n++) {
    window.painted.length = 0;
    const began = performance.now();
    const away = n % 2;
    view.dispatch({ changes: away ? { from: at, to: at + 1 } : { from: at, insert: "あ" } });
    while (!window.painted.some(one => one.of === "deck")) await new Promise(r => setTimeout(r, 2));
    took.push(window.painted.find(one => one.of === "deck").at - began);
    await new Promise(r => setTimeout(r, 400));
  }
  return took;
}"""


def _long(folder: Path, slides: int) -> str:
    """Write the showcase with its sections repeated until there are so many slides; its name."""
    text = SHOWCASE.read_text("utf-8")
    head, _, rest = text.partition("sections:\n")
    body, _, tail = rest.partition("\nsources:\n")
    copies = [
        re.sub(r"(?m)^( +- id: )(\S+)", rf"\g<1>\g<2>-{n}", body) for n in range(slides // 11 + 1)
    ]
    name = f"outlines/long-{slides}.yaml"
    whole = f"{head}sections:\n{chr(10).join(copies)}\nsources:\n{tail}"
    (folder / name).write_text(whole, "utf-8")
    return name


def _process(pid: int) -> tuple[float, float]:
    """Return a process's memory in MB and its seconds of the processor."""
    status = Path(f"/proc/{pid}/status").read_text()
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    resident = re.search(r"VmRSS:\s+(\d+)", status)
    return int(resident[1]) / 1000 if resident else 0, (int(times[11]) + int(times[12])) / 100


def delays(browser: Any, folder: Path) -> None:
    """Print how long a letter takes until its slide is painted."""
    for name, slides in (("outlines/kokusan-ai.yaml", 14), (_long(folder, 100), 100)):
        with studio(folder, name, "--root", ".") as running:
            page = opened(browser, running.address)
            drawn(page, slides=slides)
            time.sleep(3)
            page.click("#tab-text")
            took = sorted(page.evaluate(_TYPED, ["信頼できる国産AIが求められている", 24])[4:])
            print(f"{slides:4} slides: letter to paint {took[0]:.0f} ms best, "
                  f"{statistics.median(took):.0f} median, {took[-1]:.0f} worst")  # fmt: skip
            page.context.close()


def memory(browser: Any, folder: Path, edits: int) -> None:
    """Print what many edits leave in memory, and what an idle studio takes."""
    with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".") as running:
        page = opened(browser, running.address)
        drawn(page, slides=14)
        time.sleep(3)
        for done in range(0, edits + 1, max(1, edits // 4)):
            print(f"{done:5} edits: {_process(running.process.pid)[0]:.0f} MB")
            page.evaluate(
                """async count => {
                  for (let n = 0; n < count; n++) {
                    const at = view.state.doc.toString().indexOf("国産AIが必要か") + 8;
                    view.dispatch({ changes: { from: at, insert: String(n % 10) } });
                    if (n % 20 === 19) view.dispatch({ changes: { from: at, to: at + 20 } });
                    await new Promise(r => setTimeout(r, 60));
                  }
                }""",
                min(edits // 4, edits - done),
            )
        time.sleep(3)
        before = _process(running.process.pid)[1]
        time.sleep(10)
        print(f"idle: {(_process(running.process.pid)[1] - before) * 10:.1f} % of a processor")
        page.context.close()


def kills(browser: Any, folder: Path, times: int) -> None:
    """Kill the studio at moments that nobody chose, and look whether what it had is there."""
    chance, lost = random.Random(7), 0
    state = folder / "killed"
    for n in range(times):
        with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".", state=state) as running:
            page = opened(browser, running.address)
            until(page, "window.view && view.state.doc.length > 0")
            page.evaluate("""() => { window.acked = "";
              setInterval(() => {
                if (document.querySelector("#saved").textContent === "切断") return;
                view.dispatch({ changes: { from: 2, insert: "字" } });
              }, 15); }""")
            time.sleep(chance.uniform(0.3, 2.5))
            running.kill()
            typed = text_of(page)
            page.context.close()
        with studio(folder, "outlines/kokusan-ai.yaml", "--root", ".", state=state) as running:
            page = opened(browser, running.address)
            until(page, "document.querySelector('#bars button')")
            page.click("#bars button")
            until(page, "view.state.doc.sliceString(2, 3) === '字'")
            found = text_of(page)
            lost = max(lost, len(typed) - len(found))
            until(page, "!document.querySelector('#bars button')")
            while not page.is_disabled("#undo"):
                page.click("#undo")
            time.sleep(0.2)
            page.context.close()
        print(f"kill {n + 1}: {len(typed)} letters, {len(found)} found", flush=True)
    print(f"{times} kills: at most {lost} letters that the page had and the journal had not")


if __name__ == "__main__":
    numbers = [int(said) for said in sys.argv[1:]] or [2000, 30]
    with tempfile.TemporaryDirectory() as place, chromium() as found:
        briefing(Path(place))
        delays(found, Path(place))
        if numbers[0]:
            memory(found, Path(place), numbers[0])
        if numbers[1:]:
            kills(found, Path(place), numbers[1])
