"""Word, PowerPoint and PDF files that a person would not make: damaged, endless, enormous.

``damaged()`` and ``hostile()`` yield (name, extension, bytes). What is damaged still says
`SENTENCE` and has to be read; what is hostile is read or refused, within the bounds.
Run as a program, this writes all of them into a folder.
"""

# ruff: noqa: E501
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import docx
import pptx

SENTENCE = "市は窓口を見直す。"
Sample = tuple[str, str, bytes]
Parts = dict[str, bytes]
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts_of(data: bytes) -> Parts:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        return {name: source.read(name) for name in source.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return out.getvalue()


def word() -> Parts:
    """Return the parts of an ordinary Word document."""
    document = docx.Document()
    document.add_heading("窓口の見直し", 1)
    document.add_paragraph(SENTENCE)
    document.add_paragraph("受付", style="List Bullet")
    table = document.add_table(2, 2)
    for cell, text in zip(
        [c for r in table.rows for c in r.cells], ["項目", "費用", "窓口", "1円"], strict=True
    ):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    return parts_of(out.getvalue())


def deck() -> Parts:
    """Return the parts of an ordinary PowerPoint deck."""
    presentation = pptx.Presentation()
    for _ in range(2):
        slide = presentation.slides.add_slide(presentation.slide_layouts[1])
        slide.shapes.title.text = "窓口の見直し"
        slide.placeholders[1].text = f"{SENTENCE}\n受付を一つにする。"
        slide.notes_slide.notes_text_frame.text = "覚え書き"
    out = io.BytesIO()
    presentation.save(out)
    return parts_of(out.getvalue())


def document_of(body: str, **attributes: str) -> Parts:
    """Return the parts of a Word document with this body."""
    names = "".join(f' xmlns:{key}="{value}"' for key, value in attributes.items())
    text = f'<w:document xmlns:w="{_W}" xmlns:r="{_OFFICE}"{names}><w:body>{body}</w:body></w:document>'
    return {**word(), "word/document.xml": text.encode()}


def paragraph(text: str = SENTENCE, properties: str = "") -> str:
    """Return a paragraph of Word's markup."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def changed(parts: Parts, name: str, *pairs: tuple[str, str]) -> Parts:
    """Return the parts with words of one of them replaced; each has to be there."""
    text = parts[name].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return {**parts, name: text.encode()}


def related(parts: Parts, name: str, target: str, kind: str = "image") -> Parts:
    """Return the parts with one more relation."""
    more = f'<Relationship Id="rId900" Type="{_OFFICE}/{kind}" Target="{target}"/>'
    return changed(parts, name, ("</Relationships>", more + "</Relationships>"))


def without(parts: Parts, *names: str) -> Parts:
    """Return the parts without some."""
    return {name: data for name, data in parts.items() if name not in names}


_WORD_RELS, _DECK_RELS = "word/_rels/document.xml.rels", "ppt/_rels/presentation.xml.rels"
_SLIDE, _TYPES = "ppt/slides/slide1.xml", "[Content_Types].xml"


def _damaged_word() -> Iterator[tuple[str, Parts]]:
    good = word()
    yield "relation-to-null", related(good, _WORD_RELS, "../NULL")
    yield "relation-outside", related(good, _WORD_RELS, "../../../../etc/passwd")
    yield "no-styles", without(good, "word/styles.xml")
    yield "no-numbering", without(good, "word/numbering.xml")
    yield "styles-no-xml", {**good, "word/styles.xml": b"<w:styles"}
    yield "numbering-empty", {**good, "word/numbering.xml": b""}
    yield "no-properties", without(good, "docProps/core.xml", "docProps/app.xml")
    yield "no-root-relations", without(good, "_rels/.rels")
    yield "no-content-types", without(good, _TYPES)
    yield "no-relations", without(good, _WORD_RELS)
    yield "types-no-xml", {**good, _TYPES: b"<Types"}
    yield "wrong-type", changed(good, _TYPES, ("wordprocessingml.document.main", "spreadsheetml.x"))
    yield "wrong-type-of-styles", changed(good, _TYPES, ("styles+xml", "numbering+xml"))
    yield "backslashes", {name.replace("/", "\\"): data for name, data in good.items()}
    yield "absolute-names", {f"/{name}": data for name, data in good.items()}
    yield "capital-names", {name.upper(): data for name, data in good.items()}
    yield "double-ids", changed(good, _WORD_RELS, ('Id="rId2"', 'Id="rId1"'))
    declared = '<?xml version="1.0" encoding="Shift_JIS"?>'
    text = good["word/document.xml"].decode().split("?>", 1)[1]
    yield "declares-another-encoding", {**good, "word/document.xml": (declared + text).encode()}
    declared = '<?xml version="1.0" encoding="UTF-8"?>'
    yield "is-in-another-encoding", {**good, "word/document.xml": (declared + text).encode("cp932")}
    yield "utf-16", {**good, "word/document.xml": text.encode("utf-16")}
    for value in ("x", "-1", "99999999999999999999", "1.5", ""):
        properties = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>'
        yield f"list-level-{value or 'empty'}", document_of(paragraph(properties=properties))
        properties = f'<w:outlineLvl w:val="{value}"/>'
        yield (
            f"outline-level-{value or 'empty'}",
            document_of(paragraph() + paragraph(properties=properties)),
        )
    yield (
        "list-id-quoted",
        document_of(paragraph(properties="<w:numPr><w:numId w:val=\"1' or '1\"/></w:numPr>")),
    )
    yield (
        "no-values",
        document_of(
            paragraph(properties="<w:pStyle/><w:outlineLvl/><w:numPr><w:ilvl/><w:numId/></w:numPr>")
        ),
    )
    bold = '<w:r><w:rPr><w:b w:val="perhaps"/><w:sz w:val="large"/></w:rPr><w:t>太い。</w:t></w:r>'
    yield "bad-letters", document_of(paragraph() + f"<w:p>{bold}</w:p>")
    style = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="a"/></w:style>'
    circle = changed(good, "word/styles.xml", ("</w:styles>", style + "</w:styles>"))
    yield (
        "style-based-on-itself",
        {
            **circle,
            "word/document.xml": document_of(paragraph(properties='<w:pStyle w:val="a"/>'))[
                "word/document.xml"
            ],
        },
    )
    yield (
        "unknown-namespace",
        document_of(paragraph() + "<q:x><q:y>何か</q:y></q:x>", q="urn:unknown"),
    )
    yield (
        "paragraph-in-paragraph",
        document_of(f"<w:p>{paragraph()}<w:r><w:t>外。</w:t></w:r></w:p>"),
    )
    row = "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    yield (
        "merged-with-nothing",
        document_of(paragraph() + f"<w:tbl>{row.format(paragraph(), paragraph())}</w:tbl>"),
    )
    yield (
        "strange-part-names",
        {**good, "word/../../x": b"x", "C:\\x": b"x", "a\x01b": b"x", "/": b""},
    )


def _damaged_deck() -> Iterator[tuple[str, Parts]]:
    good = deck()
    yield "relation-to-null", related(good, "ppt/slides/_rels/slide1.xml.rels", "../NULL")
    yield "no-theme", without(good, "ppt/theme/theme1.xml")
    yield "no-layouts", {n: d for n, d in good.items() if "slideLayout" not in n}
    yield "no-masters", {n: d for n, d in good.items() if "slideMaster" not in n}
    yield "no-second-slide", without(good, "ppt/slides/slide2.xml")
    yield "second-slide-no-xml", {**good, "ppt/slides/slide2.xml": b"<p:sld"}
    yield "no-notes", {n: d for n, d in good.items() if "notesSlides" not in n}
    yield "no-properties", without(good, "docProps/core.xml")
    yield "no-content-types", without(good, _TYPES)
    yield "wrong-type", changed(good, _TYPES, ("presentationml.slide+xml", "unknown+xml"))
    yield "backslashes", {name.replace("/", "\\"): data for name, data in good.items()}
    yield "unknown-placeholder", changed(good, _SLIDE, ('type="title"', 'type="novel"'))
    yield "bad-index", changed(good, _SLIDE, ('idx="1"', 'idx="x"'))
    yield "bad-level", changed(good, _SLIDE, ("<a:p>", '<a:p><a:pPr lvl="deep"/>'))
    place = '<a:xfrm><a:off x="left" y="1e9"/><a:ext cx="-5" cy="9999999999999999999999"/></a:xfrm>'
    yield "bad-places", changed(good, _SLIDE, ("<p:spPr/>", f"<p:spPr>{place}</p:spPr>"))
    yield "bad-slide-id", changed(good, "ppt/presentation.xml", ('r:id="rId9"', 'r:id="rId999"'))


def damaged() -> Iterator[Sample]:
    """Yield packages that office programs still open; each says `SENTENCE`."""
    for name, parts in _damaged_word():
        yield f"word-{name}", "docx", packed(parts)
    for name, parts in _damaged_deck():
        yield f"deck-{name}", "pptx", packed(parts)
    for extension, parts in (("docx", word()), ("pptx", deck())):
        yield f"{extension}-byte-after-the-end", extension, packed(parts) + b"\0"
        yield f"{extension}-long-tail", extension, packed(parts) + b"x" * 20_000
    for name, data in _damaged_pdf():
        yield f"pdf-{name}", "pdf", data


def _hostile_word() -> Iterator[tuple[str, bytes]]:
    def of(body: str, **names: str) -> bytes:
        return packed(document_of(body, **names))

    def nested(before: str, after: str, times: int, inner: str | None = None) -> bytes:
        return of(before * times + (paragraph() if inner is None else inner) + after * times)

    cell = "<w:tbl><w:tr><w:tc><w:tcPr>{}</w:tcPr>" + paragraph() + "</w:tc></w:tr></w:tbl>"
    yield "span", of(cell.format('<w:gridSpan w:val="100000000"/>'))
    yield (
        "spans",
        of(
            "<w:tbl>"
            + (
                "<w:tr>"
                + ('<w:tc><w:tcPr><w:gridSpan w:val="9999"/></w:tcPr><w:p/></w:tc>' * 50)
                + "</w:tr>"
            )
            * 500
            + "</w:tbl>"
        ),
    )
    yield "negative-span", of(cell.format('<w:gridSpan w:val="-7"/>'))
    yield (
        "before",
        of(
            cell.replace(
                "<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="100000000"/></w:trPr>'
            ).format("")
        ),
    )
    merged = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{paragraph()}</w:tc></w:tr>"
    yield "merged-rows", of(f"<w:tbl>{merged * 5_000}</w:tbl>")
    yield "tables-in-tables", nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 5_000)
    yield (
        "tables-in-tables-shallow",
        nested("<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>", 60),
    )
    yield (
        "wrappers",
        nested("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>", 120, paragraph() * 3_000),
    )
    yield "wrappers-without-end", nested("<w:ins>", "</w:ins>", 100_000)
    box = "<w:p><w:r><w:pict><w:txbxContent>"
    yield "boxes", nested(box, "</w:txbxContent></w:pict></w:r></w:p>", 60)
    yield "paragraphs-in-paragraphs", nested("<w:p>", "</w:p>", 240)
    yield (
        "fields",
        of(
            "<w:p>"
            + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 50_000
            + "</w:p>"
            + paragraph()
        ),
    )
    choice = '<mc:AlternateContent><mc:Choice Requires="x">{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>'
    text = paragraph()
    for _ in range(10):
        text = choice.format(text)
    yield "alternatives", of(text, mc="http://schemas.openxmlformats.org/markup-compatibility/2006")
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    yield "deleted-marks", of("".join(paragraph("窓", gone) for _ in range(10_000)) + paragraph())
    yield (
        "deleted-runs",
        of("<w:p>" + "<w:del><w:r><w:t>x</w:t></w:r></w:del>" * 20_000 + "</w:p>" + paragraph()),
    )
    yield "runs", of("<w:p>" + "<w:r><w:t>市</w:t></w:r>" * 50_000 + "</w:p>")
    yield (
        "ruby",
        of(
            "<w:p>"
            + "<w:r><w:ruby><w:rt/><w:rubyBase><w:r><w:t>市</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            * 5_000
            + "</w:p>"
        ),
    )
    yield "empty-paragraphs", of("<w:p/>" * 1_000_000)
    yield "markup-bomb", of("<w:p/>" * 12_000_000)
    yield (
        "attributes",
        of("<w:p " + " ".join(f'w:a{n}="1"' for n in range(100_000)) + "/>" + paragraph()),
    )
    yield "names", of(paragraph(), **{f"n{n}": f"urn:{n}" for n in range(20_000)})
    items = paragraph(properties='<w:numPr><w:ilvl w:val="8"/><w:numId w:val="{}"/></w:numPr>')
    yield "lists", of("".join(items.format(n) for n in range(5_000)))
    styled = "".join(paragraph(properties=f'<w:pStyle w:val="s{n}"/>') for n in range(5_000))
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s"/><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(5_000)
    )
    with_styles = changed(word(), "word/styles.xml", ("</w:styles>", styles + "</w:styles>"))
    yield (
        "styles",
        packed({**with_styles, "word/document.xml": document_of(styled)["word/document.xml"]}),
    )
    entities = (
        '<!DOCTYPE d [<!ENTITY a "市市市市市市市市市市">'
        + "".join(
            f'<!ENTITY a{n} "{f"&a{n - 1 if n else chr(0)};".replace(chr(0), "") * 10}">'
            for n in range(9)
        )
        + "]>"
    )
    bomb = document_of(paragraph("&a8;"))
    yield (
        "entities",
        packed({**bomb, "word/document.xml": entities.encode() + bomb["word/document.xml"]}),
    )
    outside = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    bomb = document_of(paragraph("&a;"))
    yield (
        "outside-entity",
        packed({**bomb, "word/document.xml": outside.encode() + bomb["word/document.xml"]}),
    )
    yield "no-end-record", packed(word())[:-22]
    yield "two-documents", packed({**word(), **deck()})
    yield "many-parts", packed({**word(), **{f"x/{n}": b"" for n in range(25_000)}})
    link = '<w:hyperlink r:id="rId900"><w:r><w:t>窓口{}</w:t></w:r></w:hyperlink>'
    linked = document_of("<w:p>" + "".join(link.format(n) for n in range(3_000)) + "</w:p>")
    relation = f'<Relationship Id="rId900" Type="{_OFFICE}/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>'
    yield (
        "links",
        packed(changed(linked, _WORD_RELS, ("</Relationships>", relation + "</Relationships>"))),
    )
    yield "itself", packed(related(word(), _WORD_RELS, "document.xml", "footnotes"))


def _hostile_deck() -> Iterator[tuple[str, bytes]]:
    good = deck()

    def of(*pairs: tuple[str, str]) -> bytes:
        return packed(changed(good, _SLIDE, *pairs))

    group = '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="g"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="999999999" cy="999999999"/><a:chOff x="1" y="1"/><a:chExt cx="1" cy="1"/></a:xfrm></p:grpSpPr>'
    shape = f'<p:sp><p:nvSpPr><p:cNvPr id="7" name="s"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{SENTENCE}</a:t></a:r></a:p></p:txBody></p:sp>'
    end = "</p:spTree>"
    yield "groups", of((end, group * 200 + shape + "</p:grpSp>" * 200 + end))
    yield "groups-without-end", of((end, group * 20_000 + end))
    yield "shapes", of((end, shape * 3_000 + end))
    frame = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="t"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblGrid/>{}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>'
    cell = '<a:tc gridSpan="100000000" rowSpan="100000000" hMerge="perhaps"><a:txBody><a:bodyPr/><a:p><a:r><a:t>窓口</a:t></a:r></a:p></a:txBody></a:tc>'
    yield "spans", of((end, frame.format(f"<a:tr>{cell * 3}</a:tr>" * 3) + end))
    yield "rows", of((end, frame.format(f"<a:tr>{cell * 3}</a:tr>" * 3_000) + end))
    yield "runs", of(("<a:p>", "<a:p>" + "<a:r><a:t>市</a:t></a:r>" * 50_000))
    yield "markup-bomb", of((end, "<p:sp/>" * 8_000_000 + end))
    chart = '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="c"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId900"/></a:graphicData></a:graphic></p:graphicFrame>'
    charted = changed(good, _SLIDE, (end, chart + end))
    rels = "ppt/slides/_rels/slide1.xml.rels"
    yield "no-chart", packed(related(charted, rels, "../charts/none.xml", "chart"))
    points = '<c:pt idx="0"><c:v>1</c:v></c:pt>' * 200_000
    cache = f'<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:ptCount val="99999999999"/>{points}</c:plotArea></c:chart></c:chartSpace>'
    yield (
        "chart-cache",
        packed(
            {
                **related(charted, rels, "../charts/c.xml", "chart"),
                "ppt/charts/c.xml": cache.encode(),
            }
        ),
    )
    ids = '<p:sldId id="256" r:id="rId7"/>'
    yield (
        "same-slide",
        packed(
            changed(good, "ppt/presentation.xml", ("<p:sldIdLst>", "<p:sldIdLst>" + ids * 20_000))
        ),
    )
    yield "master-is-slide", packed(related(good, rels, "slide1.xml", "slideLayout"))


def damaged_offsets(data: bytes) -> bytes:
    """Return a PDF whose table of objects is wrong."""
    return data.replace(b"startxref\n", b"startxref\n9")


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of numbered objects; number 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, data in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 %s \n" % (places.get(number, 0), b"n" if number in places else b"f")
    return bytes(out) + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        start,
    )


def stream(data: bytes, entries: bytes = b"", layers: int = 0) -> bytes:
    """Return a stream, packed as often as ``layers`` says."""
    for _ in range(layers):
        data = zlib.compress(data, 9)
    filters = b"/Filter[" + b"/FlateDecode" * layers + b"]" if layers else b""
    return b"<<%s%s/Length %d>>stream\n%s\nendstream" % (entries, filters, len(data), data)


_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_LINES = "".join(
    f"BT /F 11 Tf 72 {700 - 20 * n} Td (The city reviews line {n} now.) Tj ET\n" for n in range(10)
).encode()


def page(content: bytes = b"", **changes: bytes | None) -> bytes:
    """Return a PDF of a page; ``changes`` are further objects, by o and number, or instead."""
    objects: dict[int, bytes | None] = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject 6 0 R>>>>",
        4: stream(content + _LINES),
        5: _FONT,
        6: b"<<>>",
    }
    objects |= {int(name[1:]): value for name, value in changes.items()}
    return pdf({number: value for number, value in objects.items() if value is not None})


def _damaged_pdf() -> Iterator[tuple[str, bytes]]:
    yield "wrong-offsets", damaged_offsets(page())
    yield "byte-before", b"\n\n" + page()
    yield "byte-after", page() + b"\0" * 500
    yield "font-without-widths", page(o5=b"<</Type/Font/Subtype/TrueType/BaseFont/X>>")


def _hostile_pdf() -> Iterator[tuple[str, bytes]]:  # noqa: PLR0915 (a list)
    yield "no-trailer", page().split(b"xref\n0")[0]
    yield "wrong-length", page().replace(b"/Length 5", b"/Length 9")
    wide = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[7 0 R]%s>>"
    cid = b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>%s>>"
    yield "widths", page(o5=wide % b"", o7=cid % b"/W[0 100000000 500]")
    yield "widths-down", page(o5=wide % b"", o7=cid % b"/W2[0 100000000 500 1 2]")
    ranges = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange"
    yield "bfrange", page(o5=wide % b"/ToUnicode 8 0 R", o7=cid % b"", o8=stream(ranges))
    wider = b"1 begincidrange <0000> <FFFFFFFF> 0 endcidrange"
    yield (
        "cidrange",
        page(
            o5=b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding 8 0 R/DescendantFonts[7 0 R]>>",
            o7=cid % b"",
            o8=stream(wider),
        ),
    )
    for layers in (1, 2, 3, 40):
        packed_often = (
            stream(b" " * 100_000_000, layers=layers)
            if layers < 3
            else stream(b" " * 20_000_000, layers=layers)
        )
        yield f"layers-{layers}", page(o4=packed_often)
    yield "layers-of-text", page(o4=stream(_LINES * 20_000, layers=2))
    yield "refers-to-itself", page(o4=b"4 0 R")
    yield "refer-to-each-other", page(o4=b"6 0 R", o6=b"4 0 R")
    yield "length-refers-to-itself", page(o4=b"<</Length 4 0 R>>stream\nx\nendstream")
    yield (
        "filter-refers-to-itself",
        page(o4=b"<</Filter 7 0 R/Length 1>>stream\nx\nendstream", o7=b"[7 0 R]"),
    )
    forms = {
        f"o{n}": stream(
            b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
            % (n + 1),
        )
        for n in range(10, 19)
    }
    yield (
        "forms",
        page(
            b"/X Do ",
            o6=b"<</X 10 0 R>>",
            **forms,
            o19=stream(_LINES, b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        ),
    )
    yield (
        "form-in-itself",
        page(
            b"/X Do ",
            o6=b"<</X 10 0 R>>",
            o10=stream(
                b"/X Do /X Do",
                b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 10 0 R>>>>",
            ),
        ),
    )
    yield "page-tree-in-itself", page(o2=b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>")
    yield "same-page", page(o2=b"<</Type/Pages/Kids[%s]/Count 900>>" % (b"3 0 R " * 900))
    yield "count", page(o2=b"<</Type/Pages/Kids[3 0 R]/Count 999999999>>")
    kids = {f"o{n}": b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>" for n in range(10, 5_010)}
    yield (
        "pages",
        page(
            o2=b"<</Type/Pages/Kids[%s]/Count 5000>>"
            % b" ".join(b"%d 0 R" % n for n in range(10, 5_010)),
            **kids,
        ),
    )
    deep = {f"o{n}": b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 1) for n in range(10, 3_000)}
    yield (
        "page-tree-deep",
        page(
            o2=b"<</Type/Pages/Kids[10 0 R]/Count 1>>",
            **deep,
            o3000=b"<</Type/Page/MediaBox[0 0 9 9]>>",
        ),
    )
    grid = "".join(
        f"{20 + 3 * n} 20 m {20 + 3 * n} 470 l S 20 {20 + 3 * n} m 470 {20 + 3 * n} l S\n"
        for n in range(151)
    )
    yield "rules", page(grid.encode())
    boxes = "".join(f"{(n % 100) * 5} {(n // 100) * 5} 5 5 re S\n" for n in range(10_000))
    yield "boxes", page(boxes.encode())
    parallel = "".join(f"20 {n / 20} m 500 {n / 20} l S\n" for n in range(15_000))
    yield "parallel-rules", page(parallel.encode())
    yield "curve", page(b"0 0 m " + b"1 2 3 4 5 6 c " * 100_000 + b"S\n")
    yield (
        "far-away",
        page(
            b"BT /F 1e30 Tf 1e30 -1e30 Td (away) Tj ET 1e38 0 0 1e38 1e38 1e38 cm 0 0 1e38 1e38 re S\n"
        ),
    )
    yield "no-size", page(b"BT /F 0 Tf (nothing) Tj ET BT 0 0 0 0 0 0 Tm /F 9 Tf (nothing) Tj ET\n")
    yield (
        "huge-page",
        page(
            o3=b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e30 1e30]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        ),
    )
    yield (
        "bad-page",
        page(
            o3=b"<</Type/Page/Parent 2 0 R/MediaBox[(a)/b null]/Rotate/x/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
        ),
    )
    yield "one-line", page(b"BT /F 9 Tf 9 9 Td (" + b"a" * 100_000 + b") Tj ET\n")
    yield "states", page(b"q " * 300_000)
    yield "arrays", page(b"[" * 100_000)
    yield "dictionaries", page(b"<<" * 100_000)
    yield "deep-object", page(o7=b"[" * 50_000 + b"]" * 50_000, o6=b"<</X 7 0 R>>")
    yield "operands", page(b"1 " * 1_000_000 + b"m\n")
    yield "marks", page(b"/P <</MCID 0>> BDC " * 20_000)
    loop = page().replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % page().index(b"xref"))
    yield "xref-loop", loop
    inside = b"<</Type/ObjStm/N 1/First 4/Extends 7 0 R/Length 12>>stream\n3 0 4 0 R   \nendstream"
    yield "object-stream-in-itself", page(o7=inside)
    yield "size", page().replace(b"/Size 7", b"/Size 999999999").replace(b"0 7\n", b"0 999999999\n")
    image = b"<</Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB/Length 0>>stream\n\nendstream"
    yield "image", page(b"/X Do ", o6=b"<</X 10 0 R>>", o10=image)
    yield (
        "predictor",
        page(
            o4=b"<</Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000>>/Length 9>>stream\n"
            + zlib.compress(b"x")
            + b"\nendstream"
        ),
    )
    yield (
        "lzw",
        page(
            o4=b"<</Filter[/LZWDecode/ASCIIHexDecode/RunLengthDecode/ASCII85Decode]/Length 9>>stream\n"
            + b"\x80\x0b\x60" * 3
            + b"\nendstream"
        ),
    )
    yield "run-lengths", page(o4=stream(b"\x81 " * 2_000_000, b"/Filter[/RunLengthDecode]"))
    yield (
        "javascript",
        page(o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"),
    )
    yield "launch", page(o1=b"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(calc.exe)>>>>")
    tree = b"<</Type/StructTreeRoot/K 8 0 R>>"
    yield (
        "structure-in-itself",
        page(
            o1=b"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R/MarkInfo<</Marked true>>>>",
            o7=tree,
            o8=b"<</S/P/K[8 0 R 8 0 R]>>",
        ),
    )


def hostile() -> Iterator[Sample]:
    """Yield files that would take much, or for ever."""
    kinds: tuple[tuple[str, str, Callable[[], Iterator[tuple[str, bytes]]]], ...] = (
        ("word", "docx", _hostile_word), ("deck", "pptx", _hostile_deck), ("pdf", "pdf", _hostile_pdf),
    )  # fmt: skip
    for prefix, extension, samples in kinds:
        for name, data in samples():
            yield f"{prefix}-{name}", extension, data


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    for name, extension, data in (*damaged(), *hostile()):
        (folder / f"{name}.{extension}").write_bytes(data)
