"""Slide forms: one module for each way to show something."""

from collections.abc import Callable

from shiryo import document
from shiryo.layout.deck.forms import lists
from shiryo.layout.deck.forms.beside import Beside, Placed, beside, is_shown, is_wide, paired
from shiryo.layout.deck.forms.bullets import BulletForm
from shiryo.layout.deck.forms.cards import cards
from shiryo.layout.deck.forms.chart import ChartForm
from shiryo.layout.deck.forms.columns import ColumnForm, columned
from shiryo.layout.deck.forms.compare import CompareForm
from shiryo.layout.deck.forms.definition import DefinitionForm, plain_definition
from shiryo.layout.deck.forms.dialogue import dialogue
from shiryo.layout.deck.forms.figures import FigureForm
from shiryo.layout.deck.forms.form import Form
from shiryo.layout.deck.forms.image import ImageForm
from shiryo.layout.deck.forms.labelled import panels, terms, text_of
from shiryo.layout.deck.forms.quote import QuoteForm
from shiryo.layout.deck.forms.steps import ChevronForm, step_rows
from shiryo.layout.deck.forms.table import TableForm
from shiryo.layout.deck.forms.timeline import timeline
from shiryo.layout.deck.look import Look
from shiryo.units import Points

FORMS: dict[type, Callable[..., Form]] = {
    document.Timeline: timeline,
    document.Table: TableForm,
    document.Compare: CompareForm,
    document.Quote: QuoteForm,
    document.Dialogue: dialogue,
    document.Figures: FigureForm,
    document.Chart: ChartForm,
    document.Prose: lists.ProseForm,
    document.Agenda: lists.agenda,
    document.Glossary: lists.glossary,
    document.References: lists.ReferenceForm,
}
"""Blocks that are shown in one way only."""
_PANELS = 6
"""Items with titles over which rows of a table take fewer slides than panels do."""


def forms(block: Placed, look: Look, width: Points, slide: document.Slide) -> tuple[Form, ...]:
    """Return the forms that a block of ``slide`` may take, the one to prefer first.

    The last can always be parted between its units.
    """
    match block:
        case Beside():
            return (_beside(block, look, width, slide),)
        case document.Image():
            return (ImageForm((block,), look, width, lone=True),)
        case document.Bullets():
            return _list(block, look, width, slide)
        case document.Steps():
            rows = step_rows(block, look, width)
            few = 2 <= len(block.items) <= look.limit("steps") and not _goes_on(slide)
            return (ChevronForm(block, look, width), rows) if few else (rows,)
        case document.Definition():
            beside = DefinitionForm(block, look, width, beside=True)
            plain = plain_definition(block, look, width)
            return (DefinitionForm(block, look, width), beside, plain)
    return (FORMS[type(block)](block, look, width),)


def _goes_on(slide: document.Slide) -> bool:
    """Tell whether steps of ``slide`` go on from others: then their numbers are shown."""
    return any(isinstance(b, document.Steps) and b.start > 1 for b in slide.blocks)


def _beside(made: Beside, look: Look, width: Points, slide: document.Slide) -> Form:
    images = [block for block in made.blocks if isinstance(block, document.Image)]
    if len(images) == len(made.blocks):
        return ImageForm(images, look, width, lone=True)

    def form(block: document.Block, room: Points) -> Form:
        if isinstance(block, document.Bullets):
            return BulletForm(block, look, room)
        if isinstance(block, document.Image):
            return ImageForm((block,), look, room)
        return forms(block, look, room, slide)[-1]

    return beside(made, look, width, form)


def _list(
    block: document.Bullets, look: Look, width: Points, slide: document.Slide
) -> tuple[Form, ...]:
    items, bullets = block.items, BulletForm(block, look, width)
    if block.shape != "auto":
        return _shaped(block, look, width)
    if slide.role == "summary":
        return (panels(items, look, width), bullets)
    if not all(item.title for item in items):
        return (bullets, *columned(block, look, width))
    rows = panels(items, look, width) if len(items) <= _PANELS else _terms(block, look, width)
    made = cards(items, look, width, block.numbers)
    return (*made, rows) if made or not block.start else (bullets,)


def _terms(block: document.Bullets, look: Look, width: Points) -> Form:
    return terms([(item.title, text_of(item, look)) for item in block.items], look, width)


def _shaped(block: document.Bullets, look: Look, width: Points) -> tuple[Form, ...]:
    """Return the form of a list that a person wants, and of cards what they become at worst."""
    match block.shape:
        case "columns":
            return columned(block, look, width) or (ColumnForm(block, look, width, 2),)
        case "cards":
            made = cards(block.items, look, width, block.numbers)
            return (*made, panels(block.items, look, width))
        case "table":
            return (_terms(block, look, width),)
    return (BulletForm(block, look, width),)


__all__ = ["FORMS", "Beside", "Form", "Look", "Placed", "forms", "is_shown", "is_wide", "paired"]
