"""Answers of several people to one question, as a table that counts them.

The author lists an answer as often as it was given, or several of one person's in a row (A, B).
Which answers there are is the author's, how many is counted over the lines that each row cites.
"""

from collections.abc import Iterator, Sequence

from shiryo import lazy_re as re
from shiryo.article.model import Block, Kind
from shiryo.inline import escape
from shiryo.japanese.brackets import is_open
from shiryo.japanese.width import width
from shiryo.messages import wording
from shiryo.outline import model

_FEWEST = 3
"""Answers, at least."""
_AGAIN, _SURE = 0.5, 0.75
"""Shares of what is answered that is answered more than once; and where nothing asks."""
_ASKS = re.compile(
    r"[?？]|か[。\s]*$|(?:聞かせ|教えて|入力|記入|回答|答え)|アンケート|設問|満足度|感想|評価|質問|投票"
)
_BETWEEN = re.compile(r"[,，;；]\s+|;(?=\S)")
"""What a form puts between the choices of one person."""
_ANSWER, _ROWS = 90.0, 8
"""Full-width characters of an answer, and rows of a table that has what only one person says."""


def table(found: Sequence[Block], about: str) -> model.TableBlock | None:
    """Return the table of a list of answers; None of another list. ``about``: what is over it."""
    plain = all(not (b.number or b.label or b.detail) and "\n" not in b.text for b in found)
    if not plain or len(found) < _FEWEST:
        return None
    given = _given(found)
    said = sum(map(len, given.values()))
    again = sum(len(lines) for lines in given.values() if len(lines) > 1)
    if again < (_AGAIN if _ASKS.search(about) else _SURE) * said:
        return None
    several = said > len(found)
    rows = sorted(given.items(), key=lambda answer: -len(answer[1]))
    head = "choices" if several else "answered"
    if len(rows) > _ROWS:
        head += "-again"
        rows = [(text, lines) for text, lines in rows if len(lines) > 1]
    if max(width(text) for text, _ in rows) > _ANSWER:
        return None
    body = model.TableBody(
        columns=(
            wording(f"drafted.head.{head}"),
            wording("drafted.head.tally-of", count=len(found)),
        ),
        rows=tuple(
            model.Row(
                cells=(escape(text), str(len(lines))), from_=tuple(_refs(lines)), how=(model.TALLY,)
            )
            for text, lines in rows
        ),
    )
    return model.TableBlock(table=body, only="deck")


def is_table(block: model.Block) -> bool:
    """Tell whether a block counts answers."""
    rows = block.table.rows if isinstance(block, model.TableBlock) else ()
    return bool(rows) and all(model.TALLY in row.how for row in rows)


def counted(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    """Yield what is answered in the items of ``blocks``, and in how many, as a row says both."""
    for text, lines in _given([b for b in blocks if b.kind is Kind.ITEM]).items():
        yield text, str(len(lines))


def _given(found: Sequence[Block]) -> dict[str, list[Block]]:
    """Return each answer with the items that give it, in the order in which they first do."""
    given = dict[str, list[Block]]()
    for block in found:
        for answer in dict.fromkeys(_choices(block.text)):
            given.setdefault(answer, []).append(block)
    return given


def _answer(text: str) -> str:
    return text.strip().removesuffix("。")


def _choices(text: str) -> list[str]:
    """Return what one person chose, not parted within brackets."""
    made = [""]
    for part in _BETWEEN.split(text):
        if is_open(made[-1]):
            made[-1] += f", {part}"
        elif made[-1]:
            made.append(part)
        else:
            made[-1] = part
    return [_answer(choice) for choice in made]


def _refs(lines: Sequence[Block]) -> Iterator[str]:
    """Yield the lines of items, those of neighbours as one range."""
    first, last = lines[0].first, lines[0].last
    for block in lines[1:]:
        if block.first != last + 1:
            yield model.line_ref(first, last)
            first = block.first
        last = block.last
    yield model.line_ref(first, last)
