"""What composing works on, and the collecting of its diagnostics."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from difflib import get_close_matches
from itertools import accumulate, pairwise
from typing import Any

from shiryo import characters, inline, limits, origins
from shiryo import lazy_re as re
from shiryo.addresses import is_link
from shiryo.article.model import Article
from shiryo.compose.bare import bare
from shiryo.compose.words import Words
from shiryo.diagnostics import Diagnostic, Diagnostics, Path, Span, diagnose
from shiryo.japanese import pauses
from shiryo.japanese.brackets import CLOSE, OPEN
from shiryo.messages import wording
from shiryo.outline.model import LineRange, Outline
from shiryo.outline.yaml import Places
from shiryo.targets import Index, Link, Name, Own, to
from shiryo.template.model import Template
from shiryo.values import dataclass

_SOUGHT = 300
"""How many links to nothing, and among how many targets, are held against what is near."""
_NAME = 60
"""Characters of a link's target that are held against others."""

_OPENING = 18
"""How many characters a note quotes of a line at most."""
_AFTER = 10
"""How many characters after an end tell that it is one."""
_TELLING = 6
"""How many characters a line has at least that is found by its words (はい is not)."""
_MARKS = re.compile(r"^[\s\-・*●○■◆▼#>|]+")


@dataclass(frozen=True)
class Material:
    """An outline with all that it refers to."""

    outline: Outline
    places: Places
    file: str
    """The outline's path as the user gave it."""
    article: Article | None = None
    assets: Mapping[str, bytes | None] = field(default_factory=dict)
    """The files that it names: path as written → bytes, None where there is none."""


class Composer:
    """Turns texts of the outline into inline text and keeps what went wrong."""

    def __init__(
        self,
        material: Material,
        template: Template,
        *,
        handout: bool = False,
        whole: bool = False,
    ) -> None:
        """Compose; in a ``handout`` blocks can be linked to, and texts may be ``whole``."""
        self.material = material
        self.whole = whole
        self.outline = material.outline
        self.theme = template.theme
        self.words = Words(template, material.outline)
        self._blocks_are_targets = handout
        self._targets = _targets(material.outline)
        self._diagnostics: dict[Diagnostic, None] = {}
        self._pictures: dict[bytes, int] = {}
        """Pictures that were taken, and the pixels that each cost."""
        self._charts: dict[Path, int] = {}
        """Charts that were drawn, and how many numbers each has."""
        self._lost = 0
        """Links that lead nowhere."""

    @property
    def diagnostics(self) -> Diagnostics:
        """What went wrong so far, each once, in order."""
        return tuple(self._diagnostics)

    def report(self, code: str, path: Path, **values: Any) -> None:
        """Keep a diagnostic that points to ``path`` of the outline."""
        span = Span(self.material.file, self.line(path) or None)
        self._diagnostics[diagnose(code, span, **values)] = None

    def takes(self, picture: bytes, pixels: int) -> bool:
        """Count a picture, once; tell whether there may be so many pixels in all."""
        self._pictures[picture] = pixels
        return sum(self._pictures.values()) <= limits.PIXELS

    def plots(self, path: Path, numbers: int) -> bool:
        """Count the numbers of a chart, once; tell whether there may be so many in all."""
        self._charts[path] = numbers
        return sum(self._charts.values()) <= limits.CHARTS_NUMBERS

    def line(self, path: Path) -> int:
        """Return the line of the outline where ``path`` is written; 0 if unknown."""
        return self.material.places.line(path) or 0

    def string(self, source: str, path: Path) -> str:
        """Fill the variables of ``source``; what cannot be filled is reported and left as it is."""
        value, problem = self.words.fill(source)
        if problem:
            self.report(problem[0], path, **problem[1])
        return characters.clean(value)

    def text(self, source: str, path: Path) -> inline.Text:
        """Turn a text of the outline into inline text; links within it are looked after."""
        text = inline.parse(self.string(source, path))
        return self._linked(inline.written(text, path), path)

    def address(self, address: str, path: Path) -> str:
        """Return an address that may be a link; of any other, which is reported, nothing."""
        if not address or is_link(address):
            return address
        self.report("compose.no-link", path, address=address)
        return ""

    def _linked(self, text: inline.Text, path: Path) -> inline.Text:
        """Report links to what there is not; lead to a section where blocks are no targets."""
        made = list[inline.Run]()
        for run in text:
            if run.note is not None:
                run = replace(run, note=self._linked(run.note, path))
            if isinstance(run.href, str):
                run = replace(run, href=self._led(run.href, path))
            made.append(run)
        return tuple(made)

    def _led(self, href: str, path: Path) -> Link | None:
        """Return where a link of the outline leads; None: nowhere."""
        address = self.address(href, path)
        if not address.startswith("#"):
            return address or None
        name = address[1:]
        section = self._targets.get(name)
        if section is None:
            self._report_target(name, path)
            return address
        return address if self._blocks_are_targets and isinstance(section, str) else to(section)

    def _report_target(self, target: str, path: Path) -> None:
        self._lost += 1
        seek = self._lost <= _SOUGHT and len(self._targets) <= _SOUGHT
        near = get_close_matches(target[:_NAME], self._targets, 1) if seek else []
        remedy = wording("causes.near", near=f"#{near[0]}") if near else wording("causes.no-target")
        self.report("compose.no-target", path, target=target, remedy=remedy)

    def said(self, node: Any, path: Path) -> inline.Text:
        """Return what ``node`` says: its ``text``, or its ``full`` text where that is wanted."""
        name = "full" if self.whole and node.full else "text"
        return self.text(getattr(node, name), (*path, name))

    def rendered(self, word: str, **values: Any) -> str:
        """Return words of the template as they are."""
        return characters.clean(self.words.render(word, **values).strip())

    def added(self, word: str, path: Path = (), **values: Any) -> inline.Text:
        """Return words of the template as inline text; ``path`` is where their values stand."""
        text = inline.parse(self.rendered(word, **values))
        return self._linked(inline.written(text, path or origins.words(word)), path)

    def label(self, name: str) -> inline.Text:
        """Return a label of the theme as inline text."""
        said = characters.clean(self.theme.labels[name])
        return (inline.Run(said, origin=origins.label(name)),)

    def cited(self, lines: tuple[LineRange, ...]) -> tuple[tuple[str, list[str]], ...]:
        """Return each range as words with what the lines of the article say that stand there."""
        article = self.material.article
        if article is None:
            return ()
        return tuple(
            (self.words.lines([(first, last)]), said)
            for first, last in lines
            if (said := [*filter(None, map(bare, article.cited(first, last).splitlines()))])
        )

    def source(self, lines: tuple[LineRange, ...], *, quoting: bool = False) -> inline.Text:
        """Return the line that says which lines of the article something comes from.

        ``quoting``: with the words that the first of the lines opens with.
        """
        if not lines or self.outline.source is None:
            return ()
        article = self.material.article
        cited = [article.cited(*span) for span in lines[:2]] if quoting and article else []
        said = opening("\n".join(cited))
        return self.added(
            "source-line",
            lines=lines,
            article=self.theme.labels["article"],
            opening=inline.escape(said),
        )


