"""The words of a slide's paragraphs, tables and graphics, read from the markup itself."""

from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as ROLE

from shiryo.article.readers import office
from shiryo.japanese.letters import plain

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_ROLES = frozenset(filter(None, (each.xml_value for each in ROLE)))


def settle(document: Any) -> None:
    """Drop from ``document`` what python-pptx refuses a whole deck for: unknown placeholders."""
    for part in document.part.package.iter_parts():
        for each in getattr(part, "_element", etree.Element("none")).iter(f"{_P}ph"):
            if each.get("type", "obj") not in _ROLES:
                del each.attrib["type"]
            if office.number(each.get("idx", "0"), 2**31) is None:
                del each.attrib["idx"]


def level(properties: Any) -> int:
    """Return the level from 0 that a paragraph's properties name (``a:pPr``, or None)."""
    return office.number(None if properties is None else properties.get("lvl"), 3) or 0


def rows(table: Any) -> tuple[tuple[str, ...], ...]:
    """Return the words of a table (``a:tbl``, §21.1.3.13); merged cells say theirs once."""
    return tuple(
        tuple(_cell(cell) for cell in row.iterchildren(f"{A}tc"))
        for row in table.iterchildren(f"{A}tr")
    )


def _cell(cell: Any) -> str:
    if any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge")):
        return ""
    lines = (_said(each) for each in cell.iterfind(f"{A}txBody/{A}p"))
    return " ".join(plain("\n".join(lines)).split())


def _said(paragraph: Any) -> str:
    """Return all words of a paragraph, fields too."""
    parts = ("\v" if e.tag == f"{A}br" else e.findtext(f"{A}t") or "" for e in paragraph)
    return "".join(parts)


def words(paragraph: Any) -> str:
    """Return the words of a paragraph without its fields (numbers of slides, dates)."""
    said = ""
    for child in paragraph._p:
        if child.tag == f"{A}r":
            said += "".join(text.text or "" for text in child.iter(f"{A}t"))
        elif child.tag == f"{A}br":
            said += " "
    return " ".join(plain(said).split())


def diagram(shape: Any) -> Iterator[str]:
    """Give the words of a SmartArt graphic in the order of its data (§21.4.2.10)."""
    for relation in shape.element.xpath(".//*[local-name()='relIds']/@*[local-name()='dm']"):
        try:
            blob = shape.part.related_part(relation).blob
            root = etree.fromstring(blob, etree.XMLParser(resolve_entities=False))
        except (KeyError, AttributeError, etree.XMLSyntaxError):  # missing or damaged
            return
        for paragraph in root.iter(f"{A}p"):
            said = "".join(text.text or "" for text in paragraph.iter(f"{A}t"))
            if said.strip():
                yield plain(said.strip())
