"""Signs that many Japanese fonts lack, written in signs that they have: 10⁶ as 10^6, ☑ as ✓."""

import re
from collections.abc import Callable, Collection

_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_LEVEL = dict(zip(_RAISED + _LOWERED, "0123456789+-=()ni0123456789+-=()", strict=True))
_ALIKE = {"☑": "✓", "☐": "□", "☒": "■"}
_SIGNS = re.compile(rf"[{_RAISED}]+|[{_LOWERED}]+|[{''.join(_ALIKE)}]")


def spelt(text: str, missing: Callable[[str], Collection[str]]) -> str:
    """Return ``text`` without raised and lowered figures and boxes that no font has.

    ``missing`` gives those of some characters that have no glyph. A number stays what it is: an
    exponent is told by ``^``; an index loses its place only after a letter, as in H2O.
    """

    def written(found: re.Match[str]) -> str:
        signs = found[0]
        if not missing(signs):
            return signs
        if signs in _ALIKE:
            return _ALIKE[signs]
        level = "".join(map(_LEVEL.__getitem__, signs))
        alone = not text[found.end() : found.end() + 1].isdecimal()
        held = level if alone and re.fullmatch(r"-?\d+|.", level) else f"({level})"
        if signs[0] in _RAISED:
            return f"^{held}"
        named = text[: found.start()][-1:].isalpha() and alone and level.isdigit()
        return level if named else f"_{held}"

    return _SIGNS.sub(written, text)
