"""Which statements of an outline can be made again from the lines that they cite.

The article's own words, unchanged or changed as the statement's ``how`` says, give the statement
again. Where they do not, somebody has put a hand to it: that is no fault, but a reader of the check
may want to know how many there are.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from shiryo.article.model import Article, Block, Kind
from shiryo.diagnostics import Diagnostics, Span, diagnose
from shiryo.draft import citations, naming, sentences
from shiryo.draft.forms import chart, taken
from shiryo.draft.marks import escape
from shiryo.draft.rewording import is_endless, replay
from shiryo.outline import check, model
from shiryo.outline.facts import facts
from shiryo.outline.yaml import Loaded

_DETAIL = re.compile(r"\s*[/／|｜]\s*")
_NO_LETTER = re.compile(r"[\s。．！!]")


def notes(loaded: Loaded, article: Article, *, each: bool) -> Diagnostics:
    """Return a note on how many statements were edited, or one on ``each``.

    None if the article has changed since it was drafted from: then its lines say nothing.
    """
    source = loaded.outline.source
    if source and source.sha256 and source.sha256 != article.sha256:
        return ()
    found = edited(loaded.outline, article)
    if found and not each:
        count = len(list(check.statements(loaded.outline)))
        span = Span(loaded.file, loaded.places.line(found[0].path))
        return (diagnose("draft.edited-some", span, edited=len(found), count=count),)
    return tuple(
        diagnose(
            "draft.edited",
            Span(loaded.file, loaded.places.line(said.path)),
            text=check.short(said.text),
            refs="、".join(said.refs),
        )
        for said in found
    )


def edited(outline: model.Outline, article: Article) -> list[check.Statement]:
    """Return the statements that their lines do not give, in the order of the outline.

    ``article`` has its blocks. A statement that cites no line is none of them.
    """
    return [s for s in check.statements(outline) if s.refs and not _is_made(s, article)]


def _is_made(said: check.Statement, article: Article) -> bool:
    found = dict.fromkeys(starts(said, article))
    verbatim = {_letters(check.shown(escape(start))) for start in found}
    wanted = [text for text in said.texts if not _from(text, verbatim)]
    if not (wanted and said.how):
        return not wanted
    made = {_letters(text) for start in found for text in _replayed(start, said.how)}
    return all(_from(text, made | verbatim) for text in wanted)


def _from(text: str, made: set[str]) -> bool:
    """Tell whether ``text`` is one of ``made``, or consists of them."""
    return _letters(text) in made or all(_letters(s) in made for s in sentences.split(text))


def _replayed(start: str, how: tuple[str, ...]) -> Iterator[str]:
    try:
        yield check.shown(escape(replay(start, how)))
    except (KeyError, IndexError):
        return


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)


def starts(said: check.Statement, article: Article) -> Iterator[str]:
    """Yield what the lines say: blocks, their sentences and parts, and their numbers and dates."""
    if naming.STEP in said.how:
        yield from (text for _, _, text in naming.announcements(article.blocks))
    ranges = [model.line_range(ref) for ref in said.refs]
    if chart.STEP in said.how:
        yield from chart.words([b for b in article.blocks if any(_overlap(b, *r) for r in ranges)])
    for first, last in ranges:
        for block in article.blocks:
            if _overlap(block, first, last):
                found = list(_words(block, article, first, last))
                yield from found
                if any("。" in text for text in said.texts):
                    yield from (one + other for one, other in pairwise(found))
                yield from _taken(block, article, said.how)


def _overlap(block: Block, first: int, last: int) -> bool:
    return block.first <= last and first <= block.last


def _taken(block: Block, article: Article, how: tuple[str, ...]) -> Iterator[str]:
    """Yield what forms take out of the sentences of a block."""
    for name in (n for n in taken.TAKEN if n in how):
        for sentence in sentences.of(block, article):
            if not is_endless(sentence.text):
                yield from taken.TAKEN[name](sentence.text)


def _words(block: Block, article: Article, first: int, last: int) -> Iterator[str]:
    yield from (s.text for s in sentences.of(block, article) if s.first <= last and first <= s.last)
    if block.first < first or last < block.last:
        return
    yield block.text
    if block.kind is Kind.QUOTE:
        yield from (f"「{block.text}」", block.label)
    if block.kind is Kind.CITATION:
        yield citations.label(block)
    if block.label:
        yield from (block.label, f"{block.label}（{block.detail}）", f"{block.label}: {block.text}")
    yield from (block.detail, *_DETAIL.split(block.detail), *block.parts)
    yield from (cell for row in block.cells for cell in row)
    yield from (fact.text for fact in facts(block.text) if fact.kind in ("number", "date"))
