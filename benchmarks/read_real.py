"""What the readers find in the files of a folder: a table, a file a row.

    python benchmarks/read_real.py FOLDER [-v]

With ``-v`` the headings of each file as well, to hold beside the original. Nothing is judged here:
whether every heading, list and table was found, a person sees.
"""

import argparse
import time
from collections import Counter
from pathlib import Path

from shiryo.article import read
from shiryo.article.model import Article, Kind
from shiryo.diagnostics import Failed

COLUMNS = {
    "par.": Kind.PARAGRAPH, "items": Kind.ITEM, "tab.": Kind.TABLE, "quot.": Kind.QUOTE,
    "cit.": Kind.CITATION, "def.": Kind.DEFINITION, "capt.": Kind.CAPTION, "img.": Kind.IMAGE,
    "talk": Kind.DIALOGUE, "code": Kind.CODE, "prom.": Kind.PROMOTION,
}  # fmt: skip


def row(path: Path, article: Article, seconds: float) -> str:
    kinds = Counter(block.kind for block in article.blocks)
    levels = Counter(b.level for b in article.blocks if b.kind is Kind.HEADING)
    heads = "/".join(str(levels[n]) for n in range(1, max(levels, default=0) + 1)) or "-"
    counts = "".join(f"{kinds[kind]:6}" for kind in COLUMNS.values())
    pages = len(set(article.pages)) or "-"
    return (
        f"{path.name[:36]:36} {seconds:5.2f} {pages:>5} {heads:>12}{counts}"
        f"{len(article.doubts):7}   {article.title[:30]}"
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list the headings")
    options = parser.parse_args()
    heads = "".join(f"{name:>6}" for name in COLUMNS)
    print(f"{'file':36} {'s':>5} {'pages':>5} {'headings':>12}{heads} doubts   title")
    for path in sorted(path for path in options.folder.iterdir() if path.is_file()):
        begun = time.perf_counter()
        try:
            article, _ = read(path.read_bytes(), str(path))
        except Failed as failed:
            print(f"{path.name[:36]:36} {failed.diagnostics[0].message}")
            continue
        print(row(path, article, time.perf_counter() - begun))
        for block in article.blocks if options.verbose else ():
            if block.kind is Kind.HEADING:
                page = f"p.{article.page(block.first)} " if article.pages else ""
                print(f"    {'  ' * block.level}{page}L{block.first} {block.text[:70]}")


if __name__ == "__main__":
    main()
