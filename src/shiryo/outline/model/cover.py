"""What stands on a cover, and on slides, besides text: a date and how it is written, a logo."""

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from shiryo import lazy_re as re
from shiryo.outline.model.bodies import PictureFile
from shiryo.outline.model.node import Node


class Logo(Node):
    """A picture that stands on every slide."""

    file: PictureFile
    alt: str = Field("", description="画像を見られない人のための説明（会社の名など）")
    place: Literal["top-right", "top-left", "bottom-right"] = Field(
        "top-right", description="右上・左上・右下"
    )
    height: int = Field(
        12,
        ge=3,
        le=30,
        description="表紙での高さ（mm。余白に収まる 16 ほどまで）。"
        "ほかのスライドでは、上下の余白に収まる高さになる",
    )


def _as_date(value: Any) -> Any:
    """Take a day of the calendar, as text or as a date; leave all else to the pattern."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day") from None
    return value.isoformat() if isinstance(value, dt.date) else value


Day = Annotated[str, BeforeValidator(_as_date)]
"""A day of the calendar, as text."""

DateStyle = Literal["西暦", "和暦"]
OF_ERAS: DateStyle = "和暦"
