"""How quick `shiryo batch` is, what it takes, and whether everything is there and true.

``python benchmarks/batch.py [N] [--folder DIR]``: N rows (300) of a deck of three slides with its
handout, on two processes; a fifth of them on one. Every output is opened and its row's words are
looked for; Pandoc and Typst make ten of them, run for each. Exits with 1 where a figure is missed.

Times are of processors, so that they mean the same on a machine that others use, too. On two cores
that nobody else uses, one process that makes briefings takes as long as they take it, and two half
as long as they take both and the one that writes: that is what the speed-up is made of. What it
takes to begin, once, is left out of it, and is in the cost of one document.
"""

import argparse
import hashlib
import json
import os
import random
import statistics
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import psutil
import pypandoc
import pypdfium2
from costs import Cost, run, together

from shiryo.batch import manifest

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:])"
OUTLINE = """\
shiryo: 1
title: "{{ 自治体 }}の人口"
subtitle: 国勢調査から
date: 2026-04-01
organization: 統計係
deck: {agenda: false, summary: false, sources: false}
sections:
  - id: now
    title: 人口の動き
    message: "{{ 自治体 }}の人口は{{ 人口 }}人である"
    blocks:
      - bullets: ["前回は{{ 前回 }}人だった", 調査は5年ごとに行う, 結果は統計局のサイトで公表する]
  - id: chart
    title: 二回の調査
    message: 前回と今回を比べる
    blocks:
      - chart:
          kind: column
          unit: 人
          data: |
            回,人口
            前回,{{ 前回 }}
            今回,{{ 人口 }}
"""
MARKDOWN = """\
---
title: {0}の人口
subtitle: 国勢調査から
---

# 人口の動き

{0}の人口は{1}人である

- 前回は{2}人だった
- 調査は5年ごとに行う
- 結果は統計局のサイトで公表する

# 二回の調査

前回と今回を比べる

| 回 | 人口 |
|---|--:|
| 前回 | {2} |
| 今回 | {1} |
"""
SOURCE = """\
#set text(font: ("Noto Serif JP", "Noto Sans JP"), lang: "ja")
#set page(paper: "a4", numbering: "1")
= {0}の人口
== 人口の動き
{0}の人口は{1}人である
- 前回は{2}人だった
- 調査は5年ごとに行う
- 結果は統計局のサイトで公表する
== 二回の調査
前回と今回を比べる
#table(columns: 2, [回], [人口], [前回], [{2}], [今回], [{1}])
"""
PLACES = "東西南北中上下大小新古高低内外本元川山田島崎沢浜原野森林橋池"
Rows = list[tuple[str, int, int]]


def rows(count: int) -> Rows:
    chance = random.Random(1)
    return [
        (
            f"{''.join(chance.choices(PLACES, k=3))}{n}市",
            chance.randrange(10**4, 10**6),
            chance.randrange(10**4, 10**6),
        )
        for n in range(count)
    ]


