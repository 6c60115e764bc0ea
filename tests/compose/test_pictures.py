"""Pictures: upright, no larger than a page needs, and silent about place and camera."""

import io
import zlib

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from shiryo import limits
from shiryo.compose.pictures import TooLarge, picture, usable

RED, BLUE = (255, 0, 0), (0, 0, 255)


def file(
    kind: str, size: tuple[int, int] = (80, 20), mode: str = "RGB", **options: object
) -> bytes:
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, 0, size[0] // 2, size[1]))
    made = io.BytesIO()
    image.convert(mode).save(made, kind, **options)
    return made.getvalue()


def turned(kind: str, turn: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = turn, "SecretCamera"
    return file(kind, exif=exif)


def opened(data: bytes) -> Image.Image:
    made = picture(data)
    assert made is not None
    image = Image.open(io.BytesIO(made.data))
    assert image.size == made.size
    return image.convert("RGB")


def test_what_is_small_and_upright_keeps_its_bytes() -> None:
    for data in (file("PNG"), file("JPEG"), file("PNG", mode="P"), file("JPEG", mode="CMYK")):
        made = picture(data)
        assert made is not None
        assert made.data == data
        assert made.size == (80, 20)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_taken_on_its_side_stands(kind: str) -> None:
    image = opened(turned(kind, 6))
    assert image.size == (20, 80)
    top, bottom = image.getpixel((10, 10)), image.getpixel((10, 70))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[2] > 200
    assert bottom[2] < 50


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("turn", [1, 3, 255])
def test_nothing_is_told_of_camera_and_place(kind: str, turn: int) -> None:
    data = turned(kind, turn)
    assert b"SecretCamera" in data
    made = picture(data)
    assert made is not None
    assert b"SecretCamera" not in made.data
    before = Image.open(io.BytesIO(file(kind)))
    if turn != 3:
        assert not ImageChops.difference(opened(data), before.convert("RGB")).getbbox()


def test_texts_in_a_png_are_left_out() -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", "someone", zip=True)
    made = picture(file("PNG", pnginfo=said))
    assert made is not None
    assert made.data == file("PNG")


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGB"), ("PNG", "P"), ("PNG", "I;16"), ("JPEG", "L")]
)
def test_a_large_picture_is_made_smaller(kind: str, mode: str) -> None:
    size = (6000, 3000)
    image = Image.new(mode, size)
    made = io.BytesIO()
    image.save(made, kind)
    found = picture(made.getvalue())
    assert found is not None
    assert found.size == (3000, 1500)
    assert found == picture(made.getvalue())


def test_a_picture_of_too_many_pixels_is_not_decoded() -> None:
    head = file("PNG", (1, 1))
    wide = (100_000).to_bytes(4) * 2 + head[24:29]
    bomb = head[:16] + wide + zlib.crc32(b"IHDR" + wide).to_bytes(4) + head[33:]
    with pytest.raises(TooLarge):
        picture(bomb)
    assert usable(bomb) is None
    assert limits.PNG_PIXELS < 100_000**2


def test_a_damaged_picture_is_none() -> None:
    for kind in ("PNG", "JPEG"):
        data = file(kind, (600, 400))
        for length in (0, 4, 30, len(data) // 2):
            assert picture(data[:length]) is None
    damaged = bytearray(file("PNG", (600, 400)))
    damaged[60] ^= 0xFF
    assert picture(bytes(damaged)) is None
    assert picture(file("GIF")) is None
