"""What the paragraphs and tables of a Word file are: by style, outline level, number and use."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import field, replace
from typing import Any

from docx.oxml.ns import qn

from shiryo import lazy_re as re
from shiryo import worker
from shiryo.article.marks import parted
from shiryo.article.model import Kind, Number
from shiryo.article.readers import drawing, media
from shiryo.article.readers.word import runs
from shiryo.article.readers.word.emphasis import Styles
from shiryo.article.readers.word.numbering import Numbering
from shiryo.article.readers.word.runs import Source
from shiryo.article.readers.word.text import rows, value
from shiryo.article.runs import Left, Words, gridded, joined, words
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers.items import of_marked
from shiryo.messages import wording
from shiryo.values import dataclass

_HEADING = re.compile(r"(?:heading|見出し)\s*(\d)", re.I)
_QUOTE = re.compile(r"quote|引用", re.I)
_LIST = re.compile(r"list (bullet|number)|箇条書き|段落番号", re.I)
_CAPTION = re.compile(r"caption|図表番号", re.I)
_TITLE = re.compile(r"title|表題", re.I)
_NAMED = re.compile(r"第|[^\W\d_a-zA-Z]{2}")
"""In a number: a word, as in 第3章, which the text goes by."""
_SECONDS = 0.00002
"""CPU seconds that reading a character may take at most."""


@dataclass
class Reader:
    """What a document says of its paragraphs in other parts, and what is left out on the way."""

    source: Source
    numbering: Numbering
    prose: frozenset[str] = frozenset()
    """Styles that look like those of headings, and are used for sentences."""
    left: list[Left] = field(default_factory=list)
    """What the piece that is being read leaves out."""

    @property
    def styles(self) -> Styles:
        """Of the document."""
        return self.source.styles

    def words(self, paragraph: Any) -> Words:
        """Return what a paragraph shows, and note what it does not."""
        found = words(self.source.runs(paragraph))
        self.left += found.left
        return found

    def pieces(self, element: Any) -> Iterator[Piece]:
        """Give the pieces of a paragraph or a table; the first has what they leave out."""
        self.left.clear()
        found = list(
            self._table(element) if element.tag == qn("w:tbl") else self._paragraph(element)
        )
        left, self.left = tuple(self.left), []
        first = found[0] if found else Piece("")
        yield replace(first, left=(*left, *first.left))
        yield from found[1:]

    def contents(self, element: Any) -> Piece:
        """Return a piece that only names what a table of contents says."""
        said = " ".join(self.words(element).text.split())
        self.left.clear()
        return Piece("", left=(Left("contents", said),) if said else ())

    def _paragraph(self, paragraph: Any) -> Iterator[Piece]:
        said = self.words(paragraph)
        counted = self._counted(paragraph)
        block = self._block(paragraph, said, counted) if said.text.strip() else None
        lines = said.text.split("\n") if block is None else []  # a break is a line of its own
        parts = zip(lines, parted(said.marks, lines), strict=True)
        plain = [Piece(_spaced(t), marks=m) for t, m in parts if t.strip()]
        yield from [block] if block else plain or [Piece("")]
        for each in paragraph.iter(*runs.DRAWINGS):
            yield from self._drawn(each, plain=block is None)

    def _counted(self, paragraph: Any) -> Number | None:
        list_id, _ = self.styles.listed(paragraph)
        return self.numbering.next(list_id, self._level(paragraph)) if list_id else None

    def _level(self, paragraph: Any) -> int:
        list_id, level = self.styles.listed(paragraph)
        own = self.numbering.level_of(list_id, self.styles.id(paragraph))
        return own if level is None else level

    def _block(self, paragraph: Any, said: Words, counted: Number | None) -> Piece | None:
        """Return the block that the paragraph's style or numbering says it is."""
        text = " ".join(part.strip("\t ") for part in said.text.split("\n")).strip()
        style = self.styles.name(paragraph)
        level = heading_level(paragraph, self.styles)
        if level is not None and style not in self.prose:
            return piece(Kind.HEADING, numbered(joined(said.text), counted), [said], level=level)
        if _CAPTION.search(style):
            return piece(Kind.CAPTION, text, [said])
        if _QUOTE.search(style):
            return piece(Kind.QUOTE, text, [said])
        if self.styles.listed(paragraph)[0] or _LIST.search(style):
            return self._item(paragraph, replace(said, text=text), style, counted)
        return None

    def _item(self, paragraph: Any, words: Words, style: str, counted: Number | None) -> Piece:
        label, detail, said = of_marked(words)
        unknown = self.styles.listed(paragraph)[0] not in self.numbering.levels
        if counted is None and unknown and re.search(r"number|段落番号", style, re.I):
            counted = Number(0)
        level = self._level(paragraph)
        return piece(
            Kind.ITEM, said, [words], level=level, number=counted, label=label, detail=detail
        )

    def _drawn(self, element: Any, *, plain: bool) -> Iterator[Piece]:
        """Give what a drawing says; a picture that would part a list is but named."""
        described = runs.described(element)
        if (found := drawing.pieces(element, self.source.part, described)) is not None:
            yield from found
        elif media.is_unseen(element):
            return
        elif runs.is_picture(element) or element.tag == qn("w:object") or described:
            if plain:
                at = media.href(element, self.source.part)
                said = described or ("" if at else wording("read.picture"))
                shown = piece(Kind.IMAGE, said, href=at)
                yield replace(shown, text=said or wording("read.picture"))
            else:
                self.left.append(Left("picture", described or wording("read.picture")))

    def _table(self, table: Any) -> Iterator[Piece]:
        """Give a table as one line; a table of a single cell is a box around paragraphs."""
        if _is_box(table):
            for each in table.iterfind(f"{qn('w:tr')}/{qn('w:tc')}/*"):
                if each.tag == qn("w:tbl"):
                    yield from self._table(each)
                elif each.tag == qn("w:p"):
                    yield from self._paragraph(each)
            return
        found = list[Words]()
        cells = rows(table, lambda paragraph: self._numbered_words(paragraph, found))
        text = gridded(cells)
        worker.extend(_SECONDS * len(text))
        if text:
            yield piece(Kind.TABLE, text, found, cells=cells)
        for each in table.iter(*runs.DRAWINGS):
            yield from self._drawn(each, plain=False)

    def _numbered_words(self, paragraph: Any, found: list[Words]) -> str:
        """Return the words of a paragraph of a cell with the number that Word gives it.

        They go to ``found`` as well, with their marks.
        """
        counted = self._counted(paragraph)
        said = self.words(paragraph)
        number = f"{counted.label} " if counted and counted.label and said.text.strip() else ""
        found += (Words(number), said)
        return number + said.text


