"""Choosing: the fewest omissions, then the largest type, then the columns that allow it."""

from collections.abc import Callable
from dataclasses import replace

from shiryo import document, pages
from shiryo.diagnostics import Diagnostics, Failed, diagnose
from shiryo.document.numbers import numbered
from shiryo.document.traits import traits
from shiryo.layout.handout.onepage.omit import Cut, counted, cuts, without
from shiryo.layout.handout.onepage.sheet import Sheet
from shiryo.layout.handout.setting.references import sections
from shiryo.layout.text.font_files import FontFiles
from shiryo.layout.text.missing import missing
from shiryo.template.model import Theme
from shiryo.typeset.fonts import Fonts
from shiryo.units import Points

_STEP = 0.1
"""Points between the sizes of type that are tried."""
_NARROW = 2
"""Columns up to which there is room for everything."""
_WORTH = 4
"""How many parts fewer have to go for the next number of columns to be taken."""


def lay_out(
    handout: document.Handout, theme: Theme, fonts: Fonts
) -> tuple[pages.PageSet, Diagnostics]:
    """Set a handout on one page of its paper, never more.

    What has no room even in the smallest type is left out in the order of the theme, and a note
    says what that is. Raises Failed where not even the title has room.
    """
    sheet, gone = _Choice(handout, theme, fonts).sheet()
    made = pages.PageSet(
        sheet.paper.width,
        sheet.paper.height,
        (sheet.page(),),
        handout.info,
        FontFiles(fonts),
        colours=theme.colours,
        font_family=fonts.face("gothic", 400).family,
    )
    problems = (*dict.fromkeys(sheet.galley.problems), *missing(handout, fonts))
    return made, (*_said(gone), *problems)


def _said(gone: list[Cut]) -> Diagnostics:
    if not gone:
        return ()
    counts = counted(gone).items()
    what = (diagnose(f"handout.left-out-{kind}", n=n).message for kind, n in counts)
    return (diagnose("handout.left-out", what="、".join(what)),)


class _Choice:
    def __init__(self, handout: document.Handout, theme: Theme, fonts: Fonts) -> None:
        self._handout, self._theme, self._fonts = handout, theme, fonts
        self._own = theme.handout.onepage

    def sheet(self) -> tuple[Sheet, list[Cut]]:
        """Return the page, and what it leaves out."""
        if self._fits([], self._own.sizes[0], 1):
            return self._at([], self._own.sizes[0], 1), []
        order = cuts(self._handout, self._own.omit)
        gone, columns = len(order) + 1, 0
        for number in self._own.columns:
            most = gone - 1 - (_WORTH if columns else 0)
            fewest = self._fewest(order, most, number)
            if fewest <= most:
                gone, columns = fewest, number
        if not columns:
            raise Failed(diagnose("handout.no-room"))
        return self._largest(order[:gone], columns), order[:gone]

    def _fewest(self, order: list[Cut], most: int, columns: int) -> int:
        """Return how many parts have to go for the rest to fit in the smallest type."""
        return _first(most, lambda n: self._fits(order[:n], self._own.sizes[1], columns))

    def _largest(self, gone: list[Cut], columns: int) -> Sheet:
        """Return the page in the largest type in which what is left fits."""
        largest, smallest = self._own.sizes
        sizes = [largest - n * _STEP for n in range(round((largest - smallest) / _STEP))]
        n = _first(len(sizes) - 1, lambda n: self._fits(gone, sizes[n], columns))
        return self._at(gone, [*sizes, smallest][n], columns)

    def _fits(self, gone: list[Cut], size: Points, columns: int) -> bool:
        if columns > _NARROW and _needs_width(self._handout):
            return False
        return self._at(gone, size, columns).fits

    def _at(self, gone: list[Cut], size: Points, columns: int) -> Sheet:
        left = without(self._handout, gone)
        numerals, joint = self._theme.handout.numerals, self._theme.labels["number-joint"]
        left = replace(left, sections=numbered(left.sections, numerals, joint))
        return Sheet(left, sized(self._theme, size), self._fonts, columns)


def _needs_width(handout: document.Handout) -> bool:
    """Tell whether something would be crowded in a narrow column."""
    found = (block for section in sections(handout.sections) for block in section.blocks)
    return any(traits(block).wide for block in found)


def _first(count: int, holds: Callable[[int], bool]) -> int:
    """Return the first of 0 … ``count`` for which something holds, which then holds for all after.

    If it holds for none, return ``count + 1``.
    """
    low, high = 0, count + 1
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


def sized(theme: Theme, size: Points) -> Theme:
    """Return the theme of one page with body text of a size; all other sizes in proportion.

    No type gets smaller than the theme's least, unless it is made so.
    """
    handout, own = theme.handout, theme.handout.onepage
    types, spaces = {**handout.type, **own.type}, {**handout.space, **own.space}
    scale = size / types["body"].size
    made = {
        name: type_.model_copy(update={"size": max(type_.size * scale, min(type_.size, own.least))})
        for name, type_ in types.items()
    }
    space = {name: length * scale for name, length in spaces.items()}
    changed = handout.model_copy(update={"type": made, "space": space})
    return theme.model_copy(update={"handout": changed})
