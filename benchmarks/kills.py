"""Kills `shiryo build` at random moments, over and over in one folder, and looks what is left.

``python benchmarks/kills.py [N] [SEED] [--watch]``: N kills (200); with ``--watch``, of a process
that waits for changes, and gets one. After each, every output must be there and
whole (as one of three versions of the outline makes it), a person's file untouched, and the next
run, of any version, must succeed, leave all as a first run would, and no temporary file.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from shiryo import interrupts
from shiryo.cli import main as shiryo
from shiryo.workspace.saving import record, temporary

SIGNALS = (*[signal.SIGKILL] * 8, signal.SIGTERM, signal.SIGINT)
WRITING = 0.6
"""The share of the kills that wait for the writing to begin."""
MINE = b"mine"


def outline(version: int) -> str:
    """Return an outline; the versions have two, three and four slides of their own."""
    sections = "".join(
        f"  - {{id: s{n}, title: 節{n}の{version}, blocks: [{{bullets: [項目{version}]}}]}}\n"
        for n in range(version + 2)
    )
    return f"shiryo: 1\ntitle: 題{version}\nsections:\n{sections}"


def write(root: Path, version: int) -> None:
    (root / "new.yaml").write_text(outline(version), "utf-8")
    (root / "new.yaml").replace(root / "a.yaml")


def begin(root: Path, folder: str, version: int, *options: str) -> int:
    """Start a build in a process of its own; return its number."""
    write(root, version)
    pid = os.fork()
    if pid:
        return pid
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    code = 1
    try:
        interrupts.install()
        os.chdir(root)
        shiryo(["build", "a.yaml", "-d", folder, *options])
    except SystemExit as end:
        code = int(end.code or 0)
    finally:
        os._exit(code)


def end(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def files(folder: Path) -> dict[str, bytes]:
    found = (p for p in folder.rglob("*") if p.is_file() and p.name != record.NAME)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in found}


def wait_for_writing(folder: Path, pid: int, lasts: float) -> None:
    until = time.monotonic() + 3 * lasts
    while (
        time.monotonic() < until
        and os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
    ):
        if any(temporary.is_temporary(path.name) for path in folder.iterdir()):
            return


def one_kill(root: Path, version: int, chance: random.Random, lasts: float, *, watch: bool) -> int:
    pid = begin(root, "out", version, *(["--watch"] if watch else []))
    if watch:
        time.sleep(chance.uniform(0, 2 * lasts))
        write(root, (version + chance.choice((1, 2))) % 3)
    if chance.random() < WRITING:
        wait_for_writing(root / "out", pid, lasts)
        time.sleep(chance.expovariate(50))
    else:
        time.sleep(chance.uniform(0, lasts))
    os.kill(pid, chance.choice(SIGNALS))
    return end(pid)


def main(count: int, seed: int, *, watch: bool = False) -> int:
    chance = random.Random(seed)
    totals = dict.fromkeys(
        ("kills", "in the middle of writing", "half", "lost", "refused", "wrong", "temporary left"),
        0,
    )
    with tempfile.TemporaryDirectory(prefix="kills-") as name:
        root = Path(name)
        began = time.monotonic()
        for version in range(3):
            assert end(begin(root, f"clean{version}", version)) == 0
        lasts = (time.monotonic() - began) / 3
        clean = [files(root / f"clean{version}") for version in range(3)]
        assert end(begin(root, "out", 0)) == 0
        (root / "out/notes.txt").write_bytes(MINE)
        now = 0
        for _ in range(count):
            now = (now + chance.choice((0, 1, 2))) % 3
            one_kill(root, now, chance, lasts, watch=watch)
            found = files(root / "out")
            found_temporary = [n for n in found if temporary.is_temporary(n)]
            totals["kills"] += 1
            totals["in the middle of writing"] += bool(found_temporary)
            totals["lost"] += found.pop("notes.txt", b"") != MINE
            totals["lost"] += sum(f not in found for f in ("a.pptx", "a.pdf", "a-slides/1.png"))
            totals["half"] += sum(
                data not in [version.get(file) for version in clean]
                for file, data in found.items()
                if file not in found_temporary
            )
            now = (now + chance.choice((0, 1, 2))) % 3
            totals["refused"] += end(begin(root, "out", now)) != 0
            after = files(root / "out")
            totals["temporary left"] += sum(map(temporary.is_temporary, after))
            totals["wrong"] += after != {**clean[now], "notes.txt": MINE}
            if totals["kills"] % 20 == 0:
                print(totals, file=sys.stderr, flush=True)
    for what, number in totals.items():
        print(f"{what:<26}{number:>5}")
    return any(totals[what] for what in ("half", "lost", "refused", "wrong", "temporary left"))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it
    watch = "--watch" in sys.argv
    arguments = [int(argument) for argument in sys.argv[1:] if argument != "--watch"]
    sys.exit(main(*(arguments + [200, 1][len(arguments) :]), watch=watch))
