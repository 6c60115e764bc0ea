"""The kinds of blocks, and what all of them may say."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, Tag

from shiryo import limits
from shiryo.outline.model.bodies import (
    CompareBody,
    DefinitionBody,
    Figure,
    ImageBody,
    QuoteOrText,
    Utterance,
)
from shiryo.outline.model.chart import ChartBody
from shiryo.outline.model.items import Event, ItemOrText, Statement, StepOrTitle
from shiryo.outline.model.node import Sourced
from shiryo.outline.model.table import TableBody


def _as_texts(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


Output = Literal["deck", "handout"]
Only = Annotated[Output | None, Field(description="deck か handout の一方だけに出す")]
"""The output that something is for; None: both."""

Form = Literal["auto", "list", "columns", "cards", "table", "beside", "full"]
FORMS = (
    "list 箇条書き、columns 二、三段、cards カード、table 表（見出し語のある項目、グラフ）、"
    "beside 次のブロックと左右に、full 1枚に単独で。auto は内容による"
)


class BlockBase(Sourced):
    """What every block has besides its own key."""

    id: str = Field(
        "", pattern=r"^([a-z0-9][a-z0-9-]*)?$", description="名札。本文から [文](#名札) で指せる"
    )
    only: Only = None
    message: str | None = Field(
        None,
        description="このブロックから新しいスライドを始め、節のキーメッセージの代わりにこれを出す"
        "（スライドだけ。配布資料には出ない）。空の文字列なら、次のスライドに回ったときに"
        "節のキーメッセージを繰り返さない",
    )
    layout: Form = Field("auto", description=f"スライドでの形。{FORMS}")
    together: bool = Field(False, description="途中で分けず、1枚のスライドに載せる")
    break_: Literal["before"] | None = Field(
        None, alias="break", description="before なら、このブロックから新しいスライドを始める"
    )


class BulletsBlock(BlockBase):
    """A list."""

    bullets: tuple[ItemOrText, ...] = Field(min_length=1, description="箇条書き")
    start: int = Field(
        0, ge=0, le=limits.LIST_NUMBER, description="番号を付けるなら、最初の番号。0 なら付けない"
    )


class StepsBlock(BlockBase):
    """A process."""

    steps: tuple[StepOrTitle, ...] = Field(min_length=1, description="手順・段階")
    start: int = Field(
        1,
        ge=1,
        le=limits.LIST_NUMBER,
        description="最初の段階の番号（前の steps の続きなら 6 など）",
    )


class TimelineBlock(BlockBase):
    """Events in their order."""

    timeline: tuple[Event, ...] = Field(min_length=1, description="年表")


class TableBlock(BlockBase):
    """A table."""

    table: TableBody = Field(description="表")


class CompareBlock(BlockBase):
    """A comparison."""

    compare: CompareBody = Field(description="比較")


class DefinitionBlock(BlockBase):
    """A definition."""

    definition: DefinitionBody = Field(description="用語の説明")


class QuoteBlock(BlockBase):
    """A quotation."""

    quote: QuoteOrText = Field(description="引用")


class DialogueBlock(BlockBase):
    """A dialogue."""

    dialogue: tuple[Utterance, ...] = Field(min_length=1, description="対話")


class FiguresBlock(BlockBase):
    """Numbers, shown large."""

    figures: tuple[Figure, ...] = Field(min_length=1, max_length=4, description="数字")


class ChartBlock(BlockBase):
    """A chart."""

    chart: ChartBody = Field(description="グラフ")


class ImageBlock(BlockBase):
    """A picture."""

    image: ImageBody = Field(description="画像")


class TextBlock(BlockBase):
    """Prose: as it is in the handout, in the notes of the deck."""

    text: Annotated[tuple[Statement, ...], BeforeValidator(_as_texts)] = Field(
        min_length=1, description="文章（配付資料には本文、スライドではノートに入る）"
    )


BLOCK_KINDS: dict[str, type[BlockBase]] = {
    "bullets": BulletsBlock,
    "steps": StepsBlock,
    "timeline": TimelineBlock,
    "table": TableBlock,
    "compare": CompareBlock,
    "definition": DefinitionBlock,
    "quote": QuoteBlock,
    "dialogue": DialogueBlock,
    "figures": FiguresBlock,
    "chart": ChartBlock,
    "image": ImageBlock,
    "text": TextBlock,
}
"""The key that names a block, and its model."""


def block_kind(value: Any) -> str | None:
    """Return which of `BLOCK_KINDS` a block (a mapping or a model) is, or None."""
    keys = value if isinstance(value, dict) else getattr(type(value), "model_fields", ())
    return next((kind for kind in BLOCK_KINDS if kind in keys), None)


Block = Annotated[
    Annotated[BulletsBlock, Tag("bullets")]
    | Annotated[StepsBlock, Tag("steps")]
    | Annotated[TimelineBlock, Tag("timeline")]
    | Annotated[TableBlock, Tag("table")]
    | Annotated[CompareBlock, Tag("compare")]
    | Annotated[DefinitionBlock, Tag("definition")]
    | Annotated[QuoteBlock, Tag("quote")]
    | Annotated[DialogueBlock, Tag("dialogue")]
    | Annotated[FiguresBlock, Tag("figures")]
    | Annotated[ChartBlock, Tag("chart")]
    | Annotated[ImageBlock, Tag("image")]
    | Annotated[TextBlock, Tag("text")],
    Discriminator(block_kind),
]
