"""The words of a slide's paragraphs, tables and graphics, read from the markup itself."""

from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER as ROLE

from shiryo import lazy_re as re
from shiryo.article import formulas, runs
from shiryo.article.plain import plain
from shiryo.article.readers import office, symbols
from shiryo.article.runs import Run, Words, celled

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A14 = "{http://schemas.microsoft.com/office/drawing/2010/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ESCAPE = re.compile(r"_x(00[01][0-9A-F]|005F)_", re.I)
_BREAKS = {"000B": "\v", "000D": "\v", "000A": "\v", "0009": "\t", "005F": "_"}
_ROLES = frozenset(filter(None, (each.xml_value for each in ROLE)))


def settle(document: Any) -> None:
    """Make the markup of ``document`` plain: one of alternatives, known placeholders.

    python-pptx refuses a whole deck for a placeholder of a kind that there is not, and sees nothing
    of what stands among alternatives (ECMA-376-3 §7.6), as shapes with formulas do.
    """
    for part in document.part.package.iter_parts():
        root = getattr(part, "_element", etree.Element("none"))
        for each in list(root.iter(f"{_MC}AlternateContent")):
            _choose(each)
        for each in root.iter(f"{P}ph"):
            if each.get("type", "obj") not in _ROLES:
                del each.attrib["type"]
            if office.number(each.get("idx", "0"), 2**31) is None:
                del each.attrib["idx"]


def _choose(alternatives: Any) -> None:
    """Put the first alternative in the place of all; handwriting is in the last, as a picture."""
    among = [each for each in alternatives if each.tag in (f"{_MC}Choice", f"{_MC}Fallback")]
    ink = among and next(among[0].iter(f"{P}contentPart"), None) is not None
    for chosen in among[-1:] if ink else among[:1]:
        for child in list(chosen):
            alternatives.addprevious(child)
    alternatives.getparent().remove(alternatives)


def level(properties: Any) -> int:
    """Return the level from 0 that a paragraph's properties name (``a:pPr``, or None)."""
    return office.number(None if properties is None else properties.get("lvl"), 3) or 0


def rows(table: Any, said: Callable[[Any], str]) -> tuple[tuple[str, ...], ...]:
    """Return the words of a table (``a:tbl``, §21.1.3.13); merged cells say theirs once.

    ``said`` gives those of a paragraph (``a:p``).
    """
    return tuple(
        tuple(_cell(cell, said) for cell in row.iterchildren(f"{A}tc"))
        for row in table.iterchildren(f"{A}tr")
    )


def _cell(cell: Any, said: Callable[[Any], str]) -> str:
    if any(cell.get(name) in ("1", "true") for name in ("hMerge", "vMerge")):
        return ""
    return celled("\n".join(map(said, cell.iterfind(f"{A}txBody/{A}p"))))


def words(paragraph: Any, part: Any) -> Words:
    """Return the words of a paragraph (``a:p``) without numbers of slides; breaks are ``\\v``.

    ``part`` is the part of the package that it stands in, which knows where links lead.
    """
    return runs.words(_runs(paragraph, part))


def _runs(paragraph: Any, part: Any) -> Iterator[Run]:
    for child in paragraph:
        if child.tag == f"{A}br":
            yield Run("\v")
        elif child.tag == f"{A}r" or (child.tag == f"{A}fld" and child.get("type") != "slidenum"):
            yield _run(child, part)
        elif child.tag == f"{_A14}m":
            yield Run("".join(map(formulas.of_office, child)))


def _run(element: Any, part: Any) -> Run:
    """Return a run or a field with what its properties say of it (§21.1.2.3.9)."""
    properties = element.find(f"{A}rPr")
    said = _unescaped("".join(each.text or "" for each in element.iter(f"{A}t")))
    if properties is None:
        return Run(plain(said))
    up = office.number((properties.get("baseline") or "0").rstrip("%"), 10**6, -(10**6)) or 0
    signs = properties.find(f"{A}sym")
    said = symbols.signs("" if signs is None else signs.get("typeface", ""), said)
    struck = properties.get("strike", "noStrike") != "noStrike"
    bold, href = properties.get("b") in ("1", "true"), _address(properties, part)
    return Run(plain(said), (up > 0) - (up < 0), struck, strong=bold, href=href)


def _address(properties: Any, part: Any) -> str:
    """Return where a run links to out of the deck (§21.1.2.3.5)."""
    link = properties.find(f"{A}hlinkClick")
    relation = None if link is None else part.rels.get(link.get(_RELATION, ""))
    return str(relation.target_ref) if relation is not None and relation.is_external else ""


def _unescaped(text: str) -> str:
    """Return text with its escapes (ECMA-376-1 §22.9.2.19) as the characters or breaks they are."""
    return _ESCAPE.sub(lambda found: _BREAKS.get(found[1].upper(), ""), text)
