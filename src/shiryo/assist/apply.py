"""An answer → the outline: what its lines bear out, beside what of the draft it does not cover."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeVar, cast

from shiryo import limits
from shiryo.article.model import Article
from shiryo.assist.accept import reason_against
from shiryo.assist.answer import Answer, Said
from shiryo.assist.tasks import Task, plain
from shiryo.diagnostics import Diagnostic, Path, diagnose
from shiryo.drafting.select.parting import parted
from shiryo.drafting.select.salience import overlap
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model
from shiryo.outline.statements import sections
from shiryo.values import dataclass

_T = TypeVar("_T")
MARK = "assist"
"""What `Sourced.how` says of a statement that a model worded."""
_ALIKE = 0.5
"""The share of a drafted statement's letters, in pairs, that the one in its place has too."""
_STEP = 20.0
"""Full-width characters that a step of a slide has room for."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a section says after an answer: its claim and its points."""

    claim: model.Item | None
    points: tuple[model.Item, ...]

    @property
    def taken(self) -> int:
        """How many statements are a model's."""
        return sum(item.how == (MARK,) for item in (self.claim, *self.points) if item)


def judged(task: Task, answer: Answer, article: Article) -> tuple[Settled, list[Diagnostic]]:
    """Return what the section says of what holds, and reports of what does not."""
    reports: list[Diagnostic] = []
    message: model.Item | None = None
    points: list[model.Item] = []
    before = [task.title]
    for said in filter(None, (answer.message, *answer.points[: task.most])):
        drafted = next((d for d in _drafted(task) if plain(d.text) == said.text), None)
        if not drafted and (reason := _reason(said, task, article, before)):
            reports.append(_dropped(said, reason, task, article))
        elif said is answer.message:
            message = drafted or _new(said)
        else:
            points.append(drafted or _new(said))
        before.append(said.text)
    settled = _settled(task, message, points)
    if answer.message and message and settled.claim is task.message is not message:
        reports.append(_dropped(answer.message, wording("causes.assist.loses"), task, article))
    unasked = (said.text[:60] for said in answer.points[task.most :])
    return settled, [*reports, *(diagnose("assist.unasked", text=text) for text in unasked)]


def _dropped(said: Said, reason: str, task: Task, article: Article) -> Diagnostic:
    at = next((n for n in said.lines if n in task.lines), task.lines[0])
    return diagnose("assist.dropped", article.span(at, at), text=said.text[:60], reason=reason)


def _reason(said: Said, task: Task, article: Article, before: Sequence[str]) -> str:
    """Return why a statement is not used; empty if it is."""
    if not said.lines:
        return wording("causes.assist.uncited")
    if foreign := [n for n in said.lines if n not in task.lines]:
        return wording("causes.assist.elsewhere", lines="、".join(map(str, foreign[:5])))
    if said.text in before:
        return wording("causes.assist.same")
    return reason_against(said.text, _cited(said.lines, article), task.title)


def _cited(lines: Iterable[int], article: Article) -> str:
    """Return what the lines say, as they are written and in the words of their blocks."""
    wanted = set(lines)
    marked = (b for b in article.blocks if b.marks and wanted >= {*range(b.first, b.last + 1)})
    said = (string for block in marked for string in block.strings)
    return "\n".join((*(article.cited(n, n) for n in sorted(wanted)), *said))


def _drafted(task: Task) -> list[model.Item]:
    return [*([task.message] if task.message else []), *task.points]


def _new(said: Said) -> model.Item:
    return model.Item(text=escape(said.text), from_=_refs(said.lines), how=(MARK,))


def _refs(lines: Sequence[int]) -> tuple[str, ...]:
    """Return lines as an outline cites them, those in a row together."""
    parting = [after for n, after in pairwise(lines) if after != n + 1]
    ends = [n for n, after in pairwise(lines) if after != n + 1]
    return tuple(map(model.line_ref, (lines[0], *parting), (*ends, lines[-1])))


