"""Whatever happens to one task, the others are done; and no process outlives its caller."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tasks import Task, prepare

from shiryo.pool import Bounds, Broken, Done, Pool

BOUNDS = Bounds(seconds=2, megabytes=500, tasks=100)


def done(
    tasks: list[Task], folder: Path, count: int = 2, bounds: Bounds = BOUNDS
) -> list[Done[Task]]:
    with Pool(prepare, str(folder), count, bounds) as pool:
        return [one for group in pool.run(tasks) for one in group]


def test_every_task_is_done_once(tmp_path: Path) -> None:
    found = done([("double", n) for n in range(100)], tmp_path)
    assert sorted(one.value for one in found) == [2 * n for n in range(100)]
    assert not any(one.stopped for one in found)


def test_what_dies_hangs_or_swallows_memory_fails_alone(tmp_path: Path) -> None:
    harm: list[Task] = [("die", 0), ("hang", 0), ("swallow", 0), ("die-once", 1)]
    others: list[Task] = [("double", n) for n in range(20)]
    found = done([*others[:5], *harm, *others[5:]], tmp_path)
    stopped = {one.task[0]: one.stopped for one in found if one.stopped}
    assert stopped == {"die": "crash", "hang": "time", "swallow": "memory"}
    assert sorted(one.value for one in found if one.task[0] == "double") == [
        2 * n for n in range(20)
    ]
    assert [one.value for one in found if one.task[0] == "die-once"] == [1]
    assert len(found) == 24


def test_a_process_makes_place_for_another(tmp_path: Path) -> None:
    bounds = Bounds(seconds=20, tasks=3)
    found = done([("process", n) for n in range(8)], tmp_path, 1, bounds)
    assert len({one.value for one in found}) == 3


def test_tasks_are_taken_when_they_are_needed(tmp_path: Path) -> None:
    taken = 0

    def tasks() -> Iterator[Task]:
        nonlocal taken
        for n in range(50):
            taken += 1
            yield "process", n

    with Pool(prepare, str(tmp_path), 1, BOUNDS) as pool:
        next(iter(pool.run(tasks())))
    assert taken <= 3


def test_large_tasks_and_results_pass(tmp_path: Path) -> None:
    tasks: list[Task] = [("much", 3_000_000)] * 3 + [("same", "y" * 3_000_000)] * 3
    assert [len(one.value) for one in done(tasks, tmp_path)] == [3_000_000] * 6


@pytest.mark.parametrize(
    ("folder", "said"), [("no", "not to be prepared"), ("dies", "exit code 3")]
)
def test_processes_that_cannot_begin_are_said(folder: str, said: str) -> None:
    with pytest.raises(Broken, match=said):
        done([("double", 1)], Path(folder))


def test_no_process_outlives_a_caller_that_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = [{!r}]\n"
        "from tasks import prepare; from shiryo.pool import *\n"
        "if __name__ == '__main__':\n"
        "  with Pool(prepare, {!r}, 2, Bounds(seconds=3)) as pool:\n"
        "    for group in pool.run([('process', 0)] * 4 + [('hang', 0)] * 2):\n"
        "      [print(one.value, flush=True) for one in group]\n"
    )
    path = tmp_path / "caller.py"
    path.write_text(script.format(str(Path(__file__).parents[1] / "shared"), str(tmp_path)))
    caller = subprocess.Popen([sys.executable, path], stdout=subprocess.PIPE, text=True)
    assert caller.stdout is not None
    pids = {int(caller.stdout.readline()) for _ in range(4)}
    caller.kill()
    caller.wait()
    until = time.monotonic() + 30
    while any(map(_is_there, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(_is_there, pids))


def _is_there(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
