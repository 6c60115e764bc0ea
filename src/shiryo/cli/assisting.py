"""``shiryo outline --assist``: where the model is, and asking it."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from shiryo.cli.show import Show
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.messages import wording

if TYPE_CHECKING:
    from shiryo.article.model import Article
    from shiryo.outline.model import Outline

_KEY = "SHIRYO_ASSIST_KEY"


def assist_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say whether, and which, model is asked."""
    for option in (
        click.option(
            "--assist-timeout",
            type=click.FloatRange(min=0.1),
            default=60.0,
            show_default=True,
            metavar="SECONDS",
            help=wording("cli.assist-timeout"),
        ),
        click.option(
            "--assist-model",
            envvar="SHIRYO_ASSIST_MODEL",
            metavar="NAME",
            help=wording("cli.assist-model"),
        ),
        click.option(
            "--assist-url",
            envvar="SHIRYO_ASSIST_URL",
            metavar="URL",
            help=wording("cli.assist-url", key=_KEY),
        ),
        click.option(
            "--assist",
            is_flag=True,
            help=wording("cli.assist"),
        ),
    ):
        function = option(function)
    return function


def reword(
    show: Show,
    outline: "Outline",
    article: "Article",
    *,
    url: str | None,
    model: str | None,
    timeout: float,
) -> tuple["Outline", Diagnostics]:
    """Have the statements of a draft worded by the model that the user named.

    Returns the outline and what became of each suggestion. Raises Failed where the endpoint cannot
    be used at all.
    """
    if not url:
        raise Failed(diagnose("assist.no-url"))
    if not model:
        raise Failed(diagnose("assist.no-model"))
    from shiryo import assist
    from shiryo.assist.endpoint import Endpoint

    try:
        endpoint = Endpoint(url, model, os.environ.get(_KEY, ""), timeout)
        show.say(wording("cli.said.asking", url=url, model=model))
        return assist.reword(outline, article, endpoint)
    except assist.Unusable as error:
        raise Failed(diagnose(error.code, **error.values)) from None
