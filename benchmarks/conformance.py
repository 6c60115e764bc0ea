"""Whether handouts and decks hold to PDF/UA-1 and PDF/A-2a, at lengths that tests have no time for.

Every outline given is built, its handout in every variant and in vertical writing, and so is a
torture outline of so many pages; what five checkers find is counted. Exits with 1 where one finds
anything. An outline must be in a folder that may be written to.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any

import page as page_validation
import pdfua
import pikepdf
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "shared"))

import torture  # noqa: E402

CHECKERS = ("ua1", "2a", "pdfua", "outloud", "qpdf")
VARIANTS = ("summary", "onepage", "full", "notes", "slides")
"""Of the handout; ``full`` needs the article beside the outline."""
DECK_PART, HANDOUT_PART, VERTICAL_PART = 36, 7, 7
"""Pages that a part of the torture outline takes."""
VERTICAL = "tategaki"

LIMITS = page_validation.SafetyLimits(max_reference_depth=1_000_000)


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )


def shiryo(*arguments: str | Path) -> None:
    done = run(sys.executable, "-m", "shiryo", *arguments, "-q")
    if done.returncode:
        raise SystemExit(done.stderr)


def findings(file: Path) -> Iterator[tuple[str, str]]:
    """Yield what each checker finds: its name, and a line about it."""
    for profile in ("ua1", "2a"):
        report = page_validation.validate_pdf_bytes(
            file.read_bytes(), profile=profile, limits=LIMITS
        )
        yield from ((profile, f"{f.rule_id} {f.message}") for f in report.failures)
    yield from (("pdfua", str(found)) for found in pdfua.validate(str(file)).findings)
    done = run(Path(sys.executable).with_name("outloud"), file, "--json", "-", "--fail-on", "never")
    for found in json.loads(done.stdout)["results"][0]["findings"]:
        if found["severity"] in ("error", "warning"):
            line = f"{found['rule']} {found['message']} {found.get('evidence') or ''}"
            yield "outloud", line
    checked = run("qpdf", "--check", file)
    if checked.returncode:
        yield "qpdf", checked.stderr.strip()


def tortured(folder: Path, name: str, parts: int, handout: dict[str, str]) -> Path:
    """Write a torture outline with all that it names."""
    folder = folder / name
    folder.mkdir()
    for file, data in torture.assets().items():
        (folder / file).write_bytes(data)
    (folder / torture.ARTICLE).write_text(torture.article(), "utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(torture.outline(parts, handout=handout), "utf-8")
    return path


def turned(outline: Path) -> Path:
    """Write an outline anew, beside itself, for a handout of vertical writing."""
    engine = YAML()
    data = engine.load(outline.read_text("utf-8"))
    data.setdefault("handout", {})["template"] = VERTICAL
    data["handout"].pop("columns", None)
    path = outline.with_name(f".vertical-{outline.name}")
    with path.open("w", encoding="utf-8") as file:
        engine.dump(data, file)
    return path


def made(folder: Path, outlines: list[Path], pages: int) -> Iterator[Path]:
    """Yield the files to check."""
    draft = folder / "draft.yaml"
    shiryo("outline", ROOT / "seeds" / "kokusan-ai.txt", "-o", draft, "--force")
    for outline in [ROOT / "outlines" / "kokusan-ai.yaml", draft, *outlines]:
        for variant in VARIANTS:
            file = folder / f"{outline.stem}-{variant}.pdf"
            shiryo("handout", outline, "--variant", variant, "-o", file)
            yield file
        vertical = turned(outline)
        for kind, source in (("vertical", vertical), ("deck", outline)):
            file = folder / f"{outline.stem}-{kind}.pdf"
            shiryo("deck" if kind == "deck" else "handout", source, "-o", file)
            yield file
        vertical.unlink()
    parts: dict[str, tuple[int, dict[str, Any]]] = {
        "torture-handout": (int(pages / HANDOUT_PART), {}),
        "torture-columns": (int(pages / HANDOUT_PART), {"columns": 2, "paper": "B5"}),
        "torture-vertical": (int(pages / VERTICAL_PART), {"template": VERTICAL}),
        "torture-deck": (int(pages / DECK_PART), {}),
        "torture-notes": (int(pages / DECK_PART), {"variant": "notes"}),
    }
    for name, (count, handout) in parts.items():
        outline = tortured(folder, name, count, handout)
        file = folder / f"{name}.pdf"
        shiryo("deck" if name == "torture-deck" else "handout", outline, "-o", file)
        yield file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("outlines", nargs="*", type=Path, help="outlines to check too")
    parser.add_argument("--pages", type=int, default=300, help="of the torture outline")
    parser.add_argument("--keep", type=Path, help="a folder for the files")
    options = parser.parse_args()
    bad = False
    print(f"{'file':28}{'pages':>6}{'KB':>7}" + "".join(f"{name:>9}" for name in CHECKERS))
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for file in made(folder, options.outlines, options.pages):
            start = perf_counter()
            found = list(findings(file))
            with pikepdf.open(file) as pdf:
                count = len(pdf.pages)
            counts = "".join(f"{sum(n == name for n, _ in found):9}" for name in CHECKERS)
            seconds = f"  ({perf_counter() - start:.0f} s)"
            print(f"{file.name:28}{count:6}{file.stat().st_size // 1024:7}{counts}{seconds}")
            for name, line in found[:10]:
                print(f"    {name}: {line[:200]}")
            bad = bad or bool(found)
            sys.stdout.flush()
    raise SystemExit(int(bad))


if __name__ == "__main__":
    main()
