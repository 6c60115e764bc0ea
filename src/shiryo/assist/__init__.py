"""Model-assisted wording: statements of a draft, worded anew by a model that the user names.

The model only gets to word what is drafted already. Each suggestion is held against the lines that
its statement cites (`accept`); what they do not bear out is dropped and reported, and the drafted
wording stays. What is taken over says so: ``how: [assist]``. The author's own lists, and all that a
handout says in full, are not touched.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from shiryo import inline
from shiryo.article.model import Article
from shiryo.assist.accept import reason_against
from shiryo.assist.answer import Unreadable, Wording, wordings
from shiryo.assist.prompt import Asked, prompt
from shiryo.diagnostics import Diagnostic, Diagnostics, Path, Span, diagnose
from shiryo.inline import escape
from shiryo.messages import wording
from shiryo.outline import model
from shiryo.outline.statements import sections

__all__ = ["MARK", "Ask", "NoAnswer", "Unusable", "reword"]

MARK = "assist"
"""What `Sourced.how` says of a statement that a model worded."""

Ask = Callable[[str, str], str]
"""Hands a model its instructions and its task, and returns what it says.

Raises NoAnswer, or Unusable where asking again would be in vain.
"""
_PATIENCE = 3
"""Sections in a row without an answer after which no more is asked."""


class NoAnswer(Exception):
    """The model gave no answer this time; the text says why, in Japanese."""


class Unusable(Exception):
    """The endpoint will never answer as it is set up; ``code`` is the diagnostic to show."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class _Target:
    """A drafted statement, and where in the outline it is."""

    path: Path
    field: str
    text: str
    refs: tuple[str, ...]


def reword(outline: model.Outline, article: Article, ask: Ask) -> tuple[model.Outline, Diagnostics]:
    """Return ``outline`` with what a model words better, and what became of each suggestion.

    Asks once a section that has something to word. Raises Unusable if the very first question
    shows that the endpoint cannot be used.
    """
    found: list[Diagnostic] = []
    taken = asked = silent = 0
    for title, targets in _groups(outline):
        span = Span(article.file, *model.line_range(targets[0].refs[0]))
        if silent == _PATIENCE:
            found.append(diagnose("assist.gave-up", span, title=title))
            break
        try:
            suggested = wordings(ask(*prompt(title, _questions(targets, article))))
        except (NoAnswer, Unreadable) as error:
            silent += 1
            found.append(diagnose("assist.no-answer", span, title=title, reason=str(error)))
            continue
        except Unusable as error:
            if not asked:
                raise
            found.append(diagnose("assist.no-answer", span, title=title, reason=error.code))
            silent = _PATIENCE
            continue
        silent, asked = 0, asked + 1
        better, dropped = _judged(targets, suggested, article)
        found += dropped
        taken += len(better)
        for target, text in better:
            outline = _with(outline, target.path, {target.field: escape(text), "how": (MARK,)})
    if taken:
        outline = outline.model_copy(update={"review": (*outline.review, _note(taken))})
    dropped_count = sum(d.code == "assist.dropped" for d in found)
    found.append(diagnose("assist.done", taken=taken, dropped=dropped_count))
    return outline, tuple(found)


def _groups(outline: model.Outline) -> Iterator[tuple[str, list[_Target]]]:
    """Yield what to word, a section at a time, then the summary."""
    for path, section in sections(outline.sections):
        if targets := list(_of_section(path, section)):
            yield section.title, targets
    summary = [
        _Target(("summary", n), "text", item.text, item.from_)
        for n, item in enumerate(outline.summary)
        if item.text and item.from_
    ]
    if summary:
        yield outline.title, summary


def _of_section(path: Path, section: model.Section) -> Iterator[_Target]:
    if section.message and section.from_:
        yield _Target(path, "message", section.message, section.from_)
    for n, block in enumerate(section.blocks):
        if isinstance(block, model.BulletsBlock) and block.only == "deck":
            for k, item in enumerate(block.bullets):
                if item.text and item.from_ and not item.title:
                    at = (*path, "blocks", n, "bullets", k)
                    yield _Target(at, "text", item.text, item.from_)


def _questions(targets: list[_Target], article: Article) -> list[Asked]:
    return [
        Asked(n, inline.plain(inline.parse(target.text)), _cited(target, article))
        for n, target in enumerate(targets, 1)
    ]


def _cited(target: _Target, article: Article) -> str:
    return "\n".join(article.cited(*model.line_range(ref)) for ref in target.refs)


def _judged(
    targets: list[_Target], suggested: list[Wording], article: Article
) -> tuple[list[tuple[_Target, str]], list[Diagnostic]]:
    """Part the suggestions into those that hold and reports of those that do not."""
    better: dict[int, str] = {}
    dropped: list[Diagnostic] = []
    drafted = [inline.plain(inline.parse(target.text)) for target in targets]
    for each in suggested:
        if not 1 <= each.id <= len(targets) or each.id in better:
            dropped.append(diagnose("assist.unasked", text=each.text[:60]))
            continue
        target, before = targets[each.id - 1], drafted[each.id - 1]
        text = each.text.strip().rstrip("。")
        if text == before:
            continue
        reason = reason_against(text, before, _cited(target, article))
        if text in (*better.values(), *drafted):
            reason = reason or wording("causes.assist.same")
        if reason:
            span = Span(article.file, *model.line_range(target.refs[0]))
            dropped.append(diagnose("assist.dropped", span, text=text[:60], reason=reason))
        else:
            better[each.id] = text
    return [(targets[n - 1], text) for n, text in sorted(better.items())], dropped


def _with(node: Any, path: Path, changes: dict[str, Any]) -> Any:
    """Return ``node`` with the part at ``path`` changed."""
    if not path:
        return node.model_copy(update=changes)
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return (*node[:step], _with(node[step], rest, changes), *node[step + 1 :])
    return node.model_copy(update={step: _with(getattr(node, step), rest, changes)})


def _note(taken: int) -> model.Review:
    text = wording("drafted.review.reworded", count=taken, mark=MARK)
    return model.Review(kind=MARK, text=text)
