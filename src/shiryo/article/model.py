"""The article as it was read: its lines, and the blocks that they make."""

from enum import StrEnum
from typing import TypedDict

from shiryo import inline
from shiryo import lazy_re as re
from shiryo.article.marks import Mark, dressed
from shiryo.diagnostics import Span
from shiryo.values import dataclass

PACKED = "package://"
"""Begins the `Block.href` of a picture that stands in the file itself, before its part's name."""


class Kind(StrEnum):
    """What a block of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LEAD_IN = "lead-in"
    """A line that announces what follows it (``今回は``, ``大きく3つです。``)."""
    ITEM = "item"
    """One item of a list; `Block.level` is its depth, `Block.label` its lead word."""
    TABLE = "table"
    DEFINITION = "definition"
    """A term and what it means; `Block.label` is the term."""
    QUOTE = "quote"
    CITATION = "citation"
    """Where a quotation comes from."""
    CAPTION = "caption"
    NOTE = "note"
    """A footnote that is a remark, beside the text."""
    DIALOGUE = "dialogue"
    """A speech bubble."""
    PROMOTION = "promotion"
    """Thanks, related links, advertising: of no use in a briefing."""
    MASTHEAD = "masthead"
    """Around the title or a signature: to whom, when, from whom, under which number."""
    IMAGE = "image"
    PICTURE = "picture"
    """An image whose file is there; `Block.href` is its path from the outline."""
    CODE = "code"


PROSE = (Kind.PARAGRAPH, Kind.LEAD_IN)
"""Kinds of text that runs on."""


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a list item."""

    value: int
    """Its place in the author's count, mostly from 1."""
    label: str = ""
    """As the author writes it: ``3.``, ``(3)``, ``第3条``, ``ウ``, ``c.``."""

    @property
    def written(self) -> str:
        """The label; where the format has none the usual one. Empty if the value is not known."""
        return self.label or (f"{self.value}." if self.value else "")

    @property
    def is_plain(self) -> bool:
        """Whether it says no more than its value, so that ``3.`` may stand for it."""
        one = re.fullmatch(r"[(（]?(\d+|[①-⑳])?[)）.．、:]{0,2}", self.label)
        return self.value > 0 and one is not None

    def follows(self, before: "Number") -> bool:
        """Tell whether it is the next after ``before``, written alike."""
        alike = re.sub(r"\d+", "", self.label) == re.sub(r"\d+", "", before.label)
        signs = all("①" <= each.label <= "⑳" for each in (self, before))
        return self.value == before.value + 1 and (alike or signs)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article."""

    kind: Kind
    text: str
    """The words, without list marks, heading marks, `label` and `detail`."""
    first: int
    """1-based first line in `Article.lines`."""
    last: int
    """1-based last line, inclusive."""
    level: int = 0
    """Of a heading 1 to 6, 1 being the title of the whole; of an item its depth from 0."""
    number: Number | None = None
    """Of an item of a numbered list."""
    label: str = ""
    """An item's lead word (``データの提供:…``), a definition's term, a bubble's speaker; of a
    heading that is the caption of an article of rules its number (``第3条``)."""
    detail: str = ""
    """What stands in brackets after an item's lead word (``ChatGPT(OpenAI/米)``)."""
    parts: tuple[str, ...] = ()
    """Of a definition: what it enumerates on lines of its own."""
    cells: tuple[tuple[str, ...], ...] = ()
    """Of a table: rows of cells, the heads first."""
    href: str = ""
    """Of an image its file, or `PACKED` and what in this file; of a citation its URL."""
    score: float = 1.0
    """How sure the reader is of `kind`, 0 to 1; 1 where the format says so itself."""
    marks: tuple[Mark, ...] = ()
    """Emphasis, links, ruby and calls for notes; they count the letters of `strings`."""

    @property
    def strings(self) -> tuple[str, ...]:
        """All its words, in the order in which they are read."""
        cells = (cell for row in self.cells for cell in row)
        return (self.label, self.detail, *(() if self.cells else (self.text,)), *self.parts, *cells)

    @property
    def title(self) -> str:
        """Of a heading what a section is called after it: 第3条（目的）; of others nothing."""
        return self.label + self.text.strip() if self.kind is Kind.HEADING else ""

    def texts(self) -> list[inline.Text]:
        """Return its `strings` under their marks."""
        return dressed(self.strings, self.marks)


class Fields(TypedDict, total=False):
    """What a `Block` may say besides its kind, its words and its lines: as its fields."""

    level: int
    number: Number | None
    label: str
    detail: str
    parts: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    href: str
    score: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the reader could not settle and a person should look at."""

    kind: str
    """``lost-list``, ``title``, ``struck`` …: a name in ``messages/article.toml``."""
    first: int
    last: int
    text: str
    """What is in doubt, or its words: what the message says of it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another site from the text of an article."""

    text: str
    """The words that are linked."""
    href: str
    first: int
    """The line that it stands in."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself around its title."""

    subtitle: str = ""
    organization: str = ""
    """Who issues it."""
    kind: str = ""
    """What sort of document it is: プレスリリース, 議事録."""
    date: str = ""
    """ISO 8601 date of its issue, or of its last change."""
    lines: tuple[str, ...] = ()
    """What it is all taken from."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an article something stands."""

    page: int
    """1-based page or slide of its first line; 0 where the format has none."""
    start: int
    """Offset of its first character in `Article.text`, from 0."""
    end: int
    """Offset after its last character."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article."""

    file: str
    """The path as the user gave it; ``-`` for standard input."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""
    title: str
    """From the file, or inferred (then `doubts` says so)."""
    lines: tuple[str, ...]
    """Line n of the source is ``lines[n - 1]``; in formats without lines, one paragraph a line."""
    blocks: tuple[Block, ...]
    """In the order of the source; together they hold every line of text."""
    doubts: tuple[Doubt, ...] = ()
    date: str = ""
    """ISO 8601 date of the article, where it says one."""
    head: Head = Head()
    """What else it says of itself."""
    url: str = ""
    links: tuple[Link, ...] = ()
    """In the order of the source, where the format marks them."""
    encoding: str = "utf-8"
    pages: tuple[int, ...] = ()
    """The page or slide of each of `lines`, 1-based; empty where the format has none."""
    boxed: frozenset[int] = frozenset()
    """1-based lines in boxes (info, warning) that comment on the text around them."""
    closing: frozenset[int] = frozenset()
    """1-based lines below the last rule, which are no part of the last section."""
    own: frozenset[str] = frozenset()
    """Nouns by which it speaks of its own matter (このアプリ), as drafting finds them."""
    terms: bool = False
    """Whether it sets rules, as contracts do, as drafting finds."""

    @property
    def text(self) -> str:
        """The lines as one text, which the offsets of `place` count in."""
        return "\n".join(self.lines)

    def place(self, first: int, last: int) -> Place:
        """Return where lines ``first`` to ``last`` (1-based, inclusive) stand."""
        start = sum(len(line) + 1 for line in self.lines[: first - 1])
        size = len("\n".join(self.lines[first - 1 : last]))
        return Place(self.page(first), start, start + size)

    def span(self, first: int, last: int) -> Span:
        """Return the same place for a diagnostic."""
        return Span(self.file, first, last, self.page(first) or None)

    def page(self, line: int) -> int:
        """Return the 1-based page or slide of a line; 0 where the format has none."""
        return self.pages[line - 1] if self.pages else 0

    def cited(self, first: int, last: int) -> str:
        """Return lines ``first`` to ``last`` (1-based, inclusive) without blank ones."""
        return "\n".join(t for line in self.lines[first - 1 : last] if (t := line.strip()))
