"""The colours of a theme out of a company's: those of its master, each dark or light enough.

All are colours of its theme or shades of them that the program's own menu has, so what is drawn
follows the theme wherever a person changes it.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from shiryo.template.contrast import contrast
from shiryo.template.office.colours import chroma, shaded

ENOUGH = 4.5
"""Contrast of text (WCAG 2.2, 1.4.3)."""
SEEN = 1.6
"""Contrast under which text is not meant to be seen."""
LARGE = 3.0
"""Contrast of large text, and of what is no text (WCAG 2.2, 1.4.3 and 1.4.11)."""
_COLOURED = 40
"""Chroma of what is no grey."""
_DARKER = ((75, 0), (65, 0), (50, 0), (40, 0), (25, 0))
_FINER = ((85, 0), *_DARKER)
_LIGHTER = ((60, 40), (40, 60), (20, 80))
_GREYS = ((75, 25), (65, 35), (50, 50), (85, 15), (95, 5), (90, 10))
_PALE = ((95, 0), (90, 0), (85, 0), (75, 0), (65, 0), (50, 0))
_ACCENTS = tuple(f"accent{n}" for n in range(1, 7))
_SHADES = tuple(dict.fromkeys(((100, 0), *_DARKER, *_LIGHTER, *_GREYS, *_PALE)))


def shades(scheme: Mapping[str, str]) -> dict[str, tuple[str, int, int]]:
    """Return all colours that a scheme gives: ``RRGGBB`` → name, lumMod and lumOff in percent."""
    found: dict[str, tuple[str, int, int]] = {}
    for factor, offset in _SHADES:
        for name, value in scheme.items():
            found.setdefault(shaded(value, factor, offset), (name, factor, offset))
    return {**found, **{v: (name, 100, 0) for name, v in reversed([*scheme.items()])}}


def colours(
    scheme: Mapping[str, str], ground: str, text: str = "", worn: Sequence[str] = ()
) -> dict[str, str]:
    """Return what a theme calls its colours, for text on ``ground``.

    ``text`` is the colour that the company sets text in, which is taken where it can be read;
    ``worn`` are those that its layouts are drawn in, which come before others.
    """
    made = _Palette(scheme, ground, worn)
    ink = text if text and contrast(text, ground) >= 7 else made.ink
    accents = made.accents
    accent, second, third = (accents * 3)[:3] if accents else (ink,) * 3
    caution = made.readable(_warm(scheme) or third)
    return {
        "ink": ink,
        "ink2": made.softer(ink, 7),
        "muted": made.softer(ink, ENOUGH),
        "accent": accent,
        "accent2": second if second != accent else made.readable(shaded(accent, 75, 0)),
        "tint": made.pale(2),
        "surface": made.pale(1),
        "rule": made.pale(4),
        "caution": caution,
        "caution-tint": made.pale(1),
        "teal": third,
        "paper": ground,
        **{f"series{n}": colour for n, colour in enumerate(made.series, 1)},
    }


def readable(colour: str, ground: str, ink: str, *, least: float = ENOUGH) -> str:
    """Return a colour of a company's text, a shade of it where that can be read better, or ours.

    A title is as pale as the company has it, if it can be seen at all (``least`` is `SEEN`); other
    text may be as pale as ``least`` where no shade does better.
    """
    ratio = contrast(colour, ground)
    if ratio >= (SEEN if least == SEEN else ENOUGH):
        return colour
    if ratio < SEEN:
        return ink
    other = colour if ratio >= least else ink
    is_dark = contrast(ground, "FFFFFF") > contrast(ground, "000000")
    tried = (shaded(colour, *way) for way in (_LIGHTER if is_dark else _FINER))
    return next((made for made in tried if contrast(made, ground) >= ENOUGH), other)


class _Palette:
    def __init__(self, scheme: Mapping[str, str], ground: str, worn: Sequence[str]) -> None:
        self._scheme, self._ground, self._worn = scheme, ground, worn
        self._is_dark = contrast(ground, "FFFFFF") > contrast(ground, "000000")

    @property
    def ink(self) -> str:
        """The one of the colours of text and ground that stands out most."""
        tried = [self._scheme.get(name, "000000") for name in ("tx1", "bg1", "tx2", "bg2")]
        best = max(tried[:2], key=lambda c: contrast(c, self._ground))
        return (
            best
            if contrast(best, self._ground) >= ENOUGH
            else max((*tried, "000000", "FFFFFF"), key=lambda c: contrast(c, self._ground))
        )

    @property
    def accents(self) -> list[str]:
        """The accents that are no greys, then the others, each so that it can be read."""
        scheme = self._scheme
        listed = [*self._worn, *(scheme[n] for n in (*_ACCENTS, "tx2") if n in scheme)]
        strong = [c for c in listed if chroma(c) >= _COLOURED and contrast(c, self._ground) >= 1.3]
        return [*dict.fromkeys(self.readable(c) for c in strong or [self.ink])]

    @property
    def series(self) -> list[str]:
        """Colours of the series of charts: the accents, each so that it can be seen."""
        listed = [*self._worn, *(self._scheme[n] for n in _ACCENTS if n in self._scheme)]
        seen = [c for c in listed if contrast(c, self._ground) >= 1.3]
        made = [*dict.fromkeys(self.readable(c, LARGE, plain=True) for c in seen)]
        return made or [self.ink]

    def readable(self, colour: str, least: float = ENOUGH, *, plain: bool = False) -> str:
        """Return a colour, darker or lighter so that it can be read on all that text stands on."""
        grounds = (self._ground,) if plain else (self._ground, self.pale(1), self.pale(2))
        ways = _LIGHTER if self._is_dark else _DARKER
        for factor, offset in ((100, 0), *ways):
            made = shaded(colour, factor, offset)
            if all(contrast(made, ground) >= least for ground in grounds):
                return made
        return self.ink

    def softer(self, ink: str, least: float) -> str:
        """Return the softest grey of the ink that can still be read."""
        ways = [(85, 0), (75, 0), (65, 0)] if self._is_dark else [(75, 25), (65, 35), (50, 50)]
        tried = [shaded(ink, *way) for way in ways]
        grounds = (self._ground, self.pale(1), self.pale(2))
        good = [c for c in tried if all(contrast(c, g) >= least for g in grounds)]
        return good[-1] if good else ink

    @cache  # noqa: B019 (it lives as long as one theme is made)
    def pale(self, step: int) -> str:
        """Return a ground that many steps from the slide's: darker, on dark ones lighter."""
        light = {1: (95, 5), 2: (90, 10), 4: (75, 25)} if self._is_dark else {}
        factor, offset = light.get(step, (100 - 5 * step if step < 4 else 75, 0))
        return shaded(self._ground, factor, offset)


def _warm(scheme: Mapping[str, str]) -> str:
    """Return an accent that warns: one that is more red than green, and more green than blue."""
    for name in _ACCENTS:
        colour = scheme.get(name, "000000")
        red, green, blue = bytes.fromhex(colour)
        if red > 150 and red - green > 40 and green + 10 >= blue:
            return colour
    return ""
