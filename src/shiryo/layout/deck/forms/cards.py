"""Cards: items side by side in one row or more, each with a title, its text and a note.

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
from shiryo.layout.deck.grouping import Object, grouped
from shiryo.layout.deck.look import Look
from shiryo.layout.text.para import Para
from shiryo.messages import wording
from shiryo.units import Points, Rect

_TITLE = 2
"""Lines of a title at most: a card that is narrower tells less than a row of a list."""


class CardForm:
    """Items as cards; they stay together."""

    count = 1
    fills = False

    def __init__(
        self,
        items: Sequence[Item],
        look: Look,
        width: Points,
        numbers: Sequence[int] = (),
        columns: int = 0,
    ) -> None:
        self._items, self._look, self._width = items, look, width
        self._numbers = numbers or (0,) * len(items)
        self._columns = columns or len(items)
        self._rows = -(-len(items) // self._columns)

    def need(self, _first: int, _last: int) -> Need:
        """Return the room that rows as high as the tallest card take; cards may fill a slide."""
        look, rows = self._look, self._rows
        lines = max(look.compositor.lines(body, self._inner) for _, body, _ in self._cards)
        height = self._head + self._body + self._foot + 2 * self._pad
        height += look.space("card-rule") + self._gap
        full, gaps = height * look.em("card-growth"), (rows - 1) * look.space("grid-row")
        most = look.limit(f"{self._kind}-lines")
        return Need(height * rows + gaps, full * rows + gaps, lines * rows / most)

    def place(self, _first: int, _last: int, frame: Rect) -> Sequence[Object]:
        """Draw the cards row by row, each read from top to bottom before the next."""
        gutter = self._look.space("gutter")
        rows = frame.rows(self._rows, self._look.space("grid-row"))
        places = [at for row in rows for at in row.columns(self._columns, gutter)]
        listed = self._look.tree.add("L", numbering="Decimal" if any(self._numbers) else "Disc")
        cards = enumerate(places[: len(self._items)])
        return [item for n, at in cards for item in self._card(n, at, listed)]

    def _card(self, n: int, frame: Rect, listed: pages.Element) -> list[Object]:
        look, (head, body, note) = self._look, self._tagged(n, listed)
        rule = Rect(frame.x, frame.y, frame.width, look.space("card-rule"))
        inner = frame.below(rule.height).inset(look.space("card-x"), self._pad)
        at = Rect(inner.x, inner.y, inner.width, self._head)
        below = inner.below(self._head + self._gap)
        text = Rect(below.x, below.y, below.width, self._body)
        foot = Rect(inner.x, inner.bottom - self._foot, inner.width, self._foot)
        box, number = look.compositor.box, n + 1
        items: list[Object] = [
            pages.Shape(
                frame, fill=look.colour("surface"), name=wording("objects.card-panel", n=number)
            ),
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
        return grouped(items, wording("objects.card", n=number))

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
        gutters = self._look.space("gutter") * (self._columns - 1)
        return (self._width - gutters) / self._columns - 2 * self._look.space("card-x")

    @property
    def _pad(self) -> Points:
        return self._look.space(f"{self._kind}-y")

    @property
    def _kind(self) -> str:
        """What types are called of cards in one row, or in several."""
        return "card" if self._rows == 1 else "grid"

    @property
    def _gap(self) -> Points:
        return self._look.type(f"{self._kind}-text").size * self._look.em(f"{self._kind}-gap")

    @cached_property
    def _cards(self) -> list[tuple[list[Para], list[Para], list[Para]]]:
        return [self._paras(n, item) for n, item in enumerate(self._items)]

    def _paras(self, n: int, item: Item) -> tuple[list[Para], list[Para], list[Para]]:
        look = self._look
        count = self._numbers[n]
        counted = (Run(str(count), origin=origins.NUMBER),)
        number = [Para(counted, look.type("card-number"))] * bool(count)
        title = Para(item.title, look.type(f"{self._kind}-title"))
        style = look.type(f"{self._kind}-text")
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

    @property
    def title_lines(self) -> int:
        """How many lines the longest title takes."""
        setter = self._look.compositor
        return max(setter.lines(head[-1:], self._inner) for head, _, _ in self._cards)

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


def cards(
    items: Sequence[Item], look: Look, width: Points, numbers: Sequence[int]
) -> list[CardForm]:
    """Return items as cards: in one row, or in rows that are as long as each other or nearly so.

    None are so narrow that a title takes more than two lines.
    """
    count, beside, rows = len(items), look.limit("cards"), look.limit("card-rows")
    ways = [
        n for n in (3, 4, 2) if n < count and -(-count // n) <= rows + (n == 2) and _even(count, n)
    ]
    ways = ([count] if count <= beside else []) + [n for n in ways if n <= beside]
    made = [CardForm(items, look, width, numbers, n) for n in ways if count > 1]
    return [form for form in made if form.title_lines <= _TITLE]


def _even(count: int, columns: int) -> bool:
    """Tell whether at most one card is missing in the last of the rows."""
    return -count % columns <= 1
