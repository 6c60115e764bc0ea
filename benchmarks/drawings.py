"""How far pages as SVG look from what PDFium makes of their PDF, over many outlines; prints JSON.

All articles here are drafted, and the showcase is built with three variants of its handout; each
page is compared. The worst page counts: its mean difference, of 255, and the share of its pixels
that are off by more than 64, in hundredths.

    python benchmarks/drawings.py [ARTICLE …]
"""

import json
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "shared"))

from svg_reader import difference  # noqa: E402

from shiryo import build, draft, dump, load, read  # noqa: E402
from shiryo.render import png  # noqa: E402

WIDTH = 3840
"""Pixels of a page. Of small glyphs PDFium keeps pictures, which it sets at whole pixels: at half
this width that alone is 1.2 % of the worst page, at this width nothing."""
SHOWCASE = ROOT / "outlines" / "kokusan-ai.yaml"
ARTICLES = sorted((ROOT / "benchmarks").glob("*/*.md"))


def drawn(path: Path, text: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield each page of an outline as SVG, and as PDFium draws it."""
    job = load(path, text, roots=[ROOT])
    for variant in ("summary", "onepage", "notes") if path == SHOWCASE else ("summary",):
        made, _ = build(job, ("deck-pdf", "handout", "svg"), variants=[variant])
        assert made.deck_pdf
        assert made.pdf
        pictures = chain(png.write(made.deck_pdf, WIDTH), png.write(made.pdf, WIDTH))
        files = (file for _, file in made.drawings)
        yield from zip(files, pictures, strict=True)


def main(articles: list[Path]) -> None:
    outlines = [(path.with_suffix(".yaml"), dump(draft(read(path)[0])[0])) for path in articles]
    outlines.append((SHOWCASE, SHOWCASE.read_text("utf-8")))
    pages = [difference(*page) for path, text in outlines for page in drawn(path, text)]
    means, shares = zip(*pages, strict=True)
    print(json.dumps({"pages": len(pages), "mean": max(means), "off": 100 * max(shares)}))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or ARTICLES)
