"""Mutates articles and outlines, and looks whether every command takes them or refuses in words.

``python benchmarks/mutate.py FOLDER… [--count 1000] [--first 0] [--keep FOLDER]``: copy n of the
files in the folders is mutated by the seed n in its bytes, its tokens or (Word, PowerPoint) the
elements of one part. Each goes through ``shiryo outline``, what that drafts through ``check`` and
``build``, each command in a process of its own. Printed are the counts and the seeds of what must
not be: tracebacks, unexpected errors, drafts that ``check`` or ``build`` refuses, more than ten
CPU seconds (the process that reads an office file included).
"""

import argparse
import io
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from lxml import etree

SECONDS = 10
"""CPU seconds that a command may take."""
TEXTS = (".md", ".txt", ".html", ".yaml", ".csv")
TOKENS = (
    *("# ", "## ", "- ", "1. ", "- [^1]", "> ", "```", "| a | b |\n|---|---|\n", ":::message"),
    "---",
    *("![図](a.png)", "- ![](b.png)", "[文](https://example.com)", "<table><tr><td rowspan=9>"),
    "</td>",
    *("<!--", "<div>", "{{ x }}", "{%", "^[", "**", "令和7年13月40日", "2025年2月30日"),
    *(": ", ":bulb:"),
    *("1e400", "NaN", "①", "第0条", "・", "……", "\t", "　", "\x00", "\ufeff", "\u202e", "𠮷"),
    *("が", "&#0;"),
    *("true", "~", "[", "]", "{", "}", "'", '"', "%", "@", "`", "|", "\\", "\n", "\n\n", "\r"),
)  # fmt: skip
BAD = {
    "traceback": re.compile(r"Traceback \(most recent"),
    "unexpected": re.compile(r"予期しない誤り|files\.internal"),
}


def in_bytes(data: bytes, chance: random.Random) -> bytes:
    """Change, drop, double or move a few stretches of bytes."""
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10, 40))):
        at = chance.randrange(len(made) + 1)
        size = chance.choice((1, 1, 2, 8, 64, 400))
        match chance.randrange(4):
            case 0:
                made[at : at + size] = chance.randbytes(min(size, 8))
            case 1:
                del made[at : at + size]
            case 2:
                made[at:at] = made[at : at + size]
            case _:
                if at < len(made):
                    made[at] ^= 1 << chance.randrange(8)
    return bytes(made)


def in_tokens(data: bytes, chance: random.Random) -> bytes:
    """Put tokens in, and drop, double, swap or cut words and lines."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.choice((1, 2, 5, 20))):
        lines = text.split("\n")
        at = chance.randrange(len(lines))
        line, place = lines[at], chance.randrange(len(lines[at]) + 1)
        match chance.randrange(6):
            case 0 | 1:
                lines[at] = line[:place] + chance.choice(TOKENS) + line[place:]
            case 2:
                lines[at] = chance.choice(TOKENS) + line
            case 3:
                lines[at : at + chance.randrange(1, 4)] = []
            case 4:
                lines[at:at] = lines[chance.randrange(len(lines)) :][: chance.randrange(1, 6)]
            case _:
                lines[at] = line[place:]
        text = "\n".join(lines)
    return text.encode("utf-8", "replace")


def in_elements(data: bytes, chance: random.Random) -> bytes:
    """Change elements of one part of an Office file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    names = [
        n for n in sorted(parts) if n.endswith((".xml", ".rels")) and len(parts[n]) < 3_000_000
    ]
    large = [n for n in names if re.search(r"document|slide\d|numbering|styles|notes|chart", n)]
    name = chance.choice(large if large and chance.random() < 0.8 else names)
    root = etree.fromstring(parts[name])
    for _ in range(chance.choice((1, 3, 10, 30))):
        _change(root, chance)
    parts[name] = etree.tostring(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return out.getvalue()


def _change(root: etree._Element, chance: random.Random) -> None:
    every = [e for e in root.iter() if isinstance(e.tag, str) and e is not root]
    if not every:
        return
    one, other = chance.choice(every), chance.choice(every)
    parent = one.getparent()
    match chance.randrange(6):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None:
            parent.insert(parent.index(one), etree.fromstring(etree.tostring(one)))
        case 2:
            other.append(etree.fromstring(etree.tostring(one)))
        case 3 if one.attrib:
            key = chance.choice(sorted(one.attrib))
            one.set(key, chance.choice(("", "-1", "99999999999", "x", "true", "0", "1.5")))
        case 4 if one.attrib:
            del one.attrib[chance.choice(sorted(one.attrib))]
        case _:
            one.text = chance.choice(("", "文です。", "1", "・", *TOKENS[:20]))


def mutated(file: Path, chance: random.Random) -> bytes:
    """Return the bytes of a file, mutated."""
    data = file.read_bytes()
    ways: list[Callable[[bytes, random.Random], bytes]] = [in_bytes]
    if file.suffix in TEXTS:
        ways += [in_tokens] * 3
    if file.suffix in (".docx", ".pptx"):
        ways += [in_elements] * 5
    return chance.choice(ways)(data, chance)


def run(arguments: Sequence[str], folder: Path) -> tuple[int, str, float]:
    """Run a command in a process of its own: its exit code, its words, its CPU seconds."""
    said = folder / "said.txt"
    pid = os.fork()
    if pid == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (12 * SECONDS, 12 * SECONDS))
        with said.open("wb") as out:
            os.dup2(out.fileno(), 1)
            os.dup2(out.fileno(), 2)
        _command(arguments, folder)
    _, status, used = os.wait4(pid, 0)
    words = said.read_text("utf-8", "replace")
    return os.waitstatus_to_exitcode(status), words, used.ru_utime + used.ru_stime


