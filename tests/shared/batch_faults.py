"""Runs the writing of a batch in child processes in which the n-th call of the system fails.

``python batch_faults.py KIND`` prints a line for all that a person would then find wrong.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from faults import EDITED, FAILURES, child

from shiryo.batch import manifest
from shiryo.diagnostics import Failed
from shiryo.workspace import ledger
from shiryo.workspace.delivery import Folder, Made
from shiryo.workspace.saving import temporary

NAMES = ("a", "b", "c/d")
MINE = b"mine"


def outputs(name: str, version: int) -> dict[str, bytes]:
    return {f"{name}.{end}": f"{name}.{end} {version}".encode() * 999 for end in ("pptx", "pdf")}


def write(root: Path, version: int) -> set[str]:
    """Write a version of all; return the names of those that failed."""
    group = [Made(n, name, f"{version}", outputs(name, version)) for n, name in enumerate(NAMES, 1)]
    with Folder(root / "out", force=False) as folder:
        for made in group:
            folder.ledger.plan(ledger.Planned(made.number, made.name, "", None))
        done = folder.put(group)
        folder.write(manifest.NAME, manifest.manifest(folder.ledger))
        stands = {
            made.name
            for made in done
            if (entry := folder.ledger.entry(made.name)) and folder.stands(entry)
        }
    failed = {made.name for made in done if made.failed}
    assert stands | failed == set(NAMES)
    return failed


def prepared(root: Path) -> None:
    assert not write(root, 1)
    (root / "out/b.pptx").write_bytes(EDITED)
    (root / "out/notes.txt").write_bytes(MINE)


def there(root: Path) -> dict[str, bytes]:
    found = (p for p in (root / "out").rglob("*") if p.is_file())
    names = {p.relative_to(root / "out").as_posix(): p for p in found}
    return {n: p.read_bytes() for n, p in names.items() if not n.startswith(".shiryo-batch")}


def problems(root: Path, way: str, code: int) -> Iterator[str]:
    """Yield what is wrong in the folder, and after the run that follows."""
    found = there(root)
    for name in NAMES:
        versions = [
            [v for v in (1, 2) if found.get(file) == outputs(name, v)[file]]
            for file in outputs(name, 1)
        ]
        if name != "b" and not all(versions):
            yield f"{name} is half or lost"
        if name != "b" and way in FAILURES and len({*map(tuple, versions)}) != 1:
            yield f"{name} is of two versions"
    if found.get("b.pptx") != EDITED or found.get("notes.txt") != MINE:
        yield "an edit is lost"
    if code not in (0, 2, -9, 130, 143):
        yield f"it ended with {code}"
    try:
        failed = write(root, 3)
    except Failed as failure:
        yield f"the next run was refused: {failure}"
        return
    if failed != {"b"}:
        yield f"the next run failed at {failed}"
    after = there(root)
    wanted = {**outputs("a", 3), **outputs("c/d", 3), "b.pptx": EDITED, "notes.txt": MINE}
    if any(after.get(name) != data for name, data in wanted.items()):
        yield "the next run left something else"
    if any(temporary.is_temporary(Path(name).name) for name in after):
        yield "a temporary file is left"


def main(way: str) -> None:
    n, last = 0, 1
    while n <= last:
        root = Path(tempfile.mkdtemp(prefix="faults-"))
        prepared(root)
        code, counted = child(root, way, n, partial(write, root, 2))
        last = counted if n == 0 else last
        for problem in problems(root, way, code):
            print(f"{way} at call {n} of {last}: {problem}")
        shutil.rmtree(root)
        n += 1
    print("calls", last)


if __name__ == "__main__":
    main(sys.argv[1])
