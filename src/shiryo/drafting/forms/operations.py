"""What is done one after the other, as a numbered list: sentences of which each says an operation.

What is seen or to be minded after one (…が表示されます) stands below it. Pictures between them show
what they say.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.drafting.forms.sequence import Found, Told, short
from shiryo.drafting.select import items, salience
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.splits import order, taken
from shiryo.drafting.wording.steps import is_endless
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_BETWEEN = (Kind.IMAGE, Kind.PICTURE, Kind.CAPTION, Kind.NOTE)
_FEWEST, _ASIDES = 3, 3
"""Operations at least, and sentences at most that stand between two of them."""
_SHARE, _SAME = 0.5, 0.8
"""Of the sentences of a run those that are operations; of one what makes it the heading again."""
_RESULT = re.compile(
    r"(?:場合|とき|時)[はに、]|(?:表示さ|開き|完了|なり|始ま|終わ|行わ)[^。]{0,6}(?:ます|ました)?$|完成|^以上"
)
"""What comes of operations, or ends them."""
_RESULTS = 2
_CHOICE = re.compile(
    r"または|もしくは|いずれか|どれか|どちらか|次の方法|以下の方法|方法が[^。]{0,8}(?:あり|ある)|方法は[^。]{0,4}[つ個種]|例"
)
"""Says that one of several is to be done."""
_TYPED = 3
"""Lines of code below a step."""
_OTHERWISE = re.compile(r"または|もしくは|あるいは|もし|別の方法|うまくいか|[^。]{0,20}場合")
"""How a sentence begins that is done instead, or only where something is so."""


def rows(
    blocks: Sequence[Block], article: Article, heading: str, code: Collection[int]
) -> Iterator[Found]:
    """Yield the operations of a section's paragraphs.

    ``heading``: what is over them; ``code``: the lines that what is to be typed begins on.
    """
    start = 1
    for told in _texts(blocks, article, code):
        for first, last in _runs(told, heading):
            run = told[first : last + 1]
            steps = [*_steps(run)]
            if all(steps):
                found = tuple(step for step in steps if step)
                block = model.BulletsBlock(bullets=found, start=start, only="deck")
                start += len(found)
                yield (block,), tuple(run)


def counted(
    made: Iterable[model.Block], found: Sequence[Block], about: str
) -> Iterator[model.Block]:
    """Yield the blocks of a list, numbered on slides where its items are done in that order.

    What comes of them is told last, without a number. The handout has the author's list.
    ``about``: what is over it.
    """
    size = _operations([item for item in found if item.level == found[0].level], about)
    for block in made:
        lists = isinstance(block, model.BulletsBlock) and block.only != "handout"
        if not (size and lists and isinstance(block, model.BulletsBlock)):
            yield block
            continue
        bare = tuple(item.model_copy(update={"full": ""}) for item in block.bullets)
        for start, part in ((1, bare[:size]), (0, bare[size:])):
            if part:
                yield block.model_copy(update={"bullets": part, "start": start, "only": "deck"})
        if block.only is None:
            yield block.model_copy(update={"only": "handout"})


def _operations(tops: Sequence[Block], about: str) -> int:
    """Return how many items are operations, the first of a list; 0 if that is no row of them."""
    plain = all(not (item.number or item.label or item.detail) for item in tops)
    named = order.names_process(about)
    firsts = [item.text.partition("。")[0] for item in tops]
    done = [*takewhile(lambda text: order.is_operation(text, told=not named), firsts)]
    rest = firsts[len(done) :]
    results = len(rest) <= _RESULTS and all(map(_RESULT.search, rest))
    many = len(done) >= _FEWEST or (len(done) > 1 and (named or bool(rest)))
    chosen = _CHOICE.search(about) is not None
    return len(done) if plain and results and many and not chosen else 0


def _texts(
    blocks: Sequence[Block], article: Article, code: Collection[int]
) -> Iterator[list[Told]]:
    """Yield the sentences of paragraphs that only pictures and code part, and that, a line each."""
    told = list[Told]()
    for n, block in enumerate(blocks):
        listed = any(b.kind is Kind.ITEM and b.first not in code for b in blocks[n + 1 : n + 2])
        if block.kind in PROSE:
            told += ((sentence, block) for sentence in sentences.of(block, article))
        elif block.first in code and told and not listed:
            told += ((Sentence(line, block.first, block.last), block) for line in _lines(block))
        elif block.kind not in _BETWEEN:
            yield told
            told = []
    yield told


def _runs(told: Sequence[Told], heading: str) -> Iterator[tuple[int, int]]:
    """Yield the places of the first and the last sentence of operations that follow each other."""
    places = [n for n, (sentence, _) in enumerate(told) if _is_step(sentence.text)]
    if places and salience.share(_act(told[places[0]]), heading) >= _SAME:
        places = places[1:]
    run = list[int]()
    for n in [*places, len(told) + _ASIDES + 1]:
        if run and n - run[-1] - 1 > _ASIDES:
            said = sum(map(_is_said, told[run[0] : run[-1] + 1]))
            if len(run) >= _FEWEST and len(run) >= _SHARE * said:
                yield run[0], _end(told, run[-1])
            run = []
        run.append(n)


def _is_said(told: Told) -> bool:
    """Tell whether it says something, and is not what a step has to be typed."""
    return told[1].kind in PROSE and not items.is_address(told[0].text)


def _end(told: Sequence[Told], last: int) -> int:
    """Return where a run ends: with what is said or typed right after the ``last`` operation."""
    block = told[last][1]
    while last + 1 < len(told):
        sentence, after = told[last + 1]
        if not (after is block or after.kind not in PROSE or sentence.text.startswith("※")):
            break
        last += 1
    return last


def _is_step(text: str) -> bool:
    return not (is_endless(text) or _OTHERWISE.match(text)) and order.is_operation(text)


def _act(told: Told) -> str:
    """Return what a sentence says without the word that counts it (次に), which a number does."""
    acts = order.acts(told[0].text)
    return acts[0][1] if len(acts) == 1 else told[0].text


def _lines(block: Block) -> list[str]:
    """Return what is to be typed, if a slide has room for it beside the step that says so."""
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    return lines if len(lines) <= _TYPED and all(width(line) <= LIMIT for line in lines) else []


def _steps(run: Sequence[Told]) -> Iterator[model.Item | None]:
    """Yield the steps of a run, each with what fits below it; None for one that cannot be said."""
    groups = list[list[Told]]()
    for told in run:
        if _is_step(told[0].text):
            groups.append([told])
        else:
            groups[-1].append(told)
    for step, *asides in groups:
        said, below = _item(step), (_item(told) for told in asides)
        more = tuple(item for item in below if item)
        yield said.model_copy(update={"items": more}) if said else None


def _item(told: Told) -> model.Item | None:
    sentence, _ = told
    if not _is_said(told):
        refs = (model.line_ref(sentence.first, sentence.last),)
        return model.Item(text=escape(sentence.text), from_=refs)
    act = _act(told)
    said = short(act, told, "" if act == sentence.text else taken.ORDER, alone=True)
    return model.Item(text=said.text, from_=said.refs, how=said.how) if said else None
