"""``shiryo fonts``: what there is to set with, and what an outline is set with."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from shiryo.cli.show import Show, command
from shiryo.cli.terminal import as_json, line, put
from shiryo.japanese.width import width
from shiryo.messages import entries, wording
from shiryo.values import dataclass
from shiryo.workspace.reach import of_person, root_option

if TYPE_CHECKING:
    from shiryo.typeset.fonts.library import Source

_ORIGINS = ("template", "package", "system")
"""In the order in which they are looked in."""
_HEADS = ("family", "weight", "form", "JIS X 0208", "JIS X 0213", "usable", "licence", "origin")
_USED = ("output", "family", "weight", "ps-name")
_USABLE = "○"
_KANA = 0x3042
"""A character that every Japanese font has."""


@dataclass(frozen=True)
class Row:
    """A family in one place."""

    family: str
    weights: str
    form: str
    jis_x_0208: float
    jis_x_0213: float
    usable: str
    licence: str
    origin: str
    paths: tuple[str, ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """What is shown of it."""
        shares = (f"{self.jis_x_0208:.1%}", f"{self.jis_x_0213:.1%}")
        return (
            self.family,
            self.weights,
            self.form,
            *shares,
            self.usable,
            self.licence,
            self.origin,
        )


@click.command("fonts", help=wording("commands.fonts"))
@click.argument("outline", metavar="[OUTLINE]", required=False)
@click.option("-t", "--template", metavar="NAME", help=wording("cli.fonts-template"))
@click.option("--all", "all_", is_flag=True, help=wording("cli.fonts-all"))
@root_option
@command
def fonts(
    show: Show, outline: str | None, template: str | None, all_: bool, roots: tuple[str, ...]
) -> None:
    """List the fonts that there are, or those that an outline is set with."""
    if outline:
        _print(list(_used(show, outline, roots)), show, _USED)
        return
    from shiryo.typeset.fonts import library
    from shiryo.workspace import templates

    folders = templates.template(template, Path(), of_person()).fonts if template else ()
    rows = [row for row in _rows(library.everything(folders)) if all_ or row.usable == _USABLE]
    if show.as_json:
        for row in rows:
            put(as_json(vars(row)))
        return
    _print([row.cells for row in rows], show, _HEADS)
    if show.verbose:
        for row in rows:
            put("\n".join((f"{line(row.family)}:", *(f"  {line(path)}" for path in row.paths))))


def _rows(sources: "Iterable[Source]") -> Iterator[Row]:
    for _, group in groupby(
        sorted(sources, key=lambda s: (_ORIGINS.index(s.origin), s.family)),
        key=lambda s: (s.origin, s.family),
    ):
        yield _row(list(group))


def _row(sources: "Sequence[Source]") -> Row:
    from shiryo.typeset.fonts import library

    first = sources[0]
    weights = sorted({source.weights for source in sources})
    forms = {
        ("CFF" if s.cff else "glyf") + (wording("cli.fonts.variable") if s.variable else "")
        for s in sources
    }
    return Row(
        first.family,
        "・".join(str(low) if low == high else f"{low}–{high}" for low, high in weights),
        "、".join(sorted(forms)),
        first.covers(library.jis_x_0208()),
        first.covers(library.jis_x_0213()),
        _usable(sources),
        _licence(first.licence),
        wording(f"cli.fonts.{first.origin}"),
        tuple(dict.fromkeys(str(source.path) for source in sources)),
    )


def _usable(sources: "Sequence[Source]") -> str:
    if sources[0].is_foreign:
        return wording("cli.fonts.foreign")
    if not all(source.embeddable for source in sources):
        return wording("cli.fonts.not-embeddable")
    return _USABLE if _KANA in sources[0].face.unicodes else wording("cli.fonts.no-japanese")


def _licence(said: str) -> str:
    for name, phrase in (
        ("OFL", "Open Font License"),
        ("IPA", "IPA Font License"),
        ("Apache", "Apache"),
    ):
        if phrase in said:
            return name
    first = " ".join(said.split())
    return f"{first[:23]}…" if len(first) > 24 else first or wording("cli.fonts.no-licence")


def _used(show: Show, outline: str, roots: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each font that the outputs of ``outline`` are set with."""
    from shiryo import stages
    from shiryo.compose.material import Material
    from shiryo.press import Press
    from shiryo.workspace.job import prepare

    job = prepare(outline, roots)
    loaded = job.loaded
    material = Material(loaded.outline, loaded.places, loaded.file, job.article, job.assets)
    for kind in (stages.DECK, stages.HANDOUT):
        press = Press(material, job.templates)  # its own for each, which counts their fonts
        variant = loaded.outline.handout.variant
        made, found = press.deck if kind == stages.DECK else press.handout(variant)
        show.diagnostics(tuple(d for d in found if d.stage == "typeset"))
        for font in made.fonts.values():
            yield wording(f"cli.fonts.{kind}"), font.family, str(font.weight), font.ps_name


def _print(rows: Sequence[Sequence[str]], show: Show, heads: Sequence[str]) -> None:
    """Print a table; as data a row a line."""
    known = entries("cli")["fonts"]
    heads = [known.get(head, head) for head in heads]
    if show.as_json:
        for row in rows:
            put(as_json(dict(zip(heads, row, strict=True))))
        return
    table = [heads, *([line(cell) for cell in row] for row in rows)]
    widths = [max(_columns(row[n]) for row in table) for n in range(len(heads))]
    for row in table:
        cells = (
            cell + " " * (size - _columns(cell)) for cell, size in zip(row, widths, strict=True)
        )
        put("  ".join(cells).rstrip())


def _columns(text: str) -> int:
    """Return how many columns of a terminal ``text`` takes."""
    return int(2 * width(text, ambiguous=False))
