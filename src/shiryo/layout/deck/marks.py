"""What stands at the edge of every slide: the number of the paper, its confidentiality, a logo.

They stand in a row over the title, from the right: the number in its box, what may be done with
the paper, the logo. On the cover the row is higher.
"""

from collections.abc import Iterator

from shiryo import pages
from shiryo.document import Logo, Marks
from shiryo.inline import Text
from shiryo.layout.deck import company
from shiryo.layout.deck.look import Look
from shiryo.layout.pictures import LARGEST
from shiryo.layout.text.ellipsis import cut
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.template.model import Theme
from shiryo.units import Points, Rect, length

_WIDEST = 0.35
"""Of the row, what a text takes at most."""


def drawn(look: Look, marks: Marks, *, cover: bool = False) -> list[pages.Item]:
    """Draw the marks of the cover, or of another slide, where a reader passes over them."""
    return [*_Row(look, marks, "cover-marks" if cover else "marks").items()]


def spared(theme: Theme, marks: Marks) -> Theme:
    """Return a theme whose titles leave the row of the marks free, if there are any."""
    if marks == Marks():
        return theme
    if theme.deck.layouts:
        return company.spared(theme, theme.deck.frames["marks"][3])
    x, y, width, height = theme.deck.frames["title"]
    row = Rect(*theme.deck.frames["marks"])
    title = (x, max(y, row.bottom), width, max(height - max(row.bottom - y, 0), 1))
    frames = {**theme.deck.frames, "title": title}
    return theme.model_copy(update={"deck": theme.deck.model_copy(update={"frames": frames})})


class _Row:
    """The row of marks."""

    def __init__(self, look: Look, marks: Marks, name: str) -> None:
        self._look, self._marks, self._name = look, marks, name
        self._frame = look.frame(name)
        self._right = self._frame.right

    def items(self) -> Iterator[pages.Item]:
        """Yield them from the right to the left."""
        look, marks = self._look, self._marks
        if marks.number:
            around = self._taken(marks.number, 2 * look.space("mark-x"))
            text = self._text(marks.number, around.inset(look.space("mark-x"), 0), "center")
            ink, width = look.colour("ink"), look.space("rule")
            name = wording("objects.paper-number")
            yield pages.Shape(around, stroke=ink, stroke_width=width, text=text, name=name)
        if marks.confidentiality:
            yield self._text(marks.confidentiality, self._taken(marks.confidentiality, 0), "right")
        if marks.logo:
            yield self._logo(marks.logo)

    @property
    def _is_cover(self) -> bool:
        return self._name == "cover-marks"

    def _taken(self, text: Text, more: Points) -> Rect:
        """Take the room for a text, and what is around it, from the right end of the row."""
        look, frame = self._look, self._frame
        snug = min(look.compositor.snug(text, look.fixed(self._name)), frame.width * _WIDEST) + more
        height = min(look.space("mark-y"), frame.height)
        at = Rect(self._right - snug, frame.y + (frame.height - height) / 2, snug, height)
        self._right = at.x - look.space("mark-gap")
        return at

    def _text(self, text: Text, at: Rect, align: pages.Align) -> pages.TextBox:
        look, style = self._look, self._look.fixed(self._name)
        para = Para(cut(look.compositor, text, style, at.width), style, align=align)
        paras = look.tree.paragraphs([para]) if self._is_cover else [para]
        name = wording("objects.mark")
        role: pages.Role = "label" if self._is_cover else "footer"
        return look.compositor.box(paras, at, role, anchor="middle", name=name)

    def _logo(self, logo: Logo) -> pages.Picture:
        look, frame = self._look, self._frame
        if logo.place == "bottom-right":
            frame = look.frame("cover-logo" if self._is_cover else "logo")
        wide, tall = logo.size
        most = frame.height
        if self._is_cover and logo.place != "bottom-right":
            most = look.frame("cover-label").y - frame.y
        height = min(length(f"{logo.height}mm"), most, tall * LARGEST)
        height = min(height, frame.width * _WIDEST * tall / wide)
        width = height * wide / tall
        right = self._right if logo.place == "top-right" else frame.right
        x = frame.x if logo.place == "top-left" else right - width
        y = frame.bottom - height if logo.place == "bottom-right" else frame.y
        if not self._is_cover:
            y = frame.y + (frame.height - height) / 2
        figure = look.tree.add("Figure", alt=logo.alt) if self._is_cover else None
        alt = logo.alt if self._is_cover else ""
        return pages.Picture(
            Rect(x, y, width, height), logo.data, alt, wording("objects.logo"), figure
        )


def shortened(look: Look, marks: Marks) -> Iterator[tuple[Text, Text]]:
    """Yield the texts of the marks that a row has no room for, and as much of them as it has."""
    for name in ("cover-marks", "marks"):
        for text in (marks.number, marks.confidentiality):
            shown = cut(look.compositor, text, look.fixed(name), look.frame(name).width * _WIDEST)
            if shown != text:
                yield text, shown
