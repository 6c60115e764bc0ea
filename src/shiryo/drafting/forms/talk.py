"""Talk with its speakers, of minutes and interviews, as a dialogue in their own words.

Of a long one slides say what came of it: who does what, by when, and what others agreed to.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.select import items, whole
from shiryo.drafting.select.parting import is_long, parted, reference
from shiryo.drafting.wording.steps import listed
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.outline import model

_FEWEST, _MOST, _LONGEST = 2, 12, 102.0
"""Utterances of a talk that slides show, and full-width characters of each."""
_SAID, _SHARE = 5, 0.6
"""Items at least that are a talk, and the share of them that says who speaks."""
_AGREED = re.compile(
    r"(?:OK|はい|了解|承知|賛成|同意|異議な[しく]|いいですね|良いですね|そうしま(?:す|しょう)|わかりました"
    r"|分かりました|お願いします)(?:です|しました|いたしました)?[ね。、!！ ]*",
    re.I,
)
_STATES = ("ある", "いる", "できる", "なる", "思う", "考える", "言う", "気がする")
_UNTIL = re.compile(r"\d[^、。]{0,8}まで")
_DOES = ("を", "に", "は", "へ")
"""Particles beside what somebody is to do."""


_BACK = ("これ", "それ", "あれ", "この", "その", "あの", "そう", "こう")


def is_talk(block: Block) -> bool:
    """Tell whether somebody who is named says it; a bubble beside prose has no speaker."""
    return block.kind is Kind.DIALOGUE and bool(block.label)


def is_spoken(found: Sequence[Block]) -> bool:
    """Tell whether items are what people say in turn, each under who says it.

    They answer each other: somebody asks, and somebody speaks again after another.
    """
    said = [b for b in found if b.label and not (b.number or b.level)]
    speakers = {b.label for b in said}
    turns = sum(one.label != other.label for one, other in pairwise(said))
    returns = 1 < len(speakers) <= turns and 2 * len(speakers) <= len(said)
    talks = len(said) >= _SAID and len(said) > _SHARE * len(found)
    return talks and returns and any(map(_asks, said))


def blocks(said: Sequence[Block], article: Article) -> Iterator[model.Block]:
    """Yield what is ``said`` in a row; what is long, or a single remark, is for the handout."""
    short = _is_short(said)
    if not short and all(width(b.text) <= _LONGEST for b in said):
        yield from _decided(said, article)
    yield from _dialogue(said, None if short else "handout")


def told(said: Sequence[Block], article: Article, *, closed: bool) -> Iterator[model.Block]:
    """Yield what slides show of items that are a talk: what came of it, else all that is said.

    ``closed``: what came of it is said after them, too.
    """
    decided = [] if _is_short(said) else [*_decided(said, article)]
    yield from decided or ([] if is_long(said) or closed else _dialogue(said, "deck"))


def _is_short(said: Sequence[Block]) -> bool:
    return _FEWEST <= len(said) <= _MOST and all(width(b.text) <= _LONGEST for b in said)


def _dialogue(said: Sequence[Block], only: model.Output | None) -> Iterator[model.DialogueBlock]:
    utterances = [
        model.Utterance(speaker=escape(b.label), text=escape(b.text), from_=reference(b))
        for b in said
    ]
    for part in parted(utterances):
        yield model.DialogueBlock(dialogue=part, only=only)


def _decided(said: Sequence[Block], article: Article) -> Iterator[model.BulletsBlock]:
    """Yield what somebody says that he does, by when, or what another agrees to."""
    spoken = [b for b in said if b.label]
    found = list[model.Item]()
    for block, answer in zip(spoken, [*spoken[1:], None], strict=True):
        agreed = answer and answer.label != block.label and _AGREED.fullmatch(answer.text)
        short = items.short(block, article)
        if short.text and not _is_open(block) and (agreed or _is_promise(block.text)):
            title = escape(block.label)
            found.append(model.Item(title=title, text=short.text, from_=short.refs, how=short.how))
    for part in parted(found) if found else ():
        yield model.BulletsBlock(bullets=part, only="deck")


def _asks(block: Block) -> bool:
    (text,), _ = listed(block.text)
    return whole.asks(text)


def _is_open(block: Block) -> bool:
    """Tell whether it asks, only agrees, or begins with what another said (それでいきます)."""
    opens = any(word.surface.startswith(_BACK) for word in words(block.text)[:1])
    return opens or _asks(block) or _AGREED.fullmatch(block.text) is not None


def _is_promise(text: str) -> bool:
    """Tell whether somebody says what is done next, or by when."""
    (plain,), _ = listed(text, style="常体")
    found = words(plain.rstrip("。"))
    if _UNTIL.search(text) or any(fact.kind == "date" for fact in facts(text)):
        return True
    does = any(w.pos == "助詞" and w.surface in _DOES for w in found)
    last = found[-1] if found else None
    acts = last is not None and last.pos == "動詞" and last.form.startswith("終止形")
    return does and last is not None and acts and last.base not in _STATES
