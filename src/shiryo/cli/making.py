"""``shiryo outline``, ``new`` and ``schema``: making what a person then edits."""

import json
import os
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

import click

from shiryo import characters, limits
from shiryo.cli import assisting
from shiryo.cli.show import Show, command
from shiryo.cli.terminal import put_bytes
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass
from shiryo.workspace.files import STDIO, read_bytes
from shiryo.workspace.saving import refuse_existing, save

_FORCE = click.option("--force", is_flag=True, help=wording("cli.force"))
_WITH_SCHEMA = click.option("--with-schema", is_flag=True, help=wording("cli.with-schema"))
if TYPE_CHECKING:
    from shiryo.outline.model import Style


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
        from shiryo.outline.writing import SCHEMA_FILE

        return Path(self.output).parent / SCHEMA_FILE if self.with_schema else None

    def check(self) -> None:
        """Raise Failed where it is clear that nothing can be written; before the work is done."""
        if self.output == STDIO:
            return
        if self.schema_file == Path(self.output):
            raise Failed(diagnose("files.same-output", Span(self.output), path=self.output))
        if not self.force:
            refuse_existing(Path(self.output))

    def pointed(self, text: str) -> str:
        """Return an outline with a line for editors if the schema is, or comes, beside it."""
        from shiryo.outline.writing import SCHEMA_FILE, SCHEMA_LINE

        there = self.output != STDIO and (Path(self.output).parent / SCHEMA_FILE).is_file()
        return SCHEMA_LINE + text if there or self.with_schema else text

    def put(
        self,
        show: Show,
        text: str,
        inputs: tuple[Path, ...] = (),
        figures: Mapping[str, bytes] = MappingProxyType({}),
    ) -> None:
        """Write ``text`` to a file, ``figures`` beside it, or to standard output. Raises Failed."""
        if self.output == STDIO:
            put_bytes(text.encode())
            return
        path = Path(self.output)
        wanted = {**figures, path.name: text.encode()}
        if self.schema_file:  # first, so that with the outline all is there
            wanted = {self.schema_file.name: _schema_text().encode()} | wanted
        saved = save(path.parent, wanted, inputs=inputs, force=self.force)
        show.diagnostics(saved.diagnostics)
        show.kept(saved.backups)
        for folder, count in Counter(name.partition("/")[0] for name in figures).items():
            show.say(wording("cli.said.wrote-figures", path=path.parent / folder, count=count))
        for name in (name for name in reversed(wanted) if name not in figures):
            show.say(wording("cli.said.wrote", path=path.parent / name))


def _count(option: str, value: str | None) -> int:
    """Return the number given, 0 if none. Raises Failed if it is none."""
    if value is None:
        return 0
    number = int(value) if value.isdecimal() else 0
    if not 1 <= number <= limits.DRAFT_LENGTH:
        most = limits.DRAFT_LENGTH
        raise Failed(diagnose("draft.bad-number", option=option, value=value, most=most))
    return number


def _style(value: str | None) -> "Style":
    """Return the style of that name, or the usual one. Raises Failed if there is none."""
    from shiryo.outline.model import Style

    styles: tuple[Style, ...] = get_args(Style)
    found = next((style for style in styles if value in (None, style)), None)
    if found is None:
        raise Failed(diagnose("draft.bad-style", value=value, styles="・".join(styles)))
    return found


@click.command(help=wording("commands.outline"))
@click.argument("article", metavar="ARTICLE")
@click.option("-o", "--output", metavar="FILE", help=wording("cli.output-yaml"))
@_FORCE
@_WITH_SCHEMA
@click.option("--slides", metavar="N", help=wording("cli.slides", most=limits.DRAFT_LENGTH))
@click.option(
    "--minutes",
    metavar="N",
    help=wording("cli.minutes", most=limits.DRAFT_LENGTH),
)
@click.option(
    "--style",
    metavar=wording("cli.style"),
    help=wording("cli.styles"),
)
@assisting.assist_options
@command
def outline(  # noqa: PLR0913 (an option each)
    show: Show,
    article: str,
    output: str | None,
    force: bool,
    with_schema: bool,
    slides: str | None,
    minutes: str | None,
    style: str | None,
    assist: bool,
    assist_dry_run: bool,
    assist_anew: bool,
    assist_url: str | None,
    assist_model: str | None,
    assist_timeout: float,
) -> None:
    """Draft an outline from an article."""
    asking = assisting.Assist(
        assist, assist_dry_run, assist_anew, assist_url, assist_model, assist_timeout
    )
    from shiryo.outline.model import DraftOptions

    counts = {"slides": _count("slides", slides), "minutes": _count("minutes", minutes)}
    options = DraftOptions(**counts, style=_style(style))
    if output is None:
        output = STDIO if article == STDIO else f"{Path(article).stem}.yaml"
    target = _Target(output, force, with_schema)
    if not asking.dry:
        target.check()
    import shiryo
    from shiryo.workspace import beside, named

    data = read_bytes(article, limits.ARTICLE_BYTES)
    value, read = shiryo.read(article, data)
    made, figures, drafted = beside.draft(output, value, data, seen_from(article, output), options)
    if asking.dry:
        put_bytes(assisting.rehearse(made, value, asking).encode())
        return
    if asking.wanted:
        made, assisted = assisting.reword(show, made, value, asking)
        drafted += assisted
    inputs = () if article == STDIO else (Path(article),)
    target.put(show, target.pointed(shiryo.dump(made)), inputs, figures)
    if STDIO not in (article, output):
        drafted += named.remember(output, article)
    show.diagnostics((*read, *drafted))
    if output != STDIO:
        show.say(wording("cli.said.next", output=output))


def seen_from(article: str, output: str) -> str:
    """Return the article's path as the outline, in its own folder, should give it."""
    if article == STDIO:
        return STDIO
    folder = Path() if output == STDIO else Path(output).parent
    try:
        return Path(os.path.relpath(article, folder)).as_posix()
    except ValueError:  # on another drive
        return Path(article).resolve().as_posix()


@click.command(help=wording("commands.new"))
@click.argument("name", metavar="NAME")
@click.option("-o", "--output", metavar="FILE", help=wording("cli.output-yaml"))
@_FORCE
@_WITH_SCHEMA
@command
def new(show: Show, name: str, output: str | None, force: bool, with_schema: bool) -> None:
    """Write an outline to begin with where there is no article."""
    stem = name.removesuffix(".yaml").removesuffix(".yml")
    if not stem.strip() or "\n" in stem or "\0" in stem:
        raise Failed(diagnose("files.bad-name", name=name))
    from shiryo.outline.yaml import rewrite

    text = files("shiryo.outline").joinpath("new.yaml").read_text("utf-8")
    text = rewrite(text, {("title",): characters.clean(Path(stem).name)})
    target = _Target(output or f"{stem}.yaml", force, with_schema)
    target.check()
    target.put(show, target.pointed(text))
    if output != STDIO:
        show.say(wording("cli.said.next-new"))


@click.command(help=wording("commands.schema"))
@click.option("-o", "--output", metavar="FILE", default=STDIO, help=wording("cli.output-schema"))
@_FORCE
@command
def schema(show: Show, output: str, force: bool) -> None:
    """Put out the outline's JSON Schema."""
    _Target(output, force).put(show, _schema_text())
