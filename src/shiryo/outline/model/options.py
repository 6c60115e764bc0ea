"""How a briefing is drafted, and how its deck and its handout are made."""

from typing import Literal

from pydantic import Field

from shiryo import limits
from shiryo.outline.model.node import Node

Style = Literal["体言止め", "常体", "敬体"]


class DraftOptions(Node):
    """How the outline was drafted, so that it can be drafted again in the same way."""

    slides: int = Field(
        0,
        ge=0,
        le=limits.LIST_NUMBER,
        description="本文のスライドのおよその枚数。0 なら記事の分量による",
    )
    minutes: int = Field(
        0,
        ge=0,
        le=limits.LIST_NUMBER,
        description="発表の分数（ノートは 1 分 300 字）。0 なら決めない",
    )
    style: Style = Field("体言止め", description="項目と主張の文体")


class DeckOptions(Node):
    """How the deck is made."""

    template: str = Field("briefing", description="テンプレートの名前")
    agenda: bool = Field(True, description="目次スライド")
    summary: bool = Field(True, description="まとめスライド")
    sources: bool = Field(True, description="出典スライド")
    glossary: bool = Field(True, description="用語スライド")
    total: bool = Field(
        False, description="ページ番号に総数を添える（n/N。スライドを足すと総数は直らない）"
    )


Variant = Literal["summary", "onepage", "full", "notes", "slides"]


class HandoutOptions(Node):
    """How the handout is made."""

    variant: Variant = Field(
        "summary",
        description="種類。summary は節ごとのまとめ、onepage は用紙1枚、full は原文の全文、"
        "notes はスライドとノート、slides はスライドの縮刷",
    )
    per_page: Literal[1, 2, 3, 4, 6, 9] = Field(
        3, alias="per-page", description="slides で1ページに並べる枚数。3 は横に書き込み欄がつく"
    )
    template: str = Field("briefing", description="テンプレートの名前")
    paper: Literal["A4", "B5", "Letter"] = Field("A4", description="用紙")
    columns: Literal[1, 2] | None = Field(None, description="段数。空ならテンプレートの段数")
    contents: Literal["auto", "always", "never"] = Field("auto", description="目次")
    index: Literal["auto", "always", "never"] = Field(
        "auto", description="用語の索引。auto は目次のつく長さで用語が10以上のとき"
    )
    glossary: bool = Field(True, description="用語集")
    sources: bool = Field(True, description="出典")
