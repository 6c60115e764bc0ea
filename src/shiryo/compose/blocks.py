"""Blocks of the outline → blocks of the document, the same for deck and handout."""

from collections.abc import Callable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from shiryo import document, inline, limits
from shiryo.compose import pictures
from shiryo.compose.chart import chart
from shiryo.compose.looks import looks
from shiryo.compose.material import Composer
from shiryo.compose.numbering import numbered
from shiryo.diagnostics import Path
from shiryo.outline import model


def block(composer: Composer, source: model.Block, path: Path) -> document.Block | None:
    """Compose one block; ``path`` is where it stands. None where it cannot be had."""
    return compose(source, composer, path)


def items(
    composer: Composer, source: tuple[model.Item, ...], path: Path
) -> tuple[document.Item, ...]:
    """Compose the items of a list."""
    return tuple(_item(composer, item, (*path, n)) for n, item in enumerate(source))


def _item(composer: Composer, source: model.Item, path: Path) -> document.Item:
    made = document.Item(
        composer.said(source, path),
        composer.text(source.title, (*path, "title")),
        composer.text(source.note, (*path, "note")),
        numbered(items(composer, source.items, (*path, "items"))),
        source.again,
    )
    return made.resumed(composer.label("resumed")) if source.again else made


def lines(source: Any) -> list[model.LineRange]:
    """Return every line range that ``source`` (a node of the outline) and what it holds cite."""
    found = list(source.lines) if isinstance(source, model.Sourced) else []
    if isinstance(source, model.Node):
        for name in type(source).model_fields:
            found += lines(getattr(source, name))
    elif isinstance(source, tuple):
        for part in source:
            found += lines(part)
    return found


@singledispatch
def compose(source: Any, _composer: Composer, _path: Path) -> document.Block | None:
    """Compose a block of one kind: each kind registers its own function."""
    raise TypeError(f"no way to compose {type(source).__name__}")


@compose.register
def _bullets(source: model.BulletsBlock, composer: Composer, path: Path) -> document.Block:
    below = (*path, "bullets")
    made = items(composer, source.bullets, below)
    if all(item.title for item in made):  # shown as cards, each of which says something
        made = tuple(
            _filled(composer, i, s, (*below, n))
            for n, (i, s) in enumerate(zip(made, source.bullets, strict=True))
        )
    return document.Bullets(made, source.start)


def _filled(
    composer: Composer, item: document.Item, source: model.Item, path: Path
) -> document.Item:
    """Return an item; one that has but a title and a full text, with that."""
    if item.text or item.note or item.items or not source.full:
        return item
    return replace(item, text=composer.text(source.full, (*path, "full")))


@compose.register
def _steps(source: model.StepsBlock, composer: Composer, path: Path) -> document.Block:
    below = (*path, "steps")
    return document.Steps(
        tuple(
            document.Step(
                composer.text(s.title, (*below, n, "title")), composer.said(s, (*below, n)), s.now
            )
            for n, s in enumerate(source.steps)
        ),
        source.start,
    )


@compose.register
def _timeline(source: model.TimelineBlock, composer: Composer, path: Path) -> document.Block:
    below = (*path, "timeline")
    return document.Timeline(
        tuple(
            document.Event(
                composer.text(e.date, (*below, n, "date")), composer.said(e, (*below, n))
            )
            for n, e in enumerate(source.timeline)
        )
    )


@compose.register
def _table(source: model.TableBlock, composer: Composer, path: Path) -> document.Block:
    text = _texts(composer, (*path, "table"))
    body = source.table
    return document.Table(
        tuple(text(c, "columns", n) for n, c in enumerate(body.columns)),
        tuple(
            tuple(text(c, "rows", n, name, m) for m, c in enumerate(getattr(row, name)))
            for n, row in enumerate(body.rows)
            for name in ("full" if composer.whole and row.full else "cells",)
        ),
        text(body.caption, "caption"),
        tuple("" if align == "auto" else align for align in body.align),
        body.widths,
        tuple(text(note, "notes", n) for n, note in enumerate(body.notes)),
        *looks(body, text),
    )


