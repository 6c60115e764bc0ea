"""``shiryo check``."""

import click

from shiryo.cli.show import Show, command
from shiryo.cli.watching import Reads, rounds, watch_option
from shiryo.diagnostics import Diagnostics, Severity, has_errors
from shiryo.messages import wording
from shiryo.workspace.reach import root_option


@click.command(help=wording("commands.check"))
@click.argument("outline", metavar="OUTLINE")
@click.option("--strict", is_flag=True, help=wording("cli.strict"))
@watch_option
@root_option
@command
def check(show: Show, outline: str, strict: bool, watch: bool, roots: tuple[str, ...]) -> None:
    """Check an outline."""
    from shiryo.outline import check as checks

    def look(reads: Reads = lambda _job: None) -> tuple[Diagnostics, str]:
        import shiryo

        job = shiryo.load(outline, roots=roots)
        reads(job)
        found = shiryo.check(job, each=show.verbose)
        show.diagnostics(found)
        counts = {s: sum(d.severity is s for d in found) for s in Severity}
        return found, wording("cli.said.checked", outline=outline, **counts)

    if watch:
        rounds(show, outline, lambda reads: look(reads)[1])
    found, said = look()
    show.say(said)
    if has_errors(found) or (strict and checks.strict(found)):
        raise SystemExit(2)
