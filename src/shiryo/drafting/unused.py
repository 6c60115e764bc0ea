"""What of an article stands in none of its draft's statements: named, so that nothing is lost.

A sentence is used where a statement that cites its line holds its letters, as they are or in the
draft's style, or nearly all of them.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import field
from itertools import chain, groupby

from shiryo.article.marks import Mark, letters
from shiryo.article.model import Article, Block, Kind
from shiryo.diagnostics import Diagnostic, diagnose
from shiryo.drafting.select import titles
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.steps import bare, is_endless, listed
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.outline import model, statements
from shiryo.values import dataclass

_NEARLY = 0.8
"""Share of its pairs of letters that is all of a sentence but for its inflection."""
_TYPED = 12
"""Lines of code that are looked for one by one."""
_FEW = 16
"""Groups of statements that are asked one by one; more are taken together."""
_NAMED = 3
"""Lines that the note names; the outline has them all."""
_BETWEEN = " / "
"""What stands between the cells of a row."""


@dataclass(slots=True)
class _Said:
    """What statements say that cite the same lines."""

    texts: list[str] = field(default_factory=list)
    _letters: str = ""
    _pairs: frozenset[str] = frozenset()
    _at: int = 0
    """Where in the letters that ended which was found last."""

    @property
    def letters(self) -> str:
        """All its letters; statements are lines."""
        if not self._letters:
            self._letters = "\n".join(map(letters, self.texts))
        return self._letters

    def has(self, text: str) -> bool:
        """Tell whether letters stand in it; an article is mostly asked for in its order."""
        at = self.letters.find(text, self._at)
        at = self.letters.find(text) if at < 0 else at
        self._at = self._at if at < 0 else at + len(text)
        return at >= 0

    @property
    def pairs(self) -> frozenset[str]:
        """The pairs of letters that it has."""
        self._pairs = self._pairs or frozenset(_pairs(self.letters))
        return self._pairs


class _Uses:
    """The statements of an outline, to be found by the lines that they cite."""

    def __init__(self, outline: model.Outline) -> None:
        self._style = outline.draft.style
        groups = defaultdict[tuple[str, ...], _Said](_Said)
        for said in statements.statements(outline):
            groups[said.refs].texts += said.texts
        for source in outline.sources:
            groups[source.from_].texts += (source.title, source.by, source.url)
        self._at = defaultdict[int, list[_Said]](list)
        self._last, self._here = (0, 0), list[_Said]()
        for refs, said_ in groups.items():
            for line in {n for ref in refs for n in range(*_range(ref))}:
                self._at[line].append(said_)
        own = (outline.title, outline.subtitle, outline.label, outline.organization)
        heads = (section.title for _, section in outline.walk())
        self.heads = {letters(statements.shown(head)) for head in (*own, *heads)}
        self._titles = [letters(statements.shown(name)) for name in own[:2]]

    def names(self, text: str) -> bool:
        """Tell whether a heading is said: as one, or as the title with its subtitle."""
        rest = letters(text)
        for name in self._titles:
            rest = rest.replace(name, "", 1)
        asked = letters(titles.asked(text))
        return letters(text) in self.heads or asked in self.heads or not says(rest)

    def has(self, text: str, first: int, last: int) -> bool:
        """Tell whether what cites these lines says ``text``."""
        if not says(text) or letters(text) in self.heads:
            return True
        here = self._said(first, last)
        if not here:
            return False
        if _within(letters(bare(text)), here):
            return True
        plain = text if is_endless(text) else listed(text, style=self._style)[0][0]
        if _within(letters(plain), here):
            return True
        pairs, had = _pairs(letters(plain)), set().union(*(said.pairs for said in here))
        return len(pairs & had) >= _NEARLY * len(pairs) and len(pairs) > 1

    def _said(self, first: int, last: int) -> list[_Said]:
        """Return all that cites any of these lines; the cells of a table ask for the same ones."""
        if self._last != (first, last):
            found = {id(one): one for n in range(first, last + 1) for one in self._at.get(n, ())}
            here = [*found.values()]
            if len(here) > _FEW:
                here = [_Said([text for one in here for text in one.texts])]
            self._last, self._here = (first, last), here
        return self._here


def unused(
    article: Article, outline: model.Outline, placed: Collection[tuple[int, Mark]] = ()
) -> tuple[model.Text, ...]:
    """Return what ``outline`` does not say of its article, a block a text, in order.

    ``placed`` are the notes that it has. Pictures are none: `review` names those.
    """
    uses = _Uses(outline)
    told = {letters(mark.note.text) for _, mark in placed if mark.note}
    found = (text for block in article.blocks for text in _left(block, article, uses, told))
    return tuple(
        model.Text(text=escape(text), from_=(model.line_ref(first, last),))
        for text, first, last in found
    )


_Left = tuple[str, int, int]


def _left(block: Block, article: Article, uses: _Uses, told: Collection[str]) -> Iterator[_Left]:
    """Yield what is not used of a block, and its lines."""
    at = (block.first, block.last)
    if block.kind in (Kind.IMAGE, Kind.PICTURE) or (
        block.kind is Kind.NOTE and letters(block.text) in told
    ):
        return
    if block.kind is Kind.MASTHEAD and block.text in article.head.lines:
        return
    if block.kind is Kind.HEADING and uses.names(block.text):
        return
    if block.kind is Kind.CODE:
        lines = block.text.split("\n")
        told = [line for line in lines if not line.endswith((":", "："))]  # labels of the others
        few = len(told) <= _TYPED and all(uses.has(line, *at) for line in told)
        if not (few or uses.has(block.text, *at)):
            yield (block.text.strip("\n"), *at)
    elif block.cells:
        for row in block.cells:
            if not all(uses.has(cell, *at) for cell in row):
                yield (_BETWEEN.join(" ".join(cell.split()) for cell in row if says(cell)), *at)
    else:
        yield from _unsaid(block, article, uses)


def _unsaid(block: Block, article: Article, uses: _Uses) -> Iterator[_Left]:
    """Yield the sentences that are not used, those in a row together, after the lead word."""
    at = (block.first, block.last)
    head = "".join((block.label, f"（{block.detail}）" if block.detail else ""))
    told = [(s.text, s.first, s.last) for s in sentences.of(block, article)]
    told += [(part, *at) for part in block.parts]
    for is_used, group in groupby(told, key=lambda each: uses.has(*each)):
        if not is_used:
            run = list(group)
            text = "".join(text for text, *_ in run)
            lead = f"{head}: " if head and block.kind is not Kind.HEADING else ""
            yield lead + text, run[0][1], run[-1][2]
            head = ""
    if head and not all(uses.has(part, *at) for part in (block.label, block.detail)) and not told:
        yield (head, *at)


def _within(text: str, here: Collection[_Said]) -> bool:
    return any(said.has(text) for said in here)


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


def says(text: str) -> bool:
    """Tell whether ``text`` has a letter, a figure or a sign, not only marks of pause."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in text)


def _range(ref: str) -> tuple[int, int]:
    first, last = model.line_range(ref)
    return first, last + 1


def note(article: Article, left: tuple[model.Text, ...]) -> Iterator[Diagnostic]:
    """Yield a note on how many lines and numbers stand nowhere, and on the first of them."""
    if not left:
        return
    lines = {n for text in left for first, last in text.lines for n in range(first, last + 1)}
    told = chain.from_iterable(facts(text.text) for text in left)
    numbers = sum(fact.kind in ("number", "date") for fact in told)
    named = "、".join(f"{t.from_[0]}「{statements.short(t.text)}」" for t in left[:_NAMED])
    more = " …" if len(left) > _NAMED else ""
    at = article.span(*left[0].lines[0])
    said = {"lines": len(lines), "numbers": numbers, "named": named + more}
    yield diagnose("draft.unused", at, **said)
