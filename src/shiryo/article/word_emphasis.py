"""What Word says of a heading without a style: its outline level, or larger or bolder letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

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
    level: str
    size: float
    bold: bool


class Styles:
    """The paragraph styles of a document, each looked at once."""

    def __init__(self) -> None:
        self._known: dict[str | None, _Style] = {}

    def name(self, paragraph: Paragraph) -> str:
        """Return the name of a paragraph's style."""
        return self._style(paragraph).name

    def outline_level(self, paragraph: Paragraph) -> int | None:
        """Return the outline level from 0 of a paragraph or its style, None for body text."""
        said = paragraph._p.xpath("w:pPr/w:outlineLvl/@w:val")
        level = int(said[0] if said else self._style(paragraph).level or _BODY_LEVEL)
        return level if level < _BODY_LEVEL else None

    def type_of(self, paragraph: Paragraph) -> Type:
        """Return what the letters of a paragraph have in common."""
        style = self._style(paragraph)
        said = [
            (run.font.size, run.bold) if run._r.rPr is not None else (None, None)
            for run in paragraph.runs
            if run.text.strip()
        ]
        if not said:
            return Type(0, False)
        return Type(
            min(size.pt if size else style.size for size, _ in said),
            all(style.bold if bold is None else bold for _, bold in said),
        )

    def _style(self, paragraph: Paragraph) -> _Style:
        name = paragraph._p.style
        if name not in self._known:
            chain = list(_based(paragraph.style))
            levels = (each.element.xpath("w:pPr/w:outlineLvl/@w:val") for each in chain)
            sizes = (each.font.size for each in chain)
            bolds = (each.font.bold for each in chain)
            self._known[name] = _Style(
                (chain[0].name if chain else None) or "",
                next((level[0] for level in levels if level), ""),
                next((size.pt for size in sizes if size), 0.0),
                next((bold for bold in bolds if bold is not None), False),
            )
        return self._known[name]


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


def _based(style: object) -> Iterator[ParagraphStyle]:
    """Give a paragraph style and those that it is based on."""
    for _ in range(20):  # a style may be based on itself
        if isinstance(style, ParagraphStyle):
            yield style
            style = style.base_style
