"""Word's markup made plain before it is read: changes accepted, ruby, boxes and wrappers opened."""

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as REL
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from shiryo.article.readers.word.text import FORMULAS

_DELETED = ("w:del", "w:moveFrom")
_WRAPPERS = ("w:ins", "w:moveTo", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml",
             "w:dir", "w:bdo")  # fmt: skip
_HOLDERS = (qn("w:body"), qn("w:tc"), qn("w:txbxContent"), qn("w:footnote"), qn("w:endnote"))
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def plain(body: Any) -> None:
    """Change ``body`` (``w:body``) so that its paragraphs hold all words that a reader sees.

    Tracked changes are accepted (ECMA-376-1 §17.13.5), formulas stand in paragraphs, and the
    paragraphs of a text box (§17.17.1) follow the one that it is anchored in.
    """
    for alternatives in list(body.iter(f"{_MC}AlternateContent")):
        for other in list(alternatives)[1:]:  # says again what the first says (ECMA-376-3 §7.6)
            alternatives.remove(other)
        for choice in list(alternatives):
            _unwrap(choice)
        _unwrap(alternatives)
    _accept(body)
    for wrapper in list(body.iter(*map(qn, (*_WRAPPERS, "w:fldSimple")))):
        _unwrap(wrapper)
    for formula in list(body.iter(*FORMULAS)):
        if formula.getparent().tag in _HOLDERS:
            paragraph = formula.makeelement(qn("w:p"))
            formula.addprevious(paragraph)
            paragraph.append(formula)
    for paragraph in list(body.iter(qn("w:p"))):
        for inner in reversed(list(paragraph.iterchildren(qn("w:p")))):  # which there must not be
            paragraph.addnext(inner)
    for box in reversed(list(body.iter(qn("w:txbxContent")))):
        anchor = next(box.iterancestors(qn("w:p")), box)
        for each in reversed(list(box)):
            anchor.addnext(each)


def notes(document: Any) -> Iterator[tuple[str, str, Any, list[Any]]]:
    """Give each footnote and endnote (§17.11) in its order: kind, id, part, paragraphs."""
    for kind, name in ((REL.FOOTNOTES, "footnote"), (REL.ENDNOTES, "endnote")):
        for relation in document.part.rels.values():
            if relation.reltype == kind and not relation.is_external:
                root = parse_xml(relation.target_part.blob)
                plain(root)
                for note in root.iter(qn(f"w:{name}")):
                    if note.get(qn("w:type"), "normal") == "normal":  # no separator
                        paragraphs = list(note.iter(qn("w:p")))
                        yield name, note.get(qn("w:id"), ""), relation.target_part, paragraphs


def _accept(body: Any) -> None:
    """Drop what was deleted or moved away: rows, ends of paragraphs, words."""
    for row in list(body.iter(qn("w:tr"))):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            table = row.getparent()
            table.remove(row)
            if table.tag == qn("w:tbl") and table.find(qn("w:tr")) is None:
                table.getparent().remove(table)
    for paragraph in reversed(list(body.iter(qn("w:p")))):  # so that each is moved once
        marks = (f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(tag)}" for tag in _DELETED)
        if any(paragraph.find(mark) is not None for mark in marks):
            _join(paragraph)
    for tag in _DELETED:
        _drop(body, qn(tag))


def _join(paragraph: Any) -> None:
    """Join a paragraph whose mark was deleted (§17.13.5.15) with the next one."""
    after = paragraph.getnext()
    if after is None or after.tag != qn("w:p"):
        return
    properties = after.find(qn("w:pPr"))
    first = next((each for each in after if each is not properties), None)
    for child in [each for each in paragraph if each.tag != qn("w:pPr")]:
        after.append(child) if first is None else first.addprevious(child)
    paragraph.getparent().remove(paragraph)


def _drop(body: Any, tag: str) -> None:
    for element in list(body.iter(tag)):
        element.getparent().remove(element)


def _unwrap(element: Any) -> None:
    """Put the children of an element in its place."""
    for child in list(element):
        element.addprevious(child)
    element.getparent().remove(element)
