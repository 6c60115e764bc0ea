"""Runs writing in child processes in which the n-th call of the system fails, or kills the child.

``python faults.py KIND`` prints a line for all that a person would then find wrong. The calls are
real; what the hooks of the interpreter announce, or a wrapper of what they do not, fails instead.
"""

import errno
import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from shiryo import interrupts
from shiryo.diagnostics import Failed
from shiryo.workspace.saving import Maker, save

FAILURES = ("EIO", "ENOSPC", "EBUSY")
WAYS = (*FAILURES, "SIGKILL", "SIGTERM", "SIGINT")
CALLS = {"open", "fcntl.flock"} | {
    f"os.{call}" for call in ("rename", "remove", "mkdir", "chmod", "link", "rmdir")
}
OUTPUTS = ("a.pptx", "a.pdf", "a-slides/1.png", "a-slides/2.png")
EDITED = b"edited by a person"
MINE = {"notes.txt": b"mine", ".shiryo-0123456789abcdef0123456789abcdef": b"looks alike"}


def version(n: int) -> dict[str, bytes]:
    """The second has a preview less and a file more."""
    names = OUTPUTS if n % 2 else (*OUTPUTS[:3], "a-deck.pdf")
    return {name: f"{name} {n}".encode() * 1000 for name in names}


def write(root: Path, n: int, *, force: bool = False) -> None:
    maker = Maker.of(str(root / "a.yaml"), "題", root / "out")
    inputs = [root / "a.yaml"]
    save(root / "out", version(n), maker, inputs=inputs, previews=("a-slides/",), force=force)


def prepared(root: Path, *, edited: bool) -> None:
    (root / "a.yaml").write_text("outline")
    write(root, 1)
    for name, data in MINE.items():
        (root / "out" / name).write_bytes(data)
    (root / "out/a.pdf").chmod(0o640)
    if edited:
        (root / "out/a.pptx").write_bytes(EDITED)


class Faults:
    """Counts calls, and does the harm at the n-th."""

    def __init__(self, folder: Path, at: int, harm: Callable[[], None]) -> None:
        self.folder, self.at, self.harm, self.count = str(folder), at, harm, 0
        self.is_on = False

    def call(self) -> None:
        if self.is_on:
            self.count += 1
            if self.count == self.at:
                self.harm()

    def hook(self, event: str, args: tuple[object, ...]) -> None:
        if event in CALLS and (event == "fcntl.flock" or str(args[0]).startswith(self.folder)):
            self.call()

    def install(self) -> None:
        sys.addaudithook(self.hook)
        fsync, fdopen = os.fsync, os.fdopen

        def failing_fsync(descriptor: int) -> None:
            self.call()
            fsync(descriptor)

        def failing_fdopen(descriptor: int, mode: str) -> object:
            file: Any = fdopen(descriptor, mode)
            if "w" in mode:
                self.call()  # the file is there, empty
                write, half = file.write, 10

                def failing_write(data: bytes) -> int:
                    write(data[:half])
                    file.flush()
                    self.call()  # and now half of it
                    return write(data[half:])

                file = _Wrapped(file, failing_write)
            return file

        os.fsync, os.fdopen = failing_fsync, failing_fdopen  # type: ignore[assignment]


class _Wrapped:
    def __init__(self, file: Any, write: Callable[[bytes], int]) -> None:
        self._file, self.write = file, write

    def __getattr__(self, name: str) -> object:
        return getattr(self._file, name)

    def __enter__(self) -> "_Wrapped":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()


def harm(way: str) -> Callable[[], None]:
    def fail() -> None:
        raise OSError(getattr(errno, way), os.strerror(getattr(errno, way)))

    def kill() -> None:
        os.kill(os.getpid(), getattr(signal, way))

    return fail if way in FAILURES else kill


def child(root: Path, way: str, at: int, work: Callable[[], object]) -> tuple[int, int]:
    """Do ``work`` in a fork; return how it ended (0, 2, 1 for a traceback) and the calls."""
    (root / "calls").unlink(missing_ok=True)
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            interrupts.install()
            faults = Faults(root / "out", at, harm(way))
            faults.install()
            faults.is_on = True
            try:
                work()
                code = 0
            except Failed:
                code = 2
            except SystemExit as stop:
                code = int(stop.code or 0)
            faults.is_on = False
            (root / "calls").write_text(str(faults.count))
        finally:
            os._exit(code)
    status = os.waitpid(pid, 0)[1]
    calls = int((root / "calls").read_text()) if (root / "calls").exists() else 0
    return os.waitstatus_to_exitcode(status), calls


def there(root: Path) -> dict[str, bytes]:
    files = (p for p in (root / "out").rglob("*") if p.is_file())
    return {p.relative_to(root / "out").as_posix(): p.read_bytes() for p in files}


def problems(root: Path, code: int, *, edited: bool) -> Iterator[str]:
    """Yield what is wrong in the folder, and after the run that follows."""
    found = there(root)
    old, new = version(1), version(2)
    if edited:
        old["a.pptx"] = EDITED
        if EDITED not in found.values():
            yield "an edit is lost"
    for name in {*old, *new} & {*found}:
        if found[name] not in (old.get(name), new.get(name)):
            yield f"{name} is half"
    for name in ("a.pptx", "a.pdf", "a-slides/1.png"):
        if name not in found:
            yield f"{name} is lost"
    if code not in (0, 2, -9, 130, 143):
        yield f"it ended with {code}"
    if code == 2 and {n: d for n, d in found.items() if n in {*old, *new}} != old:
        yield "it failed, but not all is old"
    if code == 0 and any(found.get(name) != data for name, data in new.items()):
        yield "it said that all is well, but not all is new"
    yield from _afterwards(root, code, found, edited=edited)


def _afterwards(root: Path, code: int, found: dict[str, bytes], *, edited: bool) -> Iterator[str]:
    is_edited = found.get("a.pptx") == EDITED
    try:
        write(root, 3)
        if is_edited:
            yield "the next run overwrote an edit"
    except Failed as failure:
        if not is_edited or {d.code for d in failure.diagnostics} != {"files.edited"}:
            yield f"the next run was refused: {failure}"
        write(root, 3, force=True)
    after = there(root)
    backup = {"a.pptx.bak": EDITED} if edited else {}
    record = json.loads(after.pop(".shiryo.json"))
    wanted = {**version(3), **MINE, **backup}
    if not edited or is_edited or code == 0:
        unread = {f"{n}.bak": d for n, d in version(1).items()}  # counted as edited: a copy is kept
        for name in {*after, *wanted} - {"a-deck.pdf"}:
            if after.get(name) not in (wanted.get(name), unread.get(name, b"-")):
                yield f"after the next run {name} is wrong"
    if any(len(entry["sha256"]) != 1 for n, entry in record.items() if n in version(3)):
        yield "the record is not settled"
    if (root / "out/a.pdf").stat().st_mode & 0o777 != 0o640:
        yield "a mode is not kept"


def main(way: str) -> None:
    calls = 0
    for edited in (False, True):
        n, last = 0, 1
        while n <= last:
            root = Path(tempfile.mkdtemp(prefix="faults-"))
            prepared(root, edited=edited)
            code, counted = child(root, way, n, partial(write, root, 2, force=edited))
            last = counted if n == 0 else last
            for problem in problems(root, code, edited=edited):
                print(f"{way} at call {n} of {last}, edited: {edited}: {problem}")
            shutil.rmtree(root)
            n += 1
        calls += last
    print("calls", calls)


if __name__ == "__main__":
    main(sys.argv[1])
