"""The command line: flags in, files and messages out. A command's libraries load when it runs."""

import gc
from importlib import import_module
from typing import Any

import click

from shiryo import __version__, interrupts
from shiryo.cli import terminal
from shiryo.cli.show import explain_usage, of_system, print_all
from shiryo.messages import words

_COMMANDS = {
    "outline": "making",
    "build": "building",
    "deck": "building",
    "handout": "building",
    "check": "checking",
    "schema": "making",
    "template": "templates",
    "fonts": "fonts",
    "new": "making",
}


class Commands(click.Group):
    """The commands, each imported when it is asked for; usage errors are in Japanese."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of work."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command ``cmd_name``; None for a name that is none."""
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"shiryo.cli.{_COMMANDS[cmd_name]}")
        command = getattr(module, cmd_name)
        assert isinstance(command, click.Command)
        return command

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; what click says about usage becomes a message like all others, exit code 2."""
        kwargs["standalone_mode"] = False
        gc.set_threshold(200_000, 50, 50)  # many small values, hardly a cycle: a tenth of the time
        try:
            code = super().main(*args, **kwargs)
        except click.Abort:
            interrupts.say()
            raise SystemExit(130) from None
        except click.ClickException as error:
            print_all((explain_usage(error, list(_COMMANDS)),))
            raise SystemExit(2) from None
        except OSError as error:  # of printing a help text
            terminal.give_up()
            print_all((of_system(error),))
            raise SystemExit(2) from None
        raise SystemExit(code if isinstance(code, int) else 0)


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=words("commands.main"),
    epilog=words("cli.epilog"),
)
@click.version_option(__version__, prog_name="shiryo", help=words("cli.version"))
def main() -> None:
    """Make briefing slides and a handout from an article."""
