"""`Deck` and `Handout`: what is said and in what form, with no coordinates.

All words are final here: variables are filled in, marks are parsed, what the program adds is there.
"""

from shiryo.document.blocks import (
    Agenda,
    AgendaEntry,
    Block,
    Bullets,
    Compare,
    Definition,
    Dialogue,
    Event,
    Figure,
    Figures,
    Glossary,
    Image,
    Item,
    Prose,
    Quote,
    References,
    Side,
    Step,
    Steps,
    Term,
    Timeline,
    Utterance,
)
from shiryo.document.chart import Chart, Series
from shiryo.document.deck import Deck, Logo, Marks, Role, Slide
from shiryo.document.handout import Handout, IndexTerm, Section
from shiryo.document.labels import Labels
from shiryo.document.table import CellLook, RowLook, Table
from shiryo.info import Info

__all__ = [
    "Agenda", "AgendaEntry", "Block", "Bullets", "CellLook", "Chart", "Compare", "Deck",
    "Definition", "Dialogue", "Event", "Figure", "Figures", "Glossary", "Handout", "Image",
    "IndexTerm", "Info", "Item", "Labels", "Logo", "Marks", "Prose", "Quote", "References",
    "Role", "RowLook", "Section", "Series", "Side", "Slide", "Step", "Steps", "Table", "Term",
    "Timeline", "Utterance",
]  # fmt: skip
