"""Font DICTs of a real font, as fontTools reads them."""

import io

from fontTools.ttLib import TTFont
from glyphs import faces

from shiryo.render.pdf.cff import font_dict


def test_every_glyph_has_the_font_dict_that_fonttools_finds() -> None:
    font = TTFont(io.BytesIO(faces()["mincho-400"].font.face.blob.data))
    of = font_dict(font.getTableData("CFF "))
    select = font["CFF "].cff[0].FDSelect.gidArray
    assert len(set(select)) > 1
    assert [of(glyph) for glyph in range(len(select))] == list(select)
