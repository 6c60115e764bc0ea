"""A part of the article → a section of the outline: one claim, and what bears it out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby

from shiryo import limits
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting import claiming
from shiryo.drafting.cards import is_shown
from shiryo.drafting.forms import (
    beside,
    cited,
    commands,
    entries,
    handed,
    labelled,
    led,
    leftover,
    lists,
    points,
    prose,
    provisions,
    runin,
    samples,
    standalone,
    talk,
)
from shiryo.drafting.forms.resumed import Owners, resumed
from shiryo.drafting.review import tells_fact
from shiryo.drafting.select import agenda, furniture, leads, support, titles
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.wording import naming
from shiryo.drafting.wording.sentences import Sentence
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model
from shiryo.values import dataclass

_LEFT_OUT = (
    Kind.PROMOTION, Kind.IMAGE, Kind.CODE, Kind.CITATION, Kind.CAPTION, Kind.NOTE, Kind.DIALOGUE,
    Kind.MASTHEAD,
)  # fmt: skip
_HANDED = (*PROSE, Kind.CAPTION)
_EACH = 42.0
"""Full-width characters of prose for which a section may have a bullet."""
_LEAST, _GREATEST, _BESIDE = 5, 5 * limits.SLIDE_LINES, 2
"""Bullets that it may have however short or long it is; so many fewer beside a list."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A section and what it claims."""

    section: model.Section
    message: Claim | None
    line: int
    """Of its heading; 0 if it has none."""
    below: "tuple[Drafted, ...]" = ()
    claims: bool = True
    """Whether it claims or shows anything; else its slide has what was left over."""
    claimed: tuple[Claim, ...] = ()
    """All that its prose claims, in every wording."""
    ruled: bool = False
    """Whether it has the rules of a contract, of which the first is what it says."""

    def walk(self) -> "Iterator[Drafted]":
        """Yield the section and those below it."""
        yield self
        for found in self.below:
            yield from found.walk()


def draft(
    part: Part,
    id_: str,
    below: tuple[Drafted, ...],
    article: Article,
    lost: frozenset[int],
    *,
    top: bool,
) -> Drafted | None:
    """Return the section for ``part`` with the sections ``below`` it; None if it says nothing.

    A section at the ``top`` gets a brief for the agenda.
    """
    closing = [b for b in part.blocks if _closes(b, article)]
    part = replace(part, blocks=[_credited(b) for b in part.blocks if not _closes(b, article)])
    if samples.is_sample(part.title, part.blocks) and not below:
        section = model.Section(
            id=id_, title=escape(part.title), blocks=samples.shown(part.blocks), notes=_notes(part)
        )
        return Drafted(section, None, part.line)
    if article.terms and (ruled := provisions.said(part, article)):
        message, made = ruled
        made = (*made, *handed.text(closing, "handout")) if closing else made
        return replace(_drafted(part, id_, below, message, made, top=top), ruled=True)
    part = replace(part, blocks=samples.quoted(part.blocks))
    code = commands.typed(part.blocks)
    part = replace(part, blocks=entries.listed(part.blocks, article.date))
    row = prose.row(part.blocks, article)
    lost = frozenset() if row else lost  # a head promises no list
    whole = [b for b in part.blocks if b.kind not in PROSE or not claiming.is_lost(b, lost)]
    kept = [b for b in whole if b.kind not in _LEFT_OUT or talk.is_talk(b)]
    found, message, formed = claiming.said(part, article, lost, row, code)
    names = message is not None and message.how == (naming.STEP,)
    if message and names:
        found = [c for c in found if c.first != message.first or not naming.counts(c.text)]
    structured = any(b.kind not in PROSE for b in kept) or any(f.whole for f in formed)
    chosen = support.points(
        found, message, _most(kept) - _BESIDE * structured,
        blocks=part.blocks, announcing=leads.announcing(part.blocks), known=article.date,
    )  # fmt: skip
    placed = points.blocks(chosen, part.blocks, found, part.title, message, apart=names)
    bullets = [one.block for one in placed]
    over = None if message and _is_parted(message, bullets) else message
    known = f"{part.title} {over.text if over else ''}"
    claimed = [*(p.claim for p in chosen), *filter(None, [over])]
    said: list[Claim | Sentence] = [*claimed, *prose.said(formed)]
    heads = labelled.labels(kept, article, said, known, alone=message is None, code=code)
    told = sorted([*kept, *handed.captions(whole)], key=lambda b: b.first)
    blocks = list(_blocks(told, part, article, placed, formed, heads))
    blocks, bullets = led.placed(blocks, bullets, led.over(part.blocks), article, code)
    blocks, bullets = cited.placed(blocks, bullets, cited.remarked(part.blocks, article), article)
    made = beside.together(blocks, bullets)
    made = runin.joined(made) if row else made
    claims = bool(message or below) or any(map(is_shown, made))
    aside = not claims and leftover.only_announces(part.blocks, article)
    if claims or aside:
        made = (*made, *leftover.closing(part.blocks, article))
        if not (message or any(map(is_shown, made))):
            made = (*leftover.noted(part.blocks, article), *made)
    else:
        left = whole if part.line else [b for b in whole if b.kind is not Kind.IMAGE]
        made = (*leftover.blocks(left, article, part.title), *made)
    if not (message or made or below):
        return None
    made = (*made, *handed.text(closing, "handout")) if closing else made
    only = not below and (aside or leftover.is_promotion(part.blocks))
    drafted = _drafted(part, id_, below, message, made, top=top)
    section = drafted.section.model_copy(update={"only": "handout"}) if only else drafted.section
    return replace(drafted, section=section, claims=claims, claimed=tuple(found))


