"""XML as strings: elements, attributes, and the units of DrawingML.

Slides are written once and never changed, so they need no tree: strings are the quickest and keep
the order of attributes.
"""

import re
from xml.sax.saxutils import escape

from shiryo.units import Points

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_QUOTES = {'"': "&quot;", "\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def clean(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 § 2.2 forbids."""
    return _ILLEGAL.sub("", text)


def content(text: str) -> str:
    """Return ``text`` as character data."""
    return escape(clean(text))


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """Return the element ``name``; attributes that are None are left out, booleans are 0 or 1."""
    written = "".join(
        f' {key}="{_attribute(value)}"' for key, value in attributes.items() if value is not None
    )
    inner = "".join(children)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"


def document(name: str, prefixes: str, /, *children: str, **attributes: object) -> bytes:
    """Return a file with the root ``name``, which declares the prefixes (``"a r p"``)."""
    spaces = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    root = tag(name, *children, **spaces, **attributes)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{root}'.encode()


def emu(length: Points) -> int:
    """Turn points into English Metric Units, 12,700 to a point (ECMA-376-1 § 20.1.10.16)."""
    return round(length * 12700)


def hundredths(length: Points) -> int:
    """Turn points into hundredths of a point, rounded down: text must not outgrow its box."""
    return int(length * 100 + 1e-6)


def _attribute(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return escape(clean(str(value)), _QUOTES)
