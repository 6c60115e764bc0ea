"""``shiryo check``."""

import click

from shiryo.cli.show import Show, command
from shiryo.diagnostics import Severity, has_errors
from shiryo.messages import wording
from shiryo.workspace.reach import root_option


@click.command(help=wording("commands.check"))
@click.argument("outline", metavar="OUTLINE")
@click.option("--strict", is_flag=True, help=wording("cli.strict"))
@root_option
@command
def check(show: Show, outline: str, strict: bool, roots: tuple[str, ...]) -> None:
    """Check an outline."""
    import shiryo
    from shiryo.outline import check as checks

    found = shiryo.check(shiryo.load(outline, roots=roots), each=show.verbose)
    show.diagnostics(found)
    counts = {s: sum(d.severity is s for d in found) for s in Severity}
    show.say(wording("cli.said.checked", outline=outline, **counts))
    if has_errors(found) or (strict and checks.strict(found)):
        raise SystemExit(2)
