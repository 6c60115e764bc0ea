"""Shaping: characters of a run → glyphs of the first face that has them."""

import unicodedata
from functools import cache

import uharfbuzz as hb

from shiryo.typeset.fonts import Face


def is_silent(character: str) -> bool:
    """Tell whether a character has no glyph of its own: controls, joiners, variation selectors."""
    return (
        unicodedata.category(character) in ("Cc", "Cf")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    )


@cache
def shape(face: Face, text: str, kern: bool) -> tuple[tuple[int, float, str], ...]:
    """Return glyph id, advance in em and characters of each glyph of ``text``."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr"
    buffer.language = "ja"
    hb.shape(face.font, buffer, {"kern": kern, "liga": False})
    starts = sorted({i.cluster for i in buffer.glyph_infos} | {len(text)})
    ends = dict(zip(starts, starts[1:], strict=False))
    glyphs = []
    seen = set()
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        start = info.cluster
        characters = "" if start in seen else text[start : ends[start]]
        seen.add(start)
        glyphs.append((info.codepoint, position.x_advance / face.units_per_em, characters))
    return tuple(glyphs)
