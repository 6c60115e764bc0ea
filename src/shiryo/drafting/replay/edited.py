"""Which statements of an outline can be made again from the lines that they cite.

The article's own words, unchanged or changed as the statement's ``how`` says, give the statement
again. Where they do not, somebody has put a hand to it: that is no fault, but a reader of the check
may want to know how many there are.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from shiryo import lazy_re as re
from shiryo.article import numbers
from shiryo.article.model import Article, Block, Kind, Number
from shiryo.diagnostics import Diagnostics, Span, diagnose
from shiryo.drafting.forms import answers, chart, citations
from shiryo.drafting.forms.lists import DETAILS
from shiryo.drafting.select import items, salience, titles
from shiryo.drafting.wording import naming, sentences, topics
from shiryo.drafting.wording.shorten import without_date
from shiryo.drafting.wording.splits import taken
from shiryo.drafting.wording.steps import PLOT, is_endless, parts, replay
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model, statements
from shiryo.outline.citing import Allowance

if TYPE_CHECKING:
    from shiryo.outline.yaml import Loaded

_OWN = ("introduction", "opening", "head.when")
"""Words of a draft's own that stand where the article has none."""
_FROM_BLOCKS = (naming.STEP, PLOT, *topics.STEPS, *taken.TAKEN)
"""Steps that are done to the article's own blocks, before all else."""
_NO_LETTER = re.compile(r"[\s。．！!]")
_GOES_ON = "…"
_STOPS = "。．.:：！! "


