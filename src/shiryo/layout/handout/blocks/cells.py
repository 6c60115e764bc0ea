"""The texts in the cells of a table: each measured once, however often it is asked for."""

from shiryo import inline, typeset
from shiryo.layout.handout.setting.galley import Galley, words
from shiryo.layout.text.widths import is_label
from shiryo.typeset.model import Breaks, Line
from shiryo.units import Points

_Unbroken = tuple[Points, tuple[Line, ...]]
"""How wide a text is, and it on one line."""


class Cells:
    """Sets what the cells of one table say."""

    def __init__(self, galley: Galley) -> None:
        self._galley = galley
        self._known: dict[tuple[inline.Text, str], _Unbroken] = {}
        self._words: dict[tuple[str, str], Points] = {}
        self._broken: dict[tuple[inline.Text, str, Points], tuple[Line, ...]] = {}

    def natural(self, text: inline.Text, type_: str) -> Points:
        """Return the width of a text on one line."""
        if not _is_plain(text):
            return self._galley.natural(text, type_)
        return self._unbroken(text, type_)[0]

    def part(self, text: inline.Text, type_: str, part: str) -> Points:
        """Return the width of a part of a text, as it would be alone."""
        is_all = is_bare(text) and text[0].text == part
        return self.natural(text, type_) if is_all else self.word(part, type_)

    def word(self, text: str, type_: str) -> Points:
        """Return the width of a stretch of a text."""
        key = (text, type_)
        if key not in self._words:
            self._words[key] = self._galley.natural(words(text), type_) if text else 0.0
        return self._words[key]

    def lines(self, text: inline.Text, type_: str, width: Points) -> tuple[Line, ...]:
        """Return the lines of a text in a cell that has so much room."""
        if not _is_plain(text):
            return self._set(text, type_, width)
        natural, lines = self._unbroken(text, type_)
        if natural <= width:
            return lines
        key = (text, type_, width)
        if key not in self._broken:
            self._broken[key] = self._set(text, type_, width)
        return self._broken[key]

    def _set(self, text: inline.Text, type_: str, width: Points) -> tuple[Line, ...]:
        breaks: Breaks = "phrase" if is_label(text) else "cell"
        return self._galley.lines([(text, type_)], width, breaks)

    def _unbroken(self, text: inline.Text, type_: str) -> _Unbroken:
        key = (text, type_)
        if key not in self._known:
            setter = self._galley.compositor
            runs = setter.runs(text, self._galley.style(type_))
            self._known[key] = typeset.unbroken(runs, setter.setting("ragged"), setter.fonts)
        return self._known[key]


def is_bare(text: inline.Text) -> bool:
    """Tell whether a text has no marks that say how it is set."""
    return len(text) == 1 and not text[0].strong and _is_plain(text)


def _is_plain(text: inline.Text) -> bool:
    """Tell whether what looks alike is set alike: ruby asks for the room, notes have numbers."""
    return not any(run.ruby or run.readings or run.note is not None for run in text)
