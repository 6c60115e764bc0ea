"""How far a batch is: a line that changes on a terminal, else a plain one now and then."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from shiryo.cli.show import Show
from shiryo.cli.terminal import tell
from shiryo.messages import wording

_EACH = 30
"""Seconds between two plain lines."""
_DRAWN = 0.2
"""Seconds between two on a terminal."""
_CLEAR = "\r\x1b[K"


class Counted(Protocol):
    """What is counted."""

    all: int
    made: int
    failed: int

    @property
    def done(self) -> int:
        """How many are finished."""
        ...


class Progress:
    """Shows how far ``counts`` are, how quick that goes, and how long it still takes."""

    def __init__(self, show: Show, counts: Counted) -> None:
        self._counts = counts
        self._is_shown = not (show.quiet or show.as_json)
        self._is_live = self._is_shown and bool(sys.stderr and sys.stderr.isatty())
        self._began = self._said = time.monotonic()
        self._first: tuple[float, int] | None = None
        """When the first was done, and how many then: what comes before is no measure."""

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Show it; at the end a terminal's line is clear."""
        self._draw()
        try:
            yield
        finally:
            self.clear()

    def told(self) -> None:
        """Show what was done since."""
        now = time.monotonic()
        if self._first is None:
            self._first = now, self._counts.done
        if now - self._said >= (_DRAWN if self._is_live else _EACH):
            self._said = now
            if self._is_live:
                self._draw()
            elif self._is_shown:
                tell(self._line())

    def clear(self) -> None:
        """Make room for a line of somebody else's."""
        if self._is_live:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()

    def _draw(self) -> None:
        if self._is_live:
            sys.stderr.write(_CLEAR + self._line())
            sys.stderr.flush()

    def _line(self) -> str:
        counts = self._counts
        said = wording(
            "batch.progress.done",
            done=f"{counts.done:,}", all=f"{counts.all:,}", failed=f"{counts.failed:,}",
        )  # fmt: skip
        since, before = self._first or (self._began, 0)
        seconds, count = time.monotonic() - since, counts.done - before
        if seconds < 1 or not count:
            return said
        rate = count / seconds
        left = duration((counts.all - counts.done) / rate)
        return said + wording("batch.progress.rate", rate=f"{rate:.1f}", left=left)


def duration(seconds: float) -> str:
    """Return how long that is, in words."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return wording("batch.progress.hours", hours=f"{hours:,}", minutes=minutes)
    if minutes:
        return wording("batch.progress.minutes", minutes=minutes, seconds=rest)
    return wording("batch.progress.seconds", seconds=rest)
