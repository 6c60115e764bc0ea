"""Where the first baseline of a box falls: on the page, and in an office program.

A page halves the leading above and below a line; LibreOffice and PowerPoint put most of it above,
and each a little otherwise. In the usual leading that is a fraction of a point. Free boxes, some of
which are large and tight or set wide, are moved by the difference to the mean of the two.
"""

from shiryo.pages import TextBox
from shiryo.units import Points


def shift(box: TextBox) -> Points:
    """Return how far down a box must go for its lines to stand as on the page."""
    if box.placeholder or not (box.lines and box.lines[0].runs and box.lines[-1].runs):
        return 0
    size, leading = _size(box, 0), box.paragraphs[0].leading
    return (_on_page(box) - _in_office(leading)) * size


def _in_office(leading: float) -> float:
    """Return how far under the top of its text the first baseline is, in em.

    LibreOffice: leading − 0.2, under single spacing 0.8 × leading (measured); PowerPoint: 0.8 ×
    leading, under single spacing leading − 0.24 (reported).
    """
    return 0.9 * leading - 0.1 if leading >= 1.2 else leading - 0.22


def _on_page(box: TextBox) -> float:
    """Return the same of the page, in em, from where its first and last lines stand."""
    first, last = _baseline(box, 0), _baseline(box, -1)
    height = box.paragraphs[-1].leading * _size(box, -1)
    frame = box.frame
    if box.anchor == "top":
        return (first - frame.y) / _size(box, 0)
    if box.anchor == "bottom":
        return (last + height - frame.bottom) / _size(box, -1)
    middle = frame.y + frame.height / 2
    return (first + last + height - 2 * middle) / (_size(box, 0) + _size(box, -1))


def _size(box: TextBox, line: int) -> Points:
    return max(run.size for run in box.lines[line].runs)


def _baseline(box: TextBox, line: int) -> Points:
    return max(box.lines[line].runs, key=lambda run: run.size).baseline
