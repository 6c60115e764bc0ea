"""How long a text is to the eye: Latin letters and digits take half of what kana and kanji take."""

import unicodedata
from functools import lru_cache

_KEPT = 4096
"""How many texts are remembered: one is measured at each change of its wording."""


@lru_cache(_KEPT)
def width(text: str, *, ambiguous: bool = True) -> float:
    """Return the length of ``text`` in full-width characters (UAX #11).

    ``ambiguous``: whether signs like ○ and … are as wide as kanji, as in Japanese fonts; in a
    terminal they are not.
    """
    wide = "WFA" if ambiguous else "WF"
    return sum(1.0 if unicodedata.east_asian_width(c) in wide else 0.5 for c in text)
