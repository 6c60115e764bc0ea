"""The cover and the dividers between parts: few words, large."""

from collections.abc import Sequence

from shiryo import pages
from shiryo.document import Deck, Slide
from shiryo.inline import Text
from shiryo.layout.deck import chrome
from shiryo.layout.deck.abridge import fit
from shiryo.layout.deck.layouts import ANCHORS
from shiryo.layout.deck.look import Look
from shiryo.layout.text.compositor import Para
from shiryo.layout.text.ellipsis import abridged

_LABEL, _SUBTITLE = 60, 120
"""The most characters of a line of small words, and of a subtitle. The handout has all."""


def cover(deck: Deck, look: Look) -> list[pages.Item]:
    """Draw label, title, subtitle and byline."""
    title = chrome.title(look, fit(deck.title, look, "cover-title"), "cover-title")
    label, subtitle = abridged(deck.label, _LABEL), abridged(deck.subtitle, _SUBTITLE)
    byline = [abridged(line, _LABEL) for line in deck.byline]
    return [
        *_lines(look, [label], "cover-label", "label", name="資料の種類"),
        title,
        *_lines(look, [subtitle], "cover-subtitle", "heading2", "subtitle"),
        *_lines(look, byline, "cover-byline", "label", name="日付と作成者"),
    ]


def divider(slide: Slide, look: Look) -> list[pages.Item]:
    """Draw the title of a part and what it says."""
    said = chrome.message(look, slide.message, "section-message")
    return [chrome.title(look, slide.title, "section-title"), *([said] if said else [])]


def _lines(
    look: Look,
    texts: Sequence[Text],
    frame: str,
    role: pages.Role,
    placeholder: pages.Placeholder | None = None,
    name: str = "",
) -> list[pages.Item]:
    paras = look.tree.paragraphs(Para(text, look.fixed(frame)) for text in texts if text)
    if not paras:
        return []
    return [
        look.compositor.box(
            paras,
            look.frame(frame),
            role,
            placeholder=placeholder,
            anchor=ANCHORS.get(frame, "top"),
            name=name,
        )
    ]
