"""How long everything takes beside Pandoc, Typst, WeasyPrint and an earlier state of shiryo.

Whole processes are measured, one after the other in turns, so that the ratios hold on any machine.
Writes docs/performance.json, .svg and .md with ``--write``; exits with 1 where a floor is not met.

    python benchmarks/bench.py [--write] [--quick] [NAME …]
"""

import argparse
import compileall
import io
import json
import math
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.resources import files
from pathlib import Path

import profiled
import pypandoc
from costs import Cost, Pair, in_turns, run, together
from enlarging import CHARTS, OUTLINE, ROOT, SCALES, enlarged, load, write_inputs, written
from performance import Found, Measure, report

BEFORE = "b77bf02"
"""The commit that was measured before anything was made quicker."""
ROUNDS = 5
ARTICLE = ROOT / "seeds" / "kokusan-ai.txt"
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:])"
WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"
ONLY = ("--only", "deck", "--only", "handout")


@dataclass(frozen=True)
class Bench:
    """Runs what is to be measured; what is compared runs in turns."""

    folder: Path
    rounds: int = ROUNDS

    def shiryo(self, *arguments: str | Path, tree: Path = ROOT) -> Cost:
        """Run a command of shiryo as it stands in ``tree``."""
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tree / "src"), *_path()])}
        env.pop("PYTHONDONTWRITEBYTECODE", None)  # what is compiled is kept, as for anyone
        return run(sys.executable, "-P", "-m", "shiryo", *arguments, env=env, cwd=self.folder)

    def build(self, name: str, *only: str, tree: Path = ROOT) -> Cost:
        """Build one of the outlines."""
        out = self.folder / f"out-{name}"
        arguments = (self.folder / f"{name}.yaml", "-d", out, "--root", ROOT)
        return self.shiryo("build", *arguments, *(only or ONLY), tree=tree)

    def others(self, name: str = "1") -> Cost:
        """Pandoc makes the deck, then Typst the handout."""
        article, deck = self.folder / f"{name}.md", self.folder / f"{name}.pptx"
        pandoc = run(pypandoc.get_pandoc_path(), article, "-o", deck)
        fonts = [str(files(package)) for package in ("justmytype_intl_cjk", "pylopdf_fonts_jp")]
        source, handout = self.folder / f"{name}.typ", self.folder / f"{name}.pdf"
        return together(pandoc, run(sys.executable, "-c", TYPST, source, handout, *fonts))

    def weasyprint(self) -> Cost:
        """WeasyPrint makes the handout alone."""
        source, handout = self.folder / "1.html", self.folder / "1-weasy.pdf"
        return run(sys.executable, "-c", WEASYPRINT, source, handout)

    @cached_property
    def before(self) -> Path | None:
        """shiryo as it was; None where this is no clone with its history."""
        folder = self.folder / "before"
        command = ["git", "-C", str(ROOT), "archive", "--format=tar", BEFORE]
        made = subprocess.run(command, capture_output=True, check=False)
        if made.returncode:
            return None
        with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
            archive.extractall(folder, filter="data")
        compileall.compile_dir(folder / "src", quiet=1)
        return folder

    def beside_before(self, *arguments: str) -> Pair | None:
        """Run a command as it was and as it is."""
        if (tree := self.before) is None:
            return None

        def of(name: str, tree: Path) -> Callable[[], Cost]:
            made = [argument.replace("NAME", str(self.folder / name)) for argument in arguments]
            return lambda: self.shiryo(*made, tree=tree)

        return in_turns(of("now", ROOT), of("then", tree), self.rounds)

    @cached_property
    def scales(self) -> dict[int, Cost]:
        """What the showcase takes with many times its sections."""
        return {times: self.build(str(times)) for times in SCALES}

    def edits(self, name: str) -> dict[str, float]:
        """What a warm core takes for a word, in milliseconds of a processor."""
        return _said(Path(__file__).with_name("edits.py"), self.folder / f"{name}.yaml")


