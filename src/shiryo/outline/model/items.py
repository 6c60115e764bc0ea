"""A statement, and what lists are made of: items, steps, events."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from shiryo.outline.model.node import Sourced


def as_text(value: Any) -> Any:
    """Take a bare value for what has a text."""
    return {"text": str(value)} if isinstance(value, str | int | float) else value


def _as_title(value: Any) -> Any:
    return {"title": str(value)} if isinstance(value, str | int | float) else value


Full = Annotated[
    str,
    Field(description="配付資料に載せる全文。空なら text を載せる。スライドには text だけが出る"),
]
"""What the handout says in place of a text."""


class Text(Sourced):
    """A statement."""

    text: str = Field(
        description="本文。**強調**・[文](url)・[文](#名札)・{漢字|かんじ}・^[注] が使える"
    )


class Item(Sourced):
    """An item of a list; three levels of items are drawn apart from each other."""

    title: str = Field(
        "", description="見出し語（「データの提供」など）。全項目にあればカードになる"
    )
    text: str = Field("", description="本文")
    full: Full = ""
    note: str = Field("", description="小さく添える語（担当や出所など）")
    items: tuple["ItemOrText", ...] = Field((), description="下位の項目")
    again: bool = Field(
        False,
        description="前に挙げた項目の続き（true なら「（続き）」を添え、番号は前と同じ）",
    )

    @model_validator(mode="after")
    def _says_something(self) -> "Item":
        if not (self.text or self.title):
            raise PydanticCustomError("no_words", "text or title is needed")
        return self


Statement = Annotated[Text, BeforeValidator(as_text)]
ItemOrText = Annotated[Item, BeforeValidator(as_text)]


class Step(Sourced):
    """A step of a process."""

    title: str = Field(description="段階の名")
    text: str = Field("", description="説明")
    full: Full = ""
    now: bool = Field(False, description="いまいる段階なら true")


StepOrTitle = Annotated[Step, BeforeValidator(_as_title)]


class Event(Sourced):
    """An event of a timeline."""

    date: str = Field(description="日付・時期（書いたとおりに示す）")
    text: str = Field(description="出来事")
    full: Full = ""