def _command(arguments: Sequence[str], folder: Path) -> None:
    import traceback

    from shiryo.cli import main

    code = 70
    try:
        os.chdir(folder)
        main(list(arguments))
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def faults(file: Path) -> Iterator[str]:
    """Put one file through the commands; yield what must not be, and what came of it."""
    folder, drafted = file.parent, "draft.yaml"
    if file.suffix == ".yaml":
        drafted = file.name
    else:
        code, said, used = run(["outline", file.name, "-o", drafted], folder)
        yield from _seen("outline", code, said, used)
        if code:
            yield "refused"
            return
        yield "drafted"
    outputs = ["--only", "deck", "--only", "handout"]
    for command in (["check", drafted], ["build", drafted, "-d", "out", *outputs]):
        code, said, used = run(command, folder)
        yield from _seen(command[0], code, said, used)
        if code == 2 and file.suffix != ".yaml":
            yield f"BAD {command[0]} refuses the draft: {said[:300]}"


def _seen(command: str, code: int, said: str, used: float) -> Iterator[str]:
    for name, pattern in BAD.items():
        if found := pattern.search(said):
            yield f"BAD {command} {name}: {said[max(0, found.start() - 60) :][-700:]}"
    if code not in (0, 1, 2):
        yield f"BAD {command} exit {code}: {said[-300:]}"
    if used > SECONDS:
        yield f"BAD {command} {used:.0f} s"


def main() -> None:
    """Mutate and count."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="a folder for the copies that failed")
    wanted = parser.parse_args()
    suffixes = (*TEXTS[:4], ".docx", ".pptx", ".pdf")
    files = sorted(f for each in wanted.folders for f in each.iterdir() if f.suffix in suffixes)
    warm()
    counts: Counter[str] = Counter()
    for seed in range(wanted.first, wanted.first + wanted.count):
        source = files[seed % len(files)]
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / f"copy{source.suffix}"
            copy.write_bytes(mutated(source, random.Random(seed)))
            found = list(faults(copy))
            bad = [each for each in found if each.startswith("BAD")]
            for each in bad:
                print(f"{seed} {source.name}: {each}", flush=True)
            if bad and wanted.keep:
                wanted.keep.mkdir(parents=True, exist_ok=True)
                shutil.copy(copy, wanted.keep / f"{seed}{source.suffix}")
        counts.update(each if not each.startswith("BAD") else "bad" for each in found)
        counts["copies"] += 1
        if counts["copies"] % 50 == 0:
            print(dict(counts), file=sys.stderr, flush=True)
    print(dict(counts))
    sys.exit(bool(counts["bad"]))


def warm() -> None:
    """Import and read what every command needs, once."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.md"
        file.write_text("# 題\n\n市は窓口を見直す。\n\n- 受付を早める\n", "utf-8")
        from click.testing import CliRunner

        from shiryo.cli import main

        for command in (["outline", str(file), "-o", f"{folder}/a.yaml"],
                        ["build", f"{folder}/a.yaml", "-d", f"{folder}/out"]):  # fmt: skip
            result = CliRunner().invoke(main, command)
            assert result.exit_code == 0, result.output


if __name__ == "__main__":
    main()
