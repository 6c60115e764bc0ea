"""The outline as data: what the YAML file may say.

Text fields hold inline text (see `shiryo.inline`) and may use Jinja2 variables. ``from`` says
which lines of the article a statement comes from. Where a statement stands, a bare string may too.
The descriptions below are the user's reference: they go into the JSON Schema that editors show.
It is all in one module, long as that is, because a person who wonders what may be written looks in
one place.
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from shiryo import limits

_LINE = f"L[1-9][0-9]{{0,{limits.LINE_DIGITS - 1}}}"
Ref = Annotated[str, Field(pattern=f"^{_LINE}(-{_LINE})?$", examples=["L13", "L12-L20"])]
"""A line or a range of lines of the article."""

LineRange = tuple[int, int]
"""First and last line, 1-based, inclusive."""

_READING = "読み（索引の順に使う。空ならルビか辞書による）"
_REF = re.compile(r"L(\d+)(?:-L(\d+))?")


def line_range(ref: str) -> LineRange:
    """Turn ``L13`` into (13, 13) and ``L12-L20`` into (12, 20)."""
    match = _REF.fullmatch(ref)
    if match is None:
        raise ValueError(f"not a reference to lines: {ref!r}")
    first = int(match[1])
    return first, int(match[2] or first)


def line_ref(first: int, last: int) -> str:
    """Turn (12, 20) into ``L12-L20`` and (13, 13) into ``L13``."""
    return f"L{first}" if first == last else f"L{first}-L{last}"


class Node(BaseModel):
    """What all parts of an outline share: unknown keys are errors, values do not change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        coerce_numbers_to_str=True,
        defer_build=True,  # the outline's own validator holds those of all its parts
    )


def _as_text(value: Any) -> Any:
    return {"text": str(value)} if isinstance(value, str | int | float) else value


def _as_title(value: Any) -> Any:
    return {"title": str(value)} if isinstance(value, str | int | float) else value


class Sourced(Node):
    """Something that cites lines of the article."""

    from_: tuple[Ref, ...] = Field((), alias="from", description="根拠となる原文の行（例: [L13]）")
    how: tuple[str, ...] = Field(
        (),
        description="原文の文をどう変えて作ったか、変えた順に（plain-style 常体に、"
        "noun-ending 体言止めに、polite 敬体に、drop-… 省く、clause-2 二つめの節だけ、"
        "quote 引用を、define 用語を、order 手順を、date 日付を、side 比べる側を、count 数を、"
        "head 見出し語を、stated 文の述べる数を、plot 表の数を取り出す、topic-from-heading 主題を、"
        "demonstrative-from-heading 「この」の指す名を見出しから補う、など）。"
        "手で直すときは触らなくてよい",
    )
    was: str = Field(
        "", description="--assist のモデルが言い換える前の、下書きの文。資料には出ない"
    )

    @property
    def lines(self) -> tuple[LineRange, ...]:
        """The lines cited."""
        return tuple(line_range(ref) for ref in self.from_)


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
    full: str = Field(
        "", description="配付資料に載せる全文。空なら text を載せる。スライドには text だけが出る"
    )
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


Statement = Annotated[Text, BeforeValidator(_as_text)]
ItemOrText = Annotated[Item, BeforeValidator(_as_text)]


class Step(Sourced):
    """A step of a process."""

    title: str = Field(description="段階の名")
    text: str = Field("", description="説明")
    full: str = Field(
        "", description="配付資料に載せる全文。空なら text を載せる。スライドには text だけが出る"
    )
    now: bool = Field(False, description="いまいる段階なら true")


StepOrTitle = Annotated[Step, BeforeValidator(_as_title)]


class Event(Sourced):
    """An event of a timeline."""

    date: str = Field(description="日付・時期（書いたとおりに示す）")
    text: str = Field(description="出来事")
    full: str = Field(
        "", description="配付資料に載せる全文。空なら text を載せる。スライドには text だけが出る"
    )


def _as_row(value: Any) -> Any:
    return {"cells": value} if isinstance(value, list | tuple) else value


_Cell = Annotated[str, BeforeValidator(lambda v: v if isinstance(v, str) else str(v))]


class Row(Sourced):
    """A row of a table."""

    cells: tuple[_Cell, ...] = Field(description="セル")
    full: tuple[_Cell, ...] = Field(
        (), description="配付資料に載せるセル。空なら cells を載せる。スライドには cells だけが出る"
    )
    group: str = Field("", description="この行から始まるまとまりの見出し")


class CellPlace(Node):
    """A row, a column, or the cell where they meet."""

    row: int | None = Field(
        None, ge=0, le=limits.ROWS, description="行（1 から。0 は列見出し）。なければ列の全部"
    )
    column: int | None = Field(
        None, ge=1, le=limits.COLUMNS, description="列（1 から）。なければ行の全部"
    )


