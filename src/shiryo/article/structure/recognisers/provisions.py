"""Rules as councils and ministries write them: a caption, 第N条 below it, and counted paragraphs.

The caption in brackets and the number of the article together are its heading; the paragraphs after
its first (２　…) and what they enumerate (一　…) are items under their numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from shiryo import lazy_re as re
from shiryo.article.marks import moved
from shiryo.article.model import Block, Kind, Number
from shiryo.article.structure.sheet import Sheet
from shiryo.japanese.numerals import ARTICLE, FIGURES, value

_CAPTION = re.compile(r"[（(][^（）()]{1,60}[)）]")
_BEGINS = re.compile(rf"(?P<number>{ARTICLE})(?:[\s\u3000]+(?P<text>\S.*)|[\s\u3000]*)", re.S)
_HEADS = re.compile(rf"{ARTICLE}(?![のにはがをとで])")
_CHAPTER = re.compile(rf"第{FIGURES}[編章節款](?![のにはがをとで])")
_PARAGRAPH = re.compile(r"(?P<number>[0-9０-９]{1,2})[\s\u3000]+(?P<text>\S.*)", re.S)
_CLAUSE = re.compile(r"(?P<number>[一二三四五六七八九十]{1,3})[\s\u3000]+(?P<text>\S.*)", re.S)
_LEVEL = 2
"""Of an article in rules without chapters."""
_PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)


def claim(sheet: Sheet) -> None:
    """Claim the captions of articles as headings, where the format marks none."""
    for line in () if sheet.headed else sheet.full():
        below = sheet.near(line, 1)
        begins = below and _BEGINS.fullmatch(below.raw.strip())
        if begins and begins["text"] and sheet.free(line) and _CAPTION.fullmatch(line.raw.strip()):
            sheet.claim(Kind.HEADING, line, level=_LEVEL)


def provisions(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``blocks``, the articles of rules under their numbers and their parts counted."""
    return tuple(_counted(_below_chapters(_headed(blocks))))


def _headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield the blocks, the number of an article with the caption above it."""
    waiting = zip_longest(blocks, blocks[1:])
    for block, below in waiting:
        begins = _BEGINS.fullmatch(below.text) if below and _is_caption(block) else None
        if below is None or begins is None or below.kind not in _PROSE:
            yield block
            continue
        next(waiting, None)
        head = replace(block, label=begins["number"])
        if begins["text"]:
            yield head
            yield _without(below, begins["text"])
        else:
            yield replace(head, last=below.last)


def _is_caption(block: Block) -> bool:
    return block.kind is Kind.HEADING and _CAPTION.fullmatch(block.text) is not None


def _is_article(block: Block) -> bool:
    return _HEADS.match(block.label or block.text) is not None


def _below_chapters(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, articles below the chapter that they stand in."""
    chapter = 0
    for block in blocks:
        if block.kind is Kind.HEADING and _CHAPTER.match(block.text):
            chapter = block.level
        elif block.kind is Kind.HEADING and not _is_article(block):
            chapter = chapter if block.level > chapter else 0
        elif block.kind is Kind.HEADING:
            block = replace(block, level=max(block.level, chapter + 1 if chapter else 0))
        yield block


def _counted(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, what counts on within an article as items."""
    within = list[Block]()
    for block in blocks:
        if block.kind is Kind.HEADING:
            yield from _items(within)
            within = []
        within.append(block)
    yield from _items(within)


def _items(article: Sequence[Block]) -> Iterator[Block]:
    """Yield a heading and what stands below it, of an article its paragraphs and their clauses.

    Its first paragraph has no number; it is an item where there are others and it enumerates.
    """
    if not article or not _is_article(article[0]):
        yield from article
        return
    counts = [n for n, block in enumerate(article) if _at(_PARAGRAPH, block, 2)]
    first = counts[0] if counts else len(article)
    enumerates = any(b.kind is Kind.ITEM or _at(_CLAUSE, b, 1) for b in article[2:first])
    opens = bool(counts) and enumerates and article[1].kind in _PROSE
    paragraph, clause, within = 1, 0, int(opens)
    yield article[0]
    for n, block in enumerate(article[1:], 1):
        if n == 1 and opens:
            yield replace(block, kind=Kind.ITEM, number=Number(1, "1."))
        elif found := _at(_PARAGRAPH, block, paragraph + 1):
            paragraph, clause, within = paragraph + 1, 0, 1
            yield _numbered(block, found, paragraph, 0)
        elif found := _at(_CLAUSE, block, clause + 1):
            clause += 1
            yield _numbered(block, found, clause, within)
        elif block.kind is Kind.ITEM:
            yield replace(block, level=block.level + within)
        else:
            yield block


def _at(pattern: re.Pattern[str], block: Block, wanted: int) -> re.Match[str] | None:
    """Return how a paragraph begins that is the ``wanted`` one of its kind."""
    found = pattern.fullmatch(block.text) if block.kind in _PROSE else None
    return found if found and value(found["number"]) == wanted else None


def _numbered(block: Block, found: re.Match[str], at: int, level: int) -> Block:
    sign = found["number"]
    number = Number(at, f"{at}." if sign.isdecimal() else sign)
    return replace(_without(block, found["text"]), kind=Kind.ITEM, number=number, level=level)


def _without(block: Block, text: str) -> Block:
    """Return a block that says ``text``, which it ends in."""
    made = replace(block, text=text)
    return replace(made, marks=moved(block.marks, block.strings, made.strings))
