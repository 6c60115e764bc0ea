"""Headings of a PDF: by their tags, their places on slides, or their look."""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.readers.pdf.parts import BULLET, Look, Part
from shiryo.article.structure.numbering import depth
from shiryo.article.structure.recognisers.quotes import CREDIT

_LONGEST = 60
"""The longest heading, in characters."""
TAGS = ("H1", "H2", "H3", "H4", "H5", "H6")
"""Of headings in a tagged PDF (ISO 32000-1 §14.8.4.3.2)."""


def is_heading(part: Part, look: Look) -> bool:
    """Tell a heading from body text: larger, bolder, or tagged so."""
    first, text = part.rows[0], part.text
    if part.cells or CREDIT.match(text) or not re.search(r"[^\W\d_]", text):
        return False
    if len(text) > _LONGEST or text.endswith(("。", "、")) or BULLET.match(text):
        return False
    larger = first.size >= 1.12 * look.size
    bolder = first.strong and not look.strong and first.size > 0.95 * look.size
    gothic = first.gothic and not look.gothic and first.size > 0.95 * look.size
    return larger or bolder or gothic


def find_slide_titles(parts: Sequence[Part]) -> None:
    """Mark the largest part in the upper half of each page."""
    pages: dict[int, list[Part]] = {}
    for part in parts:
        if not part.cells and len(part.text) <= _LONGEST and re.search(r"[^\W\d_]", part.text):
            pages.setdefault(part.rows[0].page, []).append(part)
    for found in pages.values():
        top = max(found[:3], key=lambda part: part.rows[0].size)
        top.heads = not BULLET.match(top.text)


def find_levels(parts: Sequence[Part], name: str) -> dict[int, int]:
    """Return the level of each heading, by its place: 1 is the title, then by look and number."""
    heads = [n for n, part in enumerate(parts) if part.heads]
    if not heads:
        return {}
    title = _title(parts, heads, name)
    keys = {n: _rank(parts[n]) for n in heads if n != title}
    order = sorted(set(keys.values()))
    levels = {n: min(6, 2 + order.index(key)) for n, key in keys.items()}
    return levels | ({title: 1} if title is not None else {})


def _rank(part: Part) -> tuple[float, ...]:
    first = part.rows[0]
    if first.tag in TAGS:
        return (TAGS.index(first.tag),)
    return (-round(first.size), -first.strong, -first.gothic, depth(part.text))


def _title(parts: Sequence[Part], heads: Sequence[int], name: str) -> int | None:
    """Return which heading is the title: that of the metadata, or the largest of page one."""
    bare = re.sub(r"\W", "", name)
    first = parts[0].rows[0].page
    on_first = [n for n in heads if parts[n].rows[0].page == first]
    for n in on_first:
        if bare and re.sub(r"\W", "", parts[n].text) == bare:
            return n
    if not on_first:
        return None
    best = max(on_first, key=lambda n: parts[n].rows[0].size)
    rest = [parts[n].rows[0].size for n in heads if n != best]
    return best if best <= 3 and parts[best].rows[0].size > max(rest, default=0) else None
