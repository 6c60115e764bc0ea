"""Forms that stand in prose: somebody's words, definitions, steps, timelines, comparisons, figures.

A form is for slides; the handout has the prose. What a form says is no bullet beside it.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, islice

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import PROSE, Article, Block
from shiryo.drafting.forms import (
    chart,
    contrast,
    hints,
    operations,
    pointed,
    remedies,
    runin,
    sequence,
)
from shiryo.drafting.select import items
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.splits import counts, stated, taken
from shiryo.drafting.wording.steps import is_endless
from shiryo.facts.facts import unsupported
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model
from shiryo.values import dataclass

_COMMENT = re.compile(r"(?:コメント|談話|の声|の言葉|のことば|メッセージ)$")
_WORDS = re.compile(r"「[^「」]{10,150}」")
_QUOTES = 1
"""At most, of a section: each has a slide of its own."""
_TERMS = 2
"""At least, that are a table: one alone is said like any sentence, in its place."""
_FIGURES, _ROOM = 4, 18.0
"""Numbers at most that stand large beside each other, and characters that there is room for."""


@dataclass(frozen=True, slots=True)
class Form:
    """Blocks for slides, made of sentences of paragraphs."""

    blocks: tuple[model.Block, ...]
    at: Block
    """The paragraph that it stands in, or begins in."""
    said: tuple[Sentence, ...]
    """The sentences that it says."""
    whole: bool = False
    """Whether a section may have nothing else to say."""
    drawn: bool = False
    """Whether it draws what its sentences say: one of them may be the message all the same."""
    steps: bool = False
    """Whether what its section claims can only stand before it."""

    @property
    def lines(self) -> Iterator[int]:
        """The lines that what it says begins on."""
        return (sentence.first for sentence in self.said)


def row(blocks: Sequence[Block], article: Article) -> list[Form]:
    """Return the row of heads that a section's paragraphs stand under, as a form; or nothing."""
    return [
        Form(made, at, tuple(sentence for sentence, _ in run), whole=True)
        for (made, run), at in runin.rows(blocks, article)
    ]


def forms(
    blocks: Sequence[Block], article: Article, heading: str, code: Collection[int] = ()
) -> list[Form]:
    """Return the forms of a section's paragraphs; of a sentence at most one.

    ``code``: the lines that what is to be typed begins on.
    """
    steps = operations.rows(blocks, article, heading, code)
    found = [_form(*made, steps=True) for made in steps]
    gone = set(said(found))
    found += (
        _form(*made)
        for made in hints.labelled(blocks, article)
        if gone.isdisjoint(s for s, _ in made[1])
    )
    done = set(said(found))
    for kind, group in groupby(blocks, key=lambda b: b.kind in PROSE):
        told = [t for t in _told(group, article) if t[0] not in done] if kind else []
        found += (_form(*made) for made in _whole(told, heading))
    done = set(said(found))
    found += (
        _form(*made) for made in pointed.addresses(blocks, article) if made[1][0][0] not in done
    )
    rest = _told([b for b in blocks if b.kind in PROSE], article)
    gone = set(said(found))
    rest = [told for told in rest if told[0] not in gone]
    if plotted := next((form for told in rest if (form := _plotted(*told, heading))), None):
        found.append(plotted)
        rest = [told for told in rest if told[0] not in plotted.said]
    if not any(isinstance(block, model.FiguresBlock) for f in found for block in f.blocks):
        found += _stated(rest)
        gone = set(said(found))
        rest = [told for told in rest if told[0] not in gone]
    quotes = [form for told in rest if (form := _quote(*told) or _comment(*told, heading))]
    terms = [term for told in rest if (term := _term(*told))]
    return [*found, *quotes[:_QUOTES], *([_terms(terms)] if len(terms) >= _TERMS else [])]


def _form(
    made: tuple[model.Block, ...], run: tuple[sequence.Told, ...], *, steps: bool = False
) -> Form:
    return Form(made, run[0][1], tuple(sentence for sentence, _ in run), whole=True, steps=steps)


def _told(blocks: Iterable[Block], article: Article) -> list[sequence.Told]:
    """Return the sentences of paragraphs that are not too long to have a form, not too many."""
    said = ((s, b) for b in blocks for s in sentences.of(b, article) if not is_endless(s.text))
    return [*islice(said, limits.SECTION_SENTENCES)]


