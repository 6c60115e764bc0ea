"""Signs that many Japanese fonts lack, written in signs that they have: 10⁶ as 10^6, ☑ as ✓.

Small pictures (emoji) that no font has stand for one that looks like them, or only adorn words.
"""

from collections.abc import Callable, Collection

from shiryo import lazy_re as re

_RAISED, _LOWERED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"
_LEVEL = dict(zip(_RAISED + _LOWERED, "0123456789+-=()ni0123456789+-=()", strict=True))
_ALIKE = {"☑": "✓", "☐": "□", "☒": "■"}
_SIGNS = re.compile(rf"[{_RAISED}]+|[{_LOWERED}]+|[{''.join(_ALIKE)}]")

_OLD = (
    "☀-☄☎☔☕☘☝☠-☣☺♨♻♿⚒-⚗⚙⚛-⚡⚪⚫⚰⚱⚽⚾⛄⛅⛈⛎⛏⛑⛓⛔⛩-⛵⛷-⛺⛽✂✅✈-✏✒✔✖✝✨✳✴❄❇❌❎"
    "❓-❕❗❣❤➕-➗➡➰⬅-⬇⬛⬜⭐⭕"
)
"""Pictures among the signs of older sets, most of which are signs of a text (★, ❶, ♪)."""
_PICTURES = re.compile(
    f"(?P<signs>(?:[\U0001f000-\U0001faff{_OLD}]"
    "[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)+)(?P<gap>[ \u3000]?)"
)
_JOINERS = "\ufe0f\u200d"
_LIKE = {
    "✅": "✓", "✔": "✓", "❌": "×", "✖": "×", "❎": "×", "⭐": "★", "🌟": "★", "➡": "→",
    "⬅": "←", "⬆": "↑", "⬇": "↓", "🔴": "●", "🔵": "●", "🟢": "●", "🟡": "●", "⚪": "○",
    "⚫": "●", "⭕": "○", "🔺": "▲", "🔻": "▼", "❗": "！", "❓": "？", "➕": "＋", "➖": "－",
    "🎵": "♪", "🎶": "♪", "⚠": "！", "⬛": "■", "⬜": "□",
}  # fmt: skip
"""Pictures and the signs that say the same."""


def spelt(text: str, missing: Callable[[str], Collection[str]]) -> str:
    """Return ``text`` without raised and lowered figures and boxes that no font has.

    ``missing`` gives those of some characters that have no glyph. A number stays what it is: an
    exponent is told by ``^``; an index loses its place only after a letter, as in H2O.
    """

    text = _plain(text, missing)

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


def _plain(text: str, missing: Callable[[str], Collection[str]]) -> str:
    """Return ``text`` without pictures that no font has; where it is nothing else, they stay."""

    def written(found: re.Match[str]) -> str:
        signs = "".join(sign for sign in found["signs"] if sign not in _JOINERS)
        lacking = missing(signs)
        if not lacking:
            return found[0]
        alike = (_LIKE.get(sign, "") if sign in lacking else sign for sign in signs)
        told = "".join(sign for sign in alike if not missing(sign))
        opens = text[: found.start()][-1:] in ("", " ", "\u3000")
        return told + found["gap"] if told or not opens else ""

    made = _PICTURES.sub(written, text)
    made = made if text[-1:] in (" ", "\u3000") else made.rstrip(" \u3000")
    return made if made.strip() else text


def dropped(text: str, missing: Callable[[str], Collection[str]]) -> set[str]:
    """Return the pictures of ``text`` that no font has and that stand for nothing else."""
    signs = "".join(found["signs"] for found in _PICTURES.finditer(text))
    return {sign for sign in missing(signs) if sign not in _JOINERS and sign not in _LIKE}
