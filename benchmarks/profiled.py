"""Where the time of a command goes: samples of a run by the part of shiryo at work; prints JSON.

PYTHONPATH=src python benchmarks/profiled.py OUT.json ARGUMENTS of shiryo
"""

import atexit
import json
import re
import signal
import sys
from collections import Counter
from types import FrameType

EVERY = 0.004
"""Seconds of a processor between two samples."""
_OURS = re.compile(r"[\\/]src[\\/]shiryo[\\/]([a-z_]+)(?:[\\/]([a-z_]+)[\\/])?")
_TWO = ("layout", "render", "article", "drafting")
"""Packages that are told by what is in them."""
IMPORTS = "imports, regular expressions"


def part(frame: FrameType | None) -> str:
    """Return the part of shiryo that is at work, or what it waits for."""
    found = ""
    while frame:
        name = frame.f_code.co_filename
        if "importlib" in name or name.endswith("_compiler.py"):
            return IMPORTS
        if not found and (match := _OURS.search(name)):
            found = f"{match[1]}/{match[2]}" if match[1] in _TWO and match[2] else match[1]
        frame = frame.f_back
    return found or "Python"


def main(out: str) -> None:
    counts = Counter[str]()
    signal.signal(signal.SIGPROF, lambda _number, frame: counts.update([part(frame)]))

    def told() -> None:
        signal.setitimer(signal.ITIMER_PROF, 0)
        with open(out, "w", encoding="utf-8") as file:  # noqa: PTH123
            json.dump(counts, file)

    atexit.register(told)
    signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)
    from shiryo.cli import main as run

    run()


if __name__ == "__main__":
    file = sys.argv.pop(1)
    main(file)
