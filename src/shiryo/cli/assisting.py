"""``shiryo outline --assist``: where the model is, and asking it."""

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from shiryo.cli.show import Show
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass

if TYPE_CHECKING:
    from shiryo.article.model import Article
    from shiryo.outline.model import Outline

_KEY = "SHIRYO_ASSIST_KEY"
_NOWHERE = "http://localhost"
"""What stands for an address where nothing is sent."""


@dataclass(frozen=True)
class Assist:
    """What was said about asking a model."""

    wanted: bool
    dry: bool
    anew: bool
    url: str | None
    model: str | None
    timeout: float


def assist_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that say whether, and which, model is asked."""
    for option in (
        click.option(
            "--assist-timeout",
            type=click.FloatRange(min=0.1),
            default=300.0,
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
        click.option("--assist-anew", is_flag=True, help=wording("cli.assist-anew")),
        click.option("--assist-dry-run", is_flag=True, help=wording("cli.assist-dry-run")),
        click.option("--assist", is_flag=True, help=wording("cli.assist")),
    ):
        function = option(function)
    return function


def rehearse(outline: "Outline", article: "Article", said: Assist) -> str:
    """Return what would be sent: the settings and instructions of all requests, and each task."""
    from shiryo import assist
    from shiryo.assist.endpoint import Endpoint

    url = said.url or _NOWHERE
    try:
        endpoint = Endpoint(url, said.model or "")
    except assist.Unusable as error:
        raise Failed(diagnose(error.code, **error.values)) from None
    asked = list(assist.prompts(outline, article))
    instructions = asked[0][0] if asked else ""
    sent = endpoint.bodies(instructions, "")[0]
    settings = {key: value for key, value in sent.items() if key != "messages"}
    parts = [f"POST {url.rstrip('/')}/chat/completions", json.dumps(settings, ensure_ascii=False)]
    parts += [f"[system]\n{instructions.strip()}"]
    parts += [f"[user {n}/{len(asked)}]\n{task}" for n, (_, task) in enumerate(asked, 1)]
    return "\n\n".join(parts) + "\n"


def reword(
    show: Show, outline: "Outline", article: "Article", said: Assist
) -> tuple["Outline", Diagnostics]:
    """Have a draft said anew by the model that the user named.

    Returns the outline and what became of each suggestion. Raises Failed where the endpoint cannot
    be used at all.
    """
    if not said.url:
        raise Failed(diagnose("assist.no-url"))
    if not said.model:
        raise Failed(diagnose("assist.no-model"))
    from shiryo import assist
    from shiryo.assist.endpoint import Endpoint
    from shiryo.workspace.answers import Answers

    def tell(n: int, count: int, title: str) -> None:
        show.say(wording("cli.said.asking-section", n=n, count=count, title=title))

    try:
        endpoint = Endpoint(said.url, said.model, os.environ.get(_KEY, ""), said.timeout)
        show.say(wording("cli.said.asking", url=said.url, model=said.model))
        who = f"{said.model} {said.url}"
        ask = Answers(endpoint, who, assist.is_answer, anew=said.anew)
        made, found = assist.reword(outline, article, ask, tell)
        return made, (*found, *ask.diagnostics)
    except assist.Unusable as error:
        raise Failed(diagnose(error.code, **error.values)) from None
