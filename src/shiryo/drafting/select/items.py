"""What the author lists, in the words of a slide: short, with the full text beside where it is not.

An item is said whole where it fits, else by its first sentence, which the others lean on: never by
another of them. A sentence that is long even so is said whole, as far as a slide can take it.
"""

from collections.abc import Sequence
from itertools import groupby

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.marks import letters
from shiryo.article.model import Article, Block
from shiryo.drafting.select import choice, worded
from shiryo.drafting.select import claims as statements
from shiryo.drafting.wording import background, sentences
from shiryo.drafting.wording.sentences import Sentence, split
from shiryo.drafting.wording.shorten import LIMIT
from shiryo.drafting.wording.steps import bare, listed, rewordings
from shiryo.facts.facts import unsupported
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline.model import Item, line_ref
from shiryo.values import dataclass

_ADDRESS = re.compile(r"(?!\W{0,2}(?:[=-]>|[→⇒]))[^。、]{0,12}https?://")
"""An item that is an address: nothing to read on a slide, unless an arrow says that it answers."""
_PATTERN = re.compile(r"https?://(?:[^\s/]*\*|localhost\b|127\.|\[?::1)")
"""An address that leads nowhere but is the very matter: of a machine's own, or of many."""
_ITS_END = re.compile(r"[!-~]*")
_SAYS = re.compile(r"^[^a-zA-Z]{0,3}[※。].{4}|[はがを].{4}")
"""What stands behind an address where something is said there."""
_AWAY = re.compile(
    r"(?:[^、。]{0,12}(?:は|について))?、?こちら(?:から|へ|です|の(?:ページ|サイト|リンク))?。?"
)
"""An item that only says that more is elsewhere."""
_EXAMPLE = re.compile(r"(?:[一-龠ァ-ヴーの]{0,8}例|例文|文例)[0-9０-９]{0,2}")
"""The label of an example: how it is worded is what it shows."""
_BESIDE = re.compile(
    r"[上下左右]の?(?:図|表|写真|画像|動画)は|"
    r"(?:詳細|詳しく|詳しい内容)(?:は|について|に関して)(?:[^。、]{0,16}(?:以下|後|下記|次|こちら)|"
    r"[^。]{0,60}(?:参照|ご?覧))[^。、]{0,16}[。．]?$"
)
"""What an item says further of a picture beside it, or that more is told elsewhere."""
_LEAST = 6.0
"""Full-width characters of what says anything."""
_LINES, _MOST = LIMIT * 1.5, LIMIT * 8
"""Full-width characters of an item that is not shortened, three lines of a slide, and of one that
cannot be: what layout parts over pages.
"""
_FAR = 1_000
"""Characters of a text that is not reworded."""
OPENING = 200
"""Full-width characters that a slide shows of a sentence that none can hold."""
_BELOW = 2
"""Sentences at most that stand below an item's first one."""
_COMES_OF = re.compile(
    r"[^。、]{0,24}(?:違反|反|従わ|守ら|怠)[^。、]{0,8}(?:と|場合(?:は|には)?|ときは?)、"
)
"""How the last one begins that says what comes of not doing what the item says: it stands, too."""
_NTH = re.compile(
    r"(?:まず(?:は|、)|もう[1１一ひ](?:つ|人|軒|冊|点)|[1-9１-９一二三四五六七八九](?:つ|人|軒|冊|点|本|社|店|件|種類|か所)目)"
)
"""How a sentence begins that names one of those which the item counts."""
_COUNTED = 4
"""How many of these stand below it at most."""
_OPENING = 6
"""Letters of a sentence by which it is found among an item's lines."""
_LEANS = 1.0
"""What is no fault there: it points back to that one."""


@dataclass(frozen=True, slots=True)
class Short:
    """A text as a slide says it."""

    text: str
    """Inline text; empty if nothing of it fits."""
    full: str
    """The author's words; empty if they are the same."""
    cut: bool
    """Whether the author's words say more."""
    how: tuple[str, ...]
    refs: tuple[str, ...]


def short(block: Block, article: Article, *, loose: bool = False) -> Short:
    """Return an item of the author's as a slide says it.

    ``loose``: an address, a question or an exclamation will do.
    """
    return _short(block.text, block, sentences.of(block, article), _LINES, loose=loose)


def leads_away(text: str) -> bool:
    """Tell whether a text only says that more is elsewhere (詳細はこちら)."""
    return _AWAY.fullmatch(text.strip()) is not None


def is_address(text: str) -> bool:
    """Tell whether an item is nothing that a slide shows but where something is found."""
    found = _ADDRESS.match(text)
    if found is None or _PATTERN.search(text):
        return False
    end = _ITS_END.match(text, found.end())
    return not (end and _SAYS.search(text[end.end() :]))


def opening(text: str) -> str:
    """Return a sentence; of one that no slide holds the beginning, since the handout has it all."""
    if width(text) <= OPENING:
        return escape(text)
    head = text[:OPENING]
    return escape(head[: head.rfind("、") + 1] or head) + "…"


def part(whole: str, block: Block, *, alone: bool = False) -> Short:
    """Return a part of ``block`` (a cell, the text of a step) likewise, in two lines.

    ``alone``: it has as much room as an item, as the text of a definition.
    """
    found = [Sentence(s, block.first, block.last) for s in split(whole)]
    return _short(whole, block, found, _LINES if alone else LIMIT)


