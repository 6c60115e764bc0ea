"""A definition: the term on a dark panel, what belongs to it in rows beside."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import lazy_re as re
from shiryo import origins, pages
from shiryo.document import Definition, Item
from shiryo.inline import Run, plain
from shiryo.japanese.width import width as display
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.forms.labelled import terms, text_of
from shiryo.layout.deck.forms.rows import Column, Rows, RowStyle
from shiryo.layout.deck.grouping import Object
from shiryo.layout.deck.levels import as_set
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.layout.text.widths import longest_stretch
from shiryo.messages import wording
from shiryo.units import Points, Rect

_WORD = re.compile(r"[!-~À-ɏ]+|[\u30a1-\u30fa\u30fc-\u30ff]+|[\u3400-\u9fff々]+")
"""What of a term is one word to a reader: letters of one script."""


class DefinitionForm:
    """A term; a unit is one of the rows beside it.

    Its text stands on the panel, over to the items; or, with ``beside``, beside it with the items
    below.
    """

    fills = False

    def __init__(
        self, block: Definition, look: Look, width: Points, *, beside: bool = False
    ) -> None:
        self._block, self._look, self._width = block, look, width
        self._says_beside = beside or not block.items

    @property
    def count(self) -> int:
        """How many rows there are; 1 where the text stands beside the panel."""
        return self._beside.count

    def need(self, first: int, last: int) -> Need:
        """Return the room that the panel and the items take."""
        look = self._look
        beside = self._beside.need(first, last)
        room = look.compositor.room(self._panel, self._inner)
        panel = room.height + 2 * look.space("define-y")
        lines = room.lines / look.limit("define-lines")
        narrow = not room.fits
        height = max(panel, beside.height)
        return Need(
            height,
            max(height, look.space("define-most")),
            2 if narrow else max(lines, beside.lines),
            beside.stubs,
        )

    def place(self, first: int, last: int, frame: Rect) -> Sequence[Object]:
        """Draw the panel, then the items."""
        look = self._look
        left = Rect(frame.x, frame.y, self._left, frame.height)
        inner = left.inset(look.space("define-x"), look.space("define-y"))
        x = self._left + look.space("define-gap")
        room = Rect(frame.x + x, frame.y, frame.width - x, frame.height)
        panel = self._drawn(left, inner)
        if self._says_beside:
            paras = look.tree.paragraphs(text_of(self._said, look, "define-only"))
            setter = look.compositor
            box = setter.box(paras, room, "paragraph", placeholder="body", anchor="middle")
            return [panel, replace(box, levels=as_set(box.paragraphs))]
        need = self._beside.need(first, last)
        height = min(room.height, max(need.full, need.height))
        right = Rect(room.x, room.y + (room.height - height) / 2, room.width, height)
        return [panel, *self._beside.place(first, last, right)]

    def _drawn(self, at: Rect, inner: Rect) -> pages.Shape:
        """Return the panel."""
        look, name = self._look, wording("objects.term")
        said = look.tree.paragraphs(self._panel)
        text = look.compositor.box(said, inner, "paragraph", anchor="middle", name=name)
        return pages.Shape(at, fill=look.colour("accent"), text=text, name=name)

    @property
    def _said(self) -> Item:
        """What stands beside the panel where the text is not in it."""
        return Item(self._block.text, items=self._block.items)

    @property
    def _left(self) -> Points:
        return self._width * self._look.em("define")

    @property
    def _inner(self) -> Points:
        return self._left - 2 * self._look.space("define-x")

    @cached_property
    def _panel(self) -> list[Para]:
        block, look = self._block, self._look
        label, text = (look.on_dark(look.type(name)) for name in ("define-label", "define-text"))
        term = replace(self._term, before=label.size * look.em("define-label-gap"))
        paras = [Para((Run(look.labels.term, origin=origins.label("term")),), label), term]
        if block.text and not self._says_beside:
            gap = text.size * look.em("define-text-gap")
            paras.append(Para(block.text, text, before=gap))
        return paras

    @property
    def _term(self) -> Para:
        """Return the term in the largest type in which none of its words is parted."""
        look, term = self._look, self._block.term
        style, snug = look.on_dark(look.type("define-term")), look.compositor.snug
        word = (Run(max(_WORD.findall(plain(term)), key=display, default="")),)
        sizes = [size for size in look.theme.deck.scale if size <= style.size]
        sizes = [size for size in sizes if size >= look.type("define-text").size]
        fitting = (s for s in reversed(sizes) if snug(word, replace(style, size=s)) <= self._inner)
        style = replace(style, size=next(fitting, style.size))
        phrase = (Run(longest_stretch(term)),)
        return Para(term, style, "phrase" if snug(phrase, style) <= self._inner else "cell")

    @cached_property
    def _beside(self) -> Rows:
        look, width = self._look, self._width - self._left - self._look.space("define-gap")
        if self._says_beside:
            style = RowStyle(0, 0, limit="define-lines")
            text = text_of(self._said, look, "define-only")
            return Rows(look, [[Column(0, width, text)]], style)
        entries = [(item.title, text_of(item, look, "term-text")) for item in self._block.items]
        return terms(entries, look, width, boxed=True, limit="lines")


def plain_definition(block: Definition, look: Look, width: Points) -> Rows:
    """Return a definition as rows only, for one with a long text."""
    entries = [(block.term, [Para(block.text, look.type("body"))] if block.text else [])]
    entries += [(item.title, text_of(item, look, "term-text")) for item in block.items]
    kept = [
        (term, paras)
        if paras
        else ((), [Para(tuple(replace(r, strong=True) for r in term), look.type("body"))])
        for term, paras in entries
    ]
    return terms(kept, look, width, limit="lines")
