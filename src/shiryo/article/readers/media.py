"""Pictures that stand in Office files: which of them a drawing shows, and what they are."""

import io
from collections.abc import Iterable
from typing import Any
from zipfile import ZipFile

from shiryo import limits
from shiryo.article.model import PACKED
from shiryo.article.readers.office import BROKEN, part_name

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_WORDS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}wsp"
_SIDES = ("l", "t", "r", "b", "cropleft", "croptop", "cropright", "cropbottom")
_TRUE = ("1", "true")


def href(drawing: Any, part: Any) -> str:
    """Return where the picture is that a drawing of ``part`` shows: `PACKED` and its part's name.

    Empty where there is none, where the drawing is made of more than that one, and where it is cut
    to a part of it: what the author has cut off is not to be seen.
    """
    shown = [*drawing.iter(f"{_A}blip", f"{_VML}imagedata")]
    if len(shown) != 1 or next(drawing.iter(_WORDS), None) is not None or _is_cut(drawing):
        return ""
    relation = part.rels.get(shown[0].get(f"{_R}embed") or shown[0].get(f"{_R}id") or "")
    target = str(relation.target_ref) if relation is not None and relation.is_external else ""
    return target if target.startswith(PACKED) else ""


def is_unseen(drawing: Any) -> bool:
    """Tell whether a drawing is decoration, or hidden."""
    marked = any(each.get("val", "1") in _TRUE for each in drawing.iter(_DECORATIVE))
    return marked or any(
        each.get("hidden") in _TRUE for each in drawing.iter("{*}docPr", "{*}cNvPr")
    )


def _is_cut(drawing: Any) -> bool:
    return any(
        (each.get(side) or "0").strip("0.%f") not in ("", "-")
        for each in drawing.iter(f"{_A}srcRect", f"{_VML}imagedata")
        for side in _SIDES
    )


def taken(data: bytes, hrefs: Iterable[str]) -> dict[str, bytes]:
    """Return the pictures of an Office file by their `Block.href`; those that it has, in order.

    Of very many, or very large ones, as many as a draft takes.
    """
    found, left = dict[str, bytes](), limits.FIGURES_BYTES
    try:
        archive = ZipFile(io.BytesIO(data))
    except BROKEN:
        return found
    names = {part_name(each): each for each in archive.namelist()}
    for wanted in dict.fromkeys(hrefs):
        name = names.get(wanted.removeprefix(PACKED))
        size = archive.getinfo(name).file_size if name else 0
        if not name or size > min(left, limits.PICTURE_BYTES) or len(found) == limits.FIGURES:
            continue
        try:
            found[wanted] = archive.read(name)
        except BROKEN:
            continue
        left -= size
    return found
