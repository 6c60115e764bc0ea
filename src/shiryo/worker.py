"""A function called in a process of its own, whose time and memory the system bounds.

For what libraries do with a stranger's file, where they have no bound themselves. The process is a
fork: it starts in some milliseconds, needs no copy of the arguments, and what it imports for its
work the caller never pays for. A caller with threads, or a system without ``fork``, gets a fresh
interpreter instead (`docs/decisions/0015`). The bounds are those of POSIX (``setrlimit``).
"""

import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any, Literal, NoReturn, TypeVar

from shiryo import limits

try:
    import resource
except ImportError:  # no POSIX: a process of its own, but no bounds
    resource = None  # type: ignore[assignment]

T = TypeVar("T")
Bound = Literal["time", "memory", "crash"]
_FRESH = "import sys; sys.path[:] = {path!r}; from shiryo.worker import serve; serve()"
_STARTED = 0.5
"""CPU seconds that a fresh interpreter may take until it begins."""
_MEGABYTE = 1_000_000
_ENDED: dict[int, Bound] = {
    getattr(signal, "SIGXCPU", 0): "time",
    signal.SIGABRT: "memory",  # what libraries in C++ do when there is no more
}
"""What a process that ended by a signal had passed."""


class Stopped(Exception):
    """The process passed its bound of ``time`` or ``memory``, or died of a ``crash``."""

    def __init__(self, bound: Bound) -> None:
        super().__init__(bound)
        self.bound = bound


def call(function: Callable[..., T], *args: Any) -> T:
    """Return ``function(*args)``, called within `limits.READ_SECONDS` and `limits.READ_MEGABYTES`.

    Function, arguments and result are such as `pickle` knows. Raises what the function raises, and
    `Stopped`. The process never outlives the call, however that ends.
    """
    run = _forked if hasattr(os, "fork") and threading.active_count() == 1 else _fresh
    result, status = run(function, args)
    if not result:
        raise Stopped(_ENDED.get(-status, "crash"))
    try:
        kind, value = pickle.loads(result)
    except (pickle.UnpicklingError, EOFError) as error:  # it died while it was telling
        raise Stopped("crash") from error
    if kind == "stopped":
        raise Stopped(value)
    if kind == "raised":
        raise value
    return value  # type: ignore[no-any-return]


def extend(seconds: float) -> None:
    """Allow the process ``seconds`` more, up to `limits.MOST_READ_SECONDS` in all.

    For work that shows what it was for: a page read. Nothing happens outside a worker.
    """
    global _allowed  # noqa: PLW0603 (of this process)
    if _allowed:
        _allowed += seconds
        _bound(resource.RLIMIT_CPU, int(_allowed + 0.999), limits.MOST_READ_SECONDS)


_allowed = 0.0
"""CPU seconds that this process may take; 0 outside a worker."""


def _forked(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[bytes, int]:
    """Return the pickled result of a fork, and how it ended."""
    ours, theirs = os.pipe()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    child = os.fork()
    if not child:
        _work(function, args, theirs, limits.READ_SECONDS, unused=ours, signals=before)
    try:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(theirs)
        with open(ours, "rb") as pipe:  # noqa: PTH123  (a descriptor)
            result = pipe.read(limits.RESULT_BYTES)
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)  # it has told all, or is no longer wanted
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return result, status


def _fresh(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[bytes, int]:
    """Return the pickled result of a fresh interpreter, and how it ended."""
    command = [sys.executable, "-I", "-c", _FRESH.format(path=sys.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            result = process.communicate(pickle.dumps((function, args)))[0]
        finally:
            process.kill()
    return result, process.returncode


def serve() -> NoReturn:
    """Do what standard input asks for, in a fresh interpreter."""
    function, args = pickle.load(sys.stdin.buffer)
    pipe = os.dup(1)
    _work(function, args, pipe, limits.READ_SECONDS + _STARTED, unused=sys.stdin.fileno())


def _work(
    function: Callable[..., Any],
    args: tuple[Any, ...],
    pipe: int,
    seconds: float,
    *,
    unused: int,
    signals: Iterable[int] = (),
) -> NoReturn:
    """Call the function within the bounds, tell the result and end, without cleaning up."""
    try:
        os.close(unused)
        _confine(seconds, signals)
        with open(pipe, "wb") as out:
            out.write(_outcome(function, args))
    finally:
        os._exit(0)


def _outcome(function: Callable[..., Any], args: tuple[Any, ...]) -> bytes:
    try:
        return pickle.dumps(("value", function(*args)))
    except MemoryError:
        return pickle.dumps(("stopped", "memory"))
    except RecursionError:
        return pickle.dumps(("stopped", "crash"))
    except Exception as error:
        error.__cause__ = error.__context__ = error.__traceback__ = None  # some pickle them, too
        try:
            return pickle.dumps(("raised", error))
        except Exception:  # an exception that cannot be handed on
            return pickle.dumps(("raised", RuntimeError(f"{type(error).__name__}: {error}")))


def _confine(seconds: float, signals: Iterable[int]) -> None:
    """Bound this process: time, memory, no file written, no process started, nothing on screen."""
    global _allowed  # noqa: PLW0603 (of this process)
    sys.dont_write_bytecode = True
    if resource is None:
        return
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, signals)
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    sys.stdout = sys.stderr = open(nothing, "w")  # noqa: PTH123, SIM115  (a descriptor)
    _allowed = seconds
    _bound(resource.RLIMIT_CPU, int(seconds + 0.999), limits.MOST_READ_SECONDS)
    confine_memory(limits.READ_MEGABYTES)
    for each in (resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC):
        _bound(each, 0)


def confine_memory(megabytes: int) -> None:
    """Let this process take so much more memory than it has, where the system bounds it."""
    if resource is not None:
        _bound(resource.RLIMIT_AS, _used() + megabytes * _MEGABYTE)
        _bound(resource.RLIMIT_CORE, 0)


def _bound(kind: int, most: int, hard: int | None = None) -> None:
    """Set a bound; one that the caller's system sets closer stays."""
    highest = resource.getrlimit(kind)[1]
    wanted = most if hard is None else hard
    hard = wanted if highest == resource.RLIM_INFINITY else min(wanted, highest)
    with suppress(ValueError, OSError):  # a system that knows no such bound
        resource.setrlimit(kind, (min(most, hard), hard))


def _used() -> int:
    """Return the bytes of address space that this process has, 0 where nothing tells."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 1 << 40  # the bound is of no use then
