"""The title of an article and its date: said at the top, or inferred from the lead."""

from collections import Counter
from itertools import accumulate

from shiryo import lazy_re as re
from shiryo import messages
from shiryo.article.model import Block, Kind
from shiryo.article.structure.lexicon import STOCK
from shiryo.article.structure.lines import Line, Shape
from shiryo.article.structure.recognisers.quotes import ADDRESS
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
_ISSUED = re.compile(r"\s?(付け?|発行|公[開表]|更新|発表|作成|制定|改[定訂正]|現在)")
_TODAY = re.compile(r"(本日|今日)[、 (]*$")
_TOLD = re.compile(
    r"(伝え|報じ|発表し|発表さ|公[表開]し|公[表開]さ|明らかに)[^。]{0,6}(た|ました)。"
)
_I = re.compile(r"私(?:[はもがの]|自身)|筆者|僕[はもがの]")
"""Somebody writes in their own name: what was announced, others did, on a day before."""
_HELD = re.compile(
    r"議事|会議録|記録|要旨|レポート|報告|ふりかえり|まとめ|日記|minutes|notes|log|第 ?\d+ ?回",
    re.I,
)
"""Says that an article tells of a day that is past."""
_BEGINS = re.compile(r"日(\(.\))?\s?(から|より|まで|に|施行|開[始催店館業]|発売|オープン)")
LIMIT = 45
"""The longest inferred title, in characters."""

_CALLED = re.compile(
    r"(?:今[回日]|本日|ここ|これ|(?:この|[本当])(?:書|稿|資料|記事|文書|発表|投稿|連載|ページ|ブログ"
    r"|ガイド|ドキュメント|レポート|エントリー?))(?:では|は|、)[^「」『』]{0,40}"
    r"(?:「(?P<name>[^「」]{4,60})」|『(?P<other>[^『』]{4,60})』)"
    r"と(?:題[しすさ]|いう(?:題|タイトル|テーマ)で)"
)
"""What a sentence calls the text that it stands in: 本記事では「…」と題して."""
_COLUMNS = re.compile(r"\u3000{2,}")
"""What parts two things that stand beside each other on a line."""
_WORD = re.compile(
    r"[A-Za-z][A-Za-z0-9.]*|(?![本当同各])[一-鿿々]{2,}|[゠-ヿ]{3,}|[一-鿿々]+[A-Za-z]+"
)
_STARTS = re.compile(
    r"^(これは\s*|(さらに|また|しかし|そして|なお|すでに|今回|本日|このたび|先日|この度)[は、]?|\d+年\d+月\d+日[、に]?|[^、]{0,4}\d+日[、に])"
)
_CUT = re.compile(
    r"^(?P<noun>.*[一-鿿々゠-ヿA-Za-z0-9」』])(を|が|に|へ|と|で|は)[^、を」』]{1,14}$"
)
_SAHEN = re.compile(
    r"^(?P<noun>.*[一-鿿々]{2})"
    r"(する|した|して(い|き)(る|ます|ました|た)|され(る|た|ます|ました)|しま(す|した)|できる)$"
)
_COPULA = re.compile(r"(という)?(もの|こと|わけ|ところ|の)?(です|である|だ|でした|だった)$")


def date(sheet: Sheet, name: str, reach: int = 8) -> str:
    """Return the date of the article, whose title is ``name``, in ISO 8601, or nothing.

    It is the one that the head gives, that of the title, or one of the first ``reach`` lines that
    says when this was issued, told or held: not the day on which something is to begin, and not
    that of an item of a list, which may tell of anything, unless the article tells of a meeting.
    """
    if sheet.head.date:
        return sheet.head.date
    if (found := find_date(name)) and not _BEGINS.search(half(name)):
        return found
    held = _HELD.search(name) is not None
    own = not any(_I.search(line.text) for line in sheet.lines)
    for line in sheet.full()[:reach]:
        text = half(line.text)
        listed = sheet.kind(line) is Kind.ITEM and not held
        told = (d.iso for d in dates.dates(text) if d.iso and _of(text, d, held=held, own=own))
        if found := "" if listed else next(told, ""):
            return found
        if _DAY.search(text) and not dates.first(text):
            sheet.doubt("day", line, line, line.raw.strip()[:_QUOTED])
    return ""


