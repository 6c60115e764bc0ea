"""The author's lists under labels of their own (よい点:), as slides show them.

Two labels of one kind stand beside each other; else an item is its list's head. The handout has
label and list as the author has them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise, takewhile

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.drafting.cards import counted, is_shown
from shiryo.drafting.select import weight
from shiryo.drafting.select.claims import Claim
from shiryo.drafting.select.items import is_address
from shiryo.drafting.select.leads import only_points
from shiryo.drafting.select.parting import reference
from shiryo.drafting.select.relations import COMMENTS, POINTS
from shiryo.drafting.select.salience import share
from shiryo.drafting.wording import naming, sentences
from shiryo.drafting.wording.pointers import FRAME
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.splits import sides
from shiryo.drafting.wording.steps import DROP_FRAME, listed
from shiryo.facts.bearings import bearings
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.outline import model

_SENTENCE = re.compile(r"[。！!？?]$|[いただるす]$")
_FOLLOWING = re.compile(r"(?:次|以下|下記)の[一-龠ァ-ヴー]+")
_OPEN = ("、", "，", "?", "？")
_LONG = 1.5
"""How much longer a label may be that denies or says what follows: no list is shown without it."""
_SAME = 0.8
"""Share of what a label says that makes a claim the same."""
_WHOLE = 0.95
"""Share of what a claim says that makes it a part of a label."""
_LEAST = 7.0
"""Full-width characters of what goes on from a list, and says more than という感じ."""
_DEEP, _MANY = 2, 3 * limits.SLIDE_ITEMS
"""Levels below the first, and items, from which on a list is left as it is."""
_HOLLOW = (
    "以下", "下記", "次", "とおり", "通り", "よう", "もの", "こと", "点", "例", "場合", "方",
    "ため", "記載", "紹介", "一覧", "列挙", "以上", "要点", "要約", "まとめ",
)  # fmt: skip
"""Nouns that say nothing of items."""
_TITLE = 14.0
"""Full-width characters of the title of a column."""

Labels = Mapping[int, Block]
"""The line of a list's first item → its label."""
Told = Mapping[int, list[Claim | Sentence]]
"""What slides say, by the lines that it stands on."""
Blocks = tuple[model.Block, ...]


def labels(
    blocks: Sequence[Block],
    article: Article,
    said: Sequence[Claim | Sentence],
    known: str,
    *,
    alone: bool,
    code: Collection[int] = (),
) -> Labels:
    """Return what stands right above lists and says whose they are, or of what kind.

    Of several lists whatever it is: without it the next one goes on under the first one's. Of one
    list what tells more than is ``known`` by heading and message; where it is ``alone``, in a
    section without a message, any label. None that is among what is ``said`` on the slides.
    """
    lists, told = list(over(blocks)), _by_line(said)
    several = sum(not _goes_on(items, before) for before, (_, items) in _with_before(lists)) > 1
    found = dict[int, Block]()
    for block, items in lists:
        typed = items[0].first in code
        label = _label(block, article, told, any_=typed)
        if label and items is lists[0][1] and only_points(_words(label).rstrip("。"), known):
            continue  # the heading says it
        if label and not _is_said(label, told):
            sentence = _SENTENCE.search(_words(label)) is not None
            tells = _tells_more(_words(label), known, items)
            if several or tells or typed or (alone and not sentence):
                found[items[0].first] = label
    framed = ((items[0].first, frame) for items, frame in _framed(blocks, article))
    return {**dict(framed), **found}


def _framed(blocks: Sequence[Block], article: Article) -> Iterator[tuple[Sequence[Block], Block]]:
    """Yield lists with what goes on from them (…という悩みがある); none below what is whole."""
    runs = [list(run) for _, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM)]
    for over, items, after in zip([[], *runs], runs, runs[1:], strict=False):
        if items[0].kind is not Kind.ITEM or not FRAME.match(after[0].text.strip()):
            continue
        first = sentences.of(after[0], article)[0] if after[0].kind in PROSE else None
        whole = over and over[-1].kind in PROSE and not _breaks_off(_words(over[-1]))
        says = first and not weight.HOLLOW.search(listed(first.text, first=(DROP_FRAME,))[0][0])
        if first and says and not whole and _LEAST <= width(first.text) <= LIMIT:
            yield items, replace(after[0], text=first.text, first=first.first, last=first.last)


