"""The colour of what a text stands on, as the layout draws it."""

from shiryo.template.office import pictures
from shiryo.template.office.free import shared
from shiryo.template.office.model import Art, Image, OfficeLayout, Path
from shiryo.units import Rect

_COVERED = 0.6
"""Of a text's place: under so much of it something is what it stands on."""


def under(layout: OfficeLayout, at: Rect) -> str:
    """Return the colour of what a text stands on: of pictures their mean there."""
    colour = "FFFFFF"
    for art in layout.art:
        frame = _frame(art)
        if frame is not None and shared(frame, at) >= _COVERED * at.width * at.height:
            colour = _seen(art, at, colour)
    return colour


def _frame(art: Art) -> Rect | None:
    match art:
        case Image():
            return art.frame
        case Path(fill=str()):
            xs, ys = zip(*art.points, strict=True)
            return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return None


def _seen(art: Art, at: Rect, colour: str) -> str:
    if isinstance(art, Path):
        return art.fill or colour
    if isinstance(art, Image):
        f = art.frame
        box = (at.x - f.x) / f.width, (at.y - f.y) / f.height
        end = (at.right - f.x) / f.width, (at.bottom - f.y) / f.height
        return pictures.mean(art.data, (*box, *end), colour)
    return colour
