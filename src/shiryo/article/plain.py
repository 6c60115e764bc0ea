"""What every text of a file goes through before it is looked at."""

from shiryo import characters
from shiryo import lazy_re as re
from shiryo.japanese import letters

_WITHIN = re.compile("[\v\f\x85\u2028\u2029]")
_ENDS = re.compile("[\r\n]")


def plain(text: str) -> str:
    """Return ``text`` in ordinary characters, without those that do harm."""
    return letters.ordinary(characters.clean(text))


def lined(text: str) -> str:
    """Return ``text`` likewise, in lines as an editor counts them.

    Form feeds and separators (U+2028, …) end a line only where nothing else does.
    """
    return plain(_WITHIN.sub(" ", text) if _ENDS.search(text) else text)
