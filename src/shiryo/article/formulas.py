"""Formulas as text that a person can read: ``S=πr²``, ``(a+b)/2``, ``√2``, ``∑_(k=1)ⁿ k``.

Office's markup (OMML, ECMA-376-1 §22.1) and MathML 3 say the same things under other names; both
are read here with the same small set of forms, which readers of LaTeX may use as well.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from shiryo import lazy_re as re
from shiryo.article.runs import lowered, raised

_INVISIBLE = re.compile("[\u2061-\u2064\u200b\ufe0e\ufe0f]")
_STYLED = re.compile("[\u210a-\u2113\u211b-\u211d\u2124\u2128-\u2131\u2133\U0001d400-\U0001d7ff]")
_FACTOR = re.compile(r"(\d+(?:[.,]\d+)*|[^\W\d_]|[\u3040-\u9fff]+|√\d+)[⁰¹²³⁴-⁹⁻ⁿ₀-₉′]*")
"""What needs no brackets below a line, under a root or under an exponent."""
_PRODUCT = re.compile(r"[\w⁰¹²³⁴-⁹⁻ⁿ₀-₉′√]+")
"""What needs none above a line."""
_SIGNS = "∑∏∐∫∬∭∮⋀⋁⋂⋃′"
"""Signs that take an index and an exponent as they are."""


def letters(text: str) -> str:
    """Return ``text`` in plain letters: 𝑆 is S; signs that only tell machines apart are none."""
    plain = _STYLED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return _INVISIBLE.sub("", plain)


def fraction(above: str, below: str) -> str:
    """Return a fraction on one line: ``1/2``, ``(a+b)/c``."""
    over = above if _PRODUCT.fullmatch(above) else _enclosed(above)
    return f"{over}/{_enclosed(below)}"


def root(base: str, degree: str = "") -> str:
    """Return a root: ``√2``, ``√(a+b)``, ``³√x``."""
    return f"{raised(degree) if degree and degree != '2' else ''}√{_enclosed(base)}"


def scripts(base: str, below: str = "", above: str = "") -> str:
    """Return a sign with an index and an exponent, each may be nothing."""
    held = base if base.isalnum() or base in _SIGNS else _enclosed(base)
    return held + (lowered(below) if below else "") + (raised(above) if above else "")


def function(name: str, argument: str) -> str:
    """Return a function and what it is of: ``sin x``, ``log₂(a+b)``."""
    apart = "" if argument[:1] in "([{|" else " "
    return f"{name}{apart}{argument}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a matrix, or cases, on one line: ``a b; c d``."""
    return "; ".join(" ".join(filter(None, row)) for row in rows)


def _enclosed(text: str) -> str:
    return text if not text or _FACTOR.fullmatch(text) or _is_one(text) else f"({text})"


def _is_one(text: str) -> bool:
    """Tell brackets around the whole, ``(a+b)``, from two pairs, ``(a)+(b)``."""
    depth = 0
    for at, sign in enumerate(text, 1):
        depth += (sign in "([{") - (sign in ")]}")
        if depth < 1:
            return at == len(text) > 1
    return False


def of_office(element: Any) -> str:
    """Return the words of a formula of an Office file (``m:oMath``, ``m:oMathPara``)."""
    return " ".join(letters(_office(element)).split())


def of_mathml(element: Any) -> str:
    """Return the words of a formula of a web page (``math``), with or without a namespace."""
    return " ".join(letters(_mathml(element)).split())


def _name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _office(element: Any) -> str:
    form = _OFFICE.get(_name(element))
    return form(element) if form else _inside(element)


def _inside(element: Any) -> str:
    return "".join(map(_office, element))


def _part(element: Any, name: str) -> str:
    return next((_inside(each).strip() for each in element if _name(each) == name), "")


def _said(element: Any, name: str, default: str) -> str:
    """Return ``m:val`` of a property of a form, whatever the prefix."""
    for properties in element:
        if _name(properties).endswith("Pr"):
            for each in properties:
                if _name(each) == name:
                    values = (v for key, v in each.attrib.items() if key.endswith("val"))
                    return str(next(values, default))
    return default


def _bracketed(element: Any) -> str:
    held = (_inside(each).strip() for each in element if _name(each) == "e")
    inner = _said(element, "sepChr", "|").join(held)
    return _said(element, "begChr", "(") + inner + _said(element, "endChr", ")")


def _n_ary(element: Any) -> str:
    sign = scripts(_said(element, "chr", "∫"), _part(element, "sub"), _part(element, "sup"))
    return f"{sign} {_part(element, 'e')}"


def _fraction(element: Any) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    if _said(element, "type", "bar") == "noBar":
        return table([[above], [below]])
    return fraction(above, below)


