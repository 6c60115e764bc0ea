"""``shiryo outline --assist``: where the model is, and asking it."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from shiryo.cli.show import Show
from shiryo.diagnostics import Diagnostics, Failed, diagnose

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
            help="一つの節への答えを待つ秒数。",
        ),
        click.option(
            "--assist-model",
            envvar="SHIRYO_ASSIST_MODEL",
            metavar="NAME",
            help="モデルの名前（環境変数 SHIRYO_ASSIST_MODEL でもよい）。",
        ),
        click.option(
            "--assist-url",
            envvar="SHIRYO_ASSIST_URL",
            metavar="URL",
            help="OpenAI 互換の API（環境変数 SHIRYO_ASSIST_URL でもよい）。"
            f"鍵が要るなら環境変数 {_KEY} に入れる。",
        ),
        click.option(
            "--assist",
            is_flag=True,
            help="下書きの文を、指定したモデルに整えさせる。付けなければ何も送らない。",
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
        show.say(f"節ごとに問い合わせます: {url}（モデル {model}）")
        return assist.reword(outline, article, endpoint)
    except assist.Unusable as error:
        raise Failed(diagnose(error.code, **error.values)) from None
