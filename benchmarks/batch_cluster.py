"""Whether a batch on a Dask cluster loses or spoils anything when what it runs on dies.

``python benchmarks/batch_cluster.py [N]``: N rows (5,000) of a deck of three slides with its
handout, on a scheduler and two workers, all real processes. After a fifth of the rows one worker is
killed and not replaced, after two fifths the scheduler; with both begun anew, ``--resume`` makes
the rest, and a second ``--resume`` nothing. Then every output is opened and its row's words are
looked for, as `batch.py` does. Exits with 1 where anything is wrong.
"""

import argparse
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

import batch

PATIENCE = 1800
"""Seconds after which a batch that makes nothing more is given up."""


def began(stack: ExitStack, folder: Path, what: str, *args: str) -> "subprocess.Popen[bytes]":
    """Start a scheduler or a worker, which is killed at the end."""
    silent = subprocess.DEVNULL
    line = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", *args]
    process = subprocess.Popen(line, cwd=folder, stdout=silent, stderr=silent)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process


def cluster(stack: ExitStack, folder: Path, port: int) -> "list[subprocess.Popen[bytes]]":
    """Start a scheduler and two workers."""
    boss = began(stack, folder, "scheduler", "--host", "127.0.0.1", "--port", str(port))
    own = ("--nthreads", "1", "--no-nanny", "--local-directory", "dask")
    return [boss, *(began(stack, folder, "worker", f"tcp://127.0.0.1:{port}", *own) for _ in "ab")]


def free_port() -> int:
    """Return a port that nobody listens to."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def made(folder: Path) -> int:
    """Return how many handouts there are."""
    return sum(1 for _ in (folder / "out").glob("*.pdf"))


def until(folder: Path, count: int, running: "subprocess.Popen[str]") -> None:
    """Wait for so many handouts."""
    end = time.monotonic() + PATIENCE
    while made(folder) < count and running.poll() is None and time.monotonic() < end:
        time.sleep(0.2)


def main(count: int, folder: Path) -> int:
    wanted = batch.rows(count)
    (folder / "a.yaml").write_text(batch.OUTLINE, "utf-8")
    batch.write(folder, wanted)
    port = free_port()
    line = [
        sys.executable, "-P", "-m", "shiryo", "batch", "a.yaml", "--data", "rows.csv", "--name",
        "{{ 自治体 }}", "-d", "out", "--resume", "--scheduler", f"tcp://127.0.0.1:{port}",
    ]  # fmt: skip
    with ExitStack() as stack:
        boss, first, _ = cluster(stack, folder, port)
        with subprocess.Popen(line, cwd=folder, stderr=subprocess.PIPE, text=True) as running:
            start = time.monotonic()
            until(folder, count // 5, running)
            first.kill()
            until(folder, 2 * count // 5, running)
            boss.kill()
            said = running.communicate()[1]
        lost = "batch.scheduler-lost" in said and "Traceback" not in said
        print(
            f"scheduler lost: exit {running.returncode}, said {lost}, {made(folder)} made",
            flush=True,
        )
    with ExitStack() as stack:
        cluster(stack, folder, port)
        again = [subprocess.run(line, cwd=folder, capture_output=True, check=False) for _ in "ab"]
        codes = [done.returncode for done in again]
    failed = batch.wrong(folder / "out", wanted)
    print(f"resumed: exit {codes}, {made(folder)} made, {time.monotonic() - start:.0f} s in all")
    print(f"wrong: {failed}")
    return not (lost and running.returncode == 2 and codes == [0, 0] and not failed)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=5000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cluster-") as name:
        sys.exit(main(given.count, Path(name)))