class Watched:
    """The memory of a process and of those that it started, over time."""

    def __init__(self) -> None:
        self.found: list[tuple[float, dict[str, float]]] = []
        """Seconds since the beginning, and megabytes of each kind of process."""
        self.busy = 0.0
        """Seconds of a processor that the one which writes took."""

    def look(self, parent: psutil.Process, ended: threading.Event) -> None:
        began = time.monotonic()
        while not ended.wait(0.5):
            try:
                workers = [c for c in parent.children() if "spawn_main" in " ".join(c.cmdline())]
                sizes = [c.memory_info().rss / 1e6 for c in workers]
                own = parent.memory_info().rss / 1e6
                used = parent.cpu_times()
            except psutil.Error:
                continue
            at, self.busy = time.monotonic() - began, used.user + used.system
            self.found.append((at, {"writing": own, "making": max(sizes, default=0)}))

    def over(self, kind: str, parts: int = 5) -> list[float]:
        """Return the medians of as many parts of the time, the start-up left out."""
        values = [sizes[kind] for _, sizes in self.found if sizes["making"] > 0][2:]
        size = max(1, len(values) // parts)
        return [statistics.median(values[n * size : (n + 1) * size] or [0]) for n in range(parts)]


def batch(folder: Path, out: str, workers: int) -> tuple[Cost, Watched]:
    """Run a batch; return what it took, and its memory."""
    watched, ended = Watched(), threading.Event()

    def look() -> None:
        while not (found := psutil.Process().children()) and not ended.is_set():
            time.sleep(0.05)
        for process in found[:1]:
            watched.look(process, ended)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        cost = run(
            sys.executable, "-P", "-m", "shiryo", "batch", "a.yaml", "--data", "rows.csv",
            "--name", "{{ 自治体 }}", "-d", out, "--workers", str(workers), cwd=folder,
        )  # fmt: skip
    finally:
        ended.set()
        looking.join()
    return cost, watched


def lines(folder: Path) -> Iterator[dict[str, object]]:
    with (folder / manifest.NAME).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def wrong(folder: Path, wanted: Rows) -> int:
    """Open every output; return how many lack, lie, or are not as the manifest says."""
    found = 0
    told: dict[str, str] = {}
    for line, (name, now, before) in zip(lines(folder), wanted, strict=True):
        outputs: dict[str, str] = line["outputs"]  # type: ignore[assignment]
        told |= outputs
        found += line["name"] != name or line["status"] != "made" or len(outputs) != 2
        with zipfile.ZipFile(folder / f"{name}.pptx") as deck:
            assert deck.testzip() is None
            slides = [n for n in deck.namelist() if n.startswith("ppt/slides/slide")]
            text = "".join(deck.read(n).decode() for n in slides)
        with pypdfium2.PdfDocument((folder / f"{name}.pdf").read_bytes()) as pages:
            printed = "".join(page.get_textpage().get_text_range() for page in pages)
        printed = "".join(printed.split())
        found += len(slides) != 3 or not all(str(v) in text for v in (name, now, before))
        found += not all(str(v) in printed for v in (name, now, before))
    there = {p.name: p for p in folder.iterdir() if p.suffix in {".pptx", ".pdf"}}
    found += there.keys() != told.keys()
    found += sum(
        hashlib.sha256(path.read_bytes()).hexdigest() != told.get(name)
        for name, path in there.items()
    )
    return found


def others(folder: Path, row: tuple[str, int, int]) -> Cost:
    """Have Pandoc make the deck of a row, and Typst the handout."""
    (folder / "one.md").write_text(MARKDOWN.format(*row), "utf-8")
    (folder / "one.typ").write_text(SOURCE.format(*row), "utf-8")
    fonts = [str(files(package)) for package in ("justmytype_intl_cjk", "pylopdf_fonts_jp")]
    return together(
        run(pypandoc.get_pandoc_path(), folder / "one.md", "-o", folder / "one.pptx"),
        run(sys.executable, "-c", TYPST, folder / "one.typ", folder / "one.pdf", *fonts),
    )


def write(folder: Path, wanted: Rows) -> None:
    text = "".join(f"{name},{now},{before}\n" for name, now, before in wanted)
    (folder / "rows.csv").write_text(f"自治体,人口,前回\n{text}", "utf-8")


def main(count: int, folder: Path) -> int:
    wanted = rows(count)
    (folder / "a.yaml").write_text(OUTLINE, "utf-8")
    few = max(20, count // 5)
    write(folder, wanted[:few])
    alone, _ = batch(folder, "one", 1)
    pair, of_pair = batch(folder, "two", 2)
    each = statistics.median(others(folder, row).busy for row in wanted[:10])
    write(folder, wanted)
    cost, memory = batch(folder, "all", 2)
    making_one, making_two = (
        sum(float(str(line["seconds"])) for line in lines(folder / out)) for out in ("one", "two")
    )
    ours = cost.busy / count
    speed_up = making_one / ((making_two + of_pair.busy) / 2)
    making = memory.over("making")
    failed = wrong(folder / "all", wanted)
    found = {
        "rows": count,
        "rate, a second (wall)": round(count / cost.seconds, 1),
        "rate, a second of two processors": round(2 * count / cost.busy, 1),
        "one document, ms of a processor": round(1000 * ours),
        "Pandoc + Typst, ms of a processor": round(1000 * each),
        "one document / Pandoc + Typst": round(ours / each, 3),
        "speed-up of two (wall, with start)": round(alone.seconds / pair.seconds, 2),
        "speed-up of two (processors)": round(speed_up, 2),
        "memory of a process over time, MB": [round(v) for v in making],
        "memory of the one that writes, MB": [round(v) for v in memory.over("writing")],
        "wrong": failed,
    }
    for what, value in found.items():
        print(f"{what:<40}{value}")
    flat = making[-1] <= 1.15 * making[1] + 10
    return not (ours / each <= 0.6 and speed_up >= 1.8 and flat and not failed)


if __name__ == "__main__":
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=300)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    if given.folder:
        given.folder.mkdir(parents=True, exist_ok=True)
        sys.exit(main(given.count, given.folder))
    with tempfile.TemporaryDirectory(prefix="batch-") as name:
        sys.exit(main(given.count, Path(name)))
