"""A paragraph of Word as runs under their marks: words, signs, formulas, ruby, struck, hidden."""

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from shiryo import lazy_re as re
from shiryo.article import formulas
from shiryo.article.readers import symbols
from shiryo.article.readers.word.emphasis import Styles, on
from shiryo.article.readers.word.text import FORMULAS, run_words, runs, value
from shiryo.article.runs import Run, Words, picture

_RUBY, _BASE, _READING = qn("w:ruby"), qn("w:rubyBase"), qn("w:rt")
_SYMBOL, _FIELD = qn("w:sym"), qn("w:fldChar")
DRAWINGS = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
"""What may hold a picture (§17.3.3.9, 17.3.3.19, 17.3.3.21)."""
_VML = "{urn:schemas-microsoft-com:vml}"
_PICTURES = (qn("pic:pic"), f"{_VML}imagedata")
_FONTS = f"{qn('w:rPr')}/{qn('w:rFonts')}"
_ASCII, _OTHER = qn("w:ascii"), qn("w:hAnsi")
_HERE = "\ufffc"
"""Stands for a picture until it is known whether it is within a sentence."""
_LINK, _RELATION, _ANCHOR = qn("w:hyperlink"), qn("r:id"), qn("w:anchor")
_ID, _KIND, _CODE = qn("w:id"), qn("w:fldCharType"), qn("w:instrText")
_CALLS = {qn("w:footnoteReference"): "footnote", qn("w:endnoteReference"): "endnote"}
_HYPERLINK = re.compile(r"\s*HYPERLINK\s+\"([^\"]+)\"")


class Source:
    """Where the runs of a document's paragraphs have their styles, links and notes."""

    def __init__(self, document: Any) -> None:
        self.styles = Styles(document)
        self.part = document.part
        self.notes: dict[tuple[str, str], Words] = {}
        """By kind, ``footnote`` or ``endnote``, and ``w:id``."""

    def within(self, part: Any) -> "Source":
        """Return the same for the paragraphs of another part."""
        made = copy(self)
        made.part, made.notes = part, {}
        return made

    def runs(self, paragraph: Any) -> list[Run]:
        """Return the runs of a paragraph (``w:p``); a picture within a sentence is its alt text."""
        found = list(self._found(paragraph))
        filled = [n for n, run in enumerate(found) if run.text.strip() and run.text[0] != _HERE]
        inside = range(filled[0], filled[-1]) if filled else ()
        return [
            replace(run, text=picture(run.text[1:]) if n in inside else "")
            if run.text[:1] == _HERE
            else run
            for n, run in enumerate(found)
        ]

    def _found(self, paragraph: Any) -> Iterator[Run]:
        around = self.styles.id(paragraph)
        fields = Fields()
        for each in runs(paragraph, links=True):
            if each.tag in FORMULAS:
                yield Run(formulas.of_office(each))
                continue
            marks = self.styles.marks(each, around)
            shown = Run(
                "", marks.rise or 0, bool(marks.struck), bool(marks.hidden),
                strong=bool(marks.bold), href=self._address(each) or fields.link(each),
            )  # fmt: skip
            for said, reading in _stretches(each):
                yield replace(shown, text=said, reading=reading)
            yield from (Run("", note=note) for note in self._called(each))

    def _address(self, run: Any) -> str:
        """Return where a run links to (§17.16.22): a relation, or a place in the document."""
        link = run.getparent()
        if link.tag != _LINK:
            return ""
        relation = self.part.rels.get(link.get(_RELATION, ""))
        if relation is None or not relation.is_external:
            return ""
        return str(relation.target_ref) + ("#" + name if (name := link.get(_ANCHOR)) else "")

    def _called(self, run: Any) -> Iterator[Words]:
        """Give the notes that a run calls (§17.11.2, 17.11.14)."""
        for each in run:
            if kind := _CALLS.get(each.tag):
                note = self.notes.get((kind, each.get(_ID, "")))
                if note and note.text:
                    yield note


class Fields:
    """The fields of a paragraph (§17.16.18), run by run: where they link to."""

    def __init__(self) -> None:
        self._open: list[tuple[list[str], bool]] = []
        """Of each that is open: its code, and whether its result has begun."""

    def link(self, run: Any) -> str:
        """Return the address that the fields around ``run``, the next one, lead to."""
        for each in run:
            kind = each.get(_KIND) if each.tag == _FIELD else ""
            if kind == "begin":
                self._open.append(([], False))
            elif kind == "separate" and self._open:
                self._open[-1] = (self._open[-1][0], True)
            elif kind == "end" and self._open:
                self._open.pop()
            elif each.tag == _CODE and self._open:
                self._open[-1][0].append(each.text or "")
        codes = ("".join(code) for code, begun in reversed(self._open) if begun)
        return next((found[1] for code in codes if (found := _HYPERLINK.match(code))), "")


def _stretches(run: Any) -> Iterator[tuple[str, str]]:
    """Give the words of a run, those with a reading over them apart."""
    font = styled_font(run)
    for child in run:
        if child.tag == _RUBY:
            base, reading = (_all(child.find(tag)) for tag in (_BASE, _READING))
            yield base, reading if base else ""
        elif child.tag == _SYMBOL:
            yield _symbol(child), ""
        elif child.tag == _FIELD:
            yield _checked(child), ""
        elif child.tag in DRAWINGS:
            if is_picture(child) and next(child.iter(qn("wp:anchor")), None) is None:
                yield _HERE + described(child), ""
        else:
            yield symbols.signs(font, run_words([child])), ""


def _all(part: Any) -> str:
    return "" if part is None else "".join(map(run_words, part.iter(qn("w:r"))))


def styled_font(run: Any) -> str:
    """Return the font of a run where it is one of signs (others are not kept on opening)."""
    fonts = run.find(_FONTS)
    return "" if fonts is None else fonts.get(_ASCII, fonts.get(_OTHER, ""))


def _symbol(element: Any) -> str:
    """Return the sign of a ``w:sym`` (§17.3.3.30)."""
    try:
        code = int(element.get(qn("w:char"), ""), 16)
    except ValueError:
        return ""
    return symbols.sign(element.get(qn("w:font"), ""), code)


def _checked(field: Any) -> str:
    """Return the box of a form that is ticked or not (§17.16.7)."""
    box = field.find(f"{qn('w:ffData')}/{qn('w:checkBox')}")
    if box is None:
        return ""
    ticked = box.find(qn("w:checked"))
    said = value(box, "w:default") or "0" if ticked is None else ticked.get(qn("w:val"), "1")
    return "☑" if on(said) else "☐"


def is_picture(drawing: Any) -> bool:
    """Tell whether a drawing holds a picture, or something else that is not read."""
    data = (str(each.get("uri")).rsplit("/", 1)[-1] for each in drawing.iter(qn("a:graphicData")))
    unread = any(not each.startswith("wordprocessing") for each in data)  # no shapes with words
    return unread or next(drawing.iter(*_PICTURES, f"{_VML}textpath"), None) is not None


def described(drawing: Any) -> str:
    """Return the alt text of a drawing, or nothing."""
    named = (each.get("descr") for each in drawing.iter(qn("wp:docPr")))
    shapes = (each.get("alt") for each in drawing.iter(f"{_VML}shape"))
    drawn = (each.get("string") for each in drawing.iter(f"{_VML}textpath"))  # WordArt
    return " ".join((next(filter(None, (*named, *shapes, *drawn)), "")).split())
