"""Seconds that each program takes to set the text at all measures; prints JSON."""

import gc
import json
import tempfile
from pathlib import Path
from time import process_time

from corpus import paragraphs
from setters import SETTERS, SIZE

from shiryo.cli import COLLECTED

MEASURES = (12, 16, 20, 24, 30, 40)
"""In em."""


def main() -> None:
    gc.set_threshold(*COLLECTED)  # as the command line does
    text, found = paragraphs(), dict.fromkeys(("shiryo", "Typst"), 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for em in (MEASURES[0], *MEASURES):  # the first time fills what is kept
            for name in found:
                start = process_time()
                SETTERS[name](text, em * SIZE, Path(folder))
                found[name] += process_time() - start
    print(json.dumps(found))


if __name__ == "__main__":
    main()
