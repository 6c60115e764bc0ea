"""The stages in a chain: an outline and all that it refers to → the bytes of its outputs."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from shiryo.article.model import Article
from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, diagnose, has_errors
from shiryo.outline.yaml import Loaded
from shiryo.pages import PageSet
from shiryo.template.model import Template

DECK, DECK_PDF, HANDOUT, PREVIEWS = "deck", "deck-pdf", "handout", "previews"
_LAID_OUT = {DECK: {DECK, DECK_PDF, PREVIEWS}, HANDOUT: {HANDOUT, PREVIEWS}}
"""What is laid out, and for which outputs."""
PREVIEW_WIDTH = 1280
"""Pixels."""


Progress = Callable[[str], None]
"""Is told the name of each step as it begins."""


def steps(want: frozenset[str]) -> tuple[str, ...]:
    """Return the steps that building ``want`` takes, in order."""
    taken = {
        "pages": True,
        "pptx": DECK in want,
        "deck-pdf": DECK_PDF in want,
        "pdf": want & {HANDOUT, PREVIEWS},
        "previews": PREVIEWS in want,
    }
    return tuple(step for step, is_taken in taken.items() if is_taken)


@dataclass(frozen=True)
class Outputs:
    """What was built; None or empty where it was not asked for."""

    pptx: bytes | None = None
    deck_pdf: bytes | None = None
    pdf: bytes | None = None
    """The handout."""
    previews: tuple[tuple[str, bytes], ...] = ()
    """File name (``slides/01.png``, ``handout/1.png``) and PNG."""


def build(
    loaded: Loaded,
    *,
    article: Article | None,
    templates: Mapping[str, Template],
    assets: Mapping[str, bytes | None],
    want: frozenset[str],
    timestamp: dt.datetime | None = None,
    progress: Progress = lambda _step: None,
) -> tuple[Outputs, Diagnostics]:
    """Build what ``want`` names (`DECK`, `DECK_PDF`, `HANDOUT`, `PREVIEWS`).

    ``templates`` has one for ``deck`` and one for ``handout``; ``assets`` maps the files that the
    outline names to their bytes. ``timestamp`` is written into the files in place of the outline's
    date; ``progress`` is told each of the `steps` as it begins. Raises Failed, with all that is
    known to be wrong, where any stage reports an error.
    """
    progress("pages")
    made, diagnostics = _pages(loaded, article, templates, assets, want)
    if has_errors(diagnostics):
        raise Failed(*diagnostics)
    made = {name: _dated(pages, timestamp) for name, pages in made.items()}
    pptx = deck_pdf = pdf = None
    if DECK in want:
        progress("pptx")
        from shiryo.render import pptx as pptx_writer

        pptx = pptx_writer.write(made[DECK])
    if DECK_PDF in want:
        progress("deck-pdf")
        from shiryo.render import pdf as pdf_writer

        deck_pdf = pdf_writer.write(made[DECK])
    if HANDOUT in want or PREVIEWS in want:
        progress("pdf")
        from shiryo.render import pdf as pdf_writer

        pdf = pdf_writer.write(made[HANDOUT])
    previews = []
    if PREVIEWS in want and pdf:
        progress("previews")
        previews = list(_previews(deck_pdf or pdf_writer.write(made[DECK]), pdf))
    return Outputs(pptx, deck_pdf, pdf if HANDOUT in want else None, tuple(previews)), diagnostics


def inspect(
    loaded: Loaded,
    *,
    article: Article | None,
    templates: Mapping[str, Template],
    assets: Mapping[str, bytes | None],
) -> Diagnostics:
    """Compose and lay out deck and handout, and return only what is wrong with them."""
    return _pages(loaded, article, templates, assets, frozenset({DECK, HANDOUT}))[1]


def _pages(
    loaded: Loaded,
    article: Article | None,
    templates: Mapping[str, Template],
    assets: Mapping[str, bytes | None],
    want: frozenset[str],
) -> tuple[dict[str, PageSet], Diagnostics]:
    material = Material(loaded.outline, loaded.places, loaded.file, article, assets)
    made: dict[str, PageSet] = {}
    found: list[Diagnostic] = []
    for kind, outputs in _LAID_OUT.items():
        if want & outputs:
            made[kind], problems = lay_out(kind, material, templates[kind])
            found += problems
    return made, tuple(dict.fromkeys(found))


def lay_out(kind: str, material: Material, template: Template) -> tuple[PageSet, Diagnostics]:
    """Compose and lay out the `DECK` or the `HANDOUT`.

    Raises Failed where the template cannot serve.
    """
    from shiryo.typeset import fonts

    theme = template.theme
    faces = fonts.load(theme.fonts.gothic, theme.fonts.mincho, template.fonts)
    if kind == DECK:
        from shiryo.compose import deck as composing
        from shiryo.layout import deck as layout

        deck, composed = composing.compose(material, template)
        pages, laid_out = layout.lay_out(deck, theme, faces)
    else:
        from shiryo.compose import handout as composing_handout
        from shiryo.layout import handout as handout_layout

        handout, composed = composing_handout.compose(material, template)
        pages, laid_out = handout_layout.lay_out(handout, theme, faces)
    absent = tuple(diagnose("typeset.absent-font", name=name) for name in faces.absent)
    return pages, absent + tuple(_located(d, material.file) for d in (*composed, *laid_out))


def _located(diagnostic: Diagnostic, file: str) -> Diagnostic:
    """Give a diagnostic of layout, which knows lines but no files, the outline's name."""
    span = diagnostic.span
    if span is None or span.file:
        return diagnostic
    return replace(diagnostic, span=replace(span, file=file))


def _previews(deck: bytes, handout: bytes) -> Iterator[tuple[str, bytes]]:
    from shiryo.render import png

    for folder, document in (("slides", deck), ("handout", handout)):
        pictures = list(png.write(document, PREVIEW_WIDTH))
        width = len(str(len(pictures)))
        for n, picture in enumerate(pictures, 1):
            yield f"{folder}/{n:0{width}}.png", picture


def _dated(pages: PageSet, timestamp: dt.datetime | None) -> PageSet:
    if timestamp is None:
        return pages
    return replace(pages, info=replace(pages.info, date=timestamp.isoformat()))
