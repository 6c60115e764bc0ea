"""Stretches of text under the same marks, as a format has them, and the words that are shown.

A raised figure stays raised (10⁶, m²), a lowered one lowered (H₂O): on the line it would be another
number. What is struck or hidden is no word of the article; it is named, so that nobody misses it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from shiryo import lazy_re as re
from shiryo.addresses import is_link
from shiryo.article import marks as marks_
from shiryo.article.marks import Mark, Marked, letters
from shiryo.messages import wording
from shiryo.values import dataclass

_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ORDINALS = ("st", "nd", "rd", "th")
_CALLS = "※*＊†‡§¶°º′″'\"®™©℠"
"""Signs that mean the same raised or not."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks."""

    text: str
    rise: int = 0
    """1 raised, -1 lowered, 0 on the line."""
    struck: bool = False
    hidden: bool = False
    reading: str = ""
    """The ruby set over it."""
    strong: bool = False
    href: str = ""
    """Where it links to."""
    note: Marked | None = None
    """The footnote that is called for after it."""


_MARKS = attrgetter(*(field.name for field in fields(Run) if field.name != "text"))


class Left(NamedTuple):
    """Something that a reader leaves out of the text."""

    kind: str
    """What it is: ``struck``, ``hidden`` … (``messages/article.toml``)."""
    text: str
    """Its words, or what is known of it."""


@dataclass(frozen=True, slots=True)
class Words(Marked):
    """What is shown of a paragraph with its marks, and what of it is not shown."""

    left: tuple[Left, ...] = ()


def words(runs: Iterable[Run]) -> Words:
    """Return the words that ``runs`` show; neighbours under the same marks are taken together."""
    said, left, marks, at = list[str](), list[Left](), list[Mark](), 0
    for run in _merged(runs):
        if run.hidden or run.struck:
            if text := " ".join(run.text.split()):
                left.append(Left("hidden" if run.hidden else "struck", text))
            continue
        said.append(_shown(run, said[-1] if said else ""))
        end = at + len(letters(said[-1]))
        leads = is_link(run.href) and not run.href.startswith("#")
        if at < end and (run.strong or leads or run.reading):
            href = run.href if leads else ""
            marks.append(Mark(at, end, run.strong, href, run.reading.strip()))
        if run.href.strip() and not (leads or run.href.startswith("#")):
            left.append(Left("link", f"{said[-1].strip()}（{run.href.strip()}）"))
        at = end
        if run.note:
            marks.append(Mark(at, at, note=run.note))
    return Words("".join(said), tuple(marks), tuple(left))


def together(found: Sequence[Words], text: str) -> Words:
    """Return ``found`` one after the other as ``text``, which has the letters of all of them."""
    return Words(text, marks_.joined(found), tuple(left for each in found for left in each.left))


def raised(text: str) -> str:
    """Return ``text`` as an exponent: ``⁶``, ``⁻¹⁹``; ``^k``, ``^(ab)`` where there is no sign."""
    return _set(text, _RAISED, "^")


def lowered(text: str) -> str:
    """Return ``text`` as an index: ``₂``; ``_k``, ``_(max)`` where there is no sign."""
    return _set(text, _LOWERED, "_")


def joined(text: str) -> str:
    """Return text that was broken by hand on one line: a space between Latin words alone."""
    lines = [" ".join(line.split()) for line in re.split(r"[\n\v\u2028]", text) if line.strip()]
    return re.sub(r"(?<=[^\x00-\x7f])\n|\n(?=[^\x00-\x7f])", "", "\n".join(lines)).replace(
        "\n", " "
    )


def celled(text: str) -> str:
    """Return what a cell says, its lines apart as the author has them."""
    lines = (" ".join(line.split()) for line in re.split(r"[\n\v\u2028]", text))
    return "\n".join(filter(None, lines))


def gridded(cells: Sequence[Sequence[str]]) -> str:
    """Return the text of a table: a line a row."""
    rows = (" ".join(filter(None, row)) for row in cells)
    return "\n".join(" ".join(row.split()) for row in rows if row)


def picture(described: str) -> str:
    """Return what stands for a picture within a sentence: its alt text, which is made for that."""
    return " ".join(described.split()) or wording("read.picture-inline")


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours under the same marks; each ruby is on its own, each call after its word."""
    for _, alike in groupby(runs, _MARKS):
        first, *others = alike
        text = "".join([first.text, *(run.text for run in others)])
        yield replace(first, text=text) if others else first


def _shown(run: Run, before: str) -> str:
    if not run.rise:
        return run.text
    said = run.text.strip()
    if not said or (said in _ORDINALS and before[-1:].isdigit()):
        return run.text
    if run.rise > 0 and _is_call(said):  # 注1, ※2: calls for a remark, is no exponent
        return run.text if said[0] in _CALLS or said[0] in "([（［〔【" else f"（{said}）"
    return raised(said) if run.rise > 0 else lowered(said)


def _is_call(text: str) -> bool:
    return any(each in _CALLS or each > "\u2fff" for each in text)


def _set(text: str, signs: dict[int, int], mark: str) -> str:
    made = text.translate(signs)
    if all(ord(each) in signs for each in text):
        return made
    return mark + text if len(text) == 1 else f"{mark}({text})"
