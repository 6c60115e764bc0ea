"""How a term is read: its kana, as the analyser knows them."""

from shiryo.japanese.words import readings


def reading(text: str) -> str:
    """Return ``text`` in katakana; Latin words stay, and what the analyser cannot read."""
    return "".join(s if s.isascii() else read or s for s, read in readings(text))
