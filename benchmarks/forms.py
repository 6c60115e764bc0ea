"""Every form that the drafts of folders make of prose and of numbers, to be read by eye.

python benchmarks/forms.py FOLDER… [--kind chart]
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from shiryo import article, drafting
from shiryo.article.model import Article
from shiryo.diagnostics import Failed
from shiryo.outline import model, statements

_READABLE = {".md", ".txt", ".html", ".docx", ".pdf", ".pptx"}
_LISTS = (model.BulletsBlock, model.TextBlock, model.TableBlock)


def main() -> None:
    """Print each form with the lines that it was made from, and how many there are of a kind."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--kind", default="", help="chart, quote, steps …")
    options = parser.parse_args()
    counts = Counter[str]()
    for path in sorted(p for f in options.folders for p in f.iterdir() if p.suffix in _READABLE):
        try:
            read, _ = article.read(path.read_bytes(), path.name)
            outline, _ = drafting.draft(read, path.name)
        except Failed:
            continue
        for section, block in _forms(outline):
            kind = model.block_kind(block) or ""
            if options.kind in ("", kind):
                counts[kind] += 1
                _print(path.name, section, kind, block, read)
    print(", ".join(f"{kind} {count}" for kind, count in sorted(counts.items())) or "none")
    sys.exit(0)


def _forms(outline: model.Outline) -> Iterator[tuple[model.Section, model.Block]]:
    for _, section in outline.walk():
        for block in section.blocks:
            made = block.only == "deck" and not isinstance(block, _LISTS)
            if made or isinstance(block, model.CompareBlock):
                yield section, block


def _print(name: str, section: model.Section, kind: str, block: model.Block, read: Article) -> None:
    print(f"\n{name}: {section.title} [{kind}] {section.message}")
    lone = section.model_copy(update={"message": "", "blocks": (block,), "sections": ()})
    outline = model.Outline(shiryo=1, title="", sections=(lone,))
    refs = dict[str, None]()
    for said in statements.statements(outline):
        print("    " + " ｜ ".join(said.texts), f"({' '.join(said.how)})" if said.how else "")
        refs |= dict.fromkeys(said.refs)
    for ref in refs:
        print(f"  ← {ref}: " + read.cited(*model.line_range(ref)).replace("\n", " / "))


if __name__ == "__main__":
    main()
