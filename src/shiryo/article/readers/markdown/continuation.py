"""Where an item of Markdown ends before the next line, though no blank line parts them.

CommonMark 5.1 takes a line of text flush left for a lazy continuation of the item above it. A
Japanese author who writes a sentence flush left below a short item begins a paragraph, and so does
one who writes it below the last of several items that take a line each.
"""

from markdown_it import MarkdownIt
from markdown_it.rules_block.state_block import StateBlock

from shiryo import lazy_re as re
from shiryo.article.structure import torn
from shiryo.japanese.width import width

_WRAPPED = 25
"""Characters from which an editor may have wrapped a line."""
_NEAR = 0.75
"""Share of the longest line, from which on a line may have ended where the window did."""
_ENDS = re.compile(r"[。、，！？!?：:]$")
_OPEN = re.compile(r"[。、，！？!?：:ぁ-ん]$")
_SENTENCE = re.compile(r"。(?:$|[^」』）)])")
_MARKED = re.compile(r" {0,3}(?:\d{1,3}[.)]|[-*+])[ \t]+\S")
_SINGLE = 3
"""Items of a line each, right above each other, below which a sentence is none of theirs."""


def plugin(parser: MarkdownIt) -> None:
    """End an item before a sentence flush left that cannot go on with it."""
    parser.block.ruler.before("paragraph", "sentence", _begins, {"alt": ["paragraph"]})


def breaks(text: str, sign: str) -> str:
    """Return lines of an item with ``sign`` for each break that its author must have meant.

    So is one after a short noun, above a sentence (a term and what it means), and one after a
    predicate far from where the editor's window ends; others are where it ended.
    """
    made, before = "", ""
    far = _NEAR * max(map(width, text.split("\n")))
    for line in text.split("\n"):
        made += (sign if _is_meant(before, line, far) else "\n") if made else ""
        made += line
        before = line.strip()
    return made


def _is_meant(before: str, line: str, far: float) -> bool:
    if before and len(before) < _WRAPPED and not _OPEN.search(before) and _SENTENCE.search(line):
        return True
    apart = width(before) < far and torn.is_whole(before, line)
    return apart and not torn.runs_on(before, line)


def _begins(state: StateBlock, line: int, _: int, silent: bool) -> bool:
    """Tell, of a line below text in an item, whether it begins a paragraph of its own."""
    if not silent or not 0 <= state.sCount[line] < state.blkIndent or line == 0:
        return False
    before = state.getLines(line - 1, line, state.blkIndent, False).strip()
    text = state.getLines(line, line + 1, 0, False).strip()
    wraps = len(before) >= _WRAPPED or _ENDS.search(before)
    apart = not wraps or (before.endswith("。") and _closes(state, line))
    return apart and _SENTENCE.search(text) is not None


def _closes(state: StateBlock, line: int) -> bool:
    """Tell whether a single line stands right below the last of several items of a line each."""
    above = (state.getLines(n, n + 1, 0, False) for n in range(line - _SINGLE, line))
    ends = line + 1 >= state.lineMax or state.isEmpty(line + 1)
    return ends and line >= _SINGLE and all(map(_MARKED.match, above))
