"""``shiryo check``."""

from typing import Any

import click

from shiryo.cli.show import Show, command
from shiryo.diagnostics import Diagnostics, has_errors
from shiryo.workspace.job import prepare
from shiryo.workspace.reach import root_option


@click.command()
@click.argument("outline", metavar="OUTLINE")
@click.option("--strict", is_flag=True, help="警告もエラーとして数える（終了コード 2）。")
@root_option
@command
def check(show: Show, outline: str, strict: bool, roots: tuple[str, ...]) -> None:
    """アウトラインを調べ、誤りと確かめるべき点を行番号つきで残らず示す。何も書かない。

    from: のある文は、原文の行と照らし合わせ、how: のとおりに作り直して確かめる。
    手で直した文は数だけを示す（--verbose で一つずつ）。

    \b
    例: shiryo check 資料.yaml
        shiryo check 資料.yaml --strict --json
    """
    from shiryo.diagnostics import Severity
    from shiryo.outline import check as checks

    job = prepare(outline, roots, whole=True)
    from shiryo import stages
    from shiryo.drafting.replay import edited

    found = (
        *job.diagnostics,
        *checks.check(job.loaded, job.article),
        *(edited.notes(job.loaded, job.article, each=show.verbose) if job.article else ()),
        *(d for t in job.templates.values() for d in _colours(t)),
        *stages.inspect(job.loaded, **job.inputs),
    )
    found = tuple(sorted(dict.fromkeys(found), key=lambda d: (d.span.line or 0) if d.span else 0))
    show.diagnostics(found)
    counts = {s: sum(d.severity is s for d in found) for s in Severity}
    show.say(
        f"{outline}: エラー {counts[Severity.ERROR]}・警告 {counts[Severity.WARNING]}"
        f"・確認 {counts[Severity.NOTE]}"
    )
    if has_errors(found) or (strict and checks.strict(found)):
        raise SystemExit(2)


def _colours(template: Any) -> Diagnostics:
    from shiryo.outline.check import check_colours

    theme = template.theme
    kinds = {"deck": theme.deck.type, "handout": theme.handout.type}
    types = {
        f"{output}.{name}": (style.colour, style.size, style.weight)
        for output, styles in kinds.items()
        for name, style in styles.items()
    }
    return check_colours(theme.colours, types, f"{template.name}/theme.yaml")
