"""Words of the template that layout puts where they belong."""

from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Words that layout needs; ``{n}``, ``{total}`` are filled in by it."""

    page: str
    """``{n} / {total}``"""
    continued: str
    """``（{n}/{total}）``: added to the title of a slide or table that goes on."""
    again: str
    """``（続き）``: added to the caption of a table that goes on in a handout."""
    resumed: str
    """``（続き）``: added to an item that was begun before."""
    table: str
    """``表{n}``"""
    figure: str
    """``図{n}``"""
    section: str
    """``{n}節``: how a reference names a section."""
    see: str
    """``{text}（{number}、p. {page}）``: a reference to a section, a table or a figure."""
    where: str
    """``{text}（p. {page}）``: a reference to what has no number."""
    contents: str
    """Heading of the contents of a handout."""
    index: str
    """Heading of its index."""
    summary: str
    """Heading of the box of main points."""
    term: str
    """Label over a defined term."""
    square: str
    """``▪``: before the items of a slide."""
    dot: str
    """``・``: before the items of a handout."""
    dash: str
    """``–``: before the items under an item."""
    remark: str
    """``※``: the mark of a slide's footnotes."""
    number: str = "{n}"
    """The number of a slide that does not say how many there are."""
    slide: str = "{n}"
    """Under a slide that is shown small."""
    note: str = "{n}"
    """What stands before a footnote."""
    unit: str = "({unit})"
    """What the numbers of a chart are counted in."""
