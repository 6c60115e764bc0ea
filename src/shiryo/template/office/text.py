"""How a placeholder or a text of a file is set: what it says, and what it has from its master."""

from collections.abc import Iterator, Sequence
from typing import Any

from shiryo.template.office.colours import Scheme
from shiryo.template.office.markup import A, integer, local, points, said
from shiryo.template.office.model import Align, Anchor, TextLevel

_SINGLE = 1.2
"""What 100 % line spacing is, in em: as the writer of decks has it."""
_ALIGN: dict[str, Align] = {"ctr": "center", "r": "right"}
_ANCHORS: dict[str, Anchor] = {"ctr": "middle", "b": "bottom"}
_INSETS = {"lIns": 91440, "tIns": 45720, "rIns": 91440, "bIns": 45720}
"""Where a text does not say them (ECMA-376-1 § 21.1.2.1.1)."""
_DEEPEST = 5
_SIZE = 1800
_SYMBOLS = {
    "l": "●", "n": "■", "u": "◆", "q": "□", "§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "p": "□",
    "w": "◆", "o": "○", "à": "→", "¡": "○", "Ÿ": "•", "·": "•", "¨": "□", "£": "◇",
}  # fmt: skip
"""Characters of Wingdings that serve as bullets, by what they look like."""
_PICTURE = "•"
"""Stands for a bullet that is a picture."""


def frame(bodies: Sequence[Any]) -> tuple[tuple[float, float, float, float], Anchor, bool]:
    """Return insets, anchor and whether text runs downwards; each from the first that says it."""

    def first(name: str) -> str | None:
        return next((b.get(name) for b in bodies if b is not None and b.get(name)), None)

    left, top, right, bottom = (points(first(name), usual) for name, usual in _INSETS.items())
    anchor = _ANCHORS.get(first("anchor") or "t", "top")
    return (left, top, right, bottom), anchor, (first("vert") or "horz") != "horz"


def levels(styles: Sequence[Any], scheme: Scheme, ground: str) -> tuple[TextLevel, ...]:
    """Return how each level is set by lists of styles, of which the first that says it holds.

    Lists are ``a:lstStyle`` and the like, the nearest first; what stands on ``ground``.
    """
    return tuple(_level([*_properties(styles, n)], scheme, ground) for n in range(_DEEPEST))


def own(paragraph: Any, styles: Sequence[Any], scheme: Scheme, ground: str) -> TextLevel:
    """Return how a paragraph of a text is set, by itself, its first run and lists of styles."""
    said_ = paragraph.find(f"{A}pPr")
    level = integer(said_.get("lvl")) if said_ is not None else 0
    made = [said_] if said_ is not None else []
    run = next((e for e in paragraph.iter(f"{A}rPr")), None)
    found = [*made, *_properties(styles, level)]
    return _level(found, scheme, ground, run)


def _properties(styles: Sequence[Any], level: int) -> Iterator[Any]:
    for style in styles:
        found = style.find(f"{A}lvl{level + 1}pPr") if style is not None else None
        if found is not None:
            yield found


def _level(found: Sequence[Any], scheme: Scheme, ground: str, run: Any = None) -> TextLevel:
    runs = [e for e in (run, *(f.find(f"{A}defRPr") for f in found)) if e is not None]
    size = next((integer(r.get("sz")) for r in runs if r.get("sz")), _SIZE) / 100
    fills = (scheme.of(r.find(f"{A}solidFill"), ground) for r in runs)
    colour = next((c for c in fills if c), scheme.named.get("tx1", "000000"))
    strong = next((s for r in runs if (s := said(r, "b")) is not None), False)
    align = next((f.get("algn") for f in found if f.get("algn")), "l")
    bullet = _bullet(found)
    hang = -points(next((f.get("indent") for f in found if f.get("indent")), "0"))
    margin = points(next((f.get("marL") for f in found if f.get("marL")), "0"))
    marked = next((c for f in found if (c := scheme.of(f.find(f"{A}buClr"), ground))), colour)
    return TextLevel(
        size,
        colour,
        strong,
        _leading(found, size),
        _ALIGN.get(align, "left"),
        _before(found, size),
        bullet,
        marked if bullet else "",
        margin if margin >= 0 else 0,
        max(hang, 0) if bullet else 0,
    )


def _bullet(found: Sequence[Any]) -> str:
    """Return the bullet of a level (§ 21.1.2.4)."""
    for each in found:
        for child in each:
            match local(child):
                case "buNone":
                    return ""
                case "buAutoNum":
                    return "1"
                case "buBlip":
                    return _PICTURE
                case "buChar":
                    return _character(child.get("char", ""), found)
    return ""


def _character(char: str, found: Sequence[Any]) -> str:
    fonts = (f.find(f"{A}buFont") for f in found)
    font = next((f.get("typeface", "") for f in fonts if f is not None), "")
    if "ingdings" in font or "Symbol" in font or "ebdings" in font:
        at = ord(char[0]) if char else 0
        return _SYMBOLS.get(chr(at - 0xF000) if 0xF000 <= at < 0xF100 else char[:1], _PICTURE)
    return char[:1] or _PICTURE


def _leading(found: Sequence[Any], size: float) -> float:
    spaced = next((s for f in found if (s := f.find(f"{A}lnSpc")) is not None), None)
    if spaced is None:
        return _SINGLE
    for child in spaced:
        value = integer(str(child.get("val", "")).rstrip("%"))
        if local(child) == "spcPct" and value:
            return _SINGLE * value / (100_000 if value > 1000 else 100)
        if local(child) == "spcPts" and value:
            return value / 100 / size
    return _SINGLE


def _before(found: Sequence[Any], size: float) -> float:
    """Return the space over a paragraph; a share is one of its line (§ 21.1.2.2.10)."""
    spaced = next((s for f in found if (s := f.find(f"{A}spcBef")) is not None), None)
    for child in spaced if spaced is not None else ():
        value = integer(str(child.get("val", "")).rstrip("%"))
        if local(child) == "spcPct":
            return size * _SINGLE * value / 100_000
        if local(child) == "spcPts":
            return value / 100
    return 0
