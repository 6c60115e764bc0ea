"""Brackets and quotation marks: what is inside of them is not parted."""

from shiryo import lazy_re as re

PAIRS = ("「」", "『』", "“”", "（）", "()", "［］", "[]", "【】", "〔〕", "〈〉", "《》")
OPEN, CLOSE = ("".join(pair[side] for pair in PAIRS) for side in (0, 1))
QUOTES = PAIRS[:3]
"""Those that somebody's words stand in."""
NAMES = ("［］", "[]", "〔〕", "〈〉", "《》")
"""Those that the name of a thing stands in, or what a screen shows."""
_HALVES = (("（(", "）)"), ("［[", "］]"), *(PAIRS[at] for at in (0, 1, 7, 8, 9, 10)))
"""The pairs that close each other, but for the marks that are typed alike."""
_STEP = dict.fromkeys(OPEN, 1) | dict.fromkeys(CLOSE, -1)
NAMING = re.compile(
    r"以下[、，]?(?:これらを?)?(?:単に|総称して|総じて|あわせて|併せて)?「(?P<name>[^「」]{1,20})」"
)
"""Gives a name to something for the rest of a document: 以下「市」という。"""
CALLED = re.compile(
    rf"[（(]{NAMING.pattern}(?:と(?:い[いう]|総称|略|呼|する|表記)[^（）()「」]{{0,8}})?[)）]"
)
"""Gives a name to what stands before it, for the rest of a document: （以下「市」という。）."""


def depth(text: str) -> int:
    """Return how many more brackets ``text`` opens than it closes; negative the other way."""
    return 0 if _STEP.keys().isdisjoint(text) else sum(_STEP.get(sign, 0) for sign in text)


def is_open(text: str) -> bool:
    """Tell whether a bracket or quotation mark of ``text`` lacks its other half.

    Of quotation marks typed alike (”…”) every second one is the other half; a wide bracket may
    close a narrow one (（JIS)).
    """
    counts = [tuple(sum(map(text.count, signs)) for signs in pair) for pair in _HALVES]
    left, right = (text.count(sign) for sign in "“”")
    quoted = (left + right) % 2 == 1 if 0 in (left, right) else left != right
    return quoted or any(opened != closed for opened, closed in counts)


def uncalled(text: str) -> str:
    """Return ``text`` without names given for later, but for those that it takes up itself."""
    return CALLED.sub(lambda m: m[0] if m["name"] in m.string[m.end() :] else "", text)
