"""How the time of a processor grows with the length of what is drafted, checked and built.

Articles of one kind, from 10,000 to 400,000 characters, are drafted, each by a process of its own;
with ``--drafts``, what comes of that is checked and built; with ``--build``, outlines of one long
field, or of many sections or rows, are. Nothing is longer than an outline may hold.
Prints the seconds and the exponent of their growth; exits with 1 where one is over the bound.

    python benchmarks/growth.py [--drafts | --build] [--sizes 10000,20000] [KIND …]
"""

import argparse
import json
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from shiryo import limits

SIZES = (10_000, 20_000, 50_000, 100_000, 200_000, 400_000)
FIELD_SIZES = (1_000, 2_000, 4_000, 8_000, 10_000)
"""Characters of one field, or of all rows or sections."""
MAX_EXPONENT = 1.1
MOST_SECONDS = 180
"""After which a process is stopped."""
NOISE = 0.15
"""Seconds beside the program's start below which nothing is to be learned from a time."""

_INTERNAL = "予期しない誤り".encode()

_TOPICS = ("図書館", "給食", "市営バス", "公園", "庁舎", "堤防", "下水道", "博物館", "市民病院")
_SENTENCES = (
    "{topic}の利用者は{n}年に{k}人となり、前の年より増えた。",
    "市は{topic}の更新に{k}万円を充て、工事を{m}月に始める方針である。",
    "担当課によると、{topic}の傷みは場所によって大きく異なり、調査を続ける必要がある。",
    "しかし、利用の少ない時間帯には職員が足りず、窓口を閉めざるを得ないこともあった。",
    "これに対し、市民からは{topic}を夜も開けてほしいという声が上がっており、議会でも取り上げられた。",
    "{topic}では、予約の仕組みを改めることで、待ち時間が{m}分短くなった。",
    "来年度は、{topic}と近くの学校を結ぶ道を整え、子どもが歩いて通えるようにする。",
    "費用の一部は国の交付金でまかなうが、残りは市の負担となる見込みだ。",
)


