"""Stretches of text under the same marks, as a format has them, and the words that are shown.

A raised figure stays raised (10⁶, m²), a lowered one lowered (H₂O): on the line it would be another
number. What is struck or hidden is no word of the article; it is named, so that nobody misses it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from shiryo.messages import wording

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


class Left(NamedTuple):
    """Something that a reader leaves out of the text."""

    kind: str
    """What it is: ``struck``, ``hidden`` … (``messages/article.toml``)."""
    text: str
    """Its words, or what is known of it."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is shown of a paragraph, and what of it is not."""

    text: str
    left: tuple[Left, ...] = ()


def words(runs: Iterable[Run]) -> Words:
    """Return the words that ``runs`` show; neighbours under the same marks are taken together."""
    said, left = list[str](), list[Left]()
    for run in _merged(runs):
        if run.hidden or run.struck:
            if text := " ".join(run.text.split()):
                left.append(Left("hidden" if run.hidden else "struck", text))
            continue
        said.append(_shown(run, said[-1] if said else ""))
        if run.reading:
            left.append(Left("ruby", f"{run.text}（{run.reading}）"))
    return Words("".join(said), tuple(left))


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


def picture(described: str) -> str:
    """Return what stands for a picture within a sentence: its alt text, which is made for that."""
    return " ".join(described.split()) or wording("read.picture-inline")


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours under the same marks; each ruby is on its own."""
    for marks, alike in groupby(runs, lambda r: (r.rise, r.struck, r.hidden, r.reading)):
        yield Run("".join(run.text for run in alike), *marks)


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