def rest(block: Block, article: Article) -> tuple[Item, ...]:
    """Return what stands below an item's first sentence: the others, of many the weightiest.

    What takes something from the first (ただし、…) always does. Every paragraph has its say before
    any has a second one. What leans on another one (これは…) stands below no other;
    what an item counts (2軒が、…) is named.
    """
    others = [s for s in sentences.of(block, article)[1:] if not _BESIDE.match(s.text.strip())]
    excepted = [s for s in others[:1] if worded.EXCEPTION.match(s.text)]
    lines = _LINES if len(others) == 1 else LIMIT
    most = _BELOW + bool(others and _COMES_OF.match(others[-1].text))
    if len(others) <= most and all(width(s.text) <= lines for s in others):
        return tuple(map(_item, others))
    if excepted and width(others[0].text) <= _MOST:
        return (_item(others[0]), *_weightiest(others[1:], block, article, _BELOW - 1))
    told = _weightiest(others, block, article, _BELOW)
    return told or tuple(_item(s) for s in others[:1] if width(s.text) <= _MOST)


def _weightiest(
    others: Sequence[Sentence], block: Block, article: Article, most: int
) -> tuple[Item, ...]:
    found = [c for c in statements.claims(others, "") if _fits_below(c)]
    paragraphs, heard, chosen = (
        _paragraphs(others, block, article),
        set[int](),
        list[statements.Claim](),
    )
    told = {paragraphs[claim.sentence] for claim in found}
    nth = {c.order for c in found if _NTH.match(others[c.sentence].text)}
    nth = nth if len(nth) > 1 else set()
    most = max(most, min(len(nth), _COUNTED))
    ranked = sorted(found, key=lambda c: (c.order not in nth, -c.score - _LEANS * c.leans, c.order))
    for claim in (*ranked, *ranked):
        said = {c.sentence for c in chosen}
        hangs = claim.leans and claim.sentence > 0 and claim.sentence - 1 not in said
        fresh = paragraphs[claim.sentence] not in heard or claim.order in nth
        free = claim.sentence not in said and not hangs and len(chosen) < most
        if free and (fresh or heard == told):
            chosen.append(claim)
            heard.add(paragraphs[claim.sentence])
    return tuple(
        Item(text=escape(c.text), from_=c.refs, how=c.how)
        for c in sorted(chosen, key=lambda c: c.order)
    )


def _fits_below(claim: statements.Claim) -> bool:
    return width(claim.text) <= _LINES and not claim.conceded


def _paragraphs(found: Sequence[Sentence], block: Block, article: Article) -> list[int]:
    """Return the paragraph of the item that each sentence stands in, by its number."""
    lines = [letters(line) for line in article.lines[block.first - 1 : block.last]]
    parts = ["".join(run) for blank, run in groupby(lines, key=lambda line: not line) if not blank]
    places, at = list[int](), 0
    for sentence in found:
        opening = letters(sentence.text)[:_OPENING]
        at = next((n for n in range(at, len(parts)) if opening in parts[n]), at)
        places.append(at)
    return places


def _item(sentence: Sentence) -> Item:
    (text,), how = listed(sentence.text)
    refs = (line_ref(sentence.first, sentence.last),)
    return Item(text=escape(text), from_=refs, how=how)


def _short(
    whole: str, block: Block, found: Sequence[Sentence], most: float, *, loose: bool = False
) -> Short:
    refs, full = (line_ref(block.first, block.last),), escape(bare(whole))
    example = _EXAMPLE.fullmatch(block.label or re.split("[:：]", whole, maxsplit=1)[0]) is not None
    if not (loose or example) and (is_address(whole) or leads_away(whole)):
        return Short("", full, True, (), refs)
    how: tuple[str, ...] = ()
    if len(whole) <= _FAR and not any(_BESIDE.match(s.text.strip()) for s in found[1:]):
        (plain,), how = ((bare(whole),), ()) if example else listed(whole)
        if width(plain) <= (most if len(found) == 1 else LIMIT):
            return Short(escape(plain), "" if plain == bare(whole) else full, False, how, refs)
    made = _first(found, most) or (_anything(found) if loose else None)
    if made is None:
        return Short("", full, True, (), refs)
    text, steps, sentence = made
    at = line_ref(sentence.first, sentence.last)
    return Short(escape(text), full, len(found) > 1 or steps != how, steps, (at,))


_Core = tuple[str, tuple[str, ...], Sentence]


def _first(found: Sequence[Sentence], most: float) -> _Core | None:
    """Return what the first sentence says: whole up to ``most``, else its core.

    What has no core is said whole up to `_MOST`, if it is an item's.
    """
    for first in found[:1]:
        (plain,), how = listed(first.text)
        if width(plain) <= most:
            return plain, how, first
        whole = most == _LINES and width(plain) <= _MOST
        return core([first]) or ((plain, how, first) if whole else None)
    return None


def _anything(found: Sequence[Sentence]) -> _Core | None:
    for sentence in found[: limits.SECTION_ITEMS]:
        for wording in rewordings(sentence.text):
            fits = _LEAST <= width(wording.text) <= LIMIT and not wording.conceded
            if fits and not unsupported(wording.text, sentence.text):
                return wording.text, wording.steps, sentence
    return None


def core(found: Sequence[Sentence]) -> _Core | None:
    """Return what sentences say in two lines at most, how, and which of them says it.

    The ground of what an author lists is part of it: an item is a rule more often than an event.
    """
    made = statements.claims(found, "")
    claims = [c for c in made if not c.leans and background.STEP not in c.how]
    if claim := choice.key(claims):
        owner = next(s for s in found if (s.first, s.last) == (claim.first, claim.last))
        return claim.text, claim.how, owner
    return None
