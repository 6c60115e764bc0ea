"""What is wrong with how a command is used, in Japanese: click's errors, known by their types."""

from typing import Any

import click

from shiryo.diagnostics import Diagnostic, diagnose
from shiryo.messages import wording


class NotAmong(click.UsageError):
    """A name that none of those that may stand here is."""

    def __init__(self, code: str, name: str, known: list[str], ctx: click.Context | None) -> None:
        super().__init__(name, ctx)
        self.code, self.name, self.known = code, name, known


class Group(click.Group):
    """A command with commands, which shows its help where none is given."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Print the help, exit code 2, where there are no ``args``."""
        if not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help(), err=True)
            ctx.exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named. Raises NotAmong."""
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise NotAmong("files.no-command", args[0], self.list_commands(ctx), ctx)
        return super().resolve_command(ctx, args)


class OneOf(click.Choice[str]):
    """One of some names."""

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,
    ) -> str:
        """Return the name. Raises NotAmong."""
        if value not in self.choices:
            raise NotAmong("files.no-choice", str(value), list(self.choices), ctx)
        return str(value)


def explain(error: click.ClickException) -> Diagnostic:
    """Return what to say of it."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "shiryo"
    match error:
        case NotAmong():
            from difflib import get_close_matches

            near = get_close_matches(error.name[:100], error.known, 1)
            remedy = wording("causes.near", near=near[0]) if near else wording("causes.choose")
            known = "、".join(error.known)
            return diagnose(error.code, name=error.name, remedy=remedy, known=known)
        case click.NoSuchOption():
            return diagnose("files.no-option", name=error.option_name, command=path)
        case click.MissingParameter() if error.param and context:
            name = error.param.make_metavar(context)
            return diagnose("files.no-argument", name=name, command=path)
        case click.BadOptionUsage():
            return diagnose("files.option-value", name=error.option_name, command=path)
        case click.BadParameter() if error.param:
            name = error.param.opts[0]
            if isinstance(error.param.type, click.FloatRange):
                return diagnose("files.no-number", name=name, least=error.param.type.min)
            return diagnose("files.bad-argument", name=name, command=path)
    return diagnose("files.usage", command=path)
