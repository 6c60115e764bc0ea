"""Reading the XML of slides: names, numbers, units (ECMA-376-1)."""

from typing import Any

from shiryo.units import Points

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DIGITS = 15
_EMU = 12_700
"""To a point (§ 20.1.10.16)."""


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def integer(text: str | None, usual: int = 0) -> int:
    """Return the whole number that an attribute says; ``usual`` where it says none."""
    digits = (text or "").removeprefix("-")
    is_number = digits.isascii() and digits.isdigit() and len(digits) <= _DIGITS
    return int(text or "") if is_number else usual


def points(text: str | None, usual: int = 0) -> Points:
    """Return a length in EMU as points."""
    return integer(text, usual) / _EMU


def said(element: Any, name: str) -> bool | None:
    """Return what a switch of an element says, None where it says nothing."""
    value = element.get(name) if element is not None else None
    return None if value is None else value in ("1", "true", "on")


def texts(body: Any, number: str) -> list[str]:
    """Return the paragraphs of a text; ``number`` stands for fields that show a slide's number."""
    made = []
    for paragraph in body.iter(f"{A}p") if body is not None else ():
        words = []
        for run in paragraph:
            if local(run) == "fld" and run.get("type") == "slidenum":
                words.append(number)
            elif local(run) in ("r", "fld"):
                words.append(run.findtext(f"{A}t") or "")
            elif local(run) == "br":
                words.append("\n")
        made.append("".join(words))
    return made
