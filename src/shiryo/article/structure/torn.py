"""Lines that break within a sentence: the next line goes on with what the one before has begun.

Where a window or a page ended, a line stops within a word or before its particle; where a hand set
the break, a route or a row goes on behind the same sign. What may as well be two things stays two.
"""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.structure.lines import mark
from shiryo.japanese.brackets import depth
from shiryo.japanese.width import width
from shiryo.japanese.words import Word, words

_ENDED = re.compile(r"[。．.！？!?：:」』）)】〉》…]$")
_STOPPED = re.compile(r"[。．！？!?]$")
_WAVE = re.compile(r"[〜～~]")
_WAITS = re.compile(r"[、，＋〜～→（(「『]$")
"""What a line ends with that more has to follow."""
_GOES_ON = re.compile(r"[、。，）)」』】〉》〜～]|[＝=×÷](?![＝=])")
"""What a line cannot begin with."""
_OPENS = re.compile(
    r"といった|など[のがを、]|等の|のような|で(?:も|は|すが|すから|すので)|だ(?:から|が|って|けど|った[のら])|というわけ|というこ|というの|なので|ですので|が[、，]|けれど|から、"
    r"|と(?:はいえ|は|すると|ころ|なると|りわけ|言って)|な(?:ら|んて|お)"
)
"""Particles that begin a sentence as a conjunction, or take up a list."""
_COUNTS = re.compile(r"[(（]?(?:[ivx]{1,4}|[a-zA-Z])[)）.．]\s")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*")
_WRAPPED = 20
"""Characters from which a line may be one that was wrapped within a word of kanji."""
_TORN = 5
"""Characters of a line that may have been wrapped within a word."""
_NEAR = 10
"""Characters at a border that tell its words."""
_OF_CLAUSES = re.compile(
    r"こと|ため|もの|とき|ところ|よう|ほど|はず|わけ|まま|つもり|場合|可能性|[（(]"
)
"""Nouns that no sentence begins with, for a clause says what they are; a note on what is before."""
_KANA = re.compile(r"[ぁ-ん]")
_KATAKANA = re.compile(r"[ァ-ヴー]+")
_KANJI = re.compile(r"[一-龠]{2}")
_ALIKE = re.compile(r"[ァ-ヴー]{2}|[をがのは].")
"""The letters at a border without which no word tells anything."""
_NOUN = re.compile(r"[一-龠ァ-ヴー]$")
_PARTICLES = ("を", "が", "の", "は")
"""No heading and no item ends in them."""
_WEAK = ("に", "で", "と", "も")
"""Headings seldom end in them."""


def goes_on(before: str, after: str) -> bool:
    """Tell whether ``before`` breaks within a clause that ``after`` goes on with."""
    before, after = before.strip(), after.strip()
    if not before or not after or _ADDRESS.fullmatch(before) or _ADDRESS.fullmatch(after):
        return False
    if _is_framed(before) or _is_framed(after) or _begins(after):
        return False
    if _GOES_ON.match(after) or (_WAITS.search(before) and depth(before) >= 0):
        return _STOPPED.search(before) is None
    if _ended_apart(before, after):
        return False
    return _by_words(before, after)


def takes_up(before: str, after: str) -> bool:
    """Tell it even where something stands between them: a comma ends, or a particle begins."""
    paused = before.rstrip().endswith("、")
    return goes_on(before, after) and (paused or _by_particle(before.strip(), after.strip()))


def runs_on(before: str, after: str) -> bool:
    """Tell whether a line of a paragraph goes on in the next one of the same: …の10日に."""
    before, after = before.strip(), after.strip()
    if goes_on(before, after):
        return True
    if not before or not after or _ENDED.search(before) or _ADDRESS.match(after):
        return False
    last = words(before[-_NEAR:])[-1]
    weak = last.pos == "助詞" and last.surface in _WEAK
    weak |= before.endswith("ので")
    return weak and not (_is_framed(before) or _begins(after))


def waits(text: str) -> bool:
    """Tell whether a sentence of ``text`` goes on: a comma, particle or conjunction is last."""
    text = text.strip()
    if not text or _ENDED.search(text):
        return False
    last = words(text[-_NEAR:])[-1]
    return _WAITS.search(text) is not None or last.pos in ("助詞", "接続詞")


def are_cut(text: Sequence[str]) -> bool:
    """Tell whether a paragraph is cut at a width: most lines are about as long as the longest."""
    long = sorted(map(width, text[:-1]), reverse=True)
    return len(long) > 1 and sum(each >= long[0] * 0.75 for each in long) * 10 >= len(long) * 7


def is_whole(before: str, after: str) -> bool:
    """Tell whether ``before`` ends in a predicate that ``after`` needs for no noun: 捉える|こと."""
    if not before.strip() or _OF_CLAUSES.match(after.strip()):
        return False
    last = words(before.strip()[-_NEAR:])[-1]
    return last.form.startswith("終止形")


def _is_framed(text: str) -> bool:
    """Tell a line between two waves or dashes, which stands alone: 〜春の部〜."""
    return _WAVE.match(text) is not None and _WAVE.match(text[-1]) is not None


def _begins(after: str) -> bool:
    """Tell what a line that begins something new begins with."""
    return mark(after) is not None or bool(_COUNTS.match(after) or _OPENS.match(after))


def _ended_apart(before: str, after: str) -> bool:
    """Tell whether the first line has its end, and no particle follows its closing bracket."""
    ended = _ENDED.search(before)
    closes = ended is not None and before[-1] in "」』）)】〉》"
    return ended is not None and not (closes and _by_particle(before, after))


def _by_words(before: str, after: str) -> bool:
    wraps = len(before) >= _WRAPPED and _KANJI.fullmatch(before[-1] + after[0])
    if not (wraps or _KANA.match(after) or _ALIKE.fullmatch(before[-1] + after[0])):
        return False
    last, across, _ = _at_border(before, after)
    ends = last is not None and last.pos == "助詞" and last.surface in _PARTICLES
    return ends or _by_particle(before, after) or _is_within_word(before, across)


def _by_particle(before: str, after: str) -> bool:
    """Tell whether the second line begins with a particle, or with する of the noun before it."""
    *_, word = _at_border(before, after)
    if word is None or word.pos not in ("助詞", "助動詞") or word.sub == "終助詞":
        return word is not None and word.base == "する" and _NOUN.search(before) is not None
    alone = words(after[:_NEAR])[0]
    return alone.pos in ("助詞", "助動詞", "感動詞") or alone.surface == word.surface


def _is_within_word(before: str, across: Word | None) -> bool:
    """Tell whether a word reaches over the border: 譲渡に際/して, システ/ム."""
    if across is None or across.surface.isascii() or len(before) < _TORN:
        return False
    kana = _KANA.search(across.surface) or _KATAKANA.fullmatch(across.surface)
    return kana is not None or len(before) >= _WRAPPED


def _at_border(before: str, after: str) -> tuple[Word | None, Word | None, Word | None]:
    """Return the words before, over and behind the border of two lines, as far as there are any."""
    head, at = before[-_NEAR:], 0
    last: Word | None = None
    for word in words(head + after[:_NEAR]):
        end = at + len(word.surface)
        if end > len(head):
            return (None, word, None) if at < len(head) else (last, None, word)
        at, last = end, word
    return last, None, None