def _sentence(n: int) -> str:
    said = _SENTENCES[n % len(_SENTENCES)]
    topic = _TOPICS[n // 3 % len(_TOPICS)]
    return said.format(topic=topic, n=1990 + n % 35, k=100 + n * 37 % 9000, m=1 + n % 12)


def _upto(size: int, make: Callable[[int], str]) -> str:
    """Return ``make(0)``, ``make(1)`` … together, as many as make ``size`` characters."""
    found, had, n = [], 0, 0
    while had < size:
        found.append(make(n))
        had += len(found[-1])
        n += 1
    return "".join(found)


def _paragraph(n: int) -> str:
    return "".join(_sentence(n * 5 + k) for k in range(5)) + "\n\n"


def _chapter(n: int) -> str:
    return f"## {n + 1}章 {_TOPICS[n % len(_TOPICS)]}\n\n" + "".join(
        _paragraph(n * 8 + k) for k in range(8)
    )


def _headed(n: int) -> str:
    return f"## 見出し{n + 1}\n\n{_sentence(n)}\n\n"


def _row(n: int) -> str:
    return f"| {_TOPICS[n % len(_TOPICS)]}{n} | {n * 37 % 9000} | {_sentence(n)[:30]} |\n"


def _table(size: int) -> str:
    return "| 施設 | 人 | 様子 |\n|---|---|---|\n" + _upto(size, _row)


def _degenerate(sign: str) -> Callable[[int], str]:
    return lambda size: (sign * (size // len(sign) + 1))[:size]


def _without_stops(size: int, first: int = 0) -> str:
    return _upto(size, lambda n: _sentence(first + n).rstrip("。") + "が、") + "終わる。"


def _long_sentence(n: int) -> str:
    return _without_stops(900, n) + "\n\n"


ARTICLES: dict[str, Callable[[int], str]] = {
    "prose": lambda size: _upto(size, _chapter),
    "one section": lambda size: _upto(size, _paragraph),
    "short lines": lambda size: _upto(size, lambda n: _sentence(n) + "\n"),
    "same lines": _degenerate("同じ見出し\n"),
    "list": lambda size: _upto(size, lambda n: f"- {_sentence(n)}\n"),
    "numbered list": lambda size: _upto(size, lambda n: f"{n + 1}. {_sentence(n)}\n"),
    "headings": lambda size: _upto(size, _headed),
    "table": _table,
    "one paragraph": lambda size: _upto(size, _sentence),
    "one sentence": _without_stops,
    "long sentences": lambda size: _upto(size, _long_sentence),
    "one title": lambda size: f"# {_degenerate('市の仕事と町の暮らし')(size)}\n\n{_sentence(1)}\n",
    "one cell": lambda size: (
        f"| 名 | 値 |\n|---|---|\n| あ | {_upto(size, _sentence)} |\n\n{_sentence(1)}\n"
    ),
    "stops": _degenerate("。"),
    "ellipses": _degenerate("…"),
    "letters": _degenerate("a "),
    "digits": _degenerate("12345 "),
    "addresses": _degenerate("https://example.jp/a "),
    "one word": _degenerate("国"),
    "equal items": _degenerate("1. あ\n"),
}


Data = dict[str, Any]


def _sections(size: int) -> list[Data]:
    count = size // 40
    return [{"id": f"s{n}", "title": f"節{n}", "message": _sentence(n)} for n in range(count)]


def _one(block: Data) -> list[Data]:
    return [{"id": "s1", "title": "節", "message": "一つのことを言う", "blocks": [block]}]


def _text(size: int, most: int = limits.FIELD_CHARACTERS) -> str:
    return _upto(size, _sentence)[: min(size, most)]


OUTLINES: dict[str, Callable[[int], Data]] = {
    "title": lambda size: {
        "title": _text(size, limits.TITLE_CHARACTERS),
        "sections": _one({"text": "あ"}),
    },
    "message": lambda size: {
        "sections": [{"id": "s1", "title": "節", "message": _text(size, limits.TITLE_CHARACTERS)}]
    },
    "section title": lambda size: {
        "sections": [{"id": "s1", "title": _text(size, limits.TITLE_CHARACTERS)}]
    },
    "text": lambda size: {"sections": _one({"text": _text(size)})},
    "text, one word": lambda size: {"sections": _one({"text": "a" * size})},
    "bullet": lambda size: {"sections": _one({"bullets": [_text(size)]})},
    "bullet, one word": lambda size: {"sections": _one({"bullets": ["a" * size]})},
    "quote": lambda size: {"sections": _one({"quote": {"text": _text(size)}})},
    "cell": lambda size: {
        "sections": _one(
            {
                "table": {
                    "columns": ["名", "値"],
                    "rows": [["あ", _text(size, limits.CELL_CHARACTERS)]],
                }
            }
        )
    },
    "rows": lambda size: {
        "sections": _one(
            {
                "table": {
                    "columns": ["名", "値"],
                    "rows": [[f"行{n}", str(n)] for n in range(size // 10)],
                }
            }
        )
    },
    "bullets": lambda size: {
        "sections": _one({"bullets": [f"項目{n}" for n in range(size // 10)]})
    },
    "sections": lambda size: {"sections": _sections(size)},
}


def outlined(kind: str, size: int, folder: Path) -> Iterator[Sequence[str]]:
    """Write an article of ``kind``; yield the arguments of what is to be timed."""
    file = folder / "article.md"
    file.write_text(ARTICLES[kind](size), "utf-8")
    yield "outline", str(file), "-o", str(folder / "outline.yaml"), "--force"


def drafted(kind: str, size: int, folder: Path) -> Iterator[Sequence[str]]:
    """Draft an article of ``kind``; yield the arguments of what is to be timed."""
    for arguments in outlined(kind, size, folder):
        seconds(arguments)
    outline = folder / "outline.yaml"
    if outline.exists():
        yield "check", str(outline)
        yield "build", str(outline), "-d", str(folder / "out"), "--force"


def built(kind: str, size: int, folder: Path) -> Iterator[Sequence[str]]:
    """Write an outline of ``kind``; yield the arguments of what is to be timed."""
    file = folder / "outline.yaml"
    data: Data = {"shiryo": 1, "title": "資料", "message": "一つのことを言う"}
    data |= OUTLINES[kind](size)
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    yield "check", str(file)
    yield "build", str(file), "-d", str(folder / "out"), "--force"


def seconds(arguments: Sequence[str]) -> float:
    """Return the seconds of the processor that a run takes; infinite if it is stopped or crashes.

    What is refused in words is named on standard error, and its time counts.
    """
    with subprocess.Popen(
        [sys.executable, "-m", "shiryo", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),  # noqa: PLW1509 (no threads here)
    ) as process:
        _, said = process.communicate()
        process.wait()
    spent = _spent()
    if process.returncode:
        print(f"  exit {process.returncode}: {said.decode()[:200].strip()}", file=sys.stderr)
    return spent if process.returncode in (0, 2) and _INTERNAL not in said else math.inf


_before = 0.0


def _spent() -> float:
    global _before
    used = os.times()
    now = used.children_user + used.children_system
    spent, _before = now - _before, now
    return spent


def exponent(sizes: Sequence[int], times: Sequence[float], start: float) -> float:
    """Return the slope of the times beside the ``start`` over the sizes, both as logarithms."""
    points = [
        (math.log(size), math.log(time - start))
        for size, time in zip(sizes, times, strict=True)
        if time - start > NOISE
    ]
    if len(points) < 2 or any(math.isinf(y) for _, y in points):
        return math.inf if any(map(math.isinf, times)) else 0.0
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return float(slope / sum((x - mean_x) ** 2 for x, _ in points))


def timed(
    kind: str, sizes: Sequence[int], write: Callable[[str, int, Path], Iterator[Sequence[str]]]
) -> list[float]:
    """Return the seconds for ``kind`` at each size; after one that is stopped, no larger one."""
    found: list[float] = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            stopped = bool(found) and math.isinf(found[-1])
            runs = [] if stopped else [seconds(run) for run in write(kind, size, Path(folder))]
        found.append(math.inf if stopped else sum(runs))
    return found


def main() -> int:
    """Print the table; return 1 where something grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", metavar="KIND")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--drafts", action="store_true")
    parser.add_argument("--sizes", help="characters, parted by commas")
    options = parser.parse_args()
    kinds = OUTLINES if options.build else ARTICLES
    write = built if options.build else drafted if options.drafts else outlined
    sizes: tuple[int, ...] = FIELD_SIZES if options.build else SIZES
    if options.sizes:
        sizes = tuple(int(size) for size in options.sizes.split(","))
    _spent()
    start = timed(next(iter(kinds)), [100], write)[0]
    print(f"{'characters':>18} " + "".join(f"{size:>10,}" for size in sizes) + "  exponent")
    worst = 0.0
    for kind in options.kinds or kinds:
        found = timed(kind, sizes, write)
        grows = exponent(sizes, found, start)
        worst = max(worst, grows)
        times = "".join(f"{time:>10.2f}" for time in found)
        print(f"{kind:>18} {times}  {grows:8.2f}", flush=True)
    return int(worst > MAX_EXPONENT)


if __name__ == "__main__":
    sys.exit(main())
