"""Paragraphs that stay editable, as an office program has them."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import pages
from shiryo.layout.text.para import RAISED, Para
from shiryo.typeset.fonts import Fonts
from shiryo.typeset.model import Line, Run


def paragraph(
    para: Para, runs: Sequence[Run], lines: Sequence[Line], fonts: Fonts
) -> pages.Paragraph:
    """Return a paragraph of ``runs``; where phrases are kept whole, broken as its ``lines`` are."""
    if para.breaks == "phrase":
        runs = _broken(runs, lines)
    return pages.Paragraph(
        tuple(_run(run, fonts, quiet=para.quiet) for run in runs),
        para.level,
        para.align,
        para.style.leading,
        para.before,
        para.bullet,
        para.bullet_colour,
        para.indent,
        para.hang,
    )


def _run(run: Run, fonts: Fonts, *, quiet: bool) -> pages.Run:
    return pages.Run(
        run.text,
        round(run.size / RAISED, 3) if run.rise else run.size,
        run.tag.colour,
        run.weight >= 700,
        fonts.face("mincho", run.weight).family if run.family == "mincho" else "",
        None if quiet else run.tag.href,
        bool(run.rise),
    )


def _broken(runs: Sequence[Run], lines: Sequence[Line]) -> tuple[Run, ...]:
    """Return ``runs`` with a line feed wherever a line ends."""
    text = "".join(run.text for run in runs)
    ends, at = set[int](), 0
    for line in lines[:-1]:
        while not text.startswith(line.text, at) and text[at : at + 1].isspace():
            at += 1
        at += len(line.text)
        if text[at - 1 : at] != "\n" and text[at : at + 1] != "\n":
            ends.add(at)
    made, start = list[Run](), 0
    for run in runs:
        characters = (
            ("\n" if start + n in ends else "") + character for n, character in enumerate(run.text)
        )
        made.append(replace(run, text="".join(characters)))
        start += len(run.text)
    return tuple(made)
