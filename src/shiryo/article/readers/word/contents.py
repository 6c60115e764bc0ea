"""Word's tables of contents: paragraphs that only repeat the headings with their pages."""

from collections.abc import Iterator, Sequence
from typing import Any

from docx.oxml.ns import qn

from shiryo import lazy_re as re
from shiryo.article.readers.word.emphasis import Styles
from shiryo.article.readers.word.text import run_words
from shiryo.article.structure.contents import NAME

_STYLE = re.compile(r"(toc|目次|table of (figures|authorities)|図表目次|index)\b|目次", re.I)
_FIELD = re.compile(r"\s*(TOC|INDEX|TOA)\b", re.I)
_KIND, _CHAR, _CODE, _RUN = qn("w:fldCharType"), qn("w:fldChar"), qn("w:instrText"), qn("w:r")


def found(elements: Sequence[Any], styles: Styles) -> set[int]:
    """Return which of the paragraphs and tables of a body, by place from 0, are contents.

    Those have the styles of contents, or are the result of a field that makes them (§17.16.5.68);
    the line above that names them is one, too.
    """
    at = {n for n, each in enumerate(elements) if _STYLE.match(styles.name(each).strip())}
    at.update(_of_fields(elements))
    heads = {n - 1 for n in at if n and NAME.fullmatch(_words(elements[n - 1]))}
    return at | heads


def _of_fields(elements: Sequence[Any]) -> Iterator[int]:
    """Give the places that lie in a field of contents which ends."""
    for first, last, rest in _fields(elements):
        yield from range(first, last)
        if not rest:
            yield last


def _fields(elements: Sequence[Any]) -> Iterator[tuple[int, int, bool]]:
    """Give where each field of contents begins and ends, and whether text follows its end."""
    codes: list[tuple[int, list[str]]] = []
    for n, element in enumerate(elements):
        ended: tuple[int, bool] | None = None
        for run in element.iter(_RUN):
            if ended and run_words(run).strip():
                ended = ended[0], True
            for child in run:
                if child.tag == _CODE and codes:
                    codes[-1][1].append(child.text or "")
                elif child.tag == _CHAR and child.get(_KIND) == "begin":
                    codes.append((n, []))
                elif child.tag == _CHAR and child.get(_KIND) == "end" and codes:
                    first, code = codes.pop()
                    if _FIELD.match("".join(code)):
                        ended = first, False
        if ended:
            yield ended[0], n, ended[1]


def _words(element: Any) -> str:
    """Return the words of a paragraph without the spaces that set them apart."""
    return re.sub(r"\s", "", "".join(map(run_words, element.iter(_RUN))))