def _settled(task: Task, message: model.Item | None, points: list[model.Item]) -> Settled:
    """Return the claim and the points, with what of the draft has facts that they lack."""
    claim = message or task.message
    new = [*filter(None, (message, *points))]
    drafted = [each for each in _drafted(task) if each != claim]
    told = _facts([*new, *([claim] if claim else [])])
    kept: list[model.Item] = []
    was = dict[int, list[str]]()
    for each in drafted:
        near = _nearest(each, new)
        if near is None or not (_facts([each]) <= told and (points or _alike(each, new[near]))):
            kept.append(each)
        elif each.text != new[near].text:
            was.setdefault(near, []).append(plain(each.text))
    if not task.most and any(each is task.message for each in kept):
        return Settled(task.message, ())
    new = [
        item.model_copy(update={"was": escape(" / ".join(was[n]))}) if n in was else item
        for n, item in enumerate(new)
    ]
    shown = [
        item for item in (*new[bool(message) :], *kept) if claim is None or item.text != claim.text
    ]
    items = sorted(shown, key=lambda item: max(item.lines, default=(0, 0)))
    return Settled(new[0] if message else claim, tuple(items))


def _facts(items: Iterable[model.Item]) -> set[str]:
    return {fact.value for item in items for fact in facts(plain(item.text))}


def _nearest(item: model.Item, new: Sequence[model.Item]) -> int | None:
    """Return which of the ``new`` statements says most of what a drafted one says."""
    if not new:
        return None
    own = plain(item.text)
    return max(range(len(new)), key=lambda n: (overlap(own, plain(new[n].text)), -n))


def _alike(one: model.Item, other: model.Item) -> bool:
    return overlap(plain(one.text), plain(other.text)) >= _ALIKE


def _lines(item: model.Item) -> set[int]:
    return {n for first, last in item.lines for n in range(first, last + 1)}


def placed(outline: model.Outline, task: Task, settled: Settled, form: str) -> model.Outline:
    """Return ``outline`` with what a section, a card or the summary says now."""
    if task.path and isinstance(_at(outline, task.path), model.Item):
        return _on_card(outline, task, settled)
    changes: dict[str, Any] = {}
    if (claim := settled.claim) and claim != task.message:
        changes = {"message": claim.text, "from_": claim.from_, "how": claim.how, "was": claim.was}
    if settled.points != task.points:
        if not task.path:
            changes["summary"] = settled.points
        else:
            blocks = _at(outline, task.path).blocks
            changes["blocks"] = tuple(_blocks(blocks, task.at, settled.points, form))
    return _with(outline, task.path, changes) if changes else outline


def _on_card(outline: model.Outline, task: Task, settled: Settled) -> model.Outline:
    """Return ``outline`` with what a card says now, and the section that it tells."""
    card, claim = _at(outline, task.path), settled.claim
    if claim is None or (claim == task.message and settled.points == task.points):
        return outline
    said = {"from_": claim.from_, "how": claim.how, "was": claim.was}
    head = card.from_[:1]
    made = outline
    for path, section in sections(outline.sections):
        if section.title == card.title and section.message == card.text:
            head = tuple(ref for ref in card.from_ if ref not in section.from_)
            made = _with(made, path, {"message": claim.text, **said})
    refs = (*head, *(ref for ref in claim.from_ if ref not in head))
    changes = {"text": claim.text, "items": settled.points, **said, "from_": refs}
    return _with(made, task.path, changes)


def _blocks(
    blocks: Sequence[model.Block], at: tuple[int, ...], items: Sequence[model.Item], form: str
) -> Iterator[model.Block]:
    """Yield ``blocks`` with ``items`` where the points stand, or before all else."""
    made = [*_shown(items, form)] if items else []
    if not at:
        yield from made
    for n, block in enumerate(blocks):
        if at and n == at[0]:
            yield from made
        elif n not in at:
            yield block


def _shown(items: Sequence[model.Item], form: str) -> Iterator[model.Block]:
    firsts = [min(_lines(item), default=0) for item in items]
    follow = len(items) > 1 and all(one < other for one, other in pairwise(firsts))
    if form == "steps" and follow and all(width(plain(item.text)) <= _STEP for item in items):
        steps = [model.Step(title=i.text, from_=i.from_, how=i.how, was=i.was) for i in items]
        yield model.StepsBlock(steps=tuple(steps), only="deck")
        return
    for some in parted(items, limits.SLIDE_LINES):
        yield model.BulletsBlock(bullets=some, only="deck")


def _at(node: Any, path: Path) -> Any:
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
    return node


def _with(node: _T, path: Path, changes: dict[str, Any]) -> _T:
    """Return ``node`` with the part at ``path`` changed."""
    here: Any = node
    if not path:
        made = here.model_copy(update=changes)
    elif isinstance(step := path[0], int):
        made = (*here[:step], _with(here[step], path[1:], changes), *here[step + 1 :])
    else:
        made = here.model_copy(update={step: _with(getattr(here, step), path[1:], changes)})
    return cast("_T", made)
