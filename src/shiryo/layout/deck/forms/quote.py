"""A quotation: somebody else's words in mincho, under a large mark."""

from collections.abc import Sequence
from functools import cached_property

from shiryo import origins, pages
from shiryo.document import Quote
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.layout.text.sentences import fragments
from shiryo.messages import wording
from shiryo.units import Points, Rect

_SENTENCE = 200
"""Characters that a slide has room for in any type; a longer sentence is parted."""


class QuoteForm:
    """A quotation; a unit is a sentence of it. Its source stands under the last."""

    fills = False

    def __init__(self, block: Quote, look: Look, width: Points) -> None:
        self._block, self._look = block, look
        self._width = width - look.space("quote-x") - look.space("quote-right")
        self._known: dict[tuple[int, int], Need] = {}

    @cached_property
    def _sentences(self) -> list[tuple[Run, ...]]:
        return fragments(self._block.text, _SENTENCE)

    @property
    def count(self) -> int:
        """How many sentences there are."""
        return len(self._sentences)

    def need(self, first: int, last: int) -> Need:
        """Return the room that sentences take, under the mark."""
        if (first, last) not in self._known:
            self._known[first, last] = self._measured(first, last)
        return self._known[first, last]

    def _measured(self, first: int, last: int) -> Need:
        paras, setter = self._paras(first, last), self._look.compositor
        height, lines, *_ = setter.room(paras, self._width)
        height += self._look.space("quote-y")
        return Need(height, height, lines / self._look.limit("lines"))

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the mark, the words, and where they come from."""
        look = self._look
        at = Rect(frame.x, frame.y, look.space("quote-x"), look.space("quote-mark"))
        mark = [Para((Run("“", origin=origins.SIGN),), look.fixed("quote-mark"))]
        below = frame.below(look.space("quote-y"))
        inner = Rect(below.x + look.space("quote-x"), below.y, self._width, below.height)
        items: list[pages.Item] = [
            look.compositor.box(mark, at, "artifact", name=wording("objects.quote-mark"))
        ]
        y = inner.y
        quoted = look.tree.add("BlockQuote")
        for n, para in enumerate(self._paras(first, last)):
            y += para.before if n else 0
            height = look.compositor.height([para], self._width)
            role: pages.Role = "caption" if n else "quote"
            name = wording("objects.quote-by") if n else wording("objects.quoted")
            box = Rect(inner.x, y, self._width, height)
            said = look.tree.paragraphs([para], None if n else quoted)
            items.append(look.compositor.box(said, box, role, name=name))
            y += height
        return grouped(items, wording("objects.quote"))

    def _paras(self, first: int, last: int) -> list[Para]:
        look = self._look
        text = tuple(run for sentence in self._sentences[first:last] for run in sentence)
        style = look.type("quote", strong="ink")
        paras = [Para(text, style)]
        if self._block.by and last == self.count:
            by = look.type("quote-by", strong="", link="")
            paras.append(Para(self._block.by, by, before=style.size * look.em("quote-by")))
        return paras
