"""Forms that stand in prose: somebody's words, definitions.

A form is for slides; the handout has the prose. What a form says is no bullet beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shiryo.article.model import Article, Block
from shiryo.draft import items, sentences
from shiryo.draft.forms import taken
from shiryo.draft.marks import escape
from shiryo.draft.sentences import Sentence
from shiryo.outline import model
from shiryo.outline.facts import unsupported

_QUOTES, _DEFINITIONS = 1, 2
"""At most, of a section: each has a slide of its own."""


@dataclass(frozen=True, slots=True)
class Form:
    """A block for slides, made of sentences of a paragraph."""

    block: model.Block
    at: Block
    """The paragraph that it stands in."""
    said: tuple[Sentence, ...]
    """The sentences that it says."""


def forms(blocks: Sequence[Block], article: Article) -> list[Form]:
    """Return the forms of a section's paragraphs, in their order."""
    quotes = [f for b in blocks for s in sentences.of(b, article) if (f := _quote(s, b))]
    terms = [f for b in blocks for s in sentences.of(b, article) if (f := _definition(s, b))]
    return [*quotes[:_QUOTES], *(terms if len(terms) <= _DEFINITIONS else [])]


def said(found: Sequence[Form]) -> Iterator[Sentence]:
    """Yield the sentences that forms say."""
    for form in found:
        yield from form.said


def _quote(sentence: Sentence, block: Block) -> Form | None:
    parts = taken.quoted(sentence.text)
    if not parts:
        return None
    words, who = parts
    body = model.QuoteBody(
        text=escape(words[1:-1]), by=escape(who), from_=_refs(sentence), how=(taken.QUOTE,)
    )
    return Form(model.QuoteBlock(quote=body, only="deck"), block, (sentence,))


def _definition(sentence: Sentence, block: Block) -> Form | None:
    parts = taken.defined(sentence.text)
    if not parts:
        return None
    term, meaning = parts
    short = items.part(meaning, block, in_turn=True)
    if not short.text or unsupported(short.text, sentence.text):
        return None
    body = model.DefinitionBody(
        term=escape(term),
        text=short.text,
        from_=_refs(sentence),
        how=(taken.DEFINE, *short.how),
    )
    return Form(model.DefinitionBlock(definition=body, only="deck"), block, (sentence,))


def _refs(sentence: Sentence) -> tuple[str, ...]:
    return (model.line_ref(sentence.first, sentence.last),)
