"""Whether a suggested wording says no more, and nothing else, than the lines behind it."""

import re
import unicodedata

from shiryo.drafting.wording.shorten import LIMIT
from shiryo.facts import guard
from shiryo.facts.facts import unsupported
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words
from shiryo.messages import wording

_MOST_NEW = 0.2
"""The share of words of content that the cited lines need not have: for other words of the same."""
_CONTENT = ("名詞", "動詞", "形容詞", "形状詞")
_FORMAL = re.compile(
    r"こと|もの|ため|とき|ところ|的|性|化|する|ある|いる|なる|できる|よう|必要|可能"
)
_MARKUP = re.compile(r"https?://|\]\(|\{\{|\{%|\^\[|<[a-zA-Z/]|`")


def reason_against(text: str, drafted: str, cited: str) -> str:
    """Return why ``text`` may not stand in the place of ``drafted``, in Japanese; empty if it may.

    All are plain text; ``cited`` is what the drafted statement cites of the article.
    """
    if not text or any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp") for c in text):
        return wording("causes.assist.no-line")
    if _MARKUP.search(text):
        return wording("causes.assist.marks")
    if width(text) > max(LIMIT, width(drafted)):
        return wording("causes.assist.long", most=f"{LIMIT:.0f}")
    if found := unsupported(text, cited):
        return "、".join(wording(f"causes.assist.unsupported.{f.kind}", text=f.text) for f in found)
    if new := _foreign(text, cited):
        return wording("causes.assist.foreign", words="、".join(new))
    if guard.loses_voice(drafted, text):
        return wording("causes.assist.voice")
    if guard.denies_otherwise(drafted, text):
        return wording("causes.assist.denial")
    return ""


def _foreign(text: str, cited: str) -> list[str]:
    """Return the words of content that ``cited`` lacks, if they are more than rewording takes."""
    known = {word.base for word in words(cited)}
    said = [word for word in words(text) if _counts(word)]
    new = [w.surface for w in said if w.base not in known and w.surface not in cited]
    names = [w.surface for w in said if w.sub == "固有名詞" and w.surface in new]
    return new if names or len(new) > _MOST_NEW * len(said) else []


def _counts(word: Word) -> bool:
    return (
        word.pos in _CONTENT
        and not _FORMAL.fullmatch(word.base)
        and word.sub not in ("非自立可能", "数詞")
    )