class Cited:
    """The blocks of an article, to be found by their lines."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._said = dict[object, tuple[object, dict[str, None], frozenset[str]]]()
        self._words = dict[int, list[str]]()
        self._firsts = [block.first for block in article.blocks]
        self._lasts = list(accumulate((block.last for block in article.blocks), max))

    def said(self, statement: statements.Statement) -> tuple[dict[str, None], frozenset[str]]:
        """Return what the lines of a statement say, as it is and in letters alone.

        The rows of a table cite the same lines one after the other, so the last are kept.
        """
        lines, purpose = _key(statement)
        kept = self._said.get(purpose)
        if kept is None or kept[0] != lines:
            found = dict.fromkeys(starts(statement, self))
            letters = frozenset(_letters(statements.shown(escape(start))) for start in found)
            kept = self._said[purpose] = lines, found, letters
        return kept[1:]

    def words(self, block: Block, first: int, last: int) -> list[str]:
        """Return what the lines ``first`` to ``last`` of a block say; of all of it, once."""
        if block.first < first or last < block.last:
            return [*_words(block, self.article, first, last)]
        if id(block) not in self._words:
            self._words[id(block)] = [*_words(block, self.article, first, last)]
        return self._words[id(block)]

    def blocks(self, first: int, last: int) -> list[Block]:
        """Return the blocks that stand in these lines, in their order."""
        start, end = bisect_left(self._lasts, first), bisect_right(self._firsts, last)
        return [block for block in self.article.blocks[start:end] if first <= block.last]


def notes(loaded: "Loaded", article: Article, *, each: bool) -> Diagnostics:
    """Return a note on how many statements were edited, or one on ``each``.

    None if the article has changed since it was drafted from: then its lines say nothing.
    """
    source = loaded.outline.source
    if source and source.sha256 and source.sha256 != article.sha256:
        return ()
    found = edited(loaded.outline, article)
    if found and not each:
        count = len(list(statements.statements(loaded.outline)))
        span = Span(loaded.file, loaded.places.line(found[0].path))
        return (diagnose("draft.edited-some", span, edited=len(found), count=count),)
    return tuple(
        diagnose(
            "draft.edited",
            Span(loaded.file, loaded.places.line(said.path)),
            text=statements.short(said.text),
            refs="、".join(said.refs),
        )
        for said in found
    )


def edited(outline: model.Outline, article: Article) -> list[statements.Statement]:
    """Return the statements that their lines do not give, in the order of the outline.

    ``article`` has its blocks. A statement that cites no line is none of them, nor is one that
    cites more than is looked at.
    """
    cited, allowance = Cited(article), Allowance(article)
    said = (s for s in statements.statements(outline) if s.refs)
    return [s for s in said if allowance.covers(*_key(s)) and not _is_made(s, cited)]


def _key(said: statements.Statement) -> tuple[tuple[tuple[int, int], ...], tuple[object, ...]]:
    """Return what tells what the lines of a statement say: which they are, and for what."""
    pairs = any("。" in text for text in said.texts)
    ranges = tuple(map(model.line_range, said.refs))
    return ranges, (pairs, *(step for step in said.how if step in _FROM_BLOCKS))


def _is_made(said: statements.Statement, cited: Cited) -> bool:
    if model.TALLY in said.how:
        return _is_counted(said, cited)
    found, verbatim = cited.said(said)
    own = {wording(f"drafted.{name}") for name in _OWN}
    wanted = [text for text in said.texts if not (text in own or _from(text, verbatim))]
    if not (wanted and said.how):
        return not wanted
    made, counted = set(verbatim), _counts(said, cited)
    nearest = sorted(found, key=lambda start: -salience.overlap(start, said.text))
    for log in parts(said.how) if len(said.texts) > 1 else (said.how,):
        for start in nearest:
            again = [_letters(text) for text in _replayed(start, log)]
            made.update(again)
            made.update(number + text for number in counted for text in again)
            if all(_from(text, made) for text in wanted):
                return True
    return False


def _is_counted(said: statements.Statement, cited: Cited) -> bool:
    """Tell whether as many of the items that a row cites give its answer; its question is one."""
    *over, answer, count = said.texts
    ranges = (model.line_range(ref) for ref in said.refs)
    found = [block for some in ranges for block in cited.blocks(*some)]
    heads = [text for b in found if b.title for text in _words(b, cited.article, b.first, b.last)]
    return (answer, count) in answers.counted(found) and all(text in heads for text in over)


def _counts(said: statements.Statement, cited: Cited) -> set[str]:
    """Return the numbers of the items that a statement cites: 4. stands before さらに goes."""
    ranges = (model.line_range(ref) for ref in said.refs)
    found = (block.number for some in ranges for block in cited.blocks(*some))
    return {_NO_LETTER.sub("", number.written) for number in found if number and number.written}


def _from(text: str, made: Set[str]) -> bool:
    """Tell whether ``text`` is one of ``made``, or consists of them; one may head the other.

    Of a sentence without end it may be a part: no text of an outline holds all of it; of one that
    no slide holds its beginning.
    """
    parts = (sentences.split(text), text.split(": ", maxsplit=1))
    if _letters(text) in made or any(all(_letters(s) in made for s in some) for some in parts):
        return True
    own, endless = _letters(text), [one for one in made if is_endless(one)]
    if own and any(own in o if is_endless(text) else o.endswith(own) for o in endless):
        return True
    opening = _letters(text.removesuffix(_GOES_ON)) if text.endswith(_GOES_ON) else ""
    return opening != "" and any(o.startswith(opening) for o in made if width(o) > items.OPENING)


def _replayed(start: str, how: tuple[str, ...]) -> Iterator[str]:
    try:
        yield statements.shown(escape(replay(start, how)))
    except (KeyError, IndexError):
        return


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text.rstrip(_STOPS))


def starts(said: statements.Statement, cited: Cited) -> Iterator[str]:
    """Yield what the lines say: blocks, their sentences and parts, and their numbers and dates."""
    ranges = [model.line_range(ref) for ref in said.refs]
    blocks = [cited.blocks(first, last) for first, last in ranges]
    if naming.STEP in said.how:
        yield from (text for some in blocks for _, _, text in naming.announcements(some))
    if taken.QUOTE in said.how:
        yield from (f"「{''.join(b.text for b in some)}」" for some in blocks)
    if PLOT in said.how:
        yield from chart.words([*dict.fromkeys(block for some in blocks for block in some)])
    own = [block for some in blocks for block in some if set(topics.STEPS) & set(said.how)]
    heads = [block.title for block in own if block.kind is Kind.HEADING]
    for (first, last), some in zip(ranges, blocks, strict=True):
        for block in some:
            found = cited.words(block, first, last)
            yield from found
            if any("。" in text for text in said.texts):
                joined = [one + other for one, other in pairwise(found)]
                found = [*found, *joined]
                yield from joined
            yield from (topics.stated(head, text)[0] for head in heads for text in found)
            yield from _taken(block, cited.article, said.how)


def _taken(block: Block, article: Article, how: tuple[str, ...]) -> Iterator[str]:
    """Yield what forms take out of the sentences of a block."""
    for name in (n for n in taken.TAKEN if n in how):
        for sentence in sentences.of(block, article):
            if not is_endless(sentence.text):
                yield from taken.TAKEN[name](sentence.text)


def _words(block: Block, article: Article, first: int, last: int) -> Iterator[str]:
    yield from filter(None, dict.fromkeys((block.title, titles.asked(block.title))))
    yield from (s.text for s in sentences.of(block, article) if s.first <= last and first <= s.last)
    if block.first < first or last < block.last:
        return
    yield from dict.fromkeys((block.text, without_date(block.text)))
    if block.kind in (Kind.QUOTE, Kind.CODE):
        yield from (f"「{block.text}」", block.label)
    if block.kind is Kind.CITATION:
        yield citations.label(block)
    if block.kind is Kind.LEAD_IN:
        for text in (block.text.strip(), *sentences.split(block.text)):
            yield text.rstrip(":：").strip()
    if block.label:
        yield from (block.label, f"{block.label}（{block.detail}）", f"{block.label}: {block.text}")
        yield f"{block.label}（{block.detail}）: {block.text}"
        yield from (f"{block.label}: {part}" for part in sentences.split(block.text))
    yield from (block.detail, *DETAILS.split(block.detail), *block.parts)
    for cell in (cell for row in block.cells for cell in row):
        yield from (cell, *sentences.split(cell))
        if "\n" in cell:
            yield from sentences.split(" ".join(cell.split("\n")))
    yield from (fact.text for fact in facts(block.text) if fact.kind in ("number", "date"))
    if block.number and block.number.written:
        for number in dict.fromkeys((block.number, Number(block.number.value))):
            for below in (True, False):
                spelt = numbers.spelt(replace(block, number=number), below=below)
                yield from _words(spelt, article, first, last)