def _whole(told: Sequence[sequence.Told], heading: str) -> list[sequence.Found]:
    """Return what tells the matter of a row of sentences best."""
    return (
        [*sequence.steps(told, heading)]
        or [*remedies.remedies(told)]
        or [*sequence.timelines(told)]
        or [*contrast.comparisons(told, heading)]
        or [*_figures(told)]
    )


def _figures(told: Sequence[sequence.Told]) -> Iterator[sequence.Found]:
    """Yield the numbers of sentences in a row that are nothing but counts."""
    for is_count, group in groupby(told, key=lambda t: bool(counts.counts(t[0].text))):
        run = list(group)
        found = [(s, count) for s, _ in run for count in counts.counts(s.text)]
        large = all(width(c.value) <= _ROOM / len(found) for _, c in found)
        if is_count and large and 2 <= len(found) <= _FIGURES:
            figures = tuple(
                model.Figure(
                    value=c.value,
                    unit=c.unit,
                    label=escape(c.label),
                    from_=_refs(s),
                    how=(taken.COUNT,),
                )
                for s, c in found
            )
            yield (model.FiguresBlock(figures=figures, only="deck"),), tuple(run)


def _stated(told: Sequence[sequence.Told]) -> Iterator[Form]:
    """Yield the numbers that sentences of a section state, or one of which it is said whose."""
    found = [(t, number) for t in told if (number := stated.stated(t[0].text))][:_FIGURES]
    noted = len(found) == 1 and found[0][1].note
    large = all(width(number.value) <= _ROOM / len(found) for _, number in found)
    if not (large and (noted or len({number.label for _, number in found}) > 1)):
        return
    figures = tuple(
        model.Figure(
            value=number.value,
            unit=number.unit,
            label=escape(number.label),
            note=escape(number.note),
            from_=_refs(sentence),
            how=(taken.STATED,),
        )
        for (sentence, _), number in found
    )
    block = model.FiguresBlock(figures=figures, only="deck")
    yield Form((block,), found[0][0][1], tuple(sentence for (sentence, _), _ in found))


def _plotted(sentence: Sentence, block: Block, heading: str) -> Form | None:
    """Return the numbers that a sentence tells of several things or times, as a chart."""
    drawn = chart.told(sentence.text, heading, _refs(sentence))
    return Form((drawn,), block, (sentence,), drawn=True) if drawn else None


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
    return Form((model.QuoteBlock(quote=body, only="deck"),), block, (sentence,))


def _comment(sentence: Sentence, block: Block, heading: str) -> Form | None:
    """Return a paragraph of words in brackets under a heading that says whose they are."""
    text = sentence.text.strip()
    if not (_COMMENT.search(heading) and block.text.strip() == text and _WORDS.fullmatch(text)):
        return None
    body = model.QuoteBody(text=escape(text[1:-1]), from_=_refs(sentence))
    return Form((model.QuoteBlock(quote=body, only="deck"),), block, (sentence,), whole=True)


@dataclass(frozen=True, slots=True)
class _Term:
    row: model.Row
    at: Block
    sentence: Sentence


def _term(sentence: Sentence, block: Block) -> _Term | None:
    """Return a term and its meaning, if a sentence defines one."""
    parts = taken.defined(sentence.text)
    short = items.part(parts[1], block) if parts else None
    if short is None or not short.text or unsupported(short.text, sentence.text):
        return None
    how = (taken.DEFINE, *short.how)
    row = model.Row(cells=(escape(parts[0]), short.text), from_=_refs(sentence), how=how)
    return _Term(row, block, sentence)


def _terms(found: Sequence[_Term]) -> Form:
    """Return definitions as one table of terms and meanings."""
    heads = (wording("drafted.head.term"), wording("drafted.head.meaning"))
    body = model.TableBody(columns=heads, rows=tuple(term.row for term in found))
    table = model.TableBlock(table=body, only="deck")
    return Form((table,), found[0].at, tuple(term.sentence for term in found))


def _refs(sentence: Sentence) -> tuple[str, ...]:
    return (model.line_ref(sentence.first, sentence.last),)
