"""Pieces of a web page that hold no others: words, pictures, notes, steps and speech bubbles."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Unpack

from lxml.html import HtmlElement

from shiryo import lazy_re as re
from shiryo.article.marks import Mark, Marked, joined, parted
from shiryo.article.model import Fields, Kind, Number
from shiryo.article.readers.html import webpage
from shiryo.article.runs import Run, Words, together, words
from shiryo.article.structure import pieces as marked
from shiryo.article.structure import torn
from shiryo.article.structure.pieces import Piece, piece

_OF_PAGE = re.compile(
    r"(Copyright|©|\(C\))|PDF(形式)?の?ファイルを(開く|ご?覧)|.{0,30}Adobe\s.{0,20}Reader", re.I
)
_NAME = re.compile(r"name|who|speaker|author", re.I)


def made(kind: Kind, said: Words, text: str | None = None, **fields: Unpack[Fields]) -> Piece:
    """Return a piece of ``kind`` that has the words ``said``, or of these ``text``."""
    made = piece(kind, said.text if text is None else text, [said], **fields)
    return replace(made, left=(*made.left, *said.left))


def plain(said: Words) -> Piece:
    """Return the words of a paragraph."""
    return replace(marked.plain(said), left=said.left)


def image(element: HtmlElement) -> Iterator[Piece]:
    """Give a picture, unless it is decoration."""
    source = element.get("data-src") or element.get("src") or ""
    if element.get("alt") == "" and element.getparent().tag != "figure":
        return  # decoration (HTML §4.8.4.4.3)
    if (source and not source.startswith("data:")) or element.get("alt"):
        yield piece(Kind.IMAGE, (element.get("alt") or "").strip(), href=source)


def noted(element: HtmlElement) -> Iterator[Piece]:
    """Give a footnote, if it says something."""
    said = webpage.note(element)
    if said.text:
        yield replace(marked.note(said), left=said.left)


def notes(element: HtmlElement) -> Iterator[Piece]:
    """Give the footnotes of a page: its items and what paragraphs stand in none."""
    for each in element.iter("li", "p"):
        if next(each.iterancestors("li"), None) is None or each.get(webpage.CALLED):
            yield from noted(each)


def step(element: HtmlElement) -> Iterator[Piece]:
    """Give a step as an item: its title and what it says; the pictures of one without words."""
    named = list(islice((e for e in element.iterdescendants() if "title" in webpage.cues(e)), 1))
    numbers = [e for e in element.iterdescendants() if re.search(r"number|label", webpage.cues(e))]
    said = webpage.said(element, without=[*named, *numbers])
    label = webpage.said(named[0]) if named else Words("")
    count = re.search(r"\d{1,4}", webpage.words(numbers[0]) if numbers else "")
    number = Number(int(count[0]) if count else 0)
    both = together((label, said), label.text + said.text)
    if said.text:
        yield made(Kind.ITEM, both, said.text, number=number, label=label.text)
    elif label.text:
        yield made(Kind.ITEM, label, number=number)
    for picture in element.iter("img"):
        yield from image(picture)


def balloon(element: HtmlElement) -> Iterator[Piece]:
    """Give a speech bubble with its speaker: a part called name, or its portrait's alt text."""
    names = (e for e in element.iterdescendants() if _NAME.search(webpage.cues(e)))
    named = list(islice((e for e in names if webpage.words(e)), 1))
    who = webpage.words(named[0]) if named else "".join(element.xpath("(.//img/@alt)[1]")).strip()
    said = webpage.said(element, without=named)
    if said.text:
        yield made(Kind.DIALOGUE, said, label=who if len(who) <= 20 else "")


def paragraphs(inline: Sequence[Run]) -> Iterator[Piece]:
    """Split at ``br``; other line ends are spaces, and nothing between Japanese (CSS Text §4.1)."""
    if not any(run.text.strip() for run in inline):
        return
    found = words(inline)
    lines = found.text.split(webpage.BREAK)
    left = found.left
    both = zip(lines, parted(found.marks, lines), strict=True)
    for text, marks in _whole([Marked(text, marks) for text, marks in both]):
        said = webpage.line(Words(text, marks, left))
        if said.text:
            kind = Kind.PROMOTION if _OF_PAGE.match(said.text) else None
            yield made(kind, said) if kind else plain(said)
            left = ()


def _whole(lines: Sequence[Marked]) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Yield the lines of a paragraph, those together that break within a sentence."""
    run = list[Marked]()
    for line in lines:
        before = run[-1].text.strip() if run else ""
        if run and not (before and torn.runs_on(before, line.text)):
            yield "".join(each.text.strip() for each in run), joined(run)
            run = []
        run.append(line)
    if run:
        yield "".join(each.text.strip() for each in run), joined(run)
