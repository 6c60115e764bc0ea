"""What a process takes, and what it took beside another."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True)
class Cost:
    """What a process took."""

    seconds: float
    megabytes: float
    """At its peak."""
    busy: float
    """Seconds of a processor, however many others share it."""


def run(
    *command: str | Path, env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Cost:
    """Run a command to its end. Raises CalledProcessError where it fails."""
    start = perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(part) for part in command], stdout=said, stderr=said, env=env, cwd=cwd
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.stderr.write(said.read().decode(errors="replace"))
            raise subprocess.CalledProcessError(process.returncode, process.args)
    scale = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * scale / 1e6, usage.ru_utime + usage.ru_stime)


def together(*costs: Cost) -> Cost:
    """Return what processes take one after the other."""
    return Cost(
        sum(cost.seconds for cost in costs),
        max(cost.megabytes for cost in costs),
        sum(cost.busy for cost in costs),
    )


@dataclass(frozen=True)
class Pair:
    """What we took, and what another did, in turns: medians."""

    ours: Cost
    theirs: Cost

    @property
    def seconds(self) -> float:
        """How many times as long ours takes."""
        return self.ours.seconds / self.theirs.seconds

    @property
    def busy(self) -> float:
        """How many times the time of a processor."""
        return self.ours.busy / self.theirs.busy


def in_turns(ours: Callable[[], Cost], theirs: Callable[[], Cost], rounds: int) -> Pair:
    """Run both in turns; the first turn is not counted, for it fills the disk's cache."""
    pairs = [(ours(), theirs()) for _ in range(rounds + 1)][1:]
    return Pair(*(_median(costs) for costs in zip(*pairs, strict=True)))


def _median(costs: tuple[Cost, ...]) -> Cost:
    return Cost(
        median(cost.seconds for cost in costs),
        max(cost.megabytes for cost in costs),
        median(cost.busy for cost in costs),
    )


def over(name: str, value: float, limit: float) -> list[str]:
    """Return what is to be said of a value that is more than its limit."""
    return [f"{name}: {value:.2f}, more than {limit:g}"] if value > limit else []
