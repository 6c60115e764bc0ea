"""What is left to show of a section that claims nothing: talk, code, pictures, links, promotion."""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import letters
from shiryo.article.model import Article, Block, Kind
from shiryo.drafting.forms import talk
from shiryo.drafting.select import items, weight
from shiryo.drafting.select.whole import asks, is_name
from shiryo.drafting.select.worded import EXCEPTION
from shiryo.drafting.wording import sentences
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import listed
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import model

_MOST, _NAMES = 3, 24
_LINES = 8
"""Lines of code that a slide shows."""
_WIDE = 1.5 * LIMIT
"""Full-width characters of a line of code: three lines of a slide."""
_LEAST = 12.0
"""Full-width characters of a sentence that says more than a greeting."""
_TELLING, _FILE = 3.0, re.compile(r"\.[A-Za-z]{3,4}$")
"""Full-width characters of what is said of a picture that says anything (図), and a mere file."""
_TALK = re.compile(
    r"ご覧|お読み|お問い?合わせ|了承|下記|以下[をのに]|下の|こちら|ぜひ|是非|ご一読|ご存[知じ]|ありがと|誠に|https?:|<!--|[?？]$"
)
_PROSE = (Kind.ITEM, Kind.PARAGRAPH)
_NOTE = re.compile(r"\s*(?:[※＊]|(?:注意?|ご注意)[:：])")
_ANNOUNCES = re.compile(
    r"(?:以下|ここ|本(?:章|節|項|稿|ページ)|この(?:章|節|項|ページ|文書))(?:では|に(?:は|おいて)?|、)"
    r".*(?:記載|定義|説明|紹介|解説|列挙|整理|記述|示(?:す|した)|述べ(?:る|た)|挙げ(?:る|た)|まとめ(?:る|た)?)"
    r"(?:する|した|している|していく|ている|ていく)?$"
)
"""What a part of the text says of itself."""
_SHOWS = re.compile(
    r"(?:図|写真|画像|スクリーンショット|スクショ|グラフ|(?<![実事判])例|サンプル)[0-9０-９]*[をに]"
    r"(?:以下に|下に|次に)?(?:示(?:す|した)|載せ(?:る|た)|掲げ(?:る|た)|掲載(?:する|した)?)$|"
    r"^(?:参考まで(?:に)?|ここで)、?[^。]*を(?:紹介|掲載)(?:する|した|しておく)?$|"
    r"読み(?:飛ば|とば)(?:す|すこと|そう|して(?:も(?:よ|良)い|も?構わない|ほしい))$"
)
"""What says that a picture or an example is there, or what need not be read."""
_WORDS = (Kind.ITEM, Kind.PARAGRAPH, Kind.LEAD_IN, Kind.CAPTION, Kind.CITATION, Kind.DIALOGUE)


def is_promotion(blocks: Sequence[Block]) -> bool:
    """Tell whether a section only thanks its reader and advertises."""
    aside = (b.kind in (Kind.PROMOTION, Kind.DIALOGUE) and not talk.is_talk(b) for b in blocks)
    return bool(blocks) and all(aside)


def announces(text: str) -> bool:
    """Tell whether a statement only says what a part of the text tells, or that it shows it.

    ここでは…を記載, …の例を示す; what need not be read (読み飛ばす) says no more.
    """
    if _SHOWS.search(text):
        return True
    return _ANNOUNCES.match(text) is not None and not facts(text)


def only_announces(found: Sequence[Block], article: Article) -> bool:
    """Tell whether a section only says that something is told or is there, or asks that first."""
    if any(b.kind not in (Kind.PARAGRAPH, Kind.LEAD_IN, Kind.PROMOTION) for b in found):
        return False
    told = [s for b in found for s in sentences.of(b, article)]
    if len(told) > limits.SECTION_ITEMS:
        return False
    said = [listed(s.text)[0][0] for s in told]
    hollow = [weight.HOLLOW.search(text) is not None or announces(text) for text in said]
    return any(hollow) and all(h or asks(text) for h, text in zip(hollow, said, strict=True))


