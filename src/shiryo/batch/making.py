"""What a process of a batch does: a row, or a file, becomes the bytes of its outputs."""

import datetime as dt
import gc
import hashlib
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from shiryo import __version__
from shiryo.batch.rows import Value
from shiryo.diagnostics import Diagnostics, Failed
from shiryo.values import dataclass
from shiryo.workspace import outputs, sources

if TYPE_CHECKING:
    from shiryo.workspace.job import Job

_COLLECTED = (200_000, 50, 50)
"""See `shiryo.cli.COLLECTED`; what is there when the first task comes is not looked at again."""
_EACH = 50
"""Tasks after which all garbage is looked for."""


@dataclass(frozen=True)
class Order:
    """What is wanted of every briefing."""

    want: frozenset[str]
    variants: tuple[str, ...] = ()
    per_page: int | None = None
    roots: tuple[str, ...] = ()
    timestamp: dt.datetime | None = None
    job: "Job | None" = None
    """The outline that rows fill; None where each task has its own."""
    source: str = ""
    """The digest of what it was read from."""

    def of(self, job: "Job", source: str) -> "Order":
        """Return the order for rows that fill the outline ``job``."""
        return replace(self, job=job, source=source)

    @property
    def told(self) -> list[Any]:
        """What of this changes outputs, besides the outline and what it names."""
        when = self.timestamp.isoformat() if self.timestamp else None
        return [__version__, sorted(self.want), self.variants, self.per_page, when]


@dataclass(frozen=True)
class Task:
    """A briefing to be made."""

    number: int
    """In the order of the rows, or of the names of files; from 1."""
    name: str
    """Of its outputs, without their endings; with slashes where they go into folders."""
    place: str
    """The row or the file that it is made from, for people to find."""
    path: str = ""
    """Its outline; empty: that of the order."""
    values: Mapping[str, Value] | None = None
    """The variables of its row."""
    known: str = ""
    """The digest of what its outputs, which are there, were made from; empty: they are not."""


@dataclass(frozen=True)
class Made:
    """What came of a task."""

    source: str
    """The digest of all that the outputs are made from; empty where that could not be read."""
    outputs: Mapping[str, bytes] | None
    """By file name, from the folder; None where they are as they would be made."""
    diagnostics: Diagnostics = ()
    failed: bool = False
    seconds: float = 0
    """Of a processor."""


def maker(order: Order) -> Callable[[Task], Made]:
    """Return what makes briefings, ready to begin: what all of them need is imported and read."""
    import shiryo
    from shiryo import press, stages  # noqa: F401
    from shiryo.layout.deck import deck  # noqa: F401
    from shiryo.layout.handout import handout  # noqa: F401
    from shiryo.render import pdf, pptx  # noqa: F401

    shiryo.build  # noqa: B018 (imports it)
    gc.set_threshold(*_COLLECTED)
    gc.freeze()

    def make(task: Task) -> Made:
        began = time.process_time()
        source = ""
        try:
            job, source = _job(order, task)
            if source == task.known:
                return Made(source, None)
            files, found = _built(order, task, job)
            return Made(source, files, found, seconds=time.process_time() - began)
        except Failed as failure:
            took = time.process_time() - began
            return Made(source, {}, failure.diagnostics, True, took)
        finally:
            press.let_go()
            if task.number % _EACH == 0:
                gc.collect()

    return make


def _job(order: Order, task: Task) -> "tuple[Job, str]":
    """Return the outline of a task with all that it names, and the digest of all that."""
    if order.job is None:
        job, source = sources.read(task.path, order.roots, order.variants)
        return job, digest([*order.told, source])
    job = order.job.varied(task.values or {})
    own = [job.assets[name] for name in sorted(job.paths)]
    told = [data and hashlib.sha256(data).hexdigest() for data in own]
    return job, digest([*order.told, order.source, task.values, told])


def _built(order: Order, task: Task, job: "Job") -> tuple[dict[str, bytes], Diagnostics]:
    import shiryo

    made, found = shiryo.build(
        job,
        order.want,  # type: ignore[arg-type]
        variants=order.variants,  # type: ignore[arg-type]
        per_page=order.per_page,  # type: ignore[arg-type]
        timestamp=order.timestamp,
    )
    return outputs.files(task.name, made), found


def digest(value: Any) -> str:
    """Return the SHA-256 of what JSON can write."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
