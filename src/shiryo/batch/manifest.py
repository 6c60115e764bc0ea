"""What a batch tells of itself: a line of JSON for each briefing."""

import json
from collections.abc import Iterator
from typing import Any

from shiryo.values import dataclass
from shiryo.workspace.ledger import Entry, Ledger, Planned

NAME = "manifest.jsonl"
MADE, FAILED, WAITING = "made", "failed", "waiting"


@dataclass(frozen=True)
class Line:
    """A briefing, and what came of it."""

    planned: Planned
    entry: Entry | None

    @property
    def status(self) -> str:
        """`MADE`, `FAILED`, or `WAITING` where the run was stopped before."""
        if self.planned.diagnostics:
            return FAILED
        if not self.planned.done:
            return WAITING
        return MADE if self.entry and not self.entry.failed else FAILED

    @property
    def diagnostics(self) -> list[dict[str, Any]]:
        """What was said of it."""
        told = self.entry.diagnostics if self.entry and self.planned.done else ()
        return [*self.planned.diagnostics, *told]

    @property
    def is_doubtful(self) -> bool:
        """Whether it was made, and a person should look."""
        return self.status == MADE and any(d.get("severity") == "warning" for d in self.diagnostics)

    @property
    def json(self) -> str:
        """The line of the manifest."""
        is_made = self.status == MADE and self.entry
        outputs = self.entry.outputs if self.entry else ()
        told = {
            "number": self.planned.number,
            "place": self.planned.place,
            "name": self.planned.name or None,
            "status": self.status,
            "source": self.entry.source if is_made and self.entry else None,
            "outputs": {o.name: o.digests[0] for o in outputs} if is_made else {},
            "diagnostics": self.diagnostics,
            "seconds": self.entry.seconds if self.entry and self.planned.done else 0,
        }
        return json.dumps(told, ensure_ascii=False) + "\n"


def lines(ledger: Ledger) -> Iterator[Line]:
    """Yield the briefings of the plan, in the order of the rows or files."""
    for planned in ledger.planned():
        yield Line(planned, ledger.entry(planned.name) if planned.name else None)


def manifest(ledger: Ledger) -> Iterator[str]:
    """Yield the lines of the manifest."""
    return (line.json for line in lines(ledger))
