"""How long a briefing takes and how much memory, beside Pandoc and Typst on the same text.

Whole processes are measured, one after the other in turns, so that the ratios hold on any machine.
Exits with 1 where a budget is overrun.
"""

import compileall
import copy
import io
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pypandoc
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
OUTLINE = ROOT / "outlines" / "kokusan-ai.yaml"
ROUNDS = 5
SCALES = (1, 10, 100)

WORDS = ("title", "brief", "message", "text", "label", "note", "cells", "caption")
"""Keys under which an outline says something."""

MAX_RATIO = 5.0
MAX_MEGABYTES = 200.0
MAX_LARGE_MEGABYTES = 300.0
"""With a hundred times the sections."""
MAX_EXPONENT = 1.1

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:])"
TYPST_HEAD = """#set page(paper: "a4", margin: 22mm, numbering: "1 / 1")
#set text(font: ("Noto Serif JP", "Noto Sans JP"), lang: "ja", size: 10.2pt)
#set par(justify: true, first-line-indent: 1em)
#outline()
"""


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    seconds: float
    megabytes: float
    """At its peak."""
    busy: float
    """Seconds of a processor, however many others share it."""


def run(*command: str | Path) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails."""
    start = perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([str(part) for part in command], stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, process.args)
    scale = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * scale / 1e6, usage.ru_utime + usage.ru_stime)


def load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    return found


def enlarged(outline: dict[str, Any], times: int) -> dict[str, Any]:
    """Return the outline with its sections ``times`` times over, no two of which say the same."""
    large = copy.deepcopy(outline)
    large["source"]["file"] = str((OUTLINE.parent / outline["source"]["file"]).resolve())
    large["sections"] = [
        varied(section, n) for n in range(times) for section in outline["sections"]
    ]
    return large


def varied(value: Any, n: int, key: str = "") -> Any:
    """Return a copy number ``n`` of a part of an outline."""
    match value:
        case dict():
            return {key: varied(part, n, key) for key, part in value.items()}
        case list():
            return [varied(part, n, key) for part in value]
        case str() if n and key == "id":
            return f"{value}-{n}"
        case str() if n and key in WORDS:
            return value + "".join("いろはにほへとちりぬ"[int(digit)] for digit in str(n))
    return value


def markdown(outline: dict[str, Any]) -> str:
    """Return what the outline says as Markdown for Pandoc: one heading a slide."""
    head = f"---\ntitle: {outline['title']}\nlang: ja\n---\n"
    return head + "".join(f"\n{part}\n" for s in outline["sections"] for part in told(s, 1))


def told(section: dict[str, Any], level: int) -> Iterator[str]:
    yield f"{'#' * level} {section['title']}"
    yield section.get("message", "")
    for block in section.get("blocks", []):
        yield "\n".join(f"- {line}" for line in statements(block))
    for below in section.get("sections", []):
        yield from told(below, level + 1)


def statements(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for key, part in value.items():
                if key not in ("from", "only", "url", "kind"):
                    yield from statements(part)
        case list():
            for part in value:
                yield from statements(part)
        case str():
            yield value


def write_inputs(folder: Path) -> None:
    outline = load(OUTLINE)
    for times in SCALES:
        text = io.StringIO()
        YAML().dump(enlarged(outline, times), text)
        (folder / f"{times}.yaml").write_text(text.getvalue(), "utf-8")
    article = folder / "article.md"
    article.write_text(markdown(outline), "utf-8")
    body = pypandoc.convert_file(str(article), "typst")
    (folder / "article.typ").write_text(TYPST_HEAD + body, "utf-8")


def shiryo(folder: Path, times: int) -> Cost:
    command = Path(sys.executable).with_name("shiryo")
    outline, out = folder / f"{times}.yaml", folder / f"out-{times}"
    only = ("--only", "deck", "--only", "handout")
    return run(command, "build", outline, "-d", out, "--root", ROOT, *only)


def others(folder: Path) -> Cost:
    """Pandoc makes the deck, then Typst the handout."""
    article, deck = folder / "article.md", folder / "article.pptx"
    pandoc = run(pypandoc.get_pandoc_path(), article, "-o", deck)
    fonts = [str(files(package)) for package in ("justmytype_intl_cjk", "pylopdf_fonts_jp")]
    source, handout = folder / "article.typ", folder / "article.pdf"
    typst = run(sys.executable, "-c", TYPST, source, handout, *fonts)
    return Cost(
        pandoc.seconds + typst.seconds,
        max(pandoc.megabytes, typst.megabytes),
        pandoc.busy + typst.busy,
    )


def compare(folder: Path) -> list[str]:
    """Print how we stand beside the others; return what is over budget."""
    shiryo(folder, 1), others(folder)  # Not counted: these fill the disk's cache.
    ours, theirs = zip(*((shiryo(folder, 1), others(folder)) for _ in range(ROUNDS)), strict=True)
    mine, yours = (median(cost.seconds for cost in costs) for costs in (ours, theirs))
    peak, their_peak = (max(cost.megabytes for cost in costs) for costs in (ours, theirs))
    print(f"shiryo build         {mine:6.2f} s   {peak:6.0f} MB")
    print(f"Pandoc, then Typst   {yours:6.2f} s   {their_peak:6.0f} MB")
    print(f"ratio                {mine / yours:6.2f}     {peak / their_peak:6.2f}")
    return [
        *over("time beside the others'", mine / yours, MAX_RATIO),
        *over("memory in MB", peak, MAX_MEGABYTES),
    ]


def scale(folder: Path) -> list[str]:
    """Print how time grows with the sections; return what is over budget.

    The exponent is that of the last step, where start-up counts least.
    """
    seconds, megabytes = [], 0.0
    for times in SCALES:
        costs = [shiryo(folder, times) for _ in range(3 if times < SCALES[-1] else 1)]
        seconds.append(median(cost.seconds for cost in costs))
        megabytes = max(cost.megabytes for cost in costs)
        print(f"{times:4} × the sections   {seconds[-1]:6.2f} s   {costs[0].megabytes:6.0f} MB")
    exponent = math.log(seconds[-1] / seconds[-2], SCALES[-1] / SCALES[-2])
    print(f"exponent             {exponent:6.2f}")
    return [
        *over("exponent of growth", exponent, MAX_EXPONENT),
        *over("memory in MB of the largest", megabytes, MAX_LARGE_MEGABYTES),
    ]


def over(name: str, value: float, limit: float) -> list[str]:
    return [f"{name}: {value:.2f}, more than {limit:g}"] if value > limit else []


def main() -> int:
    compileall.compile_dir(ROOT / "src", quiet=1)  # As an installed package is.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_inputs(folder)
        problems = compare(folder) + scale(folder)
    for problem in problems:
        print(f"over budget: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
