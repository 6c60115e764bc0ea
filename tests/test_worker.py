import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from shiryo import limits, worker
from shiryo.diagnostics import Failed, Span, diagnose


@pytest.fixture(autouse=True, params=["fork", "fresh"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run each test with both ways of starting a process."""
    here = Path(__file__).parent  # a module of `tests` or of its own, as it was collected
    monkeypatch.setattr(sys, "path", [str(here), str(here.parent), *sys.path])
    stop = threading.Event()
    if request.param == "fresh":
        threading.Thread(target=stop.wait).start()
    yield
    stop.set()


def spin() -> None:
    while True:
        pass


def hoard() -> int:
    return len(b"x" * (limits.READ_MEGABYTES + 200) * 1_000_000)


def refuse() -> None:
    raise Failed(diagnose("article.empty", Span("a.docx")))


class WithContext(Exception):
    """An exception that takes what led to it along, as all do once a cluster's library is there."""

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (), {"__context__": self.__context__}


class Unpicklable(Exception):
    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError


def refuse_another() -> None:
    try:
        raise Unpicklable
    except Unpicklable:
        raise WithContext from None


def write_to(path: str) -> None:
    with Path(path).open("wb") as file:
        file.write(b"x")


def advance(steps: int) -> int:
    """Work for longer than is allowed at first, and show for what."""
    for _ in range(steps):
        worker.extend(1)
        until = time.process_time() + 1
        while time.process_time() < until:
            pass
    return steps


def test_a_value_comes_back() -> None:
    assert worker.call(sorted, ["b", "a"]) == ["a", "b"]
    assert worker.call(len, b"x" * 3_000_000) == 3_000_000


def test_a_failure_comes_back_with_its_diagnostics() -> None:
    with pytest.raises(Failed) as failed:
        worker.call(refuse)
    assert failed.value.diagnostics[0].span == Span("a.docx")
    with pytest.raises(ZeroDivisionError):
        worker.call(divmod, 1, 0)
    with pytest.raises(WithContext):
        worker.call(refuse_another)


@pytest.mark.parametrize(
    ("function", "args", "bound"),
    [
        (spin, (), "time"),
        (hoard, (), "memory"),
        (signal.raise_signal, (signal.SIGKILL,), "crash"),
        (os._exit, (3,), "crash"),
    ],
)
def test_what_passes_a_bound_is_stopped(function: object, args: object, bound: str) -> None:
    with pytest.raises(worker.Stopped) as stopped:
        worker.call(function, *args)
    assert stopped.value.bound == bound


def test_work_that_gets_on_may_take_longer() -> None:
    steps = limits.READ_SECONDS + 2
    assert worker.call(advance, steps) == steps


def test_it_writes_no_file(tmp_path: Path) -> None:
    with pytest.raises((OSError, worker.Stopped)):
        worker.call(write_to, str(tmp_path / "a"))
    assert not (tmp_path / "a").exists() or not (tmp_path / "a").read_bytes()


def test_it_says_nothing_on_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    worker.call(print, "何か")
    assert capfd.readouterr() == ("", "")


def test_ctrl_c_leaves_no_process() -> None:
    script = "from shiryo import worker; from test_worker import spin; worker.call(spin)"
    path = os.pathsep.join(sys.path)
    process = subprocess.Popen(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    assert process.wait(10)
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
