"""The text of a handout: prose and everything that is set as lines."""

from collections.abc import Iterator

from shiryo import document
from shiryo.layout.flow.atom import Piece
from shiryo.layout.flow.galley import Galley


def prose(galley: Galley, block: document.Prose) -> Iterator[Piece]:
    """Yield justified paragraphs, their first lines indented."""
    for text in block.paragraphs:
        flow = galley.paragraph((text, "body"), first_indent=galley.space("indent"))
        yield Piece(flow, galley.space("paragraph"), galley.space("paragraph"))
