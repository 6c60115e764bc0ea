"""Footnotes on a slide: a mark in the text, the note itself in the line at the foot."""

from collections.abc import Sequence
from dataclasses import replace

from shiryo import inline, origins, pages
from shiryo.document import Slide
from shiryo.document.walk import changed, texts
from shiryo.pages.walk import runs_of
from shiryo.targets import Note

_REMARK = origins.label("remark")


def marked(slide: Slide, sign: str) -> tuple[Slide, tuple[inline.Text, ...]]:
    """Return a slide with a mark for every footnote, and the notes with theirs.

    Marks are the ``sign`` (※), numbered where there are several; a mark's link says which note it
    calls. What is called more than once has one mark.
    """
    found = dict.fromkeys(run.note for text in texts(slide) for run in text if run.note is not None)
    marks = {note: sign + (str(n) if len(found) > 1 else "") for n, note in enumerate(found, 1)}
    links = {note: Note(n) for n, note in enumerate(found, 1)}

    def called(text: inline.Text) -> inline.Text:
        runs = list[inline.Run]()
        for run in text:
            if run.text:
                runs.append(replace(run, note=None))
            if run.note is not None:
                mark, href = marks[run.note], links[run.note]
                runs.append(inline.Run(mark, href=href, origin=_REMARK))
        return tuple(runs)

    if not found:
        return slide, ()
    notes = tuple((inline.Run(f"{mark} ", origin=_REMARK), *note) for note, mark in marks.items())
    return changed(slide, called), notes


def called(notes: Sequence[inline.Text], items: Sequence[pages.Item]) -> list[inline.Text]:
    """Return those notes whose mark stands in ``items``."""
    links = {run.href for run in runs_of(items)}
    return [note for n, note in enumerate(notes, 1) if Note(n) in links]
