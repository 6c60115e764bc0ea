"""``shiryo check``."""

import click

from shiryo.cli.show import Show, command
from shiryo.diagnostics import Severity, has_errors
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
    import shiryo
    from shiryo.outline import check as checks

    found = shiryo.check(shiryo.load(outline, roots=roots), each=show.verbose)
    show.diagnostics(found)
    counts = {s: sum(d.severity is s for d in found) for s in Severity}
    show.say(
        f"{outline}: エラー {counts[Severity.ERROR]}・警告 {counts[Severity.WARNING]}"
        f"・確認 {counts[Severity.NOTE]}"
    )
    if has_errors(found) or (strict and checks.strict(found)):
        raise SystemExit(2)
