"""An outline drafted from a file, with the pictures that are to stand beside it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from shiryo import drafting
from shiryo.article.model import Article
from shiryo.diagnostics import Diagnostics
from shiryo.outline.model import DraftOptions, Outline
from shiryo.workspace import assets
from shiryo.workspace.files import STDIO
from shiryo.workspace.reach import of_outline


class Drafted(NamedTuple):
    """What came of an article."""

    outline: Outline
    figures: dict[str, bytes]
    """The article's own pictures that the outline shows: path from its folder → PNG or JPEG."""
    diagnostics: Diagnostics


def draft(
    path: str,
    article: Article,
    data: bytes,
    seen: str,
    options: DraftOptions,
    roots: Sequence[str] = (),
) -> Drafted:
    """Return what is drafted for the outline ``path`` from ``article``, read from ``data``.

    ``seen``: the article's path from the outline's folder; pictures beside the article are shown if
    the outline may read them. Nothing is written. Raises Failed.
    """
    packed = {} if path == STDIO else assets.packed(article, data)
    paths, figures = assets.named(packed, Path(path).stem)
    shown = assets.shown(article, seen, of_outline(path, roots))
    made, found = drafting.draft(article, seen, options, shown, paths)
    return Drafted(made, assets.kept(figures, made), found)
