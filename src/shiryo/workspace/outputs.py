"""What the outputs of an outline are called in their folder."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from shiryo.workspace.files import STDIO
from shiryo.workspace.saving import record

if TYPE_CHECKING:
    from shiryo.stages import Outputs


def stem(outline: str) -> str:
    """Return what the names of the outputs of the file ``outline`` begin with."""
    return "shiryo" if outline == STDIO else Path(outline).stem


def named(outline: str, made: "Outputs") -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return the outputs by their names, with slashes, and what names of pictures begin with."""
    own = stem(outline)
    pictures = (*made.previews, *made.drawings)
    folders = dict.fromkeys(name.partition("/")[0] for name, _ in pictures)
    found = files(own, made) | {f"{own}-{name}": data for name, data in pictures}
    return found, tuple(f"{own}-{folder}/" for folder in folders)


def files(own: str, made: "Outputs") -> dict[str, bytes]:
    """Return the decks and handouts by their names, which begin with ``own``."""
    found: dict[str, bytes] = {}
    if made.pptx is not None:
        found[f"{own}.pptx"] = made.pptx
    if made.deck_pdf is not None:
        found[f"{own}-deck.pdf"] = made.deck_pdf
    for name, data in made.pdfs.items():
        found[f"{own}.pdf" if name == "handout" else f"{own}-{name}.pdf"] = data
    return found


def endings(want: Collection[str], variants: Sequence[str] = ()) -> tuple[str, ...]:
    """Return how the names of decks and handouts end that are to be made."""
    handouts = (f"-{name}.pdf" for name in dict.fromkeys(variants)) if variants else (".pdf",)
    return (
        *((".pptx",) if "deck" in want else ()),
        *(("-deck.pdf",) if "deck-pdf" in want else ()),
        *(handouts if "handout" in want else ()),
    )


def known(folder: Path) -> frozenset[Path]:
    """Return what was written into a folder, as far as its record says so and can be read."""
    try:
        return frozenset(folder / name for name in record.read(folder))
    except OSError:
        return frozenset()
