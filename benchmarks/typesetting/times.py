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
FIRST = 14
"""Set before them and not counted: it fills what each program keeps of the text, not its lines."""


def main() -> None:
    gc.set_threshold(*COLLECTED)  # as the command line does
    text, found = paragraphs(), dict.fromkeys(("shiryo", "Typst"), 0.0)
    with tempfile.TemporaryDirectory() as folder:
        for em in (FIRST, *MEASURES):
            for name in found:
                start = process_time()
                SETTERS[name](text, em * SIZE, Path(folder))
                found[name] += process_time() - start if em != FIRST else 0
    print(json.dumps(found))


if __name__ == "__main__":
    main()
