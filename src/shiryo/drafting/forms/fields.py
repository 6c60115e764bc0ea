"""Lists that say what something has or is, field by field (日時: …、会場: …), as a table.

The table stands on the slide, the author's list in the handout.
"""

from collections.abc import Sequence

from shiryo.article.model import Block
from shiryo.drafting.select import items
from shiryo.drafting.select.parting import reference
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
