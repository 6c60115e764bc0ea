"""What is drawn on a page of PDFium, forms taken apart."""

from collections.abc import Callable, Iterator
from typing import Any

from pypdfium2 import raw

from shiryo.article.readers.pdf.geometry import Affine, times

_FORMS = 10
"""Levels of forms in forms that are looked into."""


def things(page: Any, seen: Affine) -> Iterator[tuple[int, Any, Affine]]:
    """Yield the kind of each thing on a page, the thing, and how what is in it is moved.

    ``seen`` moves the points of the page to where they are shown.
    """
    yield from _within(page, raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject, seen, 0)


def _within(
    holder: Any, count: Callable[..., int], get: Callable[..., Any], seen: Affine, depth: int
) -> Iterator[tuple[int, Any, Affine]]:
    for n in range(count(holder)):
        thing = get(holder, n)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_FORM and depth < _FORMS:
            inside = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
            yield from _within(thing, *inside, placed(thing, seen), depth + 1)
        else:
            yield kind, thing, seen


def placed(thing: Any, seen: Affine) -> Affine:
    """Return how what is in a thing is moved, which ``seen`` moves itself."""
    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(thing, found)
    return times((found.a, found.b, found.c, found.d, found.e, found.f), seen)
