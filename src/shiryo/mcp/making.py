"""What an assistant makes: outlines from articles, files from outlines, pictures of pages."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

import shiryo
from shiryo import limits
from shiryo.diagnostics import Failed, diagnose
from shiryo.mcp.answers import Built, Drafted, Picture, problems
from shiryo.mcp.folder import Folder
from shiryo.mcp.reading import heads_of, sections
from shiryo.outline.model import DraftOptions, Style, Variant
from shiryo.stages import Output
from shiryo.workspace import beside, on_disk, outputs, saving
from shiryo.workspace.files import read_bytes
from shiryo.workspace.saving import Maker

_Length = Annotated[int, Field(ge=0, le=limits.DRAFT_LENGTH)]
_STYLE = DraftOptions().style
_TEXTS = (".md", ".txt")
_WIDTHS = (1280, 960, 640, 320)
"""Pixels of a picture: the first that makes no more bytes than a client takes; the last always
does, whatever is on a page."""


def draft_outline(
    folder: Folder,
    article: str,
    text: str = "",
    outline: str = "",
    slides: _Length = 0,
    minutes: _Length = 0,
    style: Style = _STYLE,
) -> Drafted:
    """Draft the outline of an article; with ``text``, write the article first. Raises Failed."""
    read_from = folder.find(article)
    path = folder.find(outline) if outline else read_from.with_suffix(".yaml")
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise Failed(diagnose("mcp.no-outline", path=folder.name(path)))
    saving.refuse_existing(path)
    if text and read_from.suffix.lower() not in _TEXTS:
        raise Failed(diagnose("mcp.no-text", path=article))
    data = text.encode() if text else read_bytes(str(read_from), limits.ARTICLE_BYTES)
    value, doubts = shiryo.read(read_from, data)
    seen = Path(os.path.relpath(read_from, path.parent)).as_posix()
    options = DraftOptions(slides=slides, minutes=minutes, style=style)
    made, figures, found = beside.draft(str(path), value, data, seen, options, [str(folder.root)])
    written = shiryo.dump(made)
    own = {folder.name(read_from): data} if text else {}
    names = {folder.name(path.parent / name): picture for name, picture in figures.items()}
    saving.save(folder.root, own | names | {folder.name(path): written.encode()}, again=False)
    return Drafted(
        outline=folder.name(path),
        digest=on_disk.digest(str(path)),
        sections=sections(written),
        files=[*own, *names, folder.name(path)],
        **dict(problems((*doubts, *found), folder, heads_of(written), str(path))),
    )


def build(
    folder: Folder,
    outline: str,
    want: Sequence[Output] = ("deck", "handout"),
    variants: Sequence[Variant] = (),
    to: str = "",
) -> Built:
    """Build the files of an outline beside it or in the folder ``to``. Raises Failed."""
    path, found, job = folder.job(outline, whole="full" in variants)
    made, said = shiryo.build(job, want, variants=variants)
    files, previews = outputs.named(str(path), made)
    target = folder.find(to) if to else path.parent
    maker = Maker.of(str(path), job.outline.title, target)
    saved = saving.save(target, files, maker, inputs=job.inputs, previews=previews)
    shown = problems((*said, *saved.diagnostics), folder, heads_of(found.text), str(path))
    return Built(
        outline=folder.name(path),
        files=[folder.name(target / name) for name in files],
        slides=list(made.slides),
        **dict(shown),
    )


def picture(
    folder: Folder,
    outline: str,
    of: Literal["deck", "handout"] = "deck",
    number: int = 1,
    variant: Variant | None = None,
) -> tuple[Picture, bytes]:
    """Return a page of an outline's deck or handout as a PNG file. Raises Failed."""
    from shiryo.render import png

    path, _, job = folder.job(outline, whole=variant == "full")
    want: Output = "deck-pdf" if of == "deck" else "handout"
    made, _ = shiryo.build(job, [want], variants=[variant] if variant else [])
    file = (made.deck_pdf if of == "deck" else made.pdf) or b""
    count = png.count(file)
    if not 1 <= number <= count:
        raise Failed(diagnose("mcp.no-page", number=number, count=count))
    title = made.slides[number - 1] if of == "deck" else ""
    name = folder.name(path)
    shown = Picture(
        outline=name, of=of, number=number, count=count, title=title, slides=list(made.slides)
    )
    drawn = (png.page(file, number - 1, width) for width in _WIDTHS)
    return shown, next(p for p in drawn if len(p) <= limits.ASSISTANT_PICTURE_BYTES)
