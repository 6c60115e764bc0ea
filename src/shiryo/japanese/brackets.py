"""Brackets and quotation marks: what is inside of them is not parted."""

PAIRS = ("「」", "『』", "“”", "（）", "()", "［］", "[]", "【】", "〔〕", "〈〉", "《》")
OPEN, CLOSE = ("".join(pair[side] for pair in PAIRS) for side in (0, 1))
QUOTES = PAIRS[:3]
"""Those that somebody's words stand in."""
NAMES = ("［］", "[]", "〔〕", "〈〉", "《》")
"""Those that the name of a thing stands in, or what a screen shows."""
_STEP = dict.fromkeys(OPEN, 1) | dict.fromkeys(CLOSE, -1)


def depth(text: str) -> int:
    """Return how many more brackets ``text`` opens than it closes; negative the other way."""
    return sum(_STEP.get(sign, 0) for sign in text)


def is_open(text: str) -> bool:
    """Tell whether a bracket or quotation mark of ``text`` lacks its other half.

    Of quotation marks typed alike (”…”) every second one is the other half.
    """
    counts = {pair: (text.count(pair[0]), text.count(pair[1])) for pair in PAIRS}
    left, right = counts["“”"]
    if 0 in (left, right):
        counts["“”"] = ((left + right) % 2, 0)
    return any(opened != closed for opened, closed in counts.values())
