"""A draft with the marks of its article: emphasis, links, ruby, and notes where they are called.

Text in the author's own words has all of them. A shorter statement has what its words still bear:
a call goes with the word before it, and where that is gone the note stays with the paragraph.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from shiryo import inline, limits
from shiryo import lazy_re as re
from shiryo.article.marks import Mark, letters, shown, within
from shiryo.article.model import Article, Block
from shiryo.drafting.replay.edited import Cited
from shiryo.outline import bounds, model
from shiryo.values import dataclass

_FIELDS = (
    "title", "term", "label", "date", "text", "full", "message", "note", "caption", "by",
    "columns", "cells",
)  # fmt: skip
"""Texts of an outline that may say what the article says."""
_CLOSING = "。．.!！?？」』）)】"
_ENDING = "、，" + "".join(map(chr, range(ord("ぁ"), ord("ゖ") + 1)))
"""What of a sentence its noun form lacks."""
_SURE = 4
"""Letters of a text that is found by them alone."""
_BEFORE = 6
"""Letters before a call by which its place is found in a shorter statement."""
_SHORT = 20
"""Letters that stand out in a statement of a slide at most, and of one that is a name with links:
第1回 資料 says nothing without them."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a text of the outline is shown, and what it may have there."""

    slides: bool = True
    handout: bool = True
    links: bool = True
    notes: bool = True
    cells: bool = False
    """Whether it is one of many, so that one which stands out as a whole tells something."""

    @property
    def is_statement(self) -> bool:
        """Whether slides have it apart from the author's words."""
        return self.slides and not self.handout


class _Found(NamedTuple):
    """A mark of a block, and as it stands in a text of the outline."""

    own: Mark
    here: Mark


class Marker:
    """Puts the marks of an article into an outline; ``placed`` are those that it has then."""

    def __init__(self, article: Article) -> None:
        self.placed = set[tuple[int, Mark]]()
        """Notes and readings, each with the first line of its block."""
        self._cited = Cited(article)
        marked = [block for block in article.blocks if block.marks]
        self._letters = {id(block): letters("".join(block.strings)) for block in marked}
        self._at = dict[int, int]()
        """How far the letters of a block have been met."""
        self._called = set[tuple[str, int, Mark]]()

    def outline(self, outline: model.Outline) -> model.Outline:
        """Return ``outline`` with the marks of its article."""
        if not self._letters:
            return outline
        points = _Place(handout=False, links=False, notes=False)
        changes = {
            "message": self._text("message", outline.message, self._marked(outline.from_), points),
            "summary": tuple(self._node(each, (), points) for each in outline.summary),
            "sections": tuple(self._node(each, (), _Place()) for each in outline.sections),
        }
        return outline.model_copy(update=changes)

    def _node(self, node: Any, refs: tuple[str, ...], place: _Place) -> Any:
        refs = node.from_ if isinstance(node, model.Sourced) and node.from_ else refs
        only = getattr(node, "only", None)
        place = replace(
            place,
            slides=place.slides and only != "handout" and not isinstance(node, model.Text),
            handout=place.handout and only != "deck",
        )
        if not isinstance(node, model.Row):
            self._at.clear()
        start, changes = dict(self._at), {}
        for name in type(node).model_fields:
            if name == "full" and getattr(node, name):
                self._at = start
            changes[name] = self._value(node, name, refs, place)
        return node.model_copy(update=changes)

    def _value(self, node: Any, name: str, refs: tuple[str, ...], place: _Place) -> Any:
        """Return what a field of a node is with its marks."""
        value = getattr(node, name)
        if isinstance(value, model.Node):
            return self._node(value, refs, place)
        if isinstance(value, tuple) and value and isinstance(value[0], model.Node):
            return tuple(self._node(each, refs, place) for each in value)
        heads = name == "title" and isinstance(node, model.Section)
        blocks = self._marked(refs) if value and name in _FIELDS and not heads else []
        if not blocks:
            return value
        if isinstance(value, tuple):
            place = replace(place, cells=True)
            return tuple(self._text(name, each, blocks, place) for each in value)
        if name == "full":
            place = replace(place, slides=False)
        if name == "message":
            place = replace(place, handout=False)
        return self._text(name, value, blocks, place)

    def _marked(self, refs: tuple[str, ...]) -> list[Block]:
        """Return the blocks with marks that stand in the cited lines."""
        cited = (block for ref in refs for block in self._cited.blocks(*model.line_range(ref)))
        return [*{id(block): block for block in cited if block.marks}.values()]

    def _text(self, name: str, source: str, blocks: Sequence[Block], place: _Place) -> str:
        said = inline.plain(inline.parse(source))
        mine = letters(said)
        for block in blocks if mine else ():
            fit = [
                found._replace(here=here)
                for found in self._found(mine, block, place)
                if (here := self._fitting(found, len(mine), block, place))
            ]
            most = bounds.most_characters(name)
            if _addresses(fit) > most:
                continue
            made = inline.write(shown(said, [found.here for found in fit]))
            if fit and len(made) <= most:
                self._remember(fit, block, place)
                return made
        return source

    def _found(self, mine: str, block: Block, place: _Place) -> list[_Found]:
        """Return the marks of a block that stand in ``mine``, the letters of a text."""
        whole, at = self._letters[id(block)], self._at.get(id(block), 0)
        if not whole.startswith(mine, at):
            sure = len(mine) >= _SURE or mine == whole
            at = max(whole.find(mine, at), whole.find(mine)) if sure else -1
        if at < 0:
            return [] if place.cells else [*_loosely(mine, whole, block.marks)]
        end = self._at[id(block)] = at + len(mine)
        return [*_within(block.marks, at, end, end + _closing(whole, end))]

    def _fitting(self, found: _Found, size: int, block: Block, place: _Place) -> Mark | None:
        """Return a mark as a text of ``size`` letters may have it."""
        here, length = found.here, found.here.end - found.here.start
        if here.note:
            fits = not place.slides or len(letters(here.note.text)) <= limits.SLIDE_NOTE
            new = all((out, block.first, found.own) not in self._called for out in _outputs(place))
            return here if place.notes and fits and new and self._notes < limits.NOTES else None
        whole = length == size and not place.cells
        name = size <= _SHORT and size == len(self._letters[id(block)]) and not place.cells
        here = Mark(
            here.start,
            here.end,
            strong=here.strong and not whole and (length <= _SHORT or not place.is_statement),
            href=here.href if place.links and (whole or name or not place.is_statement) else "",
            reading="" if place.is_statement else here.reading,
        )
        return here if here.strong or here.href or here.reading else None

    @property
    def _notes(self) -> int:
        return len(self._called)

    def _remember(self, found: Sequence[_Found], block: Block, place: _Place) -> None:
        for own, here in found:
            if here.note or here.reading:
                self.placed.add((block.first, own))
            if here.note:
                self._called.update((out, block.first, own) for out in _outputs(place))


