"""``shiryo template list`` and ``show``."""

from pathlib import Path

import click

from shiryo.cli.show import Show, command
from shiryo.cli.terminal import line, put
from shiryo.cli.usage import Group
from shiryo.diagnostics import Diagnostic, Failed
from shiryo.messages import wording


@click.group(cls=Group, help=wording("commands.template"))
def template() -> None:
    """Look into templates."""


@template.command("list", help=wording("commands.template-list"))
@command
def list_(show: Show) -> None:  # noqa: ARG001
    """List the templates."""
    from shiryo.workspace import reach, templates

    problems = list[Diagnostic]()
    for name, folder in templates.known(Path()).items():
        try:
            made = templates.template(name, Path(), reach.of_person())
        except Failed as failure:
            problems += failure.diagnostics
        else:
            put("\t".join(map(line, (name, made.theme.title, folder))))
    if problems:
        raise Failed(*problems)


@template.command("show", help=wording("commands.template-show"))
@click.argument("name", metavar="NAME")
@command
def show_(show: Show, name: str) -> None:  # noqa: ARG001
    """Show what a template consists of."""
    from shiryo.workspace import reach, templates

    anywhere = reach.of_person()
    made = templates.template(name, Path(), anywhere)
    theme = made.theme
    put(line(f"{made.name}: {theme.title}"))
    folder = templates.locate(name, Path(), anywhere)
    put(line(wording("cli.template.folder", path=folder)))
    fonts = "、".join((*theme.fonts.gothic, *theme.fonts.mincho))
    put(line(wording("cli.template.fonts", names=fonts)))
    put(wording("cli.template.colours"))
    for key, colour in theme.colours.items():
        put(line(f"  {key:<14} #{colour}"))
    for output, styles in (("deck", theme.deck.type), ("handout", theme.handout.type)):
        put(wording("cli.template.types", output=wording(f"cli.fonts.{output}")))
        for key, style in styles.items():
            put(line(f"  {key:<14} {style.size:g} pt  {style.weight}  {style.colour}"))
    put(line(wording("cli.template.words", names="、".join(made.words))))
