"""Emphasis beside Japanese: ``**「重要」**です`` is strong, which CommonMark alone does not see.

CommonMark §6.2 lets a run of ``*`` open or close only where spaces or punctuation stand around it,
as in Western text. Here a Japanese character counts as such a neighbour, and its punctuation as a
letter, after the idea of the specification of tats-u/markdown-cjk-friendly.
"""

import unicodedata

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import Delimiter, StateInline

from shiryo import lazy_re as re

_JAPANESE = re.compile(
    r"[\u1100-\u11ff\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    r"\ufe30-\ufe6f\uff01-\uff9f\uffe0-\uffe6\U0001f200-\U0001f2ff\U00020000-\U0003ffff]"
)

_RUN = re.compile(r"\*+|_+")


def plugin(parser: MarkdownIt) -> None:
    """Read ``*`` beside Japanese as its writer means it."""
    parser.inline.ruler.at("emphasis", _tokenize)


def _tokenize(state: StateInline, silent: bool) -> bool:
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    run = _RUN.match(state.src, state.pos)
    length = len(run[0]) if run else 0
    before = state.src[state.pos - 1] if state.pos else " "
    end = state.pos + length
    after = state.src[end] if end < len(state.src) else " "
    opens, closes = _flanks(before, after, marker)
    for _ in range(length):
        state.push("text", "", 0).content = marker
        token = len(state.tokens) - 1
        state.delimiters.append(Delimiter(ord(marker), length, token, -1, opens, closes))
    state.pos = end
    return True


def _flanks(before: str, after: str, marker: str) -> tuple[bool, bool]:
    """Tell whether a run between two characters can open and can close emphasis (§6.2)."""
    sides = (before, after)
    space = [side.isspace() for side in sides]
    wide = [bool(_JAPANESE.match(side)) for side in sides]
    sign = [unicodedata.category(side)[0] in "PS" for side in sides]
    western = [sign[n] and not wide[n] for n in (0, 1)]
    left = not space[1] and (not western[1] or space[0] or western[0] or wide[0])
    right = not space[0] and (not western[0] or space[1] or western[1] or wide[1])
    if marker == "*":
        times = before.isdigit() and after.isdigit()  # 2*3*4
        return (False, False) if times else (left, right)
    return left and (not right or sign[0]), right and (not left or sign[1])
