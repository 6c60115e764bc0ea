"""LaTeX's formulas as readable text, by the forms of `formulas`: ``\\frac{a}{b}`` is ``a/b``.

What a person writes between ``$`` in Markdown and ``\\(`` in web pages; macros are not known, and
a command without a form is its own name.
"""

from collections.abc import Iterator

from shiryo import lazy_re as re
from shiryo.article import formulas
from shiryo.article.runs import raised

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_&]|\s+|\d+(?:[.,]\d+)*|.", re.S)
_DEEPEST = 20
"""Groups in groups that are read; of deeper ones the brackets go."""
INLINE = re.compile(
    r"\\\((?P<round>[^()\\]*+(?:\\[^)][^\\]*+){0,40})\\\)"
    r"|\$(?P<dollar>[^$\s][^$\n]{0,200}?)(?<!\s)\$(?!\d)"
)
"""A formula in running text."""
_SIGNS = dict(
    pair.split("=")
    for pair in re.findall(
        r"\S+",
        "alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ iota=ι kappa=κ"
        " lambda=λ mu=μ nu=ν xi=ξ pi=π rho=ρ sigma=σ tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ"
        " omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Phi=Φ Psi=Ψ Omega=Ω"
        " times=× cdot=· div=÷ pm=± mp=∓ ast=* le=≤ leq=≤ leqq=≦ ge=≥ geq=≥ geqq=≧ ne=≠ neq=≠"
        " approx=≈ sim=〜 simeq=≃ equiv=≡ propto=∝ infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫"
        " to=→ rightarrow=→ Rightarrow=⇒ leftarrow=← leftrightarrow=↔ in=∈ notin=∉ subset=⊂"
        " subseteq=⊆ cup=∪ cap=∩ emptyset=∅ forall=∀ exists=∃ neg=¬ land=∧ lor=∨ cdots=⋯ ldots=…"
        " dots=… circ=° degree=° prime=′ angle=∠ perp=⊥ parallel=∥ because=∵ therefore=∴ ell=ℓ"
        " langle=〈 rangle=〉 vert=| mid=| hbar=ℏ",
    )
)
_SPACES = ("quad", "qquad", ",", ";", ":", " ", "\\", "!")
_INDEXED = re.compile(r"_[^\W\d_]+$")
"""How a sign ends that has letters as its index."""
_SCRIPTED = re.compile(r"[^\s_()](?:_[^\W_]+|_\([^()]*\)|[₀-₉]+)")
"""A sign with its index, which needs no brackets below an exponent."""
_SILENT = ("left", "right", "big", "Big", "displaystyle", "limits", "nolimits", "middle")


def text(source: str) -> str:
    """Return a formula as text: ``\\pi r^2`` is ``πr²``."""
    tokens = (token for token in _TOKEN.findall(re.sub(r"\\(begin|end)\{[^{}]*\}", " ", source)))
    said = "".join(_row(tokens, 0))
    return formulas.letters(" ".join(said.split()))


def in_text(words: str) -> str:
    """Return running text with its formulas readable; a lone ``$5`` is money."""
    if "$" not in words and "\\(" not in words:
        return words
    return INLINE.sub(_found, words)


def _found(found: re.Match[str]) -> str:
    inside: str = found["round"] or found["dollar"] or ""
    is_formula = found["dollar"] is None or re.search(r"[\\^_{}=]|^[A-Za-z]$", inside)
    return text(inside) if is_formula else found[0]


def _row(tokens: Iterator[str], depth: int) -> list[str]:
    """Return the atoms up to the end of a group, each with its index and its exponent."""
    atoms: list[str] = []
    for token in tokens:
        if token == "}":
            break
        if token in ("^", "_") and atoms:
            script = _argument(tokens, depth)
            atoms[-1] = _scripted(atoms[-1], token, script)
        else:
            atom = _atom(token, tokens, depth)
            before = next((each for each in reversed(atoms) if each), "")
            if _INDEXED.search(before) and atom[:1].isalnum():
                atoms.append(" ")  # x_a x_b: the next factor is no part of the index
            if atom.strip() or not (atoms and atoms[-1].endswith(" ")):
                atoms.append(atom)
    return atoms


def _scripted(base: str, token: str, script: str) -> str:
    """Return a sign with its index or its exponent; an index of letters needs no brackets."""
    if script == "°":
        return base + script
    if token == "^":
        one = len(base) > 1 and _SCRIPTED.fullmatch(base)
        return base + raised(script) if one else formulas.scripts(base, above=script)
    word = base.isalnum() and len(script) > 1 and script.isalpha()
    return f"{base}_{script}" if word else formulas.scripts(base, script)


def _atom(token: str, tokens: Iterator[str], depth: int) -> str:
    if token == "{":
        return "".join(_row(tokens, depth + 1)) if depth < _DEEPEST else ""
    if not token.startswith("\\"):
        return "" if token.isspace() else " " if token == "&" else token.replace("'", "′")
    name = token[1:]
    if name in ("frac", "dfrac", "tfrac"):
        return formulas.fraction(_argument(tokens, depth), _argument(tokens, depth))
    if name == "sqrt":
        return _root(tokens, depth)
    if name in ("bar", "overline"):
        said = _argument(tokens, depth)
        return f"{said}\u0304" if len(said) == 1 else f"{name} {said}"
    if name in _SPACES:
        return "" if name == "!" else " "
    return "" if name in _SILENT else _SIGNS.get(name, _word(name))


def _word(name: str) -> str:
    """Return a command without a sign: sin, log and a bracket are said, a style is not."""
    styles = r"(math|text|operator|overset|overbrace|under|bm|label|tag|rm|bf|it).*"
    return "" if re.fullmatch(styles, name) else f"{name} " if len(name) > 1 else name


def _root(tokens: Iterator[str], depth: int) -> str:
    first, degree = _next(tokens), ""
    if first == "[":
        inside = []
        for token in tokens:
            if token == "]":
                break
            inside.append(token)
        degree, first = "".join(inside), _next(tokens)
    return formulas.root(_atom(first, tokens, depth), degree)


def _argument(tokens: Iterator[str], depth: int) -> str:
    return _atom(_next(tokens), tokens, depth).strip()


def _next(tokens: Iterator[str]) -> str:
    return next((token for token in tokens if not token.isspace()), "")
