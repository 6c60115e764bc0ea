"""What a model is asked: a section of the outline with the lines of the article that it is from."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import Any

from shiryo import inline, limits
from shiryo.article.model import Article
from shiryo.diagnostics import Path
from shiryo.drafting.cards import is_shown
from shiryo.outline import model
from shiryo.outline.statements import sections
from shiryo.values import dataclass

MOST = 5
"""Points of a section; fewer stand beside a table or a chart."""
MOST_BESIDE = 3
MOST_OF_CARD = 2


@dataclass(frozen=True, slots=True)
class Task:
    """A section to say anew, a card that tells one, or the summary."""

    path: Path
    """Of the section or the card; empty for the summary."""
    title: str
    lines: tuple[int, ...]
    """Of the article: what the answer may cite."""
    message: model.Item | None
    """What is drafted as the claim."""
    points: tuple[model.Item, ...]
    """What is drafted below it that may be said anew."""
    at: tuple[int, ...]
    """Which blocks of the section the points are."""
    most: int
    """How many points are wanted; 0 where the author's own list stands."""


def tasks(outline: model.Outline, article: Article) -> Iterator[Task]:
    """Yield a task for each section of the deck, and each card, that says something."""
    told = {section.title for _, section in outline.walk() if section.only == "handout"}
    for path, section in sections(outline.sections):
        if section.only != "handout":
            found = [_task(path, section, article), *_cards(path, section, told, article)]
            yield from (task for task in found if task.lines and (task.message or task.most))


def _cards(path: Path, section: model.Section, told: Set[str], article: Article) -> Iterator[Task]:
    """Yield a task for each card of a slide that tells a section of the handout."""
    for n, block in enumerate(section.blocks):
        if not isinstance(block, model.BulletsBlock) or block.only != "deck":
            continue
        for k, card in enumerate(block.bullets):
            if card.title in told and card.text:
                yield Task(
                    (*path, "blocks", n, "bullets", k),
                    plain(card.title),
                    _between(_refs([card]), article),
                    card.model_copy(update={"title": "", "items": ()}),
                    tuple(p for item in card.items for p in _flat(item)),
                    (),
                    MOST_OF_CARD,
                )


def summary(outline: model.Outline, article: Article) -> Task:
    """Return the task of summing up what the sections claim."""
    claims = [ref for _, section in outline.walk() for ref in section.from_ if section.message]
    return Task(
        (),
        plain(outline.title),
        _within([*claims, *outline.from_, *_refs(outline.summary)], article),
        _claim(outline),
        tuple(p for item in outline.summary for p in _flat(item)),
        (),
        max(MOST, len(outline.summary)),
    )


def plain(text: str) -> str:
    """Return inline text without its marks."""
    return inline.plain(inline.parse(text))


def numbered(task: Task, article: Article) -> list[dict[str, Any]]:
    """Return the lines as a model is given them."""
    return [{"n": n, "text": article.lines[n - 1].strip()} for n in task.lines]


def _task(path: Path, section: model.Section, article: Article) -> Task:
    at = tuple(n for n, block in enumerate(section.blocks) if _is_chosen(block, section))
    points = tuple(
        p for n in at for item in getattr(section.blocks[n], "bullets", ()) for p in _flat(item)
    )
    others = any(is_shown(b) for n, b in enumerate(section.blocks) if n not in at)
    most = max(MOST_BESIDE if others else MOST, len(points)) if at or not others else 0
    return Task(
        path,
        plain(section.title),
        _between([*section.from_, *_refs(section.blocks)], article),
        _claim(section),
        points,
        at,
        most,
    )


def _flat(item: model.Item) -> Iterator[model.Item]:
    """Yield an item and those below it, each alone."""
    yield item.model_copy(update={"items": ()})
    for below in item.items:
        yield from _flat(below)


def _claim(node: model.Section | model.Outline) -> model.Item | None:
    """Return what is drafted as the claim of a section or of the whole."""
    return model.Item(text=node.message, from_=node.from_, how=node.how) if node.message else None


def _is_chosen(block: model.Block, section: model.Section) -> bool:
    """Tell points that were chosen from prose from the author's list and from cards."""
    if not isinstance(block, model.BulletsBlock) or block.only != "deck" or block.message:
        return False
    prose = {
        n for b in section.blocks if isinstance(b, model.TextBlock) for n in _lines(_refs([b]))
    }
    bare = not any(p.title for item in block.bullets for p in _flat(item))
    return bare and set(_lines(_refs([block]))) <= prose


def _refs(nodes: Iterable[Any]) -> list[str]:
    """Return what nodes, and those in them, cite."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, model.Node):
            found += getattr(node, "from_", ())
            found += _refs(getattr(node, name) for name in type(node).model_fields)
        elif isinstance(node, tuple):
            found += _refs(node)
    return found


def _lines(refs: Iterable[str]) -> Iterator[int]:
    for first, last in map(model.line_range, refs):
        yield from range(first, last + 1)


def _between(refs: Sequence[str], article: Article) -> tuple[int, ...]:
    """Return the lines from the first that is cited to the last."""
    found = [*_lines(refs)]
    return _within([model.line_ref(min(found), max(found))], article) if found else ()


def _within(refs: Sequence[str], article: Article) -> tuple[int, ...]:
    """Return the lines with words that are cited, as many as a model is given at a time."""
    kept, room = list[int](), limits.ASSIST_CHARACTERS
    for n in sorted(set(_lines(refs))):
        said = article.lines[n - 1].strip() if n <= len(article.lines) else ""
        room -= len(said)
        if room < 0:
            break
        if said:
            kept.append(n)
    return tuple(kept)
