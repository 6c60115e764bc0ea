"""The cover and the dividers between parts: few words, large."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shiryo import limits, pages
from shiryo.diagnostics import Diagnostic
from shiryo.document import Deck, Slide
from shiryo.inline import Run, Text, plain
from shiryo.layout.deck import chrome, marks
from shiryo.layout.deck.abridge import fit, said
from shiryo.layout.deck.look import Look
from shiryo.layout.text.ellipsis import abridged
from shiryo.layout.text.para import Para
from shiryo.messages import wording

_BLANK = (Run("　"),)
"""Between lines that have become one."""


def cover(deck: Deck, look: Look) -> list[pages.Item]:
    """Draw label, title, subtitle and byline, and the marks of the paper."""
    title, label, subtitle, *byline = (shown for _, shown in _texts(deck, look))
    if not look.has("cover-label"):
        label, byline = (), [*byline, label]
    return [
        *_lines(look, [label], "cover-label", "label", "label", wording("objects.kind")),
        chrome.title(look, title, "cover-title"),
        *_lines(look, [subtitle], "cover-subtitle", "heading2", "subtitle"),
        *_lines(look, byline, "cover-byline", "label", "byline", wording("objects.byline")),
        *marks.drawn(look, deck.marks, cover=True),
    ]


def problems(deck: Deck, look: Look, line: int) -> Iterator[Diagnostic]:
    """Report what of the cover stands in full in the handout alone."""
    for whole, shown in (*_texts(deck, look), *marks.shortened(look, deck.marks)):
        if whole != shown:
            yield said(plain(whole), plain(shown), line)


def _texts(deck: Deck, look: Look) -> Iterator[tuple[Text, Text]]:
    """Yield title, label, subtitle and the lines of the byline, whole and as they are shown."""
    yield deck.title, fit(deck.title, look, "cover-title")
    yield deck.label, abridged(deck.label, limits.SLIDE_NAME)
    yield deck.subtitle, abridged(deck.subtitle, limits.SLIDE_SUBTITLE)
    yield from ((line, abridged(line, limits.SLIDE_SUBTITLE)) for line in deck.byline)


def divider(slide: Slide, look: Look) -> list[pages.Item]:
    """Draw the title of a part and what it says."""
    message = chrome.message(look, slide.message, "section-message")
    return [chrome.title(look, slide.title, "section-title"), *([message] if message else [])]


def _fitted(look: Look, texts: Sequence[Text], frame: str) -> list[Para]:
    """Return lines in their type; in a company's frame, which may be low, as small as they must.

    Lines that are too many even then are one.
    """
    style, room = look.fixed(frame), look.frame(frame)
    smaller = [size for size in reversed(look.theme.deck.scale) if size < style.size]
    one = [tuple(run for n, text in enumerate(texts) for run in (*_BLANK[:n], *text))]
    paras = list[Para]()
    for shown in (texts, one) if look.company and len(texts) > 1 else (texts,):
        for size in (style.size, *(smaller if look.company else ())):
            made = replace(style, size=size)
            paras = [Para(text, made, align=look.align(frame)) for text in shown]
            if look.compositor.height(paras, room.width) <= room.height + 0.01:
                return paras
    return paras


def _lines(
    look: Look,
    texts: Sequence[Text],
    frame: str,
    role: pages.Role,
    placeholder: pages.Placeholder | None = None,
    name: str = "",
) -> list[pages.Item]:
    paras = look.tree.paragraphs(_fitted(look, [text for text in texts if text], frame))
    if not paras:
        return []
    return [
        look.compositor.box(
            paras,
            look.frame(frame),
            role,
            placeholder=placeholder,
            anchor=look.anchor(frame),
            name=name,
        )
    ]
