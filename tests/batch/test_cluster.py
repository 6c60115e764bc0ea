"""A real scheduler and two workers, as processes: what dies is made up for, and resumed."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batches import files, needed, rows, run, told, written

needed("distributed")

MANY = [(f"第{n}市", n) for n in range(30)]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Yield what starts a scheduler or a worker; all are gone at the end."""
    started = []

    def begin(what: str, *args: str) -> "subprocess.Popen[bytes]":
        line = [sys.executable, "-m", f"distributed.cli.dask_{what}", "--no-dashboard", *args]
        started.append(
            subprocess.Popen(
                line, cwd=tmp_path, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
            )
        )
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.wait()


def scheduler(start: Start, port: int) -> "subprocess.Popen[bytes]":
    return start("scheduler", "--host", "127.0.0.1", "--port", str(port))


def workers(start: Start, address: str) -> "list[subprocess.Popen[bytes]]":
    line = (address, "--nthreads", "1", "--no-nanny", "--local-directory", "dask")
    return [start("worker", *line) for _ in range(2)]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def until_made(at: Path, count: int) -> None:
    end = time.monotonic() + 60
    while len(list((at / "out").glob("*.pdf"))) < count:
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_cluster_makes_the_same_whoever_dies(tmp_path: Path, start: Start):
    at, whole = written(tmp_path / "a", MANY), written(tmp_path / "whole", MANY)
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    boss = scheduler(start, port)
    first, _ = workers(start, address)
    assert run(whole, rows()).returncode == 0

    line = rows("--resume", "--scheduler", address)
    with subprocess.Popen(line, cwd=at, stderr=subprocess.PIPE, text=True) as batch:
        until_made(at, 5)
        first.kill()
        until_made(at, 10)
        boss.kill()
        said = batch.communicate()[1]
    assert batch.returncode == 2
    assert "batch.scheduler-lost" in said
    assert "Traceback" not in said
    assert files(at).items() <= files(whole).items()

    boss.wait()
    scheduler(start, port)
    workers(start, address)
    done = run(at, line)
    assert done.returncode == 0, done.stderr
    assert "作成 30 件・前のまま 0 件" not in done.stderr
    assert files(at) == files(whole)
    assert told(at) == told(whole)


def test_what_is_wrong_with_a_cluster_is_said(tmp_path: Path):
    done = run(written(tmp_path / "a"), rows("--scheduler", "nonsense"))
    assert (done.returncode, "batch.no-scheduler" in done.stderr) == (2, True)
    assert not list((tmp_path / "a/out").glob("*.pdf"))
