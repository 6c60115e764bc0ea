"""Quotations with the line that says where they come from, and captions of lost figures."""

from shiryo import lazy_re as re
from shiryo.article.model import Kind
from shiryo.article.structure.lines import POLITE_END, Line, Shape
from shiryo.article.structure.sheet import Sheet
from shiryo.japanese.sentences import split

ADDRESS = re.compile(r"https?://[!-~]*[!-~](?<![.,;:!?'\"])")
"""An address in a sentence; the sign that ends the sentence is none of it."""
_NAMED = re.compile(r"^(出典|引用元?|参照|参考(文献|資料|元)?|情報源)\s*[:/]")
_SIGNS = (
    ADDRESS,
    re.compile(r"『[^『』]+』"),
    re.compile(r"(UTC|閲覧|アクセス|取得|参照|最終更新)"),
    re.compile(r"^[「『\"“][^」』\"”]+[」』\"”](『|,|、|\s)"),
    re.compile(r"(\d{4}年版?|\(\d{4}\)|p{1,2}\.\s?\d+|第\d+[巻号])"),
)
_AROUND = (Kind.HEADING, Kind.MASTHEAD, Kind.PROMOTION, Kind.IMAGE, Kind.NOTE)
_BEFORE, _ABSTRACT = 1, 3
"""Paragraphs at most before an abstract, and sentences of one at least."""
_STATED = re.compile(r"([ぁ-ん]。|(する|した|ている|ていた|である|れる|られる|になる)$)")
"""A sentence with a predicate: it says something of its own, whatever it names in passing."""
CREDIT = re.compile(
    r"^\((?=.*(引用|出典|提供|撮影|転載|出所|より\)|作成\))).{2,60}\)$"
    r"|^(図表?|表|写真|画像|グラフ|Fig\.?)\s?[\d-]{1,4}([:.、]|\s).{1,60}$"
    r"|^(写真|画像|図)(提供|引用|出典)?:.{1,60}$|^[▲△](?!.*。$).{1,60}$"
)
"""A caption: 図1 …, (写真は…提供), ▲…."""


def claim(sheet: Sheet) -> None:
    """Claim captions, citations with the quotation before them, and ``>`` quotations."""
    _claim_marked(sheet)
    for line in sheet.open():
        if CREDIT.match(line.text):
            sheet.claim(Kind.CAPTION, line)
            if not _has_figure(sheet, line):
                sheet.doubt("lost-figure", line, line, f"図版が原文から失われている（{line.text}）")
        elif is_citation(line):
            _claim_quote(sheet, line)
            found = ADDRESS.search(line.text)
            sheet.claim(Kind.CITATION, line, href=found[0] if found else "")


def is_citation(line: Line) -> bool:
    """Tell whether a line only says where something comes from."""
    if line.shape is Shape.ITEM or POLITE_END.search(line.text) or len(line.text) > 300:
        return False
    if _NAMED.search(line.text):
        return True
    return not _STATED.search(line.text) and sum(bool(s.search(line.text)) for s in _SIGNS) > 1


def _claim_quote(sheet: Sheet, citation: Line) -> None:
    before = sheet.near(citation, -1)
    if before and sheet.free(before) and _quotable(before) and not citation.gap_before:
        sheet.claim(Kind.QUOTE, before, text=_bare(before.raw.strip()))


def _quotable(line: Line) -> bool:
    quoted = _bare(line.text) != line.text
    long = len(line.text) > 30 and not POLITE_END.search(line.text)
    return (quoted or long) and line.shape is not Shape.ITEM and not is_citation(line)


_MARKED = re.compile(r"[「『“\"]([^「」『』“”\"]+)[」』”\"]")


def _bare(text: str) -> str:
    """Return ``text`` without the quotation marks around the whole of it."""
    inner = _MARKED.fullmatch(text)
    return inner[1] if inner else text


def _claim_marked(sheet: Sheet) -> None:
    run: list[Line] = []
    for line in [*sheet.full(), None]:
        if line and sheet.free(line) and re.match(r"(>|\|)\s?[^|]+$", line.text):
            run.append(line)
        elif run:
            text = "\n".join(re.sub(r"^\s*[>＞|]\s?", "", each.raw).strip() for each in run)
            sheet.claim(Kind.QUOTE, run[0], run[-1], text=text)
            run = []


def _has_figure(sheet: Sheet, line: Line) -> bool:
    """Tell whether a picture or a table stands beside the caption."""
    near = [each for each in (sheet.near(line, -1), sheet.near(line, 1)) if each]
    return any(
        sheet.kind(each) in (Kind.IMAGE, Kind.TABLE) or "\t" in each.raw.strip() for each in near
    )


def claim_abstract(sheet: Sheet) -> None:
    """Claim what is set in over the whole text, sentences of nobody's else, as its own words.

    Nothing but the title, its surroundings and a line on the text itself stands before it.
    """
    blocks = [b for b in sheet.blocks if b.kind not in _AROUND]
    at = next((n for n, b in enumerate(blocks[: _BEFORE + 1]) if b.kind is Kind.QUOTE), None)
    if at is None or any(b.kind is not Kind.PARAGRAPH for b in blocks[:at]):
        return
    quote, after = blocks[at], blocks[at + 1 : at + 2]
    lines = [line.strip() for line in quote.text.split("\n") if line.strip()]
    said = split("".join(lines))
    whole = len(said) >= _ABSTRACT and all(text.endswith("。") for text in (*lines, *said))
    prose = [b for b in after if b.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.LEAD_IN)]
    if whole and prose and not (ADDRESS.search(quote.text) or quote.label):
        first, last = sheet.lines[quote.first - 1], sheet.lines[quote.last - 1]
        sheet.claim(Kind.PARAGRAPH, first, last, "".join(lines), marks=quote.marks)
