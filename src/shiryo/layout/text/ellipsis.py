"""Cutting text that must not take more than a line: footers and running heads; or than a box."""

from bisect import bisect_left

from shiryo import inline
from shiryo.layout.text.compositor import Compositor
from shiryo.layout.text.para import Para, Style
from shiryo.units import Points

_NARROW = 16
"""More characters than this do not fit in an em."""


def cut(setter: Compositor, text: inline.Text, style: Style, width: Points) -> inline.Text:
    """Return ``text``, or as much of its beginning, with …, as has room on one line."""
    plain = inline.plain(text)
    most = int(width / style.size * _NARROW)
    if len(plain) > most and _snug(setter, plain[:most], style) > width:
        plain = plain[:most]
    elif setter.snug(text, style) <= width:
        return text

    def is_long(n: int) -> bool:
        return _snug(setter, _shortened(plain, n), style) > width

    n = bisect_left(range(1, len(plain)), True, key=is_long)
    return _begun(text, _shortened(plain, n)) if n else ()


def shortened(
    setter: Compositor, text: inline.Text, style: Style, width: Points, height: Points, mark: str
) -> inline.Text:
    """Return ``text``, or as much of its beginning, with …, as goes into a box with a ``mark``."""
    plain = inline.plain(text)
    most = int(width / style.size * max(height / style.size, 1) * _NARROW)

    def is_high(text: inline.Text) -> bool:
        return setter.height([Para((*text, inline.Run(mark)), style)], width) > height + 0.01

    if len(plain) <= most and not is_high(text):
        return text
    plain = plain[:most]
    n = bisect_left(
        range(1, len(plain)), True, key=lambda n: is_high((inline.Run(_shortened(plain, n)),))
    )
    return _begun(text, _shortened(plain, max(n, 1)))


def abridged(text: inline.Text, most: int) -> inline.Text:
    """Return ``text``, or its first ``most`` characters with …."""
    plain = inline.plain(text)
    return text if len(plain) <= most else _begun(text, _shortened(plain, most))


def _begun(text: inline.Text, said: str) -> inline.Text:
    """Return what is ``said`` of a text as words of the place where that begins."""
    return (inline.Run(said, origin=inline.origin(text)),)


def _shortened(plain: str, n: int) -> str:
    return f"{plain[:n].rstrip()}…"


def _snug(setter: Compositor, plain: str, style: Style) -> Points:
    return setter.snug((inline.Run(plain),), style)
