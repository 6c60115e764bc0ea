"""Processes that stay, and do one task after another, each within bounds of time and memory.

Each has pipes of its own, so what dies, hangs or passes its bounds takes its task alone with it
(`docs/decisions/0025`). The bounds are those of POSIX; elsewhere there are processes without.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from shiryo import limits, worker
from shiryo.values import dataclass

T = TypeVar("T")
_AHEAD_BYTES = 32_000
"""The largest task that is put into a pipe whose process is still at work: it holds 64 KB, so
nobody waits for the other."""
_FAILED_STARTS = 3
"""Processes in a row that may end before they were ready."""
_BY_TIME = -getattr(signal, "SIGALRM", 0)


class Broken(Exception):
    """No process could be started; the message says what one said."""


@dataclass(frozen=True)
class Bounds:
    """What a process may take."""

    seconds: float = limits.DOCUMENT_SECONDS
    """For a task, by the clock."""
    megabytes: int = limits.DOCUMENT_MEGABYTES
    """For all its tasks, besides what it has when it is ready."""
    tasks: int = limits.DOCUMENTS
    """After which another takes its place."""


@dataclass(frozen=True)
class Done(Generic[T]):
    """What came of a task."""

    task: T
    value: Any = None
    """What the function returned."""
    stopped: "worker.Bound | None" = None
    """Why it returned nothing."""


class Pool(Generic[T]):
    """Processes that call a function, which ``prepare(given)`` returns in each, for tasks.

    ``prepare``, ``given``, tasks and results are such as `pickle` knows. The function raises
    nothing; what it raises all the same ends its process.
    """

    def __init__(
        self,
        prepare: Callable[[Any], Callable[[T], Any]],
        given: Any,
        count: int,
        bounds: Bounds = Bounds(),  # noqa: B008 (it never changes)
    ) -> None:
        self._setup = pickle.dumps((prepare, given, bounds))
        self._count, self._tasks = count, bounds.tasks
        self._members: list[_Member[T]] = []
        self._again: deque[T] = deque()
        """Tasks whose process died: of somebody else's task, or by chance."""
        self._tried: list[T] = []
        """Those that were begun and are tried once more."""
        self._failed_starts = 0

    def __enter__(self) -> "Pool[T]":
        """Begin."""
        return self

    def __exit__(self, *_error: object) -> None:
        """End all processes, whatever they do."""
        for member in self._members:
            member.end()

    def run(self, tasks: Iterable[T]) -> Iterator[list[Done[T]]]:
        """Yield what came of ``tasks``, together what came at once; none is taken before its time.

        A task whose process dies without a reason known is tried once more. Raises Broken.
        """
        waiting = iter(tasks)
        while True:
            self._fill(waiting)
            busy = [member for member in self._members if member.tasks]
            if not busy:
                return
            found: list[Done[T]] = []
            ready = set(wait([member.results for member in busy]))
            for member in busy:
                if member.results in ready:
                    found += self._taken(member)
            if found:
                yield found

    def _fill(self, waiting: Iterator[T]) -> None:
        """Give every process two tasks: one to work at, and one to go on with."""
        for wanted in (1, 2):
            for n in range(self._count):
                while n >= len(self._members) or len(self._members[n].tasks) < wanted:
                    task = self._again.popleft() if self._again else next(waiting, _END)
                    if task is _END:
                        return
                    if n >= len(self._members):
                        self._members.append(_Member(self._setup))
                    member = self._members[n]
                    if not member.give(task, ahead=wanted > 1):  # type: ignore[arg-type]
                        self._again.appendleft(task)  # type: ignore[arg-type]
                        break

    def _taken(self, member: "_Member[T]") -> list[Done[T]]:
        """Return what a process has told."""
        try:
            kind, value = pickle.loads(member.results.recv_bytes())
        except (EOFError, OSError, pickle.UnpicklingError):  # it died, perhaps while it was telling
            return self._died(member)
        if kind == "ready":
            self._failed_starts, member.is_ready = 0, True
            return []
        if kind == "broken":
            raise Broken(value)
        task = member.tasks.popleft()
        member.count += 1
        if kind == "stopped" or member.count >= self._tasks:
            self._replace(member)
        return [Done(task, stopped=value) if kind == "stopped" else Done(task, value)]

    def _died(self, member: "_Member[T]") -> list[Done[T]]:
        code = member.end()
        if not member.is_ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise Broken(f"exit code {code}")
        begun = member.tasks.popleft() if member.is_ready else None
        self._replace(member)
        if begun is None:
            return []
        if code == _BY_TIME:
            return [Done(begun, stopped="time")]
        if begun in self._tried:
            self._tried.remove(begun)
            return [Done(begun, stopped="crash")]
        self._tried.append(begun)
        self._again.append(begun)
        return []

    def _replace(self, member: "_Member[T]") -> None:
        """End a process; what it has not begun is for others."""
        member.end()
        self._again.extendleft(reversed(member.tasks))
        self._members.remove(member)


_END = object()


class _Member(Generic[T]):
    """A process, and what was given to it."""

    def __init__(self, setup: bytes) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._given = context.Pipe(duplex=False)
        self.results, told = context.Pipe(duplex=False)
        self._process = context.Process(target=_serve, args=(setup, theirs, told), daemon=True)
        self._process.start()
        theirs.close()
        told.close()
        self.tasks: deque[T] = deque()
        self.count = 0
        self.is_ready = False

    def give(self, task: T, *, ahead: bool) -> bool:
        """Give it a task; False where it has to be asked for one first."""
        data = pickle.dumps(task)
        if ahead and (len(data) > _AHEAD_BYTES or not self.is_ready):
            return False
        self.tasks.append(task)
        with contextlib.suppress(OSError):  # it died, which its other pipe tells
            self._given.send_bytes(data)
        return True

    def end(self) -> int | None:
        """End the process; return its exit code."""
        if not self._given.closed:
            self._given.close()
            self._process.kill()
            self._process.join()
            self.results.close()
        return self._process.exitcode


def _serve(setup: bytes, given: Connection, told: Connection) -> None:
    """Do what is given, until no more is."""
    _quiet()
    prepare, values, bounds = pickle.loads(setup)
    try:
        function = prepare(values)
    except Exception as error:
        _tell(told, "broken", f"{type(error).__name__}: {error}")
        return
    worker.confine_memory(bounds.megabytes)
    _tell(told, "ready", None)
    while True:
        try:
            task = pickle.loads(given.recv_bytes())
        except (EOFError, OSError):  # the caller is gone, or wants no more
            os._exit(0)
        _allow(bounds.seconds)
        try:
            made = pickle.dumps(("value", function(task)))
        except MemoryError:
            made = pickle.dumps(("stopped", "memory"))
        except RecursionError:
            made = pickle.dumps(("stopped", "crash"))
        _allow(0)
        try:
            told.send_bytes(made)
        except OSError:
            os._exit(0)


def _tell(told: Connection, kind: str, value: Any) -> None:
    told.send_bytes(pickle.dumps((kind, value)))


def _allow(seconds: float) -> None:
    """Have the system end this process after so many seconds; 0: not at all.

    It does so even where the caller is dead, or this process answers to nothing else.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _quiet() -> None:
    """Leave Ctrl-C to the caller, who ends this process; put nothing on the screen."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdout = sys.stderr = open(nothing, "w")  # noqa: PTH123, SIM115  (a descriptor)
