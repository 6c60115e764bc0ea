"""A lead-in that counts, made to name what it counts: 柱は3つです。 → 柱は、本、席、電子化の3つ."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from shiryo import lazy_re as re
from shiryo.article.marks import letters
from shiryo.article.model import Block, Kind
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width

STEP = "name-items"
"""What the log of a rewording calls it; it is done to the lead-in and its list together."""

_NUMBERS = {"二": 2, "三": 3, "四": 4, "五": 5}
_COUNTS = re.compile(
    r"(?P<topic>[^、。]{2,26}?)(?:は|が)、?(?:主に|おもに|大きく(?:分けて)?|次の|以下の|下記の|全部で|この)*"
    r"(?P<number>[2-5２-５二三四五])(?P<unit>つ|点|種類|項目|本|段階|要素|分野|本柱)"
    r"(?:(?:だ|である)と(?:思|考え)(?:う|います|る|ます)|です|だ|である|がある|があります|あります|ある|から(?:なる|なります|成る)|となる|となります|"
    r"に(?:分けられ|分かれ|まとめられ|整理でき|大別され)\w*)?[。：:]?"
)
_LISTS = re.compile(
    r"(?P<topic>[^、。]{2,26}?)は、?(?:主に)?(?:次|以下|下記)の?(?:とおり|通り)(?:です|だ|である|になります|となります)?[。：:]?"
)
_EXPLAINS = re.compile(r"(?:意味|定義|説明|解説|使い方|読み方|書き方)は")
"""In a lead-in over names of which something is told, so that they are not what that is."""
_COUNT = re.compile(r"[0-9０-９①-⑨〇○●◯×xXA-Za-z]{1,3}$")
_KIND = re.compile(r"用語|項目|名前|名称|見出し|内容|テキスト|サンプル|例|ダミー|リスト|アイテム")
"""What names that are to be filled in have before their number."""
_PROSE = (Kind.LEAD_IN, Kind.PARAGRAPH)
_LONGEST_NAME = 14.0
_MOST = 5


def named(lead: str, names: Sequence[str]) -> str:
    """Return the lead-in with the names; empty if it counts otherwise, or if it were too long."""
    if not 2 <= len(names) <= _MOST or any(width(n) > _LONGEST_NAME or not n for n in names):
        return ""
    row = "、".join(names)
    if match := _COUNTS.fullmatch(lead.strip()):
        number = match["number"]
        count = _NUMBERS.get(number) or int(number)
        said = f"{match['topic']}は、{row}の{number}{match['unit']}" if count == len(names) else ""
    elif match := _LISTS.fullmatch(lead.strip()):
        said = f"{match['topic']}は、{row}"
    else:
        return ""
    return said if width(said) <= LIMIT else ""


def counts(claim: str) -> bool:
    """Tell whether a statement only counts what is named after it (柱は3つ)."""
    said = (claim, f"{claim}だ")
    return any(p.fullmatch(text) for text in said for p in (_COUNTS, _LISTS))


def announcements(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[Block, ...], str]]:
    """Yield lead-ins with the items after them and what they say when they name these."""
    for n, (lead, following) in enumerate(pairwise(blocks)):
        if lead.kind not in _PROSE or not (following.kind is Kind.ITEM or is_head(following)):
            continue
        after = (blocks[place] for place in range(n + 1, len(blocks)))
        if following.kind is Kind.ITEM:
            items = takewhile(lambda block: block.kind is Kind.ITEM, after)
            tops = tuple(b for b in items if b.level == following.level)
        else:
            tops = tuple(filter(is_head, takewhile(lambda b: b.kind in _PROSE, after)))
        sentence = re.split(r"(?<=[。])", lead.text.strip().removesuffix("。"))[-1]
        if said := named(sentence, _names(tops)):
            yield lead, tops, said


def _names(tops: Sequence[Block]) -> list[str]:
    return [block.label or without_number(block.text.rstrip("。")) for block in tops]


def are_told(lead: Block, tops: Sequence[Block]) -> bool:
    """Tell whether the names of items are what their lead-in says.

    They are not where it leads to what is told of each (意味は…), nor where they only stand for
    names that are to be filled in: 用語1, 用語2; 〇〇.
    """
    stems = {_COUNT.sub("", name) for name in _names(tops)}
    return not (_EXPLAINS.search(lead.text) or _are_blank(stems))


def _are_blank(stems: set[str]) -> bool:
    return stems <= {""} or (len(stems) == 1 and all(map(_KIND.fullmatch, stems)))


def is_head(block: Block) -> bool:
    """Tell whether a paragraph is but a line in bold, over what follows it."""
    size = len(letters(block.text))
    strong = any(m.strong and m.start == 0 and m.end >= size for m in block.marks)
    return block.kind in _PROSE and strong and not block.text.endswith("。")
