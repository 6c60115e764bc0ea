"""What Word says of a heading without a style: its outline level, or larger or bolder letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from docx.oxml.ns import qn

from shiryo import lazy_re as re
from shiryo.article.readers.office import number
from shiryo.article.readers.word.text import run_words, runs, value

_BODY_LEVEL = 9
"""w:outlineLvl of body text (ECMA-376-1 §17.3.1.20)."""
_RISES = {"superscript": 1, "subscript": -1, "baseline": 0}
"""w:vertAlign (§17.3.2.42)."""
_PROPERTIES = qn("w:rPr")
_MARKS = {qn(f"w:{each}") for each in ("vertAlign", "position", "strike", "dstrike", "vanish", "b")}


class Type(NamedTuple):
    """What the letters of a paragraph have in common."""

    size: float
    """In points, of the smallest run; 0 where nothing says one."""
    bold: bool
    """Whether all runs are."""


class Marks(NamedTuple):
    """What a run or a style says of how its letters are shown; None where it says nothing."""

    rise: int | None = None
    """1 raised, -1 lowered, 0 on the line."""
    struck: bool | None = None
    hidden: bool | None = None
    bold: bool | None = None


_NOTHING = Marks()


class _Style(NamedTuple):
    """What a paragraph style and those that it is based on say."""

    name: str
    level: int
    size: float
    bold: bool
    list_id: str
    """The list (w:numId) that its paragraphs are of."""
    list_level: int | None


class Styles:
    """The paragraph styles of a document, each looked at once."""

    def __init__(self, document: Any) -> None:
        self._known: dict[str | None, _Style] = {}
        self._elements: dict[str, Any] = {}
        self._default: str | None = None
        self._marks: dict[str | None, Marks] = {}
        self._last: tuple[Any, tuple[str, int | None]] | None = None
        self._seen: tuple[Any, _Style] | None = None
        for each in document.styles.element.iterchildren(qn("w:style")):
            self._elements.setdefault(each.get(qn("w:styleId")), each)
            usual = on(each.get(qn("w:default"), "0"))
            if usual and each.get(qn("w:type")) == "paragraph":
                self._default = each.get(qn("w:styleId"))

    def name(self, paragraph: Any) -> str:
        """Return the name of a paragraph's style."""
        return self._style(paragraph).name

    def id(self, paragraph: Any) -> str:
        """Return the identifier of a paragraph's style, the usual one where it names none."""
        return value(paragraph, "w:pPr", "w:pStyle") or self._default or ""

    def outline_level(self, paragraph: Any) -> int | None:
        """Return the outline level from 0 of a paragraph or its style, None for body text."""
        said = number(value(paragraph, "w:pPr", "w:outlineLvl"), _BODY_LEVEL)
        level = self._style(paragraph).level if said is None else said
        return level if level < _BODY_LEVEL else None

    def listed(self, paragraph: Any) -> tuple[str, int | None]:
        """Return the list (w:numId) of a paragraph and its level, where they are said.

        It is asked for several times in a row; the last one is kept.
        """
        if self._last is None or self._last[0] is not paragraph:
            self._last = paragraph, self._listed(paragraph)
        return self._last[1]

    def _listed(self, paragraph: Any) -> tuple[str, int | None]:
        style = self._style(paragraph)
        said = value(paragraph, "w:pPr", "w:numPr", "w:numId")
        level = number(value(paragraph, "w:pPr", "w:numPr", "w:ilvl"), _BODY_LEVEL - 1)
        found = style.list_id if said is None else said
        inherited = style.list_level if said is None else None
        return ("" if found == "0" else found), inherited if level is None else level

    def marks(self, run: Any, around: str) -> Marks:
        """Return how a run is shown: by itself, its style or that of the paragraph ``around``.

        In a paragraph whose letters all are bold none stands out.
        """
        usual = self._marks_of(around)
        if run.find(_PROPERTIES) is None:
            return usual._replace(bold=None) if usual.bold else usual
        own = _over(_marked(run), self._marks_of(value(run, "w:rPr", "w:rStyle")))
        return _over(own, usual)._replace(bold=own.bold)

    def _marks_of(self, name: str | None) -> Marks:
        if name not in self._marks:
            self._marks[name] = _over(*map(_marked, self._based(name))) if name else _NOTHING
        return self._marks[name]

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
        """Return the style of a paragraph; as with `listed`, the last one is kept."""
        if self._seen is None or self._seen[0] is not paragraph:
            self._seen = paragraph, self._named(value(paragraph, "w:pPr", "w:pStyle"))
        return self._seen[1]

    def _named(self, name: str | None) -> _Style:
        if name not in self._known:
            chain = list(self._based(name if name in self._elements else self._default))
            levels = (number(value(each, "w:pPr", "w:outlineLvl"), _BODY_LEVEL) for each in chain)
            said = [_said(each) for each in chain]
            lists = [each for each in chain if value(each, "w:pPr", "w:numPr", "w:numId")]
            self._known[name] = _Style(
                (value(chain[0], "w:name") if chain else None) or "",
                next((level for level in levels if level is not None), _BODY_LEVEL),
                next((size for size, _ in said if size), 0.0),
                next((bold for _, bold in said if bold is not None), False),
                (value(lists[0], "w:pPr", "w:numPr", "w:numId") if lists else "") or "",
                number(value(lists[0], "w:pPr", "w:numPr", "w:ilvl"), 8) if lists else None,
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


def _over(*marks: Marks) -> Marks:
    """Return what the first that says something says, of each mark."""
    if all(each == _NOTHING for each in marks):
        return _NOTHING
    return Marks(
        *(next((x for x in each if x is not None), None) for each in zip(*marks, strict=True))
    )


def _marked(element: Any) -> Marks:
    """Return the marks that a run or a style names (§17.3.2)."""
    properties = element.find(_PROPERTIES)
    if properties is None or not any(each.tag in _MARKS for each in properties):
        return _NOTHING
    rise = _RISES.get(value(properties, "w:vertAlign") or "")
    up = number(value(properties, "w:position"), 3168, -3168)  # half-points (§17.3.2.24)
    if rise is None and up and re.fullmatch(r"[\d+−-]+", run_words(element).strip()):
        rise = 1 if up > 0 else -1
    struck, hidden = _switch(properties, "w:strike", "w:dstrike"), _switch(properties, "w:vanish")
    return Marks(rise, struck, hidden, _switch(properties, "w:b"))


def _switch(properties: Any, *tags: str) -> bool | None:
    """Tell what switches say: whether one is on, None where there is none."""
    found = [each for tag in tags for each in properties.iterchildren(qn(tag))]
    return any(on(each.get(qn("w:val"), "1")) for each in found) if found else None


def _said(element: Any) -> tuple[float, bool | None]:
    """Return the size in points and the boldness that a run or a style names."""
    properties = element.find(qn("w:rPr"))
    if properties is None:
        return 0.0, None
    bold = properties.find(qn("w:b"))
    half_points = number(value(properties, "w:sz"), 4000) or 0
    return half_points / 2, None if bold is None else on(bold.get(qn("w:val"), "1"))
