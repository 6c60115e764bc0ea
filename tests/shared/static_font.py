"""A face as a font file of its own, for programs that do not read variable fonts."""

import io

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from shiryo.typeset.fonts import Face


def static_font(face: Face) -> bytes:
    """Return a file of ``face`` alone, at its weight and under the name of that weight."""
    whole = face.font.face
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.drop_table_tag_set.add(int.from_bytes(b"STAT"))
    wanted.pin_all_axes_to_default(whole)
    for axis, value in face.variations:
        wanted.pin_axis_location(whole, axis, value)
    pinned: bytes = hb.subset(whole, wanted).blob.data
    return _named(pinned, face) if face.variations else pinned


def _named(data: bytes, face: Face) -> bytes:
    font = TTFont(io.BytesIO(data))
    bold = face.weight == 700
    style = "Bold" if bold else "Regular"
    names = ((1, face.family), (2, style), (4, f"{face.family} {style}"), (6, face.ps_name))
    for name_id, text in names:
        font["name"].setName(text, name_id, 3, 1, 0x409)
    for name_id in (16, 17, 25):
        font["name"].removeNames(nameID=name_id)
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~0x60 | (0x20 if bold else 0x40)
    font["head"].macStyle = int(bold)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()
