"""The same on a Dask cluster: its workers make briefings, this process writes them.

What rows fill is sent along; what a row or a pattern names has to lie where every worker finds it.
"""

import contextlib
import logging
import queue
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self

from shiryo import __version__, limits
from shiryo.batch.making import Made, Order, Task, maker
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.pool import Done

_AHEAD = 3
"""Tasks for each thread of a worker that are given at once."""
_CONNECTED = 10
"""Seconds that a scheduler may take to answer."""
_LOOK = 1.0
"""Seconds after which it is looked whether the scheduler is there, and nothing hangs."""


class Cluster:
    """The workers of a scheduler. Raises Failed where it, a worker or a library is not there."""

    def __init__(self, address: str, order: Order) -> None:
        self._address, self._order = address, order
        self._name = f"shiryo-{uuid.uuid4().hex}"
        self._done: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._given: dict[Any, tuple[Task, float]] = {}
        """Future → task, and when it was given."""
        self._hung: set[Any] = set()

    def __enter__(self) -> Self:
        """Connect, and have all workers prepared, also those that come later."""
        if "://" not in self._address:
            raise self._failed("no-scheduler", reason=wording("batch.no-address"))
        logging.disable(logging.CRITICAL)  # it says in English what is said here
        try:
            import distributed
        except ImportError:
            raise Failed(diagnose("batch.no-library", extra="cluster")) from None
        try:
            self._client = distributed.Client(
                self._address, timeout=_CONNECTED, set_as_default=False
            )
        except (OSError, ValueError, TimeoutError) as error:
            logging.disable(logging.NOTSET)
            raise self._failed("no-scheduler", reason=str(error)[:200]) from None
        try:
            self._begin()
        except BaseException:
            self._close()
            raise
        return self

    def _begin(self) -> None:
        try:
            self._client.wait_for_workers(1, timeout=limits.CLUSTER_SECONDS)
        except TimeoutError:
            raise self._failed("no-workers", seconds=limits.CLUSTER_SECONDS) from None
        try:
            found = set(self._client.run(_version).values())
        except Exception as error:
            raise self._failed("other-workers", reason=str(error)[:200]) from None
        if found != {__version__}:
            raise self._failed("other-workers", reason="、".join(sorted(found)))
        self._client.register_plugin(_plugin(self._order), name=self._name)

    def __exit__(self, *_error: object) -> None:
        """Take back what is not done, and go."""
        with contextlib.suppress(Exception):
            self._client.cancel([*self._given], force=True)
            self._client.unregister_worker_plugin(self._name)
        self._close()

    def _close(self) -> None:
        with contextlib.suppress(Exception):
            self._client.close(timeout=2)
        _hush()  # its threads may still be ending
        logging.disable(logging.NOTSET)

    def run(self, tasks: Iterable[Task]) -> Iterator[list[Done[Task]]]:
        """Yield what came of ``tasks``, together what came at once. Raises Failed.

        What a worker was at that dies is done by another one; what three died of has failed.
        """
        waiting = iter(tasks)
        self._fill(waiting)
        while self._given:
            found = self._taken()
            self._fill(waiting)
            if found:
                yield found
            else:
                self._look()

    def _fill(self, waiting: Iterator[Task]) -> None:
        workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        most = _AHEAD * max(1, sum(worker["nthreads"] for worker in workers))
        while len(self._given) < most:
            task = next(waiting, None)
            if task is None:
                return
            future = self._client.submit(
                _make, self._name, task, pure=False, key=f"{self._name}-{task.number}"
            )
            self._given[future] = task, time.monotonic()
            future.add_done_callback(self._done.put)

    def _taken(self) -> list[Done[Task]]:
        """Return what was told since, after waiting for the first."""
        found = []
        with contextlib.suppress(queue.Empty):
            future = self._done.get(timeout=_LOOK)
            while True:
                found += self._value(future)
                future = self._done.get_nowait()
        return found

    def _value(self, future: Any) -> list[Done[Task]]:
        given = self._given.pop(future, None)
        if given is None:
            return []
        task = given[0]
        if future.status == "finished":
            with contextlib.suppress(Exception):  # its worker died before it was fetched
                value = future.result(timeout=limits.CLUSTER_SECONDS)
                assert isinstance(value, Made)
                return [Done(task, value)]
        elif future.status != "error":
            self._lost()
        return [Done(task, stopped="time" if future in self._hung else "crash")]

    def _lost(self) -> None:
        """Raise Failed where the scheduler is lost."""
        if self._client.status != "running":
            raise self._failed("scheduler-lost")

    def _look(self) -> None:
        """Raise Failed where the scheduler is lost; give up what takes too long."""
        self._lost()
        late = time.monotonic() - _AHEAD * limits.DOCUMENT_SECONDS
        hanging = [future for future, (_, given) in self._given.items() if given < late]
        if not hanging:
            return
        self._hung.update(hanging)
        running = self._client.processing()
        names = {future.key for future in hanging}
        workers = [worker for worker, keys in running.items() if names & set(keys)]
        self._client.cancel(hanging, force=True)
        with contextlib.suppress(Exception):
            self._client.restart_workers(workers)

    def _failed(self, code: str, **values: Any) -> Failed:
        span = Span(self._address)
        return Failed(diagnose(f"batch.{code}", span, address=self._address, **values))


def _version() -> str:
    return __version__


def _plugin(order: Order) -> Any:
    """Return what a worker holds as long as the batch lasts."""
    from distributed import WorkerPlugin

    class Prepared(WorkerPlugin):  # type: ignore[misc]
        """An order, and what makes its briefings once the first is wanted."""

        def __init__(self, order: Order) -> None:
            self.order = order
            self.made: Callable[[Task], Made] | None = None

        def make(self, task: Task) -> Made:
            self.made = self.made or maker(self.order)
            return self.made(task)

    return Prepared(order)


def _make(name: str, task: Task) -> Made:
    """Make a briefing, on a worker."""
    from distributed import get_worker

    return get_worker().plugins[name].make(task)  # type: ignore[no-any-return]


def _hush() -> None:
    """Let the library say nothing more of what it may still do."""
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
