"""Text and numbers as SVG wants them."""

from html import escape

from shiryo import lazy_re as re

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold (XML 1.0, 2.2)."""


def words(text: str) -> str:
    """Return ``text`` as what an element or an attribute says."""
    return escape(_NO_XML.sub("", text))


def number(value: float) -> str:
    """Return a number with at most two decimals."""
    said = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if said == "-0" else said


def numbers(*values: float) -> str:
    """Return numbers with spaces between."""
    return " ".join(map(number, values))


def attributes(**values: str | float | None) -> str:
    """Return attributes, each after a space; those that are None or empty are left out."""
    return "".join(
        f' {name.strip("_").replace("_", "-")}="{said}"'
        for name, value in values.items()
        if value is not None and (said := value if isinstance(value, str) else number(value))
    )
