"""The nouns by which an article speaks of its own matter: このアプリ, この規程.

このアプリ points back where an app was spoken of; but what opens sections that way, with nothing
above it, is what the whole article is about.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.article.model import PROSE
from shiryo.article.tree import Part
from shiryo.japanese.words import words

_THIS = re.compile(r"この([一-龠ァ-ヴーA-Za-z]{2,})(?=で?[はも]|[がのにを])")
_ITSELF = re.compile(
    r"(?<![一-龠ァ-ヴーA-Za-z])本([一-龠ァ-ヴーA-Za-z]{2,12})(?=で?[はも]|[がのにを])"
)
"""What a text calls its own matter outright: 本規程, 本サービス."""
_SECTIONS = 2
"""How many must begin so."""
_OF_A_TEXT = re.compile(r"セクション|チャプター|ページ|スライド|[章節項部編回]")
"""Parts of a text: この章 is another one in each."""


def nouns(parts: Sequence[Part]) -> frozenset[str]:
    """Return the nouns that stand with この in the first sentence of several sections."""
    found = Counter(noun for top in parts for part in top.walk() for noun in _opening(part))
    often = {noun for noun, count in found.items() if count >= _SECTIONS}
    texts = (b.text for top in parts for p in top.walk() for b in p.blocks if b.kind in PROSE)
    often |= {
        found[1:] for found in {m[0] for t in texts for m in _ITSELF.finditer(t)} if _is_this(found)
    }
    return frozenset(noun for noun in often if not _OF_A_TEXT.fullmatch(noun))


def _is_this(found: str) -> bool:
    """Tell whether 本 stands for this one in what was ``found``: 本規程, not 本質的."""
    return words(found)[0].surface == "本"


def _opening(part: Part) -> Iterator[str]:
    """Yield the nouns with この of a section's first sentence that does not name them before."""
    first = part.blocks[0] if part.blocks else None
    if first is None or first.kind not in PROSE:
        return
    sentence = first.text.partition("。")[0]
    named = {m[1]: m.start() for m in reversed([*_THIS.finditer(sentence)])}
    yield from (noun for noun, place in named.items() if noun not in sentence[:place])
