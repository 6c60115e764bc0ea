"""Options that commands which build share."""

import datetime as dt
import os

import click

from shiryo.cli.usage import OneOf
from shiryo.diagnostics import Failed, diagnose
from shiryo.messages import wording

FOLDER = click.option(
    "-d", "--dir", "folder", default=".", metavar="DIR", help=wording("cli.folder")
)
FORCE = click.option("--force", is_flag=True, help=wording("cli.force-outputs"))
VARIANT = click.option(
    "--variant",
    "variants",
    multiple=True,
    type=OneOf(["summary", "onepage", "full", "notes", "slides"]),
    help=wording("cli.variant"),
)
PER_PAGE = click.option(
    "--per-page",
    type=OneOf(["1", "2", "3", "4", "6", "9"]),
    callback=lambda _context, _option, value: value and int(value),
    help=wording("cli.per-page"),
)


def timestamp() -> dt.datetime | None:
    """Return SOURCE_DATE_EPOCH, where it is set."""
    value = os.environ.get("SOURCE_DATE_EPOCH")
    if not value:
        return None
    try:
        return dt.datetime.fromtimestamp(int(value), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise Failed(diagnose("files.bad-epoch", value=value)) from None