def blocks(found: Sequence[Block], article: Article, heading: str = "") -> Iterator[model.Block]:
    """Yield the block that shows something of a section; none if there is nothing.

    A picture that is called as the ``heading`` is says nothing more.
    """
    if is_promotion(found):
        yield from closing(found, article)
        return
    prose, rest = ([b for b in found if (b.kind in _PROSE) is own] for own in (True, False))
    words = _worth_most(prose, article) or _worth_most(rest, article)
    others = [b for b in found if letters(b.text) != letters(heading)]
    shown = words or [*_code(found)] or [*_pictures(others)]
    if shown:
        yield model.BulletsBlock(bullets=tuple(shown), only="deck")
        return
    said = [s for b in found if b.kind in _WORDS for s in sentences.of(b, article)]
    if first := next((s for s in said if width(s.text) >= _LEAST), next(iter(said), None)):
        refs = (model.line_ref(first.first, first.last),)
        yield model.TextBlock(
            text=(model.Text(text=items.opening(first.text), from_=refs),), only="deck"
        )


def noted(found: Sequence[Block], article: Article) -> Iterator[model.Block]:
    """Yield what a heading's own notes say (※…), where all else stands in the sections below it."""
    notes = [b for b in found if b.kind in _PROSE and _NOTE.match(b.text)]
    if told := [*islice(_items(notes, article), limits.SLIDE_ITEMS)]:
        yield model.BulletsBlock(bullets=tuple(told), only="deck")


def _worth_most(found: Sequence[Block], article: Article) -> list[model.Item]:
    """Return the first items that are more than talk and names; where all are, the first ones.

    Names alone are a list (of works, of places), and whole where it is not very long.
    """
    first = islice(_items(found, article), limits.SECTION_ITEMS)
    more, other = list[model.Item](), list[model.Item]()
    while len(more) < _MOST and (item := next(first, None)):
        (other if _TALK.search(item.text) or is_name(item.text) else more).append(item)
    named = not _TALK.search(" ".join(item.text for item in other))
    return more or (other if named and len(other) <= _NAMES else other[:_MOST])


def _items(found: Sequence[Block], article: Article) -> Iterator[model.Item]:
    for block in found:
        if block.kind in _WORDS:
            said = items.short(block, article, loose=True)
            if said.text:
                rest = [i for i in items.rest(block, article) if EXCEPTION.match(i.text)]
                more = tuple(rest) if said.cut else ()
                yield model.Item(text=said.text, items=more, from_=said.refs, how=said.how)


def _code(found: Sequence[Block]) -> Iterator[model.Item]:
    """Yield the lines of code, of blocks that a slide shows whole; of a long one the first.

    None of a block of which a line is too long: the rest of it would be other code.
    """
    code = [(b, [*filter(None, map(str.strip, b.text.split("\n")))]) for b in found if _is_code(b)]
    fits = [(b, said) for b, said in code if all(width(line) <= _WIDE for line in said)]
    whole = [(b, line) for b, said in fits if len(said) <= _LINES for line in said]
    opening = [(b, line) for b, said in fits for line in said]
    for block, line in whole[:_LINES] or opening[:_MOST]:
        yield model.Item(text=escape(line), from_=(model.line_ref(block.first, block.last),))


def _is_code(block: Block) -> bool:
    return block.kind is Kind.CODE


def _pictures(found: Sequence[Block]) -> Iterator[model.Item]:
    for block in found:
        told = _TELLING <= width(block.text) <= LIMIT and not _FILE.search(block.text)
        if block.kind is Kind.IMAGE and told:
            yield model.Item(
                text=escape(block.text), from_=(model.line_ref(block.first, block.last),)
            )


def _is_heading(text: str, article: Article) -> bool:
    """Tell whether a line of a table of contents names a heading with a name or a number in it."""
    return any(b.kind is Kind.HEADING and b.text == text for b in article.blocks)


def closing(found: Sequence[Block], article: Article) -> Iterator[model.TextBlock]:
    """Yield what promotion says that holds a name, a number or a date, for the handout.

    What points back (その名は…) stands behind the paragraph that it points to.
    """
    said = list[sentences.Sentence]()
    for before, block in pairwise([None, *(b for b in found if b.kind is Kind.PROMOTION)]):
        if block and facts(block.text) and not _is_heading(block.text, article):
            told = [s for s in sentences.of(block, article) if not _TALK.search(s.text)]
            leans = bool(told) and before is not None and weight.points_back(told[0].text)
            said += [*(sentences.of(before, article) if before and leans else ()), *told]
    texts = tuple(
        model.Text(text=escape(s.text), from_=(model.line_ref(s.first, s.last),)) for s in said
    )
    if texts:
        yield model.TextBlock(text=texts, only="handout")
