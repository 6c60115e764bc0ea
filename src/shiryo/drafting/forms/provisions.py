"""The rules of contracts and terms of use, as slides show them: all of them, in their order.

What an article of rules lays down first is what it says; notices, exceptions and what is done then
come after it. What a rule enumerates stands below that rule alone, and an exception (ただし、…)
stays with the words that it is taken from. The handout has all as its author does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.article.tree import Part
from shiryo.drafting.forms import handed, labelled, lists
from shiryo.drafting.select import items, leads
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.parting import ROOM, height, reference
from shiryo.drafting.select.worded import EXCEPTION
from shiryo.drafting.wording import sentences, shorten
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.steps import DEFAULT, DROP_PROVISION, Rewording, listed, shorter
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model
from shiryo.values import dataclass

_FEWEST = 2
"""Clauses of a rule, at least, over which it stands as the message of their slide."""
_FEW = 3
"""Rules at most of which the first one is the message of a slide that has none of a list."""
_MOST = 8 * shorten.LIMIT
"""Full-width characters of a rule that a slide shows."""
_LEADS = re.compile(r"(?:次|以下|下記|左)(?:の|に(?:掲げる|定める|該当))")
"""What leads on to what a rule enumerates."""
_CASE = re.compile(r"(?:とき|場合|こと|者|もの|行為|事項|時)[。、]?$")
_RULE = re.compile(r"(?:ます|ません|です|ものとする|できる|ならない|[うくすつぬむる])。?$")


@dataclass(frozen=True, slots=True)
class Rule:
    """A paragraph of rules, its sentences, and what it enumerates."""

    said: tuple[Sentence, ...]
    clauses: tuple[Block, ...] = ()


def said(part: Part, article: Article) -> tuple[Claim | None, tuple[model.Block, ...]] | None:
    """Return what the rules of ``part`` say first, and its blocks; None if it has other things."""
    blocks = [b for b in part.blocks if b.kind is not Kind.IMAGE]
    if not blocks or blocks[0].kind not in PROSE or not _are_rules(blocks, article):
        return None
    first, *others = _rules(blocks, article)
    head, rest = _head(first)
    shown = [*_slides(first, head, rest, others, article)]
    only: model.Output | None = None if shown else "handout"
    claim = _claim(head) if head else None
    if claim and first.clauses and leads.only_points(claim.text, part.title):
        claim = None  # the heading says what the clauses are
    return claim, (*shown, *_printed(blocks, part, article, only))


def _are_rules(blocks: Sequence[Block], article: Article) -> bool:
    """Tell whether all of them are paragraphs and what these enumerate, and none a remark."""
    return all(
        b.kind in (*PROSE, Kind.ITEM)
        and b.first not in article.boxed
        and not (b.label and b.text and b.kind is Kind.ITEM)
        for b in blocks
    ) and any(leads.ends(b, b.text) for b in blocks if b.kind in PROSE)


def _rules(blocks: Sequence[Block], article: Article) -> list[Rule]:
    """Return the rules: paragraphs, each with its clauses; sentences on lines of their own."""
    made = list[Rule]()
    for is_list, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM):
        found = list(run)
        if is_list:
            cases, more = _cases(found)
            made[-1:] = _over(made[-1], tuple(cases))
            made += [Rule(tuple(sentences.of(block, article))) for block in more]
        else:
            made += [Rule(some) for block in found for some in _paragraphs(block, article)]
    return made


def _over(rule: Rule, clauses: tuple[Block, ...]) -> Iterator[Rule]:
    """Yield a rule with its clauses, parted before the sentence that leads on to these."""
    leading = [n for n, s in enumerate(rule.said) if _LEADS.search(s.text)]
    at = leading[-1] if leading else 0
    if at:
        yield Rule(rule.said[:at])
    yield Rule(rule.said[at:], clauses)


def _paragraphs(block: Block, article: Article) -> Iterator[tuple[Sentence, ...]]:
    said = list[Sentence]()
    for sentence in sentences.of(block, article):
        if said and sentence.first > said[-1].last and not EXCEPTION.match(sentence.text):
            yield tuple(said)
            said = []
        said.append(sentence)
    if said:
        yield tuple(said)


def _cases(found: Sequence[Block]) -> tuple[Sequence[Block], Sequence[Block]]:
    """Return the clauses of a list, and the rules that its author let go on there."""
    ends = [n for n, block in enumerate(found) if _CASE.search(block.text.strip())]
    at = ends[-1] + 1 if len(ends) >= _FEWEST else len(found)
    more = found[at:]
    even = all(
        b.level == found[0].level
        and _RULE.search(b.text.strip())
        and any(p in b.text for p in "はがも")
        for b in more
    )
    return (found[:at], more) if even else (found, [])


def _head(rule: Rule) -> tuple[Sentence | None, tuple[Sentence, ...]]:
    """Return a rule's first sentence, with its exception, and the others; none if it is long."""
    first, *rest = rule.said
    if rest and EXCEPTION.match(rest[0].text):
        both = replace(first, text=first.text + rest[0].text, last=rest[0].last)
        if width(_worded(both).text) <= shorten.THREE or rule.clauses:
            first, rest = both, rest[1:]
    fits = width(_worded(first).text) <= shorten.THREE
    return (first, tuple(rest)) if fits else (None, rule.said)


