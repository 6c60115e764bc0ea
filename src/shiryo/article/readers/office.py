"""Office files (.docx, .pptx) are ZIP archives of parts that name each other (ECMA-376-2).

What a reader needs is copied into a package of its own, from the main part along the relations of
the kinds that are read. So pictures, fonts and macros are never unpacked, templates and documents
with macros open as plain ones, and a package whose other parts are damaged, missing, misnamed or
of a wrong type still opens: as the office programs do it, and python-docx and python-pptx do not.
"""

import io
import posixpath
import zlib
from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any
from urllib.parse import unquote
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from shiryo import lazy_re as re
from shiryo import limits
from shiryo.article.model import PACKED, Doubt
from shiryo.diagnostics import Failed, Span, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PROPERTIES = ("core-properties", "docProps/core.xml")
_DECLARATION = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml\b([^>]*)\?>\s*")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([\w.-]+)""")
_UNREAD = re.compile(
    rb'<w:(?:rFonts(?![^<>]*"(?:Wingdings|Symbol|Webdings))|lang|proofErr|bookmarkStart|bookmarkEnd|noProof|lastRenderedPageBreak|szCs|bCs'
    rb'|spacing|ind|jc|color|kern|shd|tcBorders|tcW)(?: [^<>]*)?/>'
    rb'| (?:w:rsid\w*|w14:\w+)="[^"<>]*"'
)  # fmt: skip
"""What Word writes everywhere and is not read here: half of the memory of a long document."""
BROKEN = (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error)
"""What `zipfile` raises where an archive is broken, encrypted or packed in an unknown way."""
_NAMED = ("styles", "numbering", "footnotes", "endnotes", "slide", "notesSlide")
"""Parts whose loss a reader should know of."""
_DRAWN = "application/vnd.openxmlformats-officedocument.drawingml"
DRAWINGS = {"chart": f"{_DRAWN}.chart+xml", "diagramData": f"{_DRAWN}.diagramData+xml"}
"""Kinds of parts of charts and SmartArt → their types."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is read of a kind of package."""

    main: str
    """Where the main part usually is."""
    types: Mapping[str, str]
    """Kind of relation → content type of its part; that of ``officeDocument`` is the main's."""
    broken: str
    """The code of what is said of a package that is none."""


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str
    """The last word of its type."""
    target: str
    inside: bool = True
    """Whether it is to a part of the package."""


@dataclass
class _Archive:
    """The parts of an archive by their names, which are compared without case."""

    zip: ZipFile
    left: int = limits.MARKUP_BYTES
    """Bytes of markup that may still be unpacked."""

    @cached_property
    def names(self) -> dict[str, str]:
        return {part_name(each): each for each in self.zip.namelist()}

    def read(self, name: str) -> bytes | None:
        """Return a part as UTF-8 without what is not read, None where it is missing.

        Raises `OverflowError` for one that passes the bound, `BadZipFile` for a damaged one.
        """
        known = self.names.get(part_name(name))
        if known is None:
            return None
        self.left -= self.zip.getinfo(known).file_size  # `zipfile` unpacks no more than that
        if self.left < 0:
            raise OverflowError
        data = _UNREAD.sub(b"", _as_utf8(self.zip.read(known)))
        if data.count(b"<") - data.count(b"</") > limits.MARKUP_ELEMENTS:
            raise OverflowError
        return data


@dataclass
class _Copy:
    """The package that is made: its parts, where they are from and what could not be read."""

    kind: Kind
    archive: _Archive
    strict: bool
    """Whether parts are parsed to see that they can be."""
    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[_Relation]] = field(default_factory=dict)
    lost: dict[str, None] = field(default_factory=dict)

    def add(self, name: str, kind: str) -> bool:
        """Copy a part and what it is related to; tell whether it is there."""
        waiting = [(name, kind)]
        while waiting:
            at, what = waiting.pop()
            if part_name(at) in self.parts:
                continue
            data = self._data(at, what)
            if data is not None:
                self.parts[part_name(at)], self.types[part_name(at)] = data, self.kind.types[what]
                self.relations[part_name(at)] = self._relations(at)
                waiting += [(r.target, r.kind) for r in self.relations[part_name(at)] if r.inside]
        return part_name(name) in self.parts

    def _data(self, name: str, kind: str) -> bytes | None:
        try:
            data = self.archive.read(name)
            if data is not None and self.strict:
                etree.fromstring(data, _parser())
        except (*BROKEN, etree.XMLSyntaxError):
            data = None
        if data is None and kind in _NAMED:
            self.lost[kind] = None
        return data

    def _relations(self, name: str) -> list[_Relation]:
        """Return the relations of a part that are read: to parts, and to other sites.

        Those to pictures lead out of what is made, to the package itself (`media`).
        """
        kinds = self.kind.types
        found = _relations(self.archive, name)
        read = [r for r in found if r.kind in (kinds if r.inside else ("hyperlink",))]
        shown = (r for r in found if r.inside and r.kind == "image")
        return [
            *read,
            *(replace(r, target=PACKED + part_name(r.target), inside=False) for r in shown),
        ]

    def package(self, main: str) -> bytes:
        """Return the archive, without relations to parts that are not there."""
        out = io.BytesIO()
        office = [_Relation("rId1", "officeDocument", main), _Relation("rId2", *_PROPERTIES)]
        with ZipFile(out, "w", ZIP_STORED) as target:
            target.writestr("[Content_Types].xml", _content_types(self.types))
            for name, relations in {"": office, **self.relations}.items():
                known = [r for r in relations if not r.inside or part_name(r.target) in self.parts]
                if known:
                    target.writestr(_beside(name), _relations_part(known))
            for name, data in self.parts.items():
                target.writestr(name, data)
        return out.getvalue()


