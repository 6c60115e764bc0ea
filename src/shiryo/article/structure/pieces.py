"""Documents whose format says what some of their blocks are: the rest is found as in plain text."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Unpack

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import Mark, Marked, joined, moved
from shiryo.article.model import Block, Doubt, Fields, Kind, Link
from shiryo.article.runs import Left
from shiryo.article.structure import recognise
from shiryo.article.structure.lexicon import STOCK
from shiryo.article.structure.lines import Shape, look
from shiryo.article.structure.numbering import manner
from shiryo.article.structure.recognisers import sections
from shiryo.article.structure.recognisers.quotes import ADDRESS, is_citation
from shiryo.article.structure.sheet import Sheet
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, item, table … of a document."""

    text: str
    kind: Kind | None = None
    """What the format says it is; None where the words must tell."""
    block: Block | None = None
    """With ``kind``: the fields of the block; its place does not count."""
    first: int = 0
    """1-based first line of the source; 0 where a piece is a line."""
    last: int = 0
    page: int = 0
    """1-based page or slide; 0 where the format has none."""
    weight: int = 0
    """How far its letters stand out: 0 as the body, 1 bold, 2 and more the larger they are."""
    left: tuple[Left, ...] = ()
    """What of it is no words of the article, to be named."""
    marks: tuple[Mark, ...] = ()
    """Those of its text; where it has a block, the block has them."""


_POINTS = re.compile(
    r"(?:以下|下記)の(?!.{0,6}(?:サイト|ページ|リンク|URL|動画))"
    r"|次の(?:各号|事項|場合|いずれか|もの|条件|要件|行為|とおり|通り|方法|書類|項目)"
)
"""Says of an item that a list follows."""
_ROW = 3
"""Headings that are sections beside each other, at least."""
_REMARKS = re.compile(r".{12}[ぁ-ん]。(?<!ください。)")
"""A sentence of some length that sends its reader nowhere: more than where something is."""


def piece(
    kind: Kind,
    text: str,
    said: Sequence[Marked] = (),
    *,
    first: int = 0,
    last: int = 0,
    page: int = 0,
    **fields: Unpack[Fields],
) -> Piece:
    """Return a piece that the format says is of ``kind``.

    ``said``: what its words come from, one after the other, with their marks.
    """
    block = Block(kind, text, 0, 0, **fields)
    if marks := joined(said):
        before = [each.text for each in said]
        block = replace(block, marks=moved(marks, before, block.strings))
    mark = block.number.written if block.number else ""
    shown = " ".join(filter(None, (mark, block.label, block.detail, text or block.href))) or "―"
    return Piece(shown, kind, block, first, last, page)


def plain(said: Marked, *, first: int = 0, last: int = 0) -> Piece:
    """Return a piece of which the words must tell what it is."""
    return Piece(said.text, first=first, last=last, marks=said.marks)


def note(said: Marked, *, first: int = 0, last: int = 0, page: int = 0) -> Piece:
    """Return a footnote as what it is: a source, or a remark that stands beside the text."""
    words = said.text
    address = ADDRESS.search(words)
    linked = next((mark.href for mark in said.marks if mark.href), "")
    href = linked or (address[0] if address else "")
    cites = bool(href) or is_citation(look([words])[0])
    remarks = _REMARKS.search(ADDRESS.sub("", words))
    kind = Kind.CITATION if cites and not remarks else Kind.NOTE
    return piece(kind, words, [said], first=first, last=last, page=page, href=href)


