"""Pictures of a file, and gradients as pictures: as PNG or JPEG that a writer takes as it is."""

import io
from functools import cache
from itertools import pairwise
from typing import Any

from shiryo import limits
from shiryo.template.office.grounds import Gradient
from shiryo.template.office.markup import A, integer
from shiryo.template.office.package import Package

_KEPT = (b"\x89PNG", b"\xff\xd8\xff")
_LOOKED = 64
"""Pixels of a side of a picture when it is asked what it looks like."""
_ALONG, _ACROSS = 256, (160, 90)
"""Pixels of a gradient that runs along an edge, and of any other."""


def picture(
    package: Package,
    part: str,
    element: Any = None,
    *,
    flips: tuple[bool, bool] = (False, False),
    turn: float = 0,
) -> bytes | None:
    """Return a picture as it is shown: cut, turned, made paler; None where it cannot be drawn.

    ``element`` is the ``blipFill`` that says how.
    """
    data = package.part(part)
    cut = element.find(f"{A}srcRect") if element is not None else None
    edges = [integer(cut.get(k)) / 100_000 for k in "ltrb"] if cut is not None else [0.0] * 4
    faded = element.find(f"{A}blip/{A}alphaModFix") if element is not None else None
    alpha = integer(faded.get("amt"), 100_000) / 100_000 if faded is not None else 1
    is_plain = not any(edges) and not any(flips) and not turn and alpha > 0.99
    if is_plain and data.startswith(_KEPT):
        return data if _size(data) else None
    return _redrawn(data, edges, flips, turn, alpha)


def _opened(data: bytes) -> Any:
    """Return a picture opened; None for one that is none that is known, or too large."""
    from PIL import Image

    try:
        image = Image.open(io.BytesIO(data))
        if image.format in ("WMF", "EMF") or image.width * image.height > limits.PNG_PIXELS:
            return None
        return image
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _size(data: bytes) -> tuple[int, int] | None:
    image = _opened(data)
    return image.size if image else None


def _redrawn(
    data: bytes, edges: list[float], flips: tuple[bool, bool], turn: float, alpha: float
) -> bytes | None:
    from PIL import Image

    image = _opened(data)
    try:
        if image is None:
            return None
        image = image.convert("RGBA")
        left, top, right, bottom = edges
        width, height = image.size
        box = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
        image = image.crop(tuple(round(each) for each in box))
        across, down = flips
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if across else image
        image = image.transpose(Image.Transpose.FLIP_TOP_BOTTOM) if down else image
        image = image.rotate(-turn, expand=True) if turn else image
        if alpha < 0.99:
            image.putalpha(image.getchannel("A").point(lambda value: int(value * alpha)))
        return _png(image)
    except (OSError, ValueError, MemoryError, SyntaxError):
        return None


def _png(image: Any) -> bytes:
    out = io.BytesIO()
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    image.save(out, "PNG")
    return out.getvalue()


@cache
def mean(
    data: bytes,
    part: tuple[float, float, float, float] = (0, 0, 1, 1),
    through: str = "",
) -> str:
    """Return the mean colour of a part of a picture, which is given from 0 to 1.

    Where most of it can be seen through, that is what is ``through`` it, if that is given;
    ``808080`` where the picture cannot be drawn.
    """
    image = _small(data)
    if image is None:
        return through or "808080"
    left, top, right, bottom = (round(min(max(each, 0), 1) * _LOOKED) for each in part)
    left, top = min(left, _LOOKED - 1), min(top, _LOOKED - 1)
    shown = image.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    raw = shown.tobytes()
    everything = [raw[n : n + 4] for n in range(0, len(raw), 4)]
    pixels = [pixel for pixel in everything if pixel[3] > 127]
    if len(pixels) * 2 < len(everything) and (through or not pixels):
        return through or "808080"
    return "".join(f"{round(sum(p[n] for p in pixels) / len(pixels)):02X}" for n in range(3))


@cache
def visible(data: bytes) -> tuple[float, float, float, float]:
    """Return where a picture shows anything: left, top, right, bottom, from 0 to 1."""
    image = _small(data)
    box = image.getchannel("A").point(lambda v: 255 if v > 16 else 0).getbbox() if image else None
    if image is None or box is None:
        return 0, 0, 1, 1
    left, top, right, bottom = box
    return left / image.width, top / image.height, right / image.width, bottom / image.height


@cache
def smaller(data: bytes, most: int) -> bytes:
    """Return a picture whose sides have at most so many pixels."""
    image = _opened(data)
    if image is None or max(image.size) <= most:
        return data
    image.thumbnail((most, most))
    return _png(image.convert("RGBA"))


@cache
def _small(data: bytes) -> Any:
    """Return a picture of few pixels; None for one that cannot be drawn."""
    image = _opened(data)
    try:
        if image is None:
            return None
        image.draft("RGB", (_LOOKED, _LOOKED))
        return image.convert("RGBA").resize((_LOOKED, _LOOKED), resample=4)
    except (OSError, ValueError, MemoryError, SyntaxError):
        return None


@cache
def gradient(made: Gradient) -> bytes:
    """Return a gradient as a picture to be stretched."""
    from math import cos, radians, sin

    from PIL import Image

    along = made.angle % 180
    width, height = (_ALONG, 1) if along == 0 else (1, _ALONG) if along == 90 else _ACROSS
    if made.angle < 0:
        width, height = _ACROSS
    x, y = cos(radians(made.angle)), sin(radians(made.angle))
    reach = abs(x) + abs(y)

    def at(column: int, row: int) -> float:
        across = (column + 0.5) / width - 0.5
        down = (row + 0.5) / height - 0.5
        if made.angle < 0:
            return min(2 * max(abs(across), abs(down)), 1)
        return (across * x + down * y) / reach + 0.5

    image = Image.new("RGB", (width, height))
    pixels = (_colour(made, at(c, r)) for r in range(height) for c in range(width))
    image.putdata([*pixels])
    return _png(image)


def _colour(made: Gradient, at: float) -> tuple[int, int, int]:
    stops = made.stops
    (start, first), (end, last) = stops[0], stops[-1]
    for before, after in pairwise(stops):
        if before[0] <= at <= after[0]:
            (start, first), (end, last) = before, after
            break
    else:
        first = last = stops[0][1] if at < stops[0][0] else stops[-1][1]
    share = min(max((at - start) / (end - start), 0), 1) if end > start else 1
    pairs = zip(bytes.fromhex(first), bytes.fromhex(last), strict=True)
    red, green, blue = (round(a + (b - a) * share) for a, b in pairs)
    return red, green, blue
