"""Which blocks of a section share a slide, and in which form a person wants them there."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from shiryo import document, inline
from shiryo.compose import blocks
from shiryo.compose.drawable import tabled
from shiryo.compose.material import Composer
from shiryo.diagnostics import Path
from shiryo.document.blocks import Shape
from shiryo.document.traits import traits
from shiryo.document.walk import texts
from shiryo.messages import wording
from shiryo.outline import model

_SHORT = 3
"""Items of a list that is short."""
_JOINED = 4
"""Slides of a section that layout may show as one at most."""
_CARDS = 8


class Placed(NamedTuple):
    """A block, composed."""

    source: model.Block
    block: document.Block
    path: Path


class Group(NamedTuple):
    """Blocks of one slide."""

    placed: tuple[Placed, ...]
    together: bool = False
    """Whether all of it is wanted on one page."""
    beside: bool = False
    """Whether its two blocks are wanted beside each other."""
    asked: Path = ()
    """Where that is asked for."""
    alone: bool = False
    """Whether neighbours never join it."""

    def joined(self, other: "Group") -> "Group":
        """Return this and the next one as one."""
        return Group((*self.placed, *other.placed), asked=self.asked or other.asked)


def placed(composer: Composer, section: model.Section, path: Path) -> Iterator[Placed]:
    """Yield the blocks of a section that slides show, in the form that is asked for."""
    met = section.form in ("auto", "beside", "full")
    for n, source in enumerate(section.blocks):
        where = (*path, "blocks", n)
        if source.only == "handout" or (made := blocks.block(composer, source, where)) is None:
            continue
        if not _says(made):
            composer.report("compose.empty-block", where)
            continue
        own = source.layout != "auto"
        shaped = _shaped(made, source.layout if own else section.form)
        if shaped is None and own:
            _refuse(composer, source.layout, (*where, "layout"))
        met = met or _shaped(made, section.form) is not None
        yield Placed(source, made if shaped is None else shaped, where)
    if not met:
        _refuse(composer, section.form, (*path, "layout"))


def _says(block: document.Block) -> bool:
    """Tell whether there is anything of a block to show."""
    shown = isinstance(block, document.Image | document.Chart | document.Figures)
    return shown or any(inline.plain(text).strip() for text in texts(block))


def _refuse(composer: Composer, layout: str, path: Path) -> None:
    reason = wording(f"causes.form.{layout}")
    composer.report("compose.no-form", path, layout=layout, reason=reason)


def _shaped(block: document.Block, layout: model.Form) -> document.Block | None:
    """Return a block in a form that it alone has; None where it cannot have it."""
    if layout in ("auto", "beside", "full"):
        return block
    if layout == "table" and isinstance(block, document.Chart):
        return tabled(block)
    if not isinstance(block, document.Bullets):
        return None
    titled = all(item.title for item in block.items)
    if layout in ("cards", "table") and not titled:
        return None
    if layout == "cards" and not 2 <= len(block.items) <= _CARDS:
        return None
    return replace(block, shape=cast(Shape, layout))


def grouped(composer: Composer, section: model.Section, found: list[Placed]) -> list[Group]:
    """Part blocks into slides in their order; layout parts further what does not fit."""
    groups, at = list[Group](), 0
    while at < len(found):
        one, form = found[at], _form(section, found[at])
        path = (*one.path, "layout") if one.source.layout != "auto" else one.path
        pair = found[at : at + 2]
        if form == "beside" and len(pair) == 2 and not _begins(pair[1]):
            groups.append(Group(tuple(pair), beside=True, asked=path, alone=True))
            at += 2
            continue
        if one.source.layout == "beside":
            _refuse(composer, "beside", path)
        own = form == "full" or one.source.together
        last = groups[-1] if groups else None
        apart = _begins(one) or one.source.message == ""
        if last is None or own or last.alone or apart or not _may_join(last, one.block):
            asked = (*one.path, "together") if one.source.together else path
            together = one.source.together
            groups.append(Group((one,), together, asked=asked, alone=form == "full"))
        else:
            groups[-1] = last._replace(placed=(*last.placed, one))
        at += 1
    return groups


def _form(section: model.Section, one: Placed) -> model.Form:
    return one.source.layout if one.source.layout != "auto" else section.form


def _begins(one: Placed) -> bool:
    """Tell whether a person wants a new slide before a block."""
    return bool(one.source.message or one.source.break_)


def _may_join(group: Group, block: document.Block) -> bool:
    """Tell whether a block goes on the slide of others; only the first of these may be large."""
    first = group.placed[0].block
    if group.together or traits(first).alone or traits(block).alone or _is_large(block):
        return False
    if _is_large(first):
        short = isinstance(block, document.Bullets) and len(block.items) <= _SHORT
        return len(group.placed) == 1 and short
    return True


def _is_large(block: document.Block) -> bool:
    if isinstance(block, document.Bullets) and len(block.items) > 1:
        return all(item.title for item in block.items)
    return traits(block).large


def whole(section: model.Section, path: Path, groups: list[Group]) -> Group | None:
    """Return all blocks of a section as one group, where a person wants that."""
    if not section.together:
        return None
    placed = tuple(one for group in groups for one in group.placed)
    return Group(placed, together=True, asked=(*path, "together"))


def neighbours(groups: list[Group]) -> Iterator[Group]:
    """Yield the first of the groups, it with the next one, and so on, as far as they may share."""
    group = groups[0]
    yield group
    for other in groups[1:_JOINED]:
        if _begins(other.placed[0]) or not (_shares(group) and _shares(other)):
            return
        group = group.joined(other)
        yield group


def _shares(group: Group) -> bool:
    """Tell whether a group may share a slide with a neighbour if there is room."""
    blocks_ = [block for _, block, _ in group.placed]
    return not group.alone and all(traits(b).yields or not traits(b).alone for b in blocks_)