def _accented(element: Any) -> str:
    return _over(_part(element, "e"), _said(element, "chr", "\u0302"))


def _over(base: str, sign: str) -> str:
    """Return a sign with a mark over it, where Unicode has one that combines."""
    if len(base) == 1 and unicodedata.combining(sign[:1] or " "):
        return unicodedata.normalize("NFC", base + sign)
    return base


def _rows(element: Any, row: str, cell: str) -> str:
    rows = [each for each in element if _name(each) == row]
    return table([[_inside(c).strip() for c in r if _name(c) == cell] for r in rows])


def _text(element: Any) -> str:
    return "".join(element.itertext())


_Form = Callable[[Any], str]


def _nothing(_: Any) -> str:
    return ""


def _scripts(element: Any) -> str:
    return scripts(_part(element, "e"), _part(element, "sub"), _part(element, "sup"))


_OFFICE: dict[str, _Form] = {
    "t": _text,
    "f": _fraction,
    "rad": lambda e: root(_part(e, "e"), _part(e, "deg")),
    "sSup": _scripts,
    "sSub": _scripts,
    "sSubSup": _scripts,
    "sPre": lambda e: scripts("", _part(e, "sub"), _part(e, "sup")) + _part(e, "e"),
    "nary": _n_ary,
    "d": _bracketed,
    "func": lambda e: function(_part(e, "fName"), _part(e, "e")),
    "limLow": lambda e: scripts(_part(e, "e"), _part(e, "lim")),
    "limUpp": lambda e: scripts(_part(e, "e"), "", _part(e, "lim")),
    "bar": lambda e: _over(_part(e, "e"), "\u0305"),
    "acc": _accented,
    "m": lambda e: _rows(e, "mr", "e"),
    "eqArr": lambda e: table([[_inside(each).strip()] for each in e if _name(each) == "e"]),
    "phant": lambda e: _part(e, "e") if _said(e, "show", "1") in ("1", "on", "true") else "",
    "oMath": lambda e: _inside(e) + " ",
    **{f"{name}Pr": _nothing for name in (
        "r", "f", "rad", "sSup", "sSub", "sSubSup", "sPre", "nary", "d", "func", "limLow", "limUpp",
        "bar", "acc", "m", "eqArr", "phant", "ctrl", "box", "borderBox", "groupChr", "oMathPara",
        "arg",
    )},
    "delText": _nothing,
    "instrText": _nothing,
}  # fmt: skip


def _mathml(element: Any) -> str:
    form = _MATHML.get(_name(element))
    if form:
        return form(element)
    if len(element):
        return "".join(map(_mathml, element))
    return " ".join((element.text or "").split())


def _at(element: Any, place: int) -> str:
    parts = [each for each in element if _name(each)]
    return _mathml(parts[place]).strip() if place < len(parts) else ""


def _mathml_scripts(element: Any) -> str:
    name = _name(element)
    first, second = _at(element, 1), _at(element, 2)
    pairs = {"msup": ("", first), "mover": ("", first), "msubsup": (first, second),
             "munderover": (first, second)}  # fmt: skip
    base, (below, above) = _at(element, 0), pairs.get(name, (first, ""))
    if name == "mover" and above in _ACCENTS:
        return _over(base, _ACCENTS[above])
    return scripts(base, below, above) + (" " if base and base in _SIGNS else "")


def _fenced(element: Any) -> str:
    held = (_mathml(each).strip() for each in element if _name(each))
    inner = (element.get("separators") or ",")[:1].join(held)
    return f"{element.get('open', '(')}{inner}{element.get('close', ')')}"


def _mathml_fraction(element: Any) -> str:
    if re.fullmatch(r"0\D*", element.get("linethickness") or ""):
        return table([[_at(element, 0)], [_at(element, 1)]])
    return fraction(_at(element, 0), _at(element, 1))


_ACCENTS = {
    "¯": "\u0305",
    "‾": "\u0305",
    "^": "\u0302",
    "→": "\u20d7",
    "~": "\u0303",
    "˙": "\u0307",
}
_MATHML: dict[str, _Form] = {
    "mfrac": _mathml_fraction,
    "msqrt": lambda e: root("".join(map(_mathml, e)).strip()),
    "mroot": lambda e: root(_at(e, 0), _at(e, 1)),
    **dict.fromkeys(("msup", "msub", "msubsup", "munder", "mover", "munderover"), _mathml_scripts),
    "mfenced": _fenced,
    "mtable": lambda e: table(
        [[_mathml(cell).strip() for cell in row if _name(cell)] for row in e if _name(row)]
    ),
    "semantics": lambda e: _at(e, 0),
    "mspace": lambda _: " ",
    "mphantom": _nothing,
    "annotation": _nothing,
    "annotation-xml": _nothing,
}
