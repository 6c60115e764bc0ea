"""Shaping: characters → glyphs of a face, by HarfBuzz."""

import unicodedata
from typing import Any, Literal, NamedTuple

import uharfbuzz as hb

from shiryo import lazy_re as re

_MARK = (
    r"\u0300-\u036f\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff"
    r"\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
)
_WESTERN = r"!-~\u00a1-\u00ac\u00ae-\u1fff\u2010-\u2027\u2030-\u205e"
TOKEN = re.compile(
    rf"\n|[{_WESTERN}](?:[{_WESTERN}{_MARK}]|\u200d[^\n])*|[^\n](?:[{_MARK}]|\u200d[^\n])*"
)
"""What is shaped as one: a western word, or a character with its marks; or a line break."""


WESTERN = re.compile(rf"[{_WESTERN}]")

Form = Literal["", "palt", "vert", "hwid"]
"""Which forms of the characters are wanted, as a feature of fonts: their usual ones, those as wide
as they are drawn, those for vertical text (the pen then moves downwards), or half an em wide."""


class Shaped(NamedTuple):
    """A glyph; lengths in em."""

    gid: int
    advance: float
    text: str
    """The characters it stands for; "" for the later glyphs of a cluster."""
    offset: float = 0.0
    """Of the first glyph: how far to the right of the pen it stands."""


def is_silent(character: str) -> bool:
    """Tell whether a character needs no glyph: controls, joiners, variation selectors."""
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    return selector or unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp")


def shape(
    font: Any, units_per_em: int, text: str, kern: bool, form: Form = ""
) -> tuple[Shaped, ...]:
    """Return the glyphs of ``text``, left to right, in Japanese forms.

    Glyphs that are not placed where the pen is (marks) have their offset in the advances around
    them. Nothing is drawn for control characters; they stay in the text of a glyph.
    """
    down = form == "vert"
    features = {"kern": kern, "liga": False} | ({form: True} if form else {})
    buffer = _shaped(font, text, down, features)
    if any(not info.codepoint for info in buffer.glyph_infos):
        # Without their glyphs the syllables of other scripts would be clusters of any width.
        buffer = _shaped(font, text, down, features, alone=True)
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    left = {starts[0]: 0} if starts else {}
    glyphs = []
    for n, (info, place) in enumerate(zip(infos, places, strict=True)):
        onwards = places[n + 1].x_offset if n + 1 < len(places) else 0
        advance = -place.y_advance if down else place.x_advance - place.x_offset + onwards
        first = left.get(info.cluster, info.cluster)
        end = ends.pop(info.cluster, first)
        offset = 0 if n or down else place.x_offset
        glyphs.append(
            Shaped(info.codepoint, advance / units_per_em, text[first:end], offset / units_per_em)
        )
    return tuple(glyphs)


def _shaped(
    font: Any, text: str, down: bool, features: dict[str, bool], alone: bool = False
) -> Any:
    """Shape ``text``, every character ``alone`` or by the rules of its script."""
    buffer = hb.Buffer()
    buffer.add_codepoints([_drawn(character) for character in text])
    buffer.guess_segment_properties()
    buffer.direction, buffer.language = "ttb" if down else "ltr", "ja"
    if alone:
        buffer.script, buffer.cluster_level = "Zyyy", hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font, buffer, features)
    return buffer


def _drawn(character: str) -> int:
    """Return the code point to shape for ``character``."""
    if character == "\t":
        return 0x20
    silent = unicodedata.category(character) in ("Cc", "Zl", "Zp")
    return 0x200B if silent else ord(character)
