"""``--watch``: a round whenever something changes that an outline is built from."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias

import click

from shiryo import interrupts
from shiryo.cli.show import Show
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording
from shiryo.workspace.files import STDIO

if TYPE_CHECKING:
    from shiryo.workspace.job import Job

Reads: TypeAlias = "Callable[[Job], None]"
"""Is told what was read."""
_MOST = 3
"""Names of files that a line says."""

watch_option = click.option("--watch", is_flag=True, help=wording("cli.watch"))


def rounds(show: Show, outline: str, do: Callable[[Reads], str]) -> NoReturn:
    """Call ``do`` now and after every change; say in a line what changed and what came of it.

    A round that fails says why, and the next one waits for a change. Ends by a signal alone.
    """
    from shiryo.workspace.watching import Watch

    if outline == STDIO:
        raise Failed(diagnose("files.watched-stdin"))
    watch, changed = Watch(Path(outline)), list[Path]()
    while True:
        watch.begin()
        began = time.monotonic()
        try:
            said = do(watch.reads)
        except Failed as failure:
            show.diagnostics(failure.diagnostics)
            said = wording("cli.watching.failed")
        seconds = f"{time.monotonic() - began:.1f}"
        names = named([path.name for path in changed]) or wording("cli.watching.first")
        show.say(wording("cli.watching.round", changed=names, said=said, seconds=seconds))
        try:
            changed = watch.wait()
        except KeyboardInterrupt:  # what became of a signal in waiting
            raise SystemExit(interrupts.code()) from None


def named(names: list[str]) -> str:
    """Return the first few names."""
    more = len(names) - _MOST
    said = "、".join(names[:_MOST])
    return said + (wording("cli.watching.more", count=more) if more > 0 else "")
