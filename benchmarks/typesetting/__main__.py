"""Japanese text set by shiryo, Typst and WeasyPrint, read back and measured with one ruler.

Exits with 1 where ours breaks a rule, runs over, leaves the limits of its table of spaces, or is
worse or larger than Typst's.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "shared"))

from corpus import paragraphs
from reading import lines
from ruler import Score, score
from setters import MARGIN, SETTERS, SIZE

from shiryo.typeset.fonts import load

MEASURES = (12, 16, 20, 24, 30, 40)
"""In em."""
HEAD = (
    "|  em | set by     |  lines | forbidden | overfull | past limits | short"
    " | mean badness |  worst |  time s |   KB |\n"
    "|----:|------------|-------:|----------:|---------:|------------:|------:"
    "|-------------:|-------:|--------:|-----:|"
)


@dataclass(frozen=True)
class Result:
    """What one program made of the text at one measure."""

    name: str
    em: int
    score: Score
    seconds: float
    size: int

    def row(self) -> str:
        """Return a row of the table."""
        found = self.score
        cells = (
            f"{self.em:3}",
            f"{self.name:10}",
            f"{found.lines:6,}",
            f"{len(found.forbidden):9,}",
            f"{found.overfull:8,}",
            f"{found.past:11,}",
            f"{found.short:5,}",
            f"{found.mean:12.2f}",
            f"{found.worst:6,.0f}",
            f"{self.seconds:7.2f}",
            f"{self.size / 1000:4.0f}",
        )
        return f"| {' | '.join(cells)} |"


def measured(name: str, em: int, text: Sequence[str], folder: Path) -> Result:
    """Let ``name`` set the text, and measure what came of it."""
    start = perf_counter()
    pdf = SETTERS[name](text, em * SIZE, folder)
    seconds = perf_counter() - start
    (folder / f"{name}-{em}.pdf").write_bytes(pdf)
    fonts = load(["Noto Sans JP"], ["Noto Serif JP"])
    found = score(list(lines(pdf, text)), MARGIN, em * SIZE, SIZE, fonts)
    return Result(name, em, found, seconds, len(pdf))


def failures(ours: Result, typst: Result) -> list[str]:
    """Return in what ours is not as it should be."""
    s = ours.score
    wanted = {
        "forbidden breaks": (len(s.forbidden), 0),
        "overfull lines": (s.overfull, 0),
        "lines past the limits": (s.past, 0),
        "mean badness": (s.mean, typst.score.mean),
        "bytes": (ours.size, typst.size),
    }
    return [
        f"{ours.em} em: {what}: {found:,.2f}, at most {most:,.2f} wanted"
        for what, (found, most) in wanted.items()
        if found > most
    ]


def main(folder: Path) -> int:
    text = paragraphs()
    print(f"{sum(map(len, text)):,} characters in {len(text)} paragraphs, {SIZE:g} pt\n\n{HEAD}")
    problems: list[str] = []
    for em in MEASURES:
        results = {name: measured(name, em, text, folder) for name in SETTERS}
        for result in results.values():
            print(result.row(), flush=True)
        problems += failures(results["shiryo"], results["Typst"])
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(Path(sys.argv[1])))
    with tempfile.TemporaryDirectory() as name:
        sys.exit(main(Path(name)))
