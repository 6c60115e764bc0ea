"""The command line: flags in, files and messages out. A command's libraries load when it runs."""

import gc
import os
from collections.abc import Callable
from typing import Any

import click

from shiryo import __version__, interrupts
from shiryo.cli import terminal
from shiryo.cli.show import print_all
from shiryo.cli.usage import Group, explain
from shiryo.messages import wording
from shiryo.workspace.files import of_error

COLLECTED = (200_000, 50, 50)
"""When garbage is looked for (`gc.set_threshold`): values are many and small, and hardly a cycle
is among them; looking as often as Python does takes a tenth of the time."""


def _outline() -> click.Command:
    from shiryo.cli.making import outline

    return outline


def _build() -> click.Command:
    from shiryo.cli.building import build

    return build


def _batch() -> click.Command:
    from shiryo.cli.batch import batch

    return batch


def _deck() -> click.Command:
    from shiryo.cli.building import deck

    return deck


def _handout() -> click.Command:
    from shiryo.cli.building import handout

    return handout


def _check() -> click.Command:
    from shiryo.cli.checking import check

    return check


def _studio() -> click.Command:
    from shiryo.cli.studio import studio

    return studio


def _mcp() -> click.Command:
    from shiryo.cli.mcp import mcp

    return mcp


def _schema() -> click.Command:
    from shiryo.cli.making import schema

    return schema


def _template() -> click.Command:
    from shiryo.cli.templates import template

    return template


def _fonts() -> click.Command:
    from shiryo.cli.fonts import fonts

    return fonts


def _new() -> click.Command:
    from shiryo.cli.making import new

    return new


_COMMANDS: dict[str, Callable[[], click.Command]] = {
    "outline": _outline,
    "build": _build,
    "batch": _batch,
    "deck": _deck,
    "handout": _handout,
    "check": _check,
    "studio": _studio,
    "mcp": _mcp,
    "schema": _schema,
    "template": _template,
    "fonts": _fonts,
    "new": _new,
}
"""What imports each command, in the order of work."""


class Commands(Group):
    """The commands, each imported when it is asked for; usage errors are in Japanese."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command ``cmd_name``; None for a name that is none."""
        return _COMMANDS[cmd_name]() if cmd_name in _COMMANDS else None

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; what click says about usage becomes a message like all others, exit code 2."""
        kwargs["standalone_mode"] = False
        gc.set_threshold(*COLLECTED)
        # Another package's plugins have no part in what an outline may say; looking for them
        # in all that is installed takes a tenth of a short command.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        try:
            code = super().main(*args, **kwargs)
        except click.Abort:
            interrupts.say()
            raise SystemExit(130) from None
        except click.ClickException as error:
            print_all((explain(error),))
            raise SystemExit(2) from None
        except SystemExit as end:
            # Ours are 0 and 2; click ends with 1 where the reader of a help text has enough.
            raise SystemExit(0 if end.code == 1 else end.code) from None
        except OSError as error:  # of printing a help text
            terminal.give_up()
            print_all((of_error(error),))
            raise SystemExit(2) from None
        raise SystemExit(code if isinstance(code, int) else 0)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=wording("commands.main"),
    epilog=wording("cli.epilog"),
)
@click.version_option(__version__, prog_name="shiryo", help=wording("cli.version"))
def main() -> None:
    """Make briefing slides and a handout from an article."""
