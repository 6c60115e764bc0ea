"""A picture, as large as its frame lets it be, with its caption and who gave it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from shiryo import pages
from shiryo.document import Image
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect


class ImageForm:
    """A picture; a tall one has its caption at its right, a wide one below."""

    count = 1

    def __init__(self, block: Image, look: Look, width: Points) -> None:
        self._image, self._look, self._width = block, look, width

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the picture needs, and can use at most."""
        width, height = self._image.size
        least = self._look.space("image-least")
        words = self._look.compositor.height(self._paras, self._width) if self._paras else 0
        gap = self._look.space("caption") if self._paras else 0
        full = self._width * height / width
        return Need(min(least, full) + gap + words, full + gap + words, 0)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the picture and its caption."""
        both = self._look.tree.add("Div")
        picture = self._fitted(frame.width, frame.height)
        beside = self._paras and picture[0] <= frame.width * self._look.em("image-beside")
        if beside:
            at = Rect(frame.x, frame.y, *picture)
            x = at.right + self._look.space("gutter")
            words = Rect(x, frame.y, frame.right - x, at.height)
            return [self._picture(at, both), *self._words(words, "bottom", both)]
        tall = self._look.compositor.height(self._paras, frame.width) if self._paras else 0
        gap = self._look.space("caption") if self._paras else 0
        width, height = self._fitted(frame.width, frame.height - tall - gap)
        at = Rect(frame.x + (frame.width - width) / 2, frame.y, width, height)
        words = Rect(at.x, at.bottom + gap, frame.right - at.x, tall)
        return [self._picture(at, both), *self._words(words, "top", both)]

    def _fitted(self, width: Points, height: Points) -> tuple[Points, Points]:
        wide, tall = self._image.size
        scale = min(width / wide, height / tall)
        return wide * scale, tall * scale

    def _picture(self, at: Rect, parent: pages.Element) -> pages.Picture:
        figure = self._look.tree.add("Figure", parent, alt=self._image.alt)
        return pages.Picture(
            at, self._image.data, self._image.alt, wording("objects.image"), figure
        )

    def _words(self, at: Rect, anchor: str, parent: pages.Element) -> list[pages.Item]:
        if not self._paras:
            return []
        side: Literal["top", "bottom"] = "bottom" if anchor == "bottom" else "top"
        box = self._look.compositor.box
        add = self._look.tree.add
        kinds = ["Caption" if self._image.caption else "P", "P"]
        paras = [
            replace(para, element=add(kind, parent))
            for para, kind in zip(self._paras, kinds, strict=False)
        ]
        return [box(paras, at, "caption", anchor=side, name=wording("objects.credit"))]

    @cached_property
    def _paras(self) -> list[Para]:
        texts = (("image-caption", self._image.caption), ("caption", self._image.credit))
        return [Para(text, self._look.fixed(name)) for name, text in texts if text]
