"""Signs of fonts that give letters other shapes, as the characters of Unicode that look like them.

Wingdings as in Unicode 7.0 (L2/12-368), Symbol as in Adobe's table; where Unicode's own sign is in
hardly any font, the common one that looks like it. ``〓`` stands for one that is not known.
"""

_UNKNOWN = "〓"


def _table(*stretches: tuple[int, str]) -> dict[int, str]:
    """Return the signs from a code on, each stretch one after the other; ``〓`` says nothing."""
    return {
        first + n: sign
        for first, signs in stretches
        for n, sign in enumerate(signs)
        if sign != _UNKNOWN
    }


_WINGDINGS = _table(
    (0x22, "✂✁"), (0x28, "☎✆✉"), (0x36, "⌛⌨"), (0x3E, "✇✍"), (0x41, "✌"), (0x45, "☜☞☝☟"),
    (0x4A, "☺"), (0x4C, "☹"), (0x4E, "☠⚐"), (0x51, "✈☼"), (0x54, "❄"), (0x58, "✠✡☪☯ॐ☸"),
    (0x5E, "♈♉♊♋♌♍♎♏♐♑♒♓&&●❍■□□❑❒◆◆◆❖◆☒"), (0x7A, "⌘❀✿❝❞"), (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩"),
    (0x8B, "⓿❶❷❸❹❺❻❼❽❾❿"), (0x9E, "・•▪○◉◉◉◎"), (0xA7, "▪□▲✦★✶✴✹✵"), (0xB1, "⌖"), (0xB5, "✪✰"),
    (0xD8, "➢"), (0xDC, "➲"), (0xDF, "←→↑↓↖↗↙↘←➔↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳"), (0xFB, "✗✓☒☑"),
)  # fmt: skip
_WINGDINGS_2 = _table(
    (0x4F, "✗✓☒☑☒☒"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x96, "•●"), (0xA0, "■〓■□"),
)  # fmt: skip
_WINGDINGS_3 = _table(
    (0x66, "←→↑↓↖↗↙↘"), (0x70, "▲▼△▽◀▶◁▷"), (0x7D, "▶"),
)  # fmt: skip
_SYMBOL = {each: chr(each) for each in range(0x21, 0x7F)} | _table(
    (0x22, "∀〓∃〓〓∋"), (0x2A, "∗〓〓−"), (0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"), (0x5C, "∴〓⊥"),
    (0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"), (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…"), (0xBF, "↵ℵ"),
    (0xC4, "⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊"), (0xE5, "∑"), (0xF2, "∫"),
)  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3,
    "symbol": _SYMBOL, "webdings": {0x61: "✓", 0x72: "✗", 0x67: "■", 0x63: "□"},
}  # fmt: skip


def sign(font: str, code: int) -> str:
    """Return what a font shows for a code; one of U+F000–F0FF stands for its last byte."""
    known = _FONTS.get(font.strip().lower())
    if known is None and not 0xE000 <= code <= 0xF8FF:
        return chr(code) if 0x20 <= code < 0xD800 else _UNKNOWN
    return (known or {}).get(code & 0xFF, _UNKNOWN)


def signs(font: str, text: str) -> str:
    """Return a text that is set in such a font as what it shows."""
    if font.strip().lower() not in _FONTS:
        return text
    return "".join(each if each.isspace() else sign(font, ord(each)) for each in text)
