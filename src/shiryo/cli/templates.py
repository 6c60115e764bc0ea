"""``shiryo template list``, ``show``, ``new`` and ``check``."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from shiryo.cli.show import Show, command
from shiryo.cli.terminal import line, put
from shiryo.cli.usage import Group
from shiryo.diagnostics import Diagnostic, Failed
from shiryo.messages import wording

if TYPE_CHECKING:
    from shiryo.template.model import Template


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


@template.command("new", help=wording("commands.template-new"))
@click.argument("name", metavar="NAME")
@click.option("--from", "file", metavar="FILE", required=True, help=wording("cli.template-from"))
@command
def new_(show: Show, name: str, file: str) -> None:
    """Make a template of a company's file."""
    from shiryo import catalogue
    from shiryo.template.office import written
    from shiryo.workspace import making

    made, fonts, stand_in = making.of_file(name, file)
    shown = Path(file).name
    folder = making.write(
        name,
        {
            making.base_name(file): made.base.data if made.base else b"",
            "theme.yaml": written.theme_yaml(made, shown).encode(),
            "report.html": catalogue.report(made, shown, fonts, stand_in).encode(),
        },
    )
    _say(show, made)
    show.say(wording("cli.template.made", folder=folder))
    show.say(wording("cli.template.next", name=name))


@template.command("check", help=wording("commands.template-check"))
@click.argument("name", metavar="NAME")
@command
def check_(show: Show, name: str) -> None:
    """Say what of a template does not fit."""
    from shiryo.workspace import reach, templates

    made = templates.template(name, Path(), reach.of_person())
    if not _say(show, made):
        show.say(wording("cli.template.fits", name=name))


def _say(show: Show, made: "Template") -> bool:
    """Say what a person should know of a template; tell whether there is anything."""
    from shiryo.template import contrast
    from shiryo.template.office.findings import findings

    found = (*findings(made), *(() if made.base else contrast.check(made)))
    show.diagnostics(found)
    return bool(found)


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
    for role, layout in theme.deck.layouts.items():
        put(line(f"  {role:<14} {layout.layout}"))
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
