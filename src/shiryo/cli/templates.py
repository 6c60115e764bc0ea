"""``shiryo template list`` and ``show``."""

from pathlib import Path

import click

from shiryo.cli.show import Show, command
from shiryo.cli.terminal import line, put
from shiryo.diagnostics import Diagnostic, Failed


@click.group()
def template() -> None:
    """テンプレート（配色・書体・余白・添える語）を調べる。

    \b
    例: shiryo template list
        shiryo template show briefing
    """


@template.command("list")
@command
def list_(show: Show) -> None:  # noqa: ARG001
    """使えるテンプレートを並べる。

    例: shiryo template list
    """
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


@template.command("show")
@click.argument("name", metavar="NAME")
@command
def show_(show: Show, name: str) -> None:  # noqa: ARG001
    """テンプレートの中身（置き場所・配色・書体・大きさ）を示す。NAME は名前かフォルダ。

    例: shiryo template show briefing
    """
    from shiryo.workspace import reach, templates

    anywhere = reach.of_person()
    made = templates.template(name, Path(), anywhere)
    theme = made.theme
    put(line(f"{made.name}: {theme.title}"))
    put(line(f"フォルダ: {templates.locate(name, Path(), anywhere)}"))
    fonts = "、".join((*theme.fonts.gothic, *theme.fonts.mincho))
    put(line(f"書体: {fonts}"))
    put("色:")
    for key, colour in theme.colours.items():
        put(line(f"  {key:<14} #{colour}"))
    for title, styles in (("スライド", theme.deck.type), ("配付資料", theme.handout.type)):
        put(f"{title}の文字:")
        for key, style in styles.items():
            put(line(f"  {key:<14} {style.size:g} pt  {style.weight}  {style.colour}"))
    put(line(f"添える語（Jinja2）: {'、'.join(made.words)}"))
