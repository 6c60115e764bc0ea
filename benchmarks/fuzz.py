"""Looks for bytes that a reader neither takes nor refuses in words, guided by what they run.

``python benchmarks/fuzz.py [TARGET…] [--seconds 1200] [--into FOLDER] [--also FOLDER]``: each
target of `tests/shared/fuzzed.py` in a process of its own, driven by atheris (libFuzzer), or by
chance alone where that is not installed. It begins with the samples there and, ``--also``, with a
folder's files of its kind. Found is an exception that is not `Failed`, and more than five CPU
seconds; each kind once, made small, as a file in the folder. Returns 1 if anything was found. What
is mended stays as a file in ``tests/fuzzed``.
"""

import argparse
import hashlib
import math
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests" / "shared")]
SECONDS = 5
"""CPU seconds that an input may take."""
TRIES = 300
"""Smaller inputs that are tried of what was found."""
LENGTH = 40_000
"""Bytes of an input at most."""
SUFFIXES = {
    "text": "txt", "markdown": "md", "draft": "md", "html": "html", "pdf": "pdf",
    "outline": "yaml", "picture": "png", "data": "csv",
}  # fmt: skip
"""Which files of a folder a target begins with."""


class Hang(BaseException):
    """An input took too long; nothing that is under test catches it."""


@contextmanager
def bounded() -> Iterator[None]:
    """Raise Hang after `SECONDS` of work."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def kind(name: str, data: bytes) -> str:
    """Return what is wrong with a target that is given ``data``: which error, and where in ours."""
    from fuzzed import tried

    try:
        with bounded():
            tried(name, data)
    except Hang:
        return "Hang"
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if "/shiryo/" in f.filename or "fuzzed" in f.filename]
        return f"{type(error).__name__} {Path(ours[-1].filename).name}:{ours[-1].name}"
    return ""


def small(name: str, data: bytes, wrong: str) -> bytes:
    """Return fewer bytes with which the same is wrong."""
    size, tries = len(data) // 2, 2 if wrong == "Hang" else TRIES
    while size and tries:
        at = 0
        while at < len(data) and tries:
            tries -= 1
            without = data[:at] + data[at + size :]
            if kind(name, without) == wrong:
                data = without
            else:
                at += size
        size //= 2
    return data


class Search:
    """Tries inputs of a target and keeps each kind of what is wrong once."""

    def __init__(self, name: str, into: Path, seconds: int) -> None:
        self.name, self.into, self.known, self.count = name, into / name, set[str](), 0
        self._seconds, self._until = seconds, math.inf

    def begin(self) -> None:
        """Let the time run from now on."""
        self._until = time.monotonic() + self._seconds

    def __call__(self, data: bytes) -> None:
        """Try an input; when the time is over, say what came of all, and end the process."""
        if time.monotonic() > self._until:
            print(f"{self.name}: {self.count} inputs, {len(self.known)} found", flush=True)
            os._exit(0)  # libFuzzer has no other end
        self.count += 1
        wrong = kind(self.name, data)
        if not wrong or wrong in self.known:
            return
        self.known.add(wrong)
        made = small(self.name, data, wrong)
        self.into.mkdir(parents=True, exist_ok=True)
        file = self.into / hashlib.sha256(made).hexdigest()[:12]
        file.write_bytes(made)
        print(f"FOUND {self.name}: {wrong}: {file}", flush=True)


def guided(search: Search, corpus: Path) -> None:
    """Search with atheris."""
    import atheris

    options = [f"-max_len={LENGTH}", "-rss_limit_mb=4000", "-timeout=120", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], search)
    atheris.Fuzz()


def by_chance(search: Search, corpus: Path) -> None:
    """Search by changing bytes and tokens of the seeds."""
    import mutate

    chance = random.Random(search.name)
    files = sorted(corpus.iterdir())
    ways: tuple[Callable[[bytes, random.Random], bytes], ...] = (mutate.in_bytes, mutate.in_tokens)
    while True:
        data = chance.choice(files).read_bytes()
        search(chance.choice(ways)(data, chance)[:LENGTH])


def one(search: Search, also: Path | None) -> None:
    """Search one target, in this process."""
    if not find_spec("atheris"):
        _begun(search, also, by_chance)
        return
    import atheris

    with atheris.instrument_imports(include=["shiryo", "markdown_it", "mdit_py_plugins", "PIL"]):
        _begun(search, also, guided)


def _begun(search: Search, also: Path | None, way: Callable[[Search, Path], None]) -> None:
    import fuzzed

    files = also.rglob(f"*.{SUFFIXES.get(search.name, ' ')}") if also else ()
    with tempfile.TemporaryDirectory() as folder:
        for n, data in enumerate(
            [*fuzzed.seeds(search.name), *(f.read_bytes() for f in sorted(files) if f.is_file())]
        ):
            search(data)  # and imports what it needs
            (Path(folder) / str(n)).write_bytes(data[:LENGTH])
        search.begin()
        way(search, Path(folder))


def main() -> int:
    """Search the targets that are named, or all, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*")
    parser.add_argument("--seconds", type=int, default=1200)
    parser.add_argument("--into", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--also", type=Path)
    parser.add_argument("--one", action="store_true", help="in this process")
    asked = parser.parse_args()
    if asked.one:
        one(Search(asked.targets[0], asked.into, asked.seconds), asked.also)
        return 0
    from fuzzed import TARGETS

    if not find_spec("atheris"):
        print("atheris is not here: by chance alone", flush=True)
    before = set(asked.into.glob("*/*"))
    for name in asked.targets or TARGETS:
        command = [sys.executable, __file__, name, "--one"]
        command += ["--seconds", str(asked.seconds), "--into", str(asked.into)]
        command += ["--also", str(asked.also)] if asked.also else []
        with tempfile.TemporaryDirectory() as folder:  # the process does not end by itself
            env = {**os.environ, "TMPDIR": folder}
            ended = subprocess.run(command, env=env, check=False).returncode
        print(f"{name}: ended with {ended}", flush=True)
    return int(bool(set(asked.into.glob("*/*")) - before))


if __name__ == "__main__":
    sys.exit(main())