class Merge(Node):
    """A cell that takes several places; those that it covers are written empty."""

    row: int = Field(ge=0, le=limits.ROWS, description="始まる行（1 から。0 は列見出し）")
    column: int = Field(ge=1, le=limits.COLUMNS, description="始まる列（1 から）")
    rowspan: int = Field(1, ge=1, le=limits.ROWS, description="またがる行の数")
    colspan: int = Field(1, ge=1, le=limits.COLUMNS, description="またがる列の数")


class TableBody(Sourced):
    """A table."""

    columns: tuple[str, ...] = Field(min_length=1, description="列見出し")
    rows: tuple[Annotated[Row, BeforeValidator(_as_row)], ...] = Field(
        min_length=1, description="行。セルの並び、または {cells: […], from: […]}"
    )
    caption: str = Field("", description="表題")
    align: tuple[Literal["auto", "left", "center", "right"], ...] = Field(
        (), description="列ごとの揃え。auto は、数なら右、◎○△×なら中央、ほかは左"
    )
    widths: tuple[Annotated[float, Field(gt=0, le=1000)], ...] = Field(
        (), description="列ごとの幅の割合（例: [2, 1, 1]）"
    )
    merge: tuple[Merge, ...] = Field(
        (), description='つなぐセル。始まりのほかのセルは空（""）にしておく'
    )
    highlight: tuple[CellPlace, ...] = Field((), description="目立たせる行・列・セル")
    total: bool = Field(False, description="最後の行が合計なら true")
    notes: tuple[str, ...] = Field((), description="表の下に添える注（凡例など）")

    @model_validator(mode="after")
    def _rectangular(self) -> "TableBody":
        for n, row in enumerate(self.rows, 1):
            for cells in (row.cells, row.full or row.cells):
                if len(cells) != len(self.columns):
                    raise PydanticCustomError(
                        "ragged_row",
                        "row {row} has {cells} cells for {columns} columns",
                        {"row": n, "cells": len(cells), "columns": len(self.columns)},
                    )
        return self

    @model_validator(mode="after")
    def _laid_out(self) -> "TableBody":
        for given in (self.align, self.widths):
            if given and len(given) != len(self.columns):
                raise PydanticCustomError(
                    "ragged_columns",
                    "{given} values for {columns} columns",
                    {"given": len(given), "columns": len(self.columns)},
                )
        taken = set[tuple[int, int]]()
        for merge in self.merge:
            inside = merge.row + merge.rowspan - 1 <= len(self.rows)
            inside = inside and merge.column + merge.colspan - 1 <= len(self.columns)
            places = set(self.covered(merge)) if inside else set()
            spoken = any(self.said(*place) for place in places - {(merge.row, merge.column - 1)})
            if not places or taken & places or spoken:
                raise PydanticCustomError(
                    "bad_merge",
                    "row {row}, column {column}",
                    {"row": merge.row, "column": merge.column},
                )
            taken |= places
        return self

    def covered(self, merge: Merge) -> Iterator[tuple[int, int]]:
        """Yield the places of a merged cell: rows from 0, the heads, and columns from 0."""
        for row in range(merge.row, merge.row + merge.rowspan):
            for column in range(merge.column - 1, merge.column - 1 + merge.colspan):
                yield row, column

    def said(self, row: int, column: int) -> str:
        """Return what a cell says, in any output; row 0 holds the heads."""
        if row == 0:
            return self.columns[column]
        found = self.rows[row - 1]
        return found.cells[column] + (found.full[column] if found.full else "")


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
    reading: str = Field("", description=_READING)
    text: str = Field(description="説明")
    full: str = Field(
        "", description="配付資料に載せる全文。空なら text を載せる。スライドには text だけが出る"
    )
    items: tuple[ItemOrText, ...] = Field((), description="内訳")


class QuoteBody(Sourced):
    """Somebody else's words."""

    text: str = Field(description="引用文")
    by: str = Field("", description="出典の書き方どおりの出典")
    url: str = Field("", description="出典の URL")


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


class Series(Node):
    """One series of a chart."""

    name: str = Field("", description="系列の名前")
    values: tuple[float | None, ...] = Field(
        min_length=1, description="数値。値がないところは ~ と書く"
    )


class Target(Node):
    """A number that those of a chart are to reach."""

    value: float = Field(description="目標の値")
    label: str = Field("", description="線に添える語（「目標」など）")


