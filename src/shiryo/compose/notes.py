"""Speaker notes: what a person wrote, what no slide has room for, and what it was made from."""

from collections.abc import Mapping

from shiryo import inline, origins
from shiryo.compose.material import Composer
from shiryo.diagnostics import Path
from shiryo.origins import Origin
from shiryo.outline import model
from shiryo.remarks import Remark, Remarks

_ITEM = "- "
"""What begins an item in what a person wrote; the theme's own sign does as well."""
_OURS = origins.words("notes")
Cited = tuple[tuple[str, list[str]], ...]
"""Names of lines of the article, each with its sentences."""


def of_section(
    composer: Composer,
    section: model.Section,
    path: Path,
    texts: list[inline.Text],
    lines: tuple[model.LineRange, ...],
) -> Remarks:
    """Return the notes of a slide of ``section``: its own, ``texts``, and the ``lines`` cited."""
    where = (*path, "notes")
    notes = _plain(composer.string(section.notes, where).strip())
    said = [inline.plain(text, ruby=ruby) for text in texts for ruby in (False, True)]
    cited = _unsaid(composer.cited(lines), "\n".join([notes, *said]))
    return _rendered(composer, notes=notes, texts=texts, cited=cited, path=where)


def of_lines(composer: Composer, lines: tuple[model.LineRange, ...]) -> Remarks:
    """Return notes that cite ``lines`` alone."""
    return _rendered(composer, notes="", texts=[], cited=composer.cited(lines), path=())


def _rendered(
    composer: Composer, notes: str, texts: list[inline.Text], cited: Cited, path: Path
) -> Remarks:
    rendered = composer.rendered(
        "notes",
        notes=notes,
        texts=[inline.plain(text, ruby=True) for text in texts],
        cited=cited,
        footnotes=[inline.plain(note, ruby=True) for text in texts for note in inline.notes(text)],
    )
    labels, written = composer.theme.labels, {**_written(texts), **_lines(notes, path)}
    lines = rendered.strip().splitlines()
    return tuple(_remark(line, labels, written.get(line.strip(), _OURS)) for line in lines)


def _written(texts: list[inline.Text]) -> dict[str, Origin]:
    """Return where the lines of ``texts`` are written."""
    found = dict[str, Origin]()
    for text in texts:
        if origin := inline.origin(text):
            found |= _lines(inline.plain(text, ruby=True), origin)
    return found


def _lines(text: str, origin: Origin) -> dict[str, Origin]:
    return {line.strip(): origin for line in text.splitlines()}


def _remark(line: str, labels: Mapping[str, str], origin: Origin) -> Remark:
    """Return a line of the notes as the paragraph that its signs say it is."""
    text = line.strip()
    space = line[: line.find(text)]
    for mark in (_ITEM, labels["dot"]):
        if mark and text.startswith(mark):
            return Remark(text.removeprefix(mark), "item", space + mark, origin)
    if text.startswith("【") and text.endswith("】"):
        return Remark(text, "label", space, origin)
    noted = labels["remark"] and text.startswith(labels["remark"])
    return Remark(text, "footnote" if noted else "text", space, origin)


def _plain(notes: str) -> str:
    """Return what a person wrote into the notes without its marks, with all that these say."""
    made = list[str]()
    for run in inline.parse(notes):
        made.append(f"{run.text}（{run.ruby}）" if run.ruby else run.text)
        if isinstance(run.href, str) and not run.href.startswith("#") and run.href != run.text:
            made.append(f"（{run.href}）")
        if run.note is not None:
            made.append(f"（{inline.plain(run.note, ruby=True)}）")
    return "".join(made)


def _unsaid(cited: Cited, said: str) -> Cited:
    """Return the cited lines that the notes do not have word for word."""
    return tuple(
        (lines, kept)
        for lines, sentences in cited
        if (kept := [sentence for sentence in sentences if sentence not in said])
    )
