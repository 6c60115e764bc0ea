"""``shiryo batch``: many briefings in one run."""

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shiryo import interrupts, limits
from shiryo.batch import manifest, plan
from shiryo.batch import report as reports
from shiryo.batch.making import Order, Task, maker
from shiryo.batch.rows import table
from shiryo.batch.run import Batch, Counts
from shiryo.cli.options import FOLDER, FORCE, PER_PAGE, VARIANT, timestamp
from shiryo.cli.progress import Progress
from shiryo.cli.show import Show, command
from shiryo.cli.usage import OneOf
from shiryo.diagnostics import Diagnostics, Failed, Severity, Span, diagnose
from shiryo.messages import wording
from shiryo.pool import Broken, Pool
from shiryo.values import dataclass
from shiryo.workspace import sources
from shiryo.workspace.delivery import Folder, Halted
from shiryo.workspace.outputs import endings
from shiryo.workspace.reach import root_option
from shiryo.workspace.remote import Store, is_remote, shown

if TYPE_CHECKING:
    from shiryo.batch.cluster import Cluster


@click.command(help=wording("commands.batch"))
@click.argument("outlines", metavar="OUTLINE...", nargs=-1, required=True)
@click.option("--data", metavar="FILE", help=wording("cli.batch.data"))
@click.option("--name", "form", metavar="NAME", help=wording("cli.batch.name"))
@FOLDER
@click.option(
    "--only", multiple=True, type=OneOf(["deck", "deck-pdf", "handout"]), help=wording("cli.only")
)
@VARIANT
@PER_PAGE
@click.option("--resume", is_flag=True, help=wording("cli.batch.resume"))
@click.option("--report", is_flag=True, help=wording("cli.batch.report"))
@click.option(
    "--workers",
    type=click.IntRange(1, limits.WORKERS),
    metavar="N",
    help=wording("cli.batch.workers"),
)
@click.option("--scheduler", metavar="URL", help=wording("cli.batch.scheduler"))
@FORCE
@root_option
@command
def batch(  # noqa: PLR0913 (an argument for each option)
    show: Show,
    outlines: tuple[str, ...],
    data: str | None,
    form: str | None,
    folder: str,
    only: tuple[str, ...],
    variants: tuple[str, ...],
    per_page: int | None,
    resume: bool,
    report: bool,
    workers: int | None,
    scheduler: str | None,
    force: bool,
    roots: tuple[str, ...],
) -> int:
    """Make many briefings; return the exit code: 1 where some failed, 2 where all did."""
    want = frozenset(only or ("deck", "handout"))
    order, inputs = Order(want, variants, per_page, roots, timestamp()), list[Path]()
    if (data is None) != (form is None):
        raise Failed(diagnose("batch.data-and-name"))
    if data is not None:
        if len(outlines) != 1:
            raise Failed(diagnose("batch.one-outline"))
        order = order.of(*sources.read(outlines[0], roots, variants, is_form=True))
        inputs = [*(order.job.inputs if order.job else ()), Path(data)]
    with (
        Store(folder, force=force)
        if is_remote(folder)
        else Folder(Path(folder), force=force, inputs=inputs)
    ) as target:
        for name in (manifest.NAME, *((reports.NAME,) if report else ())):
            target.refuse_foreign(name)
        _plan(show, target, order, outlines, data, form or "")
        run = _Run(show, order, target, folder, resume, report)
        return run.run(scheduler or workers or _processors())


def _plan(
    show: Show,
    target: Folder | Store,
    order: Order,
    outlines: tuple[str, ...],
    data: str | None,
    form: str,
) -> None:
    """Write the plan into the ledger, and say what a person should know of it. Raises Failed."""
    ends = endings(order.want, order.variants)
    try:
        if data is None or order.job is None:
            plan.write(target.ledger, plan.of_files(outlines), ends)
        else:
            with plan.opened(data) as file:
                planned, notes = plan.of_rows(order.job, table(file, data), data, form)
                show.diagnostics(notes)
                plan.write(target.ledger, planned, ends)
    except Failed:
        target.ledger.discard()
        raise
    if left := target.ledger.left_over():
        show.say(wording("batch.said.left-over", count=f"{left:,}"))


@dataclass(frozen=True)
class _Run:
    """A run of a plan, and what is said of it."""

    show: Show
    order: Order
    target: Folder | Store
    folder: str
    resume: bool
    report: bool

    def run(self, workers: int | str) -> int:
        """Run it in so many processes, or on a scheduler; return the exit code. Raises Failed."""
        counts = Counts(self.target.ledger.count())
        progress = Progress(self.show, counts)
        told = 0

        def failed(place: str, name: str, found: Diagnostics) -> None:
            nonlocal told
            told += 1
            if told <= limits.BATCH_TOLD:
                progress.clear()
                of = diagnose("batch.failed", Span(place), name=name or place)
                self.show.diagnostics((of, *(d for d in found if d.severity is Severity.ERROR)))
                if told == limits.BATCH_TOLD:
                    self.show.say(wording("batch.said.more-failed", path=manifest.NAME))

        batch = Batch(self.order, self.target, counts, self.resume, failed)
        try:
            with progress.shown(), self._makers(workers, counts.all) as makers:
                batch.run(makers, progress.told)
        except Broken as error:
            raise Failed(diagnose("batch.broken", reason=str(error))) from None
        except Halted as halted:
            done = f"{counts.done:,}"
            raise Failed(*halted.diagnostics, diagnose("batch.halted", done=done)) from None
        except (SystemExit, KeyboardInterrupt):
            done, of = f"{counts.done:,}", f"{counts.all:,}"
            interrupts.explain(wording("batch.said.stopped", done=done, all=of))
            with contextlib.suppress(Failed):
                self._tell()
            raise
        self._tell()
        return self._end(counts)

    def _makers(self, workers: int | str, count: int) -> "Pool[Task] | Cluster":
        if isinstance(workers, int):
            return Pool(maker, self.order, min(workers, count))
        from shiryo.batch.cluster import Cluster

        return Cluster(workers, self.order)

    def _tell(self) -> None:
        """Write the manifest and the report. Raises Failed."""
        ledger = self.target.ledger
        self.target.write(manifest.NAME, manifest.manifest(ledger))
        if self.report:
            title = wording("batch.report.title", folder=self.folder)
            self.target.write(reports.NAME, reports.report(ledger, title))

    def _end(self, counts: Counts) -> int:
        self.show.say(
            wording(
                "batch.said.done",
                made=f"{counts.made:,}", same=f"{counts.same:,}",
                failed=f"{counts.failed:,}", doubtful=f"{counts.doubtful:,}",
                path=shown(self.folder, reports.NAME if self.report else manifest.NAME),
            )
        )  # fmt: skip
        if not counts.failed:
            return 0
        return 1 if counts.made or counts.same else 2


def _processors() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # no Linux
        return os.cpu_count() or 1
