"""The title of an article and its date: said at the top, or inferred from the lead."""

import re
from collections import Counter

from shiryo.article.model import Block, Kind
from shiryo.article.structure.lexicon import STOCK
from shiryo.article.structure.lines import Shape
from shiryo.article.structure.recognisers.sections import LIMIT as HEADING_LIMIT
from shiryo.article.structure.recognisers.sections import style
from shiryo.article.structure.sheet import Sheet
from shiryo.japanese import dates
from shiryo.japanese.quantities import half
from shiryo.japanese.sentences import split

_QUOTED = 40
"""Characters of a line that a doubt quotes."""
_DAY = re.compile(r"年\s?\d{1,2}月\s?\d{1,2}日|(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)")
"""A whole date, whether or not the calendar has it."""
LIMIT = 45
"""The longest inferred title, in characters."""

_WORD = re.compile(
    r"[A-Za-z][A-Za-z0-9.]*|(?![本当同各])[一-鿿々]{2,}|[゠-ヿ]{3,}|[一-鿿々]+[A-Za-z]+"
)
_STARTS = re.compile(
    r"^((さらに|また|しかし|そして|なお|すでに|今回|本日|このたび|先日|この度)[は、]?|\d+年\d+月\d+日[、に]?|[^、]{0,4}\d+日[、に])"
)
_CUT = re.compile(
    r"^(?P<noun>.*[一-鿿々゠-ヿA-Za-z0-9」』])(を|が|に|へ|と|で|は)[^、を」』]{1,14}$"
)
_SAHEN = re.compile(
    r"^(?P<noun>.*[一-鿿々]{2})"
    r"(する|した|して(い|き)(る|ます|ました|た)|され(る|た|ます|ました)|しま(す|した)|できる)$"
)
_COPULA = re.compile(r"(という)?(もの|こと|わけ|ところ|の)?(です|である|だ|でした|だった)$")


def date(sheet: Sheet, reach: int = 8) -> str:
    """Return the first date in the first ``reach`` lines in ISO 8601, or nothing."""
    for line in sheet.full()[:reach]:
        found = find_date(line.text)
        if found:
            return found
        if _DAY.search(line.text):
            sheet.doubt("day", line, line, line.raw.strip()[:_QUOTED])
    return ""


def find_date(text: str) -> str:
    """Return the first full date in ``text`` in ISO 8601; era years are converted."""
    return dates.first(half(text))


def find(sheet: Sheet) -> str:
    """Return the title: the heading at the top, or one made from the lead, with a doubt."""
    full = sheet.full()
    opening = sheet.block(full[0]) if full else None
    marked = next((b for b in sheet.blocks if b.kind is Kind.HEADING and b.level == 1), None)
    if marked:
        return marked.text
    if opening and _heads(sheet, opening) and not STOCK.fullmatch(full[0].text):
        return _open(sheet, opening)
    title, block = infer(sheet.blocks)
    if block:
        first, last = sheet.lines[block.first - 1], sheet.lines[block.last - 1]
        sheet.doubt("title", first, last, wording(title))
    return title


def _heads(sheet: Sheet, opening: Block) -> bool:
    """Tell whether the first block is a heading, or looks like one where headings are marked."""
    line = sheet.lines[opening.first - 1]
    others = [sheet.lines[b.first - 1] for b in sheet.blocks[1:] if b.kind is Kind.HEADING]
    if style(line) and style(line) in map(style, others):
        return False
    if opening.kind is not Kind.PARAGRAPH:
        return opening.kind is Kind.HEADING
    return line.shape is Shape.SHORT and sheet.scores[line.number] >= HEADING_LIMIT


def _open(sheet: Sheet, opening: Block) -> str:
    """Make the heading at the top the title, with the line that it goes on in."""
    first = sheet.lines[opening.first - 1]
    after = sheet.near(first, 1)
    text, last = opening.text, first
    goes_on = re.search(r"(に関する|における|についての|のための|[のとや])$", text)
    if goes_on and after and sheet.kind(after) in (Kind.HEADING, Kind.PARAGRAPH):
        text, last = text + after.raw.strip(), after
    sheet.claim(Kind.HEADING, first, last, text=text, level=1, score=opening.score)
    return text


def wording(title: str) -> str:
    """Return what the doubt about an inferred title says."""
    return f"原文に題名がないため、本文から補った（{title}）"


def infer(blocks: tuple[Block, ...]) -> tuple[str, Block | None]:
    """Return a title made from the lead sentence that speaks most of what the article does."""
    prose = [
        b
        for b in blocks
        if b.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.LEAD_IN, Kind.DEFINITION) and b.text.strip()
    ]
    if not prose:
        return (blocks[0].text[:LIMIT], blocks[0]) if blocks else ("", None)
    often = Counter(word for block in blocks for word in _WORD.findall(block.text))
    end = next((b.first for b in blocks if b.kind is Kind.HEADING and b.first > prose[0].first), 0)
    said = [b for b in prose if b.kind in (Kind.PARAGRAPH, Kind.DEFINITION)]
    lead = [b for b in said if not end or b.first < end][:4] or prose[:1]
    sentences = [(s, block) for block in lead for s in split(block.text)]

    def weight(sentence: str) -> float:
        words = set(_WORD.findall(sentence))
        return sum(often[word] - 1 for word in words) / (6 + len(sentence) / 10)

    ranked = [weight(sentence) / (1 + n / 8) for n, (sentence, _) in enumerate(sentences[:6])]
    best, block = sentences[ranked.index(max(ranked))]
    return shorten(best), block


def shorten(sentence: str) -> str:
    """Cut a sentence to its core, ending in a noun where it can: 体言止め."""
    core = re.sub(r"[(（][^()（）]*[)）]", "", sentence.strip().rstrip("。！!？?"))
    core = _COPULA.sub("", _STARTS.sub("", core).lstrip("、"))
    for cut in (_SAHEN, _CUT):
        found = cut.match(core)
        if found and len(found["noun"]) >= 8:
            core = found["noun"]
            break
    while len(core) > LIMIT and "、" in core:
        core = core.split("、", 1)[1]
    return core if len(core) <= LIMIT else core[: LIMIT - 1] + "…"
