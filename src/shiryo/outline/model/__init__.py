"""The outline as data: what the YAML file may say.

Text fields hold inline text (see `shiryo.inline`) and may use Jinja2 variables. ``from`` says
which lines of the article a statement comes from. Where a statement stands, a bare string may too.
The descriptions in these rooms are the user's reference: they go into the JSON Schema that editors
show, and into docs/outline.md. Whoever uses the model imports it from here.
"""

from shiryo.outline.model.blocks import (
    BLOCK_KINDS,
    Block,
    BlockBase,
    BulletsBlock,
    ChartBlock,
    CompareBlock,
    DefinitionBlock,
    DialogueBlock,
    FiguresBlock,
    Form,
    ImageBlock,
    Output,
    QuoteBlock,
    StepsBlock,
    TableBlock,
    TextBlock,
    TimelineBlock,
    block_kind,
)
from shiryo.outline.model.bodies import (
    CompareBody,
    CompareColumn,
    DefinitionBody,
    Figure,
    ImageBody,
    QuoteBody,
    Utterance,
)
from shiryo.outline.model.chart import ChartBody, Series, Target
from shiryo.outline.model.cover import OF_ERAS, DateStyle, Logo
from shiryo.outline.model.items import Event, Item, ItemOrText, Statement, Step, StepOrTitle, Text
from shiryo.outline.model.node import TALLY, LineRange, Node, Ref, Sourced, line_range, line_ref
from shiryo.outline.model.options import DeckOptions, DraftOptions, HandoutOptions, Style, Variant
from shiryo.outline.model.outline import Outline, Reference, Review, Section, Source, Term
from shiryo.outline.model.table import CellPlace, Merge, Row, TableBody

__all__ = [
    "BLOCK_KINDS", "OF_ERAS", "TALLY", "Block", "BlockBase", "BulletsBlock", "CellPlace",
    "ChartBlock", "ChartBody", "CompareBlock", "CompareBody", "CompareColumn", "DateStyle",
    "DeckOptions", "DefinitionBlock", "DefinitionBody", "DialogueBlock", "DraftOptions", "Event",
    "Figure", "FiguresBlock", "Form", "HandoutOptions", "ImageBlock", "ImageBody", "Item",
    "ItemOrText", "LineRange", "Logo", "Merge", "Node", "Outline", "Output", "QuoteBlock",
    "QuoteBody", "Ref", "Reference", "Review", "Row", "Section", "Series", "Source", "Sourced",
    "Statement", "Step", "StepOrTitle", "StepsBlock", "Style", "TableBlock", "TableBody", "Target",
    "Term", "Text", "TextBlock", "TimelineBlock", "Utterance", "Variant", "block_kind",
    "line_range", "line_ref",
]  # fmt: skip
