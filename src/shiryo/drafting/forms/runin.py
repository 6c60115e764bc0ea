"""Rows of heads within a section - bold lines, 【…】, 結果： - as items with what is under each.

The head of each is its item's title, in the author's words; the handout has the prose.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import letters
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.drafting.cards import is_shown
from shiryo.drafting.forms.sequence import Found, Told
from shiryo.drafting.select import choice, claims, items, support
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.parting import parted, reference
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.splits import taken
from shiryo.inline import escape
from shiryo.japanese.sentences import unstopped
from shiryo.japanese.width import width
from shiryo.outline import model
from shiryo.values import dataclass

_BETWEEN = (Kind.QUOTE, Kind.CODE, Kind.IMAGE, Kind.PICTURE, Kind.CAPTION, Kind.NOTE)
"""What a row goes on after; a list or a table is somebody's own."""
_DRAWN = (Kind.IMAGE, Kind.PICTURE, Kind.CODE)
"""A bold line right beside one of them may be its caption."""
_FEWEST, _MORE = 2, 2
"""Heads of a row, and what an item says besides the first at most."""
_HEAD = 34.0
"""Full-width characters of a head."""
_SLIDE = 280.0
"""Full-width characters that the items of a slide have together."""
_LABEL = re.compile(r"[^。、「」:：【】]{2,14}[:：]")
_CAPTION = re.compile(r"[図表]\s*[.．\d０-９]")


@dataclass(slots=True)
class _Group:
    """A head and what stands under it."""

    head: str
    at: Block
    own: list[Told]
    """The sentence that the head is or begins."""
    rest: list[Told]
    how: tuple[str, ...] = ()
    paragraphs: int = 0
    """How many stand under the one that the head is in."""


def rows(blocks: Sequence[Block], article: Article) -> Iterator[tuple[Found, Block]]:
    """Yield the row of heads of a section, and where it begins; nothing if it has none."""
    groups = list(_groups(blocks, article))
    names = {group.head for group in groups}
    if not (_FEWEST <= len(groups) == len(names) and all(group.rest for group in groups)):
        return
    _without_end(groups)
    room = _SLIDE / min(len(groups), limits.SLIDE_CARDS)
    found = [_item(group, article, room) for group in groups]
    if sum(bool(item.text) for item in found) * 2 <= len(found):
        return
    parts = parted(found, limits.SLIDE_CARDS)
    made = tuple(model.BulletsBlock(bullets=part, only="deck") for part in parts)
    said = tuple(told for group in groups for told in (*group.own, *group.rest))
    yield (made, said), groups[0].at


def _without_end(groups: Sequence[_Group]) -> None:
    """Take from the last head what is more than the others have: it may be of them all."""
    last, most = groups[-1], max(group.paragraphs for group in groups[:-1])
    kept = list(dict.fromkeys(block.first for _, block in last.rest))
    kept = kept[: most + (last.at.first in kept)]
    last.rest = [told for told in last.rest if told[1].first in kept]


def _groups(blocks: Sequence[Block], article: Article) -> list[_Group]:
    """Return heads with their paragraphs; none if one of them has a list or a table."""
    found = list[_Group]()
    for n, block in enumerate(blocks):
        if block.kind in PROSE:
            told = [(sentence, block) for sentence in sentences.of(block, article)]
            drawn = any(b.kind in _DRAWN for b in blocks[max(0, n - 1) : n + 2])
            if group := _group(block, told, drawn=drawn):
                found.append(group)
            elif found:
                found[-1].rest += told
                found[-1].paragraphs += 1
        elif block.kind not in _BETWEEN and found:
            listed = [*takewhile(lambda b: b.kind is Kind.ITEM, blocks[n:])]
            return found if listed and listed[0].label else []
    return found


def _group(block: Block, told: Sequence[Told], *, drawn: bool) -> _Group | None:
    """Return what begins with the head of a paragraph; None if that has none.

    ``drawn``: a picture is beside it, so that a bold line may be the caption.
    """
    if not told or _CAPTION.match(block.text):
        return None
    (first, _), *more = told
    text = first.text.strip()
    if text.startswith("【"):
        head, *says = taken.headed(text) or ("",)
        rest = [(replace(first, text=part), block) for part in says]
        group = _Group(head, block, [told[0]], [*rest, *more], (taken.HEAD,))
    elif _LABEL.fullmatch(text) or (not drawn and _is_strong(text, block, alone=not more)):
        group = _Group(unstopped(text.rstrip(":：").strip()), block, [told[0]], more)
    else:
        return None
    return group if 0 < width(group.head) <= _HEAD else None


def _is_strong(text: str, block: Block, *, alone: bool) -> bool:
    """Tell whether a first sentence is set off in bold: a line of its own that is no sentence."""
    size = len(letters(text))
    strong = any(m.strong and m.start == 0 and size - 1 <= m.end <= size for m in block.marks)
    return strong and text.endswith(("。", "．", ".")) != alone


def _item(group: _Group, article: Article, room: float) -> model.Item:
    """Return a head with what is claimed under it: its first claim, and what else is weighty."""
    said = [sentence for sentence, _ in group.rest]
    found = claims.claims(said, group.head, title=article.title)
    first = choice.key([c for c in found if c.sentence == 0 and not c.leans] or found)
    if first is None:
        short = next((s for told, at in group.rest if (s := items.part(told.text, at)).text), None)
        return model.Item(
            title=escape(group.head),
            text=short.text if short else "",
            from_=(*reference(group.at), *(short.refs if short else ())),
            how=(*group.how, *(short.how if short else ())),
        )
    below = list[model.Item]()
    room -= width(group.head) + width(first.text)
    for claim in (point.claim for point in support.points(found, first, _MORE)):
        room -= width(claim.text)
        if room < 0:
            break
        below.append(_below(claim, group))
    refs = (*reference(group.at), *(r for r in first.refs if r not in reference(group.at)))
    return model.Item(
        title=escape(group.head),
        text=escape(first.text),
        from_=refs,
        how=(*group.how, *first.how),
        items=tuple(below),
    )


def _below(claim: Claim, group: _Group) -> model.Item:
    how = (*(group.how if claim.sentence == 0 else ()), *claim.how)
    return model.Item(text=escape(claim.text), from_=claim.refs, how=how)


def joined(made: Sequence[model.Block]) -> tuple[model.Block, ...]:
    """Return blocks with the labelled items that follow a row of heads on its slide, in the row."""
    found = list(made)
    shown = [n for n, block in enumerate(found) if is_shown(block)]
    for one, other in pairwise(shown):
        row, listed = found[one], found[other]
        if not (isinstance(row, model.BulletsBlock) and isinstance(listed, model.BulletsBlock)):
            continue
        items_ = (*row.bullets, *listed.bullets)
        plain = not listed.start and all(item.title for item in (*row.bullets, listed.bullets[0]))
        if plain and row.only == "deck" and len(items_) <= limits.SLIDE_ITEMS:
            bare = (item.model_copy(update={"full": ""}) for item in items_)
            found[one] = row.model_copy(update={"bullets": tuple(bare)})
            found[other] = listed.model_copy(update={"only": "handout"})
            if listed.only == "deck":
                found.pop(other)
            break
    return tuple(found)
