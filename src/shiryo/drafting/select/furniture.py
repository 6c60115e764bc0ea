"""What stands in an article beside its subject: where to read on, whom it thanks, what changed.

The handout has it, and the sources name what it links to; it makes no slide.
"""

import unicodedata
from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting.select import roles
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.steps import is_endless
from shiryo.japanese.numerals import without_number
from shiryo.japanese.sentences import split
from shiryo.japanese.width import width
from shiryo.japanese.words import words

CREDIT = re.compile(r"[（(]?(?:(?:画像|写真|図)の?)?(?:引用元?|出典|出所)[:：][^。\n]{1,60}")
"""Where a picture is from, without a word of it."""
_ASIDE = re.compile(
    r"(?:謝辞|スペシャルサンクス|acknowledge?ments?|(?:更新|変更|改訂|改定|改版|改正|翻訳)(?:の)?(?:履歴|記録)"
    r"|change ?log|revision history)",
    re.I,
)
_RECORD = re.compile(
    r"(?:(?:原|共)?著者|執筆者|作者|[翻監]?訳者|ステータス|ライセンス|authors?|translators?|status|licen[cs]e)",
    re.I,
)
"""What a document records of itself; where names stand below it, that is all."""
_READING = re.compile(
    r"(?:主な|その他の?)?(?:(?:参考|引用|関連)(?:文献|資料|書籍|図書|リンク|サイト|url|記事|情報|ページ"
    r"|(?:参考)?ドキュメント)?|文献|出典|リンク集?|references?|bibliography"
    r"|(?:related |useful )?links|see also)(?:一覧|リスト|など|等)?",
    re.I,
)
_SAYS = ("は", "が", "を", "も", "に", "で")
"""Particles of a sentence; words without any only name something."""
_LINKED, _MOST = 0.7, 0.5
"""The share of words that are links in what only leads elsewhere, and of such parts at most."""
_FEW = 2
"""Links of a part that is no collection of them."""
_ADDRESS = re.compile(r"https?://[!-~]+")
_SENTENCE = re.compile(r"[。．]$")
_NAME = 20.0
"""Full-width characters of a name, of somebody or of a licence."""
_GREETING = 100
"""Sentences of more than a greeting."""
_WORDS = (Kind.ITEM, Kind.PARAGRAPH, Kind.LEAD_IN, Kind.CITATION, Kind.DEFINITION, Kind.NOTE)
_QUIET = (*_WORDS, Kind.PROMOTION, Kind.DIALOGUE)

_BESIDE = (Kind.PARAGRAPH, Kind.LEAD_IN, Kind.IMAGE, Kind.CAPTION, Kind.PROMOTION, Kind.MASTHEAD)


_LIKELY = 0.35
"""The chance of saying nothing that each of a few sentences has, where most of them surely do."""


def lines(parts: Sequence[Part]) -> frozenset[int]:
    """Return the lines of the headings of all parts that are beside the subject.

    Where most of the article leads elsewhere, that is its subject.
    """
    leaves = [part for top in parts for part in top.walk() if not part.parts]
    leading = {part.line for part in leaves if _leads_away(part)}
    if len(leading) > _MOST * len(leaves):
        leading = set()
    aside = {
        part.line
        for part in leaves
        if _ASIDE.fullmatch(_title(part)) or _is_bare(part) or _is_record(part)
    }
    return frozenset(leading | aside)


def _is_bare(part: Part) -> bool:
    """Tell whether what stands before the first heading greets, announces or names, and no more."""
    if part.line or any(block.kind not in _BESIDE for block in part.blocks):
        return False
    blocks = [block for block in part.blocks if block.kind in PROSE]
    said = [Sentence(text, b.first, b.last) for b in blocks for text in split(b.text)]
    if not said or len(said) > _GREETING or any(is_endless(one.text) for one in said):
        return False
    told = [
        one.aside
        for one, sentence in zip(roles.told(said), said, strict=True)
        if not _is_name(sentence.text)
    ]
    return not told or (min(told) > _LIKELY and sum(told) / len(told) > roles.SURE)


def _is_record(part: Part) -> bool:
    """Tell whether a part names who wrote the document, its state or its licence, and no more."""
    said = part.blocks and all(
        b.kind in _QUIET and not b.label and width(b.text) <= _NAME and _is_name(b.text)
        for b in part.blocks
    )
    return bool(said) and _RECORD.fullmatch(_title(part)) is not None


def _is_name(text: str) -> bool:
    return not any(w.pos == "助詞" and w.surface in _SAYS for w in words(text))


def _title(part: Part) -> str:
    return without_number(unicodedata.normalize("NFKC", part.title)).strip(" :：【】")


def _leads_away(part: Part) -> bool:
    """Tell whether a part only says where to read something; one called so need not link."""
    said = [block for block in part.blocks if block.kind in _WORDS]
    if not said or any(block.kind not in _QUIET for block in part.blocks):
        return False
    if any(_SENTENCE.search(block.text) for block in said):
        return False
    title = _title(part)
    if _READING.fullmatch(title):
        return True
    few = len(said) <= _FEW or not part.line or _READING.match(title)
    if not (few and any(map(_leads, said))):
        return False
    linked, every = (sum(counts) for counts in zip(*map(_linked, said), strict=True))
    return bool(linked and linked >= _LINKED * every)


def _leads(block: Block) -> bool:
    """Tell whether a block links to anything, or has an address."""
    linked = any(mark.href for mark in block.marks) or any(map(_ADDRESS.search, block.strings))
    return linked or block.kind is Kind.CITATION


def _linked(block: Block) -> tuple[int, int]:
    """Return how many letters of a block are a link or an address, and how many it has."""
    if block.kind is Kind.CITATION:
        return 1, 1
    runs = [run for text in block.texts() for run in text]
    bare = [run.text for run in runs if not run.href]
    every = sum(_letters(run.text) for run in runs)
    return every - sum(_letters(_ADDRESS.sub("", text)) for text in bare), every


def _letters(text: str) -> int:
    return sum(sign.isalnum() for sign in text)
