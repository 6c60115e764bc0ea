"""What each page of a slide shows."""

from collections.abc import Mapping
from dataclasses import field, replace

from shiryo import document, inline, origins
from shiryo.layout.deck import abridge, arrange, chrome, divide, footnotes, readings, wide
from shiryo.layout.deck import forms as slides
from shiryo.layout.deck.forms.beside import BesideForm
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.cards import CardForm
from shiryo.layout.deck.forms.flow import FlowForm
from shiryo.layout.deck.forms.image import ImageForm
from shiryo.layout.deck.forms.statement import HeadedForm, stated
from shiryo.layout.deck.look import Look
from shiryo.units import Points, Rect
from shiryo.values import dataclass

_LEAST = 0.6
"""The share of the room that the notes of a slide leave to its content."""
_FEW, _PARTINGS = 6, 3
"""Pages of a slide that should all be filled, and how often items are parted for that."""
_LONG = 200
"""Lines of a list that may go on after any of them."""
_HALF, _DENSE = 0.5, 1.2
"""Where a page is filled less than half, how much more pages may hold if that saves one."""
_SAYS = 8
"""Letters of a sentence; what is shorter only names what stands below it."""
_MANY = 4
"""How many times too much a unit is for its halves to be too much too."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A slide, and what each of its pages shows."""

    slide: document.Slide
    """Its footnotes turned into marks."""
    look: Look
    parts: list[list[arrange.Part]]
    """Of each page; empty on a cover and on a divider."""
    frame: Rect
    """For the content."""
    notes: tuple[inline.Text, ...]
    """Footnotes, with their marks."""
    messages: Mapping[int, inline.Text] = field(default_factory=dict)
    """Of a page that has one of its own, by its place."""
    key: bytes = b""
    """What it is remembered by, if it is."""


def plan(slide: document.Slide, look: Look) -> Plan:
    """Arrange the blocks of a slide on as many pages as they need."""
    slide, look, frame, notes = _opened(slide, look)
    if slide.role in ("cover", "section"):
        return Plan(slide, look, [[]], frame, notes)
    asked = readings.asked(slide, look, frame) if slide.together or slide.beside else []
    if asked:
        return Plan(slide, look, asked, frame, notes)
    made = _paged(slide, look, frame, notes)
    if len(made.parts) > 1 and arrange.low(made.parts, frame.height, _HALF):
        dense = _paged(slide, replace(look, slack=_DENSE), frame, notes)
        made = dense if len(dense.parts) < len(made.parts) else made
    return _led(made)


def _led(planned: Plan) -> Plan:
    """Let what leads to all that stands on a further page be its message, not the slide's again.

    Content of a slide without a message stands where that would.
    """
    if not planned.slide.message:
        return planned
    parts, messages = list(planned.parts), dict[int, inline.Text]()
    for n, page in enumerate(parts):
        lead = _lead(page) if n else None
        if lead and lead.items and (made := _below(lead, planned)):
            parts[n], messages[n] = made, lead.text
    return replace(planned, parts=parts, messages=messages) if messages else planned


def _lead(page: list[arrange.Part]) -> document.Item | None:
    """Return the sentence that all on a page stands below; None if there is none."""
    form, first, last = page[0] if len(page) == 1 else (None, 0, 0)
    if type(form) is not BulletForm or last - first != 1 or form.block.start:
        return None
    lead = form.block.items[first]
    says = len(inline.plain(lead.text)) >= _SAYS
    return lead if says and not (lead.title or lead.note or lead.again) else None


def _below(lead: document.Item, planned: Plan) -> list[arrange.Part] | None:
    """Return the page of what stands below a lead; None where one of them has no room."""
    look, frame = planned.look, planned.frame
    box = chrome.message(look, lead.text)
    if box is None or box.frame.height > look.frame("message").height + 0.01:
        return None
    blocks = (document.Bullets(lead.items),)
    slide = replace(planned.slide, message=lead.text, blocks=blocks)
    made = readings.arranged(slide, look, frame)
    return made[0] if len(made) == 1 and readings.settled(made, frame, look) else None


