"""Office files (.docx, .pptx) are ZIP archives: whether one may be opened without harm."""

import io
import re
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from ..diagnostics import Failed, Span, diagnose

_TYPES = "[Content_Types].xml"
MOST_MARKUP = 150_000_000
"""Bytes of XML, unpacked; a document of a thousand pages has some tens of millions."""
MOST_PARTS = 20_000
MOST_BYTES = 1_000_000_000
"""Bytes of all parts, unpacked."""


def check(data: bytes, file: str, broken: str) -> None:
    """Raise `Failed` for an archive that is broken (as ``broken``) or unpacks to too much.

    What the directory of the archive says is binding: `zipfile` reads no more than that.
    """
    try:
        parts = ZipFile(io.BytesIO(data)).infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise Failed(diagnose(broken, Span(file))) from error
    markup = sum(p.file_size for p in parts if p.filename.lower().endswith((".xml", ".rels")))
    whole = sum(part.file_size for part in parts)
    if markup > MOST_MARKUP or whole > MOST_BYTES or len(parts) > MOST_PARTS:
        raise Failed(diagnose("article.too-large", Span(file)))


def retyped(data: bytes, kinds: re.Pattern[bytes], kind: bytes) -> bytes:
    """Return the package as of ``kind`` where it is one of ``kinds``: a template, one with macros.

    python-docx and python-pptx open documents and presentations only (scanny/python-pptx#1070);
    the kind stands in ``[Content_Types].xml`` (ECMA-376-2 §10.1.2). Macros are never run.
    """
    with ZipFile(io.BytesIO(data)) as source:
        types = source.read(_TYPES)
        changed = kinds.sub(kind, types)
        if changed == types:
            return data
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_STORED) as target:
            for part in source.infolist():
                same = part.filename != _TYPES
                target.writestr(part.filename, source.read(part) if same else changed)
    return out.getvalue()
