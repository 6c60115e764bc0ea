"""The outline itself, its sections, and what stands behind them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal, cast, get_args

from pydantic import Field, PrivateAttr

from shiryo import limits
from shiryo.outline.model.blocks import FORMS, Block, Form, Only
from shiryo.outline.model.bodies import Reading
from shiryo.outline.model.cover import DateStyle, Day, Logo
from shiryo.outline.model.items import ItemOrText, Statement
from shiryo.outline.model.node import Node, Ref, Sourced
from shiryo.outline.model.options import DeckOptions, DraftOptions, HandoutOptions

if TYPE_CHECKING:
    from shiryo.article.model import Article


class Section(Sourced):
    """A section of the article: one claim, and what bears it out."""

    id: str = Field(
        pattern=r"^[a-z0-9][a-z0-9-]*$", description="節の名札。統合とリンクに使うので変えない"
    )
    title: str = Field(description="見出し")
    brief: str = Field("", description="目次スライドに添える短い語句")
    message: str = Field("", description="この節の主張を一文で")
    blocks: tuple[Block, ...] = Field(
        (), description="ブロックの並び。種類（bullets など）をキーにして書く"
    )
    layout: Form | Annotated[str, Field(max_length=limits.LABEL_CHARACTERS)] = Field(
        "auto",
        description=f"スライドでの、この節のブロックの形。{FORMS}。"
        "会社の .pptx をテンプレートにしたときは、そのレイアウトの名前か役（only など）でもよい",
    )
    together: bool = Field(False, description="この節のブロックを、すべて1枚のスライドに載せる")
    sections: tuple["Section", ...] = Field((), description="下位の節")
    notes: str = Field("", description="発表者ノート")
    only: Only = None
    freeze: bool = Field(
        False, description="いまは何も変えない（先の版で、統合が手を付けない節にする）"
    )

    @property
    def form(self) -> Form:
        """The form of its blocks."""
        return cast(Form, self.layout) if self.layout in get_args(Form) else "auto"

    @property
    def slide_layout(self) -> str:
        """The layout of a company's file that it names; empty: none."""
        return "" if self.layout in get_args(Form) else self.layout


class Source(Node):
    """The article that the outline was drafted from."""

    file: str = Field(description="原文のファイル（アウトラインからの相対パス）")
    sha256: str = Field("", description="原文の SHA-256。原文が変わったかを見る")
    title: str = Field("", description="原文の題（出典に示す）")
    url: str = Field("", description="原文の URL（出典に示す）")


class Term(Sourced):
    """An entry of the glossary."""

    term: str = Field(description="用語")
    reading: Reading = ""
    text: str = Field(description="説明")


class Reference(Sourced):
    """An entry of the list of sources."""

    title: str = Field(description="資料の題")
    by: str = Field("", description="著者・発行者")
    url: str = Field("", description="URL")
    date: str = Field("", description="発行日・閲覧日（書いたとおりに示す）")


class Review(Node):
    """What the draft could not settle; shown by check, never on a slide."""

    at: Ref | None = Field(None, description="原文の行")
    kind: str = Field(description="lost-list など")
    text: str = Field(description="確かめること")


class Behind:
    """The article that an outline was drafted from, for a program that holds both.

    As what it came from, it is no part of what an outline says: all are equal.
    """

    def __init__(self) -> None:
        self.article: Article | None = None

    def __eq__(self, other: object) -> bool:
        """Tell whether ``other`` is one, too."""
        return isinstance(other, Behind)

    __hash__ = object.__hash__


class Outline(Sourced):
    """One briefing; its lines are those of its message."""

    _behind: Behind = PrivateAttr(default_factory=Behind)
    shiryo: Literal[1] = Field(description="書式の版。いまは 1")
    title: str = Field(description="資料の題")
    subtitle: str = Field("", description="副題")
    message: str = Field("", description="資料全体の主張を一文で（まとめスライドに出る）")
    label: str = Field("", description="資料の種類（「勉強会資料」など）")
    date: Day = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="日付（例: 2025-09-18）")
    date_style: DateStyle = Field(
        "西暦", alias="date-style", description="表紙・柱・配付資料の日付の書き方"
    )
    organization: str = Field("", description="作成者・部署")
    authors: tuple[str, ...] = Field(
        (), max_length=limits.AUTHORS, description="作成者・発表者の名前（表紙に並べる）"
    )
    number: str = Field(
        "", description="資料番号（「資料1－2」など。表紙と各スライドの右上の枠に示す）"
    )
    confidentiality: str = Field(
        "", description="機密性・取扱い（「機密性2情報」など。表紙と各スライドの右上に示す）"
    )
    logo: Logo | None = Field(None, description="表紙と各スライドに示すロゴ")
    source: Source | None = Field(None, description="原文")
    draft: DraftOptions = Field(
        DraftOptions.model_construct(),  # not validated: their models are compiled with this one
        description="下書きの仕方（shiryo outline の --slides、--minutes、--style）",
    )
    deck: DeckOptions = Field(DeckOptions.model_construct(), description="スライドの作り方")
    handout: HandoutOptions = Field(
        HandoutOptions.model_construct(), description="配付資料の作り方"
    )
    variables: dict[str, str | int | float] = Field({}, description="{{ 名前 }} で使う値")
    summary: tuple[ItemOrText, ...] = Field((), description="要点")
    sections: tuple[Section, ...] = Field(min_length=1, description="節")
    glossary: tuple[Term, ...] = Field((), description="用語集（definition からも加わる）")
    sources: tuple[Reference, ...] = Field((), description="出典")
    unused: tuple[Statement, ...] = Field(
        (),
        description="原文にあって、スライドにも配付資料にもない文。blocks や bullets に移せば載る",
    )
    review: tuple[Review, ...] = Field((), description="人が確かめるべきこと")

    def walk(self) -> Iterator[tuple[int, Section]]:
        """Yield every section with its depth (1 for the top), in order."""

        def down(sections: tuple[Section, ...], depth: int) -> Iterator[tuple[int, Section]]:
            for section in sections:
                yield depth, section
                yield from down(section.sections, depth + 1)

        return down(self.sections, 1)
