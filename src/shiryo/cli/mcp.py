"""``shiryo mcp``: the tools of an assistant, within a folder."""

import os
import sys
import traceback
from importlib.util import find_spec

import click

from shiryo import characters, interrupts
from shiryo.cli.show import Show, command
from shiryo.cli.terminal import tell
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording


@click.command(help=wording("commands.mcp"))
@click.argument("folder", metavar="FOLDER")
@command
def mcp(show: Show, folder: str) -> None:
    """Serve an assistant."""
    if not find_spec("mcp"):
        raise Failed(diagnose("mcp.not-installed"))
    from shiryo.mcp.folder import Folder
    from shiryo.mcp.server import Server

    found = Folder.of(folder)
    os.chdir(found.root)  # templates of the current folder are found by their names
    if sys.stdin is not None and sys.stdin.isatty():
        show.say(wording("mcp.said.serving", path=found.root))
        show.say(wording("mcp.said.by-hand"))

    def fault(error: Exception) -> None:
        if show.verbose:
            tell(characters.visible("".join(traceback.format_exception(error))))

    server = Server(found, fault)
    interrupts.blocked()  # standard input is read in a thread
    server.run()