def _of(text: str, day: dates.Date, *, held: bool, own: bool) -> bool:
    """Tell whether a ``day`` in a line is that of the article.

    ``held``: it tells of a meeting; ``own``: what it says was made known on a day may be itself.
    """
    if _TODAY.search(text[: day.start]):
        return True
    if text.endswith("。"):
        return own and _TOLD.search(text, day.after) is not None
    return held or _ISSUED.match(text, day.after) is not None


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
    names = _names_none(sheet, full[0]) if full else True
    if opening and _heads(sheet, opening) and not (names or sheet.row):
        return _open(sheet, opening)
    title, block = (_of_row(sheet) if sheet.row else None) or infer(sheet.blocks)
    if block:
        first, last = sheet.lines[block.first - 1], sheet.lines[block.last - 1]
        sheet.doubt("title", first, last, wording(title))
    return title


def _names_none(sheet: Sheet, line: Line) -> bool:
    """Tell an address, or a heading that any article may have; alone over another it is a title."""
    over = sheet.kind(line) is Kind.HEADING and sheet.kind(sheet.near(line, 1)) is Kind.HEADING
    stock = STOCK.fullmatch(line.text) is not None and not over
    return stock or ADDRESS.fullmatch(line.text) is not None


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
    first, last = sheet.lines[opening.first - 1], sheet.lines[opening.last - 1]
    after, text = sheet.near(last, 1), opening.text
    goes_on = re.search(r"(に関する|における|についての|のための|[のとや])$", text)
    more = sheet.block(after)
    if goes_on and more and more.kind in (Kind.HEADING, Kind.PARAGRAPH):
        text, last = text + more.text, sheet.lines[more.last - 1]
    sheet.claim(Kind.HEADING, first, last, text=text, level=1, score=opening.score)
    return text


def _of_row(sheet: Sheet) -> tuple[str, Block] | None:
    """Return what a row of sections is about: their headings, as many as a title takes."""
    heads = [b for b in sheet.blocks if b.kind is Kind.HEADING]
    row = [b for b in heads if b.level == heads[0].level]
    own = [b.text for b in row if not STOCK.fullmatch(b.text)]
    sizes = accumulate(len(text) + 1 for text in own)
    named = [text for text, size in zip(own, sizes, strict=True) if size <= LIMIT]
    if not named:
        return None
    names = messages.wording("read.between").join(named)
    return names if len(named) == len(row) else messages.wording("read.and-more", names=names), row[
        0
    ]


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
        return (_first(blocks[0]), blocks[0]) if blocks else ("", None)
    often = Counter(word for block in blocks for word in _WORD.findall(block.text))
    end = next((b.first for b in blocks if b.kind is Kind.HEADING and b.first > prose[0].first), 0)
    texts = [b for b in prose if b.kind in (Kind.PARAGRAPH, Kind.DEFINITION)]
    lead = [b for b in texts if not end or b.first < end][:4] or prose[:1]
    said = [(s, block) for block in lead for s in split(_COLUMNS.split(block.text)[0])]
    sentences = [(s, block) for s, block in said if not ADDRESS.fullmatch(s)] or said
    for sentence, block in sentences:
        if called := _CALLED.match(sentence):
            return called["name"] or called["other"], block

    def weight(sentence: str) -> float:
        words = set(_WORD.findall(sentence))
        return sum(often[word] - 1 for word in words) / (6 + len(sentence) / 10)

    ranked = [weight(sentence) / (1 + n / 8) for n, (sentence, _) in enumerate(sentences[:6])]
    best, block = sentences[ranked.index(max(ranked))]
    return shorten(best), block


def _first(block: Block) -> str:
    """Return what a block without a sentence begins with: the head of a table, or a line."""
    between = messages.wording("read.between")
    text = between.join(filter(None, block.cells[0])) if block.cells else block.text
    return text.split("\n")[0][:LIMIT]


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
