"""Pages of glyphs from the real fonts, for the writers that draw them."""

from functools import cache

import uharfbuzz as hb

from shiryo.pages import FontFile, GlyphRun, Info, Item, Line, Page, PageSet, TextBox
from shiryo.typeset.fonts import Face, load
from shiryo.units import Rect

SIZE = (595.0, 842.0)
INK = "16243A"
_FACES = (("gothic", 400), ("gothic", 700), ("mincho", 400))


@cache
def faces() -> dict[str, Face]:
    fonts = load(["Noto Sans JP"], ["Noto Serif JP"])
    return {face.key: face for face in (fonts.face(*which) for which in _FACES)}


def run(
    text: str,
    x: float = 50,
    baseline: float = 100,
    *,
    font: str = "gothic-400",
    size: float = 12,
    spacing: float = 0,
    colour: str = INK,
    href: str | None = None,
) -> GlyphRun:
    """Set ``text`` with HarfBuzz, ``spacing`` points after every glyph."""
    face = faces()[font]
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    hb.shape(face.font, buffer)
    starts = [info.cluster for info in buffer.glyph_infos]
    glyphs = []
    for n, (info, place) in enumerate(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)):
        end = next((start for start in starts[n:] if start > info.cluster), len(text))
        characters = "" if info.cluster in starts[:n] else text[info.cluster : end]
        advance = place.x_advance / face.units_per_em * size + spacing
        glyphs.append((info.codepoint, advance, characters))
    return GlyphRun(x, baseline, font, size, colour, tuple(glyphs), href)


def box(*runs: GlyphRun) -> TextBox:
    """Return a box of one line a run."""
    return TextBox(Rect(0, 0, *SIZE), (), tuple(Line((r,)) for r in runs))


def page_set(*pages: Page, info: Info | None = None, **more) -> PageSet:
    fonts = {
        face.key: FontFile(
            face.key,
            face.family,
            face.ps_name,
            face.weight,
            face.font.face,
            face.units_per_em,
            face.ascent,
            face.descent,
            face.cap_height,
            face.variations,
        )
        for face in faces().values()
    }
    return PageSet(*SIZE, pages, info or Info("題名"), fonts, **more)


def one_page(*items: Item) -> PageSet:
    return page_set(Page(items))
