"""The characters of a page of pdfplumber, with what is read of them and nothing else."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from pdfminer.layout import LTChar
from pdfplumber.page import fix_fontname_bytes

Char = Mapping[str, Any]
"""A character of pdfplumber: ``text``, ``x0``, ``top`` and so on, ``size``, ``fontname``, and by
how many degrees it is turned to the left (``turn``)."""


def only(page: Any) -> None:
    """Have ``page`` keep of its characters what `pdf_rows` and the finder of tables look at.

    pdfplumber keeps some twenty values of each, colours too, which takes as long as parsing.
    """
    everything = page.process_object
    left, above = page.mediabox[:2]
    height = page.height

    def process(item: Any) -> dict[str, Any]:
        if not isinstance(item, LTChar):
            found: dict[str, Any] = everything(item)
            return found
        known = item.__dict__
        top, bottom = height - known["y1"] + above, height - known["y0"] + above
        name = known["fontname"]
        return {
            "object_type": "char", "page_number": page.page_number, "text": item.get_text(),
            "x0": known["x0"] + left, "x1": known["x1"] + left, "top": top, "bottom": bottom,
            "doctop": page.initial_doctop + top, "size": known["size"],
            "upright": known["upright"], "turn": _turn(known["matrix"]), "tag": known.get("tag"),
            "fontname": fix_fontname_bytes(name) if isinstance(name, bytes) else name,
        }  # fmt: skip

    page.process_object = process


def _turn(matrix: tuple[float, ...]) -> int:
    """Return by how much a character is turned to the left: 0, 90, 180 or 270 degrees."""
    along, up = matrix[:2]
    if abs(along) >= abs(up):
        return 0 if along >= 0 else 180
    return 90 if up > 0 else 270


def upright(
    chars: Sequence[Char], width: float, height: float
) -> tuple[list[Char], tuple[float, float], str]:
    """Return the characters of a page as if it were turned so that most of them stand upright.

    Also the size of that page, and the words that stand otherwise on a page of lines that run
    across: those are left out. Lengths are in points.
    """
    turns = Counter(char["turn"] for char in chars if char["text"].strip())
    turn = turns.most_common(1)[0][0] if turns else 0
    turned = [_turned(char, turn, width, height) for char in chars]
    size = (height, width) if turn in (90, 270) else (width, height)
    if len(turns) == 1 or is_vertical([c for c in turned if c["turn"] == turn]):
        return turned, size, ""
    left = "".join(char["text"] for char in turned if char["turn"] != turn)
    return [char for char in turned if char["turn"] == turn], size, " ".join(left.split())


def _turned(char: Char, turn: int, width: float, height: float) -> Char:
    x0, x1, top, bottom = (char[name] for name in ("x0", "x1", "top", "bottom"))
    if turn == 0:
        return char
    if turn == 90:
        x0, x1, top, bottom = height - bottom, height - top, x0, x1
    elif turn == 180:
        x0, x1, top, bottom = width - x1, width - x0, height - bottom, height - top
    else:
        x0, x1, top, bottom = top, bottom, width - x1, width - x0
    return {**char, "x0": x0, "x1": x1, "top": top, "bottom": bottom, "size": bottom - top}


def is_vertical(chars: Sequence[Char]) -> bool:
    """Tell whether most characters follow each other downwards."""
    down = across = 0
    for before, char in pairwise(chars):
        x, y = char["x0"] - before["x0"], char["top"] - before["top"]
        size = max(before["size"], 1)
        down += abs(x) < 0.4 * size and 0.5 * size < y < 2 * size
        across += abs(y) < 0.4 * size and 0.2 * size < x < 2 * size
    return down > across
