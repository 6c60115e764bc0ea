"""Small fonts for tests, made of the packages' ones: a few characters under names of their own."""

import io
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTCollection, TTFont
from static_font import static_font

from shiryo.typeset.fonts import load
from shiryo.typeset.fonts.library import find

TEXT = "漢字かなカナABC、。「」直骨海あいう0123456789"


def small(family: str, *, bold: bool = False, cff: bool = False, fs_type: int = 0) -> TTFont:
    """Return a static font of `TEXT`, called ``family`` in English, ``みほん`` and so on if not."""
    if cff:
        data = find("Noto Serif JP")[0].path.read_bytes()
    else:
        data = static_font(
            load(["Noto Sans JP"], ["Noto Serif JP"]).face("gothic", 700 if bold else 400)
        )
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(map(ord, TEXT))
    wanted.flags = hb.SubsetFlags.NAME_LEGACY
    font = TTFont(io.BytesIO(hb.subset(hb.Face(data), wanted).blob.data))
    ps_name = "Mihon" + ("-Bold" if bold else "-Regular") + ("" if family.isascii() else "J")
    for name_id, text in ((1, family), (2, "Bold" if bold else "Regular"), (6, ps_name)):
        language = 0x409 if family.isascii() or name_id != 1 else 0x411
        font["name"].removeNames(nameID=name_id)
        font["name"].setName(text, name_id, 3, 1, language)
    font["name"].removeNames(nameID=16)
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsType = fs_type
    return font


def save(font: TTFont, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(path)
    return path


def save_collection(fonts: list[TTFont], path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    collection = TTCollection()
    collection.fonts = fonts
    collection.save(path)
    return path