def is_met(planned: Plan) -> bool:
    """Tell whether a plan has the form that the outline asks for."""
    slide = planned.slide
    forms = [form for page in planned.parts for form, _, _ in page]
    if slide.together or slide.beside:
        is_pair = any(isinstance(form, BesideForm | ImageForm) for form in forms)
        return len(planned.parts) == 1 and (is_pair or not slide.beside)
    cards = sum(isinstance(form, CardForm) for form in forms)
    wanted = (b for b in slide.blocks if isinstance(b, document.Bullets) and b.shape == "cards")
    return cards >= len([*wanted])


def on_one(slide: document.Slide, look: Look) -> Plan | None:
    """Arrange neighbours on one page; None where it would be crowded, or its type small."""
    slide, look, frame, notes = _opened(slide, look)
    ways = readings.asked if slide.together else readings.neighbours
    parts = ways(slide, look, frame)
    return Plan(slide, look, parts, frame, notes) if parts else None


_Opened = tuple[document.Slide, Look, Rect, tuple[inline.Text, ...]]


def _opened(slide: document.Slide, look: Look) -> _Opened:
    """Return a slide with its footnotes as marks, its look, the room for its content, its notes."""
    usual = slide.role if slide.role in ("cover", "section") else "content"
    on = slide.layout or usual
    if look.company and on == "content" and not slide.message:
        on = look.company.bare(on)
    look = replace(look, on=on)
    slide = abridge.fitted(slide.alone, look)
    look = replace(look, title=inline.plain(slide.title))
    slide, notes = footnotes.marked(slide, look.labels.remark)
    if slide.role in ("cover", "section"):
        return slide, look, look.frame("content"), notes
    above = [box for box in chrome.head(look, slide.title, slide.message) if box.role == "message"]
    below = chrome.source(look, slide.source, notes)
    over = above[0] if above else None
    frame, room = chrome.content(look, over, below), chrome.content(look, over, None)
    # Each page shows but the notes that it calls; many of them share what all together would take.
    frame = replace(frame, height=max(frame.height, room.height * _LEAST))
    blocks = (made for block in slide.blocks for made in wide.narrowed(block, look, frame.width))
    return replace(slide, blocks=tuple(blocks)), look, frame, notes


def _paged(slide: document.Slide, look: Look, frame: Rect, notes: tuple[inline.Text, ...]) -> Plan:
    """Part a slide between its units, lists between their lines where that takes fewer pages."""
    parts = readings.arranged(slide, look, frame)
    if (listed := _listed(slide)) != slide:
        fewer = readings.arranged(listed, look, frame)
        if len(fewer) < len(parts) and readings.settled(fewer, frame, look):
            slide, parts = listed, fewer
    if beside := readings.beside(slide, look, frame, parts):
        return Plan(slide, look, beside, frame, notes)
    whole = readings.settled(parts, frame, look)
    flowing = _flowing(slide, look, frame) if len(parts) > 1 or not whole else []
    if not whole and flowing:
        parts, whole = flowing, True
    if not whole:
        slide = _parted(slide, look, frame)
        parts = readings.arranged(slide, look, frame)
    parts = _filled(parts, slide, look, frame)
    if flowing and _bareness(flowing, frame) < _bareness(parts, frame):
        parts = flowing
    return Plan(slide, look, [_carried(page, look, frame) for page in parts], frame, notes)


def _listed(slide: document.Slide) -> document.Slide:
    """Return a slide whose only block, names with what is said of them, is a list, and no panels.

    Beside others panels stay: each has a page that it fills.
    """
    if len(slide.blocks) != 1:
        return slide
    (block,) = slide.blocks
    if not isinstance(block, document.Bullets) or block.shape != "auto" or not _is_said(block):
        return slide
    return replace(slide, blocks=(replace(block, shape="list"),))


def _is_said(block: document.Bullets) -> bool:
    """Tell whether each item of a list is a name with something said of it."""
    return all(item.title and (item.text or item.items) for item in block.items)


