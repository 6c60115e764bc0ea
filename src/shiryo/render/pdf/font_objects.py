"""The objects that a font is in a file: dictionaries, widths, its map to characters."""

import hashlib
import struct
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfdoc

from shiryo.pages import FontFile

_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{entries}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
HEIGHT, _TOP = 1000, 880
"""Advance and origin of glyphs set downwards unless the font says otherwise (9.7.4.3)."""


def dictionaries(
    doc: Any, font: FontFile, subset: Any, by_code: Mapping[int, tuple[float, str]]
) -> tuple[Any, Any]:
    """Make the Type 0 font, its descendant, its descriptor, its file and its ToUnicode map.

    Returns the first two.
    """
    cff = "CFF " in subset.table_tags
    data = subset.reference_table("CFF ").data if cff else subset.blob.data
    name = f"{_tag(data)}+{font.ps_name}"
    file = _stream(data)
    if cff:
        file.dictionary["Subtype"] = pdfdoc.PDFName("CIDFontType0C")
    else:
        file.dictionary["Length1"] = len(data)
    descriptor = pdfdoc.PDFDictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": pdfdoc.PDFName(name),
            "Flags": 4,
            "FontBBox": pdfdoc.PDFArray(_box(subset, font.units_per_em)),
            "ItalicAngle": 0,
            "Ascent": round(font.ascent * 1000),
            "Descent": round(font.descent * 1000),
            "CapHeight": round(font.cap_height * 1000),
            "StemV": round(font.weight / 5),
            "FontFile3" if cff else "FontFile2": doc.Reference(file),
        }
    )
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if cff else "/CIDFontType2",
            "BaseFont": pdfdoc.PDFName(name),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {
                    "Registry": pdfdoc.PDFString("Adobe"),
                    "Ordering": pdfdoc.PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": doc.Reference(descriptor),
            "DW": 1000,
            "W": _widths(by_code),
        }
    )
    if not cff:
        descendant["CIDToGIDMap"] = pdfdoc.PDFName("Identity")
    under = doc.Reference(descendant)
    top = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": pdfdoc.PDFName(f"{name}-Identity-H" if cff else name),
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([under]),
            "ToUnicode": doc.Reference(_stream(_to_unicode(by_code).encode("ascii"))),
        }
    )
    return top, descendant


def turned(top: Any, under: Any, by_code: Mapping[int, tuple[float, float, float, float]]) -> Any:
    """Make the Type 0 font that sets glyphs of another downwards (9.7.4.3, 9.7.5.2).

    ``by_code`` has width, advance downwards and origin of each that is set so.
    """
    metrics = pdfdoc.PDFArray([])
    for code, (width, height, x, y) in sorted(by_code.items()):
        if (height, y) != (HEIGHT, _TOP) or abs(x - width / 2) > 1:
            metrics.sequence += [code, pdfdoc.PDFArray([-height, x, y])]
    if metrics.sequence:
        under.dict["W2"] = metrics
    made = dict(top.dict)
    made["Encoding"] = "/Identity-V"
    made["BaseFont"] = pdfdoc.PDFName(str(made["BaseFont"])[1:].replace("Identity-H", "Identity-V"))
    return pdfdoc.PDFDictionary(made)


def _stream(data: bytes) -> Any:
    return pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])


def _tag(data: bytes) -> str:
    """Return the six letters that mark a subset (ISO 32000-1, 9.6.4), the same for the same."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(data).digest()[:6])


def _box(face: Any, units_per_em: int) -> list[int]:
    corners = struct.unpack_from(">4h", face.reference_table("head").data, 36)
    return [round(corner * 1000 / units_per_em) for corner in corners]


def _widths(by_code: Mapping[int, tuple[float, str]]) -> Any:
    """Return the array of widths by code: ``first [width …]`` for each stretch of codes."""
    widths = {code: width for code, (width, _) in by_code.items() if width != 1000}
    stretches = pdfdoc.PDFArray([])
    for _, stretch in groupby(enumerate(sorted(widths)), lambda pair: pair[1] - pair[0]):
        codes = [code for _, code in stretch]
        stretches.sequence += [codes[0], pdfdoc.PDFArray([widths[code] for code in codes])]
    return stretches


def _to_unicode(by_code: Mapping[int, tuple[float, str]]) -> str:
    """Return the CMap from codes to characters, above the BMP as surrogate pairs (9.10.3)."""
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, (_, text) in sorted(by_code.items())
        if text
    ]
    parts = [lines[n : n + 100] for n in range(0, len(lines), 100)]
    entries = "\n".join(
        "\n".join([f"{len(part)} beginbfchar", *part, "endbfchar"]) for part in parts
    )
    return _CMAP.replace("{entries}", entries)
