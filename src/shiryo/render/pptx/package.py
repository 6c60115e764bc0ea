"""The package: parts, relationships and content types in a zip file (ECMA-376-2).

Parts are named by whoever makes them, so that adding one costs the same however many there are.
"""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field

from shiryo.render.pptx.xml import document, tag

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_DEFAULTS = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


@dataclass(slots=True)
class Part:
    """A file of the package."""

    name: str
    """Path inside the package, without a leading slash."""
    content_type: str
    """Empty: the one that goes with the name's ending."""
    data: bytes = b""
    relations: dict[tuple[str, str, bool], str] = field(default_factory=dict)
    """(type, target, whether it is outside) → id."""

    def relate(self, kind: str, target: "Part | str") -> str:
        """Point to a part, or to a URL; return the id of the relationship.

        ``kind`` is the last step of an officeDocument relationship type, or a whole type.
        """
        outside = isinstance(target, str)
        where = target if isinstance(target, str) else self._path_to(target)
        key = (kind if "://" in kind else _OFFICE + kind, where, outside)
        return self.relations.setdefault(key, f"rId{len(self.relations) + 1}")

    def _path_to(self, part: "Part") -> str:
        return posixpath.relpath(part.name, posixpath.dirname(self.name) or ".")

    def relations_file(self) -> tuple[str, bytes]:
        """Return the name and the content of the part's ``.rels`` file."""
        folder, name = posixpath.split(self.name)
        rows = (
            tag(
                "Relationship",
                Id=identifier,
                Type=kind,
                Target=target,
                TargetMode="External" if outside else None,
            )
            for (kind, target, outside), identifier in self.relations.items()
        )
        data = document("Relationships", "", *rows, xmlns=_PACKAGE + "relationships")
        return posixpath.join(folder, "_rels", name + ".rels"), data


class Package:
    """All parts, in the order in which they are added."""

    def __init__(self) -> None:
        self.root = Part("", "")
        self._parts: dict[str, Part] = {}

    def add(self, name: str, content_type: str = "", data: bytes = b"") -> Part:
        """Add a part; its data may come later. A name that is taken gives the part that has it."""
        return self._parts.setdefault(name, Part(name, content_type, data))

    def save(self, moment: tuple[int, int, int, int, int, int]) -> bytes:
        """Return the zip file, all its entries dated ``moment`` (year, month, …, second)."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:

            def write(name: str, data: bytes) -> None:
                entry = zipfile.ZipInfo(name, moment)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                archive.writestr(entry, data)

            write("[Content_Types].xml", self._content_types())
            write(*self.root.relations_file())
            for part in self._parts.values():
                write(part.name, part.data)
                if part.relations:
                    write(*part.relations_file())
        return buffer.getvalue()

    def _content_types(self) -> bytes:
        defaults = (
            tag("Default", Extension=ending, ContentType=kind) for ending, kind in _DEFAULTS.items()
        )
        overrides = (
            tag("Override", PartName=f"/{part.name}", ContentType=part.content_type)
            for part in self._parts.values()
            if part.content_type
        )
        return document("Types", "", *defaults, *overrides, xmlns=_PACKAGE + "content-types")
