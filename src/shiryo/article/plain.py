"""What every text of a file goes through before it is looked at."""

from shiryo import characters
from shiryo.japanese import letters


def plain(text: str) -> str:
    """Return ``text`` in ordinary characters, without those that do harm."""
    return letters.ordinary(characters.clean(text))
