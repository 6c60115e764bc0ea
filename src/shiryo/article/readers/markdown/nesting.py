"""Markdown of any depth: what is nested deeper than anybody reads stands side by side.

Parsers of CommonMark leave out what is deeper than their bound, and look for the end of each
bracket up to the end of the text.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import image, link
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from shiryo import lazy_re as re

LEVELS = 150
"""Levels of blocks that the parser is to take; `flat` leaves fewer."""
_MARK = r"(?:[ \t]{0,4}(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))"
_MARKS = re.compile(rf"({_MARK}{{30}}){_MARK}+")
_INDENTED = re.compile(r"[ \t]{20,}+(?=[-*+]\s|\d{1,9}[.)]\s)")
_WIDEST = 76
"""Columns of indentation that tell one list from another: 38 levels."""
_BRACKETS = 30
"""Brackets in brackets that may be links."""
_EMPHASIS = re.compile(r"(em|strong|s)_(open|close)")


def plugin(parser: MarkdownIt) -> None:
    """Look for links and pictures only where few brackets are open."""
    parser.inline.ruler.at("link", _where_few_are_open(link))
    parser.inline.ruler.at("image", _where_few_are_open(image))


def flat(lines: Sequence[str]) -> Iterator[str]:
    """Give the lines with no more quotations and lists in each other than are read."""
    for line in lines:
        indented = _INDENTED.match(line)
        if indented and len(indented[0].expandtabs(4)) > _WIDEST:
            line = " " * _WIDEST + line[indented.end() :]
        yield _MARKS.sub(r"\1", line, count=1) if _MARKS.match(line) else line


def without_emphasis(tokens: list[Token]) -> list[Token]:
    """Return the tokens without marks of emphasis, which may nest without bound.

    Text under them has ``s``, ``strong`` or ``em`` in its ``meta``.
    """
    for token in tokens:
        depth: Counter[str] = Counter()
        for each in token.children or ():
            if found := _EMPHASIS.fullmatch(each.type):
                depth[found[1]] += 1 if found[2] == "open" else -1
            each.meta |= {name: True for name, levels in depth.items() if levels > 0}
        if token.children:
            token.children = [t for t in token.children if not _EMPHASIS.fullmatch(t.type)]
    return tokens


def _where_few_are_open(
    rule: Callable[[StateInline, bool], bool],
) -> Callable[[StateInline, bool], bool]:
    def guarded(state: StateInline, silent: bool) -> bool:
        sign = state.src[state.pos]
        if sign not in "[!":
            return False
        known = state.env.setdefault("open brackets", {})
        if state.src not in known:
            known[state.src] = _open(state.src)
        depths, last = known[state.src]
        return state.pos < last and depths[state.pos] < _BRACKETS and rule(state, silent)

    return guarded


def _open(text: str) -> tuple[list[int], int]:
    """Return how many brackets are open before each character, and where the last closes."""
    depths, depth = [], 0
    for sign in text:
        depths.append(depth)
        depth = depth + 1 if sign == "[" else max(0, depth - (sign == "]"))
    return depths, text.rfind("]")
