"""Model-assisted drafting: sections of a draft, said anew by a model that the user names.

The model is given the lines of a section, numbered, and what is drafted of it. It answers with a
message and points, each with the lines that it is from. Each is held against those lines
(`accept`); what they do not bear out is dropped and reported. What is taken over says so:
``how: [assist]``, and ``was`` has the drafted words. Facts of the draft that the model leaves out
stay. The author's own lists, and all that a handout says in full, are not touched.
"""

from collections.abc import Callable, Iterator

from shiryo.article.model import Article
from shiryo.assist.answer import Answer, Unreadable, read
from shiryo.assist.apply import MARK, judged, placed
from shiryo.assist.asking import Ask, NoAnswer, Unusable
from shiryo.assist.prompt import prompt
from shiryo.assist.tasks import Task, summary, tasks
from shiryo.diagnostics import Diagnostic, Diagnostics, Span, diagnose
from shiryo.messages import wording
from shiryo.outline import model

__all__ = ["MARK", "Ask", "NoAnswer", "Unusable", "is_answer", "prompts", "reword"]

_PATIENCE = 3
"""Sections in a row without an answer after which no more is asked."""


def prompts(outline: model.Outline, article: Article) -> Iterator[tuple[str, str]]:
    """Yield all that a model would be told: instructions and task, a section at a time."""
    for task in (*tasks(outline, article), summary(outline, article)):
        if task.lines:
            yield prompt(task, article, outline.draft.style)


def is_answer(said: str) -> bool:
    """Tell whether what a model says can be read."""
    try:
        read(said)
    except Unreadable:
        return False
    return True


def reword(
    outline: model.Outline,
    article: Article,
    ask: Ask,
    tell: Callable[[int, int, str], None] = lambda _n, _count, _title: None,
) -> tuple[model.Outline, Diagnostics]:
    """Return ``outline`` with what a model says better, and what became of each suggestion.

    Asks once a section, then once for the summary; ``tell`` hears which of how many, before each.
    Raises Unusable if the very first question shows that the endpoint cannot be used.
    """
    asking = _Asking(article, ask, outline.draft.style)
    found = list(tasks(outline, article))
    for n, task in enumerate(found, 1):
        tell(n, len(found) + 1, task.title)
        outline = asking.answered(outline, task)
    last = summary(outline, article)
    if last.lines:
        tell(len(found) + 1, len(found) + 1, last.title)
        outline = asking.answered(outline, last)
    if asking.taken:
        text = wording("drafted.review.reworded", count=asking.taken, mark=MARK)
        note = model.Review(kind=MARK, text=text)
        outline = outline.model_copy(update={"review": (*outline.review, note)})
    dropped = sum(d.code == "assist.dropped" for d in asking.found)
    done = diagnose("assist.done", taken=asking.taken, dropped=dropped)
    return outline, (*asking.found, done)


class _Asking:
    """Asks for a section at a time, and keeps what became of it."""

    def __init__(self, article: Article, ask: Ask, style: model.Style) -> None:
        self._article = article
        self._ask = ask
        self._style = style
        self._asked = 0
        self._silent = 0
        self.found: list[Diagnostic] = []
        self.taken = 0

    def answered(self, outline: model.Outline, task: Task) -> model.Outline:
        """Return ``outline`` with what the answer to a task gives."""
        span = self._article.span(task.lines[0], task.lines[-1])
        if self._silent >= _PATIENCE:
            if self._silent == _PATIENCE:
                self.found.append(diagnose("assist.gave-up", span, title=task.title))
            self._silent += 1
            return outline
        answer = self._answer(task, span)
        if answer is None:
            return outline
        settled, dropped = judged(task, answer, self._article)
        self.found += dropped
        self.taken += settled.taken
        return placed(outline, task, settled, answer.form)

    def _answer(self, task: Task, span: Span) -> Answer | None:
        """Return what the model answers; None, with a report, where it gives no answer."""
        try:
            answer = read(self._ask(*prompt(task, self._article, self._style)))
        except (NoAnswer, Unreadable) as error:
            self._silent += 1
            self.found.append(
                diagnose("assist.no-answer", span, title=task.title, reason=str(error))
            )
            return None
        except Unusable as error:
            if not self._asked:
                raise
            self._silent = _PATIENCE
            self.found.append(
                diagnose("assist.no-answer", span, title=task.title, reason=error.code)
            )
            return None
        self._silent, self._asked = 0, self._asked + 1
        return answer
