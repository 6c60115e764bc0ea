"""What stands over lists: the sentence over a section's only one as its message, and its rest.

It points to them (社員総会は、次の事項を決める), and they stand below it on its slide.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from shiryo import lazy_re as re
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.select import salience, weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.relations import POINTS
from shiryo.drafting.select.whole import stands_alone
from shiryo.drafting.wording import sentences, shorten
from shiryo.drafting.wording.steps import listed
from shiryo.facts.bearings import bearings
from shiryo.facts.facts import facts, unsupported
from shiryo.facts.losses import spoken
from shiryo.japanese.numerals import without_number
from shiryo.japanese.width import width

_BARE = re.compile(r"(?:次|以下|下記)の?(?:とおり|通り|よう|もの)(?:で|に|だ|と|な)?")
"""That something follows is no message; so what it is of must be said (社員総会は)."""
_ONLY = re.compile(rf"(?:{_BARE.pattern})(?:ある|す|なる|する)?$")
"""How a statement ends that says no more than that."""
_GIVES = re.compile(
    r"(?:以下|下記|次|ここ)[^、。]{0,16}(?:挙げ|あげ|示|列挙|紹介|説明|まとめ|記載|掲げ|述べ|記)[^、。はがを]{0,6}$"
)
"""How a statement ends that only gives what follows."""
_NAMED, _LETTERS = 0.6, re.compile(r"[^一-龠ァ-ヴーぁ-んA-Za-z]+")
"""The share of what a heading names that is the same, and what is no letter of it."""


def message(blocks: Sequence[Block], heading: str, article: Article) -> Claim | None:
    """Return what the sentence over the only list says; None if it says no more than that."""
    runs = [list(run) for _, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM)]
    over = [a[-1] for a, b in pairwise(runs) if b[0].kind is Kind.ITEM]
    if len(over) != 1 or over[0].kind is not Kind.LEAD_IN:
        return None
    return _pointing(over[0], heading, article)


def _pointing(over: Block, heading: str, article: Article) -> Claim | None:
    sentence = sentences.of(over, article)[-1]
    (text,), how = listed(sentence.text)
    text = text.rstrip(":：").strip()
    if not ends(over, sentence.text):
        return None  # a label
    bare = _BARE.search(text) or weight.points_back(text, heading)
    told = any(s.topic for s in spoken(text)) or bearings(text)["denied"]
    says = POINTS.search(text) and told and not bare
    if not (says and width(text) <= shorten.MESSAGE and stands_alone(text, over=True)):
        return None
    if unsupported(text, sentence.text):
        return None
    return Claim(text, sentence.first, sentence.last, 0, 0, 0.0, how)


def leads_on(text: str) -> bool:
    """Tell whether a statement says more than that something follows, and points to that."""
    return (
        POINTS.search(text) is not None and not _BARE.search(text) and stands_alone(text, over=True)
    )


def only_points(text: str, heading: str) -> bool:
    """Tell whether a statement only says that there follows what the ``heading`` names."""
    found = _ONLY.search(text) or _GIVES.search(text)
    if found is None:
        return False
    named = _LETTERS.sub("", without_number(heading))
    return not found.start() or salience.share(named, text[: found.start()]) >= _NAMED


def over_sections(blocks: Sequence[Block], heading: str, article: Article) -> Claim | None:
    """Return what the last sentence says where it points to the sections below it, likewise."""
    if not blocks or blocks[-1].kind not in (Kind.LEAD_IN, Kind.PARAGRAPH):
        return None
    return _pointing(blocks[-1], heading, article)


def denies(over: Claim, blocks: Sequence[Block]) -> bool:
    """Tell whether the sentence over a list that is most of its section denies something of it.

    Then it is what the section claims: without it the items would say the opposite.
    """
    items = sum(width(b.text) for b in blocks if b.kind is Kind.ITEM)
    whole = sum(width(b.text) for b in blocks if b.kind is not Kind.CODE)
    return bool(bearings(over.text)["denied"]) and 2 * items > whole


def only_leads(claim: Claim, opens: Sequence[Block]) -> bool:
    """Tell whether it only leads on to what its paragraph ends in: it states no fact."""
    return any(b.first <= claim.first <= b.last for b in opens) and not facts(claim.text)


def announcing(blocks: Sequence[Block]) -> set[int]:
    """Return the lines that lead in to a list or a table."""
    return {
        block.last
        for block, following in pairwise(blocks)
        if block.kind is Kind.LEAD_IN and following.kind in (Kind.ITEM, Kind.TABLE)
    }


_WHOLE = re.compile(r"[。！!]$|[いただるす]$")


def ends(block: Block, sentence: str) -> bool:
    """Tell whether a sentence of a block is whole: what leads in to a list may break off."""
    text = sentence.strip().rstrip(":：")
    return block.kind is not Kind.LEAD_IN or _WHOLE.search(text) is not None
