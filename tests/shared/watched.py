"""Runs shiryo under an audit hook and says what it reached outside of the folder it worked in.

Of the command line: ``python tests/shared/watched.py FOLDER …`` checks and builds every outline
of each folder, and drafts one of every other file; it prints what was reached, and returns 1 if
anything was. Libraries that open a file in C (HarfBuzz its fonts) are not seen.
"""

import os
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

ROOT = Path(__file__).resolve().parents[2]
HOOK = """\
import os, sys
FILES = {"open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.rmdir"}
OUT = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "ftplib.", "urllib.",
       "http.", "smtplib.", "webbrowser.")
SINGLE = ("/dev/null", "/proc/self/statm", "/etc/localtime")
def tell(event, at):
    os.write(PIPE, f"{event}\\0{at}\\n".encode("utf-8", "replace"))
def hook(event, args):
    if event in FILES and isinstance(args[0], (str, bytes)):
        at = os.path.abspath(os.fsdecode(args[0]))
        if at not in SINGLE:
            tell(event, os.path.realpath(at))
    elif event.startswith(OUT):
        tell(event, args)
for path in sys.path:
    tell("own", os.path.realpath(path))
sys.addaudithook(hook)
from shiryo.cli import main
main(sys.argv[1:])
"""
OWN = (
    ROOT / "src",
    ROOT / "templates",
    *map(Path, {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values()}),
    *map(Path, ("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/zoneinfo")),
)
"""Where the program and what it is made of are, besides its ``sys.path``."""


@dataclass(frozen=True)
class Watched:
    """A run of the program."""

    code: int
    said: str
    """On standard error."""
    outside: tuple[tuple[str, str], ...]
    """Events (PEP 578) and what they reached, outside of the folder and of the program."""


def watch(folder: Path, *arguments: str, seconds: float = 60) -> Watched:
    """Run ``shiryo`` with ``arguments`` in ``folder``, with a home of its own that is empty."""
    ours, theirs = os.pipe()
    lines: list[bytes] = []
    with tempfile.TemporaryDirectory() as home, os.fdopen(ours, "rb") as pipe:
        listening = Thread(target=lambda: lines.extend(pipe))
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "HOME": home}
        env |= {"XDG_STATE_HOME": home, "PYTHONDONTWRITEBYTECODE": "1"}
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", HOOK.replace("PIPE", str(theirs)), *arguments],
            cwd=folder, env=env, pass_fds=(theirs,), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        os.close(theirs)
        listening.start()
        try:
            said = process.communicate(timeout=seconds)[1]
        except subprocess.TimeoutExpired:
            process.kill()
            said = process.communicate()[1] + "まだ動いている".encode()
        listening.join()
    return Watched(
        process.returncode, said.decode("utf-8", "replace"), outside(lines, folder, home)
    )


def outside(lines: list[bytes], folder: Path, home: str) -> tuple[tuple[str, str], ...]:
    """Return what the lines that `HOOK` wrote say of what is not in ``folder`` or ``home``."""
    told = [line.decode("utf-8", "replace").rstrip("\n").split("\0", 1) for line in lines]
    own = [*(at for event, at in told if event == "own"), home]
    own += [os.path.realpath(path) for path in (*OWN, folder)]
    return tuple(
        {
            (event, at): None
            for event, at in told
            if event != "own" and not any(Path(at).is_relative_to(place) for place in own)
        }
    )


def main(folders: list[str]) -> int:
    """Go through the files of ``folders``."""
    found = 0
    for folder in map(Path, folders):
        for file in sorted(path.name for path in folder.iterdir() if not path.is_dir()):
            outline = file.endswith((".yaml", ".yml"))
            uses = [["outline", file, "-o", f"{file}.drafted.yaml", "--force"]]
            if outline:
                uses = [["check", file], ["build", file, "-d", "out", "--force"]]
                uses += [["handout", file, "--variant", "full", "-o", "out/full.pdf", "--force"]]
            for use in uses:
                made = watch(folder, *use)
                found += len(made.outside)
                print(f"{folder}: {' '.join(use)}: {made.code}", *made.outside, sep="\n    ")
                if "files.internal" in made.said or made.code not in (0, 2):
                    print(made.said)
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
