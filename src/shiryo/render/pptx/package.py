"""The package: python-pptx's, with names that cost the same however many parts there are.

python-pptx looks through all parts for a free name; here a name's number is counted, and pictures
are named after their bytes.
"""

import io
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from typing import IO

from pptx.opc.constants import CONTENT_TYPE
from pptx.opc.package import Part, XmlPart
from pptx.opc.packuri import PackURI
from pptx.opc.serialized import PackageWriter
from pptx.package import Package
from pptx.parts.image import ImagePart

from shiryo.pages import Info
from shiryo.render.pptx.oxml import clean

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip file can name."""
_LAST = datetime(2107, 12, 31, tzinfo=UTC)
"""The last day."""
_LONGEST = 255
"""Of a core property, in characters (python-pptx refuses more)."""


class DeckPackage(Package):  # type: ignore[misc]
    """A package that is made anew."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO())
        self._numbers: Counter[str] = Counter()
        self._images: dict[str, ImagePart] = {}
        self._finished: dict[PackURI, bytes] = {}
        """What parts say that have been put away, compressed."""
        self._taken: set[PackURI] = set()
        self._kept: dict[PackURI, bytes] = {}

    def next_partname(self, tmpl: str) -> PackURI:
        """Return the next name of a kind, such as ``/ppt/charts/chart%d.xml``."""
        while True:
            self._numbers[tmpl] += 1
            name = PackURI(tmpl % self._numbers[tmpl])
            if name not in self._taken:
                return name

    def take(self, names: Iterable[PackURI]) -> None:
        """Give no new part one of these names: parts of a company's file have them."""
        self._taken.update(names)

    def keep(self, name: PackURI, relations: bytes) -> None:
        """Write the relations of a part of a company's file as they were."""
        self._kept[name] = relations

    def get_or_add_image_part(self, image_file: IO[bytes]) -> ImagePart:
        """Return the part of a PNG or JPEG file: one for all pictures of the same bytes."""
        data = image_file.read()
        png = data.startswith(b"\x89PNG")
        name = f"/ppt/media/{sha256(data).hexdigest()[:32]}.{'png' if png else 'jpg'}"
        kind = CONTENT_TYPE.PNG if png else CONTENT_TYPE.JPEG
        if name not in self._images:
            self._images[name] = ImagePart(PackURI(name), kind, self, data)
        return self._images[name]

    def iter_parts(self) -> Iterator[Part]:
        """Yield every part once; slides may link one to the next, however many there are."""
        seen: set[Part] = set()
        waiting = [self._rels]
        while waiting:
            for relation in waiting.pop().values():
                if not relation.is_external and relation.target_part not in seen:
                    seen.add(relation.target_part)
                    waiting.append(relation.target_part.rels)
                    yield relation.target_part

    def put_away(self, part: XmlPart) -> None:
        """Keep what a finished part says, in a fiftieth of the room that its elements take."""
        self._finished[part.partname] = zlib.compress(part.blob, 1)
        part._element = None
        for name in ("slide", "notes_slide", "chart", "chart_workbook"):
            if proxy := part.__dict__.pop(name, None):
                proxy.__dict__.clear()  # It holds the elements, and what it holds holds it.

    def describe(self, info: Info) -> None:
        """Write the core properties (ECMA-376-2 § 8.3)."""
        core, date = self.core_properties, when(info).replace(tzinfo=None)
        for name, value in (
            ("title", info.title),
            ("subject", info.subject),
            ("author", info.author),
            ("keywords", info.keywords),
            ("last_modified_by", info.author),
            ("language", info.language),
        ):
            setattr(core, name, clean(value)[:_LONGEST])
        core.created = core.modified = date

    def bytes(self, info: Info) -> bytes:
        """Return the zip file, all its entries dated as ``info`` says."""
        parts = tuple(self.iter_parts())
        made, writer = _Dated(info), PackageWriter(None, self._rels, parts)
        writer._write_content_types_stream(made)
        writer._write_pkg_rels(made)
        for part in parts:
            packed = self._finished.pop(part.partname, None)
            made.write(part.partname, part.blob if packed is None else zlib.decompress(packed))
            if part.rels:
                kept = self._kept.get(part.partname)
                made.write(part.partname.rels_uri, part.rels.xml if kept is None else kept)
        return made.bytes()


class _Dated:
    """What python-pptx writes parts to: a zip file whose entries have one date."""

    def __init__(self, info: Info) -> None:
        self._data, self._moment = io.BytesIO(), min(when(info), _LAST).timetuple()[:6]
        self._zip = zipfile.ZipFile(self._data, "w")

    def write(self, name: PackURI, data: bytes) -> None:
        """Write a part."""
        entry = zipfile.ZipInfo(name.membername, self._moment)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 0
        self._zip.writestr(entry, data)

    def bytes(self) -> bytes:
        """Return the file."""
        self._zip.close()
        return self._data.getvalue()


def when(info: Info) -> datetime:
    """Return the file's date in UTC; 1980-01-01 where it has none that can be read."""
    try:
        date = datetime.fromisoformat(info.date)
    except ValueError:
        return _EPOCH
    date = date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
    return max(date, _EPOCH)
