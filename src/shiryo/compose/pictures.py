"""Pictures: a PNG or JPEG file → the same file upright, no larger than a page needs, without what
it says of place and camera.

How many pixels a file has is read from its head, before any is decoded. A file that is upright and
small enough keeps its bytes, but for its metadata; others are written anew.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from functools import lru_cache
from math import ceil, sqrt
from typing import TYPE_CHECKING

from shiryo import limits
from shiryo.values import dataclass

if TYPE_CHECKING:
    from PIL.Image import Image

_ORIENTATION = 0x0112
"""Of EXIF 2.32 § 4.6.4."""
_PNG = b"\x89PNG\r\n\x1a\n"
_TOLD = frozenset((b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"))
"""Chunks of PNG that say something else than the picture (PNG, 3rd edition, § 11.3)."""
_APPLIED = frozenset((0xE1, 0xED, 0xFE))
"""Segments of JPEG that do: EXIF and XMP, IPTC, comments (ISO/IEC 10918-1, B.2.4.6)."""
_SCAN = 0xDA


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is put into outputs."""

    data: bytes
    """PNG or JPEG."""
    size: tuple[int, int]
    """Width and height in pixels, upright."""
    cost: int
    """Pixels that had to be decoded."""


class TooLarge(Exception):
    """A picture has more pixels than `shiryo.limits` allows."""


@lru_cache(maxsize=64)
def picture(data: bytes) -> Picture | None:
    """Return the picture of a file; None for what is neither PNG nor JPEG. Raises TooLarge."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                return _made(image, data)
    except Image.DecompressionBombError:
        raise TooLarge from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error, EOFError):
        return None


def usable(data: bytes) -> Picture | None:
    """Return the picture of a file; None for what is none or too large."""
    try:
        return picture(data)
    except TooLarge:
        return None


def _made(image: "Image", data: bytes) -> Picture:
    pixels = image.width * image.height
    is_jpeg = image.format == "JPEG"
    if pixels > (limits.JPEG_PIXELS if is_jpeg else limits.PNG_PIXELS):
        raise TooLarge
    most = limits.KEPT_JPEG_PIXELS if is_jpeg else limits.KEPT_PNG_PIXELS
    turn, cost = _orientation(image), pixels // 4 if is_jpeg else pixels
    if pixels <= most and turn == 1:
        size = image.size
        image.draft(None, (1, 1))  # decodes a JPEG at an eighth, which tells whether it is whole
        image.load()
        return Picture(b"".join(_bare(data, is_jpeg)), size, cost)
    factor = ceil(sqrt(pixels / most))
    image.draft(None, (ceil(image.width / factor), ceil(image.height / factor)))
    image.load()
    made = _upright(_plain(_smaller(image, most)), turn)
    return Picture(_written(made, is_jpeg), made.size, cost)


def _orientation(image: "Image") -> int:
    """Return how the picture is to be turned, 1 to 8; 1 where that cannot be read."""
    try:
        turn = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # Pillow raises what it happens to for broken EXIF
        return 1
    return turn if turn in range(1, 9) else 1


def _smaller(image: "Image", most: int) -> "Image":
    factor = ceil(sqrt(image.width * image.height / most))
    if factor < 2:
        return image
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode == "1":
        image = image.convert("L")
    elif image.mode.startswith("I"):
        image = image.convert("I")
    return image.reduce(factor)


def _plain(image: "Image") -> "Image":
    """Return a picture of 16 bits as one of 8."""
    if not image.mode.startswith("I"):
        return image
    return image.convert("I").point(lambda value: value / 256).convert("L")


def _upright(image: "Image", turn: int) -> "Image":
    from PIL.Image import Transpose

    turns = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return image.transpose(turns[turn]) if turn in turns else image


def _written(image: "Image", is_jpeg: bool) -> bytes:
    file, profile = io.BytesIO(), image.info.get("icc_profile")
    image.info = {k: v for k, v in image.info.items() if k == "transparency"}
    if is_jpeg:
        image.save(file, "JPEG", quality=90, icc_profile=profile)
    else:
        image.save(file, "PNG", compress_level=3, icc_profile=profile)
    return file.getvalue()


def _bare(data: bytes, is_jpeg: bool) -> Iterator[bytes]:
    """Yield what of a file is the picture and not said about it.

    Raises SyntaxError, as Pillow does, for a damaged PNG.
    """
    if is_jpeg:
        yield from _segments(data)
        return
    yield _PNG
    at = len(_PNG)
    while at + 8 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end]):
            raise SyntaxError("a damaged chunk")
        if data[at + 4 : at + 8] not in _TOLD:
            yield data[at:end]
        at = end


def _segments(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != _SCAN:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if data[at + 1] not in _APPLIED:
            yield data[at:end]
        at = end
    yield data[at:]
