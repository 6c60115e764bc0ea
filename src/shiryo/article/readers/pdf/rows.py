"""A page of a PDF → its rows: characters that stand side by side on one line, with their look.

All lengths are in points, from the top left of the page. Vertical pages (縦書き) are turned so that
their lines run from left to right like all others.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.plain import plain
from shiryo.article.readers.pdf.chars import Char, is_vertical, placed
from shiryo.values import dataclass

RAISED, LOWERED = "\ue002", "\ue003"
GAP = 0.8
"""In ems: from which gap on two stretches of a line are two rows."""
_STRONG = re.compile(
    r"bold|heavy|black|demi|[-,]b$|[-_]?w[6-9]$|太|ultra|extrab|[-_]([6-9]00|eb|ub|db)$", re.I
)
_GOTHIC = re.compile(r"goth|ゴシック|sans|kaku|maru|meiryo|メイリオ|arial|helvetica|-gt", re.I)
_MINCHO = re.compile(r"mincho|明朝|serif|ryumin|song|times|century|ming", re.I)
_RUBY = re.compile(r"[ぁ-ヿ]+")
_FONTS = 500
"""Names of fonts whose look is kept."""
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of one line, or a table."""

    text: str
    """Raised figures that may call for a footnote stand between `RAISED` and `LOWERED`."""
    page: int
    """1-based."""
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    """Of most of its characters, in points."""
    strong: bool
    """Whether it is bold."""
    gothic: bool
    """Whether it is set without serifs; with `strong` what marks headings in Japanese."""
    tag: str = ""
    """What a tagged PDF says that it is: ``H1``, ``LBody`` (ISO 32000-1 §14.8.4)."""
    stops: tuple[float, ...] = ()
    """Where its stretches begin, if it has several: a label and its text."""
    cells: tuple[tuple[str, ...], ...] = ()
    """Of a table."""


def rows(chars: Sequence[Char], page: int, width: float) -> list[Row]:
    """Return the rows of a page, from the top; ``width`` is that of the page."""
    shown = _shown(chars)
    if is_vertical(shown):
        shown = [_turned(char, width) for char in shown]
    return [row for line in _read(shown, page) for row in line]


def words(chars: Sequence[Char]) -> str:
    """Return what stands in a cell of a table, line by line."""
    return "\n".join(" ".join(row.text for row in line) for line in _read(_shown(chars), 0))


def _shown(chars: Sequence[Char]) -> list[Char]:
    return [char for char in chars if char.tag != "Artifact" and char.size > 1]


def _read(chars: Sequence[Char], page: int) -> list[list[Row]]:
    """Return the rows of each line, readings left out."""
    made = ([_row(each, page) for each in _stretches(line)] for line in _lines(chars))
    found = [[row for row in line if row.text] for line in made]
    every = [row for line in found for row in line]
    return [[row for row in line if not _is_ruby(row, every)] for line in found]


def _turned(char: Char, width: float) -> Char:
    """Return a character of a vertical page as if the page were turned to the left."""
    return placed(char, (char.top, width - char.x1, char.bottom, width - char.x0))


