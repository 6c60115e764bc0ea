"""Open XML that python-pptx has no API for: its own element classes, and units of DrawingML."""

from typing import Any

from lxml import etree
from pptx.oxml.ns import _nsmap, qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Emu

from shiryo.characters import UNWANTED
from shiryo.units import Points

Element = Any
"""An element of python-pptx's tree: its classes know their children and attributes."""


def clean(text: str) -> str:
    """Return ``text`` without what no text should hold; XML 1.0 § 2.2 forbids most of that."""
    return UNWANTED.sub("", text)


def element(name: str, /, *children: Element | str | None, **attributes: object) -> Element:
    """Return the element ``name`` (``a:ln``) with children or text.

    What is None is left out; booleans are 0 or 1; attributes in a namespace are ``r__id``.
    """
    made = OxmlElement(name)
    for key, value in attributes.items():
        if value is not None:
            said = str(int(value)) if isinstance(value, bool) else clean(str(value))
            made.set(qn(key.replace("__", ":")) if "__" in key else key, said)
    for child in children:
        if isinstance(child, str):
            made.text = clean(child)
        elif child is not None:
            made.append(child)
    return made


def foreign(parent: Element, namespace: str, name: str, /, **attributes: str) -> Element:
    """Add an element of an extension's own namespace (``p14:section``); return it."""
    prefix, _, local = name.partition(":")
    return etree.SubElement(parent, f"{{{namespace}}}{local}", attributes, {prefix: namespace})


def extend(parent: Element, uri: str, namespace: str, name: str, value: str) -> None:
    """Give an element an extension that says ``val`` (``a:extLst``, § 20.1.2.2.15)."""
    extension = element("a:ext", uri=uri)
    foreign(extension, namespace, name, val=value)
    parent.append(element("a:extLst", extension))


def root(name: str, /, *children: Element | None, **attributes: object) -> Element:
    """Return the element ``name`` as the root of a part, which declares the usual prefixes."""
    made = OxmlElement(name, {prefix: _nsmap[prefix] for prefix in ("a", "p", "r")})
    part = element(name, *children, **attributes)
    made.attrib.update(part.attrib)
    made.extend(list(part))
    return made


def emu(length: Points) -> Emu:
    """Turn points into English Metric Units, 12,700 to a point (ECMA-376-1 § 20.1.10.16)."""
    return Emu(round(length * 12700))


def hundredths(length: Points) -> int:
    """Turn points into hundredths of a point, rounded down: text must not outgrow its box."""
    return int(length * 100 + 1e-6)
