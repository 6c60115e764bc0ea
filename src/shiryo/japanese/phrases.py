"""A sentence as phrases (文節): content words, each with what is attached to it."""

from collections.abc import Sequence

from shiryo.japanese.brackets import OPEN, depth
from shiryo.japanese.words import Word, words
from shiryo.values import dataclass

NOMINAL = ("名詞", "接尾辞", "接頭辞", "補助記号", "形状詞", "記号")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A content word with what is attached to it (文節)."""

    text: str
    lead: str
    """Its first content word."""
    role: str
    """How it describes what follows: ``clause``, ``adjective``, ``の``; or ``other``."""
    noun: bool
    """Whether it begins with a noun."""
    name: bool
    """Whether it is a name, or in quotation marks."""
    size: int
    """Letters of the noun."""
    bare: bool
    """Whether it ends in a noun."""


def phrases(text: str) -> list[Phrase]:
    """Return the phrases of ``text``, in order; what is in brackets belongs to the one before."""
    groups: list[list[Word]] = []
    inside = 0
    for word in words(text):
        attached = word.pos in ("助詞", "助動詞", "補助記号", "接尾辞") or word.sub == "非自立可能"
        noun = word.pos in ("名詞", "接尾辞", "代名詞", "接頭辞")
        before = groups[-1][-1] if groups else word
        joined = noun and (before.pos in ("名詞", "接頭辞", "接尾辞") or before.surface == "・")
        joined = joined or word.surface in "（("
        if groups and (inside or joined or (attached and word.surface not in OPEN)):
            groups[-1].append(word)
        else:
            groups.append([word])
        inside = max(inside + depth(word.surface), 0)
    return [_phrase(group) for group in groups]


def _phrase(group: Sequence[Word]) -> Phrase:
    text = "".join(w.surface for w in group)
    content = [w for w in group if w.pos not in ("助詞", "助動詞", "補助記号")]
    lead = content[0].surface if content else text
    last = group[-1]
    describes = last.form.startswith(("連体形", "終止形"))
    adjective = last.pos == "形容詞" or (last.surface == "な" and last.pos == "助動詞")
    clause = "clause" if last.pos in ("動詞", "助動詞") and describes else "other"
    role = "の" if last.surface == "の" else "adjective" if adjective and describes else clause
    noun = bool(content) and content[0].pos in ("名詞", "接頭辞")
    size = sum(len(w.surface) for w in content if w.pos in NOMINAL)
    name = text[0] in "「『" or any(w.sub == "固有名詞" for w in content[:1])
    return Phrase(text, lead, role, noun, name, size, last.pos == "名詞")