def _carried(page: list[arrange.Part], look: Look, frame: Rect) -> list[arrange.Part]:
    """Let a page of but one list, of one or two short items, say them large, as statements.

    One that has others below it is said so where it would leave half of the page empty.
    """
    form, first, last = page[0] if len(page) == 1 else (None, 0, 0)
    if type(form) is not BulletForm or last - first < form.count:
        return page
    for size in (size for size in look.theme.deck.sizes if size >= look.body):
        made = stated(form.block, look.at(size), frame.width)
        if isinstance(made, HeadedForm) and form.need(first, last).height > frame.height * _HALF:
            return page
        if made and arrange.fit([(made, 0, 1)], frame.height, 0) and not made.need(0, 1).stubs:
            return [(made, 0, 1)]
    return page


def _bareness(parts: list[list[arrange.Part]], frame: Rect) -> tuple[int, int]:
    """Return how many pages there are, and how many of them are nearly empty."""
    return len(parts), arrange.low(parts, frame.height)


def _flowing(slide: document.Slide, look: Look, frame: Rect) -> list[list[arrange.Part]]:
    """Return pages whose lists go on after any line; nothing if that does not settle them."""
    slide = replace(slide, blocks=divide.merged(slide.blocks))
    sizes = [divide.lines(b) for b in slide.blocks if isinstance(b, document.Bullets)]
    mark = (inline.Run(look.labels.resumed, origin=origins.label("resumed")),)

    def variants(size: Points) -> list[list[slides.Form]]:
        at = look.at(size)
        return [
            [
                FlowForm(block, at, frame.width, mark)
                if isinstance(form, BulletForm) and isinstance(block, document.Bullets)
                else form
                for block, form in zip(slide.blocks, forms, strict=True)
            ]
            for forms in readings.variants_of(slide, at, frame.width)
        ]

    parts = readings.parted(variants, look, frame) if sizes and max(sizes) <= _LONG else []
    return parts if parts and readings.settled(parts, frame, look) else []


def _filled(
    parts: list[list[arrange.Part]], slide: document.Slide, look: Look, frame: Rect
) -> list[list[arrange.Part]]:
    """Return pages of which fewer are nearly empty, items parted between what is below them."""
    mark = (inline.Run(look.labels.resumed),)
    for _ in range(_PARTINGS):
        bare = arrange.low(parts, frame.height)
        blocks = tuple(divide.below(block, mark) for block in slide.blocks)
        if not (1 < len(parts) <= _FEW and bare) or blocks == slide.blocks:
            break
        slide = replace(slide, blocks=blocks)
        made = readings.arranged(slide, look, frame)
        better = (len(made), arrange.low(made, frame.height)) < (len(parts), bare)
        parts = made if better and readings.settled(made, frame, look) else parts
    return parts


def _parted(slide: document.Slide, look: Look, frame: Rect) -> document.Slide:
    """Part the units of every block that are too much even in the smallest type."""
    small = look.at(look.theme.deck.sizes[-1])
    mark = (inline.Run(look.labels.resumed, origin=origins.label("resumed")),)

    def fits(block: document.Block) -> bool:
        form = slides.forms(block, small, frame.width, slide)[-1]
        return not any(arrange.too_much(form, frame.height))

    def parted(block: document.Block) -> document.Block:
        while True:
            form = slides.forms(block, small, frame.width, slide)[-1]
            whole = block
            for unit, times in reversed([*arrange.too_much(form, frame.height)]):
                block = _in_parts(block, unit, times, mark)
            if block == whole:
                return divide.joined(block, fits, mark)

    return replace(slide, blocks=tuple(map(parted, slide.blocks)))


def _in_parts(block: document.Block, unit: int, times: float, mark: inline.Text) -> document.Block:
    """Return ``block`` with a unit halved; one that is many ``times`` too much, over and over."""
    made = divide.divided(block, unit, mark)
    if made is None:
        return block
    if times < _MANY or type(made) is not type(block):
        return made
    made = _in_parts(made, unit + 1, times / 2, mark)
    return _in_parts(made, unit, times / 2, mark)
