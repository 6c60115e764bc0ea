"""The text that all tabs share: changes come in turn, whoever is behind is told what he missed.

The changes are those of CodeMirror (`ChangeSet.toJSON`): a number keeps so many units of UTF-16, a
list takes the place of so many with the lines that follow.
"""

from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import Any, NamedTuple

from shiryo.outline.editing import Splice
from shiryo.outline.editing.splices import difference, spliced

_KEPT = 1000
"""Changes that are kept for tabs that are behind."""
_HOUSE = "studio"
"""Who makes the changes that no tab made."""


class Update(NamedTuple):
    """A change, and the tab that made it."""

    client: str
    changes: Any

    @property
    def said(self) -> dict[str, Any]:
        """It as JSON."""
        return {"clientID": self.client, "changes": self.changes}


class Document:
    """A text and the last of its changes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.version = 0
        self._updates = deque[Update](maxlen=_KEPT)

    def push(self, version: int, updates: Iterable[Update]) -> list[Splice] | None:
        """Do what a tab did on top of ``version``; None where that is not the newest.

        Raises ValueError for changes that do not fit the text.
        """
        if version != self.version:
            return None
        made, text, taken = list[Splice](), self.text, list[Update]()
        for update in updates:
            splices = of_changes(text, update.changes)
            text = spliced(text, splices)
            made += splices if not made else [difference(self.text, text)]
            taken.append(update)
        splices = [difference(self.text, text)] if len(taken) > 1 else made
        self._take(text, taken)
        return splices

    def replace(self, text: str) -> Splice | None:
        """Let the text be another, as a change of the studio's own; None where it is that."""
        if text == self.text:
            return None
        splice = difference(self.text, text)
        self._take(text, [Update(_HOUSE, as_changes(self.text, splice))])
        return splice

    def since(self, version: int) -> list[Update] | None:
        """Return the changes after ``version``; None where they are no longer known."""
        missing = self.version - version
        if not 0 <= missing <= len(self._updates):
            return None
        return list(islice(self._updates, len(self._updates) - missing, None))

    def _take(self, text: str, updates: list[Update]) -> None:
        self.text = text
        self.version += len(updates)
        self._updates.extend(updates)


def of_changes(text: str, changes: Any) -> list[Splice]:
    """Return the splices of ``text`` that changes are. Raises ValueError."""
    if not isinstance(changes, list):
        raise ValueError("no changes")
    at, made, units = 0, [], Units(text)
    for part in changes:
        if isinstance(part, int) and not isinstance(part, bool) and part >= 0:
            at += part
        elif (
            isinstance(part, list) and part and isinstance(part[0], int) and part[0] >= 0
            and all(isinstance(line, str) for line in part[1:])
        ):  # fmt: skip
            start, at = at, at + part[0]
            made.append(Splice(units.point(start), units.point(at), "\n".join(part[1:])))
        else:
            raise ValueError("no change")
    if at != units.count:
        raise ValueError("changes of another text")
    return made


def as_changes(text: str, splice: Splice) -> Any:
    """Return a splice as changes."""
    units = Units(text)
    start, end = units.unit(splice.start), units.unit(splice.end)
    part: list[Any] = [end - start, *(splice.new.split("\n") if splice.new else ())]
    return [part for part in (start, part, units.count - end) if part]


class Units:
    """Places of a text in characters, and in units of UTF-16 as browsers count."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._wide = (
            [n for n, sign in enumerate(text) if sign > "\uffff"] if not text.isascii() else []
        )
        self.count = len(text) + len(self._wide)

    def unit(self, point: int) -> int:
        """Return the place of a character in units."""
        return point + sum(n < point for n in self._wide) if self._wide else point

    def point(self, unit: int) -> int:
        """Return the character at a place in units. Raises ValueError beyond the text."""
        if not 0 <= unit <= self.count:
            raise ValueError("beyond the text")
        point = unit
        for n in self._wide:
            if n >= point:
                break
            point -= 1
        return point