def lines(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the pieces as the lines of an article, one each."""
    return tuple(re.sub(r"[^\S\u3000]+", " ", each.text).strip() for each in pieces)


def structure(pieces: Sequence[Piece], name: str = "") -> recognise.Structure:
    """Find the blocks of ``pieces``; ``name`` is a title that the file gives apart from its text.

    Headings are looked for only where the format marks none.
    """
    pieces = _nested(_stated(pieces))
    levelled = _levelled(pieces, bool(name))
    headed = any(each.kind is Kind.HEADING for each in pieces)
    weights = {n: p.weight for n, p in enumerate(levelled, 1) if p.weight}
    row = not name and _is_row(pieces)
    sheet = Sheet(lines(levelled), weights, headed=headed, row=row, parted=_parted(levelled))
    for line, each in zip(sheet.lines, levelled, strict=True):
        if each.block and line.shape is not Shape.BLANK:
            sheet.put(each.block, line)
    for claim in recognise.RECOGNISERS:
        if not (headed and claim is sections.claim):
            claim(sheet)
    found = recognise.found(sheet, name)
    doubts = (*found.doubts, *_named(levelled))
    blocks = tuple(_marked(block, levelled[block.first - 1 : block.last]) for block in found.blocks)
    return _placed(replace(found, blocks=blocks, doubts=doubts), levelled)


def _stated(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a sentence that is marked as a heading but heads nothing as a paragraph.

    Its author wanted it large; as a heading it would be dropped with the section that it opens.
    """
    told = list(pieces)
    shown = [n for n, each in enumerate(pieces) if each.text.strip()]
    for n, after in zip_longest(shown, shown[1:]):
        one, block = pieces[n], pieces[n].block
        below = pieces[after].block if after is not None else None
        ends = after is None or bool(
            block and below and below.kind is Kind.HEADING and below.level <= block.level
        )
        if block and one.kind is Kind.HEADING and ends and one.text.endswith("。"):
            said = replace(block, kind=Kind.PARAGRAPH, level=0)
            told[n] = replace(one, kind=Kind.PARAGRAPH, block=said)
    return told


def _nested(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, a bare list right below a counted item that points to it as its part."""
    told, deeper = list(pieces), -1
    for n, (before, each) in enumerate(pairwise(pieces), 1):
        over, block = before.block, each.block
        if not (block and each.kind is Kind.ITEM) or block.number or block.level != deeper:
            deeper = -1
        if deeper < 0 and over and over.kind is Kind.ITEM and over.number and block:
            bare = each.kind is Kind.ITEM and not block.number and block.level == over.level
            deeper = block.level if bare and _POINTS.search(over.text) else -1
        if block and deeper >= 0:
            told[n] = replace(each, block=replace(block, level=block.level + 1))
    return told


def _parted(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the numbers of the pieces that the next one does not follow on the next line."""
    both = enumerate(pairwise(pieces), 1)
    return frozenset(n for n, (one, two) in both if two.first > one.last + 1)


def _marked(block: Block, pieces: Sequence[Piece]) -> Block:
    """Return a block with the marks of the pieces that it was found in."""
    if block.marks or not any(each.marks for each in pieces):
        return block
    marks = joined(Marked(each.text, each.marks) for each in pieces)
    return replace(block, marks=moved(marks, [each.text for each in pieces], block.strings))


def kept(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces that have words; what others leave out is named where they stood."""
    found: list[Piece] = []
    waiting: tuple[Left, ...] = ()
    for each in pieces:
        if each.text.strip():
            found.append(replace(each, left=(*waiting, *each.left)))
            waiting = ()
        elif found:
            found[-1] = replace(found[-1], left=(*found[-1].left, *each.left))
        else:
            waiting += each.left
    return found


def bounded(pieces: Sequence[Piece], file: str) -> None:
    """Raise Failed where a file has more lines than are read; ``pieces`` are a line each."""
    if len(pieces) > limits.LINES:
        raise Failed(diagnose("article.many-lines", Span(file), most=limits.LINES))


def _named(pieces: Sequence[Piece]) -> Iterator[Doubt]:
    """Give what is said of what pieces leave out; of very many of a kind, how many more."""
    more: dict[str, list[int]] = {}
    seen: Counter[str] = Counter()
    for line, each in enumerate(pieces, 1):
        for kind in dict.fromkeys(left.kind for left in each.left):
            seen[kind] += 1
            if seen[kind] > limits.LEFT_OUT:
                more.setdefault(kind, []).append(line)
                continue
            yield Doubt(kind, line, line, "、".join(x.text for x in each.left if x.kind == kind))
    for kind, found in more.items():
        yield Doubt(kind, found[0], found[-1], wording("read.more", count=len(found)))


def _levelled(pieces: Sequence[Piece], named: bool) -> list[Piece]:
    """Shift heading levels so that 1 is left to the title and sections begin at 2."""
    heads = [p.block for p in pieces if p.block and p.kind is Kind.HEADING]
    levels = [block.level for block in heads]
    rest = levels[1:]
    first = levels[:1] == [1] or (bool(rest) and not named and not STOCK.fullmatch(heads[0].text))
    alone = first and levels[0] < min(rest, default=1 + (not named))
    rest = rest if alone else levels
    shift = 2 - min(rest) if rest else 0
    found, seen = [], False
    for each in pieces:
        if each.block and each.kind is Kind.HEADING:
            level = 1 if alone and not seen else max(2, min(6, each.block.level + shift))
            each, seen = replace(each, block=replace(each.block, level=level)), True
        found.append(each)
    return found


def _is_row(pieces: Sequence[Piece]) -> bool:
    """Tell whether a text opens with one of several headings, none of which is of level 1.

    What stands right over another heading, or over a counted row of them, is the title of these.
    """
    places = [n for n, each in enumerate(pieces) if each.kind is Kind.HEADING]
    heads = [block for n in places if (block := pieces[n].block)]
    highest = min((head.level for head in heads), default=1)
    row = [head.text for head in heads if head.level == highest]
    bare = places[1:] == [] or not any(each.text for each in pieces[places[0] + 1 : places[1]])
    if highest == 1 or heads[0].level > highest or len(row) < _ROW or bare:
        return False
    counted = [bool(manner(line)) for line in look(row)]
    return counted[0] or not all(counted[1:])


def _placed(found: recognise.Structure, pieces: Sequence[Piece]) -> recognise.Structure:
    """Turn the numbers of pieces into lines of the source."""

    def first(number: int) -> int:
        return pieces[number - 1].first or number

    def last(number: int) -> int:
        return pieces[number - 1].last or number

    return replace(
        found,
        blocks=tuple(replace(b, first=first(b.first), last=last(b.last)) for b in found.blocks),
        doubts=tuple(
            replace(d, first=first(d.first), last=last(d.last))
            for d in sorted(found.doubts, key=lambda doubt: doubt.first)
        ),
    )


def links(blocks: Sequence[Block]) -> tuple[Link, ...]:
    """Return where the text of ``blocks`` links to, each address with these words once."""
    found: dict[tuple[str, str], Link] = {}
    for block in (b for b in blocks if any(mark.href for mark in b.marks)):
        for run in (run for text in block.texts() for run in text):
            if isinstance(run.href, str) and len(found) < limits.LINKS:
                said = run.text.strip()
                found.setdefault((said, run.href), Link(said, run.href, block.first))
    return tuple(found.values())
