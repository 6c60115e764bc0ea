"""The finished file: a drawn one with its structure, metadata and colour space added to it."""

import io
import zlib
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from PIL import ImageCms

from shiryo.render.pdf.metadata import xmp
from shiryo.render.pdf.tags import Annotation, Content, Node, Tags

_PACKINGS = 20
"""How often, at most, objects are packed anew for a long file: each time may well fail."""


def finish(drawn: bytes, tags: Tags, *, leftwards: bool = False) -> bytes:
    """Return ``drawn`` as a file of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    ``leftwards``: its lines run downwards and follow each other to the left. That is said in the
    structure alone: with a viewer preference ``R2L`` PDFium would reverse what is copied.
    """
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        _Structure(pdf, tags).add()
        if leftwards:
            way = Dictionary(O=Name.Layout, WritingMode=Name.TbRl)
            pdf.Root.StructTreeRoot.K.A = way
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.OutputIntents = Array([_output_intent(pdf)])
        for key in [key for key, value in pdf.docinfo.items() if not str(value)]:
            del pdf.docinfo[key]
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        pdf.Root.Metadata = pdf.make_stream(xmp(info), Type=Name.Metadata, Subtype=Name.XML)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    """Return the file, in which no stream ends in a carriage return.

    With the line feed before ``endstream`` that would be taken for the end of a line, and the
    stream for shorter than its ``Length`` (ISO 19005-2, 6.1.7.1).
    """
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and stream.read_raw_bytes().endswith(b"\r"):
            _wrap(stream)
    roomy = ((page.obj, "/MediaBox") for page in list(pdf.pages)[:_PACKINGS])
    own = ((pdf.Root, key) for key in ("/Lang", "/MarkInfo", "/ViewerPreferences", "/Outlines"))
    for parent, key in ((pdf.Root, ""), *own, *roomy):
        # An object more, and qpdf packs all objects into other streams.
        if key and key not in parent:
            continue
        if key:
            parent[key] = pdf.make_indirect(parent[key])
        if b"\r\nendstream" not in (saved := _save(pdf, ObjectStreamMode.generate)):
            return saved
    return _save(pdf, ObjectStreamMode.disable)


def _save(pdf: Pdf, mode: ObjectStreamMode) -> bytes:
    file = io.BytesIO()
    pdf.save(file, deterministic_id=True, object_stream_mode=mode)
    return file.getvalue()


def _wrap(stream: pikepdf.Stream) -> None:
    """Encode a stream once more, in runs of which each stands for itself (ISO 32000-1, 7.4.5)."""
    raw = stream.read_raw_bytes()
    parts = (raw[at : at + 128] for at in range(0, len(raw), 128))
    data = b"".join(bytes([len(part) - 1]) + part for part in parts) + b"\x80"
    filters, parameters = stream.get("/Filter", Array()), stream.get("/DecodeParms")
    names = Array([Name.RunLengthDecode, *(filters if isinstance(filters, Array) else [filters])])
    if parameters is not None:
        more = parameters if isinstance(parameters, Array) else [parameters]
        parameters = Array([None, *more])
    stream.write(data, filter=names, decode_parms=parameters)


def _output_intent(pdf: Pdf) -> pikepdf.Object:
    """Return what says that the colours are those of sRGB (ISO 19005-2, 6.2.3)."""
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        DestOutputProfile=pdf.make_stream(_srgb(), Filter=Name.FlateDecode, N=3),
    )


@cache
def _srgb() -> bytes:
    """Return an ICC profile, compressed (ICC.1, 7.2 is its header).

    It holds nothing younger than version 4.2, the last that PDF 1.7 knows (ISO 32000-1, 8.6.5.5),
    and says so; the time at which it was made is left out.
    """
    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    version, time = b"\4\x20\0\0", bytes(12)
    return zlib.compress(made[:8] + version + made[12:24] + time + made[36:], 9)


class _Structure:
    """The structure tree, and what leads to it from the pages (ISO 32000-1, 14.7)."""

    def __init__(self, pdf: Pdf, tags: Tags) -> None:
        self._pdf, self._tags = pdf, tags
        self._pages = [page.obj for page in pdf.pages]
        self._objects: dict[int, pikepdf.Object] = {}
        """The element of each node, by the node's identity."""
        self._links: list[pikepdf.Object] = []
        """The elements of the annotations, in the order of their ``StructParent``."""

    def add(self) -> None:
        """Write the tree of elements and the tree of their parents."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = Dictionary(Type=Name.StructElem, S=Name.Document, P=root)
        document = root.K = self._pdf.make_indirect(document)
        document.K = Array([self._element(node, document) for node in self._tags.roots])
        parents = []
        for number, (page, nodes) in enumerate(zip(self._pages, self._tags.pages, strict=False)):
            page.StructParents = number
            page.Tabs = Name.S
            found = Array([self._objects[id(node)] for node in nodes])
            parents += [number, self._pdf.make_indirect(found)]
        for number, element in enumerate(self._links, len(self._pages)):
            parents += [number, element]
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(parents)))
        root.ParentTreeNextKey = len(parents) // 2
        self._pdf.Root.StructTreeRoot = root

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        kind = node.element.kind
        if kind == "Link" and not node.is_linked:
            kind = "Span"  # Its target is not in the file.
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, **_about(node))
        made = self._objects[id(node)] = self._pdf.make_indirect(made)
        own = min((kid.page for kid in node.kids if isinstance(kid, Content)), default=-1)
        kids = [self._kid(kid, made, own) for kid in node.kids]
        if kids:
            made.K = kids[0] if len(kids) == 1 else Array(kids)
        if own >= 0:
            made.Pg = self._pages[own]
        return made

    def _kid(self, kid: Node | Content | Annotation, parent: pikepdf.Object, own: int) -> Any:
        """Return a part of an element whose own page is ``own``: there a number is enough."""
        match kid:
            case Node():
                return self._element(kid, parent)
            case Content(page=page) if page == own:
                return kid.number
            case Content():
                return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)
        annotation = self._pages[kid.page].Annots[kid.number]
        annotation.StructParent = len(self._pages) + len(self._links)
        self._links.append(parent)
        return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page], Obj=annotation)


def _about(node: Node) -> dict[str, Any]:
    """Return what is said of an element: its attributes (14.8.5), its words, its name."""
    element, about = node.element, dict[str, Any]()
    if element.alt:
        about["Alt"] = String(element.alt)
    if element.lang:
        about["Lang"] = String(element.lang)
    if element.numbering:
        about["A"] = Dictionary(O=Name.List, ListNumbering=Name(f"/{element.numbering}"))
    if element.scope:
        about["A"] = Dictionary(O=Name.Table, Scope=Name(f"/{element.scope}"))
    if node.box:
        box = Array([round(edge, 3) for edge in node.box])
        about["A"] = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=box)
    if element.kind == "Note":
        about["ID"] = String("note-" + "-".join(map(str, element.key)))
    return about
