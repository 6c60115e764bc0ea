"""A lead-in that counts, made to name what it counts: 柱は3つです。 → 柱は、本、席、電子化の3つ."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from shiryo.article.model import Block, Kind
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.japanese.width import width

STEP = "name-items"
"""What the log of a rewording calls it; it is done to the lead-in and its list together."""

_NUMBERS = {"二": 2, "三": 3, "四": 4, "五": 5}
_COUNTS = re.compile(
    r"(?P<topic>[^、。]{2,26}?)(?:は|が)、?(?:主に|おもに|大きく(?:分けて)?|次の|以下の|下記の|全部で|この)*"
    r"(?P<number>[2-5２-５二三四五])(?P<unit>つ|点|種類|項目|本|段階|要素|分野|本柱)"
    r"(?:です|だ|である|がある|があります|あります|ある|から(?:なる|なります|成る)|となる|となります|"
    r"に(?:分けられ|分かれ|まとめられ|整理でき|大別され)\w*)?[。：:]?"
)
_LISTS = re.compile(
    r"(?P<topic>[^、。]{2,26}?)は、?(?:主に)?(?:次|以下|下記)の?(?:とおり|通り)(?:です|だ|である|になります|となります)?[。：:]?"
)
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


def announcements(blocks: Sequence[Block]) -> Iterator[tuple[Block, tuple[Block, ...], str]]:
    """Yield lead-ins with the items after them and what they say when they name these."""
    for n, (lead, following) in enumerate(pairwise(blocks)):
        if lead.kind not in (Kind.LEAD_IN, Kind.PARAGRAPH) or following.kind is not Kind.ITEM:
            continue
        after = (blocks[place] for place in range(n + 1, len(blocks)))
        items = takewhile(lambda block: block.kind is Kind.ITEM, after)
        tops = tuple(b for b in items if b.level == following.level)
        sentence = re.split(r"(?<=[。])", lead.text.strip().removesuffix("。"))[-1]
        if said := named(sentence, [b.label or b.text.rstrip("。") for b in tops]):
            yield lead, tops, said
