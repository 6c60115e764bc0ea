"""Lists: items with marks, runs of ``label:text`` lines, and unmarked items after a lead-in."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, groupby, pairwise, takewhile

from shiryo import lazy_re as re
from shiryo.article.marks import Marked, letters
from shiryo.article.model import Kind, Number
from shiryo.article.structure import torn
from shiryo.article.structure.lexicon import core
from shiryo.article.structure.lines import Line, Mark, Shape, fold, mark
from shiryo.article.structure.numbering import number
from shiryo.article.structure.recognisers.leadins import announces
from shiryo.article.structure.sheet import Sheet
from shiryo.japanese.numerals import COUNTED, value

_LABEL = re.compile(
    r"(?P<label>[^:：。!?！？\t]{1,24}?|[!-9;-~ ]{1,48}?)"
    r"\s*+(?:[(（](?P<detail>[^()（）]{1,30})[)）]\s*+)?"
    r"(?:[:：]|(?<=\s)(?:[―—–-]{1,2}|\.{3}|[…⋯]{1,2}|[・･]{2,4})\s|[―—]{2})\s*+(?P<text>\S.*)"
)
_IDENTIFIER = re.compile(r"[A-Za-z0-9-]*+[=_/.#@][!-9;-~]*+:(?=[A-Za-z0-9])")
"""A name of several parts, of which ``:`` parts two: natural=water:type."""
_PICTURE = re.compile(r"(?<![A-Za-z0-9]):[a-z][a-z0-9_+-]{1,30}:(?![A-Za-z0-9])")
"""The name of a small picture, whose colons part nothing: :tada:."""
_SPACED = re.compile(
    r"(?P<label>[^\s:：。、]{1,8}|(令和|平成|20)[\d０-９元年月日頃ごろから～〜-]{4,16})"
    r"[　\t]+(?P<text>\S.*)"
)
_KANJI = re.compile(rf"[{COUNTED}]{{1,3}}")
"""A number that is written as a label is: 一　名称, 二　目的."""
_OPENED = re.compile(rf"第?\d+|第[{COUNTED}]+[章節部条編]|Q|A")
"""The number of a heading or of a question, which is no label of what follows."""
_TERM = re.compile(r"[^。、，！？!?:：\d]{1,14}[^。、，！？!?:：\dはがをにでともへやてし]")
_MEANING = re.compile(r"^(?![はがをにでともへや、，]).{2,}[ぁ-ん].{3,}|^.{4,}[ぁ-ん]{2}")
"""Of a term, on the line after it: words that go on to say something."""
_PAIRS = (("「", "」"), ("(", ")"), ("（", "）"), ("『", "』"), ("[", "]"), ("【", "】"))
SURE = 0.65
"""From which score of a heading on a line with a number or sign is no item."""
_AMOUNT = re.compile(r"[約計]?[\d,.]+ ?[^\d\s。、]{1,4}")
"""An amount alone on its line."""
_LABEL_LENGTH = 8
"""Characters of an item that is but a label."""
_SECTION_MARKS = "■◆●▼▶◇□○◎"
_Item = tuple[Line, Mark, Line]
"""A line of a list, what its mark says, and the last line that goes on with it."""


def parts(words: str) -> tuple[str, str, str]:
    """Split an item's words into label, detail and text: ``ChatGPT(OpenAI/米):…``."""
    found = _LABEL.fullmatch(_PICTURE.sub(lambda name: "_" * len(name[0]), words))
    if not found or words.startswith("http") or _IDENTIFIER.match(words):
        return "", "", words
    if (found["label"][-1].isdecimal() and found["text"][0].isdecimal()) or found[
        "text"
    ].startswith("//"):
        return "", "", words
    at = found.start("text")
    before = words[:at]
    if any(before.count(opens) != before.count(closes) for opens, closes in _PAIRS):
        return "", "", words
    return words[: found.end("label")].strip(), (found["detail"] or "").strip(), words[at:]


def of_lines(text: str) -> tuple[str, str, str]:
    """Split an item that its author broke into lines likewise: a term and what it means.

    Other lines are said one after the other, apart.
    """
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    if len(lines) > 1 and lines[1][0] in "（(":
        lines = [lines[0] + lines[1], *lines[2:]]
    if len(lines) == 2 and _TERM.fullmatch(lines[0]) and _MEANING.search(lines[1]):
        return lines[0], "", lines[1]
    return parts(_on_one_line(lines))


