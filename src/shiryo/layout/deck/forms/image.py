"""Pictures, as large as their frame and their pixels let them be, each with its words below.

Two or three stand in a row, as high as each other.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Literal

from shiryo import pages
from shiryo.document import Image
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.pictures import LARGEST
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_OVER = 0.4
"""The share of the room that is left which stands over low pictures."""


class ImageForm:
    """Pictures beside each other; beside a very narrow one stand its words."""

    count = 1

    def __init__(
        self, images: Sequence[Image], look: Look, width: Points, *, lone: bool = False
    ) -> None:
        """Take the pictures; ``lone``: with no text beside them, where they begin with that."""
        self._images, self._look, self._width = images, look, width
        self.fills = lone
        self._gaps = (len(images) - 1) * look.space("gutter")
        self._shares = [image.size[0] / image.size[1] for image in images]

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the pictures need, and can use at most."""
        most = min(self._highest, (self._width - self._gaps) / sum(self._shares))
        least = min(self._look.space("image-least"), most)
        return Need(least + self._under(least), most + self._under(most), 0)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw each picture and its words, all of them in the middle of the frame.

        Low ones that have all of the room stand a little over its middle, as in a passe-partout.
        """
        height = self._fitted(frame)
        spare = frame.height - height - self._under(height)
        frame = frame.below(max(spare, 0) * _OVER if self.fills else 0)
        widths = [height * share for share in self._shares]
        items, gutter = list[Object](), self._look.space("gutter")
        beside = self._beside(height)
        x = frame.x + (frame.width - sum(widths) - self._gaps - beside) / 2
        for n, (image, width) in enumerate(zip(self._images, widths, strict=True)):
            at = Rect(x, frame.y, width, height)
            words = Rect(x, at.bottom + self._look.space("caption"), width, frame.height - height)
            if beside:
                words = Rect(at.right + gutter, frame.y, beside - gutter, height)
            items += self._one(image, at, words, n)
            x += width + gutter
        return items

    def _fitted(self, frame: Rect) -> Points:
        """Return the height at which pictures with their words fill the frame."""
        height = min(self._highest, (frame.width - self._gaps) / sum(self._shares), frame.height)
        for _ in range(2):
            height = min(height, frame.height - self._under(height))
        return max(height, 1)

    @property
    def _highest(self) -> Points:
        """How high all pictures may be without one being blurred."""
        return min(image.size[1] for image in self._images) * LARGEST

    def _under(self, height: Points) -> Points:
        """Return the room that words below pictures of a height take."""
        if self._beside(height):
            return 0
        setter, words = self._look.compositor, zip(self._words, self._shares, strict=True)
        tall = max(setter.height(paras, height * share) if paras else 0 for paras, share in words)
        return tall + self._look.space("caption") if tall else 0

    def _beside(self, height: Points) -> Points:
        """Return the room beside a picture of a height that words take; 0 if they stand below."""
        look, (words, share) = self._look, (self._words[0], self._shares[0])
        if len(self._images) > 1 or not words:
            return 0
        if height * share > self._width * look.em("image-beside"):
            return 0
        snug = max(look.compositor.snug(para.text, para.style) for para in words)
        return min(snug, self._width - height * share - look.space("gutter")) + look.space("gutter")

    def _one(self, image: Image, at: Rect, words: Rect, n: int) -> list[Object]:
        tree, both = self._look.tree, self._look.tree.add("Div")
        figure = tree.add("Figure", both, alt=image.alt)
        picture = pages.Picture(at, image.data, image.alt, wording("objects.image"), figure)
        if not self._words[n]:
            return [picture]
        kinds = ["Caption" if image.caption else "P", "P"]
        paras = [
            replace(para, element=tree.add(kind, both))
            for para, kind in zip(self._words[n], kinds, strict=False)
        ]
        side: Literal["bottom", "top"] = "bottom" if words.y == at.y else "top"
        box = self._look.compositor.box(
            paras, words, "caption", anchor=side, name=wording("objects.credit")
        )
        return grouped([picture, box], wording("objects.image-n", n=n + 1))

    @cached_property
    def _words(self) -> list[list[Para]]:
        look = self._look
        return [
            [
                Para(text, look.fixed(name))
                for name, text in (("image-caption", image.caption), ("caption", image.credit))
                if text
            ]
            for image in self._images
        ]