def heading_level(paragraph: Any, styles: Styles) -> int | None:
    """Return the level from 1 that style or paragraph say a heading has, None for other text.

    Of names, only those of Word's own styles say so: 見出し1本文 is the text below one.
    """
    name = styles.name(paragraph).strip()
    if _TITLE.fullmatch(name):
        return 1
    if found := _HEADING.fullmatch(name):
        return min(6, int(found[1]) + 1)
    level = styles.outline_level(paragraph)
    return None if level is None else min(6, level + 2)


def own_list(paragraph: Any, styles: Styles) -> str:
    """Return the list (w:numId) of a paragraph, but none of Word's own styles for lists."""
    own = value(paragraph, "w:pPr", "w:numPr", "w:numId") is not None
    return styles.listed(paragraph)[0] if own or not _LIST.search(styles.name(paragraph)) else ""


def used_for_prose(paragraphs: Iterator[Any], source: Source) -> frozenset[str]:
    """Return the styles that would make headings, and hold sentences for the most part."""
    seen: Counter[str] = Counter()
    prose: Counter[str] = Counter()
    styles = source.styles
    for each in paragraphs:
        if (heading_level(each, styles) or 0) > 1:
            text = words(source.runs(each)).text.strip()
            seen[styles.name(each)] += bool(text)
            prose[styles.name(each)] += bool(re.search(r"。.|[^か]。$", text)) and len(text) > 25
    return frozenset(name for name, n in seen.items() if prose[name] * 2 > n)


def numbered(text: str, counted: Number | None) -> str:
    """Return a heading with its number where that is a name (第3章): the text refers to it."""
    named = counted and _NAMED.search(counted.label)
    return f"{counted.label} {text}" if counted and named else text


def _is_box(table: Any) -> bool:
    cells = list(table.iterfind(f"{qn('w:tr')}/{qn('w:tc')}"))
    return len(cells) == 1


def _spaced(text: str) -> str:
    """Return a line with its blanks as one; a tab is a gap, as wide blanks are: two say enough."""
    gaps = text.strip().replace("\t", "\u3000")
    return re.sub(r"\u3000{3,}", "\u3000\u3000", re.sub(r"[^\S\u3000]+", " ", gaps)).strip()
