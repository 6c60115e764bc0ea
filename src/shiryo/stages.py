"""The stages in a chain: an outline and all that it refers to → the bytes of its outputs."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from itertools import islice
from typing import Final, Literal

from shiryo import limits
from shiryo.article.model import Article
from shiryo.compose.material import Material
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, diagnose, has_errors
from shiryo.outline.yaml import Loaded
from shiryo.pages import PageSet
from shiryo.press import Laid, Press
from shiryo.template.model import Template
from shiryo.values import dataclass

Output = Literal["deck", "deck-pdf", "handout", "previews", "svg"]

DECK: Final = "deck"
DECK_PDF: Final = "deck-pdf"
HANDOUT: Final = "handout"
PREVIEWS: Final = "previews"
SVG: Final = "svg"
_LAID_OUT = {DECK: {DECK, DECK_PDF, PREVIEWS, SVG}, HANDOUT: {HANDOUT, PREVIEWS, SVG}}
"""What is laid out, and for which outputs."""
PREVIEW_WIDTH = 1280
"""Pixels."""


Progress = Callable[[str], None]
"""Is told the name of each step as it begins."""


def steps(want: frozenset[str]) -> tuple[str, ...]:
    """Return the steps that building ``want`` takes, in order."""
    taken = {
        "pages": True,
        "svg": SVG in want,
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
    families: tuple[str, ...] = ()
    """Those that the deck asks for, which its readers should have."""
    deck_pdf: bytes | None = None
    pdfs: Mapping[str, bytes] = field(default_factory=dict)
    """The handouts by the variants asked for; that which the outline names is `HANDOUT`."""
    previews: tuple[tuple[str, bytes], ...] = ()
    """File name (``slides/01.png``, ``handout/1.png``) and PNG."""
    drawings: tuple[tuple[str, bytes], ...] = ()
    """File name (``slides-svg/01.svg``, ``handout-svg/1.svg``) and SVG."""
    slides: tuple[str, ...] = ()
    """The title of each slide, where anything was asked for that has slides."""

    @property
    def pdf(self) -> bytes | None:
        """The only handout, or the first."""
        return next(iter(self.pdfs.values()), None)


def build(
    loaded: Loaded,
    *,
    article: Article | None,
    templates: Mapping[str, Template],
    assets: Mapping[str, bytes | None],
    want: frozenset[str],
    variants: Sequence[str] = (),
    timestamp: dt.datetime | None = None,
    progress: Progress = lambda _step: None,
) -> tuple[Outputs, Diagnostics]:
    """Build what ``want`` names (`DECK`, `DECK_PDF`, `HANDOUT`, `PREVIEWS`, `SVG`).

    ``templates`` has one for ``deck`` and one for ``handout``; ``assets`` maps the files that the
    outline names to their bytes; ``variants`` are those of the handout, by default the one that the
    outline names. ``timestamp`` is written into the files in place of the outline's date;
    ``progress`` is told each of the `steps` as it begins. Raises Failed, with all that is known to
    be wrong, where any stage reports an error.
    """
    progress("pages")
    material = _material(loaded, article, assets)
    made, diagnostics = _pages(Press(material, templates), want, variants)
    if has_errors(diagnostics):
        raise Failed(*diagnostics)
    made = {name: _dated(pages, timestamp) for name, pages in made.items()}
    slides = tuple(page.title for page in made[DECK].pages) if DECK in made else ()
    pptx = deck_pdf = None
    families: tuple[str, ...] = ()
    pdfs: dict[str, bytes] = {}
    most = limits.PREVIEWS if want - {PREVIEWS, SVG} else None
    drawings: list[tuple[str, bytes]] = []
    if SVG in want:
        progress("svg")
        drawings, cut = _drawings(made, most)
        diagnostics += cut
    if DECK in want:
        progress("pptx")
        from shiryo.render import pptx as pptx_writer

        pptx, families = pptx_writer.write(made[DECK]), made[DECK].families
        if not want & {DECK_PDF, PREVIEWS}:
            del made[DECK]
    if DECK_PDF in want:
        progress("deck-pdf")
        deck_pdf = _pdf(made, DECK)
    if HANDOUT in want or PREVIEWS in want:
        progress("pdf")
        pdfs = {name: _pdf(made, name) for name in [*made] if name != DECK}
    previews: list[tuple[str, bytes]] = []
    if PREVIEWS in want:
        progress("previews")
        count = len(made[DECK].pages) if DECK in made else None
        previews, cut = _previews(deck_pdf or _pdf(made, DECK, most), count, pdfs, most)
        diagnostics += cut
    kept = pdfs if HANDOUT in want else {}
    outputs = Outputs(pptx, families, deck_pdf, kept, tuple(previews), tuple(drawings), slides)
    return outputs, tuple(dict.fromkeys(diagnostics))


def inspect(
    loaded: Loaded,
    *,
    article: Article | None,
    templates: Mapping[str, Template],
    assets: Mapping[str, bytes | None],
) -> Diagnostics:
    """Compose and lay out deck and handout, and return only what is wrong with them."""
    material = _material(loaded, article, assets)
    return _pages(Press(material, templates), frozenset({DECK, HANDOUT}), ())[1]


def _pdf(made: dict[str, PageSet], name: str, most: int | None = None) -> bytes:
    """Take the first ``most`` pages of an output, or all, and return their file.

    They are let go once they are drawn.
    """
    from shiryo.render import pdf

    pages = made.pop(name)
    drawn = pdf.draw(replace(pages, pages=pages.pages[:most]) if most else pages)
    del pages
    return drawn.finished()


def _material(
    loaded: Loaded, article: Article | None, assets: Mapping[str, bytes | None]
) -> Material:
    return Material(loaded.outline, loaded.places, loaded.file, article, assets)


def _pages(
    press: Press, want: frozenset[str], variants: Sequence[str]
) -> tuple[dict[str, PageSet], Diagnostics]:
    made: dict[str, Laid] = {}
    if want & _LAID_OUT[DECK]:
        made[DECK] = press.deck
    if want & _LAID_OUT[HANDOUT]:
        own = press.material.outline.handout.variant
        made |= {v or HANDOUT: press.handout(v or own) for v in variants or ("",)}
    found = (diagnostic for _, problems in made.values() for diagnostic in problems)
    return {name: pages for name, (pages, _) in made.items()}, tuple(dict.fromkeys(found))


def _previews(
    deck: bytes, slides: int | None, handouts: Mapping[str, bytes], most: int | None
) -> tuple[list[tuple[str, bytes]], Diagnostics]:
    """Return the first ``most`` pages of each file as pictures, and which outputs have more.

    ``slides``: how many the deck has, where its file need not have them all.
    """
    from shiryo.render import png

    folders = {_folder(name): file for name, file in handouts.items()}
    made, cut = list[tuple[str, bytes]](), list[Diagnostic]()
    for folder, document in (("slides", deck), *folders.items()):
        count = slides if folder == "slides" and slides else png.count(document)
        width = len(str(count))
        pictures = islice(png.write(document, PREVIEW_WIDTH), most)
        made += [(f"{folder}/{n:0{width}}.png", picture) for n, picture in enumerate(pictures, 1)]
        if most is not None and count > most:
            cut.append(diagnose("files.first-previews", name=folder, count=count, most=most))
    return made, tuple(cut)


def _drawings(
    made: Mapping[str, PageSet], most: int | None
) -> tuple[list[tuple[str, bytes]], Diagnostics]:
    """Return the first ``most`` pages of each output as SVG, and which outputs have more."""
    from shiryo.render import svg

    drawn, cut = list[tuple[str, bytes]](), list[Diagnostic]()
    for name, pages in made.items():
        folder = "slides" if name == DECK else _folder(name)
        count = len(pages.pages)
        files = islice(svg.write(pages, folder), most)
        width = len(str(count))
        drawn += [(f"{folder}-svg/{n:0{width}}.svg", file) for n, file in enumerate(files, 1)]
        if most is not None and count > most:
            cut.append(diagnose("files.first-previews", name=folder, count=count, most=most))
    return drawn, tuple(cut)


def _folder(handout: str) -> str:
    """Return the name of the folder for pictures of a handout."""
    return handout if handout == HANDOUT else f"{HANDOUT}-{handout}"


def _dated(pages: PageSet, timestamp: dt.datetime | None) -> PageSet:
    if timestamp is None:
        return pages
    return replace(pages, info=replace(pages.info, date=timestamp.isoformat()))
