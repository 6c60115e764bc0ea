"""Cards: two to four items side by side, each with a title, its text and a note.

They have numbers where the list has.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from shiryo import origins, pages
from shiryo.document import Item
from shiryo.inline import Run
from shiryo.layout.deck.forms.form import Need
from shiryo.layout.deck.forms.labelled import text_of
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect


class CardForm:
    """Items as cards; they stay together."""

    count = 1

    def __init__(
        self, items: Sequence[Item], look: Look, width: Points, numbers: Sequence[int] = ()
    ) -> None:
        self._items, self._look, self._width = items, look, width
        self._numbers = numbers or (0,) * len(items)

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that the tallest card takes; cards may fill a slide."""
        look = self._look
        lines = max(look.compositor.lines(body, self._inner) for _, body, _ in self._cards)
        height = self._head + self._body + self._foot + 2 * look.space("card-y")
        height += look.space("card-rule") + self._gap
        full = height * look.em("card-growth")
        return Need(height, full, lines / look.limit("card-lines"))

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[pages.Item]:
        """Draw the cards, each read from top to bottom before the next."""
        columns = frame.columns(len(self._items), self._look.space("gutter"))
        listed = self._look.tree.add("L", numbering="Decimal" if any(self._numbers) else "Disc")
        return [item for n, at in enumerate(columns) for item in self._card(n, at, listed)]

    def _card(self, n: int, frame: Rect, listed: pages.Element) -> list[pages.Item]:
        look, (head, body, note) = self._look, self._tagged(n, listed)
        rule = Rect(frame.x, frame.y, frame.width, look.space("card-rule"))
        inner = frame.below(rule.height).inset(look.space("card-x"), look.space("card-y"))
        at = Rect(inner.x, inner.y, inner.width, self._head)
        below = inner.below(self._head + self._gap)
        text = Rect(below.x, below.y, below.width, self._body)
        foot = Rect(inner.x, inner.bottom - self._foot, inner.width, self._foot)
        box, number = look.compositor.box, n + 1
        items: list[pages.Item] = [
            pages.Shape(frame, fill=look.colour("surface"), name=wording("objects.card", n=number)),
            pages.Shape(
                rule, fill=look.colour("accent"), name=wording("objects.card-rule", n=number)
            ),
            box(head, at, "heading2", name=wording("objects.card-title", n=number)),
        ]
        if body:
            items.append(box(body, text, "list", name=wording("objects.card-text", n=number)))
        if note:
            items.append(
                box(
                    note, foot, "note", anchor="bottom", name=wording("objects.card-note", n=number)
                )
            )
        return items

    def _tagged(self, n: int, listed: pages.Element) -> list[list[Para]]:
        """Return head, body and note of a card with what they are to a reader."""
        tree, (head, *others) = self._look.tree, self._cards[n]
        label, text = tree.item(listed)
        *number, title = head
        title = replace(title, element=tree.add("P", text))
        return [
            [*(replace(para, element=label) for para in number), title],
            *(tree.paragraphs(paras, text) for paras in others),
        ]

    @property
    def _inner(self) -> Points:
        gutters = self._look.space("gutter") * (len(self._items) - 1)
        return (self._width - gutters) / len(self._items) - 2 * self._look.space("card-x")

    @property
    def _gap(self) -> Points:
        return self._look.type("card-text").size * self._look.em("card-gap")

    @cached_property
    def _cards(self) -> list[tuple[list[Para], list[Para], list[Para]]]:
        return [self._paras(n, item) for n, item in enumerate(self._items)]

    def _paras(self, n: int, item: Item) -> tuple[list[Para], list[Para], list[Para]]:
        look = self._look
        count = self._numbers[n]
        counted = (Run(str(count), origin=origins.NUMBER),)
        number = [Para(counted, look.type("card-number"))] * bool(count)
        title = Para(item.title, look.type("card-title"))
        style = look.type("card-text")
        if self._striking(item):
            large = look.under(style.size * look.em("card-strong"))
            style = replace(style, strong_scale=large / style.size)
        bare = replace(item, note=(), text=())
        body = [Para(item.text, style)] if item.text else []
        if item.items:
            body += text_of(bare, look)
        note = [Para(item.note, look.type("note"))] if item.note else []
        return [*number, title], body, note

    def _striking(self, item: Item) -> bool:
        """Tell whether the emphasis is short enough to be set large."""
        strong = [len(run.text) for run in item.text if run.strong]
        return len(strong) == 1 and strong[0] <= self._look.limit("card-strong")

    def _tallest(self, part: int) -> Points:
        setter = self._look.compositor
        return max(setter.height(card[part], self._inner) for card in self._cards)

    @cached_property
    def _head(self) -> Points:
        return self._tallest(0)

    @cached_property
    def _body(self) -> Points:
        return self._tallest(1)

    @cached_property
    def _foot(self) -> Points:
        height = self._tallest(2)
        return height + self._gap if height else 0
