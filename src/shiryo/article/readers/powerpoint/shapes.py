"""What the shapes of a slide say: paragraphs, lists, tables, charts, SmartArt, pictures."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as ROLE

from shiryo import lazy_re as re
from shiryo.article.model import Kind, Number
from shiryo.article.plain import plain
from shiryo.article.readers import drawing, media, office
from shiryo.article.readers.numerals import written
from shiryo.article.readers.powerpoint.text import A, P, level, rows, words
from shiryo.article.runs import Left, Words, gridded, together
from shiryo.article.structure.lines import mark
from shiryo.article.structure.pieces import Piece, piece
from shiryo.article.structure.recognisers import items
from shiryo.article.structure.recognisers.quotes import CREDIT
from shiryo.messages import wording

DROPPED = (ROLE.SLIDE_NUMBER, ROLE.FOOTER, ROLE.DATE, ROLE.HEADER)
"""Placeholders that say nothing of their slide's own."""
_BODIES = (ROLE.BODY, ROLE.OBJECT, ROLE.VERTICAL_BODY, ROLE.VERTICAL_OBJECT)
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|emf|wmf|svg|bmp|tiff?)$", re.I)
_PAGE = re.compile(r"[-–\s]*(\d{1,3}|‹#›|<#>)(\s*/\s*\d{1,3})?[-–\s]*")
_FORMS = (
    ("arabic", "decimal"), ("romanUc", "upperRoman"), ("romanLc", "lowerRoman"),
    ("alphaUc", "upperLetter"), ("alphaLc", "lowerLetter"), ("circleNum", "decimalEnclosedCircle"),
    ("ea1Jpn", "japaneseCounting"), ("ea1Ch", "chineseCounting"),
)  # fmt: skip
"""How the types of numbers (§20.1.10.61) begin → what Word calls the same."""


def role(shape: Any) -> Any:
    """Return what a shape is a placeholder for, None for others and unknown kinds."""
    if shape.element.find(f"*/{P}nvPr/{P}ph") is None:
        return None
    try:
        return shape.placeholder_format.type if shape.is_placeholder else None
    except (ValueError, KeyError):  # of a kind that there is not
        return None


def shown(shape: Any) -> Words:
    """Return the words of a shape, its paragraphs and breaks as line breaks."""
    found = (
        [words(each._p, shape.part) for each in shape.text_frame.paragraphs]
        if shape.has_text_frame
        else []
    )
    text = "\n".join(each.text for each in found).strip()
    return together(found, text)


def text(shape: Any) -> str:
    """Return the words of a shape."""
    return shown(shape).text


def pieces(shape: Any, *, plain_text: bool) -> Iterator[Piece]:
    """Give what a shape says; ``plain_text`` where the paragraphs of a body are no list."""
    if role(shape) in DROPPED:
        return
    drawn = drawing.pieces(shape.element, shape.part, _described(shape))
    if drawn is not None:
        yield from drawn
    elif (table := next(shape.element.iter(f"{A}tbl"), None)) is not None:
        yield _table(table, shape.part)
    elif shape.has_text_frame and not _PAGE.fullmatch(text(shape)):
        yield from _paragraphs(shape, role(shape) in _BODIES and not plain_text)
    elif shape.element.tag.endswith(("}pic", "}graphicFrame")):
        said, at = _described(shape), media.href(shape.element, shape.part)
        unnamed = (Left("picture", wording("read.picture-unnamed")),)
        if media.is_unseen(shape.element):
            return
        if said or at:
            made = piece(Kind.IMAGE, said, href=at)
            yield replace(made, text=said or wording("read.picture"))
        else:
            yield Piece("", left=unnamed)


def _described(shape: Any) -> str:
    """Return the alt text of a picture, unless it is but the name of a file or says nothing."""
    told = (each.get("descr") for each in shape.element.iter(f"{P}cNvPr"))
    said = " ".join(next((text for text in told if text is not None), "").split())
    automatic = re.search(r"(自動的に生成された説明|Description automatically generated)$", said)
    return "" if _FILE_NAME.fullmatch(said) or automatic else plain(said)


def _paragraphs(shape: Any, body: bool) -> Iterator[Piece]:
    """Give paragraphs; those of a body of several, or with bullets, are items of their level."""
    found = [(p._p.find(f"{A}pPr"), words(p._p, shape.part)) for p in shape.text_frame.paragraphs]
    several = sum(bool(said.text.strip()) for _, said in found) > 1
    counts = list[int]()
    for properties, shown in found:
        said = " ".join(shown.text.split())
        tags = {child.tag for child in properties} if properties is not None else set()
        bullet = bool(tags & {f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip"})
        listed = bullet or (body and f"{A}buNone" not in tags and several)
        if not said or not listed or CREDIT.match(said) or said.endswith(("：", ":")):
            counts = counts[: level(properties)] if said else counts
            yield Piece(said, left=shown.left, marks=shown.marks)
            continue
        deep, own = level(properties), mark(said)
        counts = [*counts[: deep + 1], *[0] * (deep + 1 - len(counts))]
        numbers = properties.find(f"{A}buAutoNum") if f"{A}buAutoNum" in tags else None
        counts[-1] = 0 if numbers is None else max(_start(numbers), counts[-1] + 1)
        label, detail, rest = items.parts(own.rest if own and not own.number else said)
        number = None if numbers is None else _number(numbers, counts[-1])
        made = piece(
            Kind.ITEM, rest, [shown], level=deep, number=number, label=label, detail=detail
        )
        yield replace(made, left=shown.left)


def _start(numbers: Any) -> int:
    """Return what a list that counts itself begins with (§21.1.2.4.1)."""
    return office.number(numbers.get("startAt"), 32767) or 1


def _number(numbers: Any, count: int) -> Number:
    kind = numbers.get("type", "arabicPeriod")
    form = next((form for name, form in _FORMS if kind.startswith(name)), "decimal")
    around = {"ParenBoth": "({})", "ParenR": "{})", "Period": "{}."}
    shape = next((around[end] for end in around if kind.endswith(end)), "{}")
    return Number(count, shape.format(written(count, form)))


def _table(table: Any, part: Any) -> Piece:
    found = list[Words]()

    def said(paragraph: Any) -> str:
        found.append(words(paragraph, part))
        return found[-1].text

    cells = rows(table, said)
    text = gridded(cells)
    made = piece(Kind.TABLE, text, found, cells=cells) if text else Piece("")
    return replace(made, left=tuple(left for each in found for left in each.left))
