"""Objects behind a finished file: any reader finds them, and those of the file as they were."""

import io
from collections.abc import Iterator

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf

from shiryo.render.pdf.appendix import added

MANY = 450
MODES = [ObjectStreamMode.generate, ObjectStreamMode.disable]


def small(mode: ObjectStreamMode) -> bytes:
    file = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(100, 50))
        pdf.Root.Extra = pdf.make_indirect(Dictionary(Type=Name.Extra))
        pdf.save(file, object_stream_mode=mode)
    return file.getvalue()


@pytest.mark.parametrize("mode", MODES)
def test_objects_are_added_and_given_anew(mode: ObjectStreamMode) -> None:
    def more(pdf: Pdf, first: int) -> Iterator[tuple[int, bytes]]:
        numbers = range(first, first + MANY)
        yield from ((n, b"<</Number %d>>" % n) for n in numbers)
        extra = pdf.Root.Extra.objgen[0]
        yield extra, b"<</All[%s]>>" % b" ".join(b"%d 0 R" % n for n in numbers)

    before = small(mode)
    made = added(before, more)
    assert made.startswith(before)
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as pdf:
        found = [int(thing.Number) for thing in pdf.Root.Extra.All]
        assert found == list(range(found[0], found[0] + MANY))
        assert not pdf.check_pdf_syntax()
    assert pdfium.PdfDocument(made)[0].get_size() == (100, 50)
