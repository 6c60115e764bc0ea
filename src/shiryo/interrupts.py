"""Being told to stop: Ctrl-C, SIGTERM and SIGHUP unwind the program, so that all is tidied up.

`install` is for the process's first line. A signal then raises SystemExit wherever the program is,
with exit code 128 + its number, and one line is said at the end; `held` puts it off where a
thing must be done whole. A signal that is ignored (``nohup``) stays so.
"""

import atexit
import os
import signal
import sys
from types import FrameType

_TOLD = "中断しました\n".encode()
_SIGNALS = [
    number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None))
]
_OURS = (signal.SIG_DFL, signal.default_int_handler)


class _State:
    held = 0
    waiting: int | None = None
    last: int = signal.SIGINT
    told = False
    is_blocked = False
    line = _TOLD


def install() -> None:
    """Have signals end the program in words; for the main thread of a process of its own."""
    for number in _SIGNALS:
        if signal.getsignal(number) in _OURS:
            signal.signal(number, _stop)


def blocked() -> None:
    """Have signals end the process without unwinding: a thread waits where nothing wakes it."""
    _State.is_blocked = True


def ignore() -> None:
    """Ignore signals from now on: all is done, and the process is about to end."""
    for number in _SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_IGN)


def explain(line: str) -> None:
    """Have another ``line`` said at the end, by whoever knows more of what was stopped."""
    _State.line = f"{line}\n".encode()


def say() -> None:
    """Say in one line that the program was stopped."""
    try:
        if sys.stderr is not None:  # where it is closed, its number may be another file's
            os.write(sys.stderr.fileno(), _State.line)
    except (OSError, ValueError):
        return


def code() -> int:
    """Return the exit code of the last signal, where a library made something else of it."""
    return 128 + _State.last


def _stop(number: int, _frame: FrameType | None) -> None:
    _State.last = number
    if _State.held:
        _State.waiting = number
        return
    if _State.is_blocked:
        say()
        os._exit(128 + number)
    if not _State.told:
        _State.told = True
        atexit.register(say)
    raise SystemExit(128 + number)


class held:  # noqa: N801
    """A context in which a signal waits until its end."""

    def __enter__(self) -> None:
        """Let signals wait."""
        _State.held += 1

    def __exit__(self, *_error: object) -> None:
        """Do what a signal asked for meanwhile."""
        _State.held -= 1
        number = _State.waiting
        if not _State.held and number is not None:
            _State.waiting = None
            _stop(number, None)
