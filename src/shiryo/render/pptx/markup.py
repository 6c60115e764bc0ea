"""Slides' XML as text: python-pptx makes the hundreds of elements of a slide one by one."""

from functools import lru_cache

from pptx.oxml import parse_xml
from pptx.oxml.ns import _nsmap

from shiryo.render.pptx.oxml import Element, clean

_NAMESPACES = "".join(f' xmlns:{prefix}="{_nsmap[prefix]}"' for prefix in ("a", "p", "r"))
_QUOTED = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\t": " "})


def tag(name: str, /, *children: str, **attributes: object) -> str:
    """Return the element ``name`` (``a:ln``) as XML, ``children`` being XML themselves.

    Attributes that are None are left out; booleans are 0 or 1; attributes in a namespace are
    ``r__id``.
    """
    said = "".join(
        f' {key.replace("__", ":")}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def escaped(said: str) -> str:
    """Return a text as XML; a tab, at which an office program would jump, is a space."""
    return clean(said).translate(_ESCAPED)


def extension(uri: str, namespace: str, name: str, value: str) -> str:
    """Return an extension that says ``val`` (``a:extLst``, § 20.1.2.2.15)."""
    prefix = name.partition(":")[0]
    said = tag(name, **{f"xmlns__{prefix}": namespace, "val": value})
    return tag("a:extLst", tag("a:ext", said, uri=uri))


def parsed(*markup: str) -> list[Element]:
    """Return elements that are given as XML, to be put into python-pptx's trees."""
    return list(parse_xml(f"<p:x{_NAMESPACES}>{''.join(markup)}</p:x>"))


def _value(value: object) -> str:
    if isinstance(value, str):
        return _quoted(value)
    return str(int(value)) if isinstance(value, (bool, int)) else str(value)


@lru_cache(1024)  # a few words, said thousands of times
def _quoted(value: str) -> str:
    return clean(value).translate(_QUOTED)
