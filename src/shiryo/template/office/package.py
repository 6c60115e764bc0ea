"""The parts of a presentation and how they name each other (ECMA-376-2), opened within bounds."""

import io
import posixpath
import zlib
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from shiryo import limits
from shiryo.diagnostics import Failed, diagnose
from shiryo.values import dataclass

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_BROKEN = (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError, zlib.error,
           KeyError, etree.XMLSyntaxError)  # fmt: skip
"""What is raised where an archive or a part is broken, encrypted or packed in an unknown way."""
_STRICT = "http://purl.oclc.org/ooxml/"
TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation from one part to another."""

    kind: str
    """The last word of its type."""
    target: str
    """The name of a part, or an address outside."""
    inside: bool


class Package:
    """A package. Whatever is read of it raises Failed where it cannot be."""

    def __init__(self, data: bytes) -> None:
        _refuse_old(data)
        try:
            self._zip = ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise Failed(diagnose("template.office-broken")) from None
        files = self._zip.infolist()
        if len(files) > limits.PARTS or sum(f.file_size for f in files) > limits.BASE_UNPACKED:
            raise Failed(diagnose("template.office-bomb", most=limits.BASE_UNPACKED // 1_000_000))
        self._left = limits.MARKUP_BYTES
        self._known: dict[str, Any] = {}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all parts, each from ``/``."""
        return frozenset(f"/{name}" for name in self._zip.namelist())

    def part(self, name: str) -> bytes:
        """Return what a part holds."""
        try:
            return self._zip.read(name.lstrip("/"))
        except _BROKEN:
            raise Failed(diagnose("template.office-broken")) from None

    def xml(self, name: str) -> Any:
        """Return the root element of a part."""
        if name not in self._known:
            data = self.part(name)
            self._left -= len(data)
            if self._left < 0 or data.count(b"<") > 2 * limits.MARKUP_ELEMENTS:
                most = limits.MARKUP_BYTES // 1_000_000
                raise Failed(diagnose("template.office-bomb", most=most))
            try:
                self._known[name] = etree.fromstring(data, _parser())
            except _BROKEN:
                raise Failed(diagnose("template.office-broken")) from None
        return self._known[name]

    def relations(self, name: str) -> Mapping[str, Relation]:
        """Return the relations of a part (of the package for ``""``) by their ids."""
        folder, base = posixpath.split(name or "/")
        beside = posixpath.join(folder, "_rels", f"{base}.rels")
        if beside not in self.names:
            return {}
        found = {}
        for each in self.xml(beside).iter("{*}Relationship"):
            if None in (each.get("Id"), each.get("Type"), each.get("Target")):
                raise Failed(diagnose("template.office-broken"))
            inside = each.get("TargetMode", "") != "External"
            target = each.get("Target", "")
            target = posixpath.normpath(posixpath.join(folder, target)) if inside else target
            kind = each.get("Type", "").rpartition("/")[2]
            found[each.get("Id", "")] = Relation(kind, target, inside)
        return found

    def check(self) -> None:
        """Refuse a package in which any part has relations that cannot be followed."""
        for name in sorted(self.names):
            folder, _, base = name.rpartition("/_rels/")
            if base.endswith(".rels"):
                self.relations(f"{folder}/{base.removesuffix('.rels')}" if base != ".rels" else "")

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts to which a part has relations of a kind."""
        found = self.relations(name).values()
        return [r.target for r in found if r.kind == kind and r.inside and r.target in self.names]

    @cached_property
    def main(self) -> str:
        """The name of the presentation part; what is no presentation without macros is refused."""
        main = next(iter(self.related("", "officeDocument")), "")
        if TYPES not in self._zip.namelist() or not main:
            raise Failed(diagnose("template.office-broken"))
        kind = self.kind(main)
        if "macroEnabled" in kind or any(n.endswith("vbaProject.bin") for n in self.names):
            raise Failed(diagnose("template.office-macros"))
        if "presentationml" not in kind or "slideshow" in kind:
            raise Failed(diagnose("template.office-other"))
        if str(self.xml(main).tag).startswith(f"{{{_STRICT}"):
            raise Failed(diagnose("template.office-strict"))
        return main

    def kind(self, name: str) -> str:
        """Return the content type of a part (ECMA-376-2 § 7.3.7)."""
        types = self._types
        return types.get(name.lower()) or types.get(name.rpartition(".")[2].lower(), "")

    @cached_property
    def _types(self) -> dict[str, str]:
        found = {}
        for each in self.xml(f"/{TYPES}"):
            name = each.get("PartName") or each.get("Extension") or ""
            found[name.lower()] = each.get("ContentType", "")
        return found


def _refuse_old(data: bytes) -> None:
    if data.startswith(_OLE):
        is_locked = _ENCRYPTED in data
        raise Failed(diagnose("template.office-encrypted" if is_locked else "template.office-old"))
    if not data.startswith(b"PK"):
        raise Failed(diagnose("template.office-broken"))


@cache
def _parser() -> Any:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
