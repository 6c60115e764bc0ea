"""``shiryo build``, ``deck`` and ``handout``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shiryo.cli.options import FOLDER, FORCE, PER_PAGE, VARIANT, timestamp
from shiryo.cli.show import Show, command
from shiryo.cli.terminal import put_bytes
from shiryo.cli.usage import OneOf
from shiryo.cli.watching import Reads, named, rounds, watch_option
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass
from shiryo.workspace import outputs
from shiryo.workspace.files import STDIO
from shiryo.workspace.reach import root_option
from shiryo.workspace.saving import Maker, save

if TYPE_CHECKING:
    from shiryo.api import PerPage
    from shiryo.outline.model import Variant
    from shiryo.stages import Output, Outputs
    from shiryo.workspace.job import Job

_TO = click.option("-o", "--output", metavar="FILE", help=wording("cli.output"))
_SUFFIXES = {"deck": (".pptx", ".pdf"), "handout": (".pdf",)}


@dataclass(frozen=True)
class Choice:
    """What was asked for on the command line."""

    want: "frozenset[Output]"
    variants: "tuple[Variant, ...]" = ()
    per_page: "PerPage | None" = None
    roots: tuple[str, ...] = ()


def _build(
    show: Show, path: str, choice: Choice, reads: Reads = lambda _job: None
) -> "tuple[Job, Outputs]":
    import shiryo
    from shiryo import stages

    job = shiryo.load(path, roots=choice.roots, whole="full" in choice.variants)
    job, when = job.completed(choice.variants), timestamp()
    reads(job)
    with show.progress(stages.steps(choice.want)) as progress:
        made, found = shiryo.build(
            job,
            choice.want,
            variants=choice.variants,
            per_page=choice.per_page,
            timestamp=when,
            progress=progress,
        )
    show.diagnostics(tuple(d for d in found if d.is_told))
    show.diagnostics(tuple(d for d in found if not d.is_told), notes=False)
    return job, made


@dataclass(frozen=True)
class _Target:
    """Where outputs go."""

    outline: str
    folder: Path
    force: bool

    def save(
        self,
        show: Show,
        job: "Job",
        files: Mapping[str, bytes],
        previews: tuple[str, ...] = (),
        *,
        again: bool = True,
    ) -> tuple[str, ...]:
        """Write all outputs, or none; return which. Raises Failed."""
        maker = Maker.of(self.outline, job.loaded.outline.title, self.folder)
        saved = save(
            self.folder,
            files,
            maker,
            inputs=job.inputs,
            previews=previews,
            force=self.force,
            again=again,
        )
        show.diagnostics(saved.diagnostics)
        show.kept(saved.backups)
        return saved.written


def _write(show: Show, target: _Target, job: "Job", made: "Outputs") -> None:
    """Write all outputs, or none; say what stands where."""
    files, prefixes = outputs.named(target.outline, made)
    target.save(show, job, files, prefixes)
    for name in (n for n in files if "/" not in n):
        show.say(wording("cli.said.wrote", path=target.folder / name))
    common = wording("cli.said.common-fonts").split("、")
    if rare := [family for family in made.families if family not in common]:
        show.say(wording("cli.said.rare-fonts", names=named(rare)))
    for prefix in prefixes:
        count = sum(n.startswith(prefix) for n in files)
        show.say(wording("cli.said.wrote-previews", path=target.folder / prefix, count=count))


def _round(show: Show, target: _Target, choice: Choice, reads: Reads) -> str:
    """Build, and write what differs; return what came of it in words."""
    job, made = _build(show, target.outline, choice, reads)
    files, prefixes = outputs.named(target.outline, made)
    written = target.save(show, job, files, prefixes, again=False)
    if not written:
        return wording("cli.watching.same")
    return wording("cli.watching.wrote", names=named([*written]))


@click.command(help=wording("commands.build"))
@click.argument("outline", metavar="OUTLINE")
@FOLDER
@click.option(
    "--only",
    multiple=True,
    type=OneOf(["deck", "deck-pdf", "handout", "previews", "svg"]),
    help=wording("cli.only"),
)
@VARIANT
@PER_PAGE
@FORCE
@watch_option
@root_option
@command
def build(  # noqa: PLR0913 (an argument for each option)
    show: Show,
    outline: str,
    folder: str,
    only: "tuple[Output, ...]",
    variants: "tuple[Variant, ...]",
    per_page: "PerPage | None",
    force: bool,
    watch: bool,
    roots: tuple[str, ...],
) -> None:
    """Build slides, handout and previews."""
    want: frozenset[Output] = frozenset(only or ("deck", "handout", "previews"))
    choice, target = Choice(want, variants, per_page, roots), _Target(outline, Path(folder), force)
    if watch:
        rounds(show, outline, lambda reads: _round(show, target, choice, reads))
    _write(show, target, *_build(show, outline, choice))


def _one(
    show: Show, outline: str, output: str | None, choice: Choice, folder: str, force: bool
) -> None:
    if output is not None and len(choice.variants) > 1:
        raise Failed(diagnose("handout.one-output", output=output))
    wanted = _SUFFIXES["deck" if choice.want & {"deck", "deck-pdf"} else "handout"]
    suffix = Path(output or "").suffix.lower()
    if suffix and suffix not in wanted:
        raise Failed(diagnose("files.wrong-suffix", output=output, wanted="・".join(wanted)))
    job, made = _build(show, outline, choice)
    if output is None:
        _write(show, _Target(outline, Path(folder), force), job, made)
        return
    data = made.pptx or made.deck_pdf or made.pdf or b""
    if output == STDIO:
        put_bytes(data)
        return
    path = Path(output)
    _Target(outline, path.parent, force).save(show, job, {path.name: data})
    show.say(wording("cli.said.wrote", path=path))


@click.command(help=wording("commands.deck"))
@click.argument("outline", metavar="OUTLINE")
@FOLDER
@_TO
@FORCE
@root_option
@command
def deck(
    show: Show,
    outline: str,
    folder: str,
    output: str | None,
    force: bool,
    roots: tuple[str, ...],
) -> None:
    """Build the slides alone."""
    kind: Output = "deck-pdf" if output and output.lower().endswith(".pdf") else "deck"
    _one(show, outline, output, Choice(frozenset({kind}), roots=roots), folder, force)


@click.command(help=wording("commands.handout"))
@click.argument("outline", metavar="OUTLINE")
@FOLDER
@_TO
@VARIANT
@PER_PAGE
@FORCE
@root_option
@command
def handout(
    show: Show,
    outline: str,
    folder: str,
    output: str | None,
    variants: "tuple[Variant, ...]",
    per_page: "PerPage | None",
    force: bool,
    roots: tuple[str, ...],
) -> None:
    """Build the handout alone."""
    choice = Choice(frozenset({"handout"}), variants, per_page, roots)
    _one(show, outline, output, choice, folder, force)
