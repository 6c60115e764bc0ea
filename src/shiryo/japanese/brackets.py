"""Brackets and quotation marks: what is inside of them is not parted."""

OPEN, CLOSE = "「『（([【“〈《", "」』）)]】”〉》"


def depth(text: str) -> int:
    """Return how many more brackets ``text`` opens than it closes; negative the other way."""
    return sum((sign in OPEN) - (sign in CLOSE) for sign in text)


def is_open(text: str) -> bool:
    """Tell whether a bracket or quotation mark of ``text`` lacks its other half."""
    return any(text.count(a) != text.count(b) for a, b in zip(OPEN, CLOSE, strict=True))
