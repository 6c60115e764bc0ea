"""Cutting text that must not take more than a line: footers and running heads."""

from shiryo import inline
from shiryo.layout.text import Compositor, Style
from shiryo.units import Points


def cut(setter: Compositor, text: inline.Text, style: Style, width: Points) -> inline.Text:
    """Return ``text``, or as much of its beginning, with …, as has room on one line."""
    if setter.snug(text, style) <= width:
        return text
    plain = inline.plain(text)
    shorter = ((inline.Run(f"{plain[:n].rstrip()}…"),) for n in range(len(plain) - 1, 0, -1))
    return next((part for part in shorter if setter.snug(part, style) <= width), ())
