"""How well one page is filled: every article of a folder drafted and set as a handout of one page.

Exits with 1 where one takes more than a page, or fills a column to less than the budget although
something was left out.
"""

import argparse
import sys
from pathlib import Path
from time import perf_counter

from shiryo import article, find_template, stages
from shiryo.compose.material import Material
from shiryo.drafting import draft
from shiryo.outline import yaml
from shiryo.pages import Page, Shape
from shiryo.press import Press

BUDGET = 0.85


def columns(page: Page) -> list[float]:
    """Return where the boxes of each column end, in points."""
    frames = [i.frame for i in page.items if isinstance(i, Shape) and i.stroke]
    widest = max((frame.width for frame in frames), default=0)
    ends: dict[int, float] = {}
    for frame in (f for f in frames if f.width > widest - 1):
        ends[round(frame.x)] = max(ends.get(round(frame.x), 0), frame.bottom)
    return list(ends.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="articles")
    options = parser.parse_args()
    look = find_template("briefing")
    top, _, bottom, _ = look.theme.handout.onepage.margins
    worst, bad = 1.0, False
    print("  signs  seconds  pages  columns  fill  article, what was left out")
    articles = (p for p in options.folder.iterdir() if p.suffix in (".md", ".txt", ".html"))
    for file in sorted(articles):
        read, _ = article.read(file.read_bytes(), file.name)
        loaded, _ = yaml.load(yaml.dump(draft(read, file.name)[0]), "o.yaml")
        material = Material(loaded.outline, loaded.places, "o.yaml", read)
        start = perf_counter()
        press = Press(material, {stages.DECK: look, stages.HANDOUT: look})
        made, found = press.handout("onepage")
        seconds = perf_counter() - start
        ends = columns(made.pages[0])
        room = made.height - top - bottom
        fill = (min(ends, default=top) - top) / room
        left_out = next((d.message for d in found if d.code == "handout.left-out"), "")
        numbers = f"{sum(map(len, read.lines)):7}{seconds:9.2f}{len(made.pages):7}{len(ends):9}"
        print(f"{numbers}{fill:6.2f}  {file.name} {left_out.rpartition(': ')[2]}")
        worst = min(worst, fill) if left_out else worst
        bad = bad or len(made.pages) > 1 or (bool(left_out) and fill < BUDGET)
        sys.stdout.flush()
    print(f"least fill where something was left out: {worst:.2f}")
    raise SystemExit(int(bad))


if __name__ == "__main__":
    main()