def _path() -> list[str]:
    return [part for part in os.environ.get("PYTHONPATH", "").split(os.pathsep) if part]


@dataclass(frozen=True)
class Figures:
    """What is to be found, each by a function."""

    bench: Bench

    def build(self) -> Found:
        """A deck and a handout beside those of Pandoc and Typst."""
        return _beside(
            in_turns(lambda: self.bench.build("1"), self.bench.others, self.bench.rounds)
        )

    def handout(self) -> Found:
        """The handout alone beside WeasyPrint's."""
        rounds = max(1, self.bench.rounds // 2)
        return _beside(
            in_turns(
                lambda: self.bench.build("1", "--only", "handout"), self.bench.weasyprint, rounds
            )
        )

    def company(self) -> Found:
        """The deck in a company's file beside that in the program's own template."""
        sys.path.insert(0, str(ROOT / "tests" / "shared"))
        import company

        folder = self.bench.folder
        (folder / "company.pptx").write_bytes(company.FILES["picture_ground"]())
        outline = load(folder / "1.yaml")
        outline["deck"] = {**outline["deck"], "template": "./company.pptx"}
        (folder / "company.yaml").write_text(written(outline), "utf-8")
        ours = partial(self.bench.build, "company", "--only", "deck")
        usual = partial(self.bench.build, "1", "--only", "deck")
        return _beside(in_turns(ours, usual, self.bench.rounds))

    def usage(self) -> Found:
        """The help beside a Python that does nothing."""
        command = self.bench.folder / "shiryo"  # As an installer writes it; it goes by its name.
        command.write_text("from shiryo.__main__ import main\nmain()\n", "utf-8")
        pair = in_turns(
            lambda: run(sys.executable, command, "--help"),
            lambda: run(sys.executable, "-c", "pass"),
            4 * self.bench.rounds,
        )
        return Found(pair.busy, f"{1000 * pair.ours.busy:.0f} ms, {1000 * pair.theirs.busy:.0f} ms")

    def quicker(self, *arguments: str) -> Found | None:
        """A command beside itself as it was."""
        pair = self.bench.beside_before(*arguments)
        if pair is None:
            return None
        return Found(1 / pair.busy, f"{pair.ours.busy:.2f} s, {pair.theirs.busy:.2f} s")

    def large(self) -> Found:
        """A hundred times the sections beside Pandoc and Typst."""
        return _beside(Pair(self.bench.scales[SCALES[-1]], self.bench.others(str(SCALES[-1]))))

    def exponent(self) -> Found:
        """How time grows with the sections; from ten times on start-up counts little."""
        some, many = (self.bench.scales[times].busy for times in SCALES[-2:])
        return Found(math.log(many / some, SCALES[-1] / SCALES[-2]), f"{some:.2f} s, {many:.1f} s")

    def charted(self) -> Found:
        """A thousand slides with a chart each."""
        cost = self.bench.build("charts", "--only", "deck")
        return Found(1000 * cost.busy / CHARTS, f"{cost.busy:.1f} s")

    def warm(self, name: str, part: str) -> Found:
        """A word of an outline that has been built before."""
        made = self.bench.edits(name)
        return Found(made[part], f"{made['slides']:.0f} slides, {made['sent']:.0f} sent")

    @cached_property
    def drawings(self) -> dict[str, float]:
        """How far pages as SVG look from those that PDFium draws."""
        return _said(Path(__file__).with_name("drawings.py"))

    def drawing(self, part: str) -> Found:
        """The worst of all pages."""
        return Found(self.drawings[part], f"{self.drawings['pages']:.0f} pages")

    def typesetting(self) -> Found:
        """Lines beside Typst's."""
        found = _said(Path(__file__).with_name("typesetting") / "times.py")
        ours, theirs = found["shiryo"], found["Typst"]
        return Found(ours / theirs, f"{ours:.1f} s, {theirs:.1f} s")


def _said(script: Path, *arguments: Path) -> dict[str, float]:
    """Return what a script prints as JSON."""
    found: dict[str, float] = json.loads(
        subprocess.check_output([sys.executable, script, *arguments])
    )
    return found


def _beside(pair: Pair) -> Found:
    return Found(pair.busy, f"{pair.ours.busy:.2f} s, {pair.theirs.busy:.2f} s")


def measures(bench: Bench) -> Iterator[Measure]:
    """Yield all that is measured, each measured when it is asked."""
    find = Figures(bench)
    outline = ("outline", str(bench.folder / ARTICLE.name), "-o", "NAME.yaml", "--force")
    yield Measure("build", "cold build of the showcase / Pandoc + Typst", find.build, 3.5)
    yield Measure("handout", "its handout alone / WeasyPrint", find.handout, 0.6)
    said = "the deck in a company's file / in the program's own"
    yield Measure("company", said, find.company, 1.3)
    yield Measure("help", "`--help` / `python -c pass`", find.usage, 1.7)
    for name, arguments in (("outline", outline), ("check", ("check", "NAME.yaml"))):
        said = f"{BEFORE} / cold `shiryo {name}`"
        yield Measure(name, said, partial(find.quicker, *arguments), 1.5, least=True)
    yield Measure("typesetting", "110,000 characters at six measures / Typst", find.typesetting, 2)
    yield Measure("large", "100 times the sections / Pandoc + Typst", find.large, 6)
    yield Measure("exponent", "exponent from 10 to 100 times the sections", find.exponent, 1.02)
    yield Measure(
        "memory", "peak with 100 times, MB", lambda: Found(bench.scales[100].megabytes), 300
    )
    yield Measure("charts", "1,000 slides with a chart each, ms a slide", find.charted, 20)
    for name, slides, (deck, both) in (("1", 14, (60, 120)), ("10", 110, (120, 250))):
        of = f"one word of {slides} slides"
        yield Measure(f"deck-{slides}", f"{of} → page, ms", partial(find.warm, name, "deck"), deck)
        yield Measure(
            f"both-{slides}", f"{of} → pages of both, ms", partial(find.warm, name, "both"), both
        )
    mean, off = partial(find.drawing, "mean"), partial(find.drawing, "off")
    yield Measure("svg", "worst page as SVG / PDFium's: mean difference, of 255", mean, 2.5)
    yield Measure("svg-off", "worst page as SVG: pixels off by more than 64, %", off, 1)


def profiles(bench: Bench) -> dict[str, dict[str, float]]:
    """Return where the time of building ten times the showcase went, and goes, in seconds."""
    made = {}
    trees = {BEFORE: bench.before, "now": ROOT}
    for name, tree in ((name, tree) for name, tree in trees.items() if tree):
        outline, out = bench.folder / f"profile-{name}.yaml", bench.folder / f"{name}.json"
        showcase = load(tree / OUTLINE.relative_to(ROOT))  # Each its own: they have grown apart.
        outline.write_text(written(enlarged(showcase, SCALES[1])), "utf-8")
        env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tree / "src"), *_path()])}
        roots = ("--root", ROOT) if tree == ROOT else ()
        arguments = (outline, "-d", bench.folder / f"profile-{name}", *roots, *ONLY)
        cost = run(
            sys.executable, profiled.__file__, out, "build", *arguments, env=env, cwd=bench.folder
        )
        counts = json.loads(out.read_text("utf-8"))
        total = sum(counts.values())
        made[name] = {part: round(cost.busy * n / total, 3) for part, n in counts.items()}
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)  # As an installed package is.
    with tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), 1 if given.quick else ROUNDS)
        write_inputs(bench.folder)
        shutil.copy(ARTICLE, bench.folder)
        wanted = [m for m in measures(bench) if not given.names or m.name in given.names]
        taken = [measure.taken() for measure in wanted]
        if given.write:
            report(taken, profiles(bench), ROOT / "docs")
    return 0 if all(each.is_met for each in taken) else 1


if __name__ == "__main__":
    sys.exit(main())
