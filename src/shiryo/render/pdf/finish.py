"""The finished file: a drawn one with its structure, metadata and colour space added to it."""

import io
import zlib
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String
from PIL import ImageCms

from shiryo.render.pdf import appendix, structure
from shiryo.render.pdf.metadata import xmp
from shiryo.render.pdf.tags import Tags, Tree

_PACKINGS = 20
"""How often, at most, objects are packed anew for a long file: each time may well fail."""


def finish(drawn: bytes, tags: Tags, *, leftwards: bool = False) -> bytes:
    """Return ``drawn`` as a file of PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).

    ``leftwards``: its lines run downwards and follow each other to the left. That is said in the
    structure alone: with a viewer preference ``R2L`` PDFium would reverse what is copied.
    """
    tree = tags.tree()
    prepared = _prepared(drawn, tree)  # The library has let go of what it read when this returns.
    return appendix.added(
        prepared, lambda file, first: structure.objects(file, first, tree, leftwards)
    )


def _prepared(drawn: bytes, tree: Tree) -> bytes:
    """Return the file with all but the elements of its structure."""
    with Pdf.open(io.BytesIO(drawn)) as pdf:
        structure.prepare(pdf, tree)
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
            _end_otherwise(stream)
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


def _end_otherwise(stream: pikepdf.Stream) -> None:
    """Let a stream end in another byte than the carriage return that its check sum ends in.

    One more line feed does it where the stream is text: operators, or the map of a font.
    """
    if (
        not set(stream.keys()) <= {"/Length", "/Filter"}
        or stream.get("/Filter") != Name.FlateDecode
    ):
        _wrap(stream)
        return
    data = zlib.decompress(stream.read_raw_bytes())
    while True:
        data += b"\n"
        if not (packed := zlib.compress(data, 9)).endswith(b"\r"):
            stream.write(packed, filter=Name.FlateDecode)
            return


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
