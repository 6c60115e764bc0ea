"""Speaker notes: what is said to a slide, from composing to the files."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal, TypeAlias

from shiryo.origins import Origin
from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph of speaker notes."""

    text: str
    kind: Literal["text", "label", "item", "footnote"] = "text"
    lead: str = ""
    """What stands before the text where there are no kinds: the sign of an item, white space."""
    origin: Origin | None = field(default=None, compare=False, repr=False)
    """Where it is written."""

    @property
    def plain(self) -> str:
        """The paragraph as a line of plain text."""
        return self.lead + self.text


Remarks: TypeAlias = tuple[Remark, ...]


def plain(remarks: Iterable[Remark]) -> str:
    """Return remarks as plain text, a line each."""
    return "\n".join(remark.plain for remark in remarks)
