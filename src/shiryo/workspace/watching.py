"""Waiting for a change of what an outline is built from.

What the system tells of folders only wakes: whether a file changed is seen by its size, time and
identity, so that no save is missed, be it by renaming, by writing in place, or while a round is
being built. Where nothing is told (some network drives) it is looked at every few seconds.
"""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from shiryo import limits
from shiryo.workspace import templates
from shiryo.workspace.job import Job

Stamp = Mapping[Path, tuple[int, int, int] | None]
"""Of each file its time, size and identity; None where there is none."""

_SETTLED = 0.1
"""Seconds for which nothing changes once a file is written."""
_PATIENCE = 2.0
"""Seconds for which a file is waited for that is being written, or that is gone."""


class Watch:
    """The files behind an outline."""

    def __init__(self, outline: Path) -> None:
        self._outline = outline
        self._paths = frozenset((outline, *_templates(outline.parent)))
        self._known: Stamp = {}

    def begin(self) -> None:
        """Note how the files are before they are read."""
        self._known = _stamp(self._paths)

    def reads(self, job: Job) -> None:
        """Watch what a job has read, from now on; until the next one, all that was watched."""
        names = {job.outline.deck.template, job.outline.handout.template}
        named = (self._outline.parent / name for name in names if "/" in name or "\\" in name)
        found = {self._outline, *job.inputs, *_templates(self._outline.parent)}
        found |= {path for folder in named for path in _contents(folder)}
        self._paths = frozenset(found)
        self._known = {**_stamp(self._paths - self._known.keys()), **self._known}

    def wait(self) -> list[Path]:
        """Return the files that changed since they were read; wait for the first of them."""
        for _ in _woken({path.parent for path in self._paths}):
            if self._changed(_stamp(self._paths)):
                return self._changed(self._settled())
        return []

    def _changed(self, now: Stamp) -> list[Path]:
        return sorted(path for path in self._paths if now.get(path) != self._known.get(path))

    def _settled(self) -> Stamp:
        """Return how the files are once they are written, and the outline is there again."""
        until = time.monotonic() + _PATIENCE
        now = _stamp(self._paths)
        while time.monotonic() < until:
            time.sleep(_SETTLED)
            before, now = now, _stamp(self._paths)
            if before == now and now.get(self._outline):
                break
        return now


def _woken(folders: Iterable[Path]) -> Iterator[None]:
    """Yield at once, and whenever something may have changed in ``folders``."""
    from watchfiles import watch

    yield
    there = {next(path for path in (f, *f.parents) if path.is_dir()) for f in folders}
    every = limits.WATCH_SECONDS * 1000
    told = watch(
        *sorted(there),
        watch_filter=None,
        debounce=400,
        rust_timeout=every,
        yield_on_timeout=True,
        recursive=False,
        ignore_permission_denied=True,
    )
    for _ in told:
        yield


def _stamp(paths: Iterable[Path]) -> Stamp:
    return {path: _of(path) for path in paths}


def _of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 (a quick one, of very many)
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _templates(beside: Path) -> Iterator[Path]:
    for folder in templates.known(beside).values():
        yield from _contents(folder)


def _contents(folder: Path) -> Iterator[Path]:
    """Yield what a template may consist of, there or not."""
    yield from (folder / name for name in templates.FILES)
    yield from sorted(folder.glob(f"{templates.FONTS}/*"))[: limits.TEMPLATE_FONTS]