def opening(text: str) -> str:
    """Return the first words of ``text``, for a reader to find it by: of two lines if need be.

    Cut at the end of a phrase, and before what a bracket opens and does not close.
    """
    lines = [said for line in text.splitlines() if (said := _unmarked(line))]
    line = "　".join(lines[: 2 if lines and len(lines[0]) < _TELLING else 1])
    if len(line) <= _OPENING:
        return line
    near = pauses.parts(line[: _OPENING + _AFTER])
    ends = [end for end in accumulate(map(len, near)) if 3 < end <= _OPENING]
    cut = line[: ends[-1] if ends else _OPENING]
    for at in range(len(cut) - 1, 3, -1):
        if cut[at] in OPEN and not any(c in CLOSE for c in cut[at:]):
            cut = cut[:at]
    return f"{cut.rstrip('、。・… ')}…"


def parsed(source: str) -> inline.Text:
    """Return ``source`` as inline text, what may be no link being text alone."""
    return tuple(
        run if not isinstance(run.href, str) or is_link(run.href) else replace(run, href=None)
        for run in inline.parse(source)
    )


def _targets(outline: Outline) -> dict[str, Name]:
    """Return the section in which each thing stands that a link may lead to."""
    found: dict[str, Name] = {"index": Index()}
    found |= {"glossary": Own("glossary"), "sources": Own("sources")}
    for _, section in outline.walk():
        found[section.id] = section.id
        found.update((block.id, section.id) for block in section.blocks if block.id)
    return found


def _unmarked(line: str) -> str:
    return _MARKS.sub("", bare(line)).strip()


def union(ranges: list[LineRange]) -> tuple[LineRange, ...]:
    """Return the ranges sorted, with those that touch or overlap made one."""
    merged: list[LineRange] = []
    for first, last in sorted(ranges):
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return tuple(merged)


def joined(ranges: Sequence[LineRange], most: int) -> tuple[LineRange, ...]:
    """Return sorted ranges as ``most`` at most; those that stand nearest are made one."""
    gaps = sorted(range(1, len(ranges)), key=lambda n: (ranges[n - 1][1] - ranges[n][0], n))
    parts = pairwise([0, *sorted(gaps[: most - 1]), len(ranges)] if ranges else [])
    return tuple((ranges[first][0], ranges[last - 1][1]) for first, last in parts)
