"""The index: terms in the order of their readings, each with the pages on which it stands."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from shiryo import document, inline, origins, pages
from shiryo import lazy_re as re
from shiryo.japanese.collation import heading, key
from shiryo.layout.handout.breaking.columns import Column
from shiryo.layout.handout.setting.atom import Mark, Piece
from shiryo.layout.handout.setting.galley import Galley, words
from shiryo.targets import Index, Page

_NOT_TEXT = {"title", "artifact", "page-number", "contents", "note"}


def title(galley: Galley) -> Iterator[Piece]:
    """Yield the heading of the index."""
    label, element = galley.label("index"), galley.add("H2")
    flow = galley.paragraph((label, "heading1"), role="heading1", breaks="phrase", element=element)
    mark = Mark(Index(), galley.labels.index, 1, head=True, back=True)
    space = galley.space("heading1")
    yield Piece(flow, space, galley.space("after-heading"), True, (mark,), sinks=True)


def index(
    galley: Galley, terms: Iterable[document.IndexTerm], found: Mapping[str, Sequence[int]]
) -> Iterator[Piece]:
    """Yield the terms that stand on some page, grouped by the first kana of their readings."""
    shown = sorted((t for t in terms if found.get(t.term)), key=lambda t: (key(t.reading), t.term))
    under = galley.under(galley.add("Index")).plain_links()
    for letter, group in groupby(shown, lambda term: heading(term.reading)):
        if letter:
            head = under.paragraph((words(letter, origins.SIGN), "index-head"), role="label")
            yield Piece(head, galley.space("index-head"), keep_next=True)
        for term in group:
            text = (inline.Run(term.term + "　", origin=term.origin), *_pages(found[term.term]))
            yield Piece(under.paragraph((text, "index"), role="contents", breaks="ragged"))


def _pages(found: Sequence[int]) -> Iterator[inline.Run]:
    """Yield the numbers of pages, stretches of them as ``3–5``, each leading to its page."""
    stretches = groupby(enumerate(found), lambda pair: pair[1] - pair[0])
    for n, (_, group) in enumerate(stretches):
        numbers = [page for _, page in group]
        if n:
            yield _number(", ")
        yield _number(str(numbers[0]), Page(numbers[0]))
        if len(numbers) > 1:
            yield _number("–" if len(numbers) > 2 else ", ")
            yield _number(str(numbers[-1]), Page(numbers[-1]))


def _number(text: str, href: Page | None = None) -> inline.Run:
    return inline.Run(text, href=href, origin=origins.NUMBER)


def occurrences(
    terms: Iterable[document.IndexTerm], columns: Iterable[Column]
) -> dict[str, list[int]]:
    """Return the pages, from 1, on which each term stands in what the columns say."""
    texts, starts, page_of, length = list[str](), list[int](), list[int](), 0
    for page, text in _said(columns):
        texts.append(text)
        starts.append(length)
        page_of.append(page)
        length += len(text)
    names = sorted({term.term for term in terms if term.term}, key=len, reverse=True)
    found: dict[str, list[int]] = {name: [] for name in names}
    if not names:
        return found
    for match in re.finditer("|".join(map(_pattern, names)), "".join(texts)):
        page = page_of[bisect_right(starts, match.start()) - 1]
        pages_of = found[match[0]]
        if not pages_of or pages_of[-1] != page:
            pages_of.append(page)
    return found


def _pattern(name: str) -> str:
    """Return what finds a name; one of Latin letters only as a whole word."""
    before = r"(?<![A-Za-z0-9])" if name[0].isascii() and name[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if name[-1].isascii() and name[-1].isalnum() else ""
    return before + re.escape(name) + after


def _said(columns: Iterable[Column]) -> Iterator[tuple[int, str]]:
    """Yield what stands in the columns up to the back matter, box by box, with its page."""
    for column in columns:
        for piece in column.slices:
            if any(mark.back for atom in piece.atoms for mark in atom.marks):
                return
            items = piece.flow.draw(piece.first, piece.tops, 0, piece.part)
            said = "\n".join(_boxes(items))
            goes_on = piece.first + len(piece.tops) < len(piece.flow.atoms)
            yield column.frame.page + 1, said + ("" if goes_on else "\n")


def _boxes(items: Iterable[pages.Item]) -> Iterator[str]:
    for item in items:
        match item:
            case pages.TextBox() if item.role not in _NOT_TEXT:
                runs = (run for line in item.lines for run in line.runs)
                yield "".join(run.text for run in runs if _is_text(run))
            case pages.Table():
                yield from _boxes(cell.text for row in item.rows for cell in row)


def _is_text(run: pages.GlyphRun) -> bool:
    """Tell whether a run is text of its line: no ruby over it, no mark of a footnote."""
    if run.element and run.element.kind == "RT":
        return False
    return not (run.element and run.element.parent and run.element.parent.kind == "Reference")