def of_marked(said: Marked) -> tuple[str, str, str]:
    """Split an item likewise, but not within a link, whose words are one name.

    A first line that is all in bold is a term, however many lines follow.
    """
    first, *more = [*filter(None, map(str.strip, said.text.split("\n")))] or [""]
    bold = any(m.strong and (m.start, m.end) == (0, len(letters(first))) for m in said.marks)
    if bold and more and _TERM.fullmatch(first):
        return first, "", _on_one_line(more)
    label, detail, text = of_lines(said.text)
    end = len(letters(label + detail))
    if any(mark.href and mark.start < end < mark.end for mark in said.marks):
        return "", "", _on_one_line([*filter(None, map(str.strip, said.text.split("\n")))])
    return label, detail, text


def _on_one_line(lines: Sequence[str]) -> str:
    return re.sub(r"(?<=[。！？!?、，])　", "", "　".join(lines))


def claim_marked(sheet: Sheet) -> None:
    """Claim the lines with list marks, and the indented lines that go on with an item.

    A number or a sign such as ■ that stands alone above prose marks a heading and is left alone,
    and so is a remark (※) alone or above a list; one below an item is of that item.
    """
    before: Number | None = None
    for run in _runs(sheet):
        counts_on = before and run[0][1].number and run[0][1].number.follows(before)
        if len(run) == 1 and not counts_on and _heads(sheet, *run[0][:2]):
            continue
        before = run[-1][1].number
        if len(run) == 1 or not all(map(_remarks, run)):
            for line, _, last in takewhile(_remarks, run):
                sheet.claim(Kind.PARAGRAPH, line, last, line.raw.strip() + _more(sheet, line, last))
            run = [*_below(dropwhile(_remarks, run))]
        elif _stands_over_list(sheet, run[-1][2]):
            line, _, last = run.pop()
            sheet.claim(Kind.PARAGRAPH, line, last, line.raw.strip() + _more(sheet, line, last))
        manners = Counter(_manner(line) for line, _, _ in run)
        for line, found, last in run:
            if _is_numbered_heading(sheet, line, found) and manners[_manner(line)] == 1:
                continue
            label, detail, text = parts(found.rest + _more(sheet, line, last))
            sheet.claim(
                Kind.ITEM, line, last, text, level=min(found.level, 3), number=found.number,
                label=label, detail=detail,
            )  # fmt: skip


def claim_labelled(sheet: Sheet) -> None:
    """Claim two or more ``label:text`` lines in a row."""
    open_lines = list(sheet.open())
    for together, group in groupby(
        _numbered_rows(sheet, open_lines), key=lambda row: row[1] is not None
    ):
        rows = list(group)
        if together and len(rows) > 1:
            for line, found in rows:
                if found and _KANJI.fullmatch(found[0]):
                    counted = Number(value(found[0]), found[0])
                    sheet.claim(Kind.ITEM, line, text=found[2], number=counted)
                elif found:
                    sheet.claim(Kind.ITEM, line, text=found[2], label=found[0], detail=found[1])


def claim_announced(sheet: Sheet) -> None:
    """Claim two or more short lines without marks that follow ``以下のとおり`` or a colon."""
    for line in list(sheet.open()):
        if not announces(line):
            continue
        run: list[Line] = []
        each = sheet.near(line, 1)
        while (
            each
            and sheet.free(each)
            and each.shape is Shape.SHORT
            and not (run and run[-1].gap_after)
        ):
            run.append(each)
            each = sheet.near(each, 1)
        if len(run) > 1:
            for item in run:
                label, detail, text = parts(item.raw.strip())
                sheet.claim(Kind.ITEM, item, text=text, label=label, detail=detail, score=0.7)


def claim_rows(sheet: Sheet) -> None:
    """Claim two or more items that are but a label, each with the short line below it.

    So minutes say 1. 日時 and, a line below, the day.
    """
    rows = [(line, after) for line, after in pairwise(sheet.full()) if _is_row(sheet, line, after)]
    places = {line.number: after for line, after in rows}
    for line, after in rows:
        before, beyond = sheet.near(line, -2), sheet.near(after, 1)
        block = sheet.block(line)
        alone = not any(each and each.number in places for each in (before, beyond))
        if block and not (alone and not _AMOUNT.fullmatch(after.text)):
            sheet.claim(
                Kind.ITEM, line, after, after.raw.strip(), label=block.text, level=block.level,
                number=block.number,
            )  # fmt: skip


