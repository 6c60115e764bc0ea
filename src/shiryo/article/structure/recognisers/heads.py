"""The head of a document: its title, and what stands around it, which is no text of it.

A letter says to whom it goes, when, from whom and under which number; a release says what it is;
minutes say which meeting. The lines of the head are told by their roles (`masthead`), together:
nothing is claimed where none of them is sure.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.article.model import Block, Head, Kind
from shiryo.article.structure.lexicon import STOCK
from shiryo.article.structure.lines import Line, Shape, fold, mark
from shiryo.article.structure.masthead import (
    Role,
    is_holder,
    issued,
    role,
    stamped,
    subtitle,
    unwrapped,
)
from shiryo.article.structure.numbering import number
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.sheet import Sheet

REACH = 16
"""Lines of a head at most."""
_TITLE_LINES = 3
"""Lines of a title at most."""
_SIGNED = 2
"""Lines that name who issues a document, at most."""
_AROUND = (
    Role.ADDRESSEE, Role.DATE, Role.NUMBER, Role.KIND, Role.LABEL, Role.ISSUE, Role.PERIOD,
    Role.CLOSING,
)  # fmt: skip
"""Roles that tell a head from the beginning of a text."""
_GIVES_WAY = re.compile(r"リリース|release|報道|\d", re.I)
"""A kind of document that is no title of one: プレスリリース, 令和7年度 卒業論文."""
_NAMED = re.compile(
    r"(件名|題名|題|表題|標題|タイトル|title|subject)[:：\s]\s*(?P<title>\S.*)", re.I
)
_LABEL = re.compile(r"(.{1,8}の)?(title|タイトル|題名|題目|件名|表題)", re.I)
_WHICH = re.compile(
    r"(第 ?[\d一二三四五六七八九十]+ ?[回期次]|(\d{4}|(令和|平成|昭和) ?[\d元]+) ?年度?).{0,8}"
)
"""A line that says which of several, and not of what: 第3回, 令和7年度."""
_GOES_ON = re.compile(r"(に関する|における|に向けた|に係る|についての|のための|[のとやを、])$")

Said = tuple[Line, Role | None]


def claim(sheet: Sheet) -> None:
    """Claim the head: its title as the heading of level 1, the rest as `Kind.MASTHEAD`."""
    if _claim_labelled(sheet):
        return
    said = _signed(list(_zone(sheet)))
    title = _title(sheet, said)
    around = [(line, found) for line, found in said if found and line not in title]
    if not title and not any(found in _AROUND for _, found in around):
        return
    sheet.head = told(around, sheet.head)
    for line, _ in around:
        sheet.claim(Kind.MASTHEAD, line)
    block = sheet.block(title[0]) if title else None
    if block and around and block.level != 1:
        sheet.claim(Kind.HEADING, title[0], text=block.text, level=1)
    elif title and not block:
        words = _joined([unwrapped(line.raw.strip()) for line in title])
        named = _NAMED.fullmatch(words)
        words = named["title"] if named else words
        sheet.claim(Kind.HEADING, title[0], title[-1], words, level=1)


def _claim_labelled(sheet: Sheet) -> bool:
    """Claim the title where a heading only says that it follows: Title, 題名."""
    for line, after in pairwise(sheet.full()[:REACH]):
        block = sheet.block(line)
        if block is None or block.kind is not Kind.HEADING or not _LABEL.fullmatch(line.text):
            continue
        levels = [each.level for each in sheet.blocks if each.kind is Kind.HEADING]
        alike = levels.count(block.level) > 1
        if alike and sheet.free(after) and after.shape is Shape.SHORT:
            sheet.claim(Kind.MASTHEAD, line)
            sheet.claim(Kind.HEADING, after, level=1)
            return True
    return False


def _zone(sheet: Sheet) -> Iterator[Said]:
    """Yield the lines up to where the text begins, each with its role; None: perhaps the title."""
    titled = demoted = goes_on = False
    for line in sheet.full()[:REACH]:
        block, found = sheet.block(line), role(line)
        if goes_on and found is Role.KIND:
            found = None  # 橋の安全に関する / 調査報告書
        if block and block.kind in (Kind.IMAGE, Kind.PROMOTION):
            continue
        if block and (block.kind is not Kind.HEADING or titled):
            return
        if block and not demoted and not _may_head(sheet, block):
            return
        ended = titled and sheet.headed and not goes_on
        if not block and found is None and (ended or not _may_title(line)):
            return
        goes_on = _GOES_ON.search(line.text) is not None
        wants = found is not None and (block is None or _gives_way(line, found))
        titled, demoted = titled or not wants, block is not None and wants
        yield line, found


def _gives_way(line: Line, found: Role | None) -> bool:
    """Tell whether a line is no title even where the format marks it as one."""
    if found is Role.ADDRESSEE:
        return not line.text.endswith("へ")
    if found is Role.KIND:
        return _GIVES_WAY.search(line.text) is not None
    return found in _AROUND


def _signed(said: Sequence[Said]) -> list[Said]:
    """Tell a body from a title by who speaks for it on the next line: 会長 山田一郎."""
    titles = [at for at, (_, found) in enumerate(said) if found is None]
    return [
        (line, Role.ORGANIZATION)
        if found is None and titles[-1] > at and is_holder(said[at + 1][0].text)
        else (line, Role.ADDRESSEE)
        if found is None and at + 1 < len(said) and said[at + 1][0].text in ("様", "殿", "御中")
        else (line, found)
        for at, (line, found) in enumerate(said)
    ]


def _may_head(sheet: Sheet, block: Block) -> bool:
    """Tell whether a marked heading may be the title: of level 1, or alone of its level."""
    levels = [each.level for each in sheet.blocks if each.kind is Kind.HEADING]
    stock = STOCK.fullmatch(block.text.strip()) is not None
    return block.level == 1 or (levels.count(block.level) == 1 and not stock)


def _may_title(line: Line) -> bool:
    """Tell whether a line may be the title: no sentence, no item, no heading of a section."""
    if _NAMED.fullmatch(line.text):
        return True
    sentence = line.shape is Shape.SENTENCE or line.shape is Shape.COLON
    labelled = items.parts(line.raw.strip())[0]
    numbered = number(line) is not None and not _WHICH.match(line.text)
    return not (
        sentence
        or labelled
        or numbered
        or mark(line.raw)
        or STOCK.fullmatch(unwrapped(line.text).replace(" ", ""))
    )


def _title(sheet: Sheet, said: Sequence[Said]) -> list[Line]:
    """Return the lines of the title; none where the head does not tell which they are."""
    marked = [(line, found) for line, found in said if sheet.block(line)]
    if marked:
        sure = [line for line, found in marked if not _gives_way(line, found)]
        return (sure or [line for line, found in marked if found is Role.KIND])[:1]
    named = next((line for line, _ in said if _NAMED.fullmatch(line.text)), None)
    if named:
        return [named]
    if not any(found in _AROUND for _, found in said):
        return []
    runs = list(_runs(said))
    if runs:
        return _whole(said, runs[0])
    for wanted in (Role.KIND, Role.ISSUE):
        found = [at for at, (_, one) in enumerate(said) if one is wanted]
        if found:
            return _whole(said, found[:1])
    return []


def _runs(said: Sequence[Said]) -> Iterator[list[int]]:
    """Yield the places of lines without a role that stand together."""
    run: list[int] = []
    for at, (line, found) in enumerate(said):
        if found is None and run and run[-1] == at - 1 and not line.gap_before:
            run.append(at)
            continue
        if run:
            yield run[:_TITLE_LINES] if len(run) <= _TITLE_LINES else run[:1]
        run = [at] if found is None else []
    if run:
        yield run[:_TITLE_LINES] if len(run) <= _TITLE_LINES else run[:1]


def _whole(said: Sequence[Said], run: Sequence[int]) -> list[Line]:
    """Return the lines of a title with those around them without which it says too little.

    第3回 and 議事録 want to know of what; 令和7年度 above a title says of which year it is.
    """
    first, last = run[0], run[-1]
    before = said[first - 1] if first else None
    after = said[last + 1] if last + 1 < len(said) else None
    text = "".join(said[at][0].text for at in run)
    bare = said[first][1] is not None or _WHICH.fullmatch(text)
    if after and after[1] in (Role.KIND, Role.ISSUE) and _WHICH.match(text) and _near(after[0]):
        last, bare = last + 1, bare and _WHICH.fullmatch(text)
    of_year = before and before[1] is Role.PERIOD and "年度" in before[0].text
    of_whom = before and before[1] is Role.ORGANIZATION and bare
    if (of_year or of_whom) and _near(said[first][0]):
        first -= 1
    return [line for line, _ in said[first : last + 1]]


def _near(line: Line) -> bool:
    """Tell whether a line stands right below the one before it."""
    return not line.gap_before


def _joined(lines: Sequence[str]) -> str:
    text = lines[0]
    for line in lines[1:]:
        goes_on = _GOES_ON.search(text) or line.startswith(("(", "（"))
        text += line if goes_on else f"　{line}"
    return text


def told(said: Sequence[Said], given: Head) -> Head:
    """Return ``given`` with what lines around a title say; what is known already stays."""
    raw = [(line.raw.strip(), found) for line, found in said]
    named = [text for text, found in raw if found is Role.SUBTITLE]
    named = named or [text for text, found in raw if found in (Role.ISSUE, Role.PERIOD)]
    kinds = [text for text, found in raw if found is Role.KIND]
    signed = [text for text, found in raw if found is Role.ORGANIZATION][:_SIGNED]
    days = [(day, text) for text, found in raw if found is Role.DATE and (day := _day(text))]
    date, dated = max(days, default=("", ""))
    used = [*named[: not given.subtitle], *kinds[: not given.kind]]
    used += signed if not given.organization else []
    used += [dated] if not given.date and issued(fold(dated)) else []
    return Head(
        subtitle=given.subtitle or next((subtitle(text) or _shown(text) for text in named), ""),
        organization=given.organization or "　".join(dict.fromkeys(signed)),
        kind=given.kind or unwrapped(kinds[0] if kinds else ""),
        date=given.date or date,
        lines=(*given.lines, *used),
    )


def _shown(text: str) -> str:
    """Return a version or a period without blanks that only set it: 2025年　　03月."""
    return re.sub(r"(?<=年)\s+(?=\d)", "", text)


def _day(text: str) -> str:
    return stamped(fold(text)) or ""
