"""What a tab gives and takes as files: articles and pictures in, decks and handouts out."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import shiryo
from shiryo import lazy_re as re
from shiryo.compose.pictures import TooLarge, picture
from shiryo.diagnostics import Diagnostic, Failed, diagnose
from shiryo.outline.model import DraftOptions
from shiryo.studio.session import Session
from shiryo.workspace import beside, named, saving

_UNFIT = re.compile(r"[\x00-\x1f\x7f/\\]")
KINDS: Mapping[str, tuple[str, str]] = {
    "deck.pptx": (
        "deck", "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ),
    "deck.pdf": ("deck-pdf", "application/pdf"),
    "handout.pdf": ("handout", "application/pdf"),
    "outline.yaml": ("", "application/yaml"),
}  # fmt: skip
"""What may be taken, with its type."""


def checked(name: str) -> str:
    """Return a name that a file may have beside the outline. Raises Failed."""
    if not name or _UNFIT.search(name) or name in {".", ".."} or name.startswith("."):
        raise Failed(diagnose("studio.bad-name", name=name))
    return name


def put_article(session: Session, name: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    """Write an article beside the outline and return the draft made of it. Raises Failed."""
    folder = Path(session.path).parent
    article, read = shiryo.read(checked(name), data)
    there = _put(folder, name, data)
    return draft(session.path, article, there, data), list(read)


def draft(outline: str, article: "shiryo.Article", seen: str, data: bytes) -> str:
    """Return the outline drafted from an article that is at ``seen`` from it, as text.

    Its own pictures are written beside the outline. Raises Failed.
    """
    made, figures, _ = beside.draft(outline, article, data, seen, DraftOptions())
    if figures:
        saving.save(Path(outline).parent, figures, again=False)
    return shiryo.dump(made)


def put_picture(session: Session, name: str, data: bytes) -> str:
    """Write a picture beside the outline; return its path from there. Raises Failed."""
    checked(name)
    try:
        is_picture = picture(data) is not None
    except TooLarge:
        is_picture = False
    if not is_picture:
        raise Failed(diagnose("studio.no-picture", name=name))
    path = Path(session.path)
    return _put(path.parent, f"{path.stem}-figures/{name}", data)


def _put(folder: Path, name: str, data: bytes) -> str:
    """Write a file under its name, or that with a number if another has it. Raises Failed."""
    path = PurePosixPath(name)
    for n in range(1, 100):
        tried = str(path.with_stem(f"{path.stem}-{n}")) if n > 1 else name
        at = folder / tried
        if at.is_symlink() or (at.exists() and (not at.is_file() or at.read_bytes() != data)):
            continue
        saving.save(folder, {tried: data}, again=False)
        return tried
    raise Failed(diagnose("studio.bad-name", name=name))


def taken(session: Session, kind: str, variant: str) -> tuple[str, bytes, str]:
    """Return the name, the bytes and the type of an output of the text as it is. Raises Failed."""
    want, media = KINDS[kind]
    stem = Path(session.path).stem
    if not want:
        return f"{stem}.yaml", session.text.encode(), media
    text = session.text
    job = shiryo.load(session.path, text, roots=session.roots, whole=variant == "full")
    variants = [variant] if variant and want == "handout" else []
    made, _ = shiryo.build(job, [want], variants=variants)  # type: ignore[list-item, arg-type]
    data = {"deck": made.pptx, "deck-pdf": made.deck_pdf}.get(want)
    if want == "handout":
        data = next(iter(made.pdfs.values()))
    names = {"deck": f"{stem}.pptx", "deck-pdf": f"{stem}-deck.pdf"}
    return names.get(want, f"{stem}{f'-{variant}' if variant else ''}.pdf"), data or b"", media


def remembered(outline: str, article: str) -> None:
    """Let an outline read the article that a person named for it."""
    named.remember(outline, article)
