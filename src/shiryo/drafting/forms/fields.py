"""Lists that say what something has or is, field by field (日時: …、会場: …), as a table.

What a field is may stand below its name, too. The table stands on the slide, the author's list in
the handout.
"""

from collections.abc import Sequence
from itertools import pairwise

from shiryo.article.model import Block
from shiryo.drafting.select import items
from shiryo.drafting.select.parting import reference
from shiryo.drafting.wording.steps import together
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.japanese.words import words
from shiryo.messages import wording
from shiryo.outline import model

_FEWEST = 3
_NAME, _VALUE, _USUAL = 16.0, 56.0, 30.0
"""Full-width characters of a field's name, of what it is, and of that on the average."""
_VALUES = 0.75
"""Share of the fields that are no sentences; what is told in sentences is no table."""
_MANY, _BELOW, _CELL = 6, 3, 140.0
"""Fields of a list that says below each name what it is, things said there, and their size."""
_PAIR = 2
"""A name, and the one thing below it."""
_PREDICATES = ("動詞", "形容詞", "助動詞")


def table(found: Sequence[Block]) -> model.TableBlock | None:
    """Return the table of a flat list of fields; None if it tells something else."""
    names = [_name(item) for item in found]
    plain = all(item.label and item.text and not item.number for item in found)
    if len(found) < _FEWEST or not plain or len(set(names)) < len(names):
        return None
    told = sum(_is_noun(item.text) for item in found)
    if told < _VALUES * len(found) or not (_are_short(names, found) and all(map(_is_noun, names))):
        return None
    heads = (wording("drafted.head.field"), wording("drafted.head.value"))
    rows = tuple(_row(name, item) for name, item in zip(names, found, strict=True))
    return model.TableBlock(table=model.TableBody(columns=heads, rows=rows), only="deck")


def nested(found: Sequence[Block]) -> model.TableBlock | None:
    """Return the table of a list of names, each with what it is below it; None of another.

    There are many of them, or each says but one thing.
    """
    tops = [n for n, item in enumerate(found) if item.level == found[0].level]
    groups = [found[a:b] for a, b in pairwise([*tops, len(found)])]
    heads = [group[0] for group in groups]
    names = all(not (h.number or h.label or h.detail) and _is_name(h.text) for h in heads)
    few = _FEWEST if all(len(group) == _PAIR for group in groups) else _MANY
    if len(groups) < few or not names or len({h.text for h in heads}) < len(heads):
        return None
    rows = [row for group in groups if (row := _below(group))]
    if len(rows) < len(groups):
        return None
    columns = (wording("drafted.head.field"), wording("drafted.head.value"))
    return model.TableBlock(table=model.TableBody(columns=columns, rows=tuple(rows)), only="deck")


def _is_name(text: str) -> bool:
    return width(text) <= _NAME and _is_noun(text)


def _below(group: Sequence[Block]) -> model.Row | None:
    """Return a name with what stands below it; None if a cell cannot say that."""
    head, *below = group
    if not 0 < len(below) <= _BELOW or {item.level for item in below} != {head.level + 1}:
        return None
    said = [_said(item) for item in below]
    log = together(how for _, how in said)
    cell = "\n".join(text for text, _ in said if text)
    if log is None or not cell or width(cell) > _CELL:
        return None
    refs = tuple(dict.fromkeys(ref for item in group for ref in reference(item)))
    return model.Row(cells=(escape(head.text), cell), from_=refs, how=log)


def _said(item: Block) -> tuple[str, tuple[str, ...]]:
    """Return what a cell has of an item, and how; nothing of what only leads elsewhere."""
    short = items.part(item.text, item, alone=True)
    text, how = (short.text, short.how) if not short.cut else (escape(item.text), ())
    if items.leads_away(item.text):
        return "", ()
    name = escape(_name(item)) if item.label else ""
    return (f"{name}: {text}" if name else text), how


def _are_short(names: Sequence[str], found: Sequence[Block]) -> bool:
    sizes = [width(item.text) for item in found]
    usual = sum(sizes) <= _USUAL * len(sizes)
    return max(map(width, names)) <= _NAME and max(sizes) <= _VALUE and usual


def _name(item: Block) -> str:
    return f"{item.label}（{item.detail}）" if item.detail else item.label


def _is_noun(text: str) -> bool:
    """Tell whether a text is one phrase that ends in no predicate."""
    bare = text.strip().rstrip("。")
    found = words(bare)
    return "。" not in bare and bool(found) and found[-1].pos not in _PREDICATES


def _row(name: str, item: Block) -> model.Row:
    said = items.part(item.text, item)
    text, how = (said.text, said.how) if said.text else (escape(item.text), ())
    return model.Row(cells=(escape(name), text), from_=reference(item), how=how)
