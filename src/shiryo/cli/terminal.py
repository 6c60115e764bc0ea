"""What reaches standard output and standard error: nothing of any data steers a terminal."""

import contextlib
import errno
import json
import os
import sys
from typing import Any

import click

from shiryo import characters
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording
from shiryo.workspace.files import why


def line(text: object) -> str:
    """Return ``text`` on one line, with each character written out that steers or hides."""
    return characters.visible(str(text)).replace("\n", "\\n").replace("\t", "\\t")


def as_json(value: Any) -> str:
    """Return ``value`` as JSON on one line, readable, with such characters as its escapes."""
    text = json.dumps(value, ensure_ascii=False)
    return characters.UNWANTED.sub(lambda found: json.dumps(found[0])[1:-1], text)


def tell(text: str) -> None:
    """Print a line on standard error; where that is closed or full, nobody can be told."""
    with contextlib.suppress(OSError):
        click.echo(text, err=True)


def put(text: str) -> None:
    """Print a line on standard output. Raises Failed where that is closed or full."""
    put_bytes(f"{text}\n".encode())


def put_bytes(data: bytes) -> None:
    """Write to standard output. Raises Failed where that is closed or full.

    Raises BrokenPipeError where the reader has enough.
    """
    if sys.stdout is None:
        raise Failed(_not_put(OSError(errno.EBADF, "")))
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        give_up()
        raise
    except OSError as error:
        give_up()
        raise Failed(_not_put(error)) from None


def hush() -> None:
    """Keep what libraries say of their input, raw and in English, off the screen."""
    import logging
    import warnings

    logging.lastResort = None
    if not sys.warnoptions:
        warnings.simplefilter("ignore")


def _not_put(error: OSError) -> Any:
    reason, remedy = why(error)
    return diagnose(
        "files.not-writable", path=wording("cli.said.stdout"), reason=reason, remedy=remedy
    )


def give_up() -> None:
    """Have what is left in the buffer go nowhere, or the interpreter would try again at its end."""
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