def _is_row(sheet: Sheet, line: Line, after: Line) -> bool:
    block = sheet.block(line)
    if block is None or block.kind is not Kind.ITEM or block.label or not sheet.free(after):
        return False
    name = core(fold(block.text))
    beyond = sheet.near(after, 1)
    ends = beyond is None or sheet.kind(beyond) in (Kind.ITEM, Kind.HEADING)
    said = after.shape is not Shape.SENTENCE and not after.text.endswith((":", "。"))
    return ends and said and block.first == block.last and len(name) <= _LABEL_LENGTH


def _runs(sheet: Sheet) -> Iterator[list[_Item]]:
    """Yield runs of items of one manner with nothing between: each its line, mark and last line."""
    run: list[_Item] = []
    for line in sheet.full():
        found = mark(line.raw) if sheet.free(line) else None
        if run and found and _alike(run[-1][1], found):
            run.append((line, found, line))
        elif run and not found and sheet.free(line) and _continues(sheet, run[-1], line):
            run[-1] = (*run[-1][:2], line)
        else:
            if run:
                yield run
            run = [(line, found, line)] if found else []
    if run:
        yield run


def _more(sheet: Sheet, line: Line, last: Line) -> str:
    """Return the words of the lines that go on with an item."""
    return "".join(each.raw.strip() for each in sheet.between(line, last))


def _stands_over_list(sheet: Sheet, line: Line) -> bool:
    """Tell whether items stand right below a line."""
    after = sheet.near(line, 1)
    return after is not None and not line.gap_after and sheet.kind(after) is Kind.ITEM


def _remarks(item: _Item) -> bool:
    return item[0].text.startswith("※")


def _below(run: Iterable[_Item]) -> Iterator[_Item]:
    """Give a run of items with its remarks one level below the item that they follow."""
    level = 0
    for item in run:
        line, found, last = item
        if _remarks(item):
            yield line, replace(found, level=level + 1), last
        else:
            level = found.level
            yield item


def _alike(before: Mark, found: Mark) -> bool:
    return bool(before.number) == bool(found.number) or found.level > 0 or before.level > 0


def _continues(sheet: Sheet, item: _Item, line: Line) -> bool:
    first, found, before = item
    indented = re.match(r"[ \t　]+", line.raw) is not None
    words = found.rest if before is first else before.raw
    next_ = line.number == before.number + 1 and before.number not in sheet.parted
    return (indented and not before.gap_after) or (next_ and torn.goes_on(words, line.raw))


def _heads(sheet: Sheet, line: Line, found: Mark) -> bool:
    sign = line.text[0] in _SECTION_MARKS
    short = len(line.text) <= 40 or sheet.scores[line.number] > 0.7
    return bool(found.number or sign) and short and not line.text.endswith(("。", "、"))


def _manner(line: Line) -> str:
    found = number(line)
    return found.style if found else ""


def _is_numbered_heading(sheet: Sheet, line: Line, found: Mark) -> bool:
    """Tell a numbered line that the score finds likely a heading: 1. 概要 above (1) 目的."""
    numbered = bool(found.number) or line.text[0] in _SECTION_MARKS
    return numbered and sheet.scores[line.number] >= SURE


def _numbered_rows(
    sheet: Sheet, lines: list[Line]
) -> Iterator[tuple[Line, tuple[str, str, str] | None]]:
    """Yield lines with their label, None between lines that do not stand together.

    その2 stands together with その1 across blank lines too, and is what その1 is.
    """
    before: Line | None = None
    row = None
    for line in lines:
        counted = before is not None and sheet.near(before, 1) is line and _next(before, line)
        if before and line.number != before.number + 1 and not counted:
            yield before, None
        goes_on, row = counted and row is not None, _row(line)
        if row and not goes_on and sheet.scores[line.number] >= SURE:
            row = None
        yield line, row
        before = line


def _next(before: Line, line: Line) -> bool:
    one, two = number(before), number(line)
    return one is not None and two == one._replace(value=one.value + 1)


def _row(line: Line) -> tuple[str, str, str] | None:
    words = line.raw.strip()
    label, detail, text = parts(words)
    if label and len(label) <= 12 and "、" not in label:
        return label, detail, text
    spaced = _SPACED.fullmatch(words)
    opened = _OPENED.match(line.text)
    if spaced and not words.endswith("。") and not opened:
        return spaced["label"], "", spaced["text"]
    return None
