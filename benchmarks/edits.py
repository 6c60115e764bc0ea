"""How long a warm core takes from one changed word to the changed pages; prints JSON.

python benchmarks/edits.py OUTLINE.yaml [ROUNDS]
"""

import gc
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import process_time

from shiryo import load
from shiryo.cli import COLLECTED
from shiryo.warm import Inputs, Warm

Round = dict[str, tuple[float, int]]
"""Of each part, milliseconds of a processor, and how many pages it sent."""


def edited(text: str, rounds: int) -> Iterator[str]:
    """Yield the text with a word more in one of its messages, and as it was, by turns."""
    places = [match.end() for match in re.finditer(r"message: ['\"]?", text)]
    for n in range(rounds):
        at = places[(n * 37 + 5) % len(places)]
        yield text[:at] + "新" + text[at:]
        yield text


def read(core: Warm, text: str) -> Round:
    """Return what a round takes until each of its parts is there."""
    found, start = Round(), process_time()
    for part in core.round(text):
        found[part.of] = (1000 * (process_time() - start), len(part.pages))
    return found


def main(path: Path, rounds: int) -> None:
    gc.set_threshold(*COLLECTED)  # as for whoever edits
    text = path.read_text("utf-8")
    job = load(path, roots=[Path(__file__).resolve().parent.parent])
    core = Warm(str(path), Inputs(job.templates, job.article, job.assets))
    slides = read(core, text)["deck"][1]
    made = [read(core, changed) for changed in edited(text, rounds)]
    print(
        json.dumps(
            {
                "slides": slides,
                "deck": median(each["deck"][0] for each in made),
                "both": median(each["handout"][0] for each in made),
                "sent": max(each["deck"][1] for each in made),
            }
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 12)
