"""Numbered lists of an article: where one ends and the next begins, and what each counts from."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import moved
from shiryo.article.model import Block, Number

_FIGURE = re.compile(r"(図表?|写真|Fig(ure)?\.?)\s*[0-9０-９一二三四五六七八九]", re.I)


def lists(found: Sequence[Block]) -> Iterator[tuple[int, list[Block]]]:
    """Yield consecutive items as the lists that they are, each with its first number.

    That is 0 where a list counts nothing, or not 1 by 1 (``第1条``, ``ア``, ``3. 2. 1.``): there
    the numbers of the author stand in the words of the items, as do those of items below others.
    Items without words, such as a picture alone, are in none.
    """
    found = [item for item in found if _says(item)]
    if not found:
        return
    tops = [n for n, item in enumerate(found) if item.level <= found[0].level]
    counts = [found[n].number for n in tops]
    runs = [0, *(n for n, pair in enumerate(pairwise(counts), 1) if not _goes_on(*pair))]
    alone = any(b - a == 1 and counts[a] for a, b in pairwise([*runs, len(tops)]))
    high = any(number.value > limits.LIST_NUMBER for n in runs if (number := counts[n]))
    if (alone and len(runs) > 1) or high or not all(map(_is_shown, counts)):
        level = found[0].level
        yield 0, [spelt(item, below=item.level > level) for item in found]
        return
    for a, b in pairwise([*(tops[n] for n in runs), len(found)]):
        number, level = found[a].number, found[0].level
        first = max(1, number.value) if number else 0
        yield first, [each if each.level <= level else spelt(each) for each in found[a:b]]


def _says(item: Block) -> bool:
    """Tell whether an item has a letter, a figure or a sign (☑), not only marks of pause."""
    return any(unicodedata.category(sign)[0] in "LNS" for sign in item.label + item.text)


def _goes_on(before: Number | None, after: Number | None) -> bool:
    same = after == before and before in (None, Number(0))
    return same or bool(before and after and after.follows(before))


def _is_shown(number: Number | None) -> bool:
    """Tell whether a list can show a number by counting."""
    return number is None or number == Number(0) or number.is_plain


def spelt(item: Block, *, below: bool = True) -> Block:
    """Return an item with its number in its words; a lead word keeps apart ``below`` others."""
    mark = item.number.written if item.number else ""
    if not mark:
        return item
    if item.label and below:
        made = replace(item, number=None, label=f"{mark} {item.label}")
    else:
        lead = item.label + (f"（{item.detail}）" if item.detail else "")
        words = "：".join(filter(None, (lead, item.text)))
        made = replace(item, number=None, label="", detail="", text=f"{mark} {words}")
    return replace(made, marks=moved(item.marks, item.strings, made.strings))


def counts_figures(caption: str) -> bool:
    """Tell whether a caption brings the number of its figure (図1、写真 2)."""
    return _FIGURE.match(caption) is not None