def _addresses(fit: Sequence[_Found]) -> int:
    """Return how many characters the addresses of links take; neighbours may share theirs."""
    count, end, before = 0, -1, ""
    for _, here in fit:
        if (here.start, here.href) != (end, before):
            count += len(here.href)
        end, before = here.end, here.href
    return count


def _outputs(place: _Place) -> Iterator[str]:
    if place.slides:
        yield "slides"
    if place.handout:
        yield "handout"


def _closing(whole: str, end: int) -> int:
    """Return how many signs close what ends there."""
    rest = whole[end : end + 4]
    return len(rest) - len(rest.lstrip(_CLOSING))


def _within(marks: Sequence[Mark], start: int, end: int, closed: int) -> Iterator[_Found]:
    """Give the marks of letters between two places; a call after what closes them is at the end."""
    first = max(0, bisect_left(marks, start, key=lambda mark: mark.start) - 1)
    last = bisect_right(marks, closed, key=lambda mark: mark.start)
    for mark in marks[first:last]:
        if mark.note and end < mark.start <= closed:
            yield _Found(mark, replace(mark, start=end - start, end=end - start))
        else:
            yield from (_Found(mark, here) for here in within([mark], start, end))


def _loosely(mine: str, whole: str, marks: Sequence[Mark]) -> Iterator[_Found]:
    """Give the marks whose words, or whose words before the call, a shorter statement still has."""
    for mark in marks:
        if mark.note:
            at = _called_at(mine, whole, mark.start)
            size = 0
        else:
            size = mark.end - mark.start
            words = whole[mark.start : mark.end]
            at = mine.find(words) if size > 1 and mine.count(words) == 1 else -1
        if at >= 0:
            yield _Found(mark, replace(mark, start=at, end=at + size))


def _called_at(mine: str, whole: str, at: int) -> int:
    """Return where a statement calls a note that ``whole`` calls after its letter ``at``; else -1.

    That is after the same words, or at the end where the sentence ends so but for its inflection.
    """
    before = whole[max(0, at - _BEFORE - 4) : at].rstrip(_CLOSING)
    before = re.split(r"[。！？!?]", before)[-1][-_BEFORE:]
    if len(before) >= _BEFORE - 2 and mine.count(before) == 1:
        return mine.find(before) + len(before)
    stem = before.rstrip(_ENDING)[-_SURE:]
    ends = at == len(whole) or whole[at] in _CLOSING or whole[at - 1] in _CLOSING
    return len(mine) if ends and len(stem) > 1 and mine.rstrip(_ENDING).endswith(stem) else -1