def _worded(sentence: Sentence, *, alone: bool = True) -> Rewording:
    """Return how a rule is said; ``alone``: over others, not right below the one it refers to."""
    drops = alone and shorten.without_provision(sentence.text) != sentence.text
    first = (DROP_PROVISION,) if drops else ()
    style: model.Style = "常体" if len(sentences.split(sentence.text)) > 1 else DEFAULT
    (text,), how = listed(sentence.text, first=first, style=style)
    said = Rewording(text, how)
    return said if width(text) <= shorten.THREE else shorter(said)


def _claim(sentence: Sentence) -> Claim:
    said = _worded(sentence)
    return Claim(said.text, sentence.first, sentence.last, 0, 0, 1.0, said.steps)


def _slides(
    first: Rule,
    head: Sentence | None,
    rest: Sequence[Sentence],
    others: Sequence[Rule],
    article: Article,
) -> Iterator[model.BulletsBlock]:
    """Yield what stands below the message of each slide, which a rule with clauses has itself."""
    told = Rule(tuple(rest), () if head else first.clauses)
    waiting = [_item(told, article)] if rest else []
    filled = 0.0
    if head and first.clauses:
        yield _bullets([*_clauses(first, article)], start=int(bool(rest or others)))
        filled = _height(first.clauses)
    for rule in others:
        over, more = _head(rule)
        if over and not more and len(rule.clauses) >= _FEWEST:
            if waiting:
                yield _bullets(waiting)
            claim = _claim(over)
            made = _bullets([*_clauses(rule, article)], start=1)
            yield made.model_copy(
                update={"message": escape(claim.text), "from_": claim.refs, "how": claim.how}
            )
            waiting, filled = [], _height(rule.clauses)
        else:
            waiting.append(_item(rule, article))
    if waiting:
        apart = filled and filled + height(_texts(waiting)) > ROOM
        yield _apart(waiting) if apart else _bullets(waiting)


def _apart(found: Sequence[model.Item]) -> model.BulletsBlock:
    """Return rules on a slide of their own: the first of few over the others, as its message."""
    first, *others = found
    if len(found) <= _FEW and (first.items or others) and width(first.text) <= shorten.THREE:
        said = {"message": first.text, "from_": first.from_, "how": first.how}
        return _bullets([*first.items, *others]).model_copy(update=said)
    return _bullets(found).model_copy(update={"message": ""})


def _height(clauses: Sequence[Block]) -> float:
    return height(block.text for block in clauses)


def _texts(found: Sequence[model.Item]) -> Iterator[str]:
    for item in found:
        yield item.text
        yield from _texts(item.items)


def _bullets(found: Sequence[model.Item], start: int = 0) -> model.BulletsBlock:
    return model.BulletsBlock(bullets=tuple(found), start=start, only="deck")


def _item(rule: Rule, article: Article) -> model.Item:
    """Return a rule with its clauses below it; its sentences stay together if they have some."""
    first, *rest = rule.said
    together = bool(rule.clauses) or (bool(rest) and EXCEPTION.match(rest[0].text) is not None)
    count = len(rule.said) if rule.clauses else 1 + together
    text = "".join(s.text for s in rule.said[:count])
    whole = replace(first, text=text, last=rule.said[count - 1].last)
    below = [Rule((sentence,)) for sentence in rule.said[count:]]
    under = (*(_item(one, article) for one in below), *_clauses(rule, article))
    said = _worded(whole, alone="にかかわらず" not in whole.text)
    shown = escape(said.text) if width(said.text) <= _MOST else items.opening(said.text)
    refs = (model.line_ref(whole.first, whole.last),)
    return model.Item(text=shown, items=under, from_=refs, how=said.steps)


def _clauses(rule: Rule, article: Article) -> Iterator[model.Item]:
    """Yield what a rule enumerates, each over what stands below it."""
    level = min((b.level for b in rule.clauses), default=0)
    for over, below in _owned(rule.clauses, level):
        (text,), how = listed(over.text)
        under = tuple(_clauses(Rule((), below), article))
        yield model.Item(text=escape(text), items=under, from_=reference(over), how=how)


def _owned(found: Sequence[Block], level: int) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    """Yield the items of a level, each with those below it."""
    starts = [n for n, block in enumerate(found) if block.level <= level]
    for start, end in pairwise((*starts, len(found))):
        yield found[start], tuple(found[start + 1 : end])


def _printed(
    blocks: Sequence[Block], part: Part, article: Article, only: model.Output | None
) -> Iterator[model.Block]:
    """Yield the rules as the handout has them; ``only``: who gets the paragraphs."""
    about = part.title
    for is_list, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM):
        found = list(run)
        if is_list:
            yield from labelled.handed(tuple(lists.blocks(found, about, article)))
        else:
            yield from handed.text(found, only)
            about = f"{part.title} {found[-1].text}"
