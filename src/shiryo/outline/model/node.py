"""What all parts of an outline share: how they are read, and the lines that they cite."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from shiryo import lazy_re as re
from shiryo import limits

_LINE = f"L[1-9][0-9]{{0,{limits.LINE_DIGITS - 1}}}"
Ref = Annotated[str, Field(pattern=f"^{_LINE}(-{_LINE})?$", examples=["L13", "L12-L20"])]
"""A line or a range of lines of the article."""

TALLY = "tally"
"""The step of a log that counts lines: the last text says how many of those it cites."""

LineRange = tuple[int, int]
"""First and last line, 1-based, inclusive."""

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


class Sourced(Node):
    """Something that cites lines of the article."""

    from_: tuple[Ref, ...] = Field((), alias="from", description="根拠となる原文の行（例: [L13]）")
    how: tuple[str, ...] = Field(
        (),
        description="原文の文をどう変えて作ったか、変えた順に（plain-style 常体に、"
        "noun-ending 体言止めに、polite 敬体に、drop-… 省く、clause-2 二つめの節だけ、"
        "quote 引用を、define 用語を、order 手順を、date 日付を、side 比べる側を、count 数を、"
        "head 見出し語を、stated 文の述べる数を、plot 表の数を取り出す、"
        "tally 同じ答えを数える、topic-from-heading 主題を、"
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
