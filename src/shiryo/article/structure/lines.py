"""A line of plain text and what can be said of it alone: its shape, its marks, its manner."""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from shiryo import lazy_re as re
from shiryo.article.model import Number
from shiryo.values import dataclass


class Shape(StrEnum):
    """What a line looks like on its own."""

    BLANK = "blank"
    ITEM = "item"
    """Opens with a list mark."""
    SENTENCE = "sentence"
    """Ends as a written sentence does, or is too long for anything else."""
    COLON = "colon"
    """Ends with a colon."""
    SPOKEN = "spoken"
    """Ends politely or as in speech, without a full stop."""
    SHORT = "short"
    """None of these: a heading, a fragment, a cell, an unmarked item."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source."""

    number: int
    """1-based."""
    raw: str
    """As it stands in the source."""
    text: str
    """Stripped, compatibility forms folded (NFKC), for matching."""
    shape: Shape
    gap_before: bool
    """Whether a blank line stands before it."""
    gap_after: bool
    """Whether a blank line and then more text stands after it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The list mark at the start of a line."""

    rest: str
    """The line after the mark."""
    number: Number | None
    """None of a sign that counts nothing."""
    level: int
    """Depth from 0, by indentation."""


_BULLET = re.compile(
    r"(?P<indent>[ \t　]*)(?P<mark>[-*+•●○◦‣・･◆◇▪◾■□▶►→※✓✔➢])(?P<gap>[ \t　]*)(?=\S)"
)
_NUMBER = re.compile(
    r"(?P<indent>[ \t　]*)(?P<mark>[(（]?[0-9０-９]{1,2}[)）.．、](?![0-9０-９]|x(?![a-z]))|[①-⑳])"
    r"[ \t　]*(?=\S)"
)
_SAID_OF = re.compile(
    r"(?:[-*+•●○◦◆◇▪◾■□▶►→※✓✔➢]|[(（]?[0-9０-９]{1,2}[)）]|[①-⑳])[ \t]?"
    r"(?:[はがにでとも](?=[^ぁ-んー])|の(?=[^ぁ-んー]|ある|ない|つい)|を|から(?=[^ぁ-ん])"
    r"|(?:とは|では|には)|印(?=[のをがはに])|式(?=[ぁ-ん、])|及び|および|又は|または)"
)
"""A sentence about the sign that it opens with: ■は完了した, (1)式から."""
_NEEDS_GAP = "-*+→"
SPEECH_END = re.compile(
    r"([うくぐすつぬぶむるいたんのだ](ね|よ|よね)|なんだ|んだ|だな|かな|なの|るの|たの|いの|だぞ|わね"
    r"|ってこと|じゃん)[!?~〜…。♪☆]*$"
)
"""How a line of speech ends in otherwise polite or plain prose."""
POLITE_END = re.compile(
    r"(です|ます|ました|でした|ません|ましょう|でしょう|ください|下さい)(ね|よ|か|から|が|けど)?[!?。….」)]*$"
)
"""です・ます at the end of a line."""


_BREAK = re.compile(r"\r\n|[\n\r\f\v\u2028\u2029]")


def split(text: str) -> tuple[str, ...]:
    r"""Split at line ends (``\n``, ``\r\n``, ``\r``, form feed) and at nothing else."""
    return tuple(_BREAK.split(text))


def look(source: Sequence[str]) -> tuple[Line, ...]:
    """Return every line of ``source`` with its shape and its surroundings, blank ones too."""
    folded = [fold(raw) for raw in source]
    first = next((n for n, text in enumerate(folded) if text), 0)
    last = max((n + 1 for n, text in enumerate(folded) if text), default=0)
    return tuple(
        Line(
            n + 1,
            raw,
            folded[n],
            shape(raw, folded[n]),
            n > first and not folded[n - 1],
            n + 1 < last and not folded[n + 1],
        )
        for n, raw in enumerate(source)
    )


def fold(raw: str) -> str:
    """Return ``raw`` stripped, compatibility forms folded (Unicode NFKC) except for ``…``."""
    folded = "…".join(unicodedata.normalize("NFKC", part) for part in raw.split("…"))
    return folded.strip().strip("\ufeff\u200b").strip()


def shape(raw: str, text: str) -> Shape:
    """Tell what a line looks like on its own; ``text`` is ``raw`` folded."""
    if not text:
        return Shape.BLANK
    if mark(raw):
        return Shape.ITEM
    if text.endswith(("。", ".")) and len(text) > 3:
        return Shape.SENTENCE
    if text.endswith(":"):
        return Shape.COLON
    if len(text) > 60:
        return Shape.SENTENCE
    if POLITE_END.search(text) or SPEECH_END.search(text):
        return Shape.SPOKEN
    return Shape.SHORT


def mark(raw: str) -> Mark | None:
    """Return the list mark that ``raw`` opens with, if any."""
    found = _BULLET.match(raw)
    if found and _SAID_OF.match(raw, found.start("mark")):
        return None
    if found and (
        found["gap"] or found["mark"] not in _NEEDS_GAP or _kana_follows(raw, found.end())
    ):
        return Mark(raw[found.end() :].strip(), None, _depth(found["indent"]))
    found = _NUMBER.match(raw)
    if found and not (_SAID_OF.match(raw, found.start("mark")) or _counts_on(raw, found)):
        number = Number(int(re.sub(r"\D", "", fold(found["mark"]))), found["mark"])
        return Mark(raw[found.end() :].strip(), number, _depth(found["indent"]))
    return None


def _counts_on(raw: str, found: re.Match[str]) -> bool:
    """Tell a sentence that counts in its line (①受注、②発注) from an item."""
    sign = found["mark"]
    if "①" <= sign < "⑳":
        following = chr(ord(sign) + 1)
    elif sign[-1] in ")）":
        figure = sign.strip("()（）")
        zero = ord("0") if figure.isascii() else ord("０")
        count = "".join(chr(zero + int(each)) for each in str(int(figure) + 1))
        following = sign.replace(figure, count)
    else:
        return False
    return re.search(rf"[、，,・と\s]{re.escape(following)}", raw[found.end() :]) is not None


def _kana_follows(raw: str, at: int) -> bool:
    """Tell a mark set tight before Japanese (``-データ``) from a rule or a minus sign."""
    return "\u3041" <= raw[at] <= "\u9fff"


def _depth(indent: str) -> int:
    columns = sum({"\t": 4, "　": 2}.get(sign, 1) for sign in indent)
    return columns // 2
