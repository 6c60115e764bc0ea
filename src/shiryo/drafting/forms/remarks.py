"""Blocks that stand apart in an article and are no more than a line on slides.

A quotation that nobody is said to speak is a note, an excerpt or an example of its author's; a term
that is defined among other statements is one of them. The handout has both as they are.
"""

from collections.abc import Iterator
from dataclasses import replace

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.forms import samples
from shiryo.drafting.select import items
from shiryo.drafting.select.items import Short
from shiryo.outline import model

_NOTE = re.compile(r"\s*(?:[※*＊]|(?:訳?注釈?|注意|補足|備考|参考|例|note)\s?[:：])", re.I)
"""Begins what its author notes."""
_WORDS = re.compile(r"\s*(?:[「『“].*[」』”]|\"[^\"]+\")[^「」『』“”\"]{0,24}", re.S)
"""Somebody's words, in their brackets."""
SPEAKS = re.compile(
    r"(?:言(?:う|い|っ)|語(?:る|り|っ)|話(?:す|し)|述べ|書(?:い|か)れ?て|答え|訴え|呼びかけ|記され|"
    r"引用|抜粋|言葉|発言|コメント|メッセージ|セリフ|台詞|一節|冒頭|曰く|いわく|感想|の声)[^。]{0,16}[。:：]?$"
)
"""What leads on to words that are another's."""


def is_spoken(quote: model.QuoteBlock, said: Block, lead: Block | None) -> bool:
    """Tell whether a quotation has a speaker or a source, or ``lead`` says that it is words.

    What stands below an item may be an example of that, and no statement of the author's.
    """
    named = quote.quote.by or quote.quote.url or (lead is not None and lead.kind is Kind.ITEM)
    leads = lead is not None and (
        SPEAKS.search(lead.text.strip()) is not None or samples.leads_to(lead.text)
    )
    words = leads or _WORDS.fullmatch(said.text) is not None
    return bool(named) or (words and not _NOTE.match(said.text))


def noted(quote: model.QuoteBlock, said: Block, article: Article) -> Iterator[model.Block]:
    """Yield a quotation that nobody speaks: its lines for slides, as it is for the handout."""
    lines = [line.strip() for line in said.text.split("\n") if line.strip()]
    told = [item for text in lines if (item := line(replace(said, text=text), article))]
    if told and quote.only is None:
        yield model.BulletsBlock(bullets=tuple(told[: limits.SLIDE_LINES]), only="deck")
        yield quote.model_copy(update={"only": "handout"})
    else:
        yield quote


def termed(found: model.DefinitionBlock, said: Block, article: Article) -> Iterator[model.Block]:
    """Yield a term and what it means: one item for slides, a definition for the handout.

    Below the item stand the parts that it does not name itself, else what is said of it further.
    """
    body = found.definition
    if found.only is not None:
        yield found
        return
    parts = tuple(part.model_copy(update={"full": ""}) for part in body.items)
    told = parts and all(part.text in body.text for part in parts)
    below = items.rest(said, article) if told else parts
    more = {"title": body.term, "items": below, "from_": body.from_, "how": body.how}
    yield model.BulletsBlock(bullets=(model.Item(text=body.text, **more),), only="deck")
    yield found.model_copy(update={"only": "handout"})


def line(block: Block, article: Article) -> model.Item | None:
    """Return what a slide says of a line: its first sentence, and what it says further below."""
    said: Short = items.short(block, article, loose=True)
    if not said.text:
        return None
    below = items.rest(block, article) if said.cut else ()
    return model.Item(text=said.text, items=below, from_=said.refs, how=said.how)
