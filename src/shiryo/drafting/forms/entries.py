"""What is as good as an item: code to type, terms in a row, the day below its heading (期間).

So are an example below what it is one of (記載例：…), what a number is to become
(入場者 700人→年1,500人), and where to turn (連絡先：…).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Block, Kind
from shiryo.drafting.forms import commands
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.facts.facts import facts
from shiryo.japanese.width import width

_EXCEPTION = re.compile(r"[※＊*]?\s*ただし")
_TERMS = 3
"""Terms in a row that are a list and no longer a slide each."""
_LETTERS = re.compile(r"[^\W\d_]")
_UNITS = ("円",)
_LEFT = 6
"""Letters beside days and amounts (から, まで, 土曜日, 予定)."""
_ENDED = re.compile(r"[。．！？!?:：、]$")
_EXAMPLE = re.compile(
    r"(?P<label>[一-龠ァ-ヴーの]{0,8}例)[:：]\s*(?P<text>[^。\n]*[^。:：、\n])[。．]?"
)
_LONGEST = 1.5 * LIMIT
"""Full-width characters of an example."""
_CHANGE = re.compile(
    r"[^。、→⇒\d]{2,30}[\d０-９][^。→⇒]{0,16}(?:→|⇒)[^。→⇒]{0,8}[\d０-９][^。→⇒]{0,16}"
)
"""What was and is to be of something that is counted."""
_TURN = re.compile(
    r"(?:(?:お?問い?合わ?せ|ご?連絡|申込|提出|送付)先?|窓口|メール|電話)[:：]\s*\S.{4,80}"
)


def listed(blocks: Sequence[Block], known: str) -> list[Block]:
    """Return a section's blocks, what is as good as an item of a list as one.

    Lines of code, days and amounts below the heading, terms in a row with what they mean. The day
    ``known`` is the article's own.
    """
    made = list[Block]()
    found = groupby(_opening([*_lines(commands.listed(blocks))], known), key=_is_term)
    for terms, group in found:
        run = list(group)
        lists = terms and len(run) >= _TERMS
        made += (replace(b, kind=Kind.ITEM) for b in run) if lists else run
    return made


def _lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, lines that say something without being a sentence as items.

    So an example is of what the paragraph before it says.
    """
    for before, block in pairwise([None, *blocks]):
        assert block is not None
        text = block.text.strip() if block.kind in PROSE else ""
        after = before is not None and before.kind in PROSE
        kinds = (_CHANGE, _TURN, *((_EXAMPLE,) if after else ()))
        told = any(kind.fullmatch(text) for kind in kinds)
        yield replace(block, kind=Kind.ITEM) if told and width(text) <= _LONGEST else block


def _is_term(block: Block) -> bool:
    return block.kind is Kind.DEFINITION and not block.parts


def _opening(blocks: Sequence[Block], known: str) -> list[Block]:
    """Return a section's blocks, the lines that open it and only say when or how much as items.

    What is taken from that (※ただし、…) stands below it.
    """
    values = [*takewhile(lambda block: _is_value(block, known), blocks)]
    made = [replace(block, kind=Kind.ITEM) for block in values]
    rest = [*blocks[len(values) :]]
    if made and rest and rest[0].kind in PROSE and _EXCEPTION.match(rest[0].text):
        made.append(replace(rest.pop(0), kind=Kind.ITEM, level=1))
    return [*made, *rest]


def _is_value(block: Block, known: str) -> bool:
    text = block.text.strip()
    if block.kind not in PROSE or not 0 < width(text) <= LIMIT or _ENDED.search(text):
        return False
    told = [fact for fact in facts(text) if fact.kind == "date" or fact.value.endswith(_UNITS)]
    if not told or any(fact.kind == "date" and fact.value == known for fact in told):
        return False
    for fact in told:
        text = text.replace(fact.text, "")
    return len(_LETTERS.findall(text)) <= _LEFT