def _drafted(
    part: Part,
    id_: str,
    below: tuple[Drafted, ...],
    message: Claim | None,
    made: tuple[model.Block, ...],
    *,
    top: bool,
) -> Drafted:
    section = model.Section(
        id=id_,
        title=escape(titles.asked(part.title)),
        brief=escape(_brief(part, message)) if top else "",
        message=escape(message.text) if message else "",
        blocks=made,
        sections=tuple(found.section for found in below),
        notes=_notes(part),
        from_=message.refs if message else (),
        how=message.how if message else (),
    )
    claimed = (message,) if message else ()
    return Drafted(section, message, part.line, below, claimed=claimed)


def _closes(block: Block, article: Article) -> bool:
    """Tell whether a block closes the article and is no part of its section; no furniture."""
    return block.first in article.closing and block.kind is not Kind.PROMOTION


def _credited(block: Block) -> Block:
    """Return a quotation that only says where a picture is from as what it is: its caption."""
    credits = block.kind is Kind.QUOTE and furniture.CREDIT.fullmatch(block.text.strip())
    return replace(block, kind=Kind.CAPTION) if credits else block


def _is_parted(message: Claim, bullets: Sequence[model.BulletsBlock]) -> bool:
    """Tell whether what stands before the message's own list has another message on its slide."""
    first = bullets[0] if bullets else None
    return first is not None and bool(first.message) and points.line(first) < message.first


def bare(part: Part, id_: str) -> Drafted:
    """Return the section of a heading that nothing but pictures stand under, for the handout."""
    section = model.Section(id=id_, title=escape(part.title), only="handout")
    return Drafted(section, None, part.line)


def listing(drafted: Drafted, listed: model.BulletsBlock) -> Drafted:
    """Return a section whose slides show ``listed``, too."""
    blocks = (*drafted.section.blocks, listed)
    made = drafted.section.model_copy(update={"blocks": blocks, "only": None})
    return replace(drafted, section=made)


def _most(kept: Sequence[Block]) -> int:
    """Return how many bullets a section may have beside its message."""
    prose = sum(width(block.text) for block in kept if block.kind in PROSE)
    return min(_GREATEST, max(_LEAST, round(prose / _EACH)))


def _brief(part: Part, message: Claim | None) -> str:
    said = "\n".join(b.text for p in part.walk() for b in p.blocks if b.kind not in _LEFT_OUT)
    return agenda.brief(part.title, message.text if message else "", said)


def _blocks(
    kept: list[Block],
    part: Part,
    article: Article,
    bullets: Sequence[points.Placed],
    formed: Sequence[prose.Form],
    heads: labelled.Labels,
) -> Iterator[model.Block]:
    """Yield the section's blocks in the article's order; bullets stand where they are placed.

    ``heads``: what is over its lists and not said elsewhere on its slides.
    """
    waiting = list(bullets)
    shows = bool(bullets or formed) or any(b.kind not in _HANDED for b in kept)
    listed = _lists(kept, part, article, heads)
    taken = {line for form in formed if form.steps for line in form.lines}
    places = {id(block): place for place, block in enumerate(part.blocks)}
    for kind, group in groupby(kept, key=_group):
        members = list(group)
        if kind == "prose":
            here = set(map(id, members))
            for form in (form for form in formed if id(form.at) in here):
                while waiting and waiting[0].line < form.said[0].first:
                    yield waiting.pop(0).block
                yield from form.blocks
            while waiting and waiting[0].line <= members[-1].last:
                yield waiting.pop(0).block
            yield from handed.text(members, None if shows else "handout")
        elif kind == "items" and all(item.first in taken for item in members):
            yield from labelled.handed(listed[members[0].first])
        elif kind == "items":
            yield from listed[members[0].first]
            while waiting and waiting[0].line <= members[-1].last:
                yield waiting.pop(0).block
        elif kind == "talk":
            yield from talk.blocks(members, article)
        elif kind == "caption":
            yield from handed.text(members, "handout")
        else:
            for single in members:
                place = places[id(single)]
                yield from standalone.blocks(part.blocks, place, article, beside=bool(bullets))


def _lists(
    kept: Sequence[Block], part: Part, article: Article, heads: labelled.Labels
) -> dict[int, tuple[model.Block, ...]]:
    """Return the blocks of each list of a section by its first line, under its label if it has."""
    about, made, owners = part.title, dict[int, tuple[model.Block, ...]](), Owners()
    for kind, group in groupby(kept, key=_group):
        members = list(group)
        if kind == "prose":
            about = f"{part.title} {members[-1].text}"
        elif kind == "items":
            owner = owners.over(members)
            found = lists.blocks([*filter(None, [owner]), *members], about, article)
            if talk.is_spoken(members):
                closed = any(titles.closes(below.title) for below in part.parts)
                said = talk.told(members, article, closed=closed)
                found = chain(said, labelled.handed(tuple(found)))
            made[members[0].first] = tuple(resumed(found, owner) if owner else found)
    return labelled.placed(heads, made)


def _group(block: Block) -> str:
    if block.kind in PROSE:
        return "prose"
    if talk.is_talk(block):
        return "talk"
    if block.kind is Kind.CAPTION:
        return "caption"
    return "items" if block.kind is Kind.ITEM else "single"


def _notes(part: Part) -> str:
    said = [escape(b.text) for b in part.blocks if tells_fact(b)]
    return "\n".join(wording("drafted.bubble", text=text) for text in said)