class ChartBody(Sourced):
    """A chart: its numbers from a CSV file (first column categories) or written here."""

    kind: Literal["bar", "column", "line", "area", "pie"] = Field(
        description="横棒・縦棒・折れ線・面（積み上げ）・円"
    )
    stack: Literal["none", "sum", "100%"] = Field(
        "none",
        description="bar・column・area の積み上げ。sum は値のまま、100% は項目ごとの構成比で積む",
    )
    data: str = Field("", description="CSV ファイル（アウトラインからの相対パス）")
    categories: tuple[str, ...] = Field((), description="項目名")
    series: tuple[Series, ...] = Field((), description="系列")
    unit: str = Field("", description="単位（図の上に一度だけ出る。％ は数に付く）")
    scale: Literal["auto", "none", "千", "百万", "万", "億", "兆"] = Field(
        "auto",
        description="数の位取り。auto は大きな数を万・億・兆で示し、none は書いたとおりに示す",
    )
    format: str = Field(
        "",
        pattern=r"^((#,##)?0(\.0{1,6})?(;[^#0;]{1,3}(#,##)?0(\.0{1,6})?)?)?$",
        description="数の書き方。表計算ソフトの書式の 0.0、#,##0、#,##0.0;▲#,##0.0（負の数）の形。"
        "空なら数に合わせる",
    )
    axis: str = Field("", description="数の軸の題（「出荷額」など）")
    target: Target | None = Field(None, description="目標の線")
    caption: str = Field("", description="図題")
    alt: str = Field("", description="図を見られない人のための説明。空なら数値から作る")
    highlight: tuple[str, ...] = Field((), description="目立たせる項目名か系列名")

    @model_validator(mode="after")
    def _has_numbers(self) -> "ChartBody":
        if bool(self.data) == bool(self.series):
            raise PydanticCustomError("chart_numbers", "give either data or series")
        for series in self.series:
            if len(series.values) != len(self.categories):
                raise PydanticCustomError(
                    "ragged_series",
                    "series {name} has {values} values for {categories} categories",
                    {
                        "name": series.name,
                        "values": len(series.values),
                        "categories": len(self.categories),
                    },
                )
        return self


class ImageBody(Sourced):
    """A picture."""

    file: str = Field(description="画像ファイル（アウトラインからの相対パス。PNG または JPEG）")
    alt: str = Field("", description="画像を見られない人のための説明")
    caption: str = Field("", description="図題")
    credit: str = Field("", description="提供元・出典")


def _as_texts(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


Output = Literal["deck", "handout"]
Form = Literal["auto", "list", "columns", "cards", "table", "beside", "full"]
_FORMS = (
    "list 箇条書き、columns 二、三段、cards カード、table 表（見出し語のある項目、グラフ）、"
    "beside 次のブロックと左右に、full 1枚に単独で。auto は内容による"
)


class BlockBase(Sourced):
    """What every block has besides its own key."""

    id: str = Field(
        "", pattern=r"^([a-z0-9][a-z0-9-]*)?$", description="名札。本文から [文](#名札) で指せる"
    )
    only: Output | None = Field(None, description="deck か handout の一方だけに出す")
    message: str = Field(
        "",
        description="このブロックから新しいスライドを始め、節のキーメッセージの代わりにこれを出す"
        "（スライドだけ。配布資料には出ない）",
    )
    layout: Form = Field("auto", description=f"スライドでの形。{_FORMS}")
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

    quote: Annotated[QuoteBody, BeforeValidator(_as_text)] = Field(description="引用")


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
    layout: Form = Field("auto", description=f"スライドでの、この節のブロックの形。{_FORMS}")
    together: bool = Field(False, description="この節のブロックを、すべて1枚のスライドに載せる")
    sections: tuple["Section", ...] = Field((), description="下位の節")
    notes: str = Field("", description="発表者ノート")
    only: Output | None = Field(None, description="deck か handout の一方だけに出す")
    freeze: bool = Field(
        False, description="いまは何も変えない（先の版で、統合が手を付けない節にする）"
    )


class Source(Node):
    """The article that the outline was drafted from."""

    file: str = Field(description="原文のファイル（アウトラインからの相対パス）")
    sha256: str = Field("", description="原文の SHA-256。原文が変わったかを見る")
    title: str = Field("", description="原文の題（出典に示す）")
    url: str = Field("", description="原文の URL（出典に示す）")


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


class Term(Sourced):
    """An entry of the glossary."""

    term: str = Field(description="用語")
    reading: str = Field("", description=_READING)
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


class Logo(Node):
    """A picture that stands on every slide."""

    file: str = Field(description="画像ファイル（アウトラインからの相対パス。PNG または JPEG）")
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


DateStyle = Literal["西暦", "和暦"]
OF_ERAS: DateStyle = "和暦"


class Outline(Sourced):
    """One briefing; its lines are those of its message."""

    shiryo: Literal[1] = Field(description="書式の版。いまは 1")
    title: str = Field(description="資料の題")
    subtitle: str = Field("", description="副題")
    message: str = Field("", description="資料全体の主張を一文で（まとめスライドに出る）")
    label: str = Field("", description="資料の種類（「勉強会資料」など）")
    date: Annotated[str, BeforeValidator(_as_date)] = Field(
        "", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="日付（例: 2025-09-18）"
    )
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
        DraftOptions(), description="下書きの仕方（shiryo outline の --slides、--minutes、--style）"
    )
    deck: DeckOptions = Field(DeckOptions(), description="スライドの作り方")
    handout: HandoutOptions = Field(HandoutOptions(), description="配付資料の作り方")
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
