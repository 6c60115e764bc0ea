"""What a chart may say, and how."""

from typing import Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from shiryo.outline.model.node import Node, Sourced


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
    """A chart: its numbers as CSV (first column categories), in a file or here, or as series."""

    kind: Literal["bar", "column", "line", "area", "pie"] = Field(
        description="横棒・縦棒・折れ線・面（積み上げ）・円"
    )
    stack: Literal["none", "sum", "100%"] = Field(
        "none",
        description="bar・column・area の積み上げ。sum は値のまま積んで棒の端に和を示し、"
        "100% は項目ごとの構成比で積む",
    )
    data: str = Field(
        "",
        description="CSV ファイル（アウトラインからの相対パス）。変数も使える。"
        "行を分けて（data: | の下に）書けば、CSV そのもの",
    )
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

    @property
    def has_file(self) -> bool:
        """Whether the numbers stand in a file, rather than here."""
        return bool(self.data) and "\n" not in self.data

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
