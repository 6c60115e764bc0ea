"""Drafts, checks and builds what no person would send, and says what that took and reached.

``python benchmarks/hostile.py [FILE …]``: by default the Word, PowerPoint and PDF files that the
tests make (`hostile_office`). Each is used in a folder of its own, under an audit hook. Prints what
is over a bound, then a table; returns 1 where a command crashed, blocked, failed without words,
reached anything outside of its folder, or took more than `SECONDS` of a processor, without the hook
too, or `MEGABYTES`.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests/shared"))

from hostile_office import damaged, hostile  # noqa: E402
from watched import watch  # noqa: E402

SECONDS = 5
MEGABYTES = 500
COMMANDS = (
    ("outline", "{file}", "-o", "a.yaml"),
    ("check", "a.yaml"),
    ("build", "a.yaml", "-d", "out"),
)


def samples(files: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each input."""
    if files:
        yield from ((file, Path(file).read_bytes()) for file in files)
        return
    for name, kind, data in (*damaged(), *hostile()):
        yield f"{name}.{kind}", data


def _busy() -> float:
    """Return the seconds of a processor that commands have taken so far."""
    times = os.times()
    return times.children_user + times.children_system


def used(name: str, data: bytes) -> Iterator[tuple[str, int, float, list[str]]]:
    """Yield the command, its exit code, its seconds and what was wrong of each use of an input."""
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at)
        kind = Path(name).suffix
        (folder / f"input{kind}").write_bytes(data)
        for command in COMMANDS:
            if command[1] == "a.yaml" and not (folder / "a.yaml").exists():
                return
            arguments = [part.format(file=f"input{kind}") for part in command]
            before = _busy()
            made = watch(folder, *arguments)
            taken = _busy() - before
            if taken > SECONDS:  # the hook takes its part, and caches were empty
                anew = () if command[0] == "check" else ("--force",)
                again = [sys.executable, "-P", "-m", "shiryo", *arguments, *anew]
                env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
                before = _busy()
                subprocess.run(again, cwd=folder, env=env, check=False, capture_output=True)
                taken = _busy() - before
            wrong = [f"{event} {place}" for event, place in made.outside]
            if made.code not in (0, 2) or "files.internal" in made.said:
                wrong.append(f"exit {made.code}: {made.said.strip()[:200]}")
            if taken > SECONDS:
                wrong.append(f"{taken:.1f} s")
            yield command[0], made.code, taken, wrong


def main(files: list[str]) -> int:
    """Go through the inputs; print the table."""
    kinds: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    inputs: dict[str, int] = defaultdict(int)
    refused: dict[str, int] = defaultdict(int)
    bad = 0
    for name, data in samples(files):
        kind = Path(name).suffix
        inputs[kind] += 1
        for command, code, taken, wrong in used(name, data):
            kinds[kind][command].append(taken)
            refused[kind] += command == "outline" and code == 2
            bad += len(wrong)
            for each in wrong:
                print(f"{name}: {command}: {each}", flush=True)
    print(f"{'':>8} {'inputs':>7} {'refused':>8}" + "".join(f"{c[0]:>9}" for c in COMMANDS))
    for kind, times in sorted(kinds.items()):
        worst = "".join(f"{max(times.get(c[0], [0])):>8.1f}s" for c in COMMANDS)
        print(f"{kind:>8} {inputs[kind]:>7} {refused[kind]:>8}{worst}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    runs = sum(len(times) for kind in kinds.values() for times in kind.values())
    print(f"{sum(inputs.values())} inputs, {runs} commands, {bad} faults, peak {peak:.0f} MB")
    return int(bad > 0 or peak > MEGABYTES)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