def opened(data: bytes, file: str, kind: Kind, *, strict: bool = False) -> tuple[bytes, list[str]]:
    """Return a package with what is read of ``data``, and in words what could not be read.

    ``strict`` leaves out parts that are no XML, too. Raises `Failed` for an archive that is
    broken, has no main part or unpacks to too much.
    """
    try:
        archive = _Archive(ZipFile(io.BytesIO(data)))
        if len(archive.zip.filelist) > limits.PARTS:
            raise OverflowError
        copy = _Copy(kind, archive, strict)
        main = next((n for n in _mains(archive, kind) if copy.add(n, "officeDocument")), None)
        if main and _PROPERTIES[0] in kind.types:
            copy.add(_PROPERTIES[1], _PROPERTIES[0])
    except OverflowError:
        raise Failed(diagnose("article.too-large", Span(file))) from None
    except BROKEN as error:
        raise Failed(diagnose(kind.broken, Span(file))) from error
    if main is None:
        raise Failed(diagnose(kind.broken, Span(file)))
    return copy.package(main), list(copy.lost)


def doubts(lost: list[str]) -> tuple[Doubt, ...]:
    """Return what to say of parts that could not be read."""
    names = (wording(f"read.part.{kind}") for kind in lost)
    return tuple(Doubt("lost-part", 1, 1, wording("read.part.broken", name=name)) for name in names)


def number(text: str | None, most: int, least: int = 0) -> int | None:
    """Return the number that an attribute says, within bounds; None where it says none."""
    if text is None or not re.fullmatch(r"\s*[-+]?\d{1,18}\s*", text):
        return None
    return max(least, min(most, int(text)))


def _mains(archive: _Archive, kind: Kind) -> list[str]:
    """Return where the main part may be: where the package says, and where it usually is."""
    said = [each.target for each in _relations(archive, "") if each.kind == "officeDocument"]
    return [*said, kind.main]


def _relations(archive: _Archive, name: str) -> list[_Relation]:
    """Return the relations of a part, those of the package for ``""``."""
    try:
        data = archive.read(_beside(name))
        root: Any = None if data is None else etree.fromstring(data, _parser(recover=True))
    except (*BROKEN, etree.XMLSyntaxError):
        return []
    elements = [] if root is None else [e for e in root.iter("{*}Relationship") if e.get("Id")]
    return [_relation(name, each) for each in elements]


def _relation(source: str, element: Any) -> _Relation:
    kind, target = element.get("Type", "").rsplit("/", 1)[-1], element.get("Target", "")
    inside = element.get("TargetMode", "").lower() != "external"
    return _Relation(
        element.get("Id"), kind, _resolved(source, target) if inside else target, inside
    )


def _parser(*, recover: bool = False) -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, recover=recover)


def part_name(name: str) -> str:
    """Return the name of a part as it is compared: without case, leading and other slashes."""
    return posixpath.normpath(unquote(name).replace("\\", "/")).strip("/").lower()


def _resolved(source: str, target: str) -> str:
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return target
    return posixpath.normpath(posixpath.join(posixpath.dirname(source.replace("\\", "/")), target))


def _beside(name: str) -> str:
    """Return the name of the part that holds the relations of another (§9.3.3)."""
    folder, base = posixpath.split(part_name(name) if name else "")
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _as_utf8(data: bytes) -> bytes:
    """Return markup in UTF-8 without its declaration, which may name another encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    found = _DECLARATION.match(data)
    if not found:
        return data
    body = data[found.end() :]
    try:
        body.decode()
    except UnicodeDecodeError:
        said = _ENCODING.search(found[1])
        try:
            return body.decode(said[1].decode() if said else "cp932", "replace").encode()
        except LookupError:
            return body.decode("utf-8", "replace").encode()
    return body


def _relations_part(relations: list[_Relation]) -> bytes:
    each = "".join(
        f"<Relationship Id={quoteattr(r.id)} Type={quoteattr(_type(r.kind))} "
        f"Target={quoteattr('/' + part_name(r.target) if r.inside else r.target)}"
        f"{'' if r.inside else ' TargetMode=' + quoteattr('External')}/>"
        for r in {r.id: r for r in relations}.values()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{each}</Relationships>'.encode()


def _type(kind: str) -> str:
    return _CORE if kind == _PROPERTIES[0] else _OFFICE + kind


def _content_types(types: Mapping[str, str]) -> bytes:
    each = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in types.items()
    )
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" ContentType="{rels}"/>{each}</Types>'
    ).encode()
