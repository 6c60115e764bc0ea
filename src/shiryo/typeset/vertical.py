"""Vertical text: which characters stand upright, which lie on their side (JLREQ §2.3.2)."""

from shiryo import lazy_re as re
from shiryo.glyphs import Stance
from shiryo.typeset.fonts.shape import WESTERN
from shiryo.typeset.model import Vertical

NONE = Vertical(0, 0)
"""Nothing western stands upright: as in ruby."""

_UNITS = frozenset({"mm", "cm", "km", "mg", "kg", "ml", "dl", "kl", "kW", "Hz", "dB", "pH", "No"})
_LYING = re.compile(
    r"[\u2190-\u221d\u221f-\u2233\u2236-\u22ff\u2500-\u257f\uff0d\uff1c\uff1e\uff5c\uff61-\uffdc]"
)
"""Other characters that are turned (UAX #50): arrows, operators, rules, halfwidth kana."""


def stances(token: str, rules: Vertical) -> list[tuple[str, Stance]]:
    """Return the parts of a token of `shape.TOKEN` and how each stands."""
    if not WESTERN.match(token):
        return [(token, "sideways" if _LYING.match(token) or token.isspace() else "upright")]
    if token in _UNITS and rules.digits >= len(token):
        return [(token, "combined")]
    if token.isdigit() and len(token) <= rules.digits:
        return [(token, "combined")]
    single = len(token) == 1 and token.isalnum() and rules.capitals
    if single or (token.isascii() and token.isalpha() and token.isupper() and _fits(token, rules)):
        return [(letter, "combined") for letter in token]
    return [(token, "sideways")]


def _fits(token: str, rules: Vertical) -> bool:
    return len(token) <= rules.capitals
