"""Definitions: 「X」とは…… on a line of its own with its body, and Xとは、…である in one line."""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import POLITE_END, Line, Shape, mark
from shiryo.article.structure.sheet import Sheet

_OPENS = re.compile(
    r"^(?:[「『【](?P<quoted>[^」』】]{1,25})[」』】]|(?P<bare>[^、。「]{1,20}))とは\s?(?P<mark>…+|-+|―+|、|:|)$"
)
_WHOLE = re.compile(
    r"^(?:ここで(?:いう|言う)?、?)?(?:[「『](?P<quoted>[^」』]{1,25})[」』]|(?P<bare>[^、。「」]{1,20}))(?:\([^)]*\))?とは(?:…++|、|,)"
    r"(?P<body>(?>.{6,}?(?:こと|もの|仕組み|制度|方法|状態|概念|技術|総称|略称?|名称|用語|言葉|を指す|をいう|という|を意味する))"
    r"(?:です|である|だ|を指します|をいいます|を指す|をいう|を意味します|します|います)?。?.*)$"
)
_NAMED = re.compile(
    r"^[「『](?P<quoted>[^」』]{1,25})[」』](?:[（(][^（()）]*[)）])?とは[、，]?(?P<body>.{6,})$"
)
"""What defines a term in its brackets, in whatever words: beside its like one of a glossary."""
_NO_TERM = re.compile(r"(これ|それ|あれ|という|の|こ|もっと|一体|そもそも)$")
_GOES_ON = re.compile(r"(など|といった|等|を|の|が|から|による|に)")
_TAIL = re.compile(r"(など|といった|等)(?=[のをがにはで、]|$)")


def claim(sheet: Sheet) -> None:
    """Claim definitions, those with a body on the following lines first."""
    _claim_glossary(sheet)
    for line in sheet.open():
        opening = _OPENS.match(line.text)
        if opening and (opening["quoted"] or opening["mark"]):
            body = _body(sheet, line)
            if body:
                term = opening["quoted"] or opening["bare"]
                text, parts = heal(body)
                sheet.claim(Kind.DEFINITION, line, body[-1], text, label=term, parts=parts)
        elif line.shape is not Shape.ITEM and (whole := _WHOLE.match(line.text)):
            term = whole["quoted"] or whole["bare"]
            if not _NO_TERM.search(term):
                sheet.claim(Kind.DEFINITION, line, text=whole["body"], label=term)


def _claim_glossary(sheet: Sheet) -> None:
    lines = [line for line in sheet.open() if line.shape is not Shape.ITEM]
    named = {line.number: found for line in lines if (found := _NAMED.match(line.raw.strip()))}
    for line in lines:
        beside = filter(None, (sheet.near(line, -1), sheet.near(line, 1)))
        if (found := named.get(line.number)) and any(other.number in named for other in beside):
            sheet.claim(Kind.DEFINITION, line, text=found["body"], label=found["quoted"])


def _body(sheet: Sheet, opening: Line) -> list[Line]:
    """Return the lines that explain the term: up to a blank line or a change of manner.

    A body in plain style ends where the polite style of the article sets in again; a polite body
    is its first sentence, with the items in it.
    """
    body: list[Line] = []
    line = sheet.near(opening, 1)
    while line and sheet.free(line) and not (body and body[-1].gap_after):
        polite = bool(POLITE_END.search(line.text))
        if (
            body
            and mark(line.raw) is None
            and (sheet.scores[line.number] > 0.8 or (polite and _ended(body)))
        ):
            break
        body.append(line)
        if polite:
            break
        line = sheet.near(line, 1)
    return body if not opening.gap_after or len(body) > 1 else body[:1]


_UNENDED = re.compile(r"([、なのをがはにで]|(?<!こ)と)$")
_ENDS = re.compile(r"(こと|もの|。)$")


def _ended(body: Sequence[Line]) -> bool:
    """Tell whether the body could stop here: not in the middle of a sentence."""
    last = body[-1]
    if _UNENDED.search(last.text):
        return False
    return mark(last.raw) is None or bool(_ENDS.search(last.text))


def heal(body: Sequence[Line]) -> tuple[str, tuple[str, ...]]:
    """Join lines that items interrupt into sentences; return them and the items' words."""
    text = ""
    parts: list[str] = []
    in_list = False
    for line in body:
        item = mark(line.raw)
        words = item.rest if item else line.raw.strip()
        if in_list and item:
            text += "、"
        elif text and not text.endswith(("。", "、")) and _breaks(text, words, bool(item)):
            text += "。"
        text += words
        in_list = item is not None
        if item:
            parts.append(words)
    if parts:
        parts[-1] = _TAIL.split(parts[-1])[0]
    return text + "。" * (not text.endswith(("。", "!", "?", "！", "？"))), tuple(parts)


def _breaks(text: str, words: str, item: bool) -> bool:
    """Tell whether a sentence ends between ``text`` and ``words``."""
    return (
        not item
        and not _GOES_ON.match(words)
        and not re.search(r"([なのをがはにで]|(?<!こ)と)$", text[-2:])
    )
