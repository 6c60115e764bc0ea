"""Colours as people write them → ``RRGGBB``."""

from typing import Any

from pydantic_core import PydanticCustomError

from shiryo import lazy_re as re

_DIGITS = re.compile(r"#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")
_LONGEST = 40
"""Characters of a colour."""


def colour(value: Any) -> str:
    """Return the ``RRGGBB`` of ``1F4E79``, ``#1f4e79``, ``#abc``, ``rgb(…)``, ``hsl(…)``, ``navy``.

    Raises PydanticCustomError ``bad_colour`` for what is no colour, or a transparent one.
    """
    text = str(value).strip()
    if found := _DIGITS.fullmatch(text):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return digits.upper()
    parts = _parts(text) if isinstance(value, str) and len(text) <= _LONGEST else ()
    if len(parts) != 3 or max(parts) > 255:
        raise PydanticCustomError("bad_colour", "no colour")
    return "".join(f"{part:02X}" for part in parts)


def _parts(text: str) -> tuple[int, ...]:
    """Return red, green and blue of a colour of CSS; nothing for what is none."""
    from PIL import ImageColor

    try:
        return ImageColor.getrgb(re.sub(r"(?<=[\d%])\s+(?=\d)", ",", text))
    except ValueError:
        return ()
