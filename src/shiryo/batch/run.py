"""A batch from its plan to its manifest: what is missing is made, and put in its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from shiryo import worker
from shiryo.batch.making import Made as Result
from shiryo.batch.making import Order, Task
from shiryo.diagnostics import Diagnostic, Span, diagnose
from shiryo.limits import DOCUMENT_MEGABYTES, DOCUMENT_SECONDS
from shiryo.pool import Done
from shiryo.values import dataclass
from shiryo.workspace.delivery import Made
from shiryo.workspace.ledger import Ledger, Planned


class Workers(Protocol):
    """What makes briefings: processes of this machine, or those of others."""

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Done[Task]]]:
        """Yield what came of tasks."""
        ...


class Target(Protocol):
    """Where outputs go."""

    ledger: Ledger

    def stands(self, entry: Any) -> bool:
        """Tell whether what was made once is there as it was made."""
        ...

    def put(self, group: list[Made]) -> list[Made]:
        """Put outputs in their places; return what came of each."""
        ...


@dataclass
class Counts:
    """How far a batch is."""

    all: int
    made: int = 0
    same: int = 0
    """As they were made before."""
    failed: int = 0
    doubtful: int = 0
    """Made, with a warning."""

    @property
    def done(self) -> int:
        """How many are finished, in whatever way."""
        return self.made + self.same + self.failed


Failure = Callable[[str, str, "tuple[Diagnostic, ...]"], None]
"""Is told the place and the name of what failed, and why."""


@dataclass(frozen=True)
class Batch:
    """A run of a plan, which is in the ledger of its target."""

    order: Order
    target: Target
    counts: Counts
    resume: bool
    failed: Failure

    def run(self, workers: Workers, told: Callable[[], None]) -> None:
        """Make all that is wanted; ``told`` is called whenever some of it is done.

        Raises Failed where nothing can be written any more, `pool.Broken`.
        """
        for group in workers.run(self._tasks()):
            made = [one for done in group if (one := self._made(done))]
            if same := [done.task.number for done in group if not _is_new(done)]:
                self.counts.same += len(same)
                self.target.ledger.finish(same)
            if made:
                places = {done.task.number: done.task.place for done in group}
                for one in self.target.put(made):
                    self._count(one, places[one.number])
            told()

    def _tasks(self) -> Iterator[Task]:
        ledger = self.target.ledger
        for planned in ledger.planned():
            if planned.diagnostics:
                self.counts.failed += 1
                self.failed(planned.place, planned.name, _told(planned))
                continue
            entry = ledger.entry(planned.name) if self.resume else None
            known = entry.source if entry and self.target.stands(entry) else ""
            task = Task(planned.number, planned.name, planned.place, known=known)
            if self.order.job:
                yield replace(task, values=planned.task)
            else:
                yield replace(task, path=planned.task)

    def _made(self, done: Done[Task]) -> Made | None:
        """Return what is to be put in its place; None where it stands there."""
        task, result = done.task, done.value
        if done.stopped:
            stopped = (_stopped(done.stopped, task),)
            return Made(task.number, task.name, "", {}, stopped, True)
        assert isinstance(result, Result)
        if result.outputs is None:
            return None
        return Made(
            task.number, task.name, result.source, result.outputs, result.diagnostics,
            result.failed, result.seconds,
        )  # fmt: skip

    def _count(self, made: Made, place: str) -> None:
        if made.failed:
            self.counts.failed += 1
            self.failed(place, made.name, made.diagnostics)
        else:
            self.counts.made += 1
            self.counts.doubtful += any(d.severity == "warning" for d in made.diagnostics)


def _is_new(done: Done[Task]) -> bool:
    return bool(done.stopped) or done.value.outputs is not None


def _stopped(bound: worker.Bound, task: Task) -> Diagnostic:
    return diagnose(
        f"batch.stopped-{bound}", Span(task.path or task.place),
        seconds=DOCUMENT_SECONDS, megabytes=DOCUMENT_MEGABYTES,
    )  # fmt: skip


def _told(planned: Planned) -> tuple[Diagnostic, ...]:
    from shiryo.diagnostics import Severity

    return tuple(
        Diagnostic(d["code"], Severity(d["severity"]), d["message"], Span(d["at"]), d["hint"])
        for d in planned.diagnostics
    )
