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
        if said := named(sentence, [b.label or without_number(b.text.rstrip("。")) for b in tops]):
            yield lead, tops, said


def is_head(block: Block) -> bool:
    """Tell whether a paragraph is but a line in bold, over what follows it."""
    size = len(letters(block.text))
    strong = any(m.strong and m.start == 0 and m.end >= size for m in block.marks)
    return block.kind in _PROSE and strong and not block.text.endswith("。")