def over(blocks: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Yield the lists with what stands right above each, but for an address."""
    runs = [list(run) for _, run in groupby(blocks, key=lambda b: b.kind is Kind.ITEM)]
    for before, items in pairwise(runs):
        if items[0].kind is Kind.ITEM:
            said = [b for b in before[::-1] if not is_address(b.text)] or before[-1:]
            comments = (
                len(said) > 1 and COMMENTS.match(said[0].text) and POINTS.search(said[1].text)
            )
            yield said[1 if comments and said[1].kind in PROSE else 0], items


def _with_before(
    over: Sequence[tuple[Block, list[Block]]],
) -> Iterator[tuple[list[Block], tuple[Block, list[Block]]]]:
    """Yield the lists, each with the items of the one before it."""
    return zip(([], *(items for _, items in over)), over, strict=False)


def _goes_on(items: Sequence[Block], before: Sequence[Block]) -> bool:
    """Tell whether ``items`` are of the list ``before`` them, after what stands between."""
    if not before:
        return False
    number, last = items[0].number, next((b.number for b in reversed(before) if b.number), None)
    return items[0].level > before[0].level or bool(number and last and number.follows(last))


def _label(block: Block, article: Article, told: Told, *, any_: bool) -> Block | None:
    """Return what heads the list below a block, its last sentence; None if nothing does.

    It goes back to the one that points to the list (次の…である。これに限らない。), without what is
    ``told`` elsewhere. ``any_``: whether any does or not.
    """
    named = block.kind in (Kind.LEAD_IN, Kind.PARAGRAPH) and not is_address(block.text)
    if not named or not block.text.strip():
        return None
    found = sentences.of(block, article)
    pointing = [n for n, one in enumerate(found) if POINTS.search(one.text)]
    for n in (*pointing[-1:], -1):
        if len(found) > 1 and n >= 0 and _is_told(found[n], told):
            return None
        more = takewhile(lambda one: not _is_told(one, told), found[n + 1 :] if n >= 0 else ())
        some = [found[n], *more]
        text = "".join(one.text for one in some)
        label = replace(block, text=text, first=some[0].first, last=some[-1].last)
        most = _LONG * LIMIT if pointing or bearings(text)["denied"] else LIMIT
        if width(_words(label)) <= most and not _breaks_off(_words(label)):
            return label if pointing or any_ or block.kind is Kind.LEAD_IN else None
    return None


def _breaks_off(text: str) -> bool:
    """Tell whether ``text`` goes on in what stands below it (悪い所は、), or only asks."""
    last = words(text)[-1] if text else None
    if last is None or last.surface in _OPEN:
        return True
    joins = last.pos == "助詞" and last.sub in ("格助詞", "係助詞", "接続助詞")
    return joins or (last.pos == "助動詞" and last.form.startswith("連用形"))


def _by_line(said: Iterable[Claim | Sentence]) -> Told:
    """Return what slides say by the lines that it stands on, in time that grows with those."""
    made = defaultdict[int, list[Claim | Sentence]](list)
    for one in said:
        for line in {one.first, one.last}:
            made[line].append(one)
    return made


def _is_told(sentence: Sentence, told: Told) -> bool:
    """Tell whether a slide says it, or what it says but for its ground."""
    (text,), _ = listed(sentence.text)
    near = [one.text for one in told.get(sentence.first, ())]
    return any(share(text, one) >= _SAME or share(one, text) >= _WHOLE for one in near)


def _is_said(label: Block, told: Told) -> bool:
    """Tell whether a slide says it already, or names what it counts."""
    (text,), _ = listed(_words(label))
    near = [one for line in {label.first, label.last} for one in told.get(line, ())]
    named = any(naming.STEP in one.how and one.first == label.first for one in near)
    return named or any(share(w, one.text) >= _SAME for one in near for w in (text, label.text))


def _tells_more(text: str, known: str, items: Sequence[Block]) -> bool:
    """Tell whether a label says of what kind items are: it denies, or names what is not ``known``.

    A list of many levels, or of very many items, has its own heads.
    """
    if bearings(text)["denied"]:
        return True
    deep = max(item.level for item in items) - items[0].level >= _DEEP
    said = _FOLLOWING.sub("", text)
    own = (w.surface for w in words(said) if w.pos == "名詞" and w.surface not in _HOLLOW)
    return not deep and len(items) <= _MANY and any(noun not in known for noun in own)


def _words(label: Block) -> str:
    return label.text.strip().rstrip(":：").strip()


def placed(heads: Labels, made: Mapping[int, Blocks]) -> dict[int, Blocks]:
    """Return the blocks of lists, each by the line of its first item, as their labels have them."""
    found, waiting = dict(made), sorted(line for line in made if line in heads)
    while waiting:
        line, *rest = waiting
        beside = rest and _compared(heads[line], made[line], heads[rest[0]], made[rest[0]])
        if beside:
            found[line] = (*handed(made[line]),)
            found[rest[0]] = (*beside, *handed(made[rest[0]]))
        else:
            found[line] = (*_headed(heads[line], made[line]),)
        waiting = rest[1:] if beside else rest
    return found


def _headed(label: Block, made: Blocks) -> Iterator[model.Block]:
    """Yield the blocks of a list, those of slides under its label.

    A list of other numbers that follows is none of the label's.
    """
    own = tuple(takewhile(lambda block: _is_numbered(block) == _is_numbered(made[0]), made))
    items = tuple(_shown(own)) if all(isinstance(b, model.BulletsBlock) for b in own) else ()
    frame = (DROP_FRAME,) if FRAME.match(label.text.strip()) else ()
    (text,), how = listed(_words(label), first=frame)
    if not items:
        drawn = isinstance(made[0], model.TableBlock) and made[0].only == "deck"
        drawn |= isinstance(made[0], model.CompareBlock)
        if drawn or bearings(text)["denied"]:
            head = model.Item(text=escape(text), from_=reference(label), how=how)
            yield model.BulletsBlock(bullets=(head,), only="deck")
        yield from made
        return
    head = model.Item(text=escape(text), items=items, from_=reference(label), how=how)
    yield model.BulletsBlock(bullets=(head,), only="deck")
    yield from handed(own)
    yield from made[len(own) :]


def _is_numbered(block: model.Block) -> bool:
    return isinstance(block, model.BulletsBlock) and block.start > 0


def _compared(one: Block, left: Blocks, other: Block, right: Blocks) -> Blocks:
    """Return two lists side by side, for slides; nothing if their labels are no pair."""
    names, both = (_words(one), _words(other)), (list(_shown(left)), list(_shown(right)))
    pair = sides.are_opposites(*names) or sides.are_alike(*names)
    plain = all(isinstance(block, model.BulletsBlock) for block in (*left, *right))
    flat = not any(item.items for items in both for item in items)
    short = all(0 < len(items) <= limits.SLIDE_ITEMS for items in both)
    if not (pair and plain and flat and short and max(map(width, names)) <= _TITLE):
        return ()
    columns = tuple(
        model.CompareColumn(
            title=escape(name),
            items=tuple(items),
            tone="caution" if sides.CAUTION.fullmatch(name) else "plain",
            from_=reference(label),
        )
        for name, items, label in zip(names, both, (one, other), strict=True)
    )
    return (model.CompareBlock(compare=model.CompareBody(columns=columns), only="deck"),)


def _shown(made: Blocks) -> Iterator[model.Item]:
    """Yield the items of lists that slides show, numbers in their words."""
    for block in made:
        if isinstance(block, model.BulletsBlock) and is_shown(block):
            yield from counted(block)


def handed(made: Blocks) -> Iterator[model.Block]:
    """Yield blocks for the handout alone, without those for slides."""
    for block in made:
        if block.only != "deck":
            yield block.model_copy(update={"only": "handout"})
