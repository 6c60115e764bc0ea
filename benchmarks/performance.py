"""What was measured, as JSON, as a plot and as a page of the documentation."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from shiryo import build, load

_TABLE = re.compile(r"(<!-- figures -->\n).*?(<!-- /figures -->)", re.DOTALL)
_PROFILE = re.compile(r"(<!-- profile -->\n).*?(<!-- /profile -->)", re.DOTALL)
_LEAST = 0.02
"""The share of the time that a part has to have to be named."""


@dataclass(frozen=True)
class Found:
    """What a measure came to."""

    value: float
    of: str = ""
    """What it comes from: ours, and theirs."""


@dataclass(frozen=True)
class Taken:
    """A measure that was taken."""

    name: str
    what: str
    value: float
    floor: float
    least: bool
    of: str

    @property
    def is_met(self) -> bool:
        """Whether it is no worse than its floor."""
        return self.value >= self.floor if self.least else self.value <= self.floor

    @property
    def share(self) -> float:
        """The part of its floor that it takes up, in hundredths; under 100 is good."""
        share = self.floor / self.value if self.least else self.value / self.floor
        return round(100 * share)

    @property
    def row(self) -> str:
        """A row of the table."""
        way = "at least" if self.least else "at most"
        met = "yes" if self.is_met else "**no**"
        return f"| {self.what} | {self.value:.3g} | {way} {self.floor:g} | {met} | {self.of} |"


@dataclass(frozen=True)
class Measure:
    """Something to measure, and what it has to be."""

    name: str
    what: str
    find: Callable[[], Found | None]
    floor: float
    least: bool = False
    """Whether it has to be as much, not as little."""

    def taken(self) -> Taken:
        """Take it, and say so; what cannot be measured here meets its floor."""
        found = self.find() or Found(self.floor, "not measured")
        made = Taken(self.name, self.what, found.value, self.floor, self.least, found.of)
        print(f"{'' if made.is_met else '! '}{made.what}: {made.value:.3g} ({made.of})", flush=True)
        return made


def report(
    taken: Sequence[Taken], profiles: Mapping[str, Mapping[str, float]], folder: Path
) -> None:
    """Write ``performance.json``, ``.svg`` and the tables of ``.md``."""
    found = {"measures": [asdict(each) for each in taken], "profiles": profiles}
    text = json.dumps(found, indent=2, ensure_ascii=False)
    (folder / "performance.json").write_text(text + "\n", "utf-8")
    (folder / "performance.svg").write_bytes(plot(taken))
    page = folder / "performance.md"
    table = "\n".join(
        [
            "| what | measured | wanted | met | ours, theirs |",
            "|---|--:|--:|---|---|",
            *(each.row for each in taken),
        ]
    )
    text = _TABLE.sub(lambda m: f"{m[1]}{table}\n{m[2]}", page.read_text("utf-8"))
    text = _PROFILE.sub(lambda m: f"{m[1]}{_parts(profiles)}\n{m[2]}", text)
    page.write_text(text, "utf-8")


def _parts(profiles: Mapping[str, Mapping[str, float]]) -> str:
    """Return seconds of each part of the program as a table, the largest first."""
    totals = [sum(of.values()) for of in profiles.values()]
    names = {part for of in profiles.values() for part in of}
    shown = sorted(
        (part for part in names if any(_share(of, part) >= _LEAST for of in profiles.values())),
        key=lambda part: -max(of.get(part, 0) for of in profiles.values()),
    )
    rows = [("part", *(f"{name}, s" for name in profiles)), ("---", *("--:" for _ in profiles))]
    rows += [(part, *(f"{of.get(part, 0):.2f}" for of in profiles.values())) for part in shown]
    rows.append(("all", *(f"{total:.2f}" for total in totals)))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _share(of: Mapping[str, float], part: str) -> float:
    return of.get(part, 0) / sum(of.values())


def plot(taken: Sequence[Taken]) -> bytes:
    """Return bars, one a measure, of how much of its floor it takes up, drawn by shiryo."""
    chart = {
        "kind": "bar",
        "categories": [each.name for each in taken],
        "series": [{"values": [each.share for each in taken]}],
        "unit": "%",
    }
    section = {"id": "a", "title": "measured / wanted", "blocks": [{"chart": chart}]}
    outline = {"shiryo": 1, "title": "performance", "sections": [section]}
    job = load("performance.yaml", json.dumps(outline))
    made, _ = build(job, ["svg"])
    return made.drawings[-2][1] if len(made.drawings) > 2 else made.drawings[0][1]
