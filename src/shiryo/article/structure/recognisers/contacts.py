"""Whom to ask: the lines under お問い合わせ先 are a list of facts, and claim nothing."""

from collections.abc import Iterator

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import Line, Shape
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.sheet import Sheet

_HEAD = re.compile(
    r".{0,24}(問い?合わ?せ|連絡|照会)(先|窓口)?(等|一覧)?|.{0,12}(連絡先|相談窓口)"
    r"|.{0,12}(提出|送付|郵送|発送|届け?出|申し?込み?|応募|返送)先(等|一覧)?"
    r"|contacts?( us)?",
    re.I,
)
_ENDS = re.compile(r"[。!?]$|(です|ます|ください|下さい)$")
_SPACED = re.compile(r"(?P<label>[^\s\d()（）]{2,8})\s+(?P<text>[\d(+〒A-Za-z].*)")
"""電話　000-111-2222: a label before what is no name."""


def claim(sheet: Sheet) -> None:
    """Claim the short lines under a heading that says whom to ask as items."""
    heads = [b for b in sheet.blocks if b.kind is Kind.HEADING and _is_contact(b.text)]
    for head in heads:
        for line in list(_under(sheet, sheet.lines[head.last - 1])):
            label, detail, text = items.parts(line.raw.strip())
            if not label and (spaced := _SPACED.fullmatch(line.raw.strip())):
                label, text = spaced["label"], spaced["text"]
            sheet.claim(Kind.ITEM, line, text=text, label=label, detail=detail)


def _is_contact(title: str) -> bool:
    words = re.sub(r"[\s()（）【】《》<>＜＞:：]+", "", title)
    return _HEAD.fullmatch(words) is not None


def _under(sheet: Sheet, head: Line) -> Iterator[Line]:
    """Yield the free lines below a heading that are no sentences, up to the next one."""
    line = sheet.near(head, 1)
    while line and sheet.kind(line) is not Kind.HEADING:
        plain = line.shape is not Shape.SENTENCE and not _ENDS.search(line.text)
        if sheet.free(line) and plain:
            yield line
        line = sheet.near(line, 1)
