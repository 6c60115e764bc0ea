"""What the outputs of an outline are called in their folder."""

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
    outputs: dict[str, bytes] = {}
    if made.pptx is not None:
        outputs[f"{own}.pptx"] = made.pptx
    if made.deck_pdf is not None:
        outputs[f"{own}-deck.pdf"] = made.deck_pdf
    for name, data in made.pdfs.items():
        outputs[f"{own}.pdf" if name == "handout" else f"{own}-{name}.pdf"] = data
    pictures = (*made.previews, *made.drawings)
    outputs |= {f"{own}-{name}": data for name, data in pictures}
    folders = dict.fromkeys(name.partition("/")[0] for name, _ in pictures)
    return outputs, tuple(f"{own}-{folder}/" for folder in folders)


def known(folder: Path) -> frozenset[Path]:
    """Return what was written into a folder, as far as its record says so and can be read."""
    try:
        return frozenset(folder / name for name in record.read(folder))
    except OSError:
        return frozenset()
