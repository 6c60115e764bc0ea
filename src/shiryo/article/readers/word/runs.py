"""A paragraph of Word as runs under their marks: words, signs, formulas, ruby, struck, hidden."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from shiryo.article import formulas
from shiryo.article.readers import symbols
from shiryo.article.readers.word.emphasis import Styles, on
from shiryo.article.readers.word.text import FORMULAS, run_words, runs, value
from shiryo.article.runs import Run, picture

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


def of(paragraph: Any, styles: Styles) -> list[Run]:
    """Return the runs of a paragraph (``w:p``); a picture within a sentence is its alt text."""
    found = list(_found(paragraph, styles))
    filled = [n for n, run in enumerate(found) if run.text.strip() and run.text[0] != _HERE]
    inside = range(filled[0], filled[-1]) if filled else ()
    return [
        replace(run, text=picture(run.text[1:]) if n in inside else "")
        if run.text[:1] == _HERE
        else run
        for n, run in enumerate(found)
    ]


def _found(paragraph: Any, styles: Styles) -> Iterator[Run]:
    around = styles.id(paragraph)
    for each in runs(paragraph, links=True):
        if each.tag in FORMULAS:
            yield Run(formulas.of_office(each))
            continue
        marks = styles.marks(each, around)
        for said, reading in _stretches(each):
            yield Run(said, marks.rise or 0, bool(marks.struck), bool(marks.hidden), reading)


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
