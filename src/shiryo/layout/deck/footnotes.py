"""Footnotes on a slide: a mark in the text, the note itself in the line at the foot."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import inline, pages
from shiryo.document import Slide
from shiryo.document.walk import changed, texts
from shiryo.pages.walk import runs_of
from shiryo.targets import Note
from shiryo.template.labels import filled


def marked(slide: Slide, sign: str) -> tuple[Slide, tuple[inline.Text, ...]]:
    """Return a slide with a mark for every footnote, and the notes with theirs.

    Marks are the ``sign`` (※), numbered where there are several; a mark's link says which note it
    calls.
    """
    total = sum(run.note is not None for text in texts(slide) for run in text)
    if not total:
        return slide, ()
    found = list[inline.Text]()

    def called(text: inline.Text) -> inline.Text:
        runs = list[inline.Run]()
        for run in text:
            if run.note is None:
                runs.append(run)
                continue
            mark = sign + filled("{n}" if total > 1 else "", n=len(found) + 1)
            found.append((inline.Run(f"{mark} "), *run.note))
            if run.text:
                runs.append(replace(run, note=None))
            runs.append(inline.Run(mark, href=Note(len(found))))
        return tuple(runs)

    return changed(slide, called), tuple(found)


def called(notes: Sequence[inline.Text], items: Sequence[pages.Item]) -> list[inline.Text]:
    """Return those notes whose mark stands in ``items``."""
    links = {run.href for run in runs_of(items)}
    return [note for n, note in enumerate(notes, 1) if Note(n) in links]
