"""``shiryo outline``, ``new`` and ``schema``: making what a person then edits."""

import json
import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shiryo import characters, limits
from shiryo.cli import assisting
from shiryo.cli.show import Show, command
from shiryo.cli.terminal import put_bytes
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.workspace.files import STDIO
from shiryo.workspace.saving import refuse_existing, save

_FORCE = click.option(
    "--force", is_flag=True, help="すでにあるファイルを上書きする（元のものは .bak として残す）。"
)
_WITH_SCHEMA = click.option(
    "--with-schema", is_flag=True, help="エディターの入力補完に使う shiryo.schema.json も隣に書く。"
)
if TYPE_CHECKING:
    from shiryo.outline.model import Style

SCHEMA_FILE = "shiryo.schema.json"
"""What the first line of an outline names."""


def _schema_text() -> str:
    from shiryo.outline.schema import schema

    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class _Target:
    """Where what a person then edits is to be written, and with what beside it."""

    output: str
    force: bool
    with_schema: bool = False

    @property
    def schema_file(self) -> Path | None:
        return Path(self.output).parent / SCHEMA_FILE if self.with_schema else None

    def check(self) -> None:
        """Raise Failed where it is clear that nothing can be written; before the work is done."""
        if self.output == STDIO:
            return
        if self.schema_file == Path(self.output):
            raise Failed(diagnose("files.same-output", Span(self.output), path=self.output))
        if not self.force:
            refuse_existing(Path(self.output))

    def put(self, show: Show, text: str, inputs: tuple[Path, ...] = ()) -> None:
        """Write ``text`` to a file or standard output. Raises Failed."""
        if self.output == STDIO:
            put_bytes(text.encode())
            return
        path = Path(self.output)
        wanted = {path.name: text.encode()}
        if self.schema_file:  # first, so that with the outline all is there
            wanted = {SCHEMA_FILE: _schema_text().encode()} | wanted
        saved = save(path.parent, wanted, inputs=inputs, force=self.force)
        show.kept(saved.backups)
        for name in reversed(wanted):
            show.say(f"書き出しました: {path.parent / name}")


_STYLES: "tuple[Style, ...]" = ("体言止め", "常体", "敬体")


def _count(option: str, value: str | None) -> int:
    """Return the number given, 0 if none. Raises Failed if it is none."""
    if value is None:
        return 0
    number = int(value) if value.isdecimal() else 0
    if not 1 <= number <= limits.DRAFT_LENGTH:
        most = limits.DRAFT_LENGTH
        raise Failed(diagnose("draft.bad-number", option=option, value=value, most=most))
    return number


def _style(value: str) -> "Style":
    """Return the style of that name. Raises Failed if there is none."""
    found = next((style for style in _STYLES if style == value), None)
    if found is None:
        raise Failed(diagnose("draft.bad-style", value=value, styles="・".join(_STYLES)))
    return found


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("-o", "--output", metavar="FILE", help="書き出す YAML（- なら標準出力）。")
@_FORCE
@_WITH_SCHEMA
@click.option("--slides", metavar="N", help="本文のスライドをおよそ N 枚にする（1〜200）。")
@click.option(
    "--minutes",
    metavar="N",
    help="N 分の発表にする（1〜200）。1 分に本文 1 枚、ノートは 300 字。",
)
@click.option(
    "--style",
    metavar="文体",
    default=_STYLES[0],
    help="主張と項目の文体。体言止め（既定）・常体・敬体。",
)
@assisting.assist_options
@command
def outline(
    show: Show,
    article: str,
    output: str | None,
    force: bool,
    with_schema: bool,
    slides: str | None,
    minutes: str | None,
    style: str,
    assist: bool,
    assist_url: str | None,
    assist_model: str | None,
    assist_timeout: float,
) -> None:
    """記事（テキスト・Markdown・HTML・Word・PowerPoint・PDF）から、アウトラインを下書きする。

    -o がなければ、いまのフォルダに記事と同じ名前の .yaml を書く。すでにあれば上書きしない。
    人が確かめるべき点を示す。

    \b
    例: shiryo outline 記事.txt -o 資料.yaml
        shiryo outline 記事.txt --minutes 10 --style 敬体
        shiryo outline 記事.txt --assist --assist-url http://localhost:11434/v1 --assist-model 名前
        cat 記事.md | shiryo outline - -o - > 資料.yaml
    """
    counts = {"slides": _count("slides", slides), "minutes": _count("minutes", minutes)}
    said = _style(style)
    if output is None:
        output = STDIO if article == STDIO else f"{Path(article).stem}.yaml"
    target = _Target(output, force, with_schema)
    target.check()
    import shiryo
    from shiryo.workspace import named

    value, read = shiryo.read(article)
    made, drafted = shiryo.draft(
        value,
        _seen_from(article, output),
        slides=counts["slides"],
        minutes=counts["minutes"],
        style=said,
    )
    if assist:
        made, assisted = assisting.reword(
            show, made, value, url=assist_url, model=assist_model, timeout=assist_timeout
        )
        drafted += assisted
    target.put(show, shiryo.dump(made), () if article == STDIO else (Path(article),))
    if STDIO not in (article, output):
        drafted += named.remember(output, article)
    show.diagnostics((*read, *drafted))
    if output != STDIO:
        show.say(f"次は: {output} を直し、shiryo check {output} と shiryo build {output}")


def _seen_from(article: str, output: str) -> str:
    """Return the article's path as the outline, in its own folder, should give it."""
    if article == STDIO:
        return STDIO
    folder = Path() if output == STDIO else Path(output).parent
    try:
        return Path(os.path.relpath(article, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(article).resolve().as_posix()


@click.command()
@click.argument("name", metavar="NAME")
@click.option("-o", "--output", metavar="FILE", help="書き出す YAML（- なら標準出力）。")
@_FORCE
@_WITH_SCHEMA
@command
def new(show: Show, name: str, output: str | None, force: bool, with_schema: bool) -> None:
    """記事なしで始めるための、書き方の説明が付いたアウトラインを書く。

    \b
    例: shiryo new 説明会          説明会.yaml を書く
        shiryo new 説明会 -o -     標準出力に書く
    """
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if not stem.strip() or "\n" in stem or "\0" in stem:
        raise Failed(diagnose("files.bad-name", name=name))
    from shiryo.outline.yaml import rewrite

    text = files("shiryo.outline").joinpath("new.yaml").read_text("utf-8")
    text = rewrite(text, {("title",): characters.clean(Path(stem).name)})
    target = _Target(output or f"{stem}.yaml", force, with_schema)
    target.check()
    target.put(show, text)
    if output != STDIO:
        show.say("次は: 中身を書き替え、shiryo build で作ってください")


@click.command()
@click.option(
    "-o", "--output", metavar="FILE", default=STDIO, help="書き出す先（既定は標準出力）。"
)
@_FORCE
@command
def schema(show: Show, output: str, force: bool) -> None:
    """アウトラインの JSON Schema を出す。エディターの入力補完と検査に使う。

    \b
    例: shiryo schema -o shiryo.schema.json
    """
    _Target(output, force).put(show, _schema_text())
