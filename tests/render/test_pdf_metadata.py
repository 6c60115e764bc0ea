"""What the file says of itself in XMP."""

import io

import pikepdf
from glyphs import page_set
from lxml import etree

from shiryo.pages import Info, Page
from shiryo.render import pdf

DC = "{http://purl.org/dc/elements/1.1/}"


def test_xmp_says_what_the_document_information_says() -> None:
    info = Info("題名 <A&B>", "企画課", date="2025-09-18")
    file = pikepdf.open(io.BytesIO(pdf.write(page_set(Page(()), info=info))))
    packet = etree.fromstring(file.Root.Metadata.read_bytes())
    said = {
        element.tag: "".join(element.itertext()).strip()
        for element in packet.iter()
        if isinstance(element.tag, str)
    }
    assert said[f"{DC}title"] == info.title == str(file.docinfo.Title)
    assert said[f"{DC}creator"] == info.author == str(file.docinfo.Author)
    assert said["{http://ns.adobe.com/xap/1.0/}CreateDate"] == "2025-09-18T00:00:00Z"
    assert "/Subject" not in file.docinfo
    assert f"{DC}description" not in said
    assert said["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert said["{http://www.aiim.org/pdfa/ns/id/}part"] == "2"
    assert said["{http://www.aiim.org/pdfa/ns/id/}conformance"] == "A"
