"""A few words of another's below the chosen remark that leads on to them, or speaks of them."""

from collections.abc import Iterator, Mapping, Sequence

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Block, Kind
from shiryo.drafting.cards import is_shown
from shiryo.drafting.forms import points, remarks
from shiryo.drafting.select.salience import share
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.shorten import THREE
from shiryo.drafting.wording.steps import listed
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model, statements

_SPEAKS_OF = re.compile(
    r"(?:こう|[こそ]のように|以上のように|上のように)(?:答え|語|述べ|言|話|書|記)|"
    r"(?:この|上の)(?:言葉|ことば|一節|一文|台詞|セリフ|引用|発言)(?=[^一-龠])"
)
"""In a sentence below somebody's words that speaks of them."""
_NEAR = 3
"""Sentences below the words that may do so."""
_SAME = 0.8
"""Share of what a sentence says that makes a statement the same."""
Remarks = Mapping[int, tuple[Block, Sentence]]
"""The line that a quotation begins on → that, and the remark that it belongs to."""


def remarked(blocks: Sequence[Block], article: Article) -> Remarks:
    """Return the short quotations that the sentence before them, or one after, is a remark on."""
    found = dict[int, tuple[Block, Sentence]]()
    for n, block in enumerate(blocks):
        if block.kind is not Kind.QUOTE or not 0 < width(block.text) <= THREE:
            continue
        beside = [b for b in blocks[n + 1 : n + 3] if b.kind is not Kind.CITATION][:1]
        said = [s for b in blocks[max(0, n - 1) : n] if b.kind in PROSE for s in _of(b, article)]
        more = [s for b in beside if b.kind in PROSE for s in _of(b, article)][:_NEAR]
        leads = [s for s in said[-1:] if remarks.SPEAKS.search(s.text.strip())]
        if told := [*leads, *(s for s in more if _SPEAKS_OF.search(s.text))]:
            found[block.first] = (block, told[0])
    return found


def _of(block: Block, article: Article) -> list[Sentence]:
    return sentences.of(block, article)


def placed(
    made: Sequence[model.Block],
    chosen: Sequence[model.BulletsBlock],
    found: Remarks,
    article: Article,
) -> tuple[list[model.Block], list[model.BulletsBlock]]:
    """Return a section's blocks and what is ``chosen``, with quotations below their remarks.

    A remark behind one that is not chosen is said for that; one before it is no loss. The handout
    has the quotation by itself.
    """
    own, blocks = {id(block): block for block in chosen}, list[model.Block]()
    for block in made:
        quoted = found.get(_line(block)) if is_shown(block) and id(block) not in own else None
        item = remarks.line(quoted[0], article) if quoted else None
        if not (quoted and item):
            blocks.append(block)
            continue
        for key, host in own.items():
            held = tuple(_with(host.bullets, quoted[1], item))
            if held != host.bullets:
                own[key] = host.model_copy(update={"bullets": held})
                break
        else:
            if quoted[1].first < quoted[0].first:
                blocks.append(block)
                continue
            blocks.append(_said(quoted[1], item))
        if isinstance(block, model.QuoteBlock):
            blocks.append(block.model_copy(update={"only": "handout"}))
    return [own.get(id(block), block) for block in blocks], [*own.values()]


def _said(remark: Sentence, below: model.Item) -> model.BulletsBlock:
    (text,), how = listed(remark.text)
    refs = (model.line_ref(remark.first, remark.last),)
    item = model.Item(text=escape(text), items=(below,), from_=refs, how=how)
    return model.BulletsBlock(bullets=(item,), only="deck")


def _line(block: model.Block) -> int:
    """Return the line that a quotation begins on, or a list; 0 for anything else."""
    if isinstance(block, model.QuoteBlock):
        return model.line_range(block.quote.from_[0])[0]
    return points.line(block) if isinstance(block, model.BulletsBlock) else 0


def _with(items: Sequence[model.Item], remark: Sentence, below: model.Item) -> Iterator[model.Item]:
    """Yield items, the words ``below`` the one that says the ``remark``."""
    (text,), _ = listed(remark.text)
    for item in items:
        cites = any(
            first <= remark.first <= last for first, last in map(model.line_range, item.from_)
        )
        if cites and share(text, statements.shown(item.text)) >= _SAME:
            yield item.model_copy(update={"items": (below, *item.items)})
        else:
            yield item.model_copy(update={"items": tuple(_with(item.items, remark, below))})
