"""What Word says of a heading without a style: its outline level, or larger or bolder letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from shiryo.article.readers.office import number
from shiryo.article.readers.word.text import run_words, runs, value

_BODY_LEVEL = 9
"""w:outlineLvl of body text (ECMA-376-1 §17.3.1.20)."""


class Type(NamedTuple):
    """What the letters of a paragraph have in common."""

    size: float
    """In points, of the smallest run; 0 where nothing says one."""
    bold: bool
    """Whether all runs are."""


class _Style(NamedTuple):
    """What a paragraph style and those that it is based on say."""

    name: str
    level: int
    size: float
    bold: bool


class Styles:
    """The paragraph styles of a document, each looked at once."""

    def __init__(self, document: Any) -> None:
        self._known: dict[str | None, _Style] = {}
        self._elements: dict[str, Any] = {}
        self._default: str | None = None
        for each in document.styles.element.iterchildren(qn("w:style")):
            if each.get(qn("w:type")) == "paragraph":
                self._elements.setdefault(each.get(qn("w:styleId")), each)
                if on(each.get(qn("w:default"), "0")):
                    self._default = each.get(qn("w:styleId"))

    def name(self, paragraph: Any) -> str:
        """Return the name of a paragraph's style."""
        return self._style(paragraph).name

    def outline_level(self, paragraph: Any) -> int | None:
        """Return the outline level from 0 of a paragraph or its style, None for body text."""
        said = number(value(paragraph, "w:pPr", "w:outlineLvl"), _BODY_LEVEL)
        level = self._style(paragraph).level if said is None else said
        return level if level < _BODY_LEVEL else None

    def type_of(self, paragraph: Any) -> Type:
        """Return what the letters of a paragraph have in common."""
        style = self._style(paragraph)
        said = [_said(run) for run in runs(paragraph) if run_words(run).strip()]
        if not said:
            return Type(0, False)
        return Type(
            min(size or style.size for size, _ in said),
            all(style.bold if bold is None else bold for _, bold in said),
        )

    def _style(self, paragraph: Any) -> _Style:
        name = value(paragraph, "w:pPr", "w:pStyle")
        if name not in self._known:
            chain = list(self._based(name if name in self._elements else self._default))
            levels = (number(value(each, "w:pPr", "w:outlineLvl"), _BODY_LEVEL) for each in chain)
            said = [_said(each) for each in chain]
            self._known[name] = _Style(
                (value(chain[0], "w:name") if chain else None) or "",
                next((level for level in levels if level is not None), _BODY_LEVEL),
                next((size for size, _ in said if size), 0.0),
                next((bold for _, bold in said if bold is not None), False),
            )
        return self._known[name]

    def _based(self, name: str | None) -> Iterator[Any]:
        """Give a paragraph style and those that it is based on."""
        for _ in range(20):  # a style may be based on itself
            element = self._elements.get(name or "")
            if element is None:
                return
            yield element
            name = value(element, "w:basedOn")


def weights(types: Sequence[Type | None], texts: Sequence[str]) -> list[int]:
    """Return how far each text stands out by its type: 0 as the body, 1 bold, 2 and more larger.

    ``types`` has None for what is no plain paragraph. The body's type is that of most letters.
    """
    letters: Counter[Type] = Counter()
    for each, text in zip(types, texts, strict=True):
        if each:
            letters[each] += len(text)
    if not letters:
        return [0] * len(types)
    body = letters.most_common(1)[0][0]
    larger = sorted(each for each in letters if each.size > body.size)
    rank = {each: n for n, each in enumerate(larger, 2)}
    if not body.bold:
        rank[Type(body.size, True)] = 1
    return [rank.get(each, 0) if each else 0 for each in types]


def on(text: str | None) -> bool:
    """Tell what a switch says (ST_OnOff, ECMA-376-1 §22.9.2.7)."""
    return text not in ("0", "false", "off", "none")


def _said(element: Any) -> tuple[float, bool | None]:
    """Return the size in points and the boldness that a run or a style names."""
    properties = element.find(qn("w:rPr"))
    if properties is None:
        return 0.0, None
    bold = properties.find(qn("w:b"))
    half_points = number(value(properties, "w:sz"), 4000) or 0
    return half_points / 2, None if bold is None else on(bold.get(qn("w:val"), "1"))
