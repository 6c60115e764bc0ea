"""What other blocks hold: comparisons, definitions, quotations, dialogues, figures, pictures."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from shiryo.outline.model.items import Full, ItemOrText, as_text
from shiryo.outline.model.node import Sourced

Reading = Annotated[str, Field(description="読み（索引の順に使う。空ならルビか辞書による）")]
"""How a term is read."""

PictureFile = Annotated[
    str, Field(description="画像ファイル（アウトラインからの相対パス。PNG または JPEG）")
]
"""Where a picture is."""


class CompareColumn(Sourced):
    """One side of a comparison."""

    title: str = Field(description="列の題")
    items: tuple[ItemOrText, ...] = Field(min_length=1, description="項目")
    tone: Literal["plain", "caution"] = Field("plain", description="caution はリスク・懸念の色")


class CompareBody(Sourced):
    """Two to four things side by side."""

    columns: tuple[CompareColumn, ...] = Field(min_length=2, max_length=4, description="列（2〜4）")


class DefinitionBody(Sourced):
    """A term and what it means."""

    term: str = Field(description="用語")
    reading: Reading = ""
    text: str = Field(description="説明")
    full: Full = ""
    items: tuple[ItemOrText, ...] = Field((), description="内訳")


class QuoteBody(Sourced):
    """Somebody else's words."""

    text: str = Field(description="引用文")
    by: str = Field("", description="出典の書き方どおりの出典")
    url: str = Field("", description="出典の URL")


QuoteOrText = Annotated[QuoteBody, BeforeValidator(as_text)]


class Utterance(Sourced):
    """What somebody says in a dialogue."""

    speaker: str = Field("", description="話し手")
    text: str = Field(description="発言")


class Figure(Sourced):
    """One number, shown large."""

    value: str = Field(description="数値（書いたとおりに示す）")
    unit: str = Field("", description="単位")
    label: str = Field(description="何の数か")
    note: str = Field("", description="補足")


class ImageBody(Sourced):
    """A picture."""

    file: PictureFile
    alt: str = Field("", description="画像を見られない人のための説明")
    caption: str = Field("", description="図題")
    credit: str = Field("", description="提供元・出典")
