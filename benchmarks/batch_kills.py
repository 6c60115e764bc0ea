"""Kills `shiryo batch`, or one of its processes, at random moments, and looks what is left.

``python benchmarks/batch_kills.py [N] [SEED]``: N kills (200), over and over in one folder whose
table changes. After each, every output must be whole, as one of three versions of the table makes
it, and a person's file and edit untouched. The next run, of any version, must make what is missing
or changed, fail the edited row alone, tell the truth in its manifest, and leave no temporary file
and no process.
"""

import hashlib
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from shiryo.batch import manifest
from shiryo.workspace import ledger
from shiryo.workspace.saving import temporary

SIGNALS = (*[signal.SIGKILL] * 7, signal.SIGTERM, signal.SIGINT)
WORKER = 0.25
"""The share of the kills that a worker gets."""
WRITING = 0.5
"""The share that waits for the writing to begin."""
ROWS, EDITED, MINE = 8, 3, b"mine"
OUTLINE = """\
shiryo: 1
title: "{{ name }}"
sections:
  - id: a
    title: 節
    message: "{{ name }}の値は{{ value }}"
    blocks: [{bullets: [項目, 次の項目]}]
"""


def write(root: Path, version: int) -> None:
    """Write the table of a version: a third of its rows differ from those of the one before."""
    rows = [f"第{n}号,{version if n % 3 == version else n}" for n in range(ROWS)]
    (root / "rows.csv").write_text("\n".join(["name,value", *rows, ""]), "utf-8")


def begin(root: Path, folder: str) -> "subprocess.Popen[bytes]":
    line = [sys.executable, "-P", "-m", "shiryo", "batch", "a.yaml", "--data", "rows.csv"]
    line += ["--name", "{{ name }}", "-d", folder, "--resume", "--workers", "1"]
    return subprocess.Popen(line, cwd=root, stderr=subprocess.DEVNULL)


def files(folder: Path) -> dict[str, bytes]:
    own = {manifest.NAME, *(f"{ledger.NAME}{end}" for end in ("", "-wal", "-journal", "-shm"))}
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name not in own}


def kill(root: Path, chance: random.Random, lasts: float) -> list[psutil.Process]:
    """Begin a run and kill it, or one of its processes; return those processes."""
    batch = begin(root, "out")
    if chance.random() < WRITING:
        wait_for_writing(root / "out", batch)
        time.sleep(chance.expovariate(1000))
    else:
        time.sleep(chance.uniform(0, lasts))
    try:
        children: list[psutil.Process] = psutil.Process(batch.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        children = []
    try:
        if children and chance.random() < WORKER:
            chance.choice(children).kill()
        else:
            batch.send_signal(chance.choice(SIGNALS))
    except psutil.NoSuchProcess:
        pass
    batch.wait()
    return children


def wait_for_writing(folder: Path, batch: "subprocess.Popen[bytes]") -> None:
    while batch.poll() is None:
        if any(temporary.is_temporary(path.name) for path in folder.iterdir()):
            return
        time.sleep(0.0005)


def is_true(root: Path, made: dict[str, bytes]) -> bool:
    """Tell whether the manifest says what is there."""
    lines = [json.loads(one) for one in (root / "out" / manifest.NAME).read_text().splitlines()]
    failed = [line["number"] for line in lines if line["status"] == "failed"]
    told = {name: digest for line in lines for name, digest in line["outputs"].items()}
    return bool(
        failed == [EDITED + 1]
        and len(lines) == ROWS
        and all(hashlib.sha256(made[name]).hexdigest() == digest for name, digest in told.items())
        and len(told) == 2 * (ROWS - 1)
    )


def main(count: int, seed: int) -> int:
    chance = random.Random(seed)
    wrong = dict.fromkeys(("half", "lost", "code", "wrong", "untrue", "temporary", "process"), 0)
    kills = within = 0
    with tempfile.TemporaryDirectory(prefix="batch-kills-") as name:
        root = Path(name)
        (root / "a.yaml").write_text(OUTLINE, "utf-8")
        clean = []
        for version in range(3):
            began = time.monotonic()
            write(root, version)
            assert begin(root, f"clean{version}").wait() == 0
            lasts = time.monotonic() - began
            clean.append(files(root / f"clean{version}"))
        write(root, 0)
        assert begin(root, "out").wait() == 0
        kept = {f"第{EDITED}号.pptx": MINE, f"第{EDITED}号.pdf": clean[0][f"第{EDITED}号.pdf"]}
        kept["notes.txt"] = MINE
        for file, data in kept.items():
            (root / "out" / file).write_bytes(data)
        while kills < count:
            write(root, chance.randrange(3))
            children = kill(root, chance, lasts * 1.2)
            kills += 1
            found = files(root / "out")
            begun = {file for file in found if temporary.is_temporary(file)}
            within += bool(begun)
            wrong["lost"] += any(found.get(file) != data for file, data in kept.items())
            wrong["half"] += sum(
                data not in [version.get(file) for version in clean]
                for file, data in found.items()
                if file not in begun and file not in kept
            )
            now = chance.randrange(3)
            write(root, now)
            wrong["code"] += begin(root, "out").wait() != 1
            after = files(root / "out")
            wrong["temporary"] += any(map(temporary.is_temporary, after))
            wrong["wrong"] += after != {**clean[now], **kept}
            wrong["untrue"] += not is_true(root, after)
            _, alive = psutil.wait_procs(children, timeout=10)
            wrong["process"] += len(alive)
            if kills % 10 == 0:
                print(kills, within, wrong, file=sys.stderr, flush=True)
    print(f"{kills} kills, {within} in the middle of writing; {wrong}")
    return any(wrong.values())


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background ignores it
    arguments = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(arguments + [200, 1][len(arguments) :])))