@compose.register
def _compare(source: model.CompareBlock, composer: Composer, path: Path) -> document.Block:
    below = (*path, "compare", "columns")
    return document.Compare(
        tuple(
            document.Side(
                composer.text(side.title, (*below, n, "title")),
                items(composer, side.items, (*below, n, "items")),
                side.tone == "caution",
            )
            for n, side in enumerate(source.compare.columns)
        )
    )


@compose.register
def _definition(source: model.DefinitionBlock, composer: Composer, path: Path) -> document.Block:
    body, where = source.definition, (*path, "definition")
    below = items(composer, body.items, (*where, "items"))
    term = composer.text(body.term, (*where, "term"))
    return document.Definition(term, composer.said(body, where), below)


@compose.register
def _quote(source: model.QuoteBlock, composer: Composer, path: Path) -> document.Block:
    text = _texts(composer, (*path, "quote"))
    where: Path = (*path, "quote", "by")
    by = composer.added("quote-source", where, by=composer.string(source.quote.by, where))
    href = composer.address(source.quote.url, (*path, "quote", "url"))
    linked = tuple(replace(run, href=run.href or href) for run in by) if href else by
    return document.Quote(text(source.quote.text, "text"), linked)


@compose.register
def _dialogue(source: model.DialogueBlock, composer: Composer, path: Path) -> document.Block:
    text = _texts(composer, (*path, "dialogue"))
    return document.Dialogue(
        tuple(
            document.Utterance(text(u.speaker, n, "speaker"), text(u.text, n, "text"))
            for n, u in enumerate(source.dialogue)
        )
    )


@compose.register
def _figures(source: model.FiguresBlock, composer: Composer, path: Path) -> document.Block:
    text = _texts(composer, (*path, "figures"))
    return document.Figures(
        tuple(
            document.Figure(
                _on_one_line(composer.string(f.value, (*path, "figures", n, "value"))),
                _on_one_line(composer.string(f.unit, (*path, "figures", n, "unit"))),
                text(f.label, n, "label"),
                text(f.note, n, "note"),
                (*path, "figures", n),
            )
            for n, f in enumerate(source.figures)
        )
    )


def _on_one_line(text: str) -> str:
    return " ".join(text.splitlines())


@compose.register
def _chart(source: model.ChartBlock, composer: Composer, path: Path) -> document.Block | None:
    return chart(composer, source.chart, (*path, "chart"))


@compose.register
def _image(source: model.ImageBlock, composer: Composer, path: Path) -> document.Block | None:
    body, where = source.image, (*path, "image")
    made = named_picture(composer, body.file, (*where, "file"))
    if made is None:
        return None
    text = _texts(composer, where)
    alt = composer.string(body.alt, (*where, "alt"))
    return document.Image(
        made.data, made.size, alt, text(body.caption, "caption"), text(body.credit, "credit")
    )


@compose.register
def _prose(source: model.TextBlock, composer: Composer, path: Path) -> document.Block:
    text = _texts(composer, (*path, "text"))
    return document.Prose(tuple(text(p.text, n, "text") for n, p in enumerate(source.text)))


def _texts(composer: Composer, path: Path) -> Callable[..., inline.Text]:
    return lambda source, *below: composer.text(source, (*path, *below))


def named_picture(composer: Composer, file: str, path: Path) -> pictures.Picture | None:
    """Return a picture that the outline names; None, which is reported, where it cannot be had."""
    data = composer.material.assets.get(file)
    if data is None:
        composer.report("compose.no-image", path, file=file)
        return None
    return picture(composer, data, path, file)


def picture(composer: Composer, data: bytes, path: Path, file: str) -> pictures.Picture | None:
    """Return a picture that can be put into outputs; None, which is reported, where it cannot."""
    try:
        made = pictures.picture(data)
    except pictures.TooLarge:
        most = (limits.JPEG_PIXELS, limits.PNG_PIXELS)
        jpeg, png = (f"{pixels // 10_000:,}" for pixels in most)
        composer.report("compose.large-image", path, file=file, jpeg=jpeg, png=png)
        return None
    if made is None:
        composer.report("compose.bad-image", path, file=file)
    elif not composer.takes(made.data, made.cost):
        composer.report("compose.many-pixels", path, most=f"{limits.PIXELS // 10_000:,}")
        return None
    return made