def _lines(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """Group characters into lines: those whose middles are within half an em of the first."""
    line: list[Char] = []
    first = size = 0.0
    for middle, _, char in sorted((c.top + c.bottom, n, c) for n, c in enumerate(chars)):
        if line and middle - first > 0.9 * max(size, char.size):
            yield line
            line = []
        if not line:
            first, size = middle, char.size
        line.append(char)
    if line:
        yield line


def _stretches(line: Sequence[Char]) -> Iterator[list[Char]]:
    """Split a line where there is a gap; drop what is drawn twice to look bold."""
    found: list[Char] = []
    for char in sorted(line, key=lambda c: (round(c.x0, 1), -c.top)):
        before = found[-1] if found else None
        if before:
            size = max(before.size, char.size)
            if char.text == before.text and abs(char.x0 - before.x0) < 0.15 * size:
                continue
            if char.x0 - before.x1 > GAP * size:
                yield found
                found = []
        found.append(char)
    if found:
        yield found


def _row(chars: Sequence[Char], page: int) -> Row:
    inked = [c for c in chars if not c.text.isspace()] or list(chars)
    sizes = Counter[float]()
    for exact, count in Counter([c.size for c in inked]).items():
        sizes[round(exact, 1)] += count
    size = sizes.most_common(1)[0][0]
    main = [c for c in inked if abs(c.size - size) < 0.15 * size] or inked
    strong = _share([c.font for c in main], _is_strong)
    gothic = _share(
        [c.font for c in main if _WIDE.match(c.text)] or [c.font for c in main], _is_gothic
    )
    return Row(
        _words(chars, size), page, inked[0].x0, max(c.x1 for c in inked),
        min(c.top for c in main), max(c.bottom for c in main), size, strong > 0.8, gothic > 0.8,
        Counter([c.tag for c in inked]).most_common(1)[0][0],
    )  # fmt: skip


def _share(fonts: Sequence[str], looks: Callable[[str], bool]) -> float:
    """Return what share of the characters of ``fonts`` look so."""
    return sum(count for font, count in Counter(fonts).items() if looks(font)) / len(fonts)


@lru_cache(maxsize=_FONTS)
def _is_strong(font: str) -> bool:
    return bool(_STRONG.search(font))


@lru_cache(maxsize=_FONTS)
def _is_gothic(font: str) -> bool:
    return bool(_GOTHIC.search(font)) and not _MINCHO.search(re.sub(r"sans-?serif", "", font))


def _words(chars: Sequence[Char], size: float) -> str:
    """Return the text; gaps between Latin letters are spaces, narrow ones beside Japanese not."""
    text = ""
    floor = max((c.bottom for c in chars if c.size > 0.9 * size), default=0.0)
    up = False
    gaps = sorted((b.x0 - a.x1) / b.size for a, b in pairwise(chars))
    usual = max(0.0, gaps[len(gaps) // 2]) if gaps else 0.0
    for before, char in zip([None, *chars], chars, strict=False):
        apart = (char.x0 - before.x1) / char.size if before else 0
        latin = text[-1:].isascii() and char.text[0].isascii() and text[-1:] != " " != char.text
        raised = char.size < 0.8 * size and floor - char.bottom > 0.2 * size
        if raised is not up:
            text += RAISED if raised else LOWERED
        text += " " * (apart > (0.18 if latin else usual + 0.5)) + char.text
        up = raised
    return closed(plain(text + LOWERED * up))


def closed(text: str) -> str:
    """Return ``text`` without the spaces that only set Japanese and Latin apart in print."""
    text = " ".join(re.sub(r"[\x00-\x1f\xad\u200b\ufeff]", " ", text).split(" "))
    return re.sub(r" {2,}", " ", text).strip()


def _is_ruby(row: Row, others: Sequence[Row]) -> bool:
    """Tell whether a row is the reading of kanji below it (JLREQ §3.3)."""
    if not _RUBY.fullmatch(re.sub(r"\s", "", row.text)):
        return False
    return any(
        base.size >= 1.6 * row.size
        and -0.6 * row.size < base.top - row.bottom < 0.8 * row.size
        and base.x0 - row.size < row.x0
        and row.x1 < base.x1 + row.size
        for base in others
    )


def merged(parts: Sequence[Row]) -> Row:
    """Return rows of one line as one, a space where they stood apart."""
    first = parts[0]
    longest = max(parts, key=lambda row: len(row.text))
    return replace(
        longest, text=" ".join(row.text for row in parts), x0=first.x0,
        x1=max(row.x1 for row in parts), top=min(row.top for row in parts),
        bottom=max(row.bottom for row in parts), strong=all(row.strong for row in parts),
        stops=tuple(row.x0 for row in parts) if len(parts) > 1 else (),
    )  # fmt: skip
